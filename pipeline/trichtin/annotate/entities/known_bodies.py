"""Bodies and newspapers whose whole names are public knowledge: they end what the tagger began, and nothing more.

Sources: the ministries and bodies equal to them of the governments of 2016 and 2025; the departments of the Ministry of
Education and Training by Decrees 69/2017/NĐ-CP, 86/2022/NĐ-CP and 37/2025/NĐ-CP and the ones they replaced; the political
and mass organisations; papers with a licence of the press authority. Names only.
"""

from __future__ import annotations

import re

from trichtin.annotate.links.ids import fold

# A name a line; "&" stands for "và" and "&" alike. Longer names win over shorter ones.
BODIES = """
    Bộ Giáo dục & Đào tạo
    Bộ GD&ĐT
    Bộ GD-ĐT
    Bộ GDĐT
    Bộ GD & ĐT
    Bộ Lao động - Thương binh & Xã hội
    Bộ Lao động, Thương binh & Xã hội
    Bộ LĐ-TB&XH
    Bộ LĐTB&XH
    Bộ LĐ-TB-XH
    Bộ LĐTBXH
    Bộ Khoa học & Công nghệ
    Bộ KH&CN
    Bộ Kế hoạch & Đầu tư
    Bộ Tài chính
    Bộ Nội vụ
    Bộ Y tế
    Bộ Công an
    Bộ Quốc phòng
    Bộ Ngoại giao
    Bộ Tư pháp
    Bộ Công Thương
    Bộ Xây dựng
    Bộ Giao thông vận tải
    Bộ Thông tin & Truyền thông
    Bộ TT&TT
    Bộ Văn hóa, Thể thao & Du lịch
    Bộ VH-TT&DL
    Bộ VHTT&DL
    Bộ Nông nghiệp & Phát triển nông thôn
    Bộ NN&PTNT
    Bộ Nông nghiệp & Môi trường
    Bộ Tài nguyên & Môi trường
    Bộ TN&MT
    Bộ Dân tộc & Tôn giáo
    Ủy ban Dân tộc
    Ngân hàng Nhà nước
    Ngân hàng Nhà nước Việt Nam
    Thanh tra Chính phủ
    Văn phòng Chính phủ
    Văn phòng Quốc hội
    Ủy ban Thường vụ Quốc hội
    Ủy ban Văn hóa, Giáo dục, Thanh niên, Thiếu niên & Nhi đồng
    Ủy ban Văn hóa, Giáo dục
    Ban Tuyên giáo Trung ương
    Ban Chấp hành Trung ương
    Mặt trận Tổ quốc Việt Nam
    Trung ương Đoàn TNCS Hồ Chí Minh
    Đoàn TNCS Hồ Chí Minh
    Hội Liên hiệp Phụ nữ Việt Nam
    Hội Khuyến học Việt Nam
    Công đoàn Giáo dục Việt Nam
    Tổng Liên đoàn Lao động Việt Nam
    Tổng cục Giáo dục nghề nghiệp
    Tổng cục Dạy nghề
    Bảo hiểm xã hội Việt Nam
    Thông tấn xã Việt Nam
    Đài Truyền hình Việt Nam
    Đài Tiếng nói Việt Nam
    Vụ Giáo dục Mầm non
    Vụ Giáo dục Tiểu học
    Vụ Giáo dục Trung học
    Vụ Giáo dục Phổ thông
    Vụ Giáo dục Đại học
    Vụ Giáo dục Dân tộc
    Vụ Giáo dục Thường xuyên
    Vụ Giáo dục Thể chất
    Vụ Giáo dục Quốc phòng & An ninh
    Vụ Giáo dục Quốc phòng
    Vụ Giáo dục Chính trị & Công tác học sinh, sinh viên
    Vụ Giáo dục chính trị & Công tác học sinh sinh viên
    Vụ Công tác học sinh, sinh viên
    Vụ Công tác học sinh sinh viên
    Vụ Học sinh, sinh viên
    Vụ Tổ chức cán bộ
    Vụ Kế hoạch - Tài chính
    Vụ Kế hoạch Tài chính
    Vụ Khoa học, Công nghệ & Môi trường
    Vụ Khoa học, Công nghệ & Thông tin
    Vụ Pháp chế
    Vụ Thi đua - Khen thưởng
    Vụ Hợp tác quốc tế
    Vụ Đào tạo chính quy
    Vụ Dạy nghề chính quy
    Cục Quản lý chất lượng
    Cục Khảo thí & Kiểm định chất lượng giáo dục
    Cục Khảo thí & Kiểm định chất lượng
    Cục Nhà giáo & Cán bộ quản lý giáo dục
    Cục Nhà giáo & Cán bộ quản lý cơ sở giáo dục
    Cục Công nghệ thông tin
    Cục Khoa học, Công nghệ & Thông tin
    Cục Hợp tác quốc tế
    Cục Đào tạo với nước ngoài
    Cục Cơ sở vật chất
    Cục Cơ sở vật chất & Thiết bị trường học, đồ chơi trẻ em
    Cục Trẻ em
    Viện Khoa học Giáo dục Việt Nam
    Học viện Quản lý giáo dục
    Trường Cán bộ quản lý giáo dục Thành phố Hồ Chí Minh
    Trường Cán bộ quản lý giáo dục TP.HCM
    Nhà xuất bản Giáo dục Việt Nam
    NXB Giáo dục Việt Nam
    Đại học Quốc gia Hà Nội
    ĐH Quốc gia Hà Nội
    ĐHQG Hà Nội
    Đại học Quốc gia TP.HCM
    Đại học Quốc gia TP HCM
    Đại học Quốc gia Thành phố Hồ Chí Minh
    ĐH Quốc gia TP.HCM
    ĐHQG TP.HCM
    Hội đồng Quốc gia Giáo dục & Phát triển nhân lực
    Hội đồng Giáo sư Nhà nước
    Hội đồng Chức danh Giáo sư Nhà nước
"""
# Papers: behind "báo", "phóng viên", "theo", "ảnh", "nguồn" or a slash a name of the list is a paper, whatever else it means.
PAPERS = """
    VnExpress|VietNamNet|Vietnamnet|Vietnam+|Vietnamplus|Zing.vn|Zing|Infonet|Dân trí|Dân Trí|Thanh Niên|Thanh niên|Tuổi Trẻ|Tuổi trẻ
    Tiền Phong|Tiền phong|Lao Động|Lao động|Người Lao Động|Người lao động|Người Lao động|Giáo dục và Thời đại|Giáo dục & Thời đại|GD&TĐ
    Giáo dục Việt Nam|Sài Gòn Giải Phóng|SGGP|Hà Nội mới|Hànộimới|Pháp luật TP.HCM|Pháp Luật TP.HCM|Đời sống Plus|Đời Sống Plus
    Đời sống & Pháp luật|Đời sống và Pháp luật|Trí Thức Trẻ|Trí thức trẻ|TTXVN|VOV.VN|VOV|VTV|VTC News|VTC|Nhân Dân|Nhân dân
    Công an Nhân dân|Công an nhân dân|An ninh Thủ đô|An ninh thủ đô|Gia đình Việt Nam|Gia đình và Xã hội|Gia đình & Xã hội|Kiến Thức
    Khám phá|Người đưa tin|Thời đại|Tin Tức|Tin tức|Sức khỏe & Đời sống|Sức khỏe và Đời sống|Nông nghiệp Việt Nam|Phụ nữ|Phụ Nữ
    Vietnam Finance|CafeF|Kênh 14|Kenh14|Soha|Một Thế Giới|Một thế giới|Công Lý|Công lý|Đất Việt|Petrotimes|Pháp luật Việt Nam
""".replace("\n", "|")
_WORD = re.compile(r"\w+|[^\w\s]")
_LEADS = re.compile(
    r"(?:(?<!\w)(?:(?<!nhà )(?<!tình )(?<!thông )(?<!cảnh )(?<!họp )báo(?: điện tử)?|tờ|phóng viên|pv|theo|nguồn:?|ảnh:?|tạp chí)|[/(])\s?$",
    re.IGNORECASE,
)
_NAMES = sorted({name.strip() for name in PAPERS.split("|") if name.strip()}, key=len, reverse=True)
_PAPER_NAMES = frozenset(_NAMES)
_PAPER = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, _NAMES))})(?![\w&+])(?!\s[A-ZĐ][a-zà-ỹ])")
PAPER_HEAD = re.compile(
    r"(?<!\w)(?<!nhà )(?<!tình )(?<!thông )(?<!cảnh )(?<!họp )(?<!dự )(?<!mật )báo(?: điện tử)?\s$", re.IGNORECASE
)


