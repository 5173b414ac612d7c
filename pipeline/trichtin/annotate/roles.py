"""Titles, forms of address and posts of people in Vietnamese news, as lexicons and the expressions built on them.

Compiled by us from the ranks of Vietnamese universities, schools, administration, party, police and press.
"""

from __future__ import annotations

import re

TITLE = re.compile(
    r"(?:GS|PGS|TSKH|TS|ThS|Th\.S|Ths|ths|ThạcSĩ|BS|BSCKII|CKI|CKII|KS|LS|NGƯT|NGND|NSƯT|NSND|AHLĐ"
    r"|[Gg]iáo sư|[Pp]hó [Gg]iáo sư|[Tt]iến s[ĩỹ](?: [Kk]hoa học)?|[Tt]hạc s[ĩỹ]|[Bb]ác s[ĩỹ]|[Ll]uật sư|[Kk]ỹ sư"
    r"|[Nn]hà giáo [Ưư]u tú|[Nn]hà giáo [Nn]hân dân|[Dd]ược s[ĩỹ]|[Kk]iến trúc sư"
    r"|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tướng|tá|úy|uý))(?![^\W\d_])"
)
# Forms of address. They are neither title nor role, but a name stands behind them.
ADDRESS = [
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "thầy",
    "cô",
    "cháu",
    "bé",
    "bác",
    "chú",
    "cậu",
    "cụ",
    "dì",
    "thầy_giáo",
    "cô_giáo",
    "nhà_giáo",
    "đồng_chí",
    "đ/c",
    "bạn",
    "ngài",
    "mr",
    "mrs",
    "ms",
    "vợ_chồng_anh",
    "vợ_chồng_chị",
    "hai_em",
    "các_em",
    "các_ông",
    "các_bà",
    "hai_cháu",
]
ADDRESS_END = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted((a.replace("_", " ") for a in ADDRESS), key=len, reverse=True)) + r")\.?\s{1,3}$",
    re.IGNORECASE,
)

_GRADE = "(?:nguyên|cựu|quyền|tân|phó|thường trực|đồng)"
_HEADS = """
bộ trưởng|thứ trưởng|thủ tướng|tổng thống|chủ tịch nước|tổng bí thư|bí thư thứ nhất|bí thư|phó bí thư|chủ tịch|ủy viên|uỷ viên
giám đốc|tổng giám đốc|hiệu trưởng|hiệu phó|trưởng phòng|trưởng ban|trưởng khoa|trưởng bộ môn|trưởng đoàn|trưởng công an|trưởng thôn
trưởng bản|trưởng trạm|trưởng nhóm|trưởng|viện trưởng|viện phó|vụ trưởng|vụ phó|cục trưởng|cục phó|tổng cục trưởng|chánh văn phòng
chánh thanh tra|chánh án|tổng thư ký|thư ký|tổng biên tập|trưởng ban biên tập|chủ nhiệm|tổ trưởng|tổ phó|khoa trưởng|đội trưởng
hội trưởng|hội phó|chủ tọa|thường trực|đại biểu quốc hội|đại biểu|đại sứ|tổng lãnh sự|tùy viên|thống đốc|thị trưởng|chỉ huy trưởng
chính ủy|tư lệnh|phát ngôn viên|người phát ngôn|trợ lý|cố vấn|chuyên viên chính|chuyên viên|chuyên gia|nghiên cứu viên|nghiên cứu sinh
giáo viên chủ nhiệm|giáo viên|giảng viên|giảng viên chính|giáo sư|trợ giảng|bảo mẫu|hiệu phó chuyên môn|nhân viên|bảo vệ|cán bộ
học sinh|hs|nam sinh|nữ sinh|nữ sinh viên|nam sinh viên|cựu học sinh|cựu sinh viên|sinh viên|học viên|thí sinh|tân sinh viên|thủ khoa|á khoa|tân thủ khoa|du học sinh
lớp trưởng|bí thư đoàn|phụ huynh|nhà văn|nhà thơ|nhà báo|nhà sử học|nhà nghiên cứu|nhà khoa học|nhà sáng lập|nhà tâm lý|tác giả|biên kịch|đạo diễn
diễn viên|ca sĩ|nhạc sĩ|nghệ sĩ|họa sĩ|người mẫu|hoa hậu|á hậu|vận động viên|kỳ thủ|cầu thủ|tiền đạo|tiền vệ|hậu vệ|thủ môn
huấn luyện viên trưởng|huấn luyện viên|hlv|nhà bình luận|nhà phân tích|nhà hoạt động|nhà quản lý|nhà ngoại giao|điều dưỡng|y tá|kế toán|lái xe|tài xế taxi|tài xế|ông chủ|điều phối viên|chi cục trưởng|chi cục phó|pgđ|gđ|phó gđ|phó vụ trưởng|phó cục trưởng|doanh nhân|người sáng lập|nông dân|công nhân|chủ trường|chủ cơ sở|chủ quán|chủ nhà|chủ xe
luật sư|thẩm phán|kiểm sát viên|điều tra viên|thanh tra viên|ngoại trưởng|nghị sĩ|thượng nghị sĩ|hạ nghị sĩ|nhà đầu tư|ceo|mẹ|bố|cha|con trai|con gái|ông nội|bà nội|ông ngoại|bà ngoại
siêu mẫu|ngư phủ|ngư dân|thuyền trưởng|nhân chứng|tham mưu trưởng|tổng tham mưu trưởng|tỷ phú|phụ trách|đại diện|phi công|đầu bếp|kỹ thuật viên
huấn luyện viên phó|trọng tài|bình luận viên|biên đạo|nhiếp ảnh gia|nhà thiết kế|nhà vật lý|nhà toán học|phó tổng biên tập|phó thủ tướng
"""
HEADS = sorted({h for line in _HEADS.split("\n") for h in line.split("|") if h}, key=len, reverse=True)
_HEAD = "(?:" + "|".join(re.escape(h) for h in HEADS) + ")"
# "tuyên bố", "công bố", "phân bố" are verbs.
_POST = rf"(?<!tuyên\s)(?<!công\s)(?<!phân\s)(?:{_GRADE}\s){{0,2}}{_HEAD}(?!\w)"

