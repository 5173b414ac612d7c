"""The search page: one box, filters, results."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any
from urllib.parse import urlencode

from trichtin.facts import MODIFIERS
from trichtin.search import Filters, facets, search
from trichtin.search.schema import KINDS
from trichtin.serve.cards import card
from trichtin.serve.language import Language

PER_PAGE = 20
LAST_PAGE = 500
SORTS = {"relevance": "relevance", "date": "by date", "value": "by value"}
EXAMPLES = ("thieu giao vien", "học phí", "dạy thêm", "giáo viên > 1000", '"bạo lực học đường"')
# What the form calls a filter.
NUMBERS = ("min_value", "max_value", "min_score")


def asked(args: Any) -> tuple[str, Filters, str]:
    """Read query, filters and order from an address; what makes no sense asks for nothing."""
    values: dict[str, Any] = {}
    for one in fields(Filters):
        value = (args.get(one.name) or "").strip()
        if not value:
            continue
        if one.name in NUMBERS:
            try:
                values[one.name] = float(value.replace(",", "."))
            except ValueError:
                continue
        elif one.name == "education":
            values["education"] = True
        elif (
            (one.name == "kind" and value not in KINDS)
            or (one.name == "modifier" and value not in MODIFIERS)
            or (one.name == "province_map" and value not in ("63", "34"))
        ):
            continue
        else:
            values[one.name] = value[:200]
    sort = args.get("sort") or "relevance"
    return (args.get("q") or "")[:500], Filters(**values), sort if sort in SORTS else "relevance"


def address(query: str, filters: Filters, sort: str, **others: Any) -> str:
    """Return the query string of a search."""
    pairs: dict[str, Any] = {"q": query, **filters.active()}
    if filters.province and filters.province_map == "34":
        pairs["province_map"] = "34"
    if filters.education:
        pairs["education"] = "1"
    if sort != "relevance":
        pairs["sort"] = sort
    return urlencode({key: value for key, value in (pairs | others).items() if value not in (None, "")})


async def context(datasette: Any, request: Any, language: Language) -> dict[str, Any]:
    """Return what the template shows."""
    query, filters, sort = asked(request.args)
    number = request.args.get("page") or "1"
    number = min(max(int(number), 1), LAST_PAGE) if number.isdigit() else 1

    def find(db: Any) -> Any:
        page = search(db, query, filters, sort=sort, limit=PER_PAGE, offset=PER_PAGE * (number - 1))  # type: ignore[arg-type]
        return page, facets(db, query, filters), lists(db)

    page, counts, (provinces, today) = await datasette.facts.execute_fn(find)
    more = page.total > PER_PAGE * number and number < LAST_PAGE
    return {
        "query": query,
        "filters": filters,
        "active": filters.active(),
        "sort": sort,
        "sorts": SORTS,
        "kinds": KINDS,
        "modifiers": MODIFIERS,
        "provinces": provinces,
        "provinces_2025": today,
        "examples": [(example, address(example, Filters(), "relevance")) for example in EXAMPLES],
        "page": page,
        "found": [card(fact, language) for fact in page.facts],
        "facets": {name: values for name, values in counts.items() if len(values) > 1 and name != "kind"},
        "by_kind": dict(counts.get("kind", [])),
        "number": number,
        "previous": address(query, filters, sort, page=number - 1) if number > 1 else "",
        "next": address(query, filters, sort, page=number + 1) if more else "",
        "export": address(query, filters, sort),
        "with_facet": lambda name, value: _narrowed(query, filters, sort, name, value),
        "without": lambda name: _narrowed(query, filters, sort, name, None),
    }


def lists(db: Any) -> tuple[list[str], list[str]]:
    """Return the provinces of the old and of the new map."""
    rows = db.execute("SELECT name, map FROM provinces ORDER BY folded").fetchall()
    return [row[0] for row in rows if row[1] == "63"], [row[0] for row in rows if row[1] == "34"]


def _narrowed(query: str, filters: Filters, sort: str, name: str, value: str | None) -> str:
    if name == "year":
        return address(query, replace(filters, published_from=value, published_to=value), sort)
    chosen: dict[str, Any] = {name: value}
    return address(query, replace(filters, **chosen), sort)
