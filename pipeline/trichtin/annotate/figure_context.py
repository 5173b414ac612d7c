"""What the words around a number make of it: an ordinal, a clock time, a mark, ``hơn`` and ``khoảng``, a rate."""

from __future__ import annotations

import re

WINDOW = 60
NEAR = 24


def _left(text: str, start: int, width: int = WINDOW) -> str:
    return text[max(0, start - width) : start]


def _words(listed: str) -> str:
    return "|".join(word.strip().replace(" ", r"\s+") for word in listed.split(","))


# A number after these names its bearer (lớp 10, Điều 17, tầng 2), whatever noun comes next.
_NAMED_BY_NUMBER = _words(
    """
    số, con số, mã, mã số, mã ngành, mã đề, thứ, lần, lần thứ, hạng, top, tốp, điều, khoản, chương, tầng, lầu, quận, phường,
    quốc lộ, tỉnh lộ, ql, đường, ngõ, ngách, hẻm, kiệt, hệ số, khóa, khoá, học kỳ, học kì, hk, kỳ, kì, nguyện vọng, nv, khu vực,
    kv, mô-đun, mô đun, module, môđun, công nghiệp, cách mạng, phiên bản, hình, bảng, trang, câu, ví dụ, kênh, vtv, đợt, giai đoạn,
    tháng, ngày, mùng, mồng, rằm, tuần thứ, năm thứ, cơ sở, phân hiệu, tiết, tập, quý, thế kỷ, thế kỉ, loại, bậc, phụ lục,
    thông tư, nghị định, nghị quyết, quyết định, công văn, chỉ thị, đầu số, tổng đài, hotline, điện thoại, đt, zone, tiêu chí,
    tổ dân phố, khu phố, ấp, thôn, xóm, tiểu khu, phương án, chỉ tiêu số, dạng, đoạn, block, lô, cột, biển số, huyện số, thang điểm,
    trung đoàn, sư đoàn, quân khu, covid, đại hội, nhóm tuổi số, quyển, phần thứ, km, cây số, vietlott, world cup, euro, u,
    bình quân số, tờ số, thẻ số, cvm, ngạch, sđt, fax, tel, bước, mục"""
)
_ALWAYS = re.compile(
    rf"(?:^|[^\w])(?:{_NAMED_BY_NUMBER})(?:\s+(?:số|thứ))?[\s:]{{1,2}}$",
    re.IGNORECASE,
)
_ROUND = re.compile(r"(?:^|\W)vòng\s+$", re.IGNORECASE)
_WITHIN = re.compile(r"(?:trong|khoảng|suốt|gồm|có|qua|mấy|các)\s+vòng\s+$", re.IGNORECASE)  # "trong vòng 3 năm"
_GRADE = re.compile(r"(?:^|[^\w])(?:lớp|khối|khối lớp|mẫu giáo|hệ)\s+(?:từ\s+)?$", re.IGNORECASE)
_EACH = re.compile(r"(?:mỗi|một|bình quân|trung bình|mấy|các|sĩ số|toàn|cả)\s+(?:\w+\s+)?\w+\s+$", re.IGNORECASE)
_TOTAL = re.compile(r"(?:trong|tổng|trên|của|con|những|các)\s+số\s+$|tổng số\s+$|con số\s+$", re.IGNORECASE)
_TIMES_IN = re.compile(r"(?:^|[^\w])(?:ngày|tuần|tháng|năm|buổi|kỳ|học kỳ)\s+$", re.IGNORECASE)
_YEAR_OF_STUDY = re.compile(r"(?:sinh viên|học sinh|sv|học viên|học)\s+năm\s+$", re.IGNORECASE)
_TIMES_NOUNS = ("lần", "buổi", "tiết", "kỳ", "đợt", "học kỳ", "bữa", "ca", "vụ", "suất", "giờ", "phiên", "chuyến", "lượt")


