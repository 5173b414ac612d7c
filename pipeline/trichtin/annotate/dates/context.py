"""Whether digits that could be a date are one: what stands around ``1/3``, ``15.5``, ``2017`` decides."""

from __future__ import annotations

import re

from trichtin.annotate.numbers import CAPITALS

WINDOW = 50
# Words after which "5/2", "5.2" or "5-2" can only be a day.
STRONG_BEFORE = re.compile(
    r"(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|sớm|nay|mai|qua|kia|chủ nhật|khai giảng|\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])"
    r"|\d\s?h|h\s?\d\d|\d\s?giờ|phút|dịp|lễ)[\s,(]{1,3}(?:tức\s+)?$",
    re.IGNORECASE,
)
WEAK_BEFORE = re.compile(
    r"(?:\b(?:từ|đến|tới|vào|lúc|hồi|trước|sau|hết|bắt đầu|kể từ|và|cuối|tuần|sinh|là)[\s,(]{1,3}|[(\-–]\s?)$",
    re.IGNORECASE,
)
TIME_BEFORE = re.compile(r"\b(?:từ|đến|tới|vào|trước|sau|hết)\s$", re.IGNORECASE)
MONTH_BEFORE = re.compile(r"\btháng\s+$", re.IGNORECASE)
DAYS_AFTER = re.compile(r"\s+ngày\b(?!\s*\d)")
ADDRESS_BEFORE = re.compile(
    r"(?:\b(?:lớp|phòng|câu|t[ỷỉ] số|thắng|thua|h[òo]a|thang|ngõ|hẻm|ngách|số|kiệt|điểm|bậc|hạng|tờ|kh[óo][aá]|khối|nhóm|đường|nhà))\s+$",
    re.IGNORECASE,
)
RATIO_BEFORE = re.compile(
    r"(?:\b(?:chiếm|khoảng|gần|hơn|đạt|t[ỷỉ] lệ|chọi|bằng|giảm|tăng|quá|còn|cả|thứ|được|mất|loại|trong|có|trên|dưới|ít nhất|bộ|là))\s+$",
    re.IGNORECASE,
)
RATIO_AFTER = re.compile(
    r"\s*(?:số\b|tổng\b|tỉnh|thành phố|quận\b|huyện|xã\b|thí sinh|học sinh|sinh viên|giáo viên|cán bộ|người|em\b|trường|lớp\b|môn\b|câu\b"
    r"|bài\b|điểm|dân số|diện tích|thời gian|quãng|chặng|cuộc đời|chiều|đội\b|phiếu|thành viên|tiêu chí|đơn vị|hộ\b|phần\b|lượng|quân số"
    r"|nguyện vọng|ngành|nội dung|chỉ tiêu|giải\b|huy chương|đại biểu|ứng viên|ca\b|vụ\b|trận|chỗ|nước\b|quốc gia|thương binh|bệnh binh"
    r"|sân\b|của\b|lần\b|%|xét\b)",
    re.IGNORECASE,
)
# Days that everybody names without a year or the word "ngày".
FEASTS = frozenset({(8, 3), (30, 4), (1, 5), (1, 6), (27, 7), (2, 9), (20, 10), (20, 11), (22, 12), (26, 3), (9, 1)})
NUMBER_OF_DOCUMENT = re.compile(
    r"(?:\bsố|thông tư|nghị định|quyết định|nghị quyết|công văn|chỉ thị|luật|pháp lệnh|kh[óo][aá]|số hiệu|văn bản)\s+$",
    re.IGNORECASE,
)
# A year that ends the name of an examination belongs to the name.
NAME_BEFORE = re.compile(
    r"(?:(?:THPT|THCS|PTTH|phổ thông|tốt nghiệp)\s+(?:[Qq]uốc [Gg]ia|QG)|THPTQG|\bOlympic\s[^.;:,()\n]{1,40}|\w[\"”'’])\s+(?:năm\s+)?$"
)
CAPITAL_BEFORE = re.compile(rf"[^.!?:\s\"“”…)]\s+[\"'“‘(]?[{CAPITALS}][\w&-]{{0,20}}[\"'”’)]*\s+$")
NUMBER_BEFORE = re.compile(
    r"(?:hơn|khoảng|gần|trên|dưới|\bsố|chừng|\bmã|tài khoản|\btới|\bđủ|tổng|\bcó|được|VND|USD|phòng|điểm|giá)\s+$",
    re.IGNORECASE,
)
YEAR_CUE = re.compile(
    r"(?:năm|sinh|\bSN|\bsn|\btừ|\bkỳ|\bkì|nhìn|\bhè|\bxuân|\bthu|\bđông|[-–,/(]|và)\s*$", re.IGNORECASE
)
COUNTED_AFTER = re.compile(
    r"\s*(?:học sinh|sinh viên|thí sinh|giáo viên|người|em\b|cháu|trường\b|chỉ tiêu|lượt|t[ỷỉ]\b|triệu|nghìn|ngàn|đồng\b|USD|đ\b|m\b|m2|km|kg"
    r"|ha\b|tấn|cán bộ|đại biểu|suất|bộ\b|cuốn|chiếc|cái|con\b|căn|hộ\b|phòng|lớp\b|tình nguyện|thanh niên|đoàn viên|sản phẩm|cây|vé|bài\b|đơn\b"
    r"|hồ sơ|công\b|mét|lít|ngày\b|năm\b(?! học)|tháng\b|giờ|phút|giây|lần\b|điểm\b|quyển|tác phẩm|phần\b|xe\b|khách|chỗ|doanh nghiệp|phiếu"
    r"|vận động|bạn\b|tiến sĩ|hội viên|thành viên|tác giả|công nhân|cổ phiếu|ghế|kiểu|calo|từ\b|chữ\b|%)"
)


