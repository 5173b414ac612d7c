"""The lines of a page, and the marks by which a reader sees what a line is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichtin.annotate.links.ids import fold
from trichtin.annotate.numbers import CAPITALS


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line: offsets in the page (white space at its edges left out), its text, blank lines before it."""

    start: int
    end: int
    text: str
    gap: int


def split_lines(text: str) -> list[Line]:
    """Return the non-empty lines of a page in order."""
    lines: list[Line] = []
    position = gap = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            lines.append(Line(start, start + len(stripped), stripped, gap))
            gap = 0
        else:
            gap += 1
        position += len(raw) + 1
    return lines


# The paper's name or the place, then a dash, opens a lead: "GD&TĐ - ", "(TNTH) – ", "TTO - ", "Hà Nội -".
DATELINE = re.compile(
    r"(?:\([A-ZĐ][^()\n]{1,20}\)|\(?[A-ZĐ][\w&Đ.]{1,12}(?:\.vn|\.VN)?\)?(?:\s[A-ZĐ]\w{1,8})?\)?)(?:\s?[-–—]\s|\s[-–—](?=\w))"
)
NAME = rf"\s[{CAPITALS}][^\W\d]*\.?"  # a word of a name, with the space before it
CREDIT = re.compile(
    r"(?:\(?(?:ảnh|hình|nguồn ảnh|nguồn|photo|clip|video|đồ h[oọ][aạ]|minh h[oọ][aạ]|ảnh minh h[oọ][aạ]|nguồn video)\b[^.!?]{0,30}"
    r"[:/][^.!?]{1,40}\)?|.{0,40}/(?:int|internet|nvcc|tl)|minh h[oọ][aạ]|(?:ảnh|hình) minh h[oọ][aạ]|ảnh: ?\S.{0,30}"
    # What the form of a photo holds until somebody fills it in.
    rf"|(?:mô tả|chú thích) (?:ảnh|hình)|\(?(?:ảnh|đồ h[oọ][aạ])(?-i:(?:{NAME}){{1,5}})\)?)\.?",
    re.IGNORECASE,
)
CREDIT_TAIL = re.compile(
    r"(?:[.(]\s?\(?(?:ảnh|hình|nguồn|minh h[oọ][aạ]|ảnh minh h[oọ][aạ])\b\s?[:/]?[^.]{0,30}"
    r"|\S\s[-–—]\s?\(?(?:ảnh|hình|nguồn|đồ h[oọ][aạ]|video|clip)(?:(?:\sminh\sh[oọ][aạ])?:[^?!]{1,30}"
    rf"|(?-i:(?:{NAME}){{1,5}})))\)?\.?$",
    re.IGNORECASE,
)
LONGEST_CAPTION = 250  # characters
STAMP = re.compile(
    r"\(?(?:(?:ngày đăng|đăng ngày|đăng lúc|cập nhật(?: lúc)?|xuất bản)[:,\s-]{1,3}|[\w&]{2,8}(?: \| | - ))?"
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cn),?[\s|-]{0,3}(?:ngày )?)?(?:\d{1,2}[:h]\d{2}[,\s|–-]{0,3})?"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?:[,\s|–-]{0,3}\d{1,2}[:h]\d{2})?(?:\s?(?:am|pm|\(?gmt\s?\+?\d?\)?)){0,2}\)?"
    r"|\d{1,2} (?:phút|giờ|ngày|tuần|tháng) trước|vừa xong|hôm (?:qua|nay)(?:,? \d{1,2}[:h]\d{2})?"
    # Any other order of the words of days and hours, where a year is among them: "20 giờ 25 phút, ngày 20/10/2026".
    r"|(?=(?:\D*\d+\D){2})(?=.*\b\d{4}\b)(?:(?:\d+|thứ|hai|ba|tư|năm|sáu|bảy|chủ nhật|ngày|tháng|lúc|giờ|phút|h|am|pm|gmt)(?:[\s,.:/|()+–-]+|\b|$))+",
    re.IGNORECASE,
)
STAMP_INSIDE = re.compile(
    r"\d{1,2}[:h]\d{2}\D{0,3}\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4}\D{0,3}\d{1,2}[:h]\d{2}|GMT"
)
LINK = re.compile(
    r"(?:>>|»|>|→|▶|►|\[xem|xem thêm|đọc thêm|đọc tiếp|mời (?:quý )?(?:bạn|độc giả)|xem tiếp)", re.IGNORECASE
)
BULLET = re.compile(r"(?:[-–—•*+●▪■]|\d{1,2}[.)])\s?\S")
TAG_LINE = re.compile(r"(?:tags?|từ khóa|từ khoá|chủ đề|chuyên mục)\b\s?:?|#\w", re.IGNORECASE)
SPEAKER = re.compile(r"(?:PV|Phóng viên|Hỏi|Đáp|Ông|Bà|PGS|GS|TS|ThS|MC|Thầy|Cô|Bộ trưởng|Thứ trưởng)\b[^:.?!]{0,50}:")
# A name and nothing else, or two with a dash: the author, or the writer of a comment.
NAME_LINE = re.compile(rf"(?:[{CAPITALS}][\w.]{{0,7}}[\s.,–-]{{1,3}}){{1,6}}[{CAPITALS}]\w{{0,7}}")
# A name that opens a line, with what it says: "Hùng Lê: …", "Mai Anh (Huế): …"; readers' comments stand in rows of them.
NAMED = re.compile(rf"([{CAPITALS}][^\W\d]*(?:[\s.]{{1,2}}[{CAPITALS}][^\W\d]*){{0,4}})\s?(?:\([^()]{{1,25}}\)\s?)?:\s")
SENTENCE_END = re.compile(r"[.!?…:;,][\"”’)»]?$")
# No sentence ends in "TP. HCM", "PGS. TS. Nguyễn", "ông N. T. H." or "St. Petersburg".
SENTENCE_BREAK = re.compile(
    rf"(?:(?<=[.!?…])(?<!T[Pp]\.)(?<![GTBK]S\.)(?<!ThS\.)(?<!Th\.s\.)(?<!St\.)(?<![\s.(][{CAPITALS}]\.)|(?<=[.!?…][”\"’)]))"
    rf"\s+(?=[{CAPITALS}“\"])"
)
# Words of offers, and of people who speak for themselves: advertisements and readers' comments in whole sentences.
OFFER = re.compile(
    r"\b(?:giảm (?:giá|sốc|ngay|thêm|đến|\d+)|ưu đãi|khuyến m[ãạ]i|miễn phí|tặng (?:ngay|quà|kèm|gói|\d+)|quà tặng|trả góp|lãi suất|chỉ từ"
    r"|giá từ|giá rẻ|đặt (?:mua|hàng|chỗ|phòng)|mua (?:ngay|\d+)|giao hàng|hotline|li[eê]n hệ|đăng ký|tư vấn|khai giảng|khai trương|học thử"
    r"|dùng thử|căn hộ|mở bán|chiết khấu|bí quyết|cơ hội|hoàn tiền|chính hãng|bảo hành|cam kết|độc quyền|khách hàng|trị giá|thanh toán"
    r"|inbox|website|click|truy cập|tải (?:app|ứng dụng)|xem ngay|tuyển gấp|không cần|trọn gói|sản phẩm|voucher|sale|combo|tại nhà)\b",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"\b(?:tôi|mình|bạn|các bạn|bác|ạ|nhé|nhỉ|cháu|xin|mong|cảm ơn|hay quá|quá|sao|hãy|ủng hộ|theo mình)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(r"\b(?:0\d{2,3}|1[89]00)[\s.]?\d{2,4}[\s.]?\d{2,4}|www\.|https?:|\w\.(?:com|vn|net)\b|\w@\w")
BOX_WORDS = frozenset(
    """
    chia se|binh luan|gui binh luan|facebook|zalo|twitter|email|in bai viet|in trang|luu bai|thich|theo doi|dang nhap|dang ky
    trang chu|lien he|quang cao|rss|copyright|ban quyen|giay phep|toa soan|hotline|duong day nong|tong bien tap|copy link
    sao chep|danh gia|y kien|ban doc|nhan tin|tai ung dung|app|podcast|nghe doc bai|co chu|google news|fanpage|youtube|tiktok
    xem them binh luan|phan hoi|tra loi|dong y|tim kiem|menu|e paper|thong bao|moi nhat|quan tam nhat|video|anh|longform
    infographic|so bao in|dien thoai|fax|dia chi|co quan chu quan|phat trien boi|gop y|cai dat|tu choi|cookie
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
) - {""}
# Headings that boxes of links often bear. A soft sign beside the others: most boxes of an unseen site bear none of these.
BOX_HEADINGS = frozenset(
    """
    tin tieu diem|dung bo lo|co the ban quan tam|doc nhieu|doc nhieu nhat|tin lien quan|tin cung chuyen muc|tin khac|tin moi|tin moi nhat
    xem nhieu|bai lien quan|bai viet lien quan|cung chuyen muc|tin doc nhieu|tin nong|tin noi bat|de xuat cho ban|danh cho ban
    co the ban thich|ban nen doc|doc them|xem them|tieu diem|moi nhat|su kien|dong su kien|tin bai khac|cac tin khac|bai cung chuyen muc
    noi bat|video noi bat|multimedia|emagazine|goc nhin|thoi su|bai doc nhieu|tin hot|nong trong ngay|quan tam nhat|chu de lien quan
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
) - {""}


def without_dateline(text: str) -> str:
    """Return a line from behind the paper's name or the place that it opens with."""
    dateline = DATELINE.match(text)
    return text[dateline.end() :] if dateline else text


def is_caption(text: str) -> bool:
    """Tell whether a line is the caption of a photo, by who took it, which it ends with."""
    return len(text) < LONGEST_CAPTION and bool(CREDIT_TAIL.search(text))


BOX_PHRASES = {
    first: [f" {phrase} " for phrase in BOX_WORDS if phrase.split()[0] == first]
    for first in {phrase.split()[0] for phrase in BOX_WORDS}
}


def is_box_heading(text: str) -> bool:
    """Tell whether a short line is a heading that boxes of links often bear."""
    return len(text) <= 40 and fold(text.strip(" :|>»•-")) in BOX_HEADINGS


def box_words(text: str) -> int:
    """Count the words of sharing, commenting and navigation in a short line."""
    if len(text) > 160:
        return 0
    folded = fold(text)
    around = f" {folded} "
    return sum(phrase in around for first in set(folded.split()) for phrase in BOX_PHRASES.get(first, ()))
