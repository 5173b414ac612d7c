"""A data set as typed pandas tables."""

import json

import pandas as pd
import pytest

import trichtin
from trichtin.store.dataset import DatasetError
from trichtin.store.load import period


@pytest.fixture(scope="module")
def folder(samples, tmp_path_factory):
    return trichtin.extract_dataset([samples], tmp_path_factory.mktemp("load") / "set")


def test_tables_have_types_that_know_missing_values(folder):
    data = trichtin.load_dataset(folder)
    assert len(data.articles) == 39 and str(data).startswith("Dataset(")
    assert data.figures["value"].dtype == "Float64" and data.figures["start"].dtype == "Int32"
    assert data.figures["kind"].dtype == "category" and data.articles["education"].dtype == "boolean"
    assert data.dates["year"].dtype == "Int64" and "sketch" not in data.articles
    assert set(data.clusters.columns) == {"id", "cluster_id"} and len(data.entities_canonical) > 100


def test_offsets_point_into_the_articles(folder):
    data = trichtin.load_dataset(folder)
    texts = data.articles.set_index("id")["text"]
    for fact in data.quotes.itertuples():
        assert texts[fact.id][fact.start : fact.end] == fact.text


def test_partial_dates_are_periods_of_their_own_precision():
    assert period("2017-06-14") == pd.Period("2017-06-14", "D")
    assert period("2017-06").freqstr == "M" and period("2017").year == 2017 and period("2017-Q2").quarter == 2
    assert (period("2016/2017"), period("2016/2017", last=True)) == (pd.Period("2016"), pd.Period("2017"))
    assert period("--06-14") is None and period(None) is None and period("2017-13") is None


def test_records_of_a_jsonl_file_are_the_same_tables(samples, tmp_path):
    source = samples / "05-school-inspection.txt"
    record = trichtin.extract(source.read_text(encoding="utf-8"), id="one", url="https://www.bao.example/x")
    (tmp_path / "r.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    data = trichtin.load_dataset(tmp_path / "r.jsonl")
    assert list(data.quotes["text"]) == [quote["text"] for quote in record["quotes"]]
    assert list(data.articles["outlet"]) == ["bao.example"] and data.clusters.empty


def test_a_large_data_set_is_read_lazily(folder):
    import duckdb
    import pyarrow.dataset as ds

    data = trichtin.load_dataset(folder)
    quotes = data.lazy("quotes")
    sure = quotes.to_table(filter=ds.field("score") > 0.8)
    assert 0 < sure.num_rows < len(data.quotes)
    assert duckdb.sql("select count(*) from quotes").fetchall()[0][0] == len(data.quotes)


def test_what_is_no_data_set_is_named(tmp_path):
    with pytest.raises(DatasetError, match="holds no table 'articles'"):
        trichtin.load_dataset(tmp_path)
    (tmp_path / "x.jsonl").write_text('{"id": 1}\n')
    with pytest.raises(DatasetError, match=r"x\.jsonl:1: is no record"):
        trichtin.load_dataset(tmp_path / "x.jsonl")


def test_dates_without_any_year_are_loaded(tmp_path):
    record = trichtin.extract(
        "Trường Tiểu học Pà Cò họp phụ huynh\nTrường họp phụ huynh ngày 5/2 tại hội trường.", id="x"
    )
    (tmp_path / "r.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    dates = trichtin.load_dataset(tmp_path / "r.jsonl").dates
    assert list(dates["iso"]) == ["--02-05"] and dates["year"].isna().all()
