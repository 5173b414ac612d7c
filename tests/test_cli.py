import csv
import gzip
import io
import json
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest

from trichtin.cli import main


def run(*arguments, stdin=b""):
    return subprocess.run(
        [sys.executable, "-m", "trichtin.cli", *map(str, arguments)], input=stdin, capture_output=True
    )


@pytest.fixture
def pages(tmp_path, page):
    folder = tmp_path / "pages"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text(page, encoding="utf-8")
    (folder / "deep" / "two.txt.gz").write_bytes(gzip.compress(page.replace("Nhài", "Sen").encode()))
    return folder


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_folder_to_jsonl(pages, tmp_path, capsys):
    assert main(["extract", str(pages), "-o", str(tmp_path / "r.jsonl")]) == 0
    records = lines(tmp_path / "r.jsonl")
    assert sorted(p["name"] for r in records for p in r["people"] if p["role"] == "Hiệu trưởng") == [
        "Đào Thị Nhài",
        "Đào Thị Sen",
    ]
    assert len({r["id"] for r in records}) == 2
    summary = capsys.readouterr().err
    assert "2 articles" in summary and "quotes" in summary
    assert not (tmp_path / "r.errors.jsonl").exists()


def test_a_data_set_of_parquet_tables(pages, tmp_path):
    assert main(["extract", str(pages), "-o", str(tmp_path / "set"), "--quiet"]) == 0
    quotes = pq.read_table(tmp_path / "set" / "quotes").to_pandas()
    articles = pq.read_table(tmp_path / "set" / "articles").to_pandas()
    assert len(articles) == 2 and set(quotes["id"]) == set(articles["id"])
    for row in quotes.merge(articles, on="id").itertuples():
        assert row.text_y[row.start : row.end] == row.text_x


def test_one_table_as_csv(pages, tmp_path):
    assert main(["extract", str(pages), "-o", str(tmp_path / "q.csv"), "--table", "quotes", "--quiet"]) == 0
    with open(tmp_path / "q.csv", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {"Lâm Văn Khởi"} <= {row["speaker"] for row in rows}


def test_standard_input_to_standard_output_carries_records_only(page):
    done = run("extract", "-", "-o", "-", stdin=page.encode())
    assert done.returncode == 0
    (record,) = map(json.loads, io.StringIO(done.stdout.decode()))
    assert record["title"].startswith("Gần 3 nghìn")
    assert "\x1b" not in done.stderr.decode() and "━" not in done.stderr.decode(), "no progress bar in a pipe"


def test_bad_inputs_are_named_and_the_rest_is_done(pages, tmp_path, capsys):
    (pages / "empty.txt").write_bytes(b"")
    (pages / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (pages / "rows.jsonl").write_text('{"id": "r1", "text": "Trường có 45 lớp."}\n{broken\n', encoding="utf-8")
    code = main(["extract", str(pages), str(tmp_path / "nowhere.txt"), "-o", str(tmp_path / "r.jsonl")])
    assert code == 1
    assert len(lines(tmp_path / "r.jsonl")) == 3
    errors = lines(tmp_path / "r.errors.jsonl")
    shown = capsys.readouterr().err
    for name in ("empty.txt", "picture.txt", "rows.jsonl:2", "nowhere.txt"):
        assert any(name in error["source"] for error in errors), name
        assert name in shown
    assert "4 inputs failed" in shown


def test_errors_of_an_earlier_run_do_not_stay(pages, tmp_path):
    out = tmp_path / "r.jsonl"
    assert main(["extract", str(tmp_path / "none.txt"), "-o", str(out), "--quiet"]) == 1
    assert main(["extract", str(pages), "-o", str(out), "--quiet"]) == 0
    assert not (tmp_path / "r.errors.jsonl").exists()


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["extract", "x.txt", "-o", "out.csv"], "--table"),
        (["extract", "x.txt", "-o", "out.jsonl", "--table", "quotes"], ".csv"),
        (["extract", "x.txt", "-o", "out.xlsx"], ".xlsx"),
        (["extract", "x.txt"], "-o"),
        (["evaluate", "no-such-gold.jsonl"], "no-such-gold.jsonl"),
        (["fly"], "fly"),
    ],
)
def test_wrong_usage_is_code_2_and_says_what_is_wrong(arguments, told, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code
    assert code == 2 and told in capsys.readouterr().err


def test_show_tells_a_reader_who_how_many_and_what_was_left_out(pages, tmp_path, capsys):
    assert main(["extract", str(pages / "one.txt"), "-o", str(tmp_path / "r.jsonl"), "--show"]) == 0
    shown = capsys.readouterr().out
    assert "TS Đào Thị Nhài — Hiệu trưởng, Trường Cao đẳng Sư phạm Sông Vàng" in shown
    assert "Lâm Văn Khởi nhấn mạnh: “Chúng tôi" in shown
    assert "Giá dầu bốc cháy" in shown.split("Đã bỏ")[1]


def test_help_answers_before_heavy_libraries_are_loaded():
    code = "import sys, trichtin.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: pass\n"
    code += "print([m for m in ('spacy', 'pandas', 'sklearn', 'pyarrow', 'rich') if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "extract" in done.stdout and done.stderr.strip() == "[]"
    best = min(_seconds("--help") for _ in range(5))
    assert best < 0.5


def test_the_annotator_is_loaded_without_the_libraries_that_only_the_filter_and_the_tables_need():
    code = "import sys, trichtin; trichtin.load(); print([m for m in ('sklearn', 'pandas', 'pyarrow') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def _seconds(*arguments):
    started = time.perf_counter()
    assert run(*arguments).returncode == 0
    return time.perf_counter() - started


def test_min_score_leaves_out_what_is_not_sure_enough(pages, tmp_path, capsys):
    found = {}
    for least in ("0", "0.9", "1"):
        out = tmp_path / f"r{least}.jsonl"
        assert main(["extract", str(pages), "-o", str(out), "--min-score", least]) == 0
        found[least] = [f["score"] for r in lines(out) for kind in ("figures", "quotes") for f in r[kind]]
    assert min(found["0.9"]) >= 0.9 > min(found["0"])
    assert len(found["0.9"]) < len(found["0"]) and found["1"] == []
    with pytest.raises(SystemExit):
        main(["extract", str(pages), "-o", "-", "--min-score", "7"])
    assert "0 to 1" in capsys.readouterr().err