# What may follow the head of a role and still belongs to it, when no organisation follows.
_CLASS = r"(?:\slớp\s(?:\d{1,2}\s?[A-Za-zĐ]{0,4}\d{0,2}(?:[./-]\d{1,2})?|lá|chồi|mầm)(?!\w))"
_YEAR = r"(?:\snăm\s(?:thứ\s)?(?:nhất|hai|ba|tư|năm|cuối|\d)(?!\w))"
_SUBJECT = (
    r"(?:\s(?:bộ\smôn|môn|dạy|dạy\smôn)\s(?:(?:Ngữ\s)?[Vv]ăn|Tiếng\s\w+|Giáo dục\s\w+\s\w+|Toán|[Vv]ật\s[Ll][ýí]|[Hh]óa(?:\s[Hh]ọc)?"
    r"|Sinh(?:\s[Hh]ọc)?|[Ll]ịch\s[Ss]ử|[Đđ]ịa(?:\s[Ll][ýí])?|Tin(?:\s[Hh]ọc)?|Âm nhạc|Mỹ thuật|Thể dục|GDCD|Sử|Lý|Anh)(?!\w))"
)
_ADJUNCT = r"(?:\s(?:điều hành|chuyên môn|hội đồng quản trị|hội đồng trường|hội đồng thành viên|liên bang|cấp cao|tâm lý|giáo dục|chủ nhiệm)(?!\w))"
ROLE = re.compile(rf"{_POST}(?:{_CLASS}|{_YEAR}|{_SUBJECT}|{_ADJUNCT}){{0,2}}", re.IGNORECASE)
CLASS_ONLY = re.compile(r"(?:cùng\s|đều\s)?(?:học\s)?(?:lớp\s)(\d{1,2}\s?[A-Za-zĐ]{0,4}\d{0,2}(?:[.-]\d{1,2})?)(?!\w)")
# "Trưởng" takes the head of the unit as its own: Trưởng phòng, Trưởng ban, Trưởng khoa.
UNIT_HEAD = re.compile(r"(?:phòng|ban|khoa|bộ môn|đoàn|tiểu ban|trạm|công an)(?!\w)", re.IGNORECASE)
CHIEF = re.compile(r"(?:phó\s)?trưởng$", re.IGNORECASE)
SCHOOL_ROLE = re.compile(
    r"(?:phó\s)?hiệu trưởng|hiệu phó|giáo viên|giảng viên|học sinh|nữ sinh|nam sinh|hs|bảo mẫu|tổ trưởng", re.IGNORECASE
)
SCHOOL = re.compile(
    r"(?:trường|đại học|đh|học viện|cao đẳng|mầm non|tiểu học|thcs|thpt|cơ sở mầm non|nhóm lớp|nhóm trẻ)(?!\w)",
    re.IGNORECASE,
)
MINOR = re.compile(r"(?:nguyên\s)?(?:ủy|uỷ) viên|thí sinh|thủ khoa|tác giả", re.IGNORECASE)
EDUCATION = re.compile(r"\s(?:GD\s?(?:&|-|–|và)?\s?ĐT|Giáo dục(?:\s(?:và|&|-)\sĐào tạo)?)(?!\w)")