def is_paper(name: str) -> bool:
    """Tell whether a whole name, with or without "báo" before it, is a known paper's."""
    return name in _PAPER_NAMES or (name[:4].lower() == "báo " and name[4:] in _PAPER_NAMES)


def _key(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, its marks left out, ``và`` for ``&``."""
    return tuple("va" if word == "&" else fold(word) for word in _WORD.findall(text) if word == "&" or word.isalnum())


_KEYS: dict[str, list[tuple[str, ...]]] = {}
for _line in BODIES.strip().splitlines():
    _folded = _key(_line)
    _KEYS.setdefault(_folded[0], []).append(_folded)
for _keys in _KEYS.values():
    _keys.sort(key=len, reverse=True)
# "bộ", "vụ" in small letters head words of the sentence too ("vụ việc"); the second word decides.
_HEAD = re.compile(
    r"(?<!\w)(?:bộ|vụ|cục|viện|ủy ban|uỷ ban|ban|hội|văn phòng|thanh tra|tổng cục|trường|học viện|đại học|đh|đhqg|ngân hàng|mặt trận"
    r"|trung ương|đoàn|công đoàn|tổng liên đoàn|bảo hiểm|thông tấn|đài|nhà xuất bản|nxb)(?!\w)",
    re.IGNORECASE,
)


def find_bodies(text: str) -> list[tuple[int, int]]:
    """Return the spans of the known bodies in a text (code points), in order, the longest name at each place.

    The name may be in any case but for its second word, of which the first letter is a capital (or a digit): so
    "vụ giáo dục" of a sentence is none.
    """
    found: list[tuple[int, int]] = []
    for head in _HEAD.finditer(text):
        if found and head.start() < found[-1][1]:
            continue
        first = fold(head.group().split()[0])
        words: list[tuple[str, int, int]] = []
        for match in _WORD.finditer(text, head.start(), head.start() + 120):
            word = match.group()
            if "\n" in text[words[-1][2] if words else match.start() : match.start()]:
                break
            if word == "&" or word.isalnum():
                words.append(("va" if word == "&" else fold(word), match.start(), match.end()))
            elif word not in ",-–.":
                break
        names = tuple(word for word, _, _ in words)
        for key in _KEYS.get(first, ()):
            if names[: len(key)] == key and any(c.isupper() for c in text[words[1][1] : words[1][2]][:1]):
                found.append((head.start(), words[len(key) - 1][2]))
                break
    return found


def find_papers(text: str) -> list[tuple[int, int]]:
    """Return the spans of the known papers (code points) where the words before them say that they are papers."""
    found = []
    for match in _PAPER.finditer(text):
        lead = _LEADS.search(text, max(match.start() - 16, 0), match.start())
        if lead:
            head = PAPER_HEAD.search(text, max(match.start() - 16, 0), match.start())
            found.append((head.start() if head else match.start(), match.end()))
    return found
