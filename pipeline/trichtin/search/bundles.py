"""A data set read article by article: each with all its facts, in one pass over every table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from trichtin.store.dataset import DatasetError, table_dataset
from trichtin.store.schema import SCHEMAS

FACT_TABLES = ("blocks", "entities", "figures", "dates", "quotes", "people")
_ROWS = 32_768  # rows of a table that are held at once

Rows = list[tuple[Any, ...]]


def articles(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Rows]]]:
    """Yield every article of a data set with its facts.

    Args:
        folder: what ``trichtin extract -o FOLDER`` wrote.

    Yields:
        The article's row, and for each table but ``articles`` its rows as tuples without the ``id`` column. Of
        articles that share an id the first is taken.

    Raises:
        DatasetError: the folder is no data set, or a file in it cannot be read.
    """
    try:
        source = table_dataset(folder, "articles")
        order: dict[str, int] = {}
        for batch in source.to_batches(columns=["id"]):
            for key in batch.column(0).to_pylist():
                order.setdefault(key, len(order))
        streams = {table: _groups(folder, table, order) for table in FACT_TABLES}
        heads = {table: next(stream, None) for table, stream in streams.items()}
        number = 0
        for batch in source.to_batches(batch_size=1000):
            for article in batch.to_pylist():
                if order[article["id"]] != number:
                    continue  # a second article of this id
                found: dict[str, Rows] = {}
                for table, head in heads.items():
                    if head is not None and head[0] == number:
                        found[table] = head[1]
                        heads[table] = next(streams[table], None)
                    else:
                        found[table] = []
                number += 1
                yield article, found
    except (pa.ArrowException, OSError) as error:
        raise DatasetError(f"{folder}: cannot be read ({error}); make the data set again") from error


def clusters(folder: Path) -> dict[str, str]:
    """Return the cluster of each article that has one; empty when the data set was made without them."""
    try:
        source = table_dataset(folder, "clusters")
    except DatasetError:
        return {}
    table = source.to_table()
    return dict(zip(table["id"].to_pylist(), table["cluster_id"].to_pylist(), strict=True))


def _groups(folder: Path, table: str, order: dict[str, int]) -> Iterator[tuple[int, Rows]]:
    """Yield the rows of each article, in the order of the articles; facts of no article are passed over."""
    source = table_dataset(folder, table)
    columns = [name for name in SCHEMAS[table].names if name != "id"]
    batches: Iterator[pa.RecordBatch]
    if _in_order(source, order):
        batches = source.to_batches(columns=["id", *columns], batch_size=_ROWS)
    else:  # parts that another program wrote, or wrote in parallel
        whole = source.to_table(columns=["id", *columns])
        places = np.array([order.get(key, -1) for key in whole["id"].to_pylist()], dtype=np.int64)
        batches = iter(whole.take(pa.array(np.argsort(places, kind="stable"))).to_batches(_ROWS))
    held: tuple[str, Rows] | None = None
    for batch in batches:
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        for key, group in groupby(rows, itemgetter(0)):
            found = [row[1:] for row in group]
            if held and held[0] == key:
                held[1].extend(found)
                continue
            if held and held[0] in order:
                yield order[held[0]], held[1]
            held = (key, found)
    if held and held[0] in order:
        yield order[held[0]], held[1]


def _in_order(source: ds.Dataset, order: dict[str, int]) -> bool:
    """Tell whether a table's rows stand in the order of the articles, reading its ids only."""
    last, previous = -1, None
    for batch in source.to_batches(columns=["id"], batch_size=262_144):
        ids = batch.column(0)
        if not len(ids):
            continue
        changed = np.concatenate([[True], pc.not_equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)])
        for key in ids.filter(pa.array(changed)).to_pylist():
            place = order.get(key, -1)
            if key != previous and place <= last:
                return False
            last, previous = place, key
    return True
