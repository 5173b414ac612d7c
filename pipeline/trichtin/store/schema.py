"""The tables of a data set: one a kind of fact, joined by the article's ``id``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from trichtin.facts import TABLES


def _column(name: str, kind: pa.DataType, description: str) -> pa.Field:
    """Return a column that carries its description, also in the Parquet files."""
    return pa.field(name, kind, metadata={"description": description})


_ID = _column("id", pa.string(), "the article: key of `articles`")
_SPAN = [
    _ID,
    _column("start", pa.int32(), "first code point of the mention in `articles.text`"),
    _column("end", pa.int32(), "code point after the last"),
    _column("text", pa.string(), "the mention, `text[start:end]` of the article"),
]
_PROVINCES = [
    _column("province", pa.string(), "province as of the article (63), where the text or the name tells"),
    _column("province_2025", pa.string(), "province after the mergers of 1 July 2025 (34)"),
]
_SCORE = _column("score", pa.float64(), "probability that the fact is right, calibrated on annotated articles")

SCHEMAS: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            _column("id", pa.string(), "the article's own id, or one made of its file's name; unique in the data set"),
            _column("source", pa.string(), "file (and row) or URL that it was read from"),
            _column("url", pa.string(), "address of the page, when the input tells"),
            _column("title", pa.string(), "title"),
            _column("lead", pa.string(), "lead (sapo)"),
            _column("author", pa.string(), "byline"),
            _column("published", pa.string(), "ISO date of publication, whole or in part; null when unknown"),
            _column("education", pa.bool_(), "whether the article is about education"),
            _column("education_score", pa.float64(), "how sure that is, 0 to 1"),
            _column(
                "text", pa.string(), "the page's text, which all offsets point into (Unicode NFC, line ends `\\n`)"
            ),
            _column(
                "hash", pa.string(), "of the page's text (first half of SHA-256, hexadecimal): tells changed articles"
            ),
            _column("sketch", pa.binary(), "MinHash of the article's text, 63 × 4 bytes: finds near-duplicates"),
        ]
    ),
    "blocks": pa.schema(
        [
            _ID,
            _column("start", pa.int32(), "first code point of the line in `articles.text`"),
            _column("end", pa.int32(), "code point after the last"),
            _column("kind", pa.string(), "title, lead, body, caption, byline, heading, related or chrome"),
            _column("keep", pa.bool_(), "whether facts are taken from the line"),
            _column("score", pa.float64(), "how sure keeping or dropping it is, 0 to 1"),
        ]
    ),
    "entities": pa.schema(
        [
            *_SPAN,
            _column("label", pa.string(), "PER, ORG, LOC, DOC or PROG"),
            _column("entity_id", pa.string(), "the thing that is named: key of `entities_canonical`"),
            *_PROVINCES,
        ]
    ),
    "figures": pa.schema(
        [
            *_SPAN,
            _column("kind", pa.string(), "count, money, percent, score, duration, age, measure or ratio"),
            _column("value", pa.float64(), "the number (of a range: the lower one), in `unit`"),
            _column("max", pa.float64(), "the upper number of a range, else null"),
            _column("unit", pa.string(), "what is counted or measured in, as written (currency for money)"),
            _column("modifier", pa.string(), "gt, ge, lt, le or approx; null for an exact figure"),
            _column("of", pa.string(), "the noun phrase that says what it counts"),
            _column("per", pa.string(), "what a rate is per (`tháng` in 1,2 triệu đồng/tháng), else null"),
            _SCORE,
        ]
    ),
    "dates": pa.schema(
        [
            *_SPAN,
            _column("iso", pa.string(), "ISO date, whole or in part, school year or span; null for a relative one"),
            _column("resolved", pa.string(), "a relative date (`hôm qua`), resolved by the day of publication"),
        ]
    ),
    "quotes": pa.schema(
        [
            *_SPAN,
            _column("kind", pa.string(), "direct, indirect or mixed"),
            _column("speaker", pa.string(), "fullest name in the article, or the description in the text"),
            _column("speaker_id", pa.string(), "key `person_id` of `people` within the article, or an entity's id"),
            _column("cue", pa.string(), "the reporting verb or phrase; null where there is none"),
            _SCORE,
        ]
    ),
    "people": pa.schema(
        [
            _ID,
            _column("person_id", pa.string(), "the same for the same name in every article"),
            _column("name", pa.string(), "fullest name in the article"),
            _column("titles", pa.list_(pa.string()), "academic and honorary titles, military ranks"),
            _column("role", pa.string(), "post or function; empty when the article does not tell"),
            _column("organization", pa.string(), "of the role, as written; empty when the article does not tell"),
            _column("aliases", pa.list_(pa.string()), "other forms that the article uses (`ông Hoan`)"),
        ]
    ),
}

# Tables that look at a whole data set, made when its articles are done.
DERIVED: dict[str, pa.Schema] = {
    "entities_canonical": pa.schema(
        [
            _column("entity_id", pa.string(), "the thing"),
            _column("label", pa.string(), "PER, ORG, LOC, DOC or PROG"),
            _column("name", pa.string(), "its fullest common name"),
            *_PROVINCES,
            _column("mentions", pa.int64(), "how often it is named in the data set"),
            _column("articles", pa.int64(), "in how many articles"),
        ]
    ),
    "clusters": pa.schema(
        [
            _ID,
            _column(
                "cluster_id", pa.string(), "id of the first article that says nearly the same; its own if none does"
            ),
        ]
    ),
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
