"""The annotate stage in spaCy's hands: components one by one, the packaged pipeline, spaCy's own tools."""

import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin

from trichtin.annotate import COMPONENTS

TEXT = "Bà Đào Thị Nhài, Hiệu trưởng Trường THPT Sông Vàng, cho biết: Năm 2023, trường tuyển  hơn 450 học sinh.\n\nHết."


def test_a_component_works_in_a_pipeline_of_another_tokenizer():
    nlp = spacy.blank("xx")
    nlp.add_pipe("trichtin_figures")
    (figure,) = nlp("Trường tuyển hơn 450 học sinh.")._.figures
    assert (figure.value, figure.modifier, figure.unit, figure.text) == (450, "gt", "học sinh", "450")


def test_each_component_can_be_added_alone():
    for name in COMPONENTS:
        nlp = spacy.blank("xx")
        nlp.add_pipe(name)
        assert nlp(TEXT).text == TEXT


def test_the_packaged_pipeline_loads_by_name_and_keeps_the_text():
    nlp = spacy.load("vi_trichtin_news")
    doc = nlp(TEXT)
    assert doc.text == TEXT and nlp.meta["lang"] == "vi"
    assert {(e.text, e.label_) for e in doc.ents} >= {("Đào Thị Nhài", "PER"), ("Trường THPT Sông Vàng", "ORG")}


def test_displacy_json_and_docbin_take_its_documents(nlp):
    doc = nlp(TEXT)
    assert "Đào Thị Nhài" in displacy.render(doc, style="ent", jupyter=False)
    again = Doc(nlp.vocab).from_json(doc.to_json())
    assert [e.text for e in again.ents] == [e.text for e in doc.ents]
    (stored,) = DocBin(docs=[doc]).get_docs(nlp.vocab)
    assert stored.text == TEXT


def test_two_processes_find_what_one_finds():
    nlp = spacy.load("vi_trichtin_news")
    texts = [f"{TEXT} Số {k}." for k in range(6)]
    alone = [[(e.text, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]
    assert alone == [[(e.text, e.label_) for e in doc.ents] for doc in nlp.pipe(texts, n_process=2, batch_size=2)]


def test_the_pipeline_survives_disk_and_bytes(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    fresh = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "trichtin.SyllableTokenizer.v1"}}})
    fresh.add_pipe("trichtin_entities").from_bytes(nlp.get_pipe("trichtin_entities").to_bytes())
    expected = [(e.text, e.label_) for e in nlp(TEXT).ents]
    assert [(e.text, e.label_) for e in loaded(TEXT).ents] == expected == [(e.text, e.label_) for e in fresh(TEXT).ents]
