import pytest

from trichtin.annotate import blank
from trichtin.annotate.people import find_people


def people(text, *entities):
    """Find people with the given names as entities: PER unless written ("ORG", name)."""
    nlp = blank()
    doc = nlp.make_doc(text)
    spans = []
    for entity in entities:
        label, name = entity if isinstance(entity, tuple) else ("PER", entity)
        at = text.find(name)
        while at >= 0:
            spans.append(doc.char_span(at, at + len(name), label=label))
            at = text.find(name, at + len(name))
    from spacy.util import filter_spans

    doc.ents = filter_spans([span for span in spans if span is not None])
    return {p.name: (p.titles, p.role, p.organization) for p in find_people(doc)}


SCHOOL = ("ORG", "Trường THPT Đồi Sim")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Bà Lê Thị Mận, Hiệu trưởng Trường THPT Đồi Sim, cho biết.", ([], "Hiệu trưởng", "Trường THPT Đồi Sim")),
        (
            "TS Lê Thị Mận - Phó Hiệu trưởng Trường THPT Đồi Sim nói.",
            (["TS"], "Phó Hiệu trưởng", "Trường THPT Đồi Sim"),
        ),
        ("PGS.TS Lê Thị Mận – Hiệu trưởng Trường THPT Đồi Sim.", (["PGS.TS"], "Hiệu trưởng", "Trường THPT Đồi Sim")),
        ("Hiệu trưởng Trường THPT Đồi Sim Lê Thị Mận có mặt.", ([], "Hiệu trưởng", "Trường THPT Đồi Sim")),
        ("Hiệu trưởng Trường THPT Đồi Sim, bà Lê Thị Mận, vui mừng.", ([], "Hiệu trưởng", "Trường THPT Đồi Sim")),
        ("Bà Lê Thị Mận (Hiệu trưởng Trường THPT Đồi Sim) kể.", ([], "Hiệu trưởng", "Trường THPT Đồi Sim")),
        ("Em Lê Thị Mận (lớp 12A1, Trường THPT Đồi Sim) kể.", ([], "học sinh lớp 12A1", "Trường THPT Đồi Sim")),
        ("Em Lê Thị Mận, học sinh lớp 11B, Trường THPT Đồi Sim.", ([], "học sinh lớp 11B", "Trường THPT Đồi Sim")),
        ("Em Lê Thị Mận (16 tuổi), học sinh Trường THPT Đồi Sim.", ([], "học sinh", "Trường THPT Đồi Sim")),
        ("ThS Lê Thị Mận (Trường THPT Đồi Sim) nhận xét.", (["ThS"], "", "Trường THPT Đồi Sim")),
        (
            "Trường THPT Đồi Sim rất vui. Cô Lê Thị Mận, giáo viên nhà trường, nói.",
            ([], "giáo viên", "Trường THPT Đồi Sim"),
        ),
        ("Bà Lê Thị Mận (mẹ của em Tú) lo lắng.", ([], "mẹ của em", "")),
        ("Trao đổi với phụ huynh Lê Thị Mận vào sáng nay.", ([], "phụ huynh", "")),
    ],
)
def test_titles_role_and_organisation_around_a_name(text, expected):
    assert people(text, "Lê Thị Mận", SCHOOL)["Lê Thị Mận"] == expected


def test_a_head_of_unit_takes_the_unit_into_the_role():
    found = people(
        "Ông Vi Văn Sấu, Trưởng Phòng GD&ĐT huyện Mai Lâm, nói.", "Vi Văn Sấu", ("ORG", "Phòng GD&ĐT huyện Mai Lâm")
    )
    assert found["Vi Văn Sấu"] == ([], "Trưởng Phòng", "Phòng GD&ĐT huyện Mai Lâm")


def test_the_ministry_is_understood_from_its_field():
    text = "Thứ trưởng GD&ĐT Vi Văn Sấu tới dự. Bộ GD&ĐT sẽ xem xét."
    assert people(text, "Vi Văn Sấu", ("ORG", "Bộ GD&ĐT"))["Vi Văn Sấu"] == ([], "Thứ trưởng", "Bộ GD&ĐT")


def test_later_mentions_join_the_full_name_and_are_its_aliases():
    text = "Ông Hoạt lên tiếng\nTS Đinh Công Hoạt, Viện trưởng, nói. Ông Hoạt cười. Cô Lan, giáo viên, gật đầu."
    nlp = blank()
    doc = nlp.make_doc(text)
    doc.ents = [
        doc.char_span(text.find(n, k), text.find(n, k) + len(n), label="PER")
        for n, k in (("Hoạt", 0), ("Đinh Công Hoạt", 0), ("Hoạt", 60), ("Lan", 0))
    ]
    hoat, lan = find_people(doc)
    assert (hoat.name, hoat.role, hoat.titles) == ("Đinh Công Hoạt", "Viện trưởng", ["TS"])
    assert hoat.aliases == ["Ông Hoạt"]
    assert (lan.name, lan.role) == ("Lan", "giáo viên")


def test_a_list_shares_the_class_that_stands_at_its_end():
    found = people("Hai em Vi Văn Sấu và Lò Thị Mây (lớp 9A) đạt giải.", "Vi Văn Sấu", "Lò Thị Mây")
    assert {role for _, role, _ in found.values()} == {"học sinh lớp 9A"} and len(found) == 2


def test_the_parent_of_a_child_is_not_the_child():
    assert "Lò Thị Mây" not in people("Chị Sen là phụ huynh cháu Lò Thị Mây ở tổ 5.", "Lò Thị Mây")


@pytest.mark.parametrize(
    "text, role, organization",
    [
        ("Phó Vụ trưởng Vụ Học liệu, Bộ GD&ĐT Lò Thị Mây nói.", "Phó Vụ trưởng", "Vụ Học liệu"),
        ("Giám đốc Vụ Học liệu (VHL) Lò Thị Mây nói.", "Giám đốc", "Vụ Học liệu"),
        ("Bà Lò Thị Mây (SN 1980, trú tại xã Pà Sin, chuyên viên Vụ Học liệu) nói.", "chuyên viên", "Vụ Học liệu"),
        ("Bà Lò Thị Mây vừa được bổ nhiệm giữ chức Cục trưởng.", "Cục trưởng", ""),
        ("Hiệu trưởng Lò Thị Mây của Vụ Học liệu nói.", "Hiệu trưởng", "Vụ Học liệu"),
    ],
)
def test_chains_brackets_and_appointments(text, role, organization):
    found = people(text, "Lò Thị Mây", ("ORG", "Vụ Học liệu"), ("ORG", "Bộ GD&ĐT"))
    assert found["Lò Thị Mây"] == ([], role, organization)


def test_a_list_behind_a_plural():
    found = people(
        "Ba học sinh bị lạc gồm: Vi Văn Sấu, Lò Thị Mây (15 tuổi) và Tẩn Mẩy.", "Vi Văn Sấu", "Lò Thị Mây", "Tẩn Mẩy"
    )
    assert [role for _, role, _ in found.values()] == ["học sinh"] * 3
