"""The whole road over one page: what a reader of the record relies on."""

import json

import pytest

import trichtin
from trichtin.facts import BLOCK_KINDS, ENTITY_LABELS, FIGURE_KINDS, MODIFIERS, QUOTE_KINDS


def test_every_fact_is_the_text_at_its_offsets_inside_a_kept_block(record):
    kept = [(b["start"], b["end"]) for b in record["blocks"] if b["keep"]]
    facts = [f for kind in ("entities", "figures", "dates", "quotes") for f in record[kind]]
    assert len(facts) > 12
    for fact in facts:
        assert record["text"][fact["start"] : fact["end"]] == fact["text"] != ""
        assert any(start <= fact["start"] and fact["end"] <= end for start, end in kept)


def test_people_with_title_role_and_organisation(record):
    people = {p["name"]: (p["titles"], p["role"], p["organization"]) for p in record["people"]}
    school = "Trường Cao đẳng Sư phạm Sông Vàng"
    assert people["Đào Thị Nhài"] == (["TS"], "Hiệu trưởng", school)
    assert people["Lâm Văn Khởi"] == (["ThS"], "Phó Hiệu trưởng", school)


def test_figures_with_modifier_and_what_they_count(record):
    three = [f for f in record["figures"] if f["value"] == 3000]
    assert len(three) == 3, "title, lead, and the caption once"
    assert {f["modifier"] for f in three} == {"approx"}
    assert all(f["of"].startswith("giáo viên mầm non") for f in three)
    assert [(f["value"], f["unit"]) for f in record["figures"] if f["kind"] == "percent"] == [(96.5, "%")]
    assert [(f["value"], f["unit"]) for f in record["figures"] if f["kind"] == "duration"] == [(5, "ngày")]


def test_dates(record):
    assert [d["iso"] for d in record["dates"]] == ["2023-06-12"]


def test_quotes_direct_and_indirect_with_their_speakers(record):
    direct = [q for q in record["quotes"] if q["kind"] == "direct"]
    assert [(q["speaker"], q["cue"]) for q in direct] == [("Lâm Văn Khởi", "nhấn mạnh")]
    assert direct[0]["text"].startswith("Chúng tôi sẽ đến") and direct[0]["text"].endswith("học thêm")
    said = {(q["speaker"], q["cue"]): q["text"] for q in record["quotes"] if q["kind"] == "indirect"}
    assert said["Lâm Văn Khởi", "cho rằng"].rstrip(".") == "các trường cần diễn tập mỗi học kỳ"


def test_nothing_of_the_box_behind_the_article_reaches_the_record(record):
    box = record["text"].index("Tin tiêu điểm")
    assert all(not b["keep"] for b in record["blocks"] if b["start"] >= box)
    told = json.dumps([record[k] for k in ("entities", "figures", "dates", "quotes", "people")], ensure_ascii=False)
    for leaked in ("Na Uy", "Ukraine", "12,5", "3/4", "USD"):
        assert leaked not in told


def test_a_caption_that_is_printed_twice_is_kept_once(record):
    captions = [b for b in record["blocks"] if record["text"][b["start"] : b["end"]].startswith("Gần 3000")]
    assert [b["keep"] for b in captions] == [True, False]


def test_the_record_keeps_the_contract(record):
    assert {"id", "source", "title", "lead", "published", "education", "text", "blocks"} <= set(record)
    assert record["title"].startswith("Gần 3 nghìn") and record["lead"].startswith("GD&TĐ - Đại diện")
    assert record["education"]["label"] is True and 0 <= record["education"]["score"] <= 1
    lines = [line.strip() for line in record["text"].split("\n") if line.strip()]
    assert [record["text"][b["start"] : b["end"]] for b in record["blocks"]] == lines
    assert {b["kind"] for b in record["blocks"]} <= set(BLOCK_KINDS)
    assert {e["label"] for e in record["entities"]} <= set(ENTITY_LABELS)
    assert {f["kind"] for f in record["figures"]} <= set(FIGURE_KINDS)
    assert {f["modifier"] for f in record["figures"]} <= {*MODIFIERS, None}
    assert {q["kind"] for q in record["quotes"]} <= set(QUOTE_KINDS)
    assert json.loads(json.dumps(record)) == record, "plain JSON values only"


def test_mentions_of_one_person_share_an_id_with_the_quote(record):
    ids = {e["entity_id"] for e in record["entities"] if e["label"] == "PER" and "Khởi" in e["text"]}
    assert ids == {"per:lam-van-khoi"} == {q["speaker_id"] for q in record["quotes"] if q["speaker"] == "Lâm Văn Khởi"}


def test_the_text_is_put_into_the_records_form(page):
    assert trichtin.extract("\ufeffMột dòng\r\nHai\r\n\r\n")["text"] == "Một dòng\nHai"
    decomposed = trichtin.extract("Ho\u0323c sinh")
    assert decomposed["text"] == "Học sinh"


@pytest.mark.parametrize("text", ["", " \n\n", ".", "“”", "12", "a\u0300" * 50, "\u200b", "🎓" * 10])
def test_texts_with_nothing_in_them_give_records_with_nothing_in_them(text):
    record = trichtin.extract(text)
    assert record["people"] == [] and record["quotes"] == []


def test_many_pages_stream_in_order_and_a_bad_one_costs_itself_only(page, tmp_path):
    good = tmp_path / "a.txt"
    good.write_text(page, encoding="utf-8")
    errors = []
    stream = trichtin.extract_many(iter([page, tmp_path / "missing.txt", good]), errors=errors)
    first = next(stream)
    assert first["id"] == "page-0001"
    rest = list(stream)
    assert [r["text"] for r in rest] == [first["text"]]
    assert len(errors) == 1 and "missing.txt" in str(errors[0])


def test_extract_of_something_else_says_what_it_takes():
    with pytest.raises(TypeError, match="text or a Page"):
        trichtin.extract(b"bytes")


def test_frames_of_records(record):
    tables = trichtin.to_frames([record])
    assert len(tables["quotes"]) == len(record["quotes"]) and set(tables["quotes"]["id"]) == {"song-vang"}


def test_relative_dates_stand_apart_and_are_resolved_from_the_day_of_publication():
    text = "Trường họp về học phí\nHôm qua, Trường THPT Đồi Sim họp phụ huynh về học phí của năm học 2020-2021, ngày 20/4 vừa qua."
    record = trichtin.extract(text, published="2021-05-03")
    assert [(d["text"], d["iso"], d["resolved"]) for d in record["relative_dates"]] == [("Hôm qua", "", "2021-05-02")]
    assert [(d["iso"], d["resolved"]) for d in record["dates"]][-1] == ("--04-20", "2021-04-20")
    from trichtin.store.schema import rows

    first = next(rows(record, "dates"))
    assert (first["iso"], first["resolved"]) == (None, "2021-05-02")
    assert trichtin.extract(text)["relative_dates"] == []


def test_read_can_be_called_after_its_module_was_imported(samples):
    import trichtin.read  # as anything inside the package does

    assert len(list(trichtin.read([samples]))) == 39
