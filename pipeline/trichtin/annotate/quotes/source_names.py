"""Whom an article names that may be the source of a quote: people and bodies by their fullest names, with their ids.

A short name is the fullest one of the article ("ông Hoan", "Katie", "Sở GD&ĐT"); forms of address tell men from women.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from trichtin.annotate.links.ids import entity_id, fold, person_id
from trichtin.annotate.people.article_bodies import Article
from trichtin.annotate.people.component import group_mentions
from trichtin.annotate.people.roles import ROLE
from trichtin.annotate.quotes.source_words import FEMALE, MALE, SURNAMES, YOUNG
from trichtin.facts import Person


@dataclass(slots=True)
class Source:
    """Who speaks: the resolved ``name``, the ``id`` of a named person or organisation, and how sure we are."""

    name: str
    id: str | None
    start: int
    end: int
    score: float
    person: bool = False


class Sources:
    """The possible sources of one article."""

    def __init__(self, doc: Doc, text: str, people: list[Person]) -> None:
        self.text = text
        self.doc = doc
        ents = doc.ents  # built anew at each access
        self.persons = [ent for ent in ents if ent.label_ == "PER"]
        self.organizations = [ent for ent in ents if ent.label_ == "ORG"]
        self.ents = [ent for ent in ents if ent.label_ in ("PER", "ORG", "LOC", "DOC", "PROG")]
        self.starts = [ent.start_char for ent in self.ents]
        self.ends = [ent.end_char for ent in self.ents]
        self.people = people
        self.full: dict[int, str] = {}
        self.sex: dict[str, set[str]] = {}
        self._bodies: dict[str, str] = {}
        self._called: dict[str, set[str]] | None = None
        self.person_starts = [ent.start_char for ent in self.persons]
        groups = [(max((m.text for m in group), key=len), group) for group in group_mentions(self.persons)]
        fuller = _fuller_names([name for name, _ in groups])
        for short, group in groups:
            name = fuller.get(short, short)
            sexes = self.sex.setdefault(name, set())
            if " Thị " in name:
                sexes.add("f")
            for mention in group:
                self.full[mention.start_char] = name
                before = self.text[max(0, mention.start_char - 14) : mention.start_char].casefold().split()
                word = before[-1] if before else ""
                sexes.update({"m"} if word in MALE else {"f"} if word in FEMALE else {"y"} if word in YOUNG else ())

    def within(self, start: int, end: int) -> list[Span]:
        """Return the entities that lie within a stretch."""
        return [
            ent
            for ent in self.ents[bisect_left(self.starts, start) : bisect_right(self.ends, end)]
            if ent.end_char <= end
        ]

    def covers(self, position: int) -> bool:
        """Tell whether an entity covers a position (and does not begin there)."""
        k = bisect_right(self.starts, position) - 1
        return k >= 0 and self.starts[k] < position < self.ends[k]

    def names_at(self, start: int, end: int) -> bool:
        """Tell whether the name of a person or a body begins within a stretch."""
        return any(
            start <= ent.start_char <= end and ent.label_ in ("PER", "ORG")
            for ent in self.ents[bisect_left(self.starts, start) : bisect_right(self.starts, end)]
        )

    def named_before(self, position: int) -> bool:
        """Tell whether an entity ends right before a position (white space between)."""
        k = bisect_right(self.starts, position - 1) - 1
        return k >= 0 and 0 <= position - self.ends[k] <= 1

    def of_person(self, ent: Span, score: float = 0.95) -> Source:
        """Return the source that a PER mention names."""
        name = self.full.get(ent.start_char, ent.text)
        return Source(name, person_id(name), ent.start_char, ent.end_char, score, True)

    def of_body(self, ent: Span, score: float = 0.9) -> Source:
        """Return the source that an ORG mention names, by its fullest name."""
        name = self.fullest(ent.text)
        return Source(name, entity_id("ORG", name), ent.start_char, ent.end_char, score)

    def body_of(self, source: Source) -> Source | None:
        """Return the organisation in which a person of the article holds a post."""
        person = next((p for p in self.people if p.name == source.name and p.organization), None)
        if person is None:
            return None
        name = self.fullest(person.organization)
        return Source(name, entity_id("ORG", name), source.start, source.end, source.score * 0.9)

    def fullest(self, name: str) -> str:
        """Return the fullest name in the article of an organisation."""
        if name not in self._bodies:
            identity = _identity(name)
            same = {ent.text for ent in self.organizations if _identity(ent.text) == identity}
            if len(name.split()) <= 3 and not same - {name}:
                same.add(Article(self.doc).fullest(name))
            if name.isupper() and " " not in name:  # KCNA -> Hãng thông tấn Triều Tiên KCNA
                same.update(ent.text for ent in self.organizations if ent.text.endswith((" " + name, f"({name})")))
            self._bodies[name] = max(sorted(same | {name}), key=lambda other: (len(other), other == name))
        return self._bodies[name]

    def called_by_post(self) -> dict[str, set[str]]:
        """Return who is called by which post in front of the name: "Phó thủ tướng A"."""
        if self._called is None:
            self._called = {}
            for ent in self.persons:
                low = max(0, ent.start_char - 60)
                for post in ROLE.finditer(self.text, low, ent.start_char):
                    between = self.text[post.end() : ent.start_char]
                    inside = self.within(post.end(), ent.start_char)
                    if not between.strip() or (
                        inside and between.strip() == self.text[inside[0].start_char : inside[-1].end_char]
                    ):
                        self._called.setdefault(fold(post.group()), set()).add(self.full[ent.start_char])
        return self._called


def _fuller_names(names: list[str]) -> dict[str, str]:
    """Return the fuller form of names that are the first word(s), or the end behind a hyphen, of one other name.

    Names of other languages are cut short to their front ("Katie" of "Katie Doe"), Vietnamese ones to their end.
    """
    fuller: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if other.startswith(name + " ") or other.endswith("-" + name)]
        if len(longer) == 1 and name not in SURNAMES:
            fuller[name] = longer[0]
    return fuller


@lru_cache(maxsize=4096)
def _identity(name: str) -> str:
    """Return an organisation's id without its bracketed abbreviation: "Sở Giáo dục và Đào tạo (GD&ĐT) tỉnh A"."""
    return entity_id("ORG", re.sub(r"\s?\([^()]{1,40}\)", "", name))
