import copy
import json

import pytest

from trichtin.commands.evaluate import table
from trichtin.evaluate import evaluate, read_jsonl

GOLD = {
    "id": "g1",
    "text": "Bà An nói có 40 lớp.\nTin khác",
    "entities": [{"start": 3, "end": 5, "label": "PER"}],
    "figures": [{"start": 13, "end": 15, "kind": "count", "value": 40, "unit": "lớp", "of": "lớp"}],
    "dates": [],
    "quotes": [{"start": 10, "end": 19, "kind": "indirect", "speaker": "Lê Thị An", "cue": "nói"}],
    "people": [{"name": "Lê Thị An", "titles": [], "role": "Giám đốc", "organization": ""}],
    "education": True,
    "lines": [[0, 20, "body", True], [21, 29, "heading", False]],
}


def record(**changes):
    out = copy.deepcopy(GOLD) | {"education": {"label": True, "score": 1.0}}
    out["blocks"] = [
        {"start": 0, "end": 20, "kind": "body", "keep": True},
        {"start": 21, "end": 29, "kind": "heading", "keep": False},
    ]
    return out | changes


def test_the_gold_itself_scores_one():
    result = evaluate([GOLD], [record()])
    for name in (
        "entities strict",
        "PER",
        "figures value",
        "quotes IoU 0.8 + speaker",
        "people name+role+organisation",
    ):
        assert result.scores[name].f1 == 1.0
    assert result.rates == {
        "figures unit": 1.0,
        "figures modifier": 1.0,
        "education": 1.0,
        "leaked": 0,
        "unscorable": 0,
    }


@pytest.mark.parametrize(
    "changes, measure, expected",
    [
        ({"entities": [{"start": 0, "end": 5, "label": "PER"}]}, "entities strict", 0.0),
        ({"entities": [{"start": 0, "end": 5, "label": "PER"}]}, "entities overlap", 1.0),
        ({"figures": [{"start": 13, "end": 15, "kind": "count", "value": 41}]}, "figures value", 0.0),
        ({"quotes": [{"start": 10, "end": 19, "speaker": "bà Lê Thị An"}]}, "quotes IoU 0.8 + speaker", 1.0),
        ({"quotes": [{"start": 10, "end": 19, "speaker": "Lê Thị Ân"}]}, "quotes IoU 0.8 + speaker", 0.0),
        ({"quotes": [{"start": 0, "end": 19, "speaker": "Lê Thị An"}]}, "quotes IoU 0.3 + speaker", 1.0),
        ({"quotes": [{"start": 0, "end": 19, "speaker": "Lê Thị An"}]}, "quotes IoU 0.8", 0.0),
        ({"text": "Khác"}, "entities strict", 0.0),
    ],
)
def test_what_counts_as_right(changes, measure, expected):
    assert evaluate([GOLD], [record(**changes)]).scores[measure].f1 == expected


def test_a_fact_in_an_unrelated_line_is_a_leak():
    leaking = record(dates=[{"start": 21, "end": 24, "iso": "2020"}])
    assert evaluate([GOLD], [leaking]).rates["leaked"] == 1


def test_gold_of_lines_only_is_measured_by_its_lines():
    lines_only = {key: GOLD[key] for key in ("id", "text", "lines")}
    found = evaluate([lines_only], [record(blocks=[])]).summary()
    assert set(found) == {"filter: unrelated lines dropped", "filter: article lines kept", "leaked", "unscorable"}
    assert found["filter: article lines kept"] == 0


def test_the_referees_own_figures_for_damaged_records(root, samples):
    """The annotation contract's referee was run once over the samples with this damage; its figures are kept here."""
    gold = read_jsonl(samples.parent / "gold" / "samples.jsonl")
    expected = json.loads((root / "tests" / "data" / "referee.json").read_text(encoding="utf-8"))
    assert evaluate(gold, [damage(article) for article in gold]).summary() == expected


def damage(article):
    """Spoil a gold article into a record in a fixed way: some facts lost, moved, doubled, changed."""
    out = copy.deepcopy(article)
    out["education"] = {"label": len(article["text"]) % 5 > 0}
    out["blocks"] = [
        {"start": s, "end": e, "kind": kind, "keep": bool(keep) ^ (k % 11 == 3)}
        for k, (s, e, kind, keep) in enumerate(article["lines"])
    ]
    out["entities"] = [
        e | ({"end": e["end"] + 1} if k % 7 == 2 else {}) for k, e in enumerate(out["entities"]) if k % 5
    ]
    out["figures"] = [
        f | ({"value": f["value"] + 1} if k % 6 == 1 else {"unit": "cái"})
        for k, f in enumerate(out["figures"])
        if k % 4
    ]
    out["dates"] = [d for k, d in enumerate(out["dates"]) if k % 3 != 1]
    dropped = next((line for line in article["lines"] if line[3] is False), None)
    if dropped:  # a fact from a line that is not the article's
        out["dates"].append({"start": dropped[0], "end": dropped[1], "iso": "1999"})
    out["quotes"] = [
        q
        | {
            "start": q["start"] + (len(article["text"][q["start"] : q["end"]]) // 3) * (k % 2),
            "speaker": q["speaker"] if k % 3 else "ai đó",
        }
        for k, q in enumerate(out["quotes"])
    ]
    out["people"] = [p | ({"role": "?"} if k % 3 == 0 else {}) for k, p in enumerate(out["people"])]
    return out


def test_the_table_names_every_measure():
    shown = table(evaluate([GOLD], [record()]))
    assert "entities strict" in shown and "leaked" in shown and "PER" in shown


def test_a_broken_line_is_named(tmp_path):
    (tmp_path / "g.jsonl").write_text('{"id": 1}\n{no\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"g\.jsonl:2: not JSON"):
        read_jsonl(tmp_path / "g.jsonl")


def test_the_naive_baseline_reads_marks_and_digits_only():
    from trichtin.baseline import extract_naively

    text = "Ông Trần Văn Khảm nói “Trường thiếu thầy” trước 1.200 em, đạt 97,5%."
    record = extract_naively({"id": "a", "text": text})
    assert [(q["speaker"], text[q["start"] : q["end"]]) for q in record["quotes"]] == [
        ("Ông Trần Văn Khảm", "Trường thiếu thầy")
    ]
    assert [(f["kind"], f["value"], f["unit"]) for f in record["figures"]] == [
        ("count", 1200.0, "em"),
        ("percent", 97.5, "%"),
    ]
