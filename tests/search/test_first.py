import pytest

from trichtin.search import Filters, build_index, facets, open_db, search, to_frame


@pytest.fixture(scope="session")
def facts_db(samples, tmp_path_factory):
    """The bundled sample pages, extracted and indexed."""
    from trichtin import extract_many
    from trichtin.read import read
    from trichtin.store import ParquetWriter

    folder = tmp_path_factory.mktemp("search")
    writer = ParquetWriter(folder / "set")
    for record in extract_many(read([str(samples)])):
        writer.write(record)
    writer.close()
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
