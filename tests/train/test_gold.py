from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trichtin.cli import main
from trichtin.train.gold import article_text, join, read_gold, to_standoff

ARTICLE = {
    "id": "7",
    "text": "Tựa bài\nSapo\nTrường có hơn 45 lớp học.",
    "entities": [{"start": 0, "end": 3, "label": "ORG"}],
    "figures": [
        {"start": 28, "end": 30, "kind": "count", "value": 45, "unit": "lớp học", "modifier": "gt", "of": "lớp học"}
    ],
    "dates": [],
    "quotes": [],
    "people": [],
    "education": True,
}


def test_standoff_holds_no_text_and_comes_back_whole_with_it():
    line = to_standoff(ARTICLE, "some corpus")
    assert "text" not in line and "lớp" not in str(line["figures"][0].get("of", ""))
    (back,) = join([line], {"7": ARTICLE["text"]})
    assert back == ARTICLE


def test_another_text_and_a_missing_one_are_refused_by_name():
    line = to_standoff(ARTICLE, "some corpus")
    with pytest.raises(ValueError, match=r"document 7.*SHA-256"):
        list(join([line], {"7": ARTICLE["text"] + "."}))
    with pytest.raises(ValueError, match=r"document 7.*some corpus"):
        list(join([line], {}))


def test_gold_files_are_joined_with_a_parquet_corpus(tmp_path):
    import json

    title, lead, body = ARTICLE["text"].split("\n")
    pq.write_table(pa.table({"id": ["7"], "title": [title], "lead": [lead], "body": [body]}), tmp_path / "c.parquet")
    (tmp_path / "g.jsonl").write_text(json.dumps(to_standoff(ARTICLE, "c")) + "\n", encoding="utf-8")
    assert article_text(title, lead, body) == ARTICLE["text"]
    assert read_gold([tmp_path / "g.jsonl"], [tmp_path / "c.parquet"]) == [ARTICLE]


def test_the_shipped_gold_of_real_articles_holds_no_text(root: Path):
    import json

    lines = [
        json.loads(line)
        for line in (root / "corpus" / "gold" / "baomoi.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) >= 60 and all(len(line["sha256"]) == 64 for line in lines)
    for line in lines:
        assert "text" not in line
        for kind in ("entities", "figures", "dates", "quotes"):
            assert all("text" not in fact and "of" not in fact for fact in line[kind])


def test_the_command_joins_standoff_annotation_with_its_texts(tmp_path, capsys):
    import json

    row = {"id": "7", "title": "Tựa bài", "lead": "Sapo", "body": "Trường có hơn 45 lớp học."}
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "news.parquet")
    gold, out = tmp_path / "gold.jsonl", tmp_path / "joined.jsonl"
    gold.write_text(json.dumps(to_standoff(ARTICLE, "some corpus"), ensure_ascii=False), encoding="utf-8")
    command = ["join", str(gold), "--corpus", str(tmp_path / "news.parquet"), "-o", str(out)]
    assert main(command) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == ARTICLE
    gold.write_text(json.dumps(to_standoff(ARTICLE | {"id": "8"}, "some corpus")), encoding="utf-8")
    assert main(command) == 2 and "document 8" in capsys.readouterr().err
