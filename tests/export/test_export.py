"""A data set in the forms of other tools, and corrected annotation back into gold."""

import json

import pyarrow.parquet as pq
import pytest

import trichtin
from trichtin.cli import main
from trichtin.export import articles, brat, label_studio

TEXT = "Trường mới 😀 ở Nghệ An\nGD&TĐ - Ngày 5/9/2023, Sở GD&ĐT Nghệ An cho biết tỉnh thiếu 1.200 giáo viên.\n“Chúng tôi thiếu\nthầy cô”, bà Lê Thị Sen, Giám đốc Sở GD&ĐT Nghệ An, nói."


@pytest.fixture(scope="module")
def dataset(samples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    (folder / "emoji.jsonl").write_text(json.dumps({"id": "emoji", "text": TEXT}), encoding="utf-8")
    return trichtin.extract_dataset([samples, folder / "emoji.jsonl"], folder / "set")


def export(dataset, form, target):
    assert main(["export", str(dataset), "--format", form, "-o", str(target)]) == 0
    return target


def spans(gold):
    return {
        (kind, fact["start"], fact["end"], fact.get("label") or fact.get("kind"))
        for kind in brat.KINDS
        for fact in gold[kind]
    }


def test_docbin_is_read_by_spacy_with_entities_and_span_groups(dataset, tmp_path):
    import spacy
    from spacy.tokens import DocBin

    path = export(dataset, "docbin", tmp_path / "set.spacy")
    docs = list(
        DocBin()
        .from_disk(path)
        .get_docs(
            spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "trichtin.SyllableTokenizer.v1"}}}).vocab
        )
    )
    assert len(docs) == 40
    emoji = next(doc for doc in docs if doc.user_data["id"] == "emoji")
    assert emoji.text == TEXT and "LOC" in {ent.label_ for ent in emoji.ents}
    assert [span.text for span in emoji.spans["figures"]] == ["1.200"]
    assert sum(len(doc.spans["quotes"]) for doc in docs) > 100


def test_conll_gives_back_the_entities(dataset, tmp_path):
    path = export(dataset, "conll", tmp_path / "set.conll")
    parts = path.read_text(encoding="utf-8").split("# id = emoji\n")[1].split("# id = ")[0]
    tagged = [line.split("\t") for line in parts.splitlines() if line]
    names, held = [], []
    for word, tag in [*tagged, ("", "O")]:
        if held and not tag.startswith("I-"):
            names.append(" ".join(held))
            held = []
        if tag != "O":
            held.append(word)
    known = next(article for article in articles(dataset) if article["id"] == "emoji")
    assert "Nghệ An" in names and len(names) == len(known["entities"])


@pytest.mark.parametrize("form, target", [("brat", "folder"), ("label-studio", "tasks.json")])
def test_annotation_goes_out_and_comes_back_as_gold(dataset, tmp_path, form, target):
    path = export(dataset, form, tmp_path / target)
    assert main(["export", str(path), "--format", form, "--back", "-o", str(tmp_path / "gold.jsonl")]) == 0
    gold = {g["id"]: g for g in map(json.loads, (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines())}
    assert len(gold) == 40
    for article in articles(dataset):
        back = gold[article["id"]]
        assert back["text"] == article["text"] and spans(back) == spans(article)
        for kind in brat.KINDS:
            for fact, other in zip(
                back[kind], sorted(article[kind], key=lambda f: (f["start"], f["end"])), strict=True
            ):
                assert {key: fact[key] for key in brat.VALUES[kind]} == {key: other[key] for key in brat.VALUES[kind]}
        assert [p["name"] for p in back["people"]] == [p["name"] for p in article["people"]]


def test_a_correction_in_brat_reaches_the_gold(dataset, tmp_path):
    folder = export(dataset, "brat", tmp_path / "folder")
    number = next(n for n, known in json.loads((folder / "ids.json").read_text()).items() if known["id"] == "emoji")
    path = folder / f"{number}.ann"
    path.write_text(path.read_text().replace('"value": 1200.0', '"value": 1300.0') + "T99\tPROG 0 6\tTrường\n")
    gold = next(g for g in brat.read(folder) if g["id"] == "emoji")
    assert gold["figures"][0]["value"] == 1300.0 and gold["entities"][0] == {"start": 0, "end": 6, "label": "PROG"}
    path.write_text("T1 nonsense\n")
    with pytest.raises(ValueError, match=r"\.ann:1: is no text-bound annotation"):
        list(brat.read(folder))


def test_label_studio_counts_as_javascript_does(dataset):
    article = next(article for article in articles(dataset) if article["id"] == "emoji")
    figure = next(
        item
        for item in label_studio.task(article)["predictions"][0]["result"]
        if item["value"].get("labels") == ["figure_count"]
    )
    wide = TEXT.encode("utf-16-le")
    assert wide[2 * figure["value"]["start"] : 2 * figure["value"]["end"]].decode("utf-16-le") == "1.200"


def test_followthemoney_entities_refer_to_each_other(dataset, tmp_path):
    path = export(dataset, "followthemoney", tmp_path / "set.ftm.json")
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = {entity["id"] for entity in found}
    assert {"Article", "Person", "Organization", "Employment", "Mention", "Note"} == {e["schema"] for e in found}
    for entity in found:
        for name in ("document", "resolved", "employee", "employer", "proof"):
            assert set(entity["properties"].get(name, [])) <= ids
    names = {e["properties"]["name"][0] for e in found if e["schema"] == "Person"}
    assert "Lê Thị Sen" in names


def test_geojson_has_a_point_a_province_inside_the_country(dataset, tmp_path):
    path = export(dataset, "geojson", tmp_path / "set.geojson")
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert len(collection["features"]) == 63 and collection["source"]
    for feature in collection["features"]:
        x, y = feature["geometry"]["coordinates"]
        assert 102 < x < 110 and 8 < y < 24
    nghe_an = next(f for f in collection["features"] if f["properties"]["province"] == "Nghệ An")
    assert nghe_an["properties"]["mentions"] >= 2


def test_the_derived_table_holds_no_text(dataset, tmp_path):
    path = export(dataset, "derived", tmp_path / "derived" / "facts.parquet")
    table = pq.read_table(path).to_pylist()
    assert {row["kind"] for row in table} == {"entity", "figure", "quote"}
    longest = max(len(str(value)) for row in table for value in row.values() if isinstance(value, str))
    quotes = [quote["text"] for article in articles(dataset) for quote in article["quotes"]]
    assert longest < 120 and not {value for row in table for value in row.values()} & set(quotes)
    counted = [row["of"] for row in table if row["of"]]
    assert all(len({r["article"] for r in table if r["of"] == of}) > 1 for of in set(counted))


def test_wrong_use_is_told(dataset, tmp_path, capsys):
    assert main(["export", str(tmp_path), "--format", "conll", "-o", str(tmp_path / "x")]) == 2
    assert "holds no table" in capsys.readouterr().err
    assert main(["export", str(tmp_path), "--format", "brat", "--back", "-o", str(tmp_path / "x")]) == 2
    assert "ids.json" in capsys.readouterr().err
    assert main(["export", str(tmp_path), "--format", "geojson", "--back", "-o", str(tmp_path / "x")]) == 2
    assert "--back takes brat or label-studio" in capsys.readouterr().err
