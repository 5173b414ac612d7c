"""``trichtin search``: facts as a table for people, as CSV or as a JSON array for programs."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from contextlib import closing
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trichtin.cli import UsageError
from trichtin.search import FactsError, Filters, Page, facets, open_db, search
from trichtin.search.arguments import filters_of
from trichtin.search.find import COLUMNS

_WIDENED = {
    "apart": "the words stand apart",
    "unmarked": "nothing with these tone marks; shown are words that differ in them",
    "some": "nothing with all the words; shown is what has some of them",
}


def run(arguments: argparse.Namespace) -> int:
    """Search; return 0, also when nothing was found."""
    query = " ".join(arguments.query)
    filters = Filters(**filters_of(arguments))
    try:
        db = open_db(arguments.db)
    except FactsError as error:
        raise UsageError(str(error)) from error
    with closing(db):
        page = search(db, query, filters, sort=arguments.sort, limit=arguments.limit, offset=arguments.offset)
        counts = facets(db, query, filters) if arguments.facets else None
    if arguments.format == "json":
        json.dump(page.facts, sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif arguments.format == "csv":
        _csv(page)
    else:
        _table(Console(), page)
    notes = Console(stderr=True)
    if counts:
        for name, values in counts.items():
            listed = ", ".join(f"{value} {count}" for value, count in values[:8])
            notes.print(f"{name}: {listed}", markup=False, highlight=False, soft_wrap=True)
    if page.timed_out:
        notes.print("trichtin: the search took too long and was given up; narrow it", style="red")
    return 0


def _csv(page: Page) -> None:
    rows = csv.DictWriter(sys.stdout, COLUMNS)
    rows.writeheader()
    for fact in page.facts:
        rows.writerow({name: _cell(fact[name]) for name in COLUMNS})


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(f"{one[0]}-{one[1]}" if isinstance(one, tuple) else str(one) for one in value)
    return value


def _table(console: Console, page: Page) -> None:
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("fact", ratio=2, overflow="fold")
    table.add_column("sentence", ratio=4, overflow="fold")
    table.add_column("article", ratio=2, overflow="fold")
    for fact in page.facts:
        sentence = Text(fact["sentence"])
        for start, end in fact["matches"]:
            sentence.stylize("bold yellow", start, end)
        article = " · ".join(str(part) for part in (fact["title"], fact["outlet"], fact["published"]) if part)
        table.add_row(Text(_told(fact)), sentence, Text(article))
    if page.facts:
        console.print(table)
    note = f" ({_WIDENED[page.widened]})" if page.widened and page.facts else ""
    total = f"{page.total}" if page.total_exact else f"more than {page.total}"
    console.print(f"{total} facts{note}", highlight=False)


def _told(fact: dict[str, Any]) -> str:
    """Return a fact in a few words."""
    if fact["kind"] == "quote":
        about = ", ".join(part for part in (fact["role"], fact["organization"]) if part)
        return f"quote · {fact['speaker']}" + (f" ({about})" if about else "")
    if fact["kind"] == "figure":
        return f"figure · {fact['text']}" + (f" — {fact['of']}" if fact["of"] else "")
    if fact["kind"] == "person":
        about = ", ".join(part for part in (fact["role"], fact["organization"]) if part)
        return f"person · {fact['name']}" + (f" ({about})" if about else "")
    return f"{(fact['label'] or fact['kind']).lower()} · {fact['text']}"
