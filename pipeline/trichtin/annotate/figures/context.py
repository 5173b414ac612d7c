"""What the words around a number make of it: an ordinal, a clock time, a mark, ``hơn`` and ``khoảng``, a rate.

The words before a number are looked up in sets, which is many times as fast as searching with patterns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichtin.annotate.figures.counted import noun_after
from trichtin.annotate.figures.phrases import phrases
from trichtin.annotate.figures.words_before import ends_with

HIGHEST_MARK = 60


# A number after these names its bearer (lớp 10, Điều 17, tầng 2), whatever noun comes next.
_NAMED_BY_NUMBER = phrases(
    """số, con số, mã, mã số, mã ngành, mã đề, thứ, lần, hạng, top, tốp, điều, khoản, chương, tầng, lầu, quận, phường, quốc lộ,
    tỉnh lộ, ql, đường, ngõ, ngách, hẻm, kiệt, hệ số, khóa, khoá, học kỳ, học kì, hk, kỳ, kì, nguyện vọng, nv, khu vực, kv, mô-đun,
    mô đun, module, môđun, công nghiệp, cách mạng, phiên bản, hình, bảng, trang, câu, ví dụ, kênh, vtv, đợt, giai đoạn, tháng, ngày,
    mùng, mồng, rằm, cơ sở, phân hiệu, tiết, tập, quý, thế kỷ, thế kỉ, bậc, phụ lục, thông tư, nghị định, nghị quyết,
    quyết định, công văn, chỉ thị, đầu số, tổng đài, hotline, điện thoại, đt, zone, tiêu chí, tổ dân phố, khu phố, ấp, thôn, xóm,
    tiểu khu, phương án, dạng, đoạn, block, lô, cột, thang điểm, trung đoàn, sư đoàn, quân khu, covid, quyển, km, cây số, u, sđt,
    fax, tel, bước, mục, gala, bán kết, windows, iphone, galaxy"""
)
# After these it does so unless a counted noun follows ("giải 3", but "đề 40 câu").
_NAMED_WITHOUT_NOUN = phrases(
    "giải, loại, phòng, bài, đề, nhóm, tổ, đội, môn, ca, buổi, tuần, trường, phần, cấp, mức, nhà, cổng, khu, chuyên đề"
)
_ROUND = frozenset({"vòng"})
_WITHIN = phrases("trong vòng, khoảng vòng, suốt vòng, gồm vòng, có vòng, qua vòng, mấy vòng, các vòng")
_GRADE = phrases("lớp, khối, khối lớp, mẫu giáo, hệ")
_EACH = phrases("mỗi, một, quân, bình, mấy, các, số, toàn, cả")
_TOTAL = phrases("trong số, tổng số, trên số, của số, những số, các số")
# "tập" alone is a volume.
_VERBS_LIKE_NAMES = phrases("học tập, luyện tập, thực tập, chi tiết, quan hệ, giảng đường")
_NEVER_IN_THOUSANDS = phrases("điều, con số, số, tiết, bước, câu, đoạn, hình, bảng, hạng, lần, khoản, mục, đợt, tập")
_PERIODS = phrases("ngày, tuần, tháng, năm, buổi, kỳ")
_TIMES_NOUNS = ("lần", "buổi", "tiết", "kỳ", "đợt", "học kỳ", "bữa", "ca", "vụ", "suất", "phiên", "chuyến", "lượt")
_STUDY = phrases("viên năm, sinh năm, sv năm, học năm")
_CODE = re.compile(r"(?:[\dA-ZĐ][-–_/.]|#|№|[nN]o\.\s?|[A-Z]\d{0,6}[-–])\Z")


def is_identifier(text: str, start: int, words: Sequence[str], value: float, noun: str | None) -> bool:
    """Whether a number is an ordinal or the name of something (``lớp 10``, ``Điều 17``, ``lần thứ 3``).

    Args:
        text: the article.
        start: offset of the number.
        words: those before it, see :func:`words_before`.
        value: the number.
        noun: the counted noun of the list that follows, None when there is none.
    """
    last = words[-1] if words else ""
    if noun and last in _PERIODS and noun.startswith(_TIMES_NOUNS) and value < 31:
        return False  # "ngày 2 buổi"
    if ends_with(words, _TOTAL, 2) or ends_with(words, _VERBS_LIKE_NAMES, 2):
        return False
    if noun and ((value >= 1000 and last in _NEVER_IN_THOUSANDS) or noun == "lần"):
        return False  # "điều 4.969 cán bộ", "được điều chỉnh nguyện vọng 1 lần"
    each = any(word in _EACH for word in words[-3:-1])
    if ends_with(words, _GRADE, 2) or (last == "từ" and ends_with(words[:-1], _GRADE, 2)):
        return not (noun and (value > 12 or each))
    if last == "năm":
        return not noun or value < 7 or value > 1500 or ends_with(words, _STUDY, 2)
    if value in (6, 10) and not noun and last in ("vào", "lên"):
        return True  # "thi vào 10": the grade
    if not noun and last in _NAMED_WITHOUT_NOUN and value == int(value) and value < 100:
        return True
    if last in _ROUND:
        return not ends_with(words, _WITHIN, 2)
    named = ends_with(words, _NAMED_BY_NUMBER) or (last in ("số", "thứ") and ends_with(words[:-1], _NAMED_BY_NUMBER))
    if named:
        return not (noun and each)
    return bool(_CODE.search(text, max(0, start - 9), start))


# What is taught, sat or done lasts so many minutes ("mỗi tiết 45 phút"); only these are named by numbers even so.
_NAMED_BEFORE_TIME = phrases("lớp, khối, thứ, lần, hiệp, số, ngày, tháng, câu, đợt")
_MEASURED_BY_NUMBER = phrases("mức, nhiệm kỳ, nhiệm kì")
_SHORT_TIMES = frozenset({"giờ", "phút", "giây"})


def names_by_number(text: str, start: int, words: Sequence[str], value: float, unit: str) -> bool:
    """Whether a number before a unit of time or before ``điểm`` belongs to the word before it (``lớp 5 năm 2017``)."""
    if unit in _SHORT_TIMES and not ends_with(words, _NAMED_BEFORE_TIME, 1):
        return bool(_CODE.search(text, max(0, start - 9), start))
    if unit == "điểm" and (value != int(value) or any(word in _EACH for word in words[-3:-1])):
        return False  # "mỗi tiêu chí 10 điểm"
    if ends_with(words, _MEASURED_BY_NUMBER, 2):
        return False  # "ở mức 20 - 22 điểm", "nhiệm kỳ 2 năm"
    return is_identifier(text, start, words, value, None)


def is_of_age(words: Sequence[str]) -> bool:
    """Whether months after these words are an age (``ở độ tuổi từ`` 24 tháng)."""
    return ends_with(words, _AGED, 2)


_AT = phrases(
    "lúc, hồi, vào, từ, đến, tới, trước, sau, khoảng, tầm, gần, hơn, đúng, mãi, chậm nhất, muộn nhất, kể từ, và, -, –"
)
_AT_ABOUT = phrases(
    "lúc khoảng, hồi khoảng, vào khoảng, lúc tầm, vào tầm, vào lúc, lúc gần, lúc hơn, hồi gần, hồi hơn, vào lúc hơn, vào lúc gần"
)
_LASTING = phrases(
    """trong, trong vòng, trong khoảng, suốt, trong suốt, kéo dài, mất, hết, dài, thêm, từng, mỗi ngày, một ngày, thời gian,
    thời lượng, tổng, tối đa, ít nhất, tối thiểu, không quá, chưa đầy, chưa đến, hơn, gần, mỗi, dành, học, ngủ, dạy, làm việc,
    cách nhau, quá"""
)
_LASTING_TOO = _LASTING | phrases("cả, đủ, ngày, tuần, cách, chỉ, có, làm, dưới, trên, tới, sau, khoảng, được, đến")
_ABOUT = frozenset({"khoảng", "gần", "hơn", "tới"})
_TIME_OF_DAY = re.compile(r"\s*(?:sáng|trưa|chiều|tối|ngày\s\d|hôm|cùng ngày)")
_CLOCK_AFTER = re.compile(
    r"\s*(?:sáng|trưa|chiều|tối|đêm|khuya|rạng|kém|rưỡi|ngày|hôm|cùng|thứ|giờ|theo|GMT|\(|-|–|đến|[/]\d)|\s*\d|\s*[,.]?\s*tại",
    re.IGNORECASE,
)
_LASTING_AFTER = re.compile(
    r"\s*(?:liền|liên tục|liên tiếp|/|mỗi|một ngày|một tuần|học|dạy|giảng|làm|bay|đi|để|ôn|tự|nữa|trước|sau|qua|tới|thực|tín|lao|bồi"
    r"|chạy|di|đồng hồ|luyện|nghỉ|ngủ|phẫu|vận)",
    re.IGNORECASE,
)
_ON_END = re.compile(r"\s*(?:đồng hồ|liền|liên tục|liên tiếp)")


def is_clock_time(text: str, end: int, words: Sequence[str], *, abbreviated: bool) -> bool:
    """Whether hours are a time of day (``lúc 8 giờ``, ``7h30``) rather than how long something takes.

    Args:
        text: the article.
        end: where the number ends, with its unit and minutes.
        words: those before it.
        abbreviated: minutes follow or the unit is written ``h``, as clock times mostly are.
    """
    if ends_with(words, _AT_ABOUT, 3):
        return True
    core = words[:-1] if words and words[-1] in _ABOUT and len(words) > 1 else words
    if (ends_with(words, _LASTING) or ends_with(core, _LASTING)) and not _TIME_OF_DAY.match(text, end):
        return False
    if abbreviated:
        return not _ON_END.match(text, end)
    if _CLOCK_AFTER.match(text, end):
        return True
    if _LASTING_AFTER.match(text, end):
        return False
    return ends_with(words, _AT) and not (ends_with(words, _LASTING_TOO) or ends_with(core, _LASTING_TOO))


_NO_MONEY = phrases("dân, người, lượt, bao, sinh, lượng, bản, cây, con, khoản, phiếu")


def says_money(words: Sequence[str]) -> bool:
    """Whether a number of millions without a unit (``lương 5 triệu``) is money: it is, unless people were counted."""
    return not any(word in _NO_MONEY for word in words)


_SUBJECT = (
    r"(?:Toán|Ngữ\s+[Vv]ăn|Văn|Tiếng\s+Anh|Anh|Ngoại\s+ngữ|Vật\s+[Ll][ýí]|L[ýí]|H(?:óa|oá)(?:\s+học)?|Sinh(?:\s+(?:học|vật))?|Lịch\s+[Ss]ử|Sử"
    r"|Địa(?:\s+l[ýí])?|GDCD|Tin(?:\s+học)?|tiếng\s+Anh|toán|văn|h(?:óa|oá)|sinh|sử|địa|(?:vật\s+)?l[ýí]|KHTN|KHXH|[Tt]iếng\s+Việt|chuyên)"
)
_MARK_BEFORE = re.compile(
    r"(?:^|[^\w])điểm(?:\s+[^\W\d_]+){0,9}?\s*(?:là|:|đạt|được|từ|lấy|còn|mức|bằng|khoảng|dưới|trên|gần|hơn|lên|xuống|chỉ|tới|đến|đều|có"
    r"|số|tuyệt\s+đối|cao|thấp|nhất)[\s:]{1,2}(?:khoảng\s+|hơn\s+|từ\s+|mức\s+)?\Z",
    re.IGNORECASE,
)
_MARK_JUST_BEFORE = re.compile(
    r"(?<!thời )(?<!địa )(?<!quan )(?<!thang )(?<!trọng )(?<!tại )\bđiểm(?:\s+số)?\s*:?\s+\Z", re.IGNORECASE
)
_COMPARED_MARK = re.compile(
    r"\b(?:thi|được|đạt|có|số|kết\s+quả)\s+điểm\s+(?:trên|dưới|từ|chưa\s+(?:tới|đến)|không\s+(?:tới|đến|dưới))\s+\Z",
    re.IGNORECASE,
)
_CUTOFF_JUST_BEFORE = re.compile(r"\bđiểm\s+(?:chuẩn|sàn|trúng\s+tuyển)\s*:?\s+\Z", re.IGNORECASE)
_SUM_BEFORE = re.compile(r"(?:tổng|trung\s+bình|cộng|của)\s+điểm\s+\Z", re.IGNORECASE)
_SUBJECT_BEFORE = re.compile(
    rf"(?:^|[\s,;:(\-–])(?:môn\s+)?{_SUBJECT}\s*(?:\(\w{{1,12}}\)\s*)?(?:[:=\-–(]|được|đạt|là)?\s*\Z"
)
_SUBJECT_AFTER = re.compile(rf"\s+(?:môn\s+)?{_SUBJECT}(?!\w)")
_MARKS_NEAR = re.compile(r"(?<!thời )(?<!địa )\bđiểm\b|\bĐTB\b", re.IGNORECASE)
_GRADED = phrases("đạt, từ, được, lấy, đến, dưới, trên, chỉ, lẻ, mức, là")
_AGE_BEFORE = re.compile(r"(?<!\d\s)\btuổi(?:\s+[^\W\d_]+){1,5}\s+(?:là|lên|đến|tới|xuống|từ)\s\Z", re.IGNORECASE)
_AGED = phrases("tuổi, tuổi từ, tuổi là, tuổi đời")
_TOTAL_BEFORE = re.compile(
    r"(?:^|[^\w])(?P<head>(?:tổng\s+số\s+lượng|tổng\s+số|số\s+lượng|tổng\s+chỉ\s+tiêu|chỉ\s+tiêu|sĩ\s+số|số|(?<!chất\s)lượng|quy\s+mô)"
    r"(?P<noun>(?:\s+\w+){0,12}?))\s*(?:là|khoảng|đạt|lên|tới|đến|:|còn|tăng|giảm|hơn|gần|trên|dưới|chỉ|có|bằng|ước|xuống|từ|chiếm|được)"
    r"(?:\s+(?:khoảng|gần|hơn|tới|trên|dưới|đến|là|còn|có))?[\s:]{1,2}\Z",
    re.IGNORECASE,
)
_QUOTA_BEFORE = re.compile(r"(?:^|[^\w])chỉ\s+tiêu(?:\s+[^\W\d_]+){0,6}\s*:?\s+\Z", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;!?\n](?=\s|\Z)")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
# Kind, unit, what it is about, and how sure that is.
Verdict = tuple[str, str | None, str | None, float]


# International tests, whose marks stand without a unit: "IELTS 6.5", "đạt 450 TOEIC".
_TEST = r"(?:IELTS|TOEFL(?:\s+(?:iBT|ITP|PBT))?|TOEIC|SAT|GPA|ACT)"
_TEST_BEFORE = re.compile(
    rf"\b{_TEST}\s+(?:(?:từ|đạt|là|được|trên|tối\s+thiểu|ít\s+nhất|khoảng)\s+){{0,2}}\Z", re.IGNORECASE
)
_TEST_AFTER = re.compile(rf"\s+{_TEST}\b")
_CUTOFF = re.compile(
    r"điểm\s+(?:chuẩn|trúng\s+tuyển|sàn|xét\s+tuyển|TT)|mức\s+(?:điểm|sàn)|ngưỡng\s+(?:đảm|bảo)", re.IGNORECASE
)
_ITEM_END = re.compile(r"\s*(?:[;,.)]|\n|\Z)")


def _is_cutoff(text: str, start: int, end: int, left: str, value: float, *, decimal: bool) -> bool:
    """Whether a number of a list is an admission mark: ``Điểm chuẩn: Sư phạm Toán 24,5; Sư phạm Văn 23``."""
    if not 9 <= value <= HIGHEST_MARK or not (left[-2:-1].isalpha() or left[-2:-1] in ":)-–"):
        return False
    if decimal:
        return bool(_CUTOFF.search(text, max(0, start - 400), start))
    clause = text[max(0, start - 300) : start]
    return bool(
        _ITEM_END.match(text, end) and _CUTOFF.search(clause[max(clause.rfind(". "), clause.rfind("\n")) + 1 :])
    )


_QUOTA_LIST = re.compile(r"chỉ\s+tiêu[^.;\n]{0,80}?(?::|gồm|như sau)", re.IGNORECASE)
LARGEST_QUOTA = 10_000


def _is_quota(text: str, start: int, end: int, value: float) -> bool:
    """Whether a number of a list is a quota: ``Chỉ tiêu các ngành gồm: Bảo tàng học 40, Văn hóa học 100``."""
    if not 5 <= value <= LARGEST_QUOTA or not (text[start - 2 : start - 1].isalpha() or text[start - 2] in ":)-–"):
        return False
    clause = text[max(0, start - 500) : start]
    clause = clause[max(clause.rfind(". "), clause.rfind("\n")) + 1 :]
    return bool(_ITEM_END.match(text, end) and _QUOTA_LIST.search(clause))


def is_mark(text: str, start: int, value: float, noun: str) -> bool:
    """Whether a number after ``điểm`` is the mark (``điểm 10 môn Toán``) although a noun follows, or counts it."""
    left = text[max(0, start - 24) : start]
    if value > 10 or not _MARK_JUST_BEFORE.search(left):
        return False
    return not (noun.startswith(("môn", "bài", "câu", "phần", "học kỳ")) and value < 5) and not _SUM_BEFORE.search(left)


def bare_kind(
    text: str, start: int, end: int, words: Sequence[str], value: float, *, decimal: bool, grouped: bool
) -> Verdict | None:
    """Judge a number without unit or noun by what stands before it.

    Returns:
        The verdict; None when it is no figure.
    """
    if text[start : start + 1] == "0" and text[start + 1 : start + 2].isdigit():
        return None  # a code: "tổ hợp D 01"
    if ends_with(words, _AGED, 2) and value < 120 and not grouped:
        return "age", "tuổi", None, 0.8
    left = text[max(0, start - 100) : start]
    if value < 120 and not grouped and _AGE_BEFORE.search(left):
        return "age", "tuổi", None, 0.7
    if "(" in left:
        left = _BRACKETS.sub("", left)
    left = _CLAUSE_END.split(left)[-1]
    low = left.lower()
    if 9 <= value <= HIGHEST_MARK and "điểm" in low and _CUTOFF_JUST_BEFORE.search(left):
        return "score", "điểm", None, 0.8
    if value <= 100 and not grouped and not decimal and "điểm" in low and _COMPARED_MARK.search(left):
        return "score", "điểm", None, 0.7
    if value <= HIGHEST_MARK and not grouped:
        if "điểm" in low and _MARK_JUST_BEFORE.search(left):
            return "score", "điểm", None, 0.85
        if value <= 10 and left[-1:] in " :=-–(":
            subject = _SUBJECT_BEFORE.search(left)
            if subject and (decimal or "điểm" in text[max(0, start - 200) : end + 60].lower()):
                return "score", "điểm", subject.group().strip(" ,;:(-–="), 0.8
        if "điểm" in low and _MARK_BEFORE.search(left):
            return "score", "điểm", None, 0.75
        if (
            words
            and words[-1] in ("toàn", "đều")
            and 5 <= value <= 10
            and _MARKS_NEAR.search(text, max(0, start - 100), end + 100)
        ):
            return "score", "điểm", None, 0.6
        if words and words[-1] in _GRADED and value <= 30 and "điểm" in low and _MARKS_NEAR.search(left):
            return "score", "điểm", None, 0.6
        if decimal and value <= 10:
            if words and (words[-1] in _GRADED) and _MARKS_NEAR.search(text, max(0, start - 250), start):
                return "score", "điểm", None, 0.7
            if _SUBJECT_AFTER.match(text, end):
                return "score", "điểm", None, 0.75
        if _is_cutoff(text, start, end, left, value, decimal=decimal):
            return "score", "điểm", None, 0.65
    if _TEST_BEFORE.search(left) or _TEST_AFTER.match(text, end):
        return ("score", "điểm", None, 0.7) if value <= 2400 and not grouped else None
    if words and words[-1] == "cả" and value < 100 and not decimal:
        return "count", None, None, 0.5
    if _QUOTA_BEFORE.search(left) or (not decimal and start > 1 and _is_quota(text, start, end, value)):
        return "count", "chỉ tiêu", None, 0.7
    if any(head in low for head in ("số", "lượng", "chỉ tiêu", "quy mô")):
        total = _TOTAL_BEFORE.search(left)
        if total and _counts_things(total["head"], (total["noun"] or "").strip()):
            return (
                "count",
                _counted_by(total["head"], (total["noun"] or "").strip()),
                " ".join(total["head"].split()),
                0.7,
            )
    return None


def _counts_things(head: str, noun: str) -> bool:
    """Whether ``số … là`` is how many there are: not so for ``số may mắn``, ``số xuất bản``, names that are numbers."""
    if head.split()[0].lower() != "số" or not noun:
        return True
    found = noun_after(noun, 0)
    return bool(found and found.known) or head.lower().startswith("số lượng")


def _counted_by(head: str, noun: str) -> str | None:
    """Return what ``tổng số thí sinh dự thi`` counts: the shortest form of its noun."""
    if "chỉ tiêu" in " ".join(head.lower().split()):
        return "chỉ tiêu"
    found = noun_after(noun, 0) if noun else None
    return noun[found.start : found.end] if found else noun or None


_COUNTS_AFTER = phrases(
    """có, gồm, hơn, gần, khoảng, với, thêm, cả, là, đạt, được, của, trong, cho, tại, mỗi, trên, dưới, đủ, chỉ, còn, đến, tới, tăng,
    giảm, tặng, trao, nhận, mua, xây, tuyển, chọn, sau, qua, bởi, từ, và, khiến, bị, bắt, gặp, đã, sẽ, cùng, bằng, trước, lấy, giữ,
    học, dạy, thi, làm, viết, đưa, ra, vào, lên, gấp, trợ, chức, bố, dành, mất, bán, nhất, đa, thiểu, quá, ngoài, theo, ở, giữa, như,
    bộ, toàn, hết, nuôi, sinh, chia, thành, trồng, kể, xuống, thu, giao, đón, cần, phải, khi, nào, này, nay, rằng, về, thuộc, mà,
    nhưng, hoặc, hay"""
)
_OPENING = re.compile(r"[,;:(…]\s*\Z|[.!?]\s+\Z|\n\s*\Z")


def introduces_count(text: str, start: int, words: Sequence[str]) -> bool:
    """Whether the word before a number is one after which things are counted, not named."""
    if words and text[start - 1 : start] not in '“"':
        return words[-1] in _COUNTS_AFTER or text[:start].endswith((": ", ":"), max(0, start - 3))
    return start == 0 or bool(_OPENING.search(text, max(0, start - 4), start))


_KIN = phrases(
    """
    chị, anh, cô, chú, bác, dì, ông, bà, cậu, mợ, thím, má, mẹ, út, thầy, em, bé, cháu, ba
    """
)
_NOT_FATHERS_OF = phrases("mẹ, má, tôi, con, ông, anh, chị, bà")
_YEAR_WORDS = phrases(
    """
    mỗi, một, hàng, hằng, trong, cuối, đầu, giữa, nhiều, các, những, vài, mấy, từng, suốt, quanh, cả, nửa, số,
    đến, từ, vào, sang, ra, qua, sau, trước, tới, mọi, mấy, thúc, chào, vì, tròn, sinh, lớp, khóa, khoá, nay, quý, tháng,
    tết, đủ, theo, ngay, hai, lâu, bao, niệm, niên
    """
)
_AFTER_YEAR = phrases("học, tháng, ngày, thứ, lớp, mới, từ")
_NEVER_SPELLED = phrases(
    """
    thứ, tháng, lần, hạng, lớp, thập, một, vài, dăm, mấy, mùng, mồng, đệ, bà, mạng, canh, giải
    """
)


def is_spelled_count(text: str, start: int, words: Sequence[str], word: str, noun: str) -> bool:
    """Whether ``ba``, ``năm``, ``hai`` … before a counted noun is the number rather than a father, year or name."""
    word, last, head = word.lower(), words[-1] if words else "", noun.split()[0]
    inside = start > 1 and text[start - 1] != "\n" and text[start - 2].isalpha()
    if last == "ngã" or last in _NEVER_SPELLED or (text[start].isupper() and (last in _KIN or inside)):
        return False  # "chị Hai", "họ Ba"
    if word == "ba" and noun == "lô":
        return False  # the rucksack
    if word == "ba":
        return noun == "lần" or (head not in _NOT_FATHERS_OF and last not in _KIN)
    if word == "năm":
        if last in _YEAR_WORDS or last.isdigit():
            return False
        return head not in _AFTER_YEAR or noun in ("học sinh", "học viên")
    return True


_HEAD = re.compile(
    r"(?:^|(?<=\s))(?:điểm|học phí|mức|giá|lương|thu nhập|t[ỷỉ] lệ|tổng|kinh phí|chi phí|phần thưởng|học bổng|số|diện tích|chiều|lệ phí"
    r"|ngân sách|doanh thu|vốn|lãi suất|trị giá|quy mô|độ|nhiệt độ|tốc độ|trọng lượng|thời gian|thời hạn|thời lượng|khoản|môn"
    r"|phí)(?:\s+[^\W\d_]+){0,8}\Z",
    re.IGNORECASE,
)
_LINKS = phrases(
    """
    là, đạt, khoảng, hơn, gần, từ, được, lấy, còn, mức, bằng, dưới, trên, lên, tới, đến, chỉ, có, chiếm, tăng,
    giảm, ước, tối, đa, thiểu, ít, nhất, không, quá, trị, giá
    """
)
_CLAUSE = re.compile(r"[.,;:()\n\"“”!?]")


def head_before(text: str, start: int) -> str | None:
    """Return the noun phrase before a figure that says what it is of (``phí học lại`` 3.060 USD), or None."""
    left = _CLAUSE.split(text[max(0, start - 80) : start])[-1]
    words = left.split()
    while words and words[-1].lower() in _LINKS:
        words.pop()
    clause = " ".join(words)
    match = _HEAD.search(clause)
    if not match or (match.group()[0].isupper() and match.start()):
        return None  # a school whose name begins with "Lương" is no wage
    head = match.group()
    return None if head.endswith((" và", " mà", " các", " của")) else head
