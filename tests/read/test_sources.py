import csv
import gzip
import io
import json
import time

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from trichtin.read import Page, ReadError, count, read


def pages(*inputs, stdin=None):
    return list(read(inputs, stdin))


def test_a_folder_is_read_through_in_order_of_name_hidden_and_foreign_files_left_out(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Hai", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Một", encoding="utf-8")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"Ba"))
    (tmp_path / "d.html.zst").write_bytes(zstandard.compress("<html><body><p>Bốn</p></body></html>".encode()))
    (tmp_path / ".hidden.txt").write_text("ẩn", encoding="utf-8")
    (tmp_path / "notes.docx").write_bytes(b"PK")
    found = pages(tmp_path)
    assert [(p.id, p.text) for p in found] == [("a", "Một"), ("b/2", "Hai"), ("c", "Ba"), ("d", "Bốn")]
    assert count([tmp_path]) == 4


def test_rows_of_tables_carry_their_own_id_title_date_and_address(tmp_path):
    row = {"id": "7", "text": "Tựa\nThân", "url": "https://bao.example/7", "title": "Tựa", "published": "2024-05-17"}
    (tmp_path / "t.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n\n", encoding="utf-8")
    with open(tmp_path / "t.csv", "w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, row)
        writer.writeheader()
        writer.writerow(row)
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "t.parquet")
    for name in ("t.jsonl", "t.csv", "t.parquet"):
        (page,) = pages(tmp_path / name)
        assert (page.id, page.text, page.source, page.url, page.title, page.published) == (
            "7", "Tựa\nThân", "https://bao.example/7", "https://bao.example/7", "Tựa", "2024-05-17",
        )  # fmt: skip


def test_title_lead_and_body_make_a_page_where_there_is_no_text(tmp_path):
    pq.write_table(pa.table({"id": [1], "title": ["A"], "lead": ["B"], "body": ["C"]}), tmp_path / "t.parquet")
    assert [(p.id, p.text) for p in pages(tmp_path / "t.parquet")] == [("1", "A\nB\nC")]


def test_html_in_a_row_is_read_as_html(tmp_path):
    (tmp_path / "t.jsonl").write_text(
        json.dumps({"html": "<html><body><p>Một</p><p>Hai</p></body></html>"}), encoding="utf-8"
    )
    assert [(p.id, p.text) for p in pages(tmp_path / "t.jsonl")] == [("t#1", "Một\nHai")]


def test_a_bad_row_costs_that_row(tmp_path):
    lines = ['{"text": "Một"}', "{oops", '["no object"]', '{"text": ""}', '{"other": 1}', '{"text": "Hai"}']
    (tmp_path / "t.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = pages(tmp_path / "t.jsonl")
    assert [p.text for p in found if isinstance(p, Page)] == ["Một", "Hai"]
    assert [e.source.rsplit(":", 1)[1] for e in found if isinstance(e, ReadError)] == ["2", "3", "4", "5"]


def test_a_table_without_the_column_names_those_it_has(tmp_path):
    (tmp_path / "t.csv").write_text("ma,noi_dung\n1,abc\n", encoding="utf-8")
    (error,) = pages(tmp_path / "t.csv")
    assert isinstance(error, ReadError) and "no column 'text'" in str(error) and "ma, noi_dung" in str(error)


def test_damaged_and_unknown_files_are_named_and_the_rest_is_read(tmp_path):
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 nothing")
    (tmp_path / "broken.txt.gz").write_bytes(gzip.compress(b"abc" * 1000)[:20])
    (tmp_path / "broken.txt.zst").write_bytes(b"\x28\xb5\x2f\xfdjunk")
    (tmp_path / "good.txt").write_text("Tốt", encoding="utf-8")
    (tmp_path / "x.docx").write_bytes(b"PK")
    found = pages(tmp_path, tmp_path / "x.docx", tmp_path / "gone.txt")
    assert [p.text for p in found if isinstance(p, Page)] == ["Tốt"]
    told = [str(e) for e in found if isinstance(e, ReadError)]
    for name in ("broken.parquet", "broken.txt.gz", "broken.txt.zst", "x.docx", "gone.txt"):
        assert sum(name in line for line in told) == 1, name


def test_an_empty_folder_is_an_error(tmp_path):
    (error,) = pages(tmp_path)
    assert "no file of a known kind" in str(error)


def test_ids_are_made_unique(tmp_path):
    rows = [{"id": "a", "text": str(k)} for k in range(3)]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [p.id for p in pages(tmp_path / "t.jsonl")] == ["a", "a-2", "a-3"]


def test_standard_input_is_a_text_a_html_page_or_json_lines():
    def ids(data):
        return [(p.id, p.text) for p in pages("-", stdin=io.BytesIO(data))]

    assert ids("Một trang".encode()) == [("stdin", "Một trang")]
    assert ids("<!DOCTYPE html><html><body><p>Một</p></body></html>".encode()) == [("stdin", "Một")]
    assert ids('{"id": "x", "text": "Một"}\n{"text": "Hai"}\n'.encode()) == [("x", "Một"), ("stdin#2", "Hai")]


def test_a_five_megabyte_line_is_read_at_once(tmp_path):
    (tmp_path / "big.txt").write_text("học sinh " * 500_000, encoding="utf-8")
    started = time.perf_counter()
    (page,) = pages(tmp_path / "big.txt")
    assert len(page.text) == 4_499_999 and time.perf_counter() - started < 5
