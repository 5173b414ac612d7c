"""The facts an extraction holds, and where they stand.

Every ``start`` and ``end`` is an offset in Unicode code points, ``end`` exclusive, into the text that the
component was given: inside the annotate stage that is the text of the kept blocks, in a record it is the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BLOCK_KINDS = ("title", "lead", "body", "caption", "byline", "heading", "related", "chrome")
ENTITY_LABELS = ("PER", "ORG", "LOC", "DOC", "PROG")
FIGURE_KINDS = ("count", "money", "percent", "score", "duration", "age", "measure", "ratio")
MODIFIERS = ("approx", "gt", "lt", "ge", "le")
QUOTE_KINDS = ("direct", "indirect", "mixed")
# The tables of a data set, one a kind of fact.
TABLES = ("articles", "blocks", "entities", "figures", "dates", "quotes", "people")


@dataclass(slots=True)
class Block:
    """One non-empty line of a page: what part of the page it is, and whether facts are taken from it."""

    start: int
    end: int
    kind: str
    keep: bool
    score: float


@dataclass(slots=True)
class Figure:
    """A quantity that the article states. ``value`` (and ``max`` of a range) is a plain decimal number."""

    start: int
    end: int
    text: str
    kind: str
    value: float
    max: float | None = None
    unit: str | None = None
    modifier: str | None = None
    of: str | None = None
    per: str | None = None
    score: float = 1.0


@dataclass(slots=True)
class Date:
    """A calendar expression. ``iso`` as in the guideline: ``2017-02-05``, ``2016/2017``, ``--06`` …"""

    start: int
    end: int
    text: str
    iso: str
    resolved: str | None = None


@dataclass(slots=True)
class Quote:
    """Reported speech or writing: the content, who said it, and the reporting verb (the cue)."""

    start: int
    end: int
    text: str
    kind: str
    speaker: str
    cue: str | None = None
    speaker_id: str | None = None
    score: float = 1.0


@dataclass(slots=True)
class Person:
    """A person whom the article profiles, by the fullest name, with the posts it gives."""

    id: str
    name: str
    titles: list[str] = field(default_factory=list)
    role: str = ""
    organization: str = ""
    aliases: list[str] = field(default_factory=list)
