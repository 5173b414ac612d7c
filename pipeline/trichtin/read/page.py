"""What the read stage gives: a page as text, or an error that names what could not be read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hint:
    """What the page's own markup says of one line: ``start`` and ``end`` in ``Page.text``, and a kind of block.

    A kind ends in ``-`` where the markup says that the line is not the article's (``heading-``: a box's heading).
    """

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Page:
    """A page as read. ``text`` is what every offset of its record counts in (code points)."""

    id: str
    source: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    hints: list[Hint] = field(default_factory=list)


class ReadError(Exception):
    """An input that cannot be read or extracted: where it is, why, and what to do."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


def normalise(text: str) -> str:
    """Return a text in the record's form.

    The byte-order mark is removed, line ends become ``\\n``, the text becomes Unicode NFC, and white space at its
    very end goes; nothing else changes.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).rstrip()
