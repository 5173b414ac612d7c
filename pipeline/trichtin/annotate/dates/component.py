"""Calendar expressions of Vietnamese news, normalised to ISO 8601: ``ngày 5/2/2017``, ``năm học 2016 – 2017``.

What is a date, and the form of ``iso``, follow the project's annotation guideline. Every pattern has bounded
repetition only, so the time is linear in the text.
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Callable
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from trichtin.annotate import extensions
from trichtin.annotate.dates.context import is_bare_year, is_day, is_day_pair, is_month, is_year_of_name
from trichtin.annotate.dates.relative import find_relative_dates, resolve
from trichtin.facts import Date

# Entities whose names hold dates of their own: "Thông tư 08/2018", "Olympic 2017", "đường 30/4".
NAMES = frozenset({"PROG", "DOC", "ORG", "LOC"})
Groups = dict[str, str | None]

D, M, Y = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:1[5-9]|20)\d\d"
DASH, SEP = r"\s?[-–—]\s?", r"(?:\s?[/\-]\s?|\.)"
TO = r"\s+(?:đến|tới)\s+(?:hết\s+)?"
AND = r"(?:\s?,\s?|\s+(?:và|hoặc)\s+)"
START, END = r"(?<![\w/])(?<!\d[.,\-–])", r"(?![\w/])(?![.,]\d)"
WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
# "ngà" is a slip of the keyboard that newspapers print again and again.
DAY = rf"(?:ngày|ngà)\s+(?:{WEEKDAY}\s?,?\s?\(?(?:ngày\s+)?)?"
TERM = r"(?:năm\s+học|năm\s+tài\s+chính|niên\s+kh(?:óa|oá)|nhiệm\s+k[ỳì]|giai\s+đoạn|kh(?:óa|oá)|năm)\s+"
YEAR_AFTER = rf"(?:{SEP}(?P<y2>{Y})|,?\s+năm\s+(?P<y2w>{Y}))?"
MONTH_NAMES = {
    "giêng": 0, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _day(year: str | None, month: str | None, day: str | None) -> str | None:
    year = year and ("20" + year if len(year) == 2 else year)
    try:  # 2000 is a leap year, so that 29/2 without a year is a day
        datetime.date(int(year or 2000), int(month or 0), int(day or 0))
    except ValueError:
        return None
    return f"{year or '-'}-{int(month or 0):02}-{int(day or 0):02}"


def _span(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last else None


def _read_day(g: Groups) -> str | None:
    return _day(g["y2"], g["m2"], g["d2"])


def _read_days(g: Groups) -> str | None:
    first, last = (g["m1"] or g["m2"], g["d1"]), (g["m2"], g["d2"])
    if [int(x or 0) for x in first] >= [int(x or 0) for x in last] and not g["y1"]:
        return None
    return _span(_day(g["y1"] or g["y2"], *first), _day(g["y2"], *last))


def _read_month(g: Groups) -> str | None:
    return f"{g['y2'] or '-'}-{int(g['m2'] or 0):02}"


def _read_months(g: Groups) -> str | None:
    if int(g["m1"] or 0) >= int(g["m2"] or 0) and not g["y1"]:
        return None
    return f"{g['y1'] or g['y2'] or '-'}-{int(g['m1'] or 0):02}/{_read_month(g)}"


def _read_month_name(g: Groups) -> str | None:
    month = MONTH_NAMES[" ".join((g["m2"] or "").lower().split())]
    return f"{g['y2'] or '-'}-{month:02}" if month else None


def _read_quarter(g: Groups) -> str | None:
    quarter, year = QUARTERS[(g["q"] or "").lower()], g["y2"] or "-"
    return f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}"


def _read_years(g: Groups) -> str | None:
    first, last = g["y1"] or "", g["y2"] or ""
    if len(last) == 2:  # "năm học 2017-18"
        last = first[:2] + last if int(last) == int(first[2:]) + 1 else first
    return f"{first}/{last}" if 0 < int(last) - int(first) <= 100 else None


def _read_long_span(g: Groups) -> str | None:
    """Read ``năm 2005 đến tháng 4/2017``: each end as exact as the text gives it."""
    ends = [f"{g['y' + n]}-{int(m):02}" if (m := g["m" + n]) else g["y" + n] for n in "12"]
    return _span(*ends) if (g["y1"] or "") <= (g["y2"] or "") else None


def _read_year(g: Groups) -> str | None:
    return g["y2"]


# Where a date may begin; trying the rules there alone is many times as fast as searching with each.
HEAD = re.compile(
    r"(?<![\w/])(?:(?P<digit>\d)|(?P<word>ngày|ngà|tháng|năm|quý|niên|nhiệm|giai|khóa|khoá)\s)", re.IGNORECASE
)
DIGIT, DAYS, TERMS = "digit", ("digit", "ngày", "ngà"), ("digit", "năm", "niên", "nhiệm", "giai", "khóa", "khoá")


class Rule(NamedTuple):
    """A form of date: the words (or a digit) it begins with, its pattern, how to read it, and when to accept it."""

    heads: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[Groups], str | None]
    accept: Callable[[str, re.Match[str]], bool] | None


def _rule(
    heads: str | tuple[str, ...],
    pattern: str,
    read: Callable[[Groups], str | None],
    accept: Callable[[str, re.Match[str]], bool] | None = None,
) -> Rule:
    listed = (heads,) if isinstance(heads, str) else heads
    return Rule(frozenset(listed), re.compile(START + pattern + END, re.IGNORECASE), read, accept)


# In order: a later rule sees only what the earlier ones left, so that spans win over the days in them.
RULES: tuple[Rule, ...] = (
    _rule(DIGIT, rf"(?P<y2>{Y})-(?P<m2>\d\d)-(?P<d2>\d\d)", _read_day),
    _rule(TERMS, rf"(?:{TERM})?(?P<y1>{Y})(?:{DASH}|/)(?P<y2>{Y})", _read_years),
    _rule(TERMS[1:], rf"{TERM}(?P<y1>{Y}){DASH}(?P<y2>\d\d)", _read_years),
    _rule(TERMS, rf"(?:năm\s+|(?<=từ\s)|(?<=đoạn\s))(?P<y1>{Y}){TO}(?:năm\s+)?(?P<y2>{Y})", _read_years),
    _rule(
        ("năm", "tháng"),
        rf"(?:năm\s+|tháng\s+(?P<m1>{M}){SEP})(?P<y1>{Y})(?:{DASH}|{TO})(?:tháng\s+(?P<m2>{M}){SEP}|năm\s+)(?P<y2>{Y})",
        _read_long_span,
    ),
    _rule(
        DIGIT,
        rf"(?P<m1>{M})\s?/\s?(?P<y1>{Y})(?:{DASH}|{TO})(?:tháng\s+)?(?P<m2>{M})\s?/\s?(?P<y2>{Y})",
        _read_long_span,
    ),
    _rule(
        DAYS,
        rf"(?P<lead>{DAY})?(?P<d1>{D})(?:(?P<s1>{SEP})(?P<m1>{M})(?:{SEP}(?P<y1>{Y}))?)?(?:{DASH}|{TO})(?:{DAY})?"
        rf"(?P<d2>{D})(?P<s2>{SEP}|\s+tháng\s+)(?P<m2>{M}){YEAR_AFTER}",
        _read_days,
        is_day_pair,
    ),
    _rule(
        DAYS,
        rf"(?P<lead>{DAY})?(?P<d1>{D})(?P<s1>)(?P<m1>)(?P<y1>)(?:\s?,\s?{D}){{0,6}}{AND}"
        rf"(?P<d2>{D})(?P<s2>{SEP}|\s+tháng\s+)(?P<m2>{M}){YEAR_AFTER}",
        _read_days,
        is_day_pair,
    ),
    _rule(DAYS, rf"(?P<lead>{DAY})?(?P<d2>{D})(?P<s>{SEP})(?P<m2>{M}){SEP}(?P<y2>{Y}|[0-4]\d)", _read_day, is_day),
    _rule(DAYS, rf"(?P<lead>{DAY})?(?P<d2>{D})(?P<s>{SEP}|\s+tháng\s+)(?P<m2>{M}){YEAR_AFTER}", _read_day, is_day),
    _rule(
        "tháng",
        rf"tháng\s+(?P<m1>{M})(?:{SEP}(?P<y1>{Y}))?(?:(?:{DASH}|{TO})(?:tháng\s+)?|{AND})(?P<m2>{M}){YEAR_AFTER}",
        _read_months,
    ),
    _rule("tháng", rf"tháng\s+(?P<m2>{M}){YEAR_AFTER}", _read_month, is_month),
    _rule(DIGIT, rf"(?P<m2>{M})\s?/\s?(?P<y2>{Y})", _read_month, is_bare_year),
    _rule(
        "tháng",
        rf"tháng\s+(?P<m2>mười\s+một|mười\s+hai|{'|'.join(MONTH_NAMES)})(?:,?\s+năm\s+(?P<y2>{Y}))?",
        _read_month_name,
    ),
    _rule("quý", rf"quý\s+(?P<q>IV|I{{1,3}}|[1-4])(?:(?:{SEP}|,?\s+năm\s+)(?P<y2>{Y}))?", _read_quarter),
    _rule("năm", rf"năm(?:\s+học)?\s+(?P<y2>{Y})", _read_year, is_year_of_name),
    _rule(DIGIT, rf"(?P<y2>{Y})", _read_year, is_bare_year),
)
COUNT_OF_DAYS = re.compile(r"(?:^|\W)(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|mấy)\s+\Z", re.IGNORECASE)
LUNAR_BEFORE = re.compile(r"(?:mùng|mồng|rằm)\s+(?:\d{1,2}\s)?$", re.IGNORECASE)
LUNAR_AFTER = re.compile(r"[\s(,]{0,3}(?:âm lịch|AL\b)", re.IGNORECASE)


def _is_lunar(text: str, match: re.Match[str]) -> bool:
    """The lunar calendar has no ISO form: ``mùng 3 tháng 1``, ``rằm tháng 7``, ``tháng 3 âm lịch``."""
    before = text[max(0, match.start() - 10) : match.start()]
    return bool(LUNAR_BEFORE.search(before) or LUNAR_AFTER.match(text, match.end()))


def find_dates(doc: Doc, published: str | None = None) -> list[Date]:
    """Find the explicit calendar expressions of an article.

    Args:
        doc: the article, of any tokenizer. Dates inside ``doc.ents`` labelled PROG, DOC, ORG or LOC are left out.
        published: ISO date of the article. With it every date without a year is resolved.

    Returns:
        The dates in order, none overlapping; offsets are code points into ``doc.text``. ``iso`` holds what the text
        says (``--02-05`` where it gives no year), ``resolved`` the date with its year, None where it is not known.
    """
    text = doc.text
    names = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in NAMES]
    places = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in ("ORG", "LOC")}
    heads = [(m.start(), "digit" if m["digit"] else m["word"].lower()) for m in HEAD.finditer(text)]
    taken: list[tuple[int, int, str]] = []
    for rule in RULES:
        found = _apply(rule, text, heads, taken)
        if found:
            taken = sorted(taken + found)
    dates: list[tuple[int, int, str]] = []
    for s, e, iso in taken:
        holders = [(a, b) for a, b in _near(names, s) if a < e and s < b]
        # No body or place is called "tháng 11/2016": a tagger has taken the date with the name before it.
        spelled = text[s : s + 5].lower() in ("tháng", "ngày ") and all(holder in places for holder in holders)
        if not holders or spelled:
            dates.append((s, e, iso))
    return [Date(s, e, text[s:e], iso, resolve(iso, published, text[e : e + 20])) for s, e, iso in dates]


def _apply(
    rule: Rule, text: str, heads: list[tuple[int, str]], taken: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Return what one rule finds in the text that the earlier rules left, as start, end and ISO form."""
    found: list[tuple[int, int, str]] = []
    done = 0
    for position, head in heads:
        if head not in rule.heads or position < done:
            continue
        match = rule.pattern.match(text, position)
        if not match:
            continue
        start, end = match.span()
        done = end
        if "lead" in rule.pattern.groupindex and match["lead"] and COUNT_OF_DAYS.search(text, max(0, start - 8), start):
            start = match.end("lead")  # "hai ngày 10 và 11.5": how many days, then which
        if _overlaps(taken, start, end) or (rule.accept and not rule.accept(text, match)) or _is_lunar(text, match):
            continue
        groups: Groups = match.groupdict()
        if "y2w" in groups:
            groups["y2"] = groups["y2"] or groups["y2w"]
        if iso := rule.read(groups):
            found.append((start, end, iso))
    return found


def _overlaps(taken: list[tuple[int, int, str]], start: int, end: int) -> bool:
    at = bisect.bisect_left(taken, (start,))
    return (at > 0 and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end)


def _near(names: list[tuple[int, int]], position: int) -> list[tuple[int, int]]:
    at = bisect.bisect_right(names, (position, position))
    return names[max(0, at - 1) : at + 1]


@Language.component("trichtin_dates", assigns=["doc._.dates", "doc._.relative_dates"])
def annotate_dates(doc: Doc) -> Doc:
    """Set ``doc._.dates`` and ``doc._.relative_dates``; ``doc._.published``, an ISO date, gives both their year."""
    extensions.register()
    doc._.dates = find_dates(doc, doc._.published)
    doc._.relative_dates = find_relative_dates(doc, doc._.published)
    return doc
