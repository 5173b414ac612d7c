"""Quantities that Vietnamese news states: counts, money, percentages, marks, durations, ages, measures, ratios.

What is a figure, its kinds and units follow the project's annotation guideline. Every number of the text is read
with a window of text around it, so the time is linear in the text.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from trichtin.annotate import extensions
from trichtin.annotate import figure_context as context
from trichtin.annotate.counted import noun_after, phrase_end
from trichtin.annotate.dates import find_dates
from trichtin.annotate.numbers import Numeral, find_numerals, parse_digits
from trichtin.annotate.ratios import Share, share_at
from trichtin.annotate.tables import read_tables
from trichtin.annotate.units import FORMS, SMALLER, Unit, unit_after
from trichtin.facts import Figure

NAMES = frozenset({"DOC", "PROG", "ORG", "PER", "LOC"})
Spans = list[tuple[int, int]]

_RANGE = re.compile(r"[ \t\xa0]?[-–—][ \t\xa0]?|\s{1,2}(?:đến|tới)\s{1,2}|\s{1,2}-\s{1,2}")
_LIST = re.compile(r"\s{0,2}(?:,|/|và|hoặc|hay|,\s?và)\s{0,2}")
_SCORELINE = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_HOURS = re.compile(r"\s?(?:h|g|giờ)\s?(?P<minutes>[0-5]?\d)(?:\s?(?:phút|p|['’]))?(?![\w/]|[.,]\d)", re.IGNORECASE)
_METRES = re.compile(r"\s?m\s?(?P<rest>\d{1,2})(?![\w/.,]\d|\w)")
_CURRENCY_BEFORE = re.compile(r"(?P<sign>US\$|S\$|\$|€|£|USD|EUR|VND)\s?$")
_POINT_IS_THING = re.compile(
    r"\s+(?:cần|đáng|mà|khác|giống|chung|tương đồng|quan trọng|cơ bản|chính|đặc biệt|nổi bật|hạn chế|bất cập|thuận lợi|yếu|tích cực|chưa|lưu ý"
    r"|trên địa bàn|tập kết|sau đây|sau:|như sau|nghẽn|đen|du lịch|dân cư|bán|tiếp nhận|đón|trông|tư vấn|xung yếu|này|đó)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\s+(?:trong|trên)\s+(?:tổng\s+)?(?P<sum>số\s+)?(?:những\s+|các\s+|hơn\s+|gần\s+|khoảng\s+|tổng\s+số\s+)*")
_TERMS_OF_JAIL = re.compile(r"\s+(?:tuổi\s+(?:đảng|nghề|đời))", re.IGNORECASE)


@dataclass(slots=True)
class _Quantity:
    """One number, or the two of a range, before it is known what it measures."""

    start: int
    end: int
    value: float
    max: float | None
    first: Numeral
    last: Numeral

    @property
    def decimal(self) -> bool:
        return not self.last.spelled and self.last.scale == 1 and ("," in self.last.raw or self.value != int(self.value))


@dataclass(slots=True)
class _Page:
    """The text with what no figure may touch: dates, names, codes and cells of tables."""

    text: str
    dates: Spans
    names: Spans
    tables: Spans


def find_figures(doc: Doc) -> list[Figure]:
    """Find the quantities that an article states.

    Args:
        doc: the article, of any tokenizer. Numbers inside ``doc.ents`` labelled DOC, PROG, ORG, PER or LOC are left
            out, and so are those inside ``doc._.dates`` (found here where no component has set them).

    Returns:
        The figures in order, none overlapping; offsets are code points into ``doc.text``. ``score`` (0 to 1) says how
        plain the evidence was: a unit, a counted noun that is known, or only the words around.
    """
    text = doc.text
    extensions.register()
    dates = doc._.dates or find_dates(doc)
    names = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in NAMES]
    cells, tables = read_tables(text)
    taken = sorted([(d.start, d.end) for d in dates] + names + [(c.start, c.end) for c in cells])
    page = _Page(text, [(d.start, d.end) for d in dates], names, tables)
    figures = [
        Figure(c.start, c.end, text[c.start : c.end], c.kind, c.value, None, "chỉ tiêu" if c.kind == "count" else "điểm", None, c.of, None, 0.8)
        for c in cells
    ]
    numerals = [n for n in find_numerals(text) if not _touches(taken, n.start, n.end)]
    figures += _read(page, numerals)
    figures = _merge_ranges(text, sorted(figures, key=lambda f: f.start))
    _recall_units(text, figures)
    return figures


def _touches(spans: Spans, start: int, end: int) -> bool:
    at = bisect.bisect_left(spans, (start, start))
    return (at > 0 and spans[at - 1][1] > start) or (at < len(spans) and spans[at][0] < end)


def _read(page: _Page, numerals: list[Numeral]) -> list[Figure]:
    text = page.text
    figures: list[Figure] = []
    waiting: list[_Quantity] = []  # "9, 10 và" … before a number that has the unit of them all
    named = -1  # where a list ends whose first number was an ordinal ("lớp 10, 11, 12")
    done = 0
    at = 0
    while at < len(numerals):
        numeral = numerals[at]
        if numeral.start < done:
            at += 1
            continue
        share = share_at(text, numerals, at)
        if share:
            figures += _flush(page, waiting)
            waiting = []
            figure = _read_share(page, share)
            if figure:
                figures.append(figure)
            done = max(share.end, figure.end if figure else 0)
            at += 1
            continue
        quantity = _quantity(text, numerals, at)
        at += 1 if quantity.last is numeral else 2
        found, end = _read_quantity(page, quantity, numerals, at)
        if waiting and not _LIST.fullmatch(text, waiting[-1].end, quantity.start):
            figures += _flush(page, waiting)
            waiting = []
        follows_name = named >= 0 and bool(_LIST.fullmatch(text, named, quantity.start))
        if found and follows_name and found.kind == "count" and text[end : end + 2].strip()[:1].isupper():
            found = None
        if found:
            if found.kind == "count" and any(_verdict(page, earlier) for earlier in waiting):
                figures += _flush(page, waiting)
            else:
                figures += [_like(text, earlier, found) for earlier in waiting]
            waiting = []
            figures.append(found)
            done = max(done, end)
            named = -1
        elif end < 0 or follows_name:
            figures += _flush(page, waiting)
            waiting = []
            named = quantity.end
            done = max(done, -end)
        else:
            waiting.append(quantity)
            done = max(done, end)
    return figures + _flush(page, waiting)


def _quantity(text: str, numerals: list[Numeral], at: int) -> _Quantity:
    """Return the number at ``at``, joined with the next one where the two are a range."""
    first = numerals[at]
    alone = _Quantity(first.start, first.end, first.value, None, first, first)
    if at + 1 == len(numerals):
        return alone
    last = numerals[at + 1]
    if last.start - first.end > 8:
        return alone
    gap = text[first.end : last.start]
    spelled_pair = first.spelled and last.spelled and gap in (", ", " ") and last.value == first.value + 1 and last.value < 10
    if not spelled_pair and not _RANGE.fullmatch(gap):
        return alone
    if "-" in gap or "–" in gap or "—" in gap:
        if first.spelled or len(first.raw) > 9 or re.match(r"\s?[-–—/]\s?\d", text[last.end : last.end + 4]):
            return alone
        if re.match(r"0\d\d", first.raw) or re.search(r"[\w/][-–/]$", text[max(0, first.start - 2) : first.start]):
            return alone
    low = first.value
    if last.scale > first.scale:
        low = low * last.scale if low < last.value / last.scale else low * last.scale / 1000
    if low >= last.value or (first.grouped and last.scale == 1 and last.value < 1000):
        return alone
    return _Quantity(first.start, last.end, low, last.value, first, last)


def _read_quantity(page: _Page, q: _Quantity, numerals: list[Numeral], following: int) -> tuple[Figure | None, int]:
    """Read one quantity by what follows it.

    Returns:
        The figure and where the text it used up ends. Without a figure: a negative offset when the number is
        something else (an ordinal, a clock time), the end of the number when its unit may stand further on.
    """
    text = page.text
    if _SCORELINE.search(text, max(0, q.start - 24), q.start) and q.max is not None:
        return None, -q.end
    hours = _HOURS.match(text, q.end)
    if hours and not q.first.spelled and q.value <= 24 and q.max is None and not q.decimal:
        if context.is_clock_time(text, q.start, hours.end(), minutes=True, abbreviated=True):
            return None, -hours.end()
        return _figure(text, q, hours.end(), "duration", "phút", 0.7, value=q.value * 60 + int(hours["minutes"])), hours.end()
    metres = _METRES.match(text, q.end)
    if metres and q.max is None and q.value < 1000:
        rest = metres["rest"]
        return _figure(text, q, metres.end(), "measure", "m", 0.9, value=q.value + int(rest) / 10 ** len(rest)), metres.end()
    sign = _CURRENCY_BEFORE.search(text, max(0, q.start - 4), q.start)
    if sign and not q.first.spelled:
        return _figure(text, q, q.end, "money", FORMS.get(sign["sign"].lower(), ("", sign["sign"]))[1], 0.9, start=sign.start()), q.end
    unit = unit_after(text, q.end)
    if unit and _touches(page.dates, unit.end - 1, unit.end):
        unit = None
    noun = noun_after(text, q.end)
    if noun and _touches(page.dates, noun.start, noun.start + 1):
        noun = None
    noun_text = " ".join(text[noun.start : noun.end].split()) if noun else ""
    if noun and noun.known and (not unit or (noun.end > unit.end and unit.kind in ("score", "measure", "money", "duration"))):
        unit = None
    if unit and unit.kind == "duration" and context.is_mark(text, q.start, q.value, unit.name):
        return None, q.end
    if unit:
        return _read_unit(page, q, unit, numerals, following)
    known = noun.known if noun else False
    if q.last.spelled and q.first.spelled and not known and not q.last.grouped:
        return None, -q.end
    if context.is_identifier(text, q.start, q.value, noun_text.lower() if known else None):
        return None, -q.end
    if _in(page.tables, q.start):
        return None, -q.end
    if noun and context.is_mark(text, q.start, q.value, noun_text.lower()):
        return None, q.end
    if noun and q.max is None and _is_like_year(q) and not (noun_text[0].islower() and context.introduces_count(text, q.start)):
        return None, -q.end
    if noun and noun.known:
        if q.first.spelled and q.value < 11 and not context.is_spelled_count(text, q.start, q.first.raw, noun_text.lower()):
            return None, -q.end
        sure = 0.9 if q.first.spelled else 0.95
        return _figure(text, q, q.end, "count", noun_text, sure, of=(noun.start, noun.end)), q.end
    of_all = _OF_ALL.match(text, q.end)
    if of_all:
        figure = _of_all(page, q, of_all)
        if figure:
            return figure, q.end
    if q.first.scale >= 1_000_000 and context.says_money(text, q.start):
        return _figure(text, q, q.end, "money", "VND", 0.7), q.end
    if noun and not noun.known and not _verdict(page, q) and not _touches(page.names, noun.start, noun.end):
        if q.last.grouped or context.introduces_count(text, q.start):
            return _figure(text, q, q.end, "count", noun_text, 0.5, of=(noun.start, noun.end)), q.end
        return None, -q.end
    return None, q.end


def _is_like_year(q: _Quantity) -> bool:
    return 1900 <= q.value <= 2099 and q.first.raw.isdigit() and q.first.scale == 1


def _of_all(page: _Page, q: _Quantity, link: re.Match[str]) -> Figure | None:
    """Read ``43 trong tổng số 108 trường`` and ``hai trong số những trường``: the noun stands further on."""
    text = page.text
    position = link.end()
    number = re.compile(r"\d{1,6}(?:\.\d{3})?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười").match(text, position)
    if not number and not link["sum"]:
        return None
    noun = noun_after(text, number.end() if number else position)
    if not noun or not (noun.known or (link["sum"] and not number)):
        return None
    return _figure(text, q, q.end, "count", " ".join(text[noun.start : noun.end].split()), 0.8, of=(noun.start, noun.end))


def _read_unit(page: _Page, q: _Quantity, unit: Unit, numerals: list[Numeral], following: int) -> tuple[Figure | None, int]:
    text = page.text
    kind, name, end = unit.kind, unit.name, unit.end
    value, highest = q.value, q.max
    identifier = context.is_identifier(text, q.start, q.value, "x" if kind in ("money", "percent", "age", "measure") else None)
    if kind in ("duration", "score") and identifier:
        return None, -q.end
    if kind == "duration":
        if name == "năm" and _is_like_year(q) and q.max is None:
            return None, -q.end
        if q.first.spelled and q.first.raw.lower() == "năm" and (name == "tháng" or not context.is_spelled_count(text, q.start, "năm", "x")):
            return None, -q.end
        if name == "giờ":
            short = text[unit.end - 1 : unit.end] == "h"
            said = text[q.end : unit.end].strip().lower()
            if said in ("h", "giờ") and context.is_clock_time(text, q.start, unit.end, minutes=False, abbreviated=short):
                return None, -unit.end
        if re.match(r"\s*[\"“‘']", text[end : end + 3]) and text[end - 5 : end] == "tiếng":
            return None, -q.end
    if kind == "score":
        ten = re.compile(r"\s+(?P<mark>10|[0-9](?:[.,]\d{1,2})?)(?![\w/%]|[.,]\d)").match(text, end)
        if ten and value == int(value) and not q.decimal and not noun_after(text, ten.end()) and not unit_after(text, ten.end()):
            return _figure(text, q, q.end, "count", f"điểm {ten['mark']}", 0.9), q.end
        if ten and value == int(value) and q.value > 60:
            return _figure(text, q, q.end, "count", f"điểm {ten['mark']}", 0.9), q.end
        if value == int(value) and value <= 20 and _POINT_IS_THING.match(text, end):
            return _figure(text, q, q.end, "count", "điểm", 0.8), q.end
        value, highest = _as_mark(q)
    if kind == "percent":
        value, highest = _as_mark(q)
    if kind == "measure" and q.first.spelled and q.value < 10 and name in ("độ", "g", "m"):
        return None, -q.end
    smaller = SMALLER.get(name)
    if smaller and highest is None and following < len(numerals) and kind in ("duration", "measure"):
        part = numerals[following]
        part_unit = unit_after(text, part.end) if 0 < part.start - end <= 2 else None
        if part_unit and part_unit.name == smaller[0] and part.value < smaller[1]:
            return _figure(text, q, part_unit.end, kind, smaller[0], 0.9, value=value * smaller[1] + part.value), part_unit.end
    return _figure(text, q, end, kind, name, 0.97, value=value, highest=highest), end


def _as_mark(q: _Quantity) -> tuple[float, float | None]:
    """Read marks and percentages again, where a separator before three digits is a decimal mark (``24,125 điểm``)."""
    values = [n.value if n.spelled or n.scale > 1 else parse_digits(n.raw, decimal=n.value > 1000) for n in (q.first, q.last)]
    first, last = (v if v is not None else n.value for v, n in zip(values, (q.first, q.last), strict=True))
    return (first, None) if q.max is None else (first, last)


def _read_share(page: _Page, share: Share) -> Figure | None:
    text = page.text
    if share.kind == "none" or context.is_identifier(text, share.start, 100, None):
        return None
    noun = noun_after(text, share.end) if share.kind == "ratio" else None
    known = noun if noun and noun.known else None
    unit = " ".join(text[known.start : known.end].split()) if known else (share.unit or ("điểm" if share.kind == "score" else None))
    of = text[known.start : phrase_end(text, known.end)] if known else context.head_before(text, share.start)
    modifier = context.modifier_of(text, share.start, share.end, share.kind, exact=False)
    return Figure(
        share.start, share.end, text[share.start : share.end], share.kind, share.value, None, unit, modifier, of, None, share.score
    )


def _figure(
    text: str,
    q: _Quantity,
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
    modifier = context.modifier_of(text, start, unit_end, kind, exact=exact)
    per = context.rate_after(text, unit_end)
    return Figure(start, end, text[start:end], kind, value, highest, unit, modifier, about and " ".join(about.split()), per, score)


def _like(text: str, q: _Quantity, model: Figure) -> Figure:
    """Make a figure of an earlier number of a list (``5, 10 và 15 triệu đồng``) with the unit of the last."""
    figure = _figure(text, q, q.end, model.kind, model.unit, round(model.score * 0.8, 2))
    figure.of, figure.per = model.of, model.per
    return figure


def _verdict(page: _Page, q: _Quantity) -> context.Verdict | None:
    return context.bare_kind(page.text, q.start, q.end, q.value, decimal=q.decimal, grouped=q.last.grouped)


def _flush(page: _Page, waiting: list[_Quantity]) -> list[Figure]:
    """Judge the numbers of a list that found no unit by the words before the first."""
    found: list[Figure] = []
    verdict = None
    for q in waiting:
        if not verdict:
            verdict = _verdict(page, q)
        if verdict:
            kind, unit, of, sure = verdict
            if kind == "score" and q.value > context.HIGHEST_MARK:
                continue
            start = q.start
            just_before = re.search(r"\bđiểm\s+(?:số\s+)?$", page.text[max(0, q.start - 12) : q.start], re.IGNORECASE)
            if kind == "score" and just_before:
                start = q.start - len(just_before.group())
            value, highest = _as_mark(q) if kind == "score" else (q.value, q.max)
            figure = _figure(page.text, q, q.end, kind, unit, sure, start=start, value=value, highest=highest)
            figure.of = of or figure.of
            found.append(figure)
        elif q.last.grouped and not _in(page.tables, q.start):
            found.append(_figure(page.text, q, q.end, "count", None, 0.4))
    return found


def _in(spans: Spans, position: int) -> bool:
    at = bisect.bisect_right(spans, (position, position))
    return at > 0 and spans[at - 1][1] > position


def _merge_ranges(text: str, figures: list[Figure]) -> list[Figure]:
    """Join ``từ 15 triệu đồng đến 20 triệu đồng`` and ``5% - 10%``: one figure, as in ``15 - 20 triệu đồng``."""
    merged: list[Figure] = []
    for figure in figures:
        previous = merged[-1] if merged else None
        if (
            previous
            and previous.kind == figure.kind != "count"
            and previous.unit == figure.unit
            and previous.max is None
            and figure.max is None
            and previous.value < figure.value
            and _RANGE.fullmatch(text, previous.end, figure.start)
        ):
            merged[-1] = Figure(
                previous.start, figure.end, text[previous.start : figure.end], figure.kind, previous.value, figure.value,
                figure.unit, previous.modifier, previous.of or figure.of, figure.per, min(previous.score, figure.score),
            )  # fmt: skip
        elif not previous or previous.end <= figure.start:
            merged.append(figure)
    return merged


def _recall_units(text: str, figures: list[Figure]) -> None:
    """Give ``cả 3 đều khai`` the noun that the same number counted shortly before."""
    for at, figure in enumerate(figures):
        if figure.kind != "count" or figure.score > 0.5 or not re.search(r"(?:^|\W)cả\s+$", text[max(0, figure.start - 5) : figure.start], re.I):
            continue
        for earlier in reversed(figures[max(0, at - 10) : at]):
            if earlier.kind == "count" and earlier.value == figure.value and earlier.unit and earlier.score > 0.5:
                figure.unit, figure.of = earlier.unit, None
                break


@Language.component("trichtin_figures", assigns=["doc._.figures"])
def annotate_figures(doc: Doc) -> Doc:
    """Set ``doc._.figures``. Runs after ``trichtin_dates``, whose dates hold no figures."""
    extensions.register()
    doc._.figures = find_figures(doc)
    return doc
