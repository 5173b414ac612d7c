"""A database of facts: made once, brought up to date with what changed, never seen half."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from trichtin.search import build_index, open_db, search
from trichtin.search import index as indexing
from trichtin.store.dataset import DatasetError

PAGES = {
    "mot": "Toàn tỉnh thiếu 1.200 giáo viên mầm non. Ông Lê Văn Sáng, Giám đốc Sở GD&ĐT Nghệ An, cho biết tỉnh sẽ tuyển thêm.",
    "hai": "Trường tiểu học Hòa Mây có 450 học sinh và 18 lớp học trong năm nay.",
    "ba": "Huyện đã chi 3 tỷ đồng để xây 6 phòng học cho trẻ em vùng cao.",
}


def rows(path, sql):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()


def texts(path, query):
    with closing(open_db(path)) as db:
        return {fact["sentence"] for fact in search(db, query, limit=50).facts}


def test_indexing_again_changes_nothing(extracted, tmp_path):
    data, path = extracted(PAGES), tmp_path / "facts.db"
    first = build_index(data, path)
    before = path.stat().st_mtime_ns
    second = build_index(data, path)
    assert (first.added, second.unchanged, second.written) == (3, 3, False)
    assert path.stat().st_mtime_ns == before and second.facts == first.facts


def test_a_changed_article_takes_the_place_of_the_old(extracted, tmp_path):
    path = tmp_path / "facts.db"
    build_index(extracted(PAGES), path)
    assert texts(path, "450 học sinh")
    summary = build_index(
        extracted({"hai": "Trường tiểu học Hòa Mây có 512 trẻ em và 18 lớp học trong năm nay."}), path
    )
    assert (summary.added, summary.updated, summary.unchanged) == (0, 1, 2)
    assert not any("450" in text for text in texts(path, "Hòa Mây"))
    assert any("512" in text for text in texts(path, "Hòa Mây"))
    assert rows(path, "SELECT count(*) FROM articles") == [(3,)]
    assert rows(
        path, "SELECT count(*) FROM facts f LEFT JOIN articles a ON a.id = f.article_id WHERE a.id IS NULL"
    ) == [(0,)]


def test_a_reader_keeps_the_whole_old_file_while_a_new_one_is_made(extracted, tmp_path):
    path = tmp_path / "facts.db"
    build_index(extracted(PAGES), path)
    with closing(open_db(path)) as reader:
        before = reader.execute("SELECT count(*) FROM facts").fetchone()
        build_index(extracted({"bon": "Tỉnh sẽ xây 40 trường học và 90 nhà ở cho giáo viên."}), path)
        assert reader.execute("SELECT count(*) FROM facts").fetchone() == before
    assert rows(path, "SELECT count(*) FROM facts") > [before]


def test_what_fails_in_the_middle_leaves_the_old_file(extracted, tmp_path, monkeypatch):
    path = tmp_path / "facts.db"
    build_index(extracted(PAGES), path)
    old = path.read_bytes()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(indexing, "create_indexes", fail)
    with pytest.raises(OSError, match="No space"):
        build_index(extracted({"nam": "Tỉnh có 77 trường học đạt chuẩn quốc gia."}), path)
    assert path.read_bytes() == old
    assert [p.name for p in tmp_path.iterdir() if "facts.db" in p.name] == ["facts.db"]


def test_the_tables_hold_together(indexed):
    path = indexed(PAGES)
    assert rows(path, "PRAGMA foreign_key_check") == []
    kinds = dict(rows(path, "SELECT kind, count(*) FROM facts GROUP BY kind"))
    assert {"figure", "entity", "date", "quote", "person"} <= set(kinds)
    for text, sentence in rows(path, "SELECT text, sentence FROM facts_in_sentences WHERE kind = 'figure'"):
        assert text in sentence


def test_articles_that_are_gone_stay_until_asked(extracted, tmp_path):
    path = tmp_path / "facts.db"
    data = extracted(PAGES)
    build_index(data, path)
    import pyarrow.parquet as pq

    for part in (data / "articles").rglob("*.parquet"):
        table = pq.read_table(part, partitioning=None)
        pq.write_table(table.filter([not title.endswith("ba") for title in table["title"].to_pylist()]), part)
    assert build_index(data, path).removed == 0
    assert build_index(data, path, prune=True).removed == 1
    assert not texts(path, "vùng cao")


def test_a_wrong_folder_and_a_wrong_file_are_named(tmp_path, extracted):
    with pytest.raises(DatasetError, match="nothing-here"):
        build_index(tmp_path / "nothing-here", tmp_path / "x.db")
    (tmp_path / "notes.db").write_text("shopping list")
    with pytest.raises(indexing.IndexingError, match=r"notes\.db"):
        build_index(extracted(PAGES), tmp_path / "notes.db")
