"""How many facts of a search there are of each kind, province, speaker, unit, outlet and year."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from typing import Any

from trichtin.search.filters import Filters, conditions
from trichtin.search.find import COUNTED, RANKED, find, lexicon, select, time_limit
from trichtin.search.query import parse

SHOWN = 20  # values of a facet
# The facet, its column, and the filters that choose among its values.
_FACETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "kind": ("f.kind", ("kind",)),
    "province": ("f.province", ("province",)),
    "speaker": ("CASE WHEN f.kind IN ('quote', 'figure') THEN f.person_id END", ("speaker",)),
    "unit": ("g.unit", ("unit",)),
    "source": ("a.outlet", ("source",)),
    "year": ("substr(f.published, 1, 4)", ("published_from", "published_to")),
}
_COLUMNS = ", ".join(column for column, _ in _FACETS.values())


class Facets(dict[str, list[tuple[str, int]]]):
    """Facets by name, each a list of values and counts, the most first.

    ``exact`` is False when more facts match than are counted; the counts are then those of the newest ``counted``.
    """

    exact: bool = True
    counted: int = 0


def facets(db: sqlite3.Connection, query: str = "", filters: Filters | None = None) -> Facets:
    """Return the facets of a search: ``kind``, ``province``, ``speaker``, ``unit``, ``source`` and ``year``.

    A facet that a filter has chosen from shows the values that the search has without that filter, so that another
    can be chosen.

    Args:
        db: a connection to a database of ``trichtin index``.
        query: as for :func:`trichtin.search.search`.
        filters: likewise.
    """
    filters = filters or Filters()
    result = Facets()
    with time_limit(db):
        try:
            rows = _rows(db, query, filters)
            result.counted, result.exact = len(rows), len(rows) < COUNTED
            for k, (name, (_, fields)) in enumerate(_FACETS.items()):
                chosen: dict[str, Any] = {one: None for one in fields if getattr(filters, one)}
                counted = _rows(db, query, replace(filters, **chosen)) if chosen else rows
                result[name] = Counter(row[k] for row in counted if row[k]).most_common(SHOWN)
        except sqlite3.OperationalError as error:
            if "interrupt" not in str(error):
                raise
            result.exact = False
    result["speaker"] = _named(db, result.get("speaker", []))
    return result


def _rows(db: sqlite3.Connection, query: str, filters: Filters) -> list[Any]:
    asked = parse(query, lexicon())
    made = conditions(db, filters, asked.comparisons)
    match = find(db, asked, made, RANKED + 1).match  # the reading of the query that the results have
    sql, values = select(_COLUMNS, match, made, "ga")
    order = "x.rowid DESC" if match else "f.id DESC"
    return db.execute(f"{sql} ORDER BY {order} LIMIT ?", [*values, COUNTED]).fetchall()


def _named(db: sqlite3.Connection, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    names = dict(
        db.execute(
            f"SELECT id, name FROM things WHERE id IN ({', '.join('?' * len(found))})", [key for key, _ in found]
        ).fetchall()
    )
    return [(names.get(key, key), count) for key, count in found]
