"""The bundled sample pages: what a first-time user sees, measured against their gold annotation."""

import json

import pytest

import trichtin
from trichtin.evaluate import evaluate, read_jsonl
from trichtin.read import read


@pytest.fixture(scope="module")
def gold(samples):
    return read_jsonl(samples.parent / "gold" / "samples.jsonl")


@pytest.fixture(scope="module")
def records(samples):
    return list(trichtin.extract_many(read([samples])))


def test_there_are_enough_pages_and_each_has_its_gold(gold, records):
    assert len(gold) >= 24
    assert [r["id"] for r in records] == [g["id"] for g in gold]
    assert [r["text"] for r in records] == [g["text"] for g in gold]
    for article in gold:
        for kind in ("entities", "figures", "quotes"):
            assert article[kind], (article["id"], kind)


def test_the_layouts_differ(gold):
    """Boxes before the title, in the body, after the end; with headings and without; repeated captions."""

    def kinds(article):
        return [(kind, keep) for _, _, kind, keep in article["lines"]]

    def before(article):
        return any(k in ("related", "chrome") for k, _ in kinds(article)[: kinds(article).index(("title", True))])

    def within(article):
        labels = [k for k, _ in kinds(article)]
        last = len(labels) - 1 - labels[::-1].index("body")
        return "related" in labels[labels.index("body") : last]

    assert sum(map(before, gold)) >= 5 and sum(map(within, gold)) >= 5
    assert sum(("heading", False) not in kinds(a) for a in gold) >= 3
    assert sum(("caption", False) in kinds(a) for a in gold) >= 4
    assert sum(not a["education"] for a in gold) == 4


def test_the_samples_are_extracted_well(gold, records):
    result = evaluate(gold, records)
    floors = {
        "entities strict": 0.85,
        "figures value": 0.93,
        "dates": 0.95,
        "quotes IoU 0.8 + speaker": 0.74,
        "people name+role+organisation": 0.70,
        "filter: unrelated lines dropped": 0.95,
        "filter: article lines kept": 0.95,
    }
    found = result.summary()
    assert {name: found[name] for name in floors if found[name] < floors[name]} == {}
    assert found["leaked"] <= 5 and found["unscorable"] == 0 and found["education"] >= 0.96


def test_html_samples_drop_their_boxes(samples):
    for page in read([samples.parent / "samples_html"]):
        record = trichtin.extract(page)
        assert record["people"] and record["quotes"] and record["figures"], record["id"]
        assert any(not b["keep"] and b["kind"] == "related" for b in record["blocks"]), record["id"]
        assert record["published"]
        json.dumps(record)
