"""The tables of a data set: one a kind of fact, joined by the article's ``id``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from trichtin.facts import TABLES

_SPAN = [("id", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())]

SCHEMAS: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            ("id", pa.string()),
            ("source", pa.string()),
            ("url", pa.string()),
            ("title", pa.string()),
            ("lead", pa.string()),
            ("author", pa.string()),
            ("published", pa.string()),
            ("education", pa.bool_()),
            ("education_score", pa.float64()),
            ("text", pa.string()),
            ("hash", pa.string()),
        ]
    ),
    "blocks": pa.schema(
        [
            ("id", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("kind", pa.string()),
            ("keep", pa.bool_()),
            ("score", pa.float64()),
        ]
    ),
    "entities": pa.schema(
        [
            *_SPAN,
            ("label", pa.string()),
            ("entity_id", pa.string()),
            ("province", pa.string()),
            ("province_2025", pa.string()),
        ]
    ),
    "figures": pa.schema(
        [
            *_SPAN,
            ("kind", pa.string()),
            ("value", pa.float64()),
            ("max", pa.float64()),
            ("unit", pa.string()),
            ("modifier", pa.string()),
            ("of", pa.string()),
            ("per", pa.string()),
            ("score", pa.float64()),
        ]
    ),
    "dates": pa.schema([*_SPAN, ("iso", pa.string()), ("resolved", pa.string())]),
    "quotes": pa.schema(
        [
            *_SPAN,
            ("kind", pa.string()),
            ("speaker", pa.string()),
            ("speaker_id", pa.string()),
            ("cue", pa.string()),
            ("score", pa.float64()),
        ]
    ),
    "people": pa.schema(
        [
            ("id", pa.string()),
            ("person_id", pa.string()),
            ("name", pa.string()),
            ("titles", pa.list_(pa.string())),
            ("role", pa.string()),
            ("organization", pa.string()),
            ("aliases", pa.list_(pa.string())),
        ]
    ),
}

# Tables that look at a whole data set, made when its articles are done.
DERIVED: dict[str, pa.Schema] = {
    "entities_canonical": pa.schema(
        [
            ("entity_id", pa.string()),
            ("label", pa.string()),
            ("name", pa.string()),
            ("province", pa.string()),
            ("province_2025", pa.string()),
            ("mentions", pa.int64()),
            ("articles", pa.int64()),
        ]
    ),
    "clusters": pa.schema([("id", pa.string()), ("cluster_id", pa.string())]),
}


def rows(record: dict[str, Any], table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one table that a record gives.

    Raises:
        ValueError: there is no such table.
    """
    if table not in SCHEMAS:
        raise ValueError(f"no table {table!r}; the tables are {', '.join(TABLES)}")
    if table == "articles":
        education = record["education"]
        yield _fit({**record, "education": education["label"], "education_score": education["score"]}, SCHEMAS[table])
    elif table == "dates":  # "hôm qua" too: a row with no iso, resolved from the day of publication
        both = [*record["dates"], *({**date, "iso": None} for date in record.get("relative_dates", []))]
        for date in sorted(both, key=lambda date: date["start"]):
            yield _fit({**date, "id": record["id"]}, SCHEMAS[table])
    elif table == "people":
        for person in record["people"]:
            yield _fit({**person, "id": record["id"], "person_id": person["id"]}, SCHEMAS[table])
    else:
        for fact in record[table]:
            yield _fit({**fact, "id": record["id"]}, SCHEMAS[table])


def _fit(values: dict[str, Any], schema: pa.Schema) -> dict[str, Any]:
    return {name: values.get(name) for name in schema.names}