def is_identifier(text: str, start: int, value: float, noun: str | None) -> bool:
    """Whether a number is an ordinal or the name of something (``lớp 10``, ``Điều 17``, ``lần thứ 3``).

    Args:
        text: the article.
        start: offset of the number.
        value: the number.
        noun: the counted noun of the list that follows, None when there is none.
    """
    left = _left(text, start, NEAR + 12)
    if noun and _TIMES_IN.search(left) and noun.startswith(_TIMES_NOUNS) and value < 31:
        return False
    if _TOTAL.search(left):
        return False
    if _GRADE.search(left):
        return not (noun and (value > 12 or _EACH.search(left)))
    if _YEAR_OF_STUDY.search(left):
        return True
    if re.search(r"(?:^|\W)năm\s+$", left, re.IGNORECASE):
        return not noun or value < 7 or value > 1500
    if _ROUND.search(left) and not _WITHIN.search(left):
        return True
    if _ALWAYS.search(left):
        return not (noun and _EACH.search(left))
    return bool(re.search(r"(?:\w[-–_/.]|#|№|[nN]o\.\s?|[A-Z]\d*[-–])\Z", left))


_CLOCK_BEFORE = re.compile(
    r"(?:^|\W)(?:lúc|hồi|vào|từ|đến|tới|trước|sau|khoảng|tầm|gần|hơn|đúng|mãi|cho đến|chậm nhất|muộn nhất|kể từ|và|-|–)\s+$", re.IGNORECASE
)
_CLOCK_AFTER = re.compile(
    r"\s*(?:sáng|trưa|chiều|tối|đêm|khuya|rạng|kém|rưỡi|ngày|hôm|cùng|thứ|giờ|theo|GMT|\(|-|–|đến|[/]\d)|\s*\d|\s*[,.]?\s*(?:tại)", re.IGNORECASE
)
_LASTING_BEFORE = re.compile(
    r"(?:^|\W)(?:trong|trong vòng|trong khoảng|trong suốt|suốt|kéo dài|kéo dài khoảng|mất|mất khoảng|hết|dài|cả|thêm|đủ|từng|mỗi ngày|một ngày|ngày|tuần"
    r"|thời gian|thời lượng|cách|tổng|tối đa|ít nhất|tối thiểu|không quá|chưa đầy|chưa đến|hơn|gần|chỉ|có|học|ngủ|dạy|làm|làm việc|quá|dưới|trên|mỗi|tới|sau"
    r"|khoảng|được|dành|đến)\s+(?:khoảng\s+|gần\s+|hơn\s+|tới\s+)?$",
    re.IGNORECASE,
)
_LASTING_ALWAYS = re.compile(
    r"(?:^|\W)(?:trong|trong vòng|trong khoảng|suốt|trong suốt|kéo dài|mất|hết|dài|thêm|từng|mỗi ngày|một ngày|thời gian|thời lượng|tổng|tối đa|ít nhất|tối thiểu"
    r"|không quá|chưa đầy|chưa đến|hơn|gần|mỗi|dành|học|ngủ|dạy|làm việc|cách nhau|quá)\s+(?:khoảng\s+|gần\s+|hơn\s+|tới\s+)?$",
    re.IGNORECASE,
)
_LASTING_AFTER = re.compile(
    r"\s*(?:liền|liên tục|liên tiếp|/|mỗi|một ngày|một tuần|học|dạy|giảng|làm|bay|đi|để|ôn|tự|nữa|trước|sau|qua|tới|thực|tín|lao|bồi|chạy|di|đồng hồ|luyện|nghỉ|ngủ|phẫu|vận)",
    re.IGNORECASE,
)


_AT_ABOUT = re.compile(r"(?:^|\W)(?:lúc|hồi|vào)\s+(?:khoảng|tầm|lúc|gần|hơn|khoảng hơn|khoảng gần)\s+$", re.IGNORECASE)


