"""Quotes without a verb: the answers of an interview, and the statements ("Ông A – Giám đốc B: …") of a survey."""

from __future__ import annotations

import re

from trichtin.annotate.quotes.content import trim
from trichtin.annotate.quotes.cues import find_verbs
from trichtin.annotate.quotes.extent import run_on
from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_names import Source
from trichtin.annotate.quotes.source_verbless import person_at

LONGEST_ANSWER = 40  # sentences of one answer in an interview
# What may stand between a name and the colon of a statement without a verb: a bracket, a post.
ONLY_POST = re.compile(r"(?:\s?\([^()]{1,90}\))?(?:(?:\s[-–—]|,)\s[^:.;“”\"\n]{2,130}?(?:\([^()]{1,60}\))?)?\s?")


def read_turn(reading: Reading, index: int, start: int, end: int) -> bool:
    """Take an answer of an interview, up to the next turn; a question of the reporter is no quote."""
    text = reading.text
    turn = _speaks(reading, start, end)
    if turn is None:
        return False
    source, begin = turn
    starred = start in reading.interview.stars
    if starred:
        begin = reading.interview.question_end(start)
        source = reading.interview.guest(reading.last)
        if begin < 0 or source is None:
            return False
    stop = max(end, begin)
    line = text.find("\n", begin + 1 if starred else start)
    for k in range(index + 1, min(index + 1 + LONGEST_ANSWER, len(reading.units))):
        unit_start, unit_end = reading.units[k]
        if unit_start < begin:
            continue
        asks = (
            not starred and not reading.interview.labels and text[unit_start - 1] == "\n" and text[unit_end - 1] == "?"
        )
        if asks or unit_start in reading.interview.stars or _speaks(reading, unit_start, unit_end) is not None:
            line = len(text)
            break
        stop = unit_end
    if 0 <= line < stop:  # the last answer: nothing tells where it ends but its paragraph
        stop = line
    if source is None:
        reading.done = max(reading.done, stop if stop <= line or line == len(text) else end)
        return True
    first, last = trim(text, begin, stop)
    return reading.add(first, last, "indirect", source, "", 0.8 * source.score)


def _speaks(reading: Reading, start: int, end: int) -> tuple[Source | None, int] | None:
    """Read whose turn of an interview begins here: the source (None for the reporter), and where the words begin."""
    colon = reading.text.find(":", start, min(end, start + 80))
    reports = colon >= 0 and next(find_verbs(reading, start, colon), None) is not None
    return reading.interview.speaks(start, end, reading.last, reports)


def read_statement(reading: Reading, index: int, start: int, end: int) -> bool:
    """Read "Ông A – Giám đốc B: nội dung", a statement without a verb, of a survey of opinions."""
    text = reading.text
    colon = text.find(": ", start, min(end, start + 180))
    if colon < 0 or colon + 2 >= end or text[colon + 2] in '“"':
        return False
    source = person_at(reading.sources, start, colon)
    if source is None or not ONLY_POST.fullmatch(text, source.end, colon):
        return False
    if next(find_verbs(reading, start, colon), None):
        return False
    first, last = trim(text, colon + 1, end)
    if len(text[first:last].split()) < 4:
        return False
    reading.last = source
    return reading.add(first, run_on(reading, index, last), "indirect", source, "", 0.8 * source.score)
