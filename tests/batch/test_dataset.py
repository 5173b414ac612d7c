"""What a batch run leaves: tables for everybody's tools, a manifest, and no article twice."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import helpers

from trichtin.batch.folder import DatasetFolder, TakenError
from trichtin.batch.publish import canonical_name
from trichtin.batch.run import Batch, run
from trichtin.cli import main
from trichtin.commands.batch import Reporter, summary
from trichtin.store.dataset import table_dataset


@pytest.fixture(scope="module")
def dataset(tmp_path_factory, samples):
    folder = tmp_path_factory.mktemp("set") / "data"
    run(Batch([str(samples)], str(folder)))
    return folder


def test_pandas_polars_and_duckdb_read_the_same_rows(dataset):
    import duckdb
    import pandas
    import polars

    quotes = pandas.read_parquet(dataset / "quotes")
    assert len(quotes) == len(polars.read_parquet(str(dataset / "quotes"))) > 100
    said = duckdb.sql(
        f"select count(*) from '{dataset}/quotes/*.parquet' q join '{dataset}/people/*.parquet' p"
        " on q.id = p.id and q.speaker_id = p.person_id"
    ).fetchall()
    assert said[0][0] > 50


def test_offsets_point_into_the_text_of_the_article(dataset):
    texts = dict(
        zip(*(table_dataset(dataset, "articles").to_table()[c].to_pylist() for c in ("id", "text")), strict=True)
    )
    for fact in table_dataset(dataset, "figures").to_table().to_pylist():
        assert texts[fact["id"]][fact["start"] : fact["end"]] == fact["text"]


def test_the_manifest_tells_counts_versions_and_inputs(dataset, samples):
    manifest = json.loads((dataset / "manifest.json").read_text())
    assert manifest["tables"]["articles"] == {"files": 1, "rows": 39}
    last = manifest["runs"][-1]
    assert last["inputs"] == [str(samples)] and len(last["fingerprint"]) == 64
    assert {"trichtin", "models", "spacy", "python"} == set(last["versions"])
    assert not [p for p in (dataset / ".work").iterdir() if p.name != "lock"], "nothing of the work is left"


def test_things_are_listed_once_with_their_fullest_common_name(dataset):
    things = {row["entity_id"]: row for row in table_dataset(dataset, "entities_canonical").to_table().to_pylist()}
    ministry = things["org:bo-giao-duc-va-dao-tao"]
    mentions = table_dataset(dataset, "entities").to_table().to_pylist()
    assert ministry["mentions"] == sum(m["entity_id"] == ministry["entity_id"] for m in mentions) > 1
    assert ministry["articles"] == len({m["id"] for m in mentions if m["entity_id"] == ministry["entity_id"]})
    assert things["loc:ha-noi"]["province_2025"] == "Hà Nội"


def test_the_name_of_a_thing_is_the_fullest_that_is_common():
    from collections import Counter

    assert canonical_name(Counter({"Bộ GD&ĐT": 9, "Bộ Giáo dục và Đào tạo": 3, "Bộ Giáo dục và Đào tạo Việt": 1})) == (
        "Bộ Giáo dục và Đào tạo"
    )


def test_again_adds_nothing_and_what_changed_replaces_its_old_rows(tmp_path, samples):
    source = tmp_path / "pages.jsonl"
    rows = [
        {"id": str(k), "text": f"Trường học số {k}\nNhà trường có {k + 10} giáo viên và 300 học sinh."}
        for k in range(6)
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = tmp_path / "set"
    assert run(Batch([str(source)], str(out)))["articles"] == 6
    again = run(Batch([str(source)], str(out)))
    assert (again.get("articles", 0), again["unchanged"], again["replaced"]) == (0, 6, 0)
    rows[2]["text"] = rows[2]["text"].replace("12 giáo viên", "99 giáo viên")
    rows.append({"id": "new", "text": "Trường mới\nTrường mới có 7 giáo viên và 90 học sinh học hai buổi."})
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    third = run(Batch([str(source)], str(out)))
    assert (third["articles"], third["unchanged"], third["replaced"]) == (2, 5, 1)
    values = [f["value"] for f in helpers.tables(out)["figures"] if f["id"] == "2"]
    assert 99.0 in values and 12.0 not in values
    ids = [a["id"] for a in helpers.tables(out)["articles"]]
    assert sorted(ids) == sorted({"0", "1", "2", "3", "4", "5", "new"})
    fresh = tmp_path / "fresh"
    run(Batch([str(source)], str(fresh)))
    strip = lambda found: [{k: v for k, v in row.items() if k != "cluster_id"} for row in found]  # noqa: E731
    for table, found in helpers.tables(fresh).items():
        assert strip(found) == strip(helpers.tables(out)[table]), table


def test_bad_inputs_are_named_and_the_rest_is_done(tmp_path, samples, capsys):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text((samples / "01-principals-training.txt").read_text())
    (tmp_path / "in" / "bad.parquet").write_bytes(b"PAR1 no")
    code = main(["extract", str(tmp_path / "in"), str(tmp_path / "gone.txt"), "-o", str(tmp_path / "set")])
    assert code == 1 and "2 inputs failed" in capsys.readouterr().err
    named = "".join(error["source"] for error in helpers.errors(tmp_path / "set"))
    assert "bad.parquet" in named and "gone.txt" in named
    assert len(helpers.tables(tmp_path / "set")["articles"]) == 1


def test_a_folder_that_another_run_works_on_is_taken(tmp_path, samples, capsys):
    folder = DatasetFolder(str(tmp_path / "set"))
    folder.lock()
    with pytest.raises(TakenError, match="is taken by process"):
        DatasetFolder(str(tmp_path / "set")).lock()
    assert main(["extract", str(samples), "-o", str(tmp_path / "set")]) == 2
    assert "is taken by process" in capsys.readouterr().err
    folder.unlock()
    DatasetFolder(str(tmp_path / "set")).lock()


def test_a_place_that_cannot_be_written_is_told_at_once(tmp_path, samples, capsys):
    (tmp_path / "file").write_text("")
    assert main(["extract", str(samples), "-o", str(tmp_path / "file" / "set")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_pipe_gets_a_plain_line_a_minute(monkeypatch):
    import io

    from rich.console import Console

    now = [0.0]
    monkeypatch.setattr("trichtin.commands.batch.time.monotonic", lambda: now[0])
    out = io.StringIO()
    reporter = Reporter(Console(file=out), quiet=False)
    for done in range(0, 1300, 10):
        now[0] = done / 10
        reporter(done, 1300, done // 600)
    lines = out.getvalue().splitlines()
    assert lines == [
        "trichtin: 600 of 1300 articles, 10.0/s, 0:01:10 left, 1 failed",
        "trichtin: 1200 of 1300 articles, 10.0/s, 0:00:10 left, 2 failed",
    ]


def test_the_summary_of_a_submission_says_how_to_go_on():
    assert "same command again" in " ".join(summary({"submitted": "7", "pages": 10}, "set", 1.0))


def test_only_education_leaves_the_rest_out_and_lists_it(tmp_path, samples, capsys):
    out = tmp_path / "set"
    assert main(["extract", str(samples), "-o", str(out), "--only-education"]) == 0
    told = capsys.readouterr().err
    skipped = [json.loads(line) for line in (out / "skipped.jsonl").read_text().splitlines()]
    assert f"{len(skipped)} articles are not about education" in told
    assert {"25-road-accident", "26-foreign-aid"} <= {one["id"] for one in skipped} and skipped[0]["title"]
    assert len(helpers.tables(out)["articles"]) == 39 - len(skipped)
    assert all(article["education"] for article in helpers.tables(out)["articles"])
    assert main(["extract", str(samples), "-o", str(tmp_path / "r.jsonl"), "--only-education"]) == 0
    beside = [json.loads(line) for line in (tmp_path / "r.skipped.jsonl").read_text().splitlines()]
    assert sorted(one["id"] for one in beside) == sorted(one["id"] for one in skipped)
    assert len((tmp_path / "r.jsonl").read_text().splitlines()) == 39 - len(skipped)