def is_clock_time(text: str, start: int, end: int, *, minutes: bool, abbreviated: bool) -> bool:
    """Whether hours are a time of day (``lúc 8 giờ``, ``7h30``) rather than how long something takes.

    Args:
        text: the article.
        start, end: offsets of the number with its unit.
        minutes: minutes follow (``2h30``).
        abbreviated: the unit is written ``h``, as clock times mostly are.
    """
    left = _left(text, start, NEAR)
    if _AT_ABOUT.search(left):
        return True
    if _LASTING_ALWAYS.search(left) and not re.match(r"\s*(?:sáng|trưa|chiều|tối|ngày\s\d|hôm|cùng ngày)", text[end : end + 12]):
        return False
    if minutes or abbreviated:
        return not (re.match(r"\s*(?:đồng hồ|liền|liên tục|liên tiếp)", text[end : end + 14]))
    if _CLOCK_AFTER.match(text, end):
        return True
    if _LASTING_AFTER.match(text, end):
        return False
    return bool(_CLOCK_BEFORE.search(left)) and not _LASTING_BEFORE.search(left)


_NO_GAP = r"(?:\s+(?:ngưỡng|mốc|mức|con\s+số|cả|tới))?[\s(:]{1,2}$"
_GAP = (
    r"(?:\s+(?:là|có|từ|đến|tới|cả|được|đạt|phải|phải\s+có|phải\s+đạt|chỉ|ở\s+mức|mức|ngưỡng|mốc|thêm|đủ|khoảng|trong|số|cho|cũng|tổng\s+cộng))?"
    r"[\s(:]{1,2}(?:từ\s+)?$"
)
_MODIFIERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?:^|[^\w])(?:{_words(words)}){gap}", re.IGNORECASE), name)
    for words, gap, name in (
        ("trên dưới", _NO_GAP, "approx"),
        ("không dưới, không ít hơn, không thấp hơn, ít nhất, tối thiểu, không nhỏ hơn, chí ít, không kém, lớn hơn hoặc bằng", _GAP, "ge"),
        ("không quá, tối đa, không vượt quá, không hơn, không nhiều hơn, nhiều nhất, không cao hơn, chậm nhất, không lớn hơn", _GAP, "le"),
        ("nhỏ hơn hoặc bằng, bé hơn hoặc bằng", _GAP, "le"),
        ("chưa đến, chưa tới, chưa đầy, chưa được, không đến, không tới, không đầy, dưới, chưa quá", _NO_GAP, "lt"),
        ("khoảng, khoảng chừng, chừng, ước tính, ước, ước chừng, ước đạt, xấp xỉ, tầm, vào khoảng, dao động, trung bình khoảng", _GAP, "approx"),
        ("gần, ngót, gần như, cỡ, suýt soát", _NO_GAP, "approx"),
        ("hơn, trên, quá, vượt, vượt quá, vượt mức, nhiều hơn, lớn hơn", _NO_GAP, "gt"),
    )
)
_COMPARED = re.compile(
    r"(?:cao|thấp|ít|nhiều|lớn|nhỏ|tăng|giảm|kém|nhanh|chậm|dài|ngắn|sớm|muộn|già|trẻ|đắt|rẻ|nặng|nhẹ|tốt|xa|sâu|rộng|hẹp|lâu|thua)\s+hơn\s+$", re.IGNORECASE
)
_UPWARDS = re.compile(r"(?:\s+[^\W\d_]+){0,4}?\s+trở\s+(?P<way>lên|xuống)\b")
_OLDER = re.compile(r"(?:^|\W)ngoài\s+$", re.IGNORECASE)
_SPACE = re.compile(r"(?:^|\W)(?:trên|dưới)\s+$", re.IGNORECASE)


def modifier_of(text: str, start: int, end: int, kind: str, *, exact: bool) -> str | None:
    """Return ``approx``, ``gt``, ``lt``, ``ge`` or ``le`` when the words around a figure say so.

    Args:
        text: the article.
        start, end: offsets of the figure.
        kind: its kind.
        exact: the number is small and spelled out: ``trên hai lĩnh vực`` is about where, not how many.
    """
    upwards = _UPWARDS.match(text, end)
    if upwards:
        return "ge" if upwards["way"] == "lên" else "le"
    left = _left(text, start, NEAR + 8)
    if _COMPARED.search(left) and not re.search(r"không\s+(?:ít|thấp|nhỏ|cao|nhiều|lớn)\s+hơn\s+$", left, re.IGNORECASE):
        return None
    if exact and _SPACE.search(left):
        return None
    if kind == "age" and _OLDER.search(left):
        return "gt"
    return next((name for pattern, name in _MODIFIERS if pattern.search(left)), None)


