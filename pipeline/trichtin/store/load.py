"""A data set as pandas tables with types to work with, or table by table for one that is larger than memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from trichtin.store.dataset import DatasetError, table_dataset
from trichtin.store.schema import DERIVED, SCHEMAS, rows

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow.dataset as ds

CATEGORIES = {
    "articles": ("outlet",),
    "blocks": ("kind",),
    "entities": ("label", "province", "province_2025"),
    "figures": ("kind", "modifier"),
    "quotes": ("kind",),
    "entities_canonical": ("label", "province", "province_2025"),
}
# Columns that hold nothing to analyse.
LEFT_OUT = {"articles": ("sketch",)}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables of a data set as DataFrames; ``clusters`` and ``entities_canonical`` may be empty.

    Types: ``start`` and ``end`` are ``Int32``, flags ``boolean``, numbers ``Float64``, texts pandas strings; labels, kinds
    and provinces are categorical. ``articles.period`` and ``dates.period`` are :class:`pandas.Period` of the date's own
    precision (day, month, quarter or year; the first one of a span), ``dates.until`` that of a span's end, and
    ``year`` beside them is ``Int64``. ``articles.outlet`` is who published the article.
    """

    path: Path
    articles: pd.DataFrame
    blocks: pd.DataFrame
    entities: pd.DataFrame
    figures: pd.DataFrame
    dates: pd.DataFrame
    quotes: pd.DataFrame
    people: pd.DataFrame
    entities_canonical: pd.DataFrame
    clusters: pd.DataFrame

    def lazy(self, table: str) -> ds.Dataset:
        """Return one table unread (see :func:`lazy_table`)."""
        return lazy_table(self.path, table)

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(getattr(self, table))} {table}" for table in SCHEMAS)
        return f"Dataset({str(self.path)!r}: {sizes})"


def load_dataset(path: str | Path) -> Dataset:
    """Read a data set whole.

    Args:
        path: the folder that ``trichtin extract PAGES -o FOLDER`` wrote, or a file of records (``.jsonl``).

    Returns:
        Its tables. For one that is too large, :func:`lazy_table`.

    Raises:
        DatasetError: there is no data set.
    """
    path = Path(path)
    tables = _records(path) if path.is_file() else _folder(path)
    return Dataset(path=path, **{table: _typed(table, found) for table, found in tables.items()})


def lazy_table(path: str | Path, table: str) -> ds.Dataset:
    """Return one table of a data set unread: filter and project it, or stream its batches.

    ``lazy_table(path, "quotes").to_table(filter=pyarrow.dataset.field("score") > 0.9)`` reads what it needs;
    DuckDB and Polars take the result as it is.

    Raises:
        DatasetError: there is no such table.
    """
    return table_dataset(path, table)


def _folder(path: Path) -> dict[str, pa.Table]:
    tables = {table: table_dataset(path, table).to_table() for table in SCHEMAS}
    for table, schema in DERIVED.items():
        try:
            tables[table] = table_dataset(path, table).to_table()
        except DatasetError:  # made by an older version, or by hand
            tables[table] = schema.empty_table()
    return tables


def _records(path: Path) -> dict[str, pa.Table]:
    held: dict[str, list[dict[str, Any]]] = {table: [] for table in SCHEMAS}
    for record in _lines(path):
        for table, found in held.items():
            found.extend(rows(record, table))
    tables = {table: pa.Table.from_pylist(found, schema=SCHEMAS[table]) for table, found in held.items()}
    return tables | {table: schema.empty_table() for table, schema in DERIVED.items()}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    record = json.loads(line)
                    record["entities"], record["education"]["label"]
                except (ValueError, KeyError, TypeError) as error:
                    raise DatasetError(
                        f"{path}:{number}: is no record ({error}). Give what 'trichtin extract' wrote: a folder or .jsonl"
                    ) from error
                yield record


def _typed(table: str, found: pa.Table) -> pd.DataFrame:
    import pandas as pd

    from trichtin.search.rows import outlet

    kept = found.drop_columns([name for name in LEFT_OUT.get(table, ()) if name in found.column_names])
    frame = kept.to_pandas(types_mapper=_pandas_type)
    if table == "articles":
        rows_ = frame[["url", "source"]].astype(object).where(frame[["url", "source"]].notna(), None)
        frame["outlet"] = [outlet(row) for row in rows_.to_dict("records")]
        frame["period"] = [period(value) for value in frame["published"]]
        frame["year"] = pd.array([_year(value) for value in frame["period"]], dtype="Int64")
    if table == "dates":
        values = [
            iso if isinstance(iso, str) else resolved
            for iso, resolved in zip(frame["iso"], frame["resolved"], strict=True)
        ]
        frame["period"] = [period(value) for value in values]
        frame["until"] = [period(value, last=True) for value in values]
        frame["year"] = pd.array([_year(value) for value in frame["period"]], dtype="Int64")
    for name in CATEGORIES.get(table, ()):
        frame[name] = frame[name].astype("category")
    return frame


def period(iso: Any, *, last: bool = False) -> pd.Period | None:
    """Return an ISO date as a period of its own precision.

    Args:
        iso: ``2017``, ``2017-06``, ``2017-Q2``, ``2017-06-14``, or a span of two parted by ``/``.
        last: of a span the end, not the beginning.

    Returns:
        The period; None for what has no year (``--06-14``) or is no date.
    """
    import pandas as pd

    if not isinstance(iso, str):
        return None
    part = iso.split("/")[-1 if last else 0]
    freq = {4: "Y", 7: "Q" if "Q" in part else "M", 10: "D"}.get(len(part))
    if freq is None or not part[:4].isdigit():
        return None
    try:
        return pd.Period(part.replace("-Q", "Q"), freq=freq)
    except ValueError:
        return None


def _year(value: Any) -> int | None:
    # A column without a single period holds NaT instead of None.
    return int(value.year) if value is not None and value == value else None


def _pandas_type(kind: pa.DataType) -> Any:
    """Return the pandas type that knows missing values."""
    import pandas as pd

    known = {
        pa.int32(): pd.Int32Dtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.float64(): pd.Float64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
        pa.string(): pd.StringDtype(),
    }
    return known.get(kind)
