"""The record: one article's facts as plain JSON values, with offsets into the page's text."""

from __future__ import annotations

import bisect
from dataclasses import asdict
from typing import Any

from spacy.tokens import Doc

from trichtin.annotate.links.places import load_places
from trichtin.facts import Block
from trichtin.read import Page

Record = dict[str, Any]
# Facts are taken from that many characters of a line, so that the time which one line can take is bounded.
# No paragraph is so long: the longest line of 95,000 articles has 36,797 characters.
LONGEST_LINE = 40_000


class ArticleText:
    """The kept blocks of a page joined by line ends, and the way back from its offsets to the page's.

    The annotate stage sees this text alone, so nothing from a dropped block can reach a fact.
    """

    def __init__(self, page_text: str, blocks: list[Block]) -> None:
        # A byline is part of the article, but what it tells is the record's author; the article speaks of others.
        self.kept = [block for block in blocks if block.keep and block.kind != "byline"]
        parts = [page_text[block.start : min(block.end, block.start + LONGEST_LINE)] for block in self.kept]
        self.text = "\n".join(parts)
        self.starts: list[int] = []
        position = 0
        for part in parts:
            self.starts.append(position)
            position += len(part) + 1
        self.warnings = [
            f"a line of {block.end - block.start} characters at {block.start}: facts are taken from its first {LONGEST_LINE}"
            for block in self.kept
            if block.end - block.start > LONGEST_LINE
        ]
        # Whether a dropped line stands between a kept block and the kept block before it.
        self.broken = [True] + [
            bool(page_text[a.end : b.start].strip()) for a, b in zip(self.kept, self.kept[1:], strict=False)
        ]

    def blocks(self) -> list[Block]:
        """Return the kept blocks with offsets in ``self.text``."""
        return [
            Block(start, start + min(block.end - block.start, LONGEST_LINE), block.kind, True, block.score)
            for start, block in zip(self.starts, self.kept, strict=True)
        ]

    def to_page(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the page offsets of ``[start, end)``: one pair, or more where dropped lines part the span."""
        first = max(bisect.bisect_right(self.starts, start) - 1, 0)
        last = max(bisect.bisect_left(self.starts, end) - 1, first)
        pieces: list[tuple[int, int]] = []
        for k in range(first, last + 1):
            block, at = self.kept[k], self.starts[k]
            left, right = block.start + max(start - at, 0), min(block.start + end - at, block.end)
            if right <= left:
                continue
            if pieces and not self.broken[k]:
                pieces[-1] = (pieces[-1][0], right)
            else:
                pieces.append((left, right))
        return pieces


def build_record(
    page: Page, blocks: list[Block], article: ArticleText, doc: Doc, education: tuple[bool, float]
) -> Record:
    """Put what the stages found together.

    Args:
        page: the page as read.
        blocks: every non-empty line of ``page.text``, labelled by the filter.
        article: the kept blocks, whose text ``doc`` holds.
        doc: the annotated article.
        education: whether the article is about education, and how sure that is (0 to 1).

    Returns:
        The record of the contract; offsets are code points into ``page.text``.
    """
    record: Record = {
        "id": page.id,
        "source": page.source,
        "url": page.url,
        "title": page.title or _first(page, blocks, "title"),
        "lead": _first(page, blocks, "lead"),
        "author": page.author or _first(page, blocks, "byline"),
        "published": page.published,
        "education": {"label": education[0], "score": round(education[1], 4)},
        "text": page.text,
        "blocks": [
            {"start": b.start, "end": b.end, "kind": b.kind, "keep": b.keep, "score": round(b.score, 4)} for b in blocks
        ],
        "entities": [],
        "figures": [],
        "dates": [],
        "relative_dates": [],
        "quotes": [],
        "people": [asdict(person) for person in doc._.people],
        "warnings": article.warnings,
    }

    def place(kind: str, start: int, end: int, values: dict[str, Any], *, split: bool = False) -> None:
        pieces = article.to_page(start, end)
        # A quotation goes on after a link in its middle; a name or a number that a dropped line cuts is none.
        if len(pieces) == 1 or split:
            for left, right in pieces:
                record[kind].append({"start": left, "end": right, "text": page.text[left:right], **values})

    for span in doc.ents:
        province = span._.province
        values = {
            "label": span.label_,
            "entity_id": span.id_ or None,
            "province": province,
            "province_2025": load_places().after_2025(province) if province else None,
        }
        place("entities", span.start_char, span.end_char, values)
    for figure in doc._.figures:
        place("figures", figure.start, figure.end, _values(figure))
    for date in doc._.dates:
        place("dates", date.start, date.end, _values(date))
    for date in doc._.relative_dates:
        place("relative_dates", date.start, date.end, _values(date))
    for quote in doc._.quotes:
        place("quotes", quote.start, quote.end, _values(quote), split=True)
    return record


def drop_unsure(record: Record, least: float) -> None:
    """Leave out, in place, the figures and quotes whose score is below ``least`` (0 to 1)."""
    for kind in ("figures", "quotes"):
        record[kind] = [fact for fact in record[kind] if fact["score"] >= least]


def _values(fact: Any) -> dict[str, Any]:
    values = asdict(fact)
    for key in ("start", "end", "text"):
        values.pop(key)
    if "score" in values:
        values["score"] = round(values["score"], 4)
    return values


def _first(page: Page, blocks: list[Block], kind: str) -> str | None:
    return next((page.text[b.start : b.end] for b in blocks if b.kind == kind), None)


def left_out(record: Record) -> dict[str, Any]:
    """Return what is told of an article that ``--only-education`` leaves out."""
    return {
        "id": record["id"],
        "source": record["source"],
        "title": record["title"],
        "education_score": record["education"]["score"],
    }