_RATE = re.compile(
    r"\s?/\s?(?P<slash>(?:1\s+)?[^\W\d_]+(?:\s(?:sinh|học|chỉ|kỳ|khóa|viên|vuông|đầu người))?)"
    r"|\s+(?:mỗi|một|trên\s+một|/1)\s+(?P<word>năm\s+học|năm|tháng|tuần|ngày|giờ|người|học\s+sinh|em|tín\s+chỉ|học\s+kỳ|môn|tiết|buổi|suất|km|kg|m2|lượt|lần)(?!\w)",
    re.IGNORECASE,
)


def rate_after(text: str, end: int) -> str | None:
    """Return what a rate is per (``tháng`` in ``1,2 triệu đồng/tháng``), or None."""
    match = _RATE.match(text, end)
    return (match["slash"] or match["word"]).strip() if match else None


_MONEY_NEAR = re.compile(
    r"(?:giá|lương|học phí|tiền|thu nhập|lệ phí|chi phí|kinh phí|đóng|nộp|trả|vay|thưởng|đầu tư|ngân sách|doanh thu|hỗ trợ|vốn|nợ|bán|mua|phạt|tặng|tốn|mất|kiếm"
    r"|lãi|thù lao|quỹ|chi trả|bồi thường|trị giá|trợ cấp|học bổng|tiêu|triệu|tỷ)",
    re.IGNORECASE,
)


def says_money(text: str, start: int) -> bool:
    """Whether a number with a magnitude word and no unit (``lương 5 triệu``) is money, by the words before it."""
    return bool(_MONEY_NEAR.search(_left(text, start)))


