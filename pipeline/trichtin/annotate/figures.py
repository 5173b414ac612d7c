"""Quantities that Vietnamese news states: counts, money, percentages, marks, durations, ages, measures, ratios.

What is a figure, its kinds and units follow the project's annotation guideline. Every number of the text is read
with a window of text around it, so the time is linear in the text.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from trichtin.annotate import extensions
from trichtin.annotate import figure_context as context
from trichtin.annotate.confidence import calibrate_figures
from trichtin.annotate.dates import find_dates
from trichtin.annotate.figure_reading import Page, figure_of, read_quantity, read_share, touches, union, verdict_of
from trichtin.annotate.numbers import Numeral, find_numerals
from trichtin.annotate.quantities import RANGE, Quantity, as_mark, quantity_at, without_raw_data
from trichtin.annotate.ratios import share_at
from trichtin.annotate.tables import Cell, read_tables
from trichtin.facts import Figure

NAMES = frozenset({"DOC", "PROG", "ORG", "PER", "LOC"})
_ALL = re.compile(r"(?:^|\W)cả\s+\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_LIST = re.compile(r"\s{0,2}(?:,|/|và|hoặc|hay|,\s?và)\s{0,2}")


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
            figures += _flush(page, waiting)
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
            figures += _flush(page, waiting)
            waiting = []
        follows_name = named is not None and bool(_LIST.fullmatch(text, named.end, quantity.start))
        if found and found.kind == "count" and named and follows_name and found.value == named.value + 1:
            found = None
        if found:
            if found.kind == "count" and any(verdict_of(page, earlier) for earlier in waiting):
                figures += _flush(page, waiting)
            else:
                figures += [_like(text, earlier, found, quantity.last.scale) for earlier in waiting]
            waiting = []
            figures.append(found)
            named = None
        elif reading.waits and not follows_name:
            waiting.append(quantity)
        else:
            figures += _flush(page, waiting)
            waiting = []
            named = quantity
    return figures + _flush(page, waiting)


def _like(text: str, q: Quantity, model: Figure, scale: int) -> Figure:
    """Make a figure of an earlier number of a list (``5, 10 và 15 triệu đồng``) with the unit and scale of the last."""
    scale = scale if q.last.scale == 1 and q.value < model.value / scale else 1
    highest = q.max * scale if q.max is not None else None
    score = round(model.score * 0.8, 2)
    figure = figure_of(text, q, q.end, model.kind, model.unit, score, value=q.value * scale, highest=highest)
    figure.of, figure.per = model.of, model.per
    return figure


def _flush(page: Page, waiting: list[Quantity]) -> list[Figure]:
    """Judge the numbers of a list that found no unit by the words before the first."""
    found: list[Figure] = []
    verdict = None
    for q in waiting:
        inherited = verdict is not None
        verdict = verdict or verdict_of(page, q)
        if verdict:
            kind, unit, of, sure = verdict
            if inherited and kind == "score" and q.value > context.HIGHEST_MARK:
                continue
            start = q.start
            just_before = re.search(r"\bđiểm\s+(?:số\s+)?$", page.text[max(0, q.start - 12) : q.start], re.IGNORECASE)
            if kind == "score" and just_before:
                start = q.start - len(just_before.group())
            value, highest = as_mark(q) if kind == "score" else (q.value, q.max)
            figure = figure_of(page.text, q, q.end, kind, unit, sure, start=start, value=value, highest=highest)
            figure.of = of or figure.of
            found.append(figure)
        elif q.last.grouped and not touches(page.tables, q.start, q.start + 1):
            found.append(figure_of(page.text, q, q.end, "count", None, 0.4))
    return found


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
