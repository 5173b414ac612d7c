"""The article page: the text with every fact in its place, and what was dropped folded away."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

from trichtin.search.find import details
from trichtin.search.query import Query
from trichtin.search.schema import KINDS
from trichtin.serve.cards import article_link, card, safe_url
from trichtin.serve.language import Language

MOST_FACTS = 4_000  # of one page; a table of results may hold more


async def context(datasette: Any, request: Any, language: Language) -> dict[str, Any]:
    """Return what the template shows.

    Raises:
        LookupError: there is no such article.
    """
    key = request.args.get("id") or ""
    chosen = request.args.get("fact") or ""

    def read(db: Any) -> Any:
        columns = "id, title, author, published, url, outlet, source, education, cluster_id, text"
        row = db.execute(f"SELECT {columns} FROM articles WHERE id = ?", [key]).fetchone()
        if row is None:
            raise LookupError(language("not found"))
        article = dict(zip(columns.split(", "), row, strict=True))
        blocks = db.execute('SELECT start, "end", kind, keep FROM blocks WHERE article_id = ? ORDER BY start', [key])
        ids = db.execute(
            "SELECT id FROM facts WHERE article_id = ? ORDER BY start, id LIMIT ?", [key, MOST_FACTS]
        ).fetchall()
        facts = [
            fact for k in range(0, len(ids), 500) for fact in details(db, [i[0] for i in ids[k : k + 500]], Query())
        ]
        same: list[Any] = []
        if article["cluster_id"]:
            same = db.execute(
                "SELECT id, title, outlet, published FROM articles WHERE cluster_id = ? AND id <> ? LIMIT 30",
                [article["cluster_id"], key],
            ).fetchall()
        return article, [tuple(block) for block in blocks.fetchall()], facts, [tuple(row) for row in same]

    article, blocks, facts, same = await datasette.facts.execute_fn(read)
    shown = next((fact for fact in facts if str(fact["id"]) == chosen), None)
    # A person is named by its entity mentions already.
    marked = [fact for fact in facts if fact["kind"] != "person"]
    listed = {kind: [card(f, language) for f in facts if f["kind"] == kind] for kind in KINDS}
    return {
        "article": article | {"original": safe_url(article["url"]), "day": language.day(article["published"])},
        "parts": parts(article["text"] or "", blocks, marked, shown),
        "listed": {kind: found for kind, found in listed.items() if found},
        "shown": shown and card(shown, language),
        "same": [(article_link(row[0]), row[1], row[2], language.day(row[3])) for row in same],
    }


def parts(
    text: str, blocks: list[tuple[int, int, str, int]], facts: list[dict[str, Any]], shown: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """Return the lines of an article, runs of dropped lines taken together.

    Args:
        text: of the article.
        blocks: ``start``, ``end``, ``kind`` and whether it is kept, of each line.
        facts: those to mark, in order of their start.
        shown: the fact that was asked for; its sentence is marked too.

    Returns:
        Dicts with ``keep``, and ``lines``: each with ``kind`` and ``pieces`` of :func:`pieces`.
    """
    named: set[int] = set()
    result = []
    for keep, run in groupby(blocks, key=lambda block: bool(block[3])):
        lines = [
            {"kind": kind, "pieces": pieces(text, start, end, facts if keep else [], shown, named)}
            for start, end, kind, _ in run
        ]
        result.append({"keep": keep, "lines": lines})
    return result


def pieces(
    text: str, start: int, end: int, facts: list[dict[str, Any]], shown: dict[str, Any] | None, named: set[int]
) -> list[dict[str, Any]]:
    """Return a line in pieces, cut where facts begin and end.

    Returns:
        Dicts with ``text``, ``kinds`` (classes), ``fact`` (the id of the shortest fact over it, to link to its entry, or
        None), ``anchors`` (ids of the facts that begin here), ``current`` and ``sentence`` (of the fact asked for).
    """
    here = [fact for fact in facts if fact["start"] < end and start < fact["end"]]
    edges = {start, end}
    for fact in here:
        edges |= {max(start, fact["start"]), min(end, fact["end"])}
    if shown:
        edges |= {min(max(start, shown[edge]), end) for edge in ("start", "end", "sentence_start", "sentence_end")}
    ordered = sorted(edges)
    result = []
    for first, last in pairwise(ordered):
        over = [fact for fact in here if fact["start"] <= first and last <= fact["end"]]
        anchors = [fact["id"] for fact in over if fact["id"] not in named]
        named.update(anchors)
        shortest = min(over, key=lambda fact: fact["end"] - fact["start"], default=None)
        result.append(
            {
                "text": text[first:last],
                "kinds": " ".join(dict.fromkeys(_class(fact) for fact in over)),
                "fact": shortest["id"] if shortest else None,
                "anchors": anchors,
                "current": bool(shown and shown["start"] <= first and last <= shown["end"]),
                "sentence": bool(shown and shown["sentence_start"] <= first and last <= shown["sentence_end"]),
            }
        )
    return result


def _class(fact: dict[str, Any]) -> str:
    return str(fact["kind"]) if fact["kind"] != "entity" else f"entity {str(fact['label']).lower()}"
