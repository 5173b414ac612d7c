"""The clause in front of a verb: where it is cut into phrases, and which adverbials at their edges are no source."""

from __future__ import annotations

from trichtin.annotate.quotes.source_names import Sources
from trichtin.annotate.quotes.source_words import ADVERB, BOUNDARY, LEADING

Chunk = tuple[int, int, str]  # start, end and the mark or conjunction in front
MOST_CHUNKS = 12


def cut_clause(sources: Sources, low: int, high: int) -> list[Chunk]:
    """Cut the text before a verb at its commas, dashes, brackets and conjunctions, outside names."""
    cuts = [
        m
        for m in BOUNDARY.finditer(sources.text, low, high)
        if not sources.covers(m.start()) and not sources.covers(m.end() - 1)
    ]
    begin, mark = low, ""
    if len(cuts) > MOST_CHUNKS:
        begin, mark = cuts[-MOST_CHUNKS - 1].end(), ","
        cuts = cuts[-MOST_CHUNKS:]
    chunks: list[Chunk] = []
    for cut in cuts:
        chunks.append((begin, cut.start(), mark))
        begin, mark = cut.end(), cut.group().strip().replace("–", "-").replace("—", "-")
    chunks.append((begin, high, mark))
    return chunks


def trim_adverbials(sources: Sources, start: int, end: int) -> tuple[int, int]:
    """Cut adverbials from both ends of a phrase."""
    for _ in range(5):
        match = LEADING.match(sources.text, start, end)
        if not match or sources.covers(match.end()):
            break
        start = match.end()
    for _ in range(5):
        while end > start and sources.text[end - 1].isspace():
            end -= 1
        match = ADVERB.search(sources.text, max(start - 1, end - 24), end)
        if not match or sources.covers(match.start() + 1):
            break
        end = match.start()
    while start < end and sources.text[start].isspace():
        start += 1
    return start, max(start, end)
