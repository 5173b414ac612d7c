import csv
import json

import pytest

from trichtin.store import TABLES, CsvWriter, JsonlWriter, rows, to_frames

RECORD = {
    "id": "p1", "source": "p1.txt", "url": None, "title": "Tựa, có dấu phẩy", "lead": None, "author": None,
    "published": "2024-05-17", "education": {"label": True, "score": 0.9}, "text": "Tựa, có dấu phẩy\n45 cô", "hash": "h",
    "blocks": [{"start": 0, "end": 16, "kind": "title", "keep": True, "score": 1.0}],
    "entities": [{"start": 0, "end": 3, "text": "Tựa", "label": "ORG", "entity_id": "org:tua", "province": "Hà Giang",
                  "province_2025": "Tuyên Quang"}],
    "figures": [{"start": 17, "end": 19, "text": "45", "kind": "count", "value": 45, "max": None, "unit": "cô",
                 "modifier": None, "of": "cô", "per": None, "score": 0.9}],
    "dates": [{"start": 0, "end": 3, "text": "Tựa", "iso": "2024", "resolved": None}],
    "quotes": [{"start": 0, "end": 3, "text": "Tựa", "kind": "direct", "speaker": "Bà \"Sáu\"", "speaker_id": None,
                "cue": "nói", "score": 0.8}],
    "people": [{"id": "per:sau", "name": "Sáu", "titles": ["TS", "NGƯT"], "role": "Giám đốc", "organization": "X",
                "aliases": ["bà Sáu"]}],
}  # fmt: skip


def test_an_aborted_run_leaves_nothing(tmp_path):
    for writer in (
        JsonlWriter(tmp_path / "a.jsonl"),
        CsvWriter(tmp_path / "a.csv", "quotes"),
    ):
        writer.write(RECORD)
        writer.abort()
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_csv_is_quoted_and_lists_are_joined(tmp_path):
    writer = CsvWriter(tmp_path / "people.csv", "people")
    writer.write(RECORD)
    writer.close()
    with open(tmp_path / "people.csv", encoding="utf-8", newline="") as stream:
        assert next(iter(csv.DictReader(stream)))["titles"] == "TS; NGƯT"


def test_jsonl_keeps_vietnamese_letters_readable(tmp_path):
    writer = JsonlWriter(tmp_path / "r.jsonl")
    writer.write(RECORD)
    writer.close()
    line = (tmp_path / "r.jsonl").read_text(encoding="utf-8")
    assert "Tựa, có dấu phẩy" in line and json.loads(line) == RECORD


def test_frames_have_every_table_even_without_rows():
    frames = to_frames([])
    assert set(frames) == set(TABLES) and list(frames["quotes"].columns)[:2] == ["id", "start"]
    assert to_frames([RECORD])["articles"].loc[0, "education_score"] == 0.9


def test_entities_carry_the_province_of_today_beside_that_of_the_article():
    assert next(rows(RECORD, "entities"))["province_2025"] == "Tuyên Quang"


def test_an_unknown_table_is_named_with_the_known_ones():
    with pytest.raises(ValueError, match=r"no table 'verbs'.*quotes"):
        list(rows(RECORD, "verbs"))
