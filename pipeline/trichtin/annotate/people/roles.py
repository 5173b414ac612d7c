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
    "cụ_bà",
    "cụ_ông",
    "bé_gái",
    "bé_trai",
    "cháu_bé",
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

_GRADE = "(?:nguyên|cựu|(?<!chính\\s)quyền|tân|phó|thường trực|đồng|cố)"
_HEADS = """
bộ trưởng|thứ trưởng|thủ tướng|tổng thống|chủ tịch nước|tổng bí thư, chủ tịch nước|tổng bí thư|bí thư thứ nhất|bí thư|phó bí thư|chủ tịch|ủy viên
uỷ viên|giám đốc|tổng giám đốc|hiệu trưởng|hiệu trường|người đứng đầu|hiệu phó|trưởng phòng|trưởng ban|trưởng khoa|trưởng bộ môn|trưởng đoàn
trưởng công an|trưởng thôn|trưởng bản|trưởng trạm|trưởng nhóm|trưởng|viện trưởng|viện phó|vụ trưởng|vụ phó|cục trưởng
cục phó|tổng cục trưởng|chánh văn phòng|chánh thanh tra|chánh án|tổng thư ký|thư ký|tổng biên tập|trưởng ban biên tập
chủ nhiệm|tổ trưởng|tổ phó|khoa trưởng|đội trưởng|hội trưởng|hội phó|chủ tọa|thường trực|đại biểu quốc hội|đại biểu
đại sứ|tổng lãnh sự|tùy viên|thống đốc|thị trưởng|chỉ huy trưởng|chính ủy|tư lệnh|phát ngôn viên|người phát ngôn
trợ lý|cố vấn|chuyên viên chính|chuyên viên|chuyên gia|nghiên cứu viên|nghiên cứu sinh|giáo viên chủ nhiệm|giáo viên
giảng viên|giảng viên chính|giáo sư|trợ giảng|bảo mẫu|hiệu phó chuyên môn|nhân viên|bảo vệ|cán bộ|học sinh|hs|nam sinh
nữ sinh|nữ sinh viên|nam sinh viên|cựu học sinh|cựu sinh viên|sinh viên|học viên|thí sinh|tân sinh viên|thủ khoa
á khoa|tân thủ khoa|du học sinh|lớp trưởng|bí thư đoàn|phụ huynh|nhà văn|nhà thơ|nhà báo|nhà sử học|nhà nghiên cứu
nhà khoa học|nhà sáng lập|nhà tâm lý|tác giả|biên kịch|đạo diễn|diễn viên|ca sĩ|nhạc sĩ|nghệ sĩ|họa sĩ|người mẫu
hoa hậu|á hậu|vận động viên|kỳ thủ|cầu thủ|tiền đạo|tiền vệ|hậu vệ|thủ môn|huấn luyện viên trưởng|huấn luyện viên|hlv trưởng|hlv
nhà bình luận|nhà phân tích|nhà hoạt động|nhà quản lý|nhà ngoại giao|điều dưỡng|y tá|kế toán|lái xe|tài xế taxi|tài xế
ông chủ|điều phối viên|chi cục trưởng|chi cục phó|pgđ|gđ|phó gđ|phó vụ trưởng|phó cục trưởng|doanh nhân|người sáng lập
nông dân|công nhân|chủ trường|chủ cơ sở|chủ quán|chủ nhà|chủ xe|luật sư|thẩm phán|kiểm sát viên|điều tra viên
thanh tra viên|ngoại trưởng|nghị sĩ|thượng nghị sĩ|hạ nghị sĩ|nhà đầu tư|ceo|nghệ nhân|già làng|danh hài
trưởng đoàn đại biểu quốc hội|phó trưởng đoàn đại biểu quốc hội|mẹ|bố|cha|con trai|con gái|ông nội|bà nội|ông ngoại
bà ngoại|siêu mẫu|ngư phủ|ngư dân|thuyền trưởng|nhân chứng|tham mưu trưởng|tổng tham mưu trưởng|tỷ phú|phụ trách
đại diện|phi công|đầu bếp|kỹ thuật viên|phó phòng|phó khoa|phó ban|phó trưởng|chánh kế toán|kế toán trưởng|chánh
tổng phụ trách|tổng phụ trách đội|lãnh đạo|quản lý|thành viên|đặc phái viên|đặc sứ|người hòa giải|người hoà giải
người đồng sáng lập|nhà đồng sáng lập|đồng sáng lập|thành viên sáng lập|danh thủ|cựu chiến binh|độc giả|bạn đọc
khán giả|người dân|giám khảo|giám thị|host|người dẫn chương trình|phát thanh viên|biên tập viên|phóng viên
bình luận viên|gv|sv|chủ tịch quốc hội|đb|đbqh|hoa khôi|á khôi|nam vương|hot girl|hot boy|hotgirl|ca sĩ nhí|vũ công
diễn giả|giám đốc sở|trạm trưởng|hội thẩm|công tố viên|chấp hành viên|thái tử|hoàng tử|công chúa|nữ hoàng|quốc vương
nhà lãnh đạo|lãnh tụ|chủ tịch tỉnh|chủ tịch huyện|chủ tịch xã|chủ tịch phường|giám hiệu|quản nhiệm|cấp dưỡng|tạp vụ
thủ thư|quản sinh|bí thư chi bộ|đảng ủy viên|chiến sĩ|trung đội trưởng|đại đội trưởng|tiểu đoàn trưởng
chủ doanh nghiệp|chủ đầu tư|chủ cửa hàng|chủ trọ|chủ nhóm lớp|chủ nhóm trẻ|chủ lớp|tiểu thương|hướng dẫn viên
tình nguyện viên|cộng tác viên|trưởng nhóm nghiên cứu|blogger|youtuber|nhà giáo dục|nhà kinh tế|nhà văn hóa
nhà phê bình|dịch giả|soạn giả|nhà sản xuất|stylist|chuyên gia trang điểm|huấn luyện viên thể hình|điểm trưởng
nghi phạm|nghi can|bị cáo|bị can|lính cứu hỏa|lính cứu hoả|mc|người tạo mẫu|tổng chủ biên|chủ biên|trưởng điểm thi
phó trưởng điểm|cô chủ nhiệm|thầy chủ nhiệm|chuyên viên tư vấn|bác sĩ|kỹ sư|kiến trúc sư|dược sĩ|phó giáo sư|cử nhân
chánh thư ký|tỉnh ủy viên|thành ủy viên|huyện ủy viên|quận ủy viên|cảnh sát trưởng|kỹ sư trưởng|nhà giáo|thủ lĩnh|trưởng đại diện|huấn luyện viên phó|trọng tài|biên đạo|nhiếp ảnh gia|nhà thiết kế|nhà vật lý
nhà toán học|phó tổng biên tập|phó thủ tướng
"""
HEADS = sorted({h for line in _HEADS.split("\n") for h in line.split("|") if h}, key=len, reverse=True)
_HEAD = "(?:" + "|".join(re.escape(h).replace("sĩ", "s[ĩỹ]").replace("sỹ", "s[ĩỹ]") for h in HEADS) + ")"
# "tuyên bố", "công bố", "phân bố" are verbs.
_POST = rf"(?<!\w)(?<!tuyên\s)(?<!công\s)(?<!phân\s)(?<!ban\s)(?:{_GRADE}\s){{0,2}}{_HEAD}(?!\w)"

