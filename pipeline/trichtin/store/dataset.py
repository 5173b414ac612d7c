"""A data set on disk: a folder that holds each table as one Parquet file or as a folder of Parquet parts."""

from __future__ import annotations

from pathlib import Path

import pyarrow.dataset as ds

from trichtin.store.schema import DERIVED, SCHEMAS


class DatasetError(ValueError):
    """A folder that is not a data set, or lacks a table; the message names it and says what to do."""


def table_dataset(folder: str | Path, table: str) -> ds.Dataset:
    """Return one table of a data set, unread: filter and project it, or stream its batches.

    Args:
        folder: what ``trichtin extract -o FOLDER`` wrote: ``TABLE.parquet`` or ``TABLE/*.parquet``.
        table: a name in :data:`trichtin.store.TABLES`, ``entities_canonical`` or ``clusters``.

    Returns:
        The table with the columns of its schema; a column that an older version did not write is null.

    Raises:
        DatasetError: there is no such table, or the folder does not hold it.
    """
    schemas = {**SCHEMAS, **DERIVED}
    if table not in schemas:
        raise DatasetError(f"no table {table!r}; the tables are {', '.join(schemas)}")
    folder = Path(folder)
    single = folder / f"{table}.parquet"
    parts = [single] if single.is_file() else sorted((folder / table).glob("**/*.parquet"))
    parts = [part for part in parts if not part.name.startswith(".")]
    if not parts:
        raise DatasetError(
            f"{folder}: holds no table {table!r}; make a data set with 'trichtin extract PAGES -o {folder}'"
        )
    return ds.dataset([str(part) for part in parts], schema=schemas[table], format="parquet")
