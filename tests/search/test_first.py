import pytest

from trichtin.search import Filters, build_index, facets, open_db, search, to_frame


@pytest.fixture(scope="session")
def facts_db(samples, tmp_path_factory):
    """The bundled sample pages, extracted and indexed."""
    from trichtin.batch.run import Batch, run

    folder = tmp_path_factory.mktemp("search")
    run(Batch([str(samples)], str(folder / "set")))
    build_index(folder / "set", folder / "facts.db")
    return folder / "facts.db"


@pytest.fixture
def db(facts_db):
    connection = open_db(facts_db)
    yield connection
    connection.close()


def test_words_are_found_without_tone_marks(db):
    marked, plain, loud = (search(db, q, limit=100) for q in ("giáo viên", "giao vien", "GIAO VIEN"))
    assert marked.total and {f["id"] for f in marked.facts} <= {f["id"] for f in plain.facts}
    assert [f["id"] for f in plain.facts] == [f["id"] for f in loud.facts]
    found = {f["sentence"][a:b].lower() for f in marked.facts for a, b in f["matches"]}
    assert found <= {"giáo viên", "gv"}


def test_the_match_is_marked_in_the_sentence(db):
    for fact in search(db, "giao vien").facts:
        assert {fact["sentence"][a:b].lower() for a, b in fact["matches"]} == {"giáo viên"}


def test_filters_and_facets(db):
    page = search(db, "giáo viên", Filters(kind="figure", min_value=100))
    assert page.facts and all(f["kind"] == "figure" and (f["max"] or f["value"]) >= 100 for f in page.facts)
    assert dict(facets(db, "giáo viên")["kind"])["figure"] >= page.total
    assert len(to_frame(page)) == len(page.facts)


def test_a_facet_counts_what_the_results_hold(db):
    for query in ("giao vien", "day hoc", "trường học sinh"):
        page, counts = search(db, query, Filters(kind="figure"), limit=1000), facets(db, query, Filters(kind="figure"))
        assert dict(counts["kind"])["figure"] == page.total


def test_words_side_by_side_come_before_words_apart(tmp_path):
    import json

    from trichtin.batch.run import Batch, run

    texts = [
        "Cô dạy 5 lớp và làm thêm 2 việc ở thư viện.",
        "Thầy chỉ dạy thêm 3 buổi một tuần.",
        "Thêm 4 người dạy vẽ.",
    ]
    title = "Huyện Pà Sin thiếu giáo viên tiếng Anh"
    lead = "GD&TĐ - Phòng GD&ĐT huyện Pà Sin cho biết các trường tiểu học của huyện còn thiếu giáo viên tiếng Anh."
    lines = [json.dumps({"id": str(k), "text": f"{title}\n{lead} {text}"}) for k, text in enumerate(texts)]
    (tmp_path / "p.jsonl").write_text("\n".join(lines))
    run(Batch([str(tmp_path / "p.jsonl")], str(tmp_path / "set")))
    build_index(tmp_path / "set", tmp_path / "facts.db")
    found = search(open_db(tmp_path / "facts.db"), "day them", Filters(kind="figure")).facts
    assert "dạy thêm" in found[0]["sentence"] and len({fact["sentence"] for fact in found}) == 3


def test_a_word_is_read_from_the_right(db):
    from trichtin.search.find import lexicon
    from trichtin.search.query import parse

    terms = [" ".join(word.folded for word in term.words) for term in parse("thieu giao vien", lexicon()).terms]
    assert terms == ["thieu", "giao vien"]


# Questions over the sample pages, as people type them, and what the answer's sentence or speaker must hold.
TASKS = [
    ("bao nhieu hieu truong hoan thanh mo dun 3", "2000"),
    ("PGS.TS Hồ Thị Kim Ngần nói gì", "Hồ Thị Kim Ngần"),
    ("thieu giao vien gia lai", "1.500"),
    ("giáo viên Trường Tiểu học Đăk Pling", "11"),
    ("ty le de kiem tra nang ve ghi nho", "38,5%"),
    ("giao vien THCS Tuyen Quang hoc ra de", "600"),
    ("Ben Tre tap huan day hoc tich hop", "340"),
    ("gia sach giao khoa lop 1", "179.000"),
    ("luong thu ha noi gi", "Lương Thu Hà"),
    ("Đỗ Khắc Tuân câu hỏi tốt", "Đỗ Khắc Tuân"),
]


@pytest.mark.parametrize("query, answer", TASKS)
def test_the_answer_is_on_the_first_page(db, query, answer):
    page = search(db, query, limit=20)
    assert any(answer in f"{fact['sentence']} {fact['speaker']}" for fact in page.facts)
