"""Shares and marks out of a maximum: ``1/3``, ``2 phần 3``, ``tỷ lệ 1:10``, ``cứ 10 em thì có 3 em``, ``92,13/100 điểm``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trichtin.annotate.figures.counted import noun_after
from trichtin.annotate.numbers import Numeral, parse_digits

MAXIMA = frozenset(
    {4, 5, 9, 10, 20, 30, 40, 42, 45, 50, 60, 100, 120, 150, 200, 300, 400, 600, 677, 800, 900, 990, 1200, 1600, 2400}
)
_SLASH = re.compile(r"\s?/\s?")
_DASH = re.compile(r"[-–]")
_EVEN = re.compile(r"\s?[-–/]\s?")
_PARTS = re.compile(r"\s{1,2}phần\s{1,2}")
_ONE_PART = re.compile(r"(?:^|\W)(?P<one>một\s{1,2}phần\s{1,2})$", re.IGNORECASE)
_TO = re.compile(r"\s?:\s?|\s{1,2}chọi\s{1,2}")
_RATIO_BEFORE = re.compile(r"(?:t[ỷỉ]\s+lệ|chọi|t[ỷỉ]\s+suất)(?:\s+[^\W\d_]+){0,6}\s*:?\s+$", re.IGNORECASE)
_MARK_BEFORE = re.compile(
    r"(?:điểm|GPA|IELTS|SAT|TOEFL|TOEIC|ACT|\bthi\s+(?:được|đạt))[^.;\d\n]{0,40}$|\bthi\s+$", re.IGNORECASE
)
_MARK_AFTER = re.compile(r"\s{1,2}điểm(?!\w)", re.IGNORECASE)
_SHARE_AFTER = re.compile(
    r"\s+(?:số|tổng số|thí sinh|học sinh|sinh viên|giáo viên|chỉ tiêu|trường|người|em)\s", re.IGNORECASE
)
_ORDINAL_BEFORE = re.compile(
    r"(?:thứ|hạng|vị trí|lớp|tổ|ngõ|hẻm|kiệt|ngách|số|nhà|đường|phòng|quốc lộ|kỳ|khóa|khoá|thang|KV|câu|đề|xếp|top|tờ|bậc|thương binh|bệnh binh)\s+$",
    re.IGNORECASE,
)
_ALWAYS_ON = re.compile(r"\s?(?:giờ|h\b|tiếng)")
_ALWAYS_BEFORE = re.compile(
    r"(?:giám sát|trực|bảo vệ|canh gác|canh giữ|hoạt động|phục vụ|camera|liên tục|mở cửa)\s+$", re.IGNORECASE
)
_EVERY = re.compile(r"(?:^|\W)cứ\s+(?:khoảng\s+|trung bình\s+)?$", re.IGNORECASE)
_THEN = re.compile(r"\s*,?\s*(?:thì\s+|lại\s+|sẽ\s+)?có\s+(?:khoảng\s+|hơn\s+|tới\s+|đến\s+|gần\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """Two numbers that make one figure; ``kind`` is ratio, score, or none (an address, a table, ``24/24``)."""

    start: int
    end: int
    kind: str
    value: float
    score: float
    unit: str | None = None


def share_at(text: str, numerals: Sequence[Numeral], at: int) -> Share | None:
    """Return the share whose first number is ``numerals[at]``, or None when it stands alone."""
    first = numerals[at]
    one = _ONE_PART.search(text, max(0, first.start - 14), first.start)
    if one:
        return Share(one.start("one"), first.end, "ratio", 1 / first.value, 0.95) if first.value else None
    second = numerals[at + 1] if at + 1 < len(numerals) else None
    if not second or second.start - first.end > 40:
        return None
    gap = text[first.end : second.start]
    if _SLASH.fullmatch(gap) and not (first.spelled or second.spelled):
        return _slash(text, first, second)
    if _PARTS.fullmatch(gap) and second.value:
        return Share(first.start, second.end, "ratio", first.value / second.value, 0.95)
    if first.value == second.value == 50 and _EVEN.fullmatch(gap) and not first.spelled:
        return Share(first.start, second.end, "ratio", 1.0, 0.8)
    if _DASH.fullmatch(gap) and not first.spelled and not second.spelled and second.value <= first.value < 100:
        return Share(first.start, second.end, "none", 0.0, 0.0)  # the result of a match
    before = text[max(0, first.start - 50) : first.start]
    if _TO.fullmatch(gap) and second.value and ("chọi" in gap or _RATIO_BEFORE.search(before)):
        return Share(first.start, second.end, "ratio", first.value / second.value, 0.85)
    if _EVERY.search(before):
        noun = noun_after(text, first.end)
        if (
            noun
            and noun.end <= second.start
            and first.value > second.value
            and _THEN.fullmatch(text, noun.end, second.start)
        ):
            end, word = second.end, text[noun.start : noun.end]
            again = noun_after(text, second.end)
            if again and text[again.start : again.end].lower() == word.lower():
                end = again.end
            return Share(first.start, end, "ratio", second.value / first.value, 0.8, word)
    return None


def _slash(text: str, first: Numeral, second: Numeral) -> Share | None:
    start, end = first.start, second.end
    none = Share(start, end, "none", 0.0, 0.0)
    before = text[max(0, start - 50) : start]
    if second.scale > 1 or first.scale > 1:
        return None
    if re.match(r"\s?/|-[A-ZĐ\d]|\w", text[end : end + 2]) or before[-1:] in ("/", "-") or not second.value:
        return none
    top = parse_digits(first.raw, decimal=True) if first.value > second.value else first.value
    mark = _MARK_AFTER.match(text, end)
    if (
        top is not None
        and top <= second.value
        and (
            (mark and second.value > 3)
            or (second.value in MAXIMA and _MARK_BEFORE.search(before) and not _SHARE_AFTER.match(text, end))
        )
    ):
        if "thang" in before[-12:]:
            return none
        return Share(start, mark.end() if mark else end, "score", top, 0.9)
    if _ORDINAL_BEFORE.search(before) or (
        second.value in (7, 24)
        and first.value in (24, 7)
        and (first.value != second.value or _ALWAYS_ON.match(text, end) or _ALWAYS_BEFORE.search(before))
    ):
        return none
    if first.value > second.value and not _RATIO_BEFORE.search(before):
        return none
    return Share(start, end, "ratio", first.value / second.value, 0.85)
