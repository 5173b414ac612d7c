"""The store stage: records as files for programs, and as pandas tables for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from trichtin.facts import TABLES
from trichtin.store.schema import SCHEMAS, rows
from trichtin.store.writers import CsvWriter, JsonlWriter, StreamWriter, Writer

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "SCHEMAS",
    "TABLES",
    "CsvWriter",
    "JsonlWriter",
    "StreamWriter",
    "Writer",
    "rows",
    "to_frames",
]


def to_frames(records: Iterable[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Return the facts of records as pandas tables, one a kind, with the columns of the Parquet data set.

    Args:
        records: records as :func:`trichtin.extract` gives them, or as read from a JSON Lines file.

    Returns:
        ``{"articles": …, "blocks": …, "entities": …, "figures": …, "dates": …, "quotes": …, "people": …}``;
        every table has the article's ``id``; ``start`` and ``end`` are code points into ``articles.text``.
    """
    import pyarrow as pa

    held: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for record in records:
        for table, found in held.items():
            found.extend(rows(record, table))
    return {table: pa.Table.from_pylist(found, schema=SCHEMAS[table]).to_pandas() for table, found in held.items()}
