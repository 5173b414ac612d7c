"""The figure page: the same quantity as other articles give it, side by side."""

from __future__ import annotations

from typing import Any

from trichtin.search import Filters, search
from trichtin.search.find import details
from trichtin.search.query import Query
from trichtin.serve.cards import card
from trichtin.serve.language import Language

SAME = 100
SIMILAR = 20


async def context(datasette: Any, request: Any, language: Language) -> dict[str, Any]:
    """Return what the template shows.

    Raises:
        LookupError: there is no such figure.
    """
    asked = request.args.get("id") or ""
    if not asked.isdigit() or len(asked) > 15:
        raise LookupError(language("not found"))

    def read(db: Any) -> Any:
        found = details(db, [int(asked)], Query())
        if not found or found[0]["kind"] != "figure":
            raise LookupError(language("not found"))
        figure = found[0]
        same: list[int] = []
        if figure["of"]:
            same = [
                row[0]
                for row in db.execute(
                    'SELECT g.id FROM figures g JOIN facts f ON f.id = g.id WHERE g."of" = ? AND g.unit IS ? AND g.id <> ?'
                    " ORDER BY (f.province IS ?) DESC, f.published DESC LIMIT ?",
                    [figure["of"], figure["unit"], figure["id"], figure["province"], SAME],
                )
            ]
        others = details(db, same, Query())
        words = figure["of"] or figure["unit"] or ""
        page = search(db, words, Filters(kind="figure", unit=figure["unit"]), limit=SIMILAR * 2) if words else None
        known = {figure["id"], *same}
        similar = [fact for fact in (page.facts if page else []) if fact["id"] not in known][:SIMILAR]
        return figure, others, similar

    figure, others, similar = await datasette.facts.execute_fn(read)
    rows = [figure, *others]
    widest = max((abs(fact["max"] if fact["max"] is not None else fact["value"] or 0) for fact in rows), default=0) or 1
    table = [
        card(fact, language)
        | {
            "bar": round(abs(fact["max"] if fact["max"] is not None else fact["value"] or 0) / widest * 200, 1),
            "differs": differs(figure, fact),
            "self": fact["id"] == figure["id"],
        }
        for fact in rows
    ]
    return {
        "figure": card(figure, language),
        "table": table,
        "disagree": any(row["differs"] for row in table),
        "alone": len(table) == 1,
        "similar": [card(fact, language) for fact in similar],
    }


def differs(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two figures of one quantity contradict each other: same province, same year, other value."""
    if one["province"] != other["province"]:
        return False
    years = [(fact["published"] or "")[:4] for fact in (one, other)]
    if years[0] and years[1] and years[0] != years[1]:
        return False
    low, high = (other["value"], other["max"] if other["max"] is not None else other["value"])
    mine = (one["value"], one["max"] if one["max"] is not None else one["value"])
    return bool(mine[1] < low or high < mine[0])
