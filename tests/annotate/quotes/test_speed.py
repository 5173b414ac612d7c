"""Quotes take linear time: hostile lines cost a small multiple of plain text of their size, at any size."""

from __future__ import annotations

import time

import pytest
from spacy.tokens import Doc

from trichtin.annotate import blank
from trichtin.annotate.quotes.component import find_quotes

SIZE = 100_000  # the ratios are what is tested; a megabyte keeps to them
PLAIN = "Các em học sinh đến trường rất sớm trong một buổi sáng mùa thu đẹp trời. "
HOSTILE = {
    "opening marks": "“",
    "ASCII marks": '"',
    "pairs": "“ ”",
    "apostrophes": "'",
    "colons": ": ",
    "brackets": "(",
    "commas": ", ",
    "dashes": " - ",
    "stops": ". ",
    "cue words": "cho biết ",
    "theo": "Theo ",
    "openings": "ông nói: “",
    "lost marks": "ông nói: “a b c d e f g. ",
    "lost marks on lines": "ông nói: “a b c d e f g.\n",
    "omitted subjects": "Đồng thời cho biết: a b c. ",
}


def seconds(text: str) -> float:
    doc: Doc = NLP.make_doc(text)
    started = time.perf_counter()
    find_quotes(doc)
    return time.perf_counter() - started


NLP = blank()


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    unit = HOSTILE[name]
    half = min(seconds(unit * (SIZE // 2 // len(unit))) for _ in range(2))
    whole = min(seconds(unit * (SIZE // len(unit))) for _ in range(2))
    assert whole < 4 * half + 0.1


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_a_small_multiple_of_plain_text(name: str) -> None:
    unit = HOSTILE[name]
    plain = min(seconds(PLAIN * (SIZE // len(PLAIN))) for _ in range(3))
    # A line of marks has five times the tokens of a line of words, so it may cost several times as much.
    assert seconds(unit * (SIZE // len(unit))) < 20 * plain + 0.2
