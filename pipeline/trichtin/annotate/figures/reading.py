"""Reading one number of an article: the unit or noun behind it and the words before it make it a figure or none."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import NamedTuple

from trichtin.annotate.figures import context
from trichtin.annotate.figures.counted import Noun, noun_after, phrase_end
from trichtin.annotate.figures.modifiers import modifier_of, rate_after
from trichtin.annotate.figures.quantities import Quantity, as_mark, skip_gloss
from trichtin.annotate.figures.ratios import Share
from trichtin.annotate.figures.units import FORMS, SMALLER, Unit, unit_after
from trichtin.annotate.figures.words_before import words_before
from trichtin.annotate.numbers import Numeral, parse_digits
from trichtin.facts import Figure

Spans = list[tuple[int, int]]
_SCORELINE = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_HOURS = re.compile(r"\s?(?:h|g|giờ)\s?(?P<minutes>[0-5]?\d)(?:\s?(?:phút|p|['’]))?(?![\w/]|[.,]\d)", re.IGNORECASE)
_METRES = re.compile(r"\s?m\s?(?P<rest>\d{2}|[14-9])(?![\w/.,]\d|\w)")  # 1m2 and 1m3 are areas and volumes
_CURRENCY_BEFORE = re.compile(r"(?P<sign>US\$|S\$|\$|€|£|USD|EUR|VND)\s?$")
_POINT_IS_THING = re.compile(
    r"\s+(?:cần|đáng|mà|khác|giống|chung|tương đồng|quan trọng|cơ bản|chính|đặc biệt|nổi bật|hạn chế|bất cập|thuận lợi|yếu"
    r"|tích cực|chưa|lưu ý"
    r"|trên địa bàn|tập kết|bắn|kẹt xe|ùn tắc|ngập|sạt lở|dừng|đỗ|nóng|chốt|giao dịch|tham quan|thu gom|xét nghiệm|tiêm|cách ly|phát|tổ chức|sau đây|sau:|như sau|nghẽn|đen|du lịch|dân cư|bán|tiếp nhận|đón|trông|tư vấn|xung yếu|này|đó)",
    re.IGNORECASE,
)
_ROUND_THOUSANDS = re.compile(r"\d\.\d00")
_TO_THE_SECOND = re.compile(r"\s\d{1,2}\sphút\s\d{1,2}\sgiây")
_SECONDS = re.compile(r"\s\d{1,2}\sgiây")
_QUOTED = re.compile(r"\s*[\"“‘']")
_SUBJECT = re.compile(r"\s(?:môn|bài thi|ở môn)\s")
_MARK_AFTER = re.compile(r"\s+(?P<mark>10|[0-9](?:[.,]\d{1,2})?)(?![\w/%]|[.,]\d)")
_IS = re.compile(r"\s+là")
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{3})?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười")
_OF_ALL = re.compile(
    r"\s+(?:trong|trên)\s+(?:tổng\s+)?(?P<sum>số\s+)?(?:những\s+|các\s+|hơn\s+|gần\s+|khoảng\s+|tổng\s+số\s+)*"
)


class Reading(NamedTuple):
    """What a number was read as: a figure, or none; ``end`` is where the text that it used up ends.

    ``waits``: no figure yet, but a unit further on may be the number's too (``9, 10 và 12 điểm``).
    """

    figure: Figure | None
    end: int
    waits: bool = False


@dataclass(slots=True)
class Page:
    """The text with what no figure may touch: dates, names, codes and cells of tables (spans in order)."""

    text: str
    dates: Spans
    names: Spans
    tables: Spans


def union(spans: Spans) -> Spans:
    """Return the spans in order, those that overlap made one, as :func:`touches` needs them."""
    merged: Spans = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def touches(spans: Spans, start: int, end: int) -> bool:
    """Whether one of the spans shares a character with ``[start, end)``."""
    at = bisect.bisect_left(spans, (start, start))
    return (at > 0 and spans[at - 1][1] > start) or (at < len(spans) and spans[at][0] < end)


def read_quantity(page: Page, q: Quantity, numerals: list[Numeral], following: int) -> Reading:
    """Read one quantity by what follows it and by the words before it.

    Args:
        page: the text, with what is taken.
        q: the number or range.
        numerals: the numbers of the text; ``following`` is the index of the first behind ``q``.
    """
    text = page.text
    q.end = skip_gloss(text, q)
    if text[q.start - 1 : q.start] == "/" and text[max(0, q.start - 2) : q.start - 1].isalpha():
        per = unit_after(text, q.end)
        return Reading(None, per.end if per else q.end)  # "150 lít/1kg": what the rate is per
    if q.max is not None and _SCORELINE.search(text, max(0, q.start - 24), q.start):
        return Reading(None, q.end)
    reading = _read_form(page, q)
    if reading:
        return reading
    unit = unit_after(text, q.end)
    if unit and touches(page.dates, unit.end - 1, unit.end):
        unit = None
    noun = noun_after(text, q.end)
    if noun and touches(page.dates, noun.start, noun.start + 1):
        noun = None
    if unit and noun and noun.known and noun.end > unit.end and unit.kind in ("score", "measure", "money", "duration"):
        unit = None  # "3 điểm trường", "5 đồng chí"
    if unit and unit.kind == "duration" and context.is_mark(text, q.start, q.value, unit.name):
        return Reading(None, q.end, waits=True)
    return _read_unit(page, q, unit, numerals, following) if unit else _read_count(page, q, noun)


def _read_form(page: Page, q: Quantity) -> Reading | None:
    """Read the forms that put the unit inside or before the number: ``2h30``, ``1m65``, ``$500``."""
    text = page.text
    if q.first.spelled:
        return None
    hours = _HOURS.match(text, q.end)
    if hours and q.value <= 24 and q.max is None and not q.decimal and not _SECONDS.match(text, hours.end()):
        if context.is_clock_time(text, hours.end(), q.words, abbreviated=True):
            return Reading(None, hours.end())
        minutes = q.value * 60 + int(hours["minutes"])
        return Reading(figure_of(text, q, hours.end(), "duration", "phút", 0.7, value=minutes), hours.end())
    metres = _METRES.match(text, q.end)
    if metres and q.max is None and q.value < 1000:
        value = q.value + int(metres["rest"]) / 10 ** len(metres["rest"])
        return Reading(figure_of(text, q, metres.end(), "measure", "m", 0.9, value=value), metres.end())
    sign = _CURRENCY_BEFORE.search(text, max(0, q.start - 4), q.start)
    if sign:
        currency = FORMS.get(sign["sign"].lower(), ("money", sign["sign"]))[1]
        return Reading(figure_of(text, q, q.end, "money", currency, 0.9, start=sign.start()), q.end)
    return None


def _read_count(page: Page, q: Quantity, noun: Noun | None) -> Reading:
    """Read a number that has no unit behind it, with the noun that follows, if any."""
    text = page.text
    words = " ".join(text[noun.start : noun.end].split()) if noun else ""
    known = bool(noun and noun.known)
    if context.is_identifier(text, q.start, q.words, q.value, words.lower() if known else None):
        return Reading(None, q.end)
    of_all = None if known else _OF_ALL.match(text, q.end)
    if of_all and (figure := _of_all(page, q, of_all)):
        return Reading(figure, q.end)
    if (q.first.spelled and q.last.spelled and not known and not q.last.grouped) or touches(
        page.tables, q.start, q.start + 1
    ):
        return Reading(None, q.end)
    if noun and context.is_mark(text, q.start, q.value, words.lower()):
        return Reading(None, q.end, waits=True)
    if noun and _is_like_year(q) and not (words[0].islower() and context.introduces_count(text, q.start, q.words)):
        return Reading(None, q.end)
    if noun and known:
        if q.first.spelled and q.value < 11:
            if not context.is_spelled_count(text, q.start, q.words, q.first.raw, words.lower()):
                return Reading(None, q.end)
            return Reading(figure_of(text, q, q.end, "count", words, 0.9, of=(noun.start, noun.end)), q.end)
        return Reading(figure_of(text, q, q.end, "count", words, 0.95, of=(noun.start, noun.end)), q.end)
    if q.last.grouped and text[q.start - 1 : q.start] == "(" and text[q.end : q.end + 1] == ")":
        inside = noun_after(text, q.end + 1)  # "60% (1.200) ý kiến"
        if inside and inside.known:
            of = (inside.start, inside.end)
            return Reading(figure_of(text, q, q.end, "count", text[of[0] : of[1]], 0.7, of=of), q.end)
    is_all = _IS.match(text, q.end) if q.last.grouped else None  # "hơn 1.000 là sinh viên"
    inside = noun_after(text, is_all.end()) if is_all else None
    if inside and inside.known:
        of = (inside.start, inside.end)
        return Reading(figure_of(text, q, q.end, "count", text[of[0] : of[1]], 0.7, of=of), q.end)
    is_price = not known and q.last.grouped and q.value >= 1000 and q.words[-1:] in (["phí"], ["giá"])
    if is_price or (q.last.scale >= 1_000_000 and context.says_money(q.words)):
        return Reading(figure_of(text, q, q.end, "money", "VND", 0.7), q.end)
    if noun and not verdict_of(page, q) and not touches(page.names, noun.start, noun.end):
        if q.last.grouped or context.introduces_count(text, q.start, q.words):
            return Reading(figure_of(text, q, q.end, "count", words, 0.5, of=(noun.start, noun.end)), q.end)
        return Reading(None, q.end)
    return Reading(None, q.end, waits=True)


def verdict_of(page: Page, q: Quantity) -> context.Verdict | None:
    """Judge a number without unit or noun by the words before it."""
    return context.bare_kind(page.text, q.start, q.end, q.words, q.value, decimal=q.decimal, grouped=q.last.grouped)


def _is_like_year(q: Quantity) -> bool:
    return 1900 <= q.value <= 2099 and q.first.raw.isdigit() and q.first.scale == 1 and q.max is None


def _of_all(page: Page, q: Quantity, link: re.Match[str]) -> Figure | None:
    """Read ``9 trong tổng số 20 trường`` and ``hai trong số những trường``: the noun stands further on."""
    text = page.text
    position = link.end()
    number = _NUMBER.match(text, position)
    if (not number and not link["sum"]) or (number and not link["sum"] and q.value == 1):
        return None  # "1 trong 10 trường" is written for "một trong"
    noun = noun_after(text, number.end() if number else position)
    if not noun or not (noun.known or (link["sum"] and not number)):
        return None
    return figure_of(
        text, q, q.end, "count", " ".join(text[noun.start : noun.end].split()), 0.8, of=(noun.start, noun.end)
    )


def _read_unit(page: Page, q: Quantity, unit: Unit, numerals: list[Numeral], following: int) -> Reading:
    """Read a number with the unit behind it."""
    text, kind, name, end = page.text, unit.kind, unit.name, unit.end
    if q.first.spelled and q.words[-1:] in (["vài"], ["dăm"], ["một"]) and q.value < 10:
        return Reading(None, end)  # "vài ba tiếng", "một hai năm"
    value, highest = as_mark(q) if kind in ("score", "percent") else (q.value, q.max)
    if kind == "score" and _ROUND_THOUSANDS.fullmatch(q.last.raw):
        value, highest = q.value, q.max  # "1.800 điểm 10" are counted; no mark is 1,800
    if kind in ("duration", "score") and context.names_by_number(text, q.start, q.words, q.value, name):
        return Reading(None, q.end)
    if name == "tháng" and context.is_of_age(q.words):
        kind = "age"  # "ở độ tuổi từ 24 - 36 tháng"
    if kind == "money" and highest and q.last.scale == 1 and q.last.grouped and value < 1000 < value * 1000 < highest:
        value *= 1000  # "30 - 40.000 đồng": the thousands are said once
    if kind == "duration" and (stop := _is_no_duration(text, q, unit)):
        return Reading(None, stop)
    if kind == "score" and value == int(value) and (thing := _points(text, q, end)):
        mark = _MARK_AFTER.match(text, end) if thing != "điểm" else None  # part of what is counted
        return Reading(figure_of(text, q, q.end, "count", thing, 0.85), mark.end() if mark else q.end)
    if kind == "measure" and q.first.spelled and q.value < 10 and name in ("độ", "g", "m"):
        return Reading(None, q.end)
    while following < len(numerals) and numerals[following].start < end:
        following += 1  # the unit "năm" reads as five too
    compound = _compound(text, unit, value, numerals, following) if highest is None else None
    if compound:
        value, unit = compound
        return Reading(figure_of(text, q, unit.end, kind, unit.name, 0.9, value=value), unit.end)
    return Reading(figure_of(text, q, end, kind, name, 0.97, value=value, highest=highest), end)


def _compound(
    text: str, unit: Unit, value: float, numerals: list[Numeral], following: int
) -> tuple[float, Unit] | None:
    """Read on from ``21 giờ`` over ``34 phút 12 giây``: the value in the smallest unit, or None when nothing follows."""
    whole = unit
    while (smaller := SMALLER.get(unit.name)) and following < len(numerals):
        part = numerals[following]
        rest = unit_after(text, part.end) if 0 < part.start - unit.end <= 2 else None
        if not rest or rest.name != smaller[0] or part.value >= smaller[1]:
            break
        value, unit = value * smaller[1] + part.value, rest
        while following < len(numerals) and numerals[following].start < unit.end:
            following += 1
    return (value, unit) if unit is not whole else None


def _is_no_duration(text: str, q: Quantity, unit: Unit) -> int:
    """Return where a clock time, a year, or a word such as ``tiếng “mẹ”`` ends; 0 for a duration."""
    if unit.name == "năm" and _is_like_year(q):
        return q.end
    five = q.first.spelled and q.first.raw.lower() == "năm"
    if five and (unit.name == "tháng" or not context.is_spelled_count(text, q.start, q.words, "năm", "x")):
        return q.end
    said = text[q.end : unit.end].strip()
    if said.lower() == "giờ" and _TO_THE_SECOND.match(text, unit.end):
        return 0
    if said.lower() in ("h", "giờ") and context.is_clock_time(text, unit.end, q.words, abbreviated=said == "h"):
        return unit.end
    return q.end if said == "tiếng" and _QUOTED.match(text, unit.end) else 0


def _points(text: str, q: Quantity, end: int) -> str | None:
    """Return what ``3 điểm 10`` or ``4 điểm mới`` counts; None when the points are a mark."""
    mark = _MARK_AFTER.match(text, end)
    value = parse_digits(mark["mark"], decimal=True) if mark else None
    subject = mark and value is not None and _SUBJECT.match(text, mark.end()) and not 1 <= value <= 4
    behind = mark and (subject or not (noun_after(text, mark.end()) or unit_after(text, mark.end())))
    if mark and (q.value > context.HIGHEST_MARK or behind):
        return f"điểm {mark['mark']}"
    if _ROUND_THOUSANDS.fullmatch(q.last.raw):
        return "điểm"
    return "điểm" if q.value <= 20 and q.max is None and _POINT_IS_THING.match(text, end) else None


def read_share(page: Page, share: Share) -> Figure | None:
    text = page.text
    words = words_before(text, share.start)
    if share.kind == "none" or context.is_identifier(text, share.start, words, 100, None):
        return None
    noun = noun_after(text, share.end) if share.kind == "ratio" else None
    known = noun if noun and noun.known else None
    unit = (
        " ".join(text[known.start : known.end].split())
        if known
        else (share.unit or ("điểm" if share.kind == "score" else None))
    )
    of = text[known.start : phrase_end(text, known.end)] if known else context.head_before(text, share.start)
    modifier = modifier_of(text, share.end, words, share.kind, exact=False)
    return Figure(
        share.start,
        share.end,
        text[share.start : share.end],
        share.kind,
        share.value,
        None,
        unit,
        modifier,
        of,
        None,
        share.score,
    )


def figure_of(
    text: str,
    q: Quantity,
    end: int,
    kind: str,
    unit: str | None,
    score: float,
    *,
    start: int | None = None,
    value: float | None = None,
    highest: float | None = None,
    of: tuple[int, int] | None = None,
) -> Figure:
    start = q.start if start is None else start
    if value is None:
        value, highest = q.value, q.max
    about: str | None
    if of:
        about = text[of[0] : phrase_end(text, of[1])]
    else:
        after = phrase_end(text, end) if kind in ("percent", "duration") else end
        about = text[end:after].strip() or (None if kind == "duration" else context.head_before(text, start))
    exact = q.first.spelled and q.value < 11
    unit_end = of[1] if of else end
    words = q.words if start == q.start else words_before(text, start)
    modifier = modifier_of(text, unit_end, words, kind, exact=exact, ranged=highest is not None)
    per = rate_after(text, unit_end)
    return Figure(
        start, end, text[start:end], kind, value, highest, unit, modifier, about and " ".join(about.split()), per, score
    )
