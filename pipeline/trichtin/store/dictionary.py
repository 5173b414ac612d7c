"""The data dictionary: what every column of a data set means, generated from the schema.

``python -m trichtin.store.dictionary > docs/data-dictionary.md`` writes the page again.
"""

from __future__ import annotations

import pyarrow as pa

from trichtin.store.schema import DERIVED, SCHEMAS

ABOUT = {
    "articles": "One row a page.",
    "blocks": "One row a non-empty line of a page: what it is, and whether facts are taken from it.",
    "entities": "One row a mention of a person, organisation, place, document or programme.",
    "figures": "One row a figure.",
    "dates": "One row a date.",
    "quotes": "One row a quote.",
    "people": "One row a person of an article.",
    "entities_canonical": "One row a thing of the whole data set. Made at the end of every run.",
    "clusters": "One row an article: which say nearly the same. Made at the end of every run.",
}


def dictionary() -> str:
    """Return the page, in Markdown."""
    lines = [
        "# Data dictionary",
        "",
        "Generated from the schema (`python -m trichtin.store.dictionary`); the same descriptions are in the Parquet files,",
        "as the columns' metadata. Each table is a folder of zstd-compressed Parquet files, `DATASET/TABLE/*.parquet`,",
        "`runNNNN-SHARD.parquet` by run. Join by `id`. Offsets are Unicode code points.",
    ]
    for table, schema in (SCHEMAS | DERIVED).items():
        lines += ["", f"## {table}", "", ABOUT[table], "", "| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{field.name}` | {_kind(field.type)} | {_about(field)} |" for field in schema]
    return "\n".join(lines) + "\n"


def _kind(kind: pa.DataType) -> str:
    return f"list of {kind.value_type}" if pa.types.is_list(kind) else str(kind)


def _about(field: pa.Field) -> str:
    return str(field.metadata[b"description"], "utf-8")


if __name__ == "__main__":
    print(dictionary(), end="")
