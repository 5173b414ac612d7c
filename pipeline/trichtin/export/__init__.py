"""Data sets in the forms of other tools: spaCy, CoNLL, brat, Label Studio, FollowTheMoney (Aleph), GeoJSON.

Each format is a function of a module of its own that takes the articles of :func:`articles` and writes one target.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trichtin.store.dataset import table_dataset
from trichtin.store.schema import SCHEMAS

Article = dict[str, Any]  # the columns of ``articles``, and a list of rows for each other table


def articles(dataset: str | Path) -> Iterator[Article]:
    """Yield the articles of a data set with their facts, streaming.

    Args:
        dataset: the folder that ``trichtin extract PAGES -o FOLDER`` wrote.

    Yields:
        The article's columns, and under ``blocks``, ``entities``, ``figures``, ``dates``, ``quotes`` and ``people`` its rows
        as dicts, in the order of their place.

    Raises:
        DatasetError: there is no data set.
    """
    from trichtin.search.bundles import articles as bundles

    columns = {
        table: [name for name in SCHEMAS[table].names if name != "id"] for table in SCHEMAS if table != "articles"
    }
    table_dataset(dataset, "articles")
    for article, found in bundles(Path(dataset)):
        yield article | {
            table: [dict(zip(columns[table], row, strict=True)) for row in rows] for table, rows in found.items()
        }
