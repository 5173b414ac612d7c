"""The tree of an HTML page to its blocks: each stretch of text that stands on lines of its own, in document order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement as Element

SKIPPED_NAMES = """script style noscript template svg math iframe object embed canvas video audio select option textarea
    head button input"""
BLOCK_NAMES = """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table td tfoot th tr ul"""
SKIPPED = frozenset(SKIPPED_NAMES.split())
BLOCKS = frozenset(BLOCK_NAMES.split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
NOTE_PART = "note"  # of an element that may be a box of the article's own; inside another part it is that part
WIDEST_ROW = 2000  # characters; a row with more lays out the page and is no row of figures
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(slots=True)
class Block:
    """One line of the page. ``part`` is what :func:`walk` was told of its element; ``linked`` counts characters."""

    text: str
    tag: str
    part: str
    linked: int


@dataclass(slots=True)
class Measure:
    """How much text an element holds, and how much of it is links; characters without white space."""

    text: int
    linked: int


@dataclass(slots=True)
class Survey:
    """What one pass over a tree tells: the text in each element asked for, and the rows that hold figures."""

    measures: dict[Element, Measure]
    rows: set[Element]
    total: int


def names(element: Element) -> str:
    """Return an element's class, id and type, in lower case, camel case split."""
    return CAMEL.sub(" ", " ".join(element.get(key) or "" for key in ("class", "id", "type"))).lower()


def survey(root: Element, wanted: set[Element]) -> Survey:
    """Measure the elements in ``wanted`` and find the rows of tables of figures, in one pass over the tree.

    A row of figures has two cells or more, no table or picture in it, and fits a line. Other tables lay out the page.
    """
    found = Survey({}, set(), 0)
    text = linked = in_links = skipped = 0
    starts: dict[Element, tuple[int, int]] = {}
    open_rows: list[tuple[Element, int, bool]] = []  # the row, where its text starts, whether it can be of figures
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            skipped += tag in SKIPPED
            in_links += tag == "a"
            if element in wanted:
                starts[element] = (text, linked)
            if tag in ("table", "tr", "img") and open_rows:
                open_rows[-1] = (*open_rows[-1][:2], False)
            if tag == "tr":
                open_rows.append((element, text, True))
            piece = element.text
        else:
            skipped -= tag in SKIPPED
            in_links -= tag == "a"
            if start := starts.pop(element, None):
                found.measures[element] = Measure(text - start[0], linked - start[1])
            if tag == "tr":
                row, start_of_row, plain = open_rows.pop()
                if plain and text - start_of_row <= WIDEST_ROW and sum(c.tag in ("td", "th") for c in row) > 1:
                    found.rows.add(row)
            piece = element.tail
        if piece and not skipped:
            length = sum(map(len, piece.split()))
            text += length
            linked += length if in_links else 0
    found.total = text
    return found


class Walk:
    """A walk through a page in the order of the document that gathers its blocks; linear in the page's size.

    Args:
        root: where to start.
        rows: table rows that become one line each, their cells joined by `` | ``.
        own: for elements that change what their text is: the part. Of nested ones the inner tells, but nothing
            inside a part that ends in ``-`` (a box) is anything else.
    """

    def __init__(self, root: Element, rows: set[Element], own: dict[Element, str]) -> None:
        self.root, self.rows, self.own = root, rows, own
        self.buffer: list[str] = []
        self.linked = 0

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks."""
        tags = ["body"]
        parts = [""]
        row = skip = None
        in_links = 0
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            tag = element.tag
            if skip is not None:
                if event == "end" and element is skip:
                    skip = None
                    self._add(" " + (element.tail or ""), in_links)
                continue
            # A heading and a row of figures are one line, whatever breaks there are in them.
            whole = row is not None or parts[-1] == "title"
            block = tag in BLOCKS
            own = self.own.get(element)
            if event == "start":
                if tag in SKIPPED or (own is None and _is_hidden(element)):
                    skip = element
                    continue
                if (block or own is not None) and not whole:
                    yield from self._flush(tags[-1], parts[-1])
                if own is not None:
                    inherits = parts[-1].endswith("-") or (own == NOTE_PART and parts[-1])
                    parts.append(parts[-1] if inherits else own)
                if element in self.rows:
                    row = element
                if block:
                    tags.append(tag)
                    if whole:
                        self._add(" | " if tag in ("td", "th") and self._has_text() else " ", 0)
                    elif row is None and tag in ("td", "th"):
                        tags[-1] = "p"
                elif tag == "br":
                    if whole:
                        self._add(" ", 0)
                    else:
                        yield from self._flush(tags[-1], parts[-1])
                in_links += tag == "a"
                self._add(element.text or "", in_links)
            else:
                in_links -= tag == "a"
                if element is row:
                    row = None
                whole = row is not None or (parts[-1] == "title" and own is None)
                if (block or own is not None) and not whole:
                    yield from self._flush(tags[-1], parts[-1])
                if own is not None:
                    parts.pop()
                if block:
                    tags.pop()
                    if whole:
                        self._add(" ", 0)
                if element is not self.root:
                    after = element.getnext() if tag == "a" and not element.tail else None
                    # Links side by side, as in a menu, are words of their own.
                    self._add(" " if after is not None and after.tag == "a" else element.tail or "", in_links)
        yield from self._flush(tags[-1], parts[-1])

    def _add(self, text: str, in_links: int) -> None:
        self.buffer.append(text)
        if in_links:
            self.linked += sum(map(len, text.split()))

    def _has_text(self) -> bool:
        return any(not part.isspace() for part in reversed(self.buffer) if part)

    def _flush(self, tag: str, part: str) -> Iterator[Block]:
        text = " ".join("".join(self.buffer).split())
        if text:
            yield Block(text, tag, part, self.linked)
        self.buffer.clear()
        self.linked = 0


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and "display:none" in style.replace(" ", "").lower())
