"""How fast indexing and search are, on a data set repeated until it holds a million facts.

    python tests/benchmarks/search.py DATASET --work FOLDER [--facts 1000000] [--queries 200] [--keep]

DATASET is what ``trichtin extract PAGES -o DATASET`` wrote from real pages. Its articles are repeated under other ids,
with outlets and dates of publication drawn at random. The queries are drawn from what the database holds: words and
names with and without tone marks, phrases, prefixes, comparisons, every filter, every order. The same queries are put to
a database of a tenth of the size. Figures are printed as one JSON object; times are seconds of wall clock.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from trichtin.search import Filters, build_index, facets, open_db, search
from trichtin.search.fold import fold
from trichtin.store import SCHEMAS
from trichtin.store.dataset import table_dataset


def repeat(source: Path, target: Path, facts: int) -> int:
    """Write a data set of at least so many facts by repeating one; return how many times it was repeated."""
    tables = {name: table_dataset(source, name).to_table() for name in SCHEMAS}
    once = sum(tables[name].num_rows for name in ("entities", "figures", "dates", "quotes", "people"))
    times = -(-facts // once)
    chance = random.Random(1)
    target.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        with pq.ParquetWriter(target / f"{name}.parquet", table.schema, compression="zstd") as writer:
            for k in range(times):
                copy = table.set_column(0, "id", pa.array([f"{key}-{k}" for key in table["id"].to_pylist()]))
                if name == "articles":
                    copy = _published(copy, chance)
                writer.write_table(copy)
    return times


def cut(source: Path, target: Path, share: float) -> None:
    """Write the first articles of a data set with all their facts."""
    articles = table_dataset(source, "articles").to_table()
    articles = articles.slice(0, max(1, int(articles.num_rows * share)))
    kept = set(articles["id"].to_pylist())
    target.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        table = articles if name == "articles" else table_dataset(source, name).to_table()
        table = table.filter(pa.array([key in kept for key in table["id"].to_pylist()], pa.bool_()))
        pq.write_table(table, target / f"{name}.parquet", compression="zstd")


def _published(table: pa.Table, chance: random.Random) -> pa.Table:
    size = table.num_rows
    urls = [f"https://bao{chance.randrange(40)}.example/{k}" for k in range(size)]
    dates = [
        f"{chance.randrange(2015, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}" for _ in range(size)
    ]
    for name, values in (("url", urls), ("published", dates)):
        table = table.set_column(table.schema.get_field_index(name), name, pa.array(values, pa.string()))
    return table


def mixed_queries(db: Any, number: int) -> list[tuple[str, Filters, str]]:
    """Return searches of every sort, drawn from what the database holds: query, filters, order."""
    chance = random.Random(7)

    def column(sql: str) -> list[str]:
        return [row[0] for row in db.execute(sql)]

    people = column("SELECT name FROM things WHERE label = 'PER' AND instr(name, ' ') ORDER BY mentions DESC LIMIT 200")
    bodies = column("SELECT name FROM things WHERE label = 'ORG' ORDER BY mentions DESC LIMIT 200")
    provinces = column("SELECT name FROM provinces WHERE map = '63' LIMIT 40")
    units = column("SELECT unit FROM figures WHERE unit <> '' GROUP BY unit ORDER BY count(*) DESC LIMIT 20")
    counted = column('SELECT "of" FROM figures WHERE "of" <> \'\' GROUP BY "of" ORDER BY count(*) DESC LIMIT 300')
    roles = column("SELECT role FROM roles ORDER BY people DESC LIMIT 50")
    sentences = column("SELECT sentence FROM passages WHERE id % 397 = 0 LIMIT 400")
    outlets = column("SELECT DISTINCT outlet FROM articles LIMIT 40")

    def stretch(least: int, most: int) -> str:
        words = chance.choice(sentences).split()
        size = chance.randint(least, most)
        at = chance.randrange(max(1, len(words) - size))
        return " ".join(words[at : at + size]).strip('.,:;“”"!?()')

    common = ["học sinh", "giáo viên", "trường", "năm học", "giáo dục", "đại học", "học phí", "tuyển sinh"]
    kinds: list[Callable[[], tuple[str, Filters, str]]] = [
        lambda: (chance.choice(common), Filters(), "relevance"),
        lambda: (fold(chance.choice(common)), Filters(), "relevance"),
        lambda: (chance.choice(common), Filters(kind=chance.choice(["figure", "quote"])), "date"),
        lambda: (chance.choice(people), Filters(), "relevance"),
        lambda: (fold(chance.choice(people)), Filters(kind="quote"), "relevance"),
        lambda: (chance.choice(bodies), Filters(), "date"),
        lambda: (fold(chance.choice(bodies)), Filters(), "relevance"),
        lambda: (chance.choice(counted), Filters(kind="figure"), "relevance"),
        lambda: (f"{chance.choice(common)} > {chance.choice([10, 100, 1000, 50000])}", Filters(), "value"),
        lambda: (chance.choice(common), Filters(province=chance.choice(provinces)), "relevance"),
        lambda: ("", Filters(kind="figure", province=chance.choice(provinces), min_value=100), "value"),
        lambda: (stretch(2, 3), Filters(), "relevance"),
        lambda: (fold(stretch(2, 4)), Filters(), "relevance"),
        lambda: (f'"{stretch(2, 4)}"', Filters(), "relevance"),
        lambda: (fold(chance.choice(sentences))[:3].strip() + "*", Filters(), "relevance"),
        lambda: (f"{chance.choice(common)} NOT {stretch(1, 1)}", Filters(), "relevance"),
        lambda: ("", Filters(kind="figure", unit=chance.choice(units)), "value"),
        lambda: ("", Filters(role=chance.choice(roles)), "date"),
        lambda: (chance.choice(common), Filters(speaker=chance.choice(people)), "relevance"),
        lambda: ("", Filters(organization=chance.choice(bodies), kind="quote"), "date"),
        lambda: (
            chance.choice(common),
            Filters(published_from=(year := str(chance.randrange(2015, 2026))), published_to=year),
            "relevance",
        ),
        lambda: (stretch(1, 2), Filters(source=chance.choice(outlets), education=True), "relevance"),
        lambda: (chance.choice(common), Filters(date_from="2016", date_to="2017", kind="figure"), "relevance"),
        lambda: ("", Filters(kind=chance.choice(["quote", "document", "person", "date"])), "date"),
        lambda: ("", Filters(), chance.choice(["relevance", "date", "value"])),
    ]
    return [kinds[k % len(kinds)]() for k in range(number)]


def timed(db: Any, queries: list[tuple[str, Filters, str]], ask: Callable[..., Any]) -> list[float]:
    """Return the seconds that each query takes once all have been asked before."""
    for query in queries:
        ask(db, *query)
    seconds = []
    for query in queries:
        started = time.perf_counter()
        ask(db, *query)
        seconds.append(time.perf_counter() - started)
    return seconds


def _search(db: Any, query: str, filters: Filters, sort: Any) -> None:
    search(db, query, filters, sort=sort)


def _facets(db: Any, query: str, filters: Filters, _: str) -> None:
    facets(db, query, filters)


def _percentiles(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {
        "median_ms": round(1000 * statistics.median(ordered), 1),
        "p95_ms": round(1000 * ordered[int(0.95 * (len(ordered) - 1))], 1),
        "max_ms": round(1000 * ordered[-1], 1),
    }


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made (some GB)")
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--keep", action="store_true", help="use the databases of an earlier run where they are")
    parser.add_argument("--slowest", type=int, default=0, metavar="N", help="also print the N slowest queries")
    arguments = parser.parse_args()
    report: dict[str, Any] = {}
    whole, tenth = arguments.work / "whole.db", arguments.work / "tenth.db"
    if not (arguments.keep and (arguments.work / "set").is_dir()):
        shutil.rmtree(arguments.work / "set", ignore_errors=True)
        report["repeated"] = repeat(arguments.dataset, arguments.work / "set", arguments.facts)
        shutil.rmtree(arguments.work / "set-tenth", ignore_errors=True)
        cut(arguments.work / "set", arguments.work / "set-tenth", 0.1)
    for name, path, folder in (("whole", whole, "set"), ("tenth", tenth, "set-tenth")):
        if not (arguments.keep and path.exists()):
            path.unlink(missing_ok=True)
            started = time.perf_counter()
            summary = build_index(arguments.work / folder, path)
            taken = time.perf_counter() - started
            report[f"index_{name}"] = {
                "facts": summary.facts,
                "seconds": round(taken, 1),
                "facts_per_second": round(summary.facts / taken),
                "megabytes": round(path.stat().st_size / 1e6),
            }
    small = open_db(tenth)
    queries = mixed_queries(small, arguments.queries)
    for name, db in (("tenth", small), ("whole", open_db(whole))):
        seconds = timed(db, queries, _search)
        report[f"search_{name}"] = _percentiles(seconds)
        report[f"facets_{name}"] = _percentiles(timed(db, queries, _facets))
        if arguments.slowest:
            worst = sorted(zip(seconds, queries, strict=True), key=lambda pair: -pair[0])[: arguments.slowest]
            for taken, (query, filters, sort) in worst:
                print(f"{name} {1000 * taken:7.1f} ms  {query!r} {filters.active()} {sort}")
    report["ratio_p95"] = round(report["search_whole"]["p95_ms"] / report["search_tenth"]["p95_ms"], 2)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
