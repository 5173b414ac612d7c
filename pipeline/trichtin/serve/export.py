"""The result list as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from datasette.utils.asgi import Response

from trichtin.search import Page, search
from trichtin.search.find import COLUMNS, MOST_LIMIT
from trichtin.serve.search_page import asked

FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def _found(datasette: Any, request: Any) -> Page:
    query, filters, sort = asked(request.args)
    return await datasette.facts.execute_fn(  # type: ignore[no-any-return]
        lambda db: search(db, query, filters, sort=sort, limit=MOST_LIMIT)  # type: ignore[arg-type]
    )


async def as_json(datasette: Any, request: Any) -> Response:
    """Return the facts as a JSON array, at most 1,000."""
    page = await _found(datasette, request)
    return Response(json.dumps(page.facts, ensure_ascii=False), content_type="application/json; charset=utf-8")


async def as_csv(datasette: Any, request: Any) -> Response:
    """Return the facts as CSV, at most 1,000, with the mark that tells Excel of UTF-8."""
    page = await _found(datasette, request)
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for fact in page.facts:
        rows.writerow([_cell(fact[name]) for name in COLUMNS])
    headers = {"content-disposition": 'attachment; filename="trichtin.csv"'}
    return Response("\ufeff" + out.getvalue(), headers=headers, content_type="text/csv; charset=utf-8")


def _cell(value: Any) -> Any:
    """Return a value for a spreadsheet, which must not take an article's text for a formula."""
    if isinstance(value, list):
        value = "; ".join("-".join(map(str, one)) if isinstance(one, (tuple, list)) else str(one) for one in value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
