"""A number of the text, or the two numbers of a range, before it is known what they measure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichtin.annotate.figures.words_before import words_before
from trichtin.annotate.numbers import Numeral, parse_digits, read_words

# Sixty numbers within 240 characters: denser than any table of marks that a newspaper prints in a line.
DENSE_NUMBERS, DENSE_WIDTH = 60, 240
RANGE = re.compile(
    r"[ \t\xa0]?[-–—][ \t\xa0]?|\s{1,2}(?:đến|tới)\s{1,2}(?:(?:dưới|gần|hơn|khoảng|hết)\s{1,2})?|\s{1,2}-\s{1,2}|\s[-–]\s(?:dưới|gần|hơn|trên)\s"
)
_ABOUT_PAIR = re.compile(r",\s|\s(?:hay|hoặc|với)\s")
_LIST_BEFORE = re.compile(r"\d\s?(?:,|và|hay|hoặc|;)\s?\Z")
_LIST_AFTER = re.compile(r"\s?(?:,|;|và|hay|hoặc)\s?\d")
_LARGEST_VAGUE = 30
_GLOSS = re.compile(r"\s?\(\s?(?P<words>[^\W\d_]{2,5}(?:\s[^\W\d_]{2,5}){0,5})\s?\)")


@dataclass(slots=True)
class Quantity:
    """One number, or the two of a range, before it is known what it measures."""

    start: int
    end: int
    value: float
    max: float | None
    first: Numeral
    last: Numeral
    words: list[str]

    @property
    def decimal(self) -> bool:
        return (
            not self.last.spelled and self.last.scale == 1 and ("," in self.last.raw or self.value != int(self.value))
        )


def without_raw_data(numerals: list[Numeral]) -> list[Numeral]:
    """Leave out stretches of numbers and little else (dumps of data, broken files): they state nothing."""
    kept: list[Numeral] = []
    dense_until = 0
    for at, numeral in enumerate(numerals):
        last = at + DENSE_NUMBERS - 1
        if last < len(numerals) and numerals[last].end - numeral.start < DENSE_WIDTH:
            dense_until = numerals[last].end
        if numeral.start >= dense_until:
            kept.append(numeral)
    return kept


def quantity_at(text: str, numerals: list[Numeral], at: int) -> Quantity:
    """Return the number at ``at``, joined with the next one where the two are a range."""
    first = numerals[at]
    words = words_before(text, first.start)
    alone = Quantity(first.start, first.end, first.value, None, first, first, words)
    if at + 1 == len(numerals):
        return alone
    last = numerals[at + 1]
    if last.start - first.end > 16:
        return alone
    gap = text[first.end : last.start]
    spelled_pair = (
        first.spelled and last.spelled and gap in (", ", " ") and last.value == first.value + 1 and last.value < 10
    )
    if not spelled_pair and not RANGE.fullmatch(gap) and not _is_about_pair(text, first, last):
        return alone
    spelled_pair = spelled_pair or (first.spelled and last.spelled and last.value == first.value + 1)
    if not spelled_pair and ("-" in gap or "–" in gap or "—" in gap):
        if first.spelled or len(first.raw) > 9 or re.match(r"\s?[-–—/]\s?\d", text[last.end : last.end + 4]):
            return alone
        if re.match(r"0\d\d", first.raw) or re.search(r"[\w/][-–/]$", text[max(0, first.start - 2) : first.start]):
            return alone
    low = first.value
    if last.scale > first.scale == 1:
        low = low * last.scale if low < last.value / last.scale else low * last.scale / 1000
    if low >= last.value or (first.grouped and last.scale == 1 and last.value < 1000):
        return alone
    return Quantity(first.start, last.end, low, last.value, first, last, words)


def _is_about_pair(text: str, first: Numeral, last: Numeral) -> bool:
    """Whether ``5, 6`` or ``5 hay 6`` is one vague number: neighbours that are not part of a longer list."""
    if not (first.raw.isdigit() and last.raw.isdigit()) or first.scale > 1 or last.value != first.value + 1:
        return False
    if last.value > _LARGEST_VAGUE or last.scale > 1 or (first.value and "0" in (first.raw[0], last.raw[0])):
        return False
    if not _ABOUT_PAIR.fullmatch(text, first.end, last.start):
        return False
    return not (_LIST_BEFORE.search(text, max(0, first.start - 8), first.start) or _LIST_AFTER.match(text, last.end))


def skip_gloss(text: str, q: Quantity) -> int:
    """Return where the unit may begin: after ``(sáu)`` in ``06 (sáu) năm``, as laws write numbers twice."""
    gloss = _GLOSS.match(text, q.end)
    if gloss and not q.first.spelled and read_words(gloss["words"].split())[0] == q.value:
        return gloss.end()
    return q.end


def as_mark(q: Quantity) -> tuple[float, float | None]:
    """Read marks and percentages again, where a separator before three digits is a decimal mark (``24,125 điểm``)."""
    values = [
        n.value if n.spelled or n.scale > 1 else parse_digits(n.raw, decimal=n.value > 1000) for n in (q.first, q.last)
    ]
    first, last = (v if v is not None else n.value for v, n in zip(values, (q.first, q.last), strict=True))
    return (first, None) if q.max is None else (first, last)
