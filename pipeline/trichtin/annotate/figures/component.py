"""Quantities that Vietnamese news states: counts, money, percentages, marks, durations, ages, measures, ratios.

What is a figure, its kinds and units follow the project's annotation guideline. Every number of the text is read
with a window of text around it, so the time is linear in the text.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from trichtin.annotate import extensions
from trichtin.annotate.confidence import calibrate_figures
from trichtin.annotate.dates.component import find_dates
from trichtin.annotate.figures import context
from trichtin.annotate.figures.quantities import RANGE, Quantity, as_mark, quantity_at, without_raw_data
from trichtin.annotate.figures.ratios import share_at
from trichtin.annotate.figures.reading import Page, figure_of, read_quantity, read_share, touches, union, verdict_of
from trichtin.annotate.figures.tables import Cell, read_tables
from trichtin.annotate.numbers import Numeral, find_numerals
from trichtin.facts import Figure

NAMES = frozenset({"DOC", "PROG", "ORG", "PER", "LOC"})
_ALL = re.compile(r"(?:^|\W)cả\s+\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_CHANGE = r"(?:xuống|lên|tăng|giảm)(?:\s(?:còn|đến|tới|thành|mức))?"
_THOUSANDS = re.compile(r"(?:nghìn|ngàn|triệu|k|tr)\Z")
_LIST = re.compile(rf"\s{{0,2}}(?:,|/|và|hoặc|hay|,\s?và|{_CHANGE}|còn)\s{{0,2}}")
_CHANGED = re.compile(rf"\s(?:(?:điểm|%)\s)?{_CHANGE}\s")
# The second number of these takes the unit of the first: "29 điểm hay 29,5", "34 điểm xuống còn 33".
_FOLLOWS = re.compile(rf"\s(?:hay|hoặc|{_CHANGE}|còn)\s")
_MARK_LIST = re.compile(rf"\s?[;,]\s|{_FOLLOWS.pattern}")
_CONTINUED = frozenset({"score", "percent", "money", "count"})
_NEAR = 200
_STATES = frozenset({"là", "tăng", "giảm", "còn", "lên", "có"})
_CLOSE = 90
_OTHER_SENTENCE = re.compile(r"[.!?]\s|\n")
_NEXT_ITEM = re.compile(r"[^.,;:()\n]{0,60}[,;]\s(?:và\s)?(?:[^\W\d_][\w-]*\s){1,6}")
_ITEM_STOPS = re.compile(r"\s?(?:[;,.)](?!\d)|\n|\Z)|\svà\s")
_CLAUSE_STOPS = re.compile(r"\s?(?:[;,.)](?!\d)|\n|\Z)")


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
    spans = [(date.start, date.end) for date in dates]
    taken = union([*spans, *names, *((cell.start, cell.end) for cell in cells)])
    page = Page(text, union(spans), union(names), union(tables))
    figures = [_of_cell(text, cell) for cell in cells]
    numerals = [n for n in without_raw_data(list(find_numerals(text))) if not touches(taken, n.start, n.end)]
    figures += _read(page, numerals)
    figures = _merge_ranges(text, sorted(figures, key=lambda f: f.start))
    _recall_units(text, figures)
    return figures


def _of_cell(text: str, cell: Cell) -> Figure:
    unit = "chỉ tiêu" if cell.kind == "count" else "điểm"
    return Figure(
        cell.start, cell.end, text[cell.start : cell.end], cell.kind, cell.value, unit=unit, of=cell.of, score=0.8
    )


def _read(page: Page, numerals: list[Numeral]) -> list[Figure]:
    """Read the numbers in order; the numbers of a list share the unit of its last."""
    text = page.text
    figures: list[Figure] = []
    waiting: list[Quantity] = []  # "9, 10 và" … before a number that has the unit of them all
    named: Quantity | None = None  # the last number of a list whose first was an ordinal ("lớp 10, 11, 12")
    done = 0
    at = 0
    while at < len(numerals):
        numeral = numerals[at]
        if numeral.start < done:
            at += 1
            continue
        share = share_at(text, numerals, at)
        if share:
            figures += _flush(page, waiting, figures)
            waiting = []
            figure = read_share(page, share)
            if figure:
                figures.append(figure)
            done = max(share.end, figure.end if figure else 0)
            at += 1
            continue
        quantity = quantity_at(text, numerals, at)
        at += 1 if quantity.last is numeral else 2
        reading = read_quantity(page, quantity, numerals, at)
        found = reading.figure
        done = max(done, reading.end)
        if waiting and not _LIST.fullmatch(text, waiting[-1].end, quantity.start):
            figures += _flush(page, waiting, figures)
            waiting = []
        follows_name = named is not None and bool(_LIST.fullmatch(text, named.end, quantity.start))
        if found and found.kind == "count" and named and follows_name and found.value == (named.max or named.value) + 1:
            found = None
        if found:
            if found.kind == "count" and any(verdict_of(page, earlier) for earlier in waiting):
                figures += _flush(page, waiting, figures)
            else:
                figures += [_like(text, earlier, found, quantity.last.scale) for earlier in waiting]
            waiting = []
            figures.append(found)
            named = None
        elif reading.waits and figures and not waiting and _goes_on(text, figures[-1], quantity):
            figures += _continued(page, quantity, figures[-1])
        elif reading.waits and not follows_name:
            waiting.append(quantity)
        else:
            figures += _flush(page, waiting, figures)
            waiting = []
            named = quantity
    return figures + _flush(page, waiting, figures)


def _like(text: str, q: Quantity, model: Figure, scale: int) -> Figure:
    """Make a figure of an earlier number of a list (``5, 10 và 15 triệu đồng``) with the unit and scale of the last."""
    scale = scale if q.last.scale == 1 and q.value < model.value / scale else 1
    highest = q.max * scale if q.max is not None else None
    score = round(model.score * 0.8, 2)
    figure = figure_of(text, q, q.end, model.kind, model.unit, score, value=q.value * scale, highest=highest)
    figure.of, figure.per = model.of, model.per
    return figure


def _goes_on(text: str, figure: Figure, q: Quantity) -> bool:
    """Whether a number without a unit shares that of the figure before it."""
    if q.decimal and figure.kind == "score" and q.value <= context.HIGHEST_MARK:
        return bool(_MARK_LIST.fullmatch(text, figure.end, q.start))  # "lẻ đến 0,25; 0,5; 0,75"
    return bool(_FOLLOWS.fullmatch(text, figure.end, q.start))


def _continued(page: Page, q: Quantity, model: Figure) -> list[Figure]:
    """Read a number without a unit that goes on from a figure (``34 điểm xuống còn 33``): none where it has a kind."""
    if model.kind not in _CONTINUED or verdict_of(page, q):
        return _flush(page, [q], [])
    return [_like(page.text, q, model, 1)]


def _flush(page: Page, waiting: list[Quantity], earlier: list[Figure]) -> list[Figure]:
    """Judge the numbers of a list that found no unit by the words before the first.

    A change (``từ 300 xuống còn 200``) that those words say nothing of is of what was measured just before it.
    """
    found: list[Figure] = []
    verdict = None
    if len(waiting) == 2 and earlier and _CHANGED.fullmatch(page.text, waiting[0].end, waiting[1].start):
        measured = earlier[-1]
        near = waiting[0].start - measured.end < _NEAR and "\n" not in page.text[measured.end : waiting[0].start]
        if near and measured.kind in _CONTINUED and measured.unit and not any(verdict_of(page, q) for q in waiting):
            return [_like(page.text, q, measured, 1) for q in waiting]
        verdict = verdict_of(page, waiting[0]) or verdict_of(page, waiting[1])
    for q in waiting:
        last = found[-1] if found else earlier[-1] if earlier else None
        model = _listed_before(page, q, last)
        if model and model.unit and model.unit.startswith("điểm "):  # "toán có 8 điểm 10, lịch sử 5": no marks of five
            found.append(_like(page.text, q, model, 1))
            continue
        inherited = verdict is not None
        verdict = verdict or verdict_of(page, q)
        if verdict:
            kind, unit, of, sure = verdict
            if inherited and kind == "score" and q.value > context.HIGHEST_MARK:
                own = verdict_of(page, q)  # "số điểm 10 lên tới 4.000"
                if not own or own[0] == "score":
                    continue
                kind, unit, of, sure = own
            start = q.start
            just_before = re.search(r"\bđiểm\s+(?:số\s+)?$", page.text[max(0, q.start - 12) : q.start], re.IGNORECASE)
            if kind == "score" and just_before:
                start = q.start - len(just_before.group())
            value, highest = as_mark(q) if kind == "score" else (q.value, q.max)
            figure = figure_of(page.text, q, q.end, kind, unit, sure, start=start, value=value, highest=highest)
            figure.of = of or figure.of
            found.append(figure)
        elif model := model or _counted_before(page, q, last):
            found.append(_like(page.text, q, model, 1))
        elif q.last.grouped and not touches(page.tables, q.start, q.start + 1):
            found.append(figure_of(page.text, q, q.end, "count", None, 0.4))
    return found


def _listed_before(page: Page, q: Quantity, model: Figure | None) -> Figure | None:
    """Return the last figure when a number of a list goes on with it: ``Huế có 12 giải, Đà Nẵng 8, Cần Thơ 7``."""
    if not model or model.kind != "count" or not model.unit or q.decimal or q.first.spelled:
        return None
    if q.start - model.end > _CLOSE or q.first.raw[0] == "0" or touches(page.tables, q.start, q.start + 1):
        return None
    goes_on = _NEXT_ITEM.fullmatch(page.text, model.end, q.start) and _ITEM_STOPS.match(page.text, q.end)
    return model if goes_on else None


def _counted_before(page: Page, q: Quantity, model: Figure | None) -> Figure | None:
    """Return the last figure when a bare number at the end of a clause counts the same.

    ``142 thí sinh; riêng ngành Y là 103.`` counts the same things twice; ``tăng 20 chỉ tiêu (lên 695)`` says how many
    there are now.
    """
    text = page.text
    if q.decimal or q.first.spelled or q.value < 2 or not q.words or q.words[-1] not in _STATES:
        return None
    if not model or model.kind != "count" or not model.unit or not 0 < q.start - model.end < _CLOSE:
        return None
    if touches(page.tables, q.start, q.start + 1) or _OTHER_SENTENCE.search(text, model.end, q.start):
        return None
    return model if _CLAUSE_STOPS.match(text, q.end) else None


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
            and RANGE.fullmatch(text, previous.end, figure.start)
        ):
            merged[-1] = Figure(
                previous.start, figure.end, text[previous.start : figure.end], figure.kind, previous.value, figure.value,
                figure.unit, previous.modifier, previous.of or figure.of, figure.per, min(previous.score, figure.score),
            )  # fmt: skip
        elif not previous or previous.end <= figure.start:
            merged.append(figure)
    return merged


def _recall_units(text: str, figures: list[Figure]) -> None:
    """Give a count without a noun the one counted before: ``cả 3 đều khai``, ``5.000 em, nữ 3.000``."""
    for at, figure in enumerate(figures):
        if figure.kind != "count" or figure.score > 0.5:
            continue
        before = figures[at - 1] if at else None
        of_money = before and before.kind == "money" and not figure.unit and _THOUSANDS.search(figure.text)
        if before and of_money and not _SENTENCE_END.search(text, before.end, figure.start):
            figure.kind, figure.unit, figure.of = "money", before.unit, None
            continue
        all_of_them = bool(_ALL.search(text, max(0, figure.start - 5), figure.start))
        for earlier in reversed(figures[max(0, at - 10) : at]):
            if earlier.kind != "count" or not earlier.unit or (earlier.score <= 0.5 and all_of_them):
                continue
            same = all_of_them and earlier.value == figure.value
            if same or (not figure.unit and not _SENTENCE_END.search(text, earlier.end, figure.start)):
                figure.unit, figure.of = earlier.unit, None if same else figure.of
                break
            if not all_of_them:
                break


@Language.component("trichtin_figures", assigns=["doc._.figures"])
def annotate_figures(doc: Doc) -> Doc:
    """Set ``doc._.figures``. Runs after ``trichtin_dates``, whose dates hold no figures."""
    extensions.register()
    doc._.figures = find_figures(doc)
    calibrate_figures(doc._.figures)
    return doc
