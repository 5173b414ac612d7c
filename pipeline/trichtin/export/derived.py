"""A small table of facts without text, to publish where the articles may not be: values, names, roles, dates, provinces.

No sentence, quotation or title is in it. What a figure counts (``of``) stays where other articles use the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from trichtin.search.rows import organization_id
from trichtin.search.sentences import sentence_of, sentence_starts

COMMON = 2  # articles that must use a noun phrase, speaker's description or organisation's words for it to stay
LONGEST_NAME = 60  # what is longer is a piece of a sentence rather than a name
SCHEMA = pa.schema(
    [
        pa.field("article", pa.int32(), metadata={"description": "number of the article in this table"}),
        pa.field("kind", pa.dictionary(pa.int8(), pa.string()), metadata={"description": "entity, figure or quote"}),
        pa.field(
            "type", pa.dictionary(pa.int8(), pa.string()), metadata={"description": "label, figure's or quote's kind"}
        ),
        pa.field("thing", pa.string(), metadata={"description": "entity's or speaker's id"}),
        pa.field("name", pa.string(), metadata={"description": "entity's or speaker's name"}),
        pa.field("value", pa.float64()),
        pa.field("max", pa.float64()),
        pa.field("modifier", pa.dictionary(pa.int8(), pa.string())),
        pa.field("unit", pa.string()),
        pa.field("of", pa.string(), metadata={"description": "what is counted, where several articles say it so"}),
        pa.field("role", pa.string()),
        pa.field("organization", pa.string()),
        pa.field("organization_id", pa.string()),
        pa.field("verb", pa.string(), metadata={"description": "of a quote, small letters"}),
        pa.field("province", pa.string(), metadata={"description": "63 provinces of before July 2025"}),
        pa.field("province_2025", pa.string()),
        pa.field(
            "year", pa.int16(), metadata={"description": "the one year that the fact's sentence names, else null"}
        ),
        pa.field("times", pa.int16(), metadata={"description": "mentions of the entity in the article"}),
        pa.field("score", pa.float32()),
    ]
)


def write(articles: Iterable[dict[str, Any]], output: Path) -> int:
    """Write the table of the articles about education; returns how many there are."""
    rows: list[dict[str, Any]] = []
    used: dict[str, Counter[str]] = {
        "of": Counter(),
        "unit": Counter(),
        "name": Counter(),
        "organization": Counter(),
        "role": Counter(),
    }
    number = 0
    for article in articles:
        if not article["education"]:
            continue
        found = list(_rows(article, number))
        for column, counts in used.items():
            counts.update({row[column] for row in found if row.get(column)})
        rows += found
        number += 1
    for row in rows:
        for column, counts in used.items():
            named = row["thing"] and column == "name"  # a proper name, not words of the article
            if row.get(column) and not named and counts[row[column]] < COMMON:
                row[column] = None
    table = pa.Table.from_pylist([{name: row.get(name) for name in SCHEMA.names} for row in rows], schema=SCHEMA)
    output.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, output, compression="zstd", compression_level=15)
    return number


def _rows(article: dict[str, Any], number: int) -> Iterable[dict[str, Any]]:
    text = article["text"] or ""
    starts = sentence_starts(text)
    years: dict[tuple[int, int], set[int]] = {}
    places: dict[tuple[int, int], tuple[str, str | None]] = {}
    for date in article["dates"]:
        iso = date["iso"] or date["resolved"] or ""
        if iso[:4].isdigit():
            years.setdefault(sentence_of(text, starts, date["start"], date["end"]), set()).add(int(iso[:4]))
    things: dict[str, dict[str, Any]] = {}
    for fact in article["entities"]:
        span = sentence_of(text, starts, fact["start"], fact["end"])
        if fact["province"]:
            places.setdefault(span, (fact["province"], fact["province_2025"]))
        if fact["entity_id"]:
            row = things.setdefault(
                fact["entity_id"],
                {
                    "kind": "entity",
                    "type": fact["label"],
                    "thing": fact["entity_id"],
                    "name": fact["text"],
                    "province": fact["province"],
                    "province_2025": fact["province_2025"],
                    "times": 0,
                },
            )
            row["times"] += 1
            if len(fact["text"]) > len(row["name"]):
                row["name"] = fact["text"]
    for row in things.values():
        if len(row["name"]) <= LONGEST_NAME and "//" not in row["name"]:
            yield row | {"article": number}

    def around(fact: dict[str, Any]) -> dict[str, Any]:
        span = sentence_of(text, starts, fact["start"], fact["end"])
        named = years.get(span, set())
        province, today = places.get(span, (None, None))
        return {
            "article": number,
            "year": next(iter(named)) if len(named) == 1 else None,
            "province": province,
            "province_2025": today,
            "score": fact["score"],
        }

    for fact in article["figures"]:
        values = {key: fact[key] for key in ("value", "max", "modifier", "unit", "of")}
        yield values | around(fact) | {"kind": "figure", "type": fact["kind"], "thing": None}
    people = {person["person_id"]: person for person in article["people"]}
    for fact in article["quotes"]:
        person = people.get(fact["speaker_id"], {})
        organization = person.get("organization") or None
        yield around(fact) | {
            "kind": "quote",
            "type": fact["kind"],
            "thing": fact["speaker_id"],
            "name": fact["speaker"],
            "role": (person.get("role") or "").lower() or None,
            "organization": organization,
            "organization_id": organization_id(organization) if organization else None,
            "verb": (fact["cue"] or "").lower() or None,
        }