# What may follow the head of a role and still belongs to it, when no organisation follows.
# "lớp 12A1", "lớp 9/1", "lớp 11 chuyên văn", "lớp 10 Hoá 1", "lớp mầm 1", "khối 11".
_FIELD = r"(?-i:[Tt]oán|[Ll]ý|[Hh](?:óa|oá)|Sinh|Văn|Sử|Địa|Tin|Anh|Pháp|Nga|Trung)"
_CLASS_NAME = (
    rf"(?:\d{{1,2}}(?:\s{_FIELD}(?:\s?\d)?(?![\w-])"
    r"|\s?[A-Za-zĐ]{0,4}\d{0,2}(?:[./-]\d{1,2})?(?:\schuyên\s[\wĐ]+(?:\s\d)?)?)"
    rf"|chuyên\s{_FIELD}(?:\s[A-D]?\d)?"
    r"|(?:lá|chồi|mầm)(?!\snon)(?:\s\d{1,2})?)(?!\w)"
)
_CLASS = rf"(?:\s(?:của\s)?lớp\s{_CLASS_NAME}|\skhối\s(?:\d{{1,2}}|[A-D])(?!\w))"
_YEAR = r"(?:\snăm\s(?:thứ\s)?(?:nhất|hai|ba|tư|năm|cuối|\d)(?!\w))"
_SUBJECT = (
    r"(?:\s(?:bộ\smôn|môn|dạy|dạy\smôn)\s(?:(?:Ngữ\s)?[Vv]ăn|Tiếng\s\w+|Giáo dục\s\w+\s\w+|Toán|[Vv]ật\s[Ll][ýí]"
    r"|[Hh]óa(?:\s[Hh]ọc)?"
    r"|Sinh(?:\s[Hh]ọc)?|[Ll]ịch\s[Ss]ử|[Đđ]ịa(?:\s[Ll][ýí])?|Tin(?:\s[Hh]ọc)?|Âm nhạc|Mỹ thuật|Thể dục|GDCD|Sử|Lý"
    r"|Anh)(?!\w))"
)
_ADJUNCT = (
    r"(?:\s(?:thường trực|thứ nhất|dự khuyết|phụ trách chuyên môn|điều hành|chuyên môn"
    r"|hội đồng quản trị|hội đồng trường|hội đồng thành viên|liên bang|cấp cao|tâm lý|giáo dục|chủ nhiệm)(?!\w))"
)
ROLE = re.compile(rf"{_POST}(?P<whole>{_CLASS}|{_YEAR}|{_SUBJECT}|{_ADJUNCT}){{0,2}}", re.IGNORECASE)
CLASS_ONLY = re.compile(rf"(?P<together>cùng\s|đều\s)?(?P<studies>học\s)?(?P<of>[Ll]ớp|khối)\s(?P<name>{_CLASS_NAME})")
# "Trưởng" takes the head of the unit as its own: Trưởng phòng, Trưởng ban, Trưởng khoa.
UNIT_HEAD = re.compile(
    r"(?:văn phòng luật sư|văn phòng|nhóm lớp|nhóm trẻ|phòng|ban|khoa|bộ môn|đoàn|tiểu ban|trạm)(?!\w)", re.IGNORECASE
)
CHIEF = re.compile(r"(?:(?:phó\s)?trưởng|phó)$", re.IGNORECASE)
SCHOOL_ROLE = re.compile(
    r"(?:phó\s)?hiệu trưởng|hiệu phó|hiệu trường|sinh viên|(?:cựu|nguyên|tân) (?:học sinh|sinh viên|hiệu trưởng|giáo viên)|lớp phó|giáo viên|giảng viên|học sinh|nữ sinh|nam sinh|hs(?!\w)|bảo mẫu|tổ trưởng"
    r"|lớp trưởng"
    r"|(?:cô\s|thầy\s)?chủ nhiệm(?:\slớp|$)|(?:đang\s)?học lớp|(?:phó\s)?(?:trưởng\s)(?:phòng (?:đào tạo|công tác"
    r"|khảo thí|tuyển sinh|quản lý)|khoa\s|bộ môn)|tổng phụ trách|phụ huynh (?:lớp|khối)|thủ khoa khối",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"(?:trường|đại học|đh|học viện|cao đẳng|mầm non|tiểu học|thcs|thpt|cơ sở mầm non|trung tâm (?:GDTX|giáo dục thường xuyên|dạy nghề)|nhóm lớp|nhóm trẻ)(?!\w)",
    re.IGNORECASE,
)
MINOR = re.compile(
    r"(?:(?:nguyên|cựu)\s)?(?:(?:(?:tỉnh|thành|huyện|quận)\s)?(?:ủy|uỷ) viên(?!\sthường trực)|thành viên)|thí sinh|thủ khoa|tác giả|giám khảo|nhà báo|lãnh đạo|quản lý|nghi phạm"
    r"|nghi can|bị c[aá][on]",
    re.IGNORECASE,
)
# Who is spoken to or stands by is not the one named next: "trao đổi với phóng viên, bà A …".
LISTENER = re.compile(r"phóng viên|độc giả|bạn đọc|khán giả|người dân", re.IGNORECASE)
EDUCATION = re.compile(r"\s(?:GD\s?(?:&|-|–|và)?\s?ĐT|Giáo dục(?:\s(?:và|&|-)\sĐào tạo)?)(?!\w)")
