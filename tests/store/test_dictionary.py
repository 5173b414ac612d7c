"""The data dictionary is that of the schema, and the Parquet files carry it."""

from pathlib import Path

import pyarrow.parquet as pq

from trichtin.batch.run import Batch, run
from trichtin.store.dictionary import dictionary

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_in_the_docs_is_that_of_the_schema():
    assert (DOCS / "data-dictionary.md").read_text(encoding="utf-8") == dictionary(), (
        "the schema has changed: python -m trichtin.store.dictionary > docs/data-dictionary.md"
    )


def test_a_parquet_file_tells_what_its_columns_mean(tmp_path, samples):
    run(Batch([str(samples / "05-school-inspection.txt")], str(tmp_path / "set")))
    (part,) = (tmp_path / "set" / "quotes").glob("*.parquet")
    assert b"reporting verb" in pq.read_schema(part).field("cue").metadata[b"description"]
    assert pq.ParquetFile(part).metadata.row_group(0).column(0).compression == "ZSTD"