def _before(text: str, position: int) -> str:
    return text[max(0, position - WINDOW) : position]


def is_day(text: str, match: re.Match[str]) -> bool:
    """Whether ``5/2``, ``5.2``, ``5-2`` or ``5 tháng 2`` (with or without a year) is a day."""
    separator = match["s"].strip()
    groups = match.groupdict()
    year = match["y2"] or groups.get("y2w")
    if match["s"] not in ("-", "–") and separator == "-" and not year:
        return False  # "từ ngày 1 - 5": days without their month
    if match["lead"]:
        return True
    before = _before(text, match.start())
    if separator == "tháng" and DAYS_AFTER.match(text, match.end()):
        return False  # "1 tháng 12 ngày" is how long
    if separator == "-" and MONTH_BEFORE.search(before):
        return False  # "tháng 10-11 năm 2017" are two months
    if separator == "tháng":
        return bool(year) or not re.search(r"(?:trong|cả|các|suốt|hơn|khoảng|gần|sau|mỗi)\s+$", before, re.IGNORECASE)
    if year and separator in "/.-":
        joined = text[match.end("m2") : match.end()].strip(" 0123456789")
        return joined in (separator, "năm", ", năm") and not NUMBER_OF_DOCUMENT.search(before)
    day, month = int(match["d2"]), int(match["m2"])
    if STRONG_BEFORE.search(before):
        return True
    if ADDRESS_BEFORE.search(before):
        return False
    # Twenty sevenths is no share: a day after the twelfth is a date whatever stands around it.
    ratio = day <= 12 and bool(RATIO_BEFORE.search(before) or RATIO_AFTER.match(text, match.end()))
    if separator == "/":
        if NUMBER_OF_DOCUMENT.search(before) or "\n" in match.group():
            return False
        if WEAK_BEFORE.search(before):
            return not (ratio and day <= month)
        return not ratio and (day > month or (day, month) in FEASTS)
    if separator == "-" and day > 12 and TIME_BEFORE.search(before):
        return not COUNTED_AFTER.match(text, match.end())  # "trước 20-6": no range goes down
    if separator == "-":
        return not ratio and (day, month) in FEASTS and before[-2:-1].isalpha()
    return False


def is_month(text: str, match: re.Match[str]) -> bool:
    """Whether ``tháng 12`` is one of the year; in ``1 tháng 12 ngày`` it is how long."""
    return not (DAYS_AFTER.match(text, match.end()) and re.search(r"\d\s$", _before(text, match.start())))


def is_day_pair(text: str, match: re.Match[str]) -> bool:
    """Whether ``15-20/7``, ``11, 12/7``, ``10 và 11.5`` are days."""
    before = _before(text, match.start())
    strong = bool(match["lead"] or STRONG_BEFORE.search(before))
    separator = match["s2"].strip()
    if match["s1"] and match["s1"].strip() != separator:
        return False
    if match["s1"] and separator == "-" and re.search(r"\s(?:đến|tới)\s", match.group()):
        return strong or bool(WEAK_BEFORE.search(before)) or bool(re.search(r"\sngày\s", match.group()))
    listed = "," in match.group() or "và" in match.group() or "hoặc" in match.group()
    if listed or separator != "/":
        return strong or (separator == "tháng" and not listed)
    return strong or not (
        ADDRESS_BEFORE.search(before) or RATIO_BEFORE.search(before) or RATIO_AFTER.match(text, match.end())
    )


def is_year_of_name(text: str, match: re.Match[str]) -> bool:
    """Whether ``năm 2017`` stands for itself; after ``kỳ thi THPT quốc gia`` it is the end of a name."""
    return not NAME_BEFORE.search(_before(text, match.start()))


def is_bare_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits, or ``6/2017``, are a year: not a quantity, nor the end of a name."""
    before = _before(text, match.start())
    if NUMBER_OF_DOCUMENT.search(before) or NAME_BEFORE.search(before):
        return False
    if "m2" in match.groupdict():
        return True
    if not 1900 <= int(match["y2"]) <= 2099 or COUNTED_AFTER.match(text, match.end()) or NUMBER_BEFORE.search(before):
        return False
    if re.match(r"\s?[-–/]\s?\d", text[match.end() : match.end() + 4]) or re.search(r"\d\s?[-–/:]\s?$|\d\s$", before):
        return False
    if YEAR_CUE.search(before):
        return True
    return before[-2:-1].isalpha() and not CAPITAL_BEFORE.search(before)
