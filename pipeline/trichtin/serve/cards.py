"""A fact as the pages show it: marked sentence, links, citation."""

from __future__ import annotations

import itertools
from typing import Any
from urllib.parse import quote, urlsplit

from trichtin.serve.language import Language

LONGEST = 420  # code points of a sentence that a card shows
Piece = tuple[str, str]  # text, and its classes


def card(fact: dict[str, Any], language: Language) -> dict[str, Any]:
    """Return what a result card needs of a fact of :func:`trichtin.search.search`."""
    return fact | {
        "pieces": sentence_pieces(fact),
        "link": article_link(fact["article_id"], fact["id"]),
        "original": safe_url(fact["url"]),
        "where": " · ".join(part for part in (fact["outlet"], language.day(fact["published"])) if part),
        "amount": amount(fact, language) if fact["kind"] == "figure" else "",
        "said_by": thing_link("person", fact["speaker_id"]) if fact["speaker"] else "",
        "person": thing_link("person", fact["person_id"]),
        "at": thing_link("organization", fact["organization_id"]),
        "citation": citation(fact, language),
    }


def sentence_pieces(fact: dict[str, Any]) -> list[Piece]:
    """Return a fact's sentence in pieces: what was searched for is ``match``, the fact itself ``own``."""
    sentence: str = fact["sentence"]
    begin, end = fact["start"] - fact["sentence_start"], fact["end"] - fact["sentence_start"]
    first, last = 0, len(sentence)
    if last > LONGEST:  # the stretch around the first match, or around the fact
        middle = fact["matches"][0][0] if fact["matches"] else max(begin, 0)
        first = max(0, min(middle - LONGEST // 3, last - LONGEST))
        last = first + LONGEST
        first = sentence.rfind(" ", 0, first) + 1 if first else 0
        last = last if last >= len(sentence) or (space := sentence.find(" ", last)) < 0 else space
    spans = [(start, stop, "match") for start, stop in fact["matches"]]
    if fact["kind"] != "quote" or end - begin < 0.9 * len(sentence):
        spans.append((begin, end, "own"))
    pieces = cut(sentence, first, last, spans)
    return [*([("… ", "")] if first else []), *pieces, *([(" …", "")] if last < len(sentence) else [])]


def cut(text: str, first: int, last: int, spans: list[tuple[int, int, str]]) -> list[Piece]:
    """Cut a stretch of text where spans begin and end; each piece has the classes of the spans over it."""
    edges = sorted({first, last, *(max(first, min(last, edge)) for span in spans for edge in span[:2])})
    pieces = []
    for start, stop in itertools.pairwise(edges):
        names = dict.fromkeys(name for begin, end, name in spans if begin <= start and stop <= end)
        pieces.append((text[start:stop], " ".join(names)))
    return pieces


def amount(fact: dict[str, Any], language: Language) -> str:
    """Return a figure's number as people read it: ``hơn 4.000``, ``15–20``."""
    number = language.number(fact["value"])
    if fact["max"] is not None:
        number += f"–{language.number(fact['max'])}"
    return f"{language(fact['modifier'])} {number}" if fact["modifier"] else number


def citation(fact: dict[str, Any], language: Language) -> str:
    """Return a sentence with its source, date and link, to paste."""
    parts = [fact["title"], fact["outlet"], language.day(fact["published"]), safe_url(fact["url"])]
    return f"“{' '.join(fact['sentence'].split())}” ({', '.join(part for part in parts if part)})"


def article_link(article: str, fact: int | None = None) -> str:
    """Return the address of an article, at a fact."""
    link = f"/article?id={quote(article, safe='')}"
    return link if fact is None else f"{link}&fact={fact}#f{fact}"


def thing_link(page: str, key: str | None) -> str:
    """Return the address of a person's or organisation's page; empty for one without an id."""
    return f"/{page}?id={quote(key, safe='')}" if key else ""


def safe_url(url: str | None) -> str:
    """Return an address that may be linked: http and https only (an article may bring ``javascript:``)."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""
