"""Bodies that speak without their name: the issuer of a letter ("công văn này"), and "Sở", "nhà trường", "đơn vị này"."""

from __future__ import annotations

import re
from bisect import bisect_left

from trichtin.annotate.links.ids import fold
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_words import SHORT_BODY


def resolve_document(sources: Sources, start: int, end: int) -> Source | None:
    """Return the body that issued a document: "công văn của Sở X", "văn bản này" (by who was named before)."""
    for ent in sources.within(start, end):
        if ent.label_ in ("ORG", "PER") and re.search(
            r"(?:của|do|từ)\s(?:\S{1,12}\s){0,3}$", sources.text[start : ent.start_char]
        ):
            return sources.of_body(ent, 0.8) if ent.label_ == "ORG" else sources.of_person(ent, 0.8)
    k = bisect_left(sources.starts, start)
    bodies = [ent for ent in sources.ents[max(0, k - 12) : k] if ent.label_ == "ORG"]
    for ent in reversed(bodies):
        if not re.search(
            r"(?:gửi|tới|đến|cho|lên|với|tại|thuộc|về)\s(?:\S{1,10}\s)?$",
            sources.text[max(0, ent.start_char - 16) : ent.start_char],
        ):
            return sources.of_body(ent, 0.65)
    return None


def resolve_short_body(sources: Sources, phrase: str, start: int, end: int) -> Source | None:
    """Resolve "Sở", "nhà trường", "đơn vị này" to the body of that kind that was named last before."""
    match = SHORT_BODY.match(phrase)
    head = fold(match["head"]) if match else fold(phrase)
    kind = {"nha truong": "truong", "to bao": "bao"}.get(head, head)
    kind = kind.removeprefix("co quan ") or kind
    open_kind = kind in ("co quan", "don vi", "to chuc")
    bodies = sources.organizations
    k = bisect_left(bodies, start, key=lambda ent: ent.start_char)
    for ent in reversed(bodies[max(0, k - 40) : k]):
        folded = fold(ent.text)
        first = folded.split(" ")[0] if folded else ""
        school = kind == "truong" and first in (
            "truong",
            "dh",
            "dai",
            "cd",
            "cao",
            "hoc",
            "thpt",
            "thcs",
            "mam",
            "nhom",
        )
        if open_kind or school or first == kind or folded.startswith(kind + " "):
            return sources.of_body(ent, 0.75)
    return Source(sources.text[start:end].strip(), None, start, end, 0.5)
