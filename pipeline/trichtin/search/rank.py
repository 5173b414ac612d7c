"""Which of the facts that match come first."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Any

from trichtin.search.fold import Word, fold, words
from trichtin.search.query import Query

CLOSELY = 200  # facts whose sentences are read for the final order
# What a kind of fact is worth to someone who asks in words; a name alone says little.
_KINDS = {"quote": 1.0, "figure": 1.0, "person": 0.8, "document": 0.6, "entity": 0.2, "date": 0.2}
# Words of a question that ask for a kind of fact; folded.
_HINTS = [
    (re.compile(r"\b(?:bao nhieu|may|ty le|ti le|muc|so luong|chi tieu)\b"), "figure", 1.0),
    (
        re.compile(r"\b(?:noi gi|noi ve|phat bieu|cho rang|y kien|nhan dinh|chia se|khang dinh|nhan manh)\b"),
        "quote",
        1.0,
    ),
    (re.compile(r"\b(?:la ai|ai la|ong nao|ba nao)\b"), "person", 1.0),
    (re.compile(r"\b(?:khi nao|bao gio|ngay nao|luc nao|nam nao)\b"), "date", 1.0),
    (re.compile(r"\b(?:thong tu|nghi dinh|quyet dinh|cong van|luat) nao\b"), "document", 1.5),
]


def rank(
    db: sqlite3.Connection, rows: Sequence[Sequence[Any]], strict: int, query: Query, text: str, together: int = 0
) -> list[int]:
    """Return the ids of facts, best first.

    A fact is better when its own words (what a figure counts, who speaks) are among those looked for, when all the
    words stand in its sentence and close together, when its kind is what the question asks for, and when its sentence
    is short. Of facts in one sentence or article, later ones step back, so that a page shows more than one place.

    Args:
        db: the database.
        rows: facts as ``find.NARROW`` describes them; the first ``strict`` hold every term in their sentence.
        strict: how many.
        query: the query as it was read.
        text: the query as it was typed.
        together: how many in front have all the words side by side.
    """
    hinted = _hints(text)
    looked = [(" ".join(word.folded for word in term.words), len(term.words)) for term in query.terms]
    scored: list[tuple[float, int]] = []
    for k, (_, kind, _, _, length, score, own) in enumerate(rows):
        value = (
            _KINDS.get(kind, 0.0)
            + hinted.get(kind, 0.0)
            + (2.0 if k < strict else 0.0)
            + (1.5 if k < together else 0.0)
            + 0.2 * (score or 0.5)
        )
        if length > 150:
            value -= 0.25 * log(length / 150)
        if looked:
            mine = f" {fold(own)} "
            share = sum(term in mine for term, _ in looked) / len(looked)
            value += share * (0.4 if kind in ("entity", "date") else 1.5)
        scored.append((value, k))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    close = _closely(db, [(value, rows[k]) for value, k in scored[:CLOSELY]], query)
    return close + [rows[k][0] for _, k in scored[CLOSELY:]]


def _hints(text: str) -> dict[str, float]:
    folded = fold(text)
    return {kind: worth for pattern, kind, worth in _HINTS if pattern.search(folded)}


def _closely(db: sqlite3.Connection, best: list[tuple[float, Sequence[Any]]], query: Query) -> list[int]:
    sentences: dict[int, str] = {}
    titles: dict[str, float] = {}
    near: dict[int, float] = {}
    scored = []
    for value, row in best:
        passage, article = row[2], row[3]
        if passage not in sentences:
            sentence = db.execute("SELECT sentence FROM passages WHERE id = ?", [passage]).fetchone()[0]
            sentences[passage] = " ".join(sentence.split())
            near[passage] = _closeness(words(sentence), query)
        if article not in titles:
            title = db.execute("SELECT title FROM articles WHERE id = ?", [article]).fetchone()[0]
            titles[article] = 0.5 * _share(words(title or ""), query)
        scored.append((value + near[passage] + titles[article], row))
    scored.sort(key=lambda pair: (-pair[0], -pair[1][0]))
    shown: Counter[str] = Counter()
    spread = []
    for value, row in scored:
        sentence = sentences[row[2]]
        spread.append((value - 0.7 * shown[sentence] - 0.15 * shown[row[3]], row[0]))
        shown[sentence] += 1
        shown[row[3]] += 1
    spread.sort(key=lambda pair: (-pair[0], -pair[1]))
    return [fact for _, fact in spread]


def _share(text: list[Word], query: Query) -> float:
    if not query.terms:
        return 0.0
    return sum(any(term.found_at(text, k, query.exact) for k in range(len(text))) for term in query.terms) / len(
        query.terms
    )


def _closeness(text: list[Word], query: Query) -> float:
    """Return up to 1.5: how near to each other, and in what order, the terms stand in a sentence."""
    if len(query.terms) < 2:
        return 0.0
    places = [[k for k in range(len(text)) if term.found_at(text, k, query.exact)] for term in query.terms]
    worth = 0.0
    for one, two, term in zip(places, places[1:], query.terms, strict=False):
        if one and two:
            gap = min(abs(b - a - len(term.words)) if b > a else a - b + 2 for a in one for b in two)
            worth += 1.0 / (1 + gap) + 0.5 / (1 + gap / 5)
    return worth / (len(query.terms) - 1)
