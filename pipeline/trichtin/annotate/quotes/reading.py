"""What the reading of one article for quotes works on and carries along: sentences, marks, sources, quotes so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc

from trichtin.annotate.quotes.content import units
from trichtin.annotate.quotes.interviews import Interview
from trichtin.annotate.quotes.marks import pair_marks
from trichtin.annotate.quotes.model import QuoteModel
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.facts import Quote

FLAT_LINES = 8  # the fewest lines of an article from which its layout can be told


@dataclass(slots=True)
class Report:
    """A cue that may report: where its content begins, by what mark, and who is its subject."""

    cue: re.Match[str]
    start: int
    opening: str
    source: Source
    carried: bool
    score: float
    features: list[str] = field(default_factory=list)


class Reading:
    """One pass over the sentences of one article."""

    def __init__(self, doc: Doc, model: QuoteModel | None) -> None:
        self.text = doc.text
        self.model = model
        self.collected: list[Report] | None = None
        self.verbs: dict[tuple[int, int], list[re.Match[str]]] = {}
        self.sources = Sources(doc, self.text, list(doc._.people or []))
        self.quotations = pair_marks(self.text)
        self.units = units(self.text, self.quotations, frozenset(self.sources.person_starts))
        self.quotes: list[Quote] = []
        self.last: Source | None = None
        self.last_end = -1
        # An archive that puts each sentence on a line of its own: there a line is no paragraph.
        lines = sum(1 for line in self.text.split("\n") if line.strip())
        self.flat = lines >= FLAT_LINES and len(self.units) <= 1.1 * lines
        self.done = 0  # text before this offset belongs to a quote already
        titles = [(b.start, b.end) for b in doc._.blocks if b.kind == "title"]
        self.interview = Interview(self.text, self.sources)
        first = self.text.find("\n")
        self.titles = titles or [(0, first if first >= 0 else min(len(self.text), 300))]

    def add(self, start: int, end: int, kind: str, source: Source, cue: str, score: float) -> bool:
        """Take a stretch as a quote and its source as the last one; false when it is no words or belongs to a quote."""
        if end - start < 2 or start < self.done or not any(c.isalpha() for c in self.text[start:end]):
            return False
        if start > 0 and self.text[start - 1].isalnum() and self.text[start].isalnum():
            return False
        quote = Quote(
            start, end, self.text[start:end], kind, source.name, cue or None, source.id, round(min(1.0, score), 3)
        )
        self.quotes.append(quote)
        self.last = Source(source.name, source.id, source.start, max(source.end, end), source.score, source.person)
        self.last_end = end
        self.done = end
        return True
