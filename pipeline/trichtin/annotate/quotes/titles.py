"""Quotes in titles: "X: …", and a title that is nothing but a quotation."""

from __future__ import annotations

from trichtin.annotate.quotes.content import trim, trim_direct
from trichtin.annotate.quotes.cues import find_verbs
from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_verbless import before_colon
from trichtin.facts import Quote


def read_headline(reading: Reading, start: int, end: int) -> bool:
    """Read "X: …" in a title, where X is a person or a body that speaks."""
    text = reading.text
    title = next(((s, e) for s, e in reading.titles if s <= start < e), None)
    if title is None or start != title[0]:
        return False
    colon = text.find(": ", start, min(end, start + 120))
    if colon < 0 or next(find_verbs(reading, max(start, colon - 14), colon), None):
        return False
    source = before_colon(reading.sources, start, colon)
    if source is None:
        return False
    begin, stop = trim(text, colon + 1, title[1])
    if len(text[begin:stop].split()) < 3:
        return False
    quoted = text[colon + 1 : begin].strip() != ""
    return reading.add(begin, stop, "direct" if quoted else "indirect", source, "", 0.8 * source.score)


def read_quoted_title(reading: Reading) -> None:
    """Give a title that is nothing but a quotation to the person whom the article quotes first."""
    start, end = trim(reading.text, *reading.titles[0])
    quotation = next((q for q in reading.quotations[:2] if q.start <= start + 1 and q.end >= end - 1), None)
    if quotation is None or not reading.quotes or reading.quotes[0].start < reading.titles[0][1]:
        return
    begin, stop = trim_direct(reading.text, quotation.start, quotation.end)
    first = reading.quotes[0]
    if len(reading.text[begin:stop].split()) < 4 or first.start - stop > 1500:
        return
    words = reading.text[begin:stop]
    reading.quotes.insert(0, Quote(begin, stop, words, "direct", first.speaker, None, first.speaker_id, 0.4))
