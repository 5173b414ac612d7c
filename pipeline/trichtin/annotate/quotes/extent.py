"""How far an utterance runs that its sentence does not end: behind a colon, or where the closing mark is missing.

It goes on over sentences of the same line (or list) until one of them brings a source of its own.
"""

from __future__ import annotations

import re

from trichtin.annotate.quotes.content import CAPTION, opener, trim
from trichtin.annotate.quotes.cue_lexicon import CLAUSE_CUES, CUE, NO_REPORT, lemma
from trichtin.annotate.quotes.cues import MOST_CUES, find_verbs
from trichtin.annotate.quotes.marks import LONGEST, Quotation
from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_subject import find_subject
from trichtin.annotate.quotes.source_verbless import named_at
from trichtin.annotate.quotes.theo import read_theo

LONGEST_RUN = 12  # sentences that a quote after a colon may run on


def run_on(reading: Reading, index: int, end: int, issuer: str | None = None) -> int:
    """Return the end of an utterance after a colon: the sentences up to the next report, on the same line or listed.

    ``issuer`` is the body whose document is being quoted; its own orders are then part of the content.
    """
    text = reading.text
    listed = text[reading.units[index][1] - 1] == ":"  # what is announced stands on the next lines
    for k in range(index + 1, min(index + 1 + LONGEST_RUN, len(reading.units))):
        start, stop = reading.units[k]
        between = text[end:start]
        broken = "\n" in between and not listed and not reading.flat
        if broken or "  " in between or _reports(reading, start, stop, issuer):
            break
        end = trim(text, start, stop)[1]
    return end


def goes_on(reading: Reading, quotation: Quotation, unit_end: int) -> bool:
    """Tell whether speech after a colon goes on behind the first closing mark, which closes a name within it."""
    rest = reading.text[quotation.after : min(unit_end, quotation.after + 40)]
    words = reading.text[quotation.start : quotation.end].split()
    return len(words) < 12 and re.match(r"\s[a-zà-ỹđ]", rest) is not None and CUE.search(rest) is None


def lost_end(reading: Reading, index: int, start: int) -> int:
    """Guess where speech ends whose closing mark is missing: on its line, before the next report."""
    text = reading.text
    line = text.find("\n\n" if reading.flat else "\n", start, start + LONGEST)
    end = line if line >= 0 else min(len(text), start + LONGEST)
    for k in range(index, min(index + LONGEST_RUN, len(reading.units))):
        unit_start, unit_end = reading.units[k]
        if k > index and (unit_start >= end or _reports(reading, unit_start, unit_end)):
            return min(end, reading.units[k - 1][1])
    return min(end, reading.units[min(index + LONGEST_RUN, len(reading.units)) - 1][1])


def _reports(reading: Reading, start: int, end: int, issuer: str | None = None) -> bool:
    """Tell whether a sentence brings a source of its own, so that the utterance before it has ended."""
    text = reading.text
    if CAPTION.search(text, start, min(end, start + 200)) or text[start] in '“"':
        return True
    theo = read_theo(reading, start, end)
    if issuer is None and (theo is not None or re.match(r"(?:Cũng )?[Tt]heo\s(?!đó)", text[start : start + 12])):
        return True
    last = reading.last
    for count, cue in enumerate(find_verbs(reading, start, end)):
        if count >= MOST_CUES:
            break
        if NO_REPORT.search(text, max(start, cue.start() - 16), cue.start()):
            continue
        opened = opener(text, cue.group(), cue.end(), end)
        if opened is None or (opened[1] in ("bare", "comma") and lemma(cue.group()) not in CLAUSE_CUES):
            continue
        source = find_subject(reading.sources, start, cue.start(), last)
        if source is not None and source.score >= 0.6 and source.name != issuer and (issuer is None or source.person):
            return True
    named = named_at(reading.sources, start, min(end, start + 60))
    return named is not None and last is not None and named == last.name
