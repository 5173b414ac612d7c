import pytest

from trichtin.annotate import blank
from trichtin.annotate.people.component import find_people


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


UNIVERSITY = ("ORG", "Trường ĐH Pà Sin")


@pytest.mark.parametrize(
    "text, role, organization",
    [
        (
            "TS Lò Thị Mây - giám đốc tuyển sinh và hợp tác của Trường ĐH Pà Sin.",
            "giám đốc tuyển sinh và hợp tác",
            True,
        ),
        ("TS Lò Thị Mây (Trưởng phòng Đào tạo Trường ĐH Pà Sin) nói.", "Trưởng phòng Đào tạo", True),
        (
            "Trường ĐH Pà Sin mở cửa. Bà Lò Thị Mây - trưởng phòng đào tạo nhà trường - nói.",
            "trưởng phòng đào tạo",
            True,
        ),
        ("TS Lò Thị Mây, chuyên gia giáo dục, cho rằng.", "chuyên gia giáo dục", False),
        ("Theo chuyên gia tâm lý học đường Lò Thị Mây, việc này đúng.", "chuyên gia tâm lý học đường", False),
        ("Chị Lò Thị Mây, nhân viên điện lực cho biết.", "nhân viên điện lực", False),
        ("Bà Lò Thị Mây, giáo sư luật của Trường ĐH Pà Sin.", "giáo sư luật", True),
        ("Bạn Lò Thị Mây, học viên cao học Trường ĐH Pà Sin, kể.", "học viên cao học", True),
        ("Bạn Lò Thị Mây (học lớp 7) kể.", "học lớp 7", False),
        ("Bạn Lò Thị Mây, học sinh lớp 9/1, kể.", "học sinh lớp 9/1", False),
        ("Anh Lò Thị Mây, quê xã Sim, là sinh viên Trường ĐH Pà Sin.", "sinh viên", True),
        ("Bà Lò Thị Mây, người từng là Hiệu trưởng Trường ĐH Pà Sin, nói.", "Hiệu trưởng", True),
        ("Bà Lò Thị Mây chủ tọa cuộc họp.", None, False),
        ("Độc giả Lò Thị Mây hỏi.", "Độc giả", False),
        ("Trao đổi với phóng viên, bà Lò Thị Mây vui vẻ.", None, False),
        ("Ca sĩ - diễn viên Lò Thị Mây hát.", "Ca sĩ - diễn viên", False),
        ("Con trai bà Lò Thị Mây đang là học sinh lớp 11.", None, False),
    ],
)
def test_a_role_has_all_its_words_and_no_more(text, role, organization):
    found = people(text, "Lò Thị Mây", UNIVERSITY).get("Lò Thị Mây", ([], None, ""))
    assert found[1:] == (role, "Trường ĐH Pà Sin" if organization else "")


@pytest.mark.parametrize(
    "text, unit, parent, role",
    [
        ("TS Lò Thị Mây, Trưởng khoa Luật, Trường ĐH Pà Sin.", "khoa Luật", "Trường ĐH Pà Sin", "Trưởng khoa Luật"),
        ("TS Lò Thị Mây, Phó chánh Thanh tra Sở Y tế Pà Sin.", "Thanh tra Sở Y tế Pà Sin", "Sở Y tế Pà Sin", None),
        ("Cục trưởng Cục Học liệu (Bộ Y tế) Lò Thị Mây nói.", "Cục Học liệu", "Bộ Y tế", "Cục trưởng"),
    ],
)
def test_the_chief_of_an_inner_office_is_an_officer_of_its_body(text, unit, parent, role):
    found = people(text, "Lò Thị Mây", ("ORG", unit), ("ORG", parent))["Lò Thị Mây"]
    whole = unit if role == "Cục trưởng" else parent
    assert found[1:] == (role or "Phó chánh Thanh tra", whole)


@pytest.mark.parametrize(
    "text, organization, expected",
    [
        ("Công ty Mía đường Sim (MISIM) lãi. Bà Lò Thị Mây, giám đốc MISIM, vui.", "MISIM", "Công ty Mía đường Sim"),
        ("Công ty du lịch Simtour mở. Bà Lò Thị Mây, giám đốc Simtour, vui.", "Simtour", "Công ty du lịch Simtour"),
        ("Phó chủ tịch MU, Lò Thị Mây, nói về Manchester United.", "MU", "Manchester United"),
    ],
)
def test_a_short_name_of_a_body_stands_for_the_full_one(text, organization, expected):
    nlp = blank()
    doc = nlp.make_doc(text)
    at = [(text.find("Lò Thị Mây"), "Lò Thị Mây", "PER"), (text.find(expected), expected, "ORG")]
    at += [
        (k, organization, "ORG") for k in (text.rfind(organization + ","), text.find(f"({organization})") + 1) if k > 0
    ]
    doc.ents = [doc.char_span(k, k + len(name), label=label) for k, name, label in at]
    assert [p.organization for p in find_people(doc)] == [expected]


@pytest.mark.parametrize(
    "text, entities, role, organization",
    [
        ("Thứ trưởng Lò Thị Mây ký. Bộ GD&ĐT nói rõ.", [("ORG", "Bộ GD&ĐT")], "Thứ trưởng", "Bộ GD&ĐT"),
        ("Bộ trưởng Y tế Lò Thị Mây nói. Bộ Y tế ra văn bản.", [("ORG", "Bộ Y tế")], "Bộ trưởng", "Bộ Y tế"),
        ("Phó Thủ tướng Lò Thị Mây họp. Chính phủ nói.", [("ORG", "Chính phủ")], "Phó Thủ tướng", "Chính phủ"),
        ("TAND Pà Sin xử. Thẩm phán Lò Thị Mây chủ tọa.", [("ORG", "TAND Pà Sin")], "Thẩm phán", "TAND Pà Sin"),
        ("Bà Lò Thị Mây, Phó Chủ tịch phường Sim, nói.", [("LOC", "phường Sim")], "Phó Chủ tịch", "phường Sim"),
        ("Trường MN Sim đóng cửa. Cô giáo Lò Thị Mây nghỉ.", [("ORG", "Trường MN Sim")], "Cô giáo", "Trường MN Sim"),
        ("Trường MN Sim đóng cửa. Bé Lò Thị Mây đã khỏe.", [("ORG", "Trường MN Sim")], "", "Trường MN Sim"),
        ("Tại Trường MN Sim, hiệu trưởng trường này – bà Lò Thị Mây nói.", [("ORG", "Trường MN Sim")], "hiệu trưởng", "Trường MN Sim"),
    ],
)  # fmt: skip
def test_the_body_that_a_post_implies(text, entities, role, organization):
    assert people(text, "Lò Thị Mây", *entities)["Lò Thị Mây"][1:] == (role, organization)


def test_pupils_share_class_and_school_of_the_last():
    found = people(
        "Hai học sinh Vi Văn Sấu và Lò Thị Mây, đều là học sinh lớp 12 Trường THPT Đồi Sim.",
        "Vi Văn Sấu", "Lò Thị Mây", SCHOOL,
    )  # fmt: skip
    assert {tuple(post[1:]) for post in found.values()} == {("học sinh lớp 12", "Trường THPT Đồi Sim")}


def test_a_byline_has_no_part_in_the_caption_below_it():
    assert "Tẩn Mẩy" not in people("Mưa to.\nTẩn Mẩy\nCa sĩ Lò Thị Mây.", "Tẩn Mẩy", "Lò Thị Mây")