_SUBJECT = (
    r"(?:Toán|Ngữ\s+[Vv]ăn|Văn|Tiếng\s+Anh|Anh|Ngoại\s+ngữ|Vật\s+[Ll][ýí]|L[ýí]|Hóa(?:\s+học)?|Hoá(?:\s+học)?|Sinh(?:\s+học)?|Lịch\s+[Ss]ử|Sử|Địa(?:\s+l[ýí])?|GDCD"
    r"|Tin(?:\s+học)?|tiếng\s+Anh|toán|văn|hóa|sinh|sử|địa|l[ýí]|KHTN|KHXH|Tiếng\s+Việt|tiếng\s+Việt|chuyên)"
)
_MARK_BEFORE = re.compile(
    r"(?:^|[^\w])(?:điểm)(?:\s+[^\W\d_]+){0,9}?\s*(?:là|:|đạt|được|từ|lấy|còn|mức|bằng|khoảng|dưới|trên|gần|hơn|lên|xuống|chỉ|tới|đến|đều|có|số|tuyệt\s+đối|cao|thấp|nhất)[\s:]{1,2}"
    r"(?:khoảng\s+|hơn\s+|từ\s+|mức\s+)?$",
    re.IGNORECASE,
)
_MARK_JUST_BEFORE = re.compile(r"(?<!thời )(?<!địa )(?<!quan )(?<!thang )(?<!trọng )(?<!tại )\bđiểm(?:\s+số)?\s*:?\s+$", re.IGNORECASE)
_SUM_BEFORE = re.compile(r"(?:tổng|trung\s+bình|cộng|của)\s+điểm\s+$", re.IGNORECASE)
_SUBJECT_BEFORE = re.compile(rf"(?:^|[\s,;:(\-–])(?:môn\s+)?{_SUBJECT}\s*(?:\(\w{{1,12}}\)\s*)?(?:[:=\-–(]|được|đạt|là)?\s*$")
_SUBJECT_AFTER = re.compile(rf"\s+(?:môn\s+)?{_SUBJECT}(?!\w)")
_TOTAL_BEFORE = re.compile(
    r"(?:^|[^\w])(?P<head>(?:tổng\s+số\s+lượng|tổng\s+số|số\s+lượng|tổng\s+chỉ\s+tiêu|chỉ\s+tiêu|sĩ\s+số|số|lượng|quy\s+mô)(?P<noun>(?:\s+\w+){0,8}?))"
    r"\s*(?:(?:dự\s+kiến|năm\s+nay)\s+)?(?:là|khoảng|đạt|lên|lên\s+đến|lên\s+tới|tới|đến|:|còn|tăng|giảm|hơn|gần|trên|dưới|chỉ|có|bằng|ước|xuống|xuống\s+còn|từ|vào\s+khoảng|chiếm|được)"
    r"(?:\s+(?:khoảng|gần|hơn|tới|trên|dưới|đến|là|còn|có))?[\s:]{1,2}$",
    re.IGNORECASE,
)
MARKS_NEAR = re.compile(r"(?<!thời )(?<!địa )\bđiểm\b|\bĐTB\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"(?:^|\W)(?:độ\s+)?tuổi\s+(?:từ\s+|là\s+|đời\s+)?$", re.IGNORECASE)
_GRADE_BEFORE = re.compile(r"(?:^|\W)(?:đạt|từ|được|lấy|tròn\s+đến|dưới|trên|chỉ|lẻ)\s+(?:từ\s+)?$", re.IGNORECASE)
HIGHEST_MARK = 60


# Kind, unit, what it is about, and how sure that is.
Verdict = tuple[str, str | None, str | None, float]


def is_mark(text: str, start: int, value: float, noun: str) -> bool:
    """Whether a number after ``điểm`` is the mark (``điểm 10 môn Toán``) although a noun follows, or counts it."""
    left = _left(text, start, NEAR)
    if value > 10 or not _MARK_JUST_BEFORE.search(left):
        return False
    return not (noun.startswith(("môn", "bài", "câu", "phần", "học kỳ")) and value < 5) and not _SUM_BEFORE.search(left)


def bare_kind(text: str, start: int, end: int, value: float, *, decimal: bool, grouped: bool) -> Verdict | None:
    """Judge a number without unit or noun by the words before it.

    Returns:
        Kind, unit, what it is about, and how sure that is; None when it is no figure.
    """
    left = text[max(0, start - 80) : start]
    left = re.split(r"[.;!?\n](?=\s|$)", re.sub(r"\([^()]{0,60}\)", "", left))[-1]
    if _AGE_BEFORE.search(left) and value < 120:
        return "age", "tuổi", None, 0.8
    if value <= HIGHEST_MARK and not grouped:
        if _MARK_JUST_BEFORE.search(left):
            return "score", "điểm", None, 0.85
        subject = _SUBJECT_BEFORE.search(left)
        if subject and value <= 10 and (decimal or "điểm" in text[max(0, start - 200) : end + 60].lower()):
            return "score", "điểm", subject.group().strip(" ,;:(-–="), 0.8
        if _MARK_BEFORE.search(left):
            return "score", "điểm", None, 0.75
        if decimal and value <= 10 and _GRADE_BEFORE.search(left) and MARKS_NEAR.search(text, max(0, start - 250), start):
            return "score", "điểm", None, 0.7
        if decimal and _SUBJECT_AFTER.match(text, end) and value <= 10:
            return "score", "điểm", None, 0.75
    if re.search(r"(?:^|\W)cả\s+$", left, re.IGNORECASE) and value < 100 and not decimal:
        return "count", None, None, 0.5
    total = _TOTAL_BEFORE.search(left)
    if total:
        return "count", (total["noun"] or "").strip() or ("chỉ tiêu" if "chỉ tiêu" in total["head"].lower() else None), total["head"], 0.7
    return None


_COUNTS_AFTER = _words(
    """
    có, gồm, bao gồm, hơn, gần, khoảng, với, thêm, cả, là, đạt, được, của, trong, cho, tại, mỗi, trên, dưới, đủ, chỉ, còn, đến, tới, tăng,
    giảm, tặng, trao, nhận, mua, xây, tuyển, chọn, sau, qua, bởi, từ, và, khiến, bị, bắt, gặp, đã, sẽ, cùng, bằng, trước, lấy, giữ, học, dạy,
    thi, làm, viết, đưa, ra, vào, lên, gấp, hỗ trợ, tổ chức, công bố, dành, mất, bán, ít nhất, tối đa, tối thiểu, không quá, ngoài, theo, ở,
    giữa, như, toàn bộ, toàn, hết, nuôi, sinh, chia, chia thành, thành, trồng, kể, xuống, thu, giao, đón, cần, phải, khi, nào, nhất, này, nay,
    rằng, về, thuộc, mà, nhưng, hoặc, hay"""
)
_FALLBACK_BEFORE = re.compile(
    rf"(?:^|[\s(“\"])(?:{_COUNTS_AFTER})\s+$|[,;:(…]\s*$|^\s*$|\n\s*$|[.!?]\s+$",
    re.IGNORECASE,
)


def introduces_count(text: str, start: int) -> bool:
    """Whether the word before a number is one after which things are counted, not named."""
    return bool(_FALLBACK_BEFORE.search(_left(text, start, NEAR)))


_KIN = re.compile(r"(?:^|\W)(?:chị|anh|cô|chú|bác|dì|ông|bà|cậu|mợ|thím|má|mẹ|út|thầy|em|bé|cháu|ba)\s+$", re.IGNORECASE)
_YEAR_WORD = re.compile(
    r"(?:^|\W)(?:mỗi|một|hàng|hằng|trong|cuối|đầu|giữa|nhiều|các|những|vài|mấy|từng|suốt|quanh|cả|nửa|số|đến|từ|vào|sang|ra|qua|sau|trước|tới|kết thúc|chào|vì|tròn"
    r"|sinh|lớp|khóa|khoá|nay|quý|tháng|tết|đủ|theo|ngay|hai|lâu|bao|kỷ niệm|niên|\d)\s+$",
    re.IGNORECASE,
)
_NEVER_SPELLED = re.compile(r"(?:^|\W)(?:thứ|tháng|lần|hạng|lớp|thập|một|vài|dăm|mấy|mùng|mồng|đệ|Bà|Cách mạng|canh|giải)\s+$", re.IGNORECASE)


def is_spelled_count(text: str, start: int, word: str, noun: str) -> bool:
    """Whether ``ba``, ``năm``, ``hai`` … before a counted noun is the number rather than a father, year or name."""
    left = _left(text, start, NEAR)
    word = word.lower()
    if _NEVER_SPELLED.search(left) or (text[start].isupper() and _KIN.search(left)):
        return False
    if word == "ba" and (noun.split()[0] in ("mẹ", "má", "tôi", "con", "ông", "anh", "chị", "bà") or _KIN.search(left)):
        return False
    if word == "năm":
        return not _YEAR_WORD.search(left) and noun.split()[0] not in ("học", "tháng", "ngày", "thứ", "lớp", "mới") or noun in (
            "học sinh", "học viên") and not _YEAR_WORD.search(left)
    return True


_HEAD = re.compile(
    r"(?:điểm|học phí|mức|giá|lương|thu nhập|t[ỷỉ] lệ|tổng|kinh phí|chi phí|phần thưởng|học bổng|số|diện tích|chiều|lệ phí|ngân sách|doanh thu|vốn|lãi suất"
    r"|trị giá|quy mô|độ|nhiệt độ|tốc độ|trọng lượng|thời gian|thời hạn|thời lượng|khoản|môn)(?:\s+[^\W\d_]+){0,8}$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:\s+(?:là|đạt|khoảng|hơn|gần|từ|được|lấy|còn|mức|bằng|dưới|trên|lên|lên đến|lên tới|tới|đến|chỉ|có|trị giá|chiếm|tăng|giảm|ước|tối đa|tối thiểu|ít nhất|không quá))+\s*$",
    re.IGNORECASE,
)


def head_before(text: str, start: int) -> str | None:
    """Return the noun phrase before a figure that says what it is of (``phí học lại`` 3.060 USD), or None."""
    left = re.split(r"[.,;:()\n\"“”!?]", _left(text, start, 80))[-1]
    match = _HEAD.search(_LINK.sub("", left.rstrip()))
    return " ".join(match.group().split()) if match else None
