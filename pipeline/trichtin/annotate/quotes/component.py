"""The component of quotes: every sentence is tried for one kind of quote after the other."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from trichtin.annotate import extensions
from trichtin.annotate.confidence import calibrate_quotes
from trichtin.annotate.quotes.content import is_utterance
from trichtin.annotate.quotes.cues import find_cues
from trichtin.annotate.quotes.direct import read_direct
from trichtin.annotate.quotes.indirect import read_indirect
from trichtin.annotate.quotes.marks import Quotation
from trichtin.annotate.quotes.model import QuoteModel, shipped_model
from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_words import DATELINE
from trichtin.annotate.quotes.that_is import read_that_is
from trichtin.annotate.quotes.titles import read_headline, read_quoted_title
from trichtin.annotate.quotes.turns import read_statement, read_turn
from trichtin.facts import Quote

extensions.register()


def find_quotes(doc: Doc, model: QuoteModel | None = None) -> list[Quote]:
    """Return the quotes of an article, in order and without overlap.

    Args:
        doc: an article whose ``ents`` hold PER, ORG and LOC mentions; ``doc._.people`` (posts) and
            ``doc._.blocks`` (which line is the title) are used when they are there.
        model: the classifier of candidates; the one that ships with the package when None.

    Returns:
        Quotes with the content's offsets into ``doc.text`` (no quotation marks, no white space at the edges), the
        source by its fullest name in the article (or its description), the cue, and a score from 0 to 1 by how
        firmly the form of the sentence shows a quote.
    """
    return read_quotes(Reading(doc, model or shipped_model()))


def read_quotes(reading: Reading) -> list[Quote]:
    """Read an article sentence by sentence and return its quotes."""
    k = 0
    for index, (start, end) in enumerate(reading.units):
        while k < len(reading.quotations) and reading.quotations[k].after <= start:
            k += 1
        j = k
        inside: list[Quotation] = []
        while j < len(reading.quotations) and reading.quotations[j].opening < end:
            inside.append(reading.quotations[j])
            j += 1
        if end <= reading.done:
            continue
        _read_sentence(reading, index, max(start, reading.done), end, inside)
    reading.quotes.sort(key=lambda q: q.start)
    read_quoted_title(reading)
    return reading.quotes


def _read_sentence(reading: Reading, index: int, start: int, end: int, inside: Sequence[Quotation]) -> None:
    """Take the quotes of one sentence, of whichever kind it is."""
    text = reading.text
    dateline = DATELINE.match(text, start, min(end, start + 30)) if start and text[start - 1] == "\n" else None
    start = dateline.end() if dateline else start
    if read_headline(reading, start, end):
        return
    if read_that_is(reading, index, start, end):
        return
    if reading.interview and read_turn(reading, index, start, end):
        return
    if read_statement(reading, index, start, end):
        return
    speech = [q for q in inside if q.opening >= start and is_utterance(text, q)]
    cues = find_cues(reading, start, end, inside)
    position = start
    for k, quotation in enumerate(speech):
        if quotation.opening < position:
            continue
        following = speech[k + 1].opening if k + 1 < len(speech) else end
        position = read_direct(reading, index, position, start, end, following, quotation, cues)
    if position < end:
        read_indirect(reading, index, position, start, end, cues)


@Language.component("trichtin_quotes", requires=["doc.ents"], assigns=["doc._.quotes"])
def annotate_quotes(doc: Doc) -> Doc:
    """spaCy component: set ``doc._.quotes``, with calibrated scores, from ``doc.ents``, ``doc._.people`` and ``doc._.blocks``."""
    extensions.register()
    doc._.quotes = find_quotes(doc)
    calibrate_quotes(doc._.quotes)
    return doc
