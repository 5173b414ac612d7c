"""Posts as news tells them: with a seat, several in a row, in the next sentence, by the noun of a body."""

import pytest

SCHOOL, UNIVERSITY, OFFICE = "Trường THPT Đồi Sim", "Trường ĐH Pà Sin", "Sở GD&ĐT Pà Sin"


def posts(doc):
    """Return role and organisation of everybody whom a document profiles."""
    return {person.name: (person.role, person.organization) for person in doc._.people}


@pytest.mark.parametrize(
    "marked, expected",
    [
        # the body is named with its seat
        ("Hiệu trưởng [ORG Trường THPT Đồi Sim], [LOC huyện Mai], bà [PER Lò Mây] nói.", ("Hiệu trưởng", SCHOOL)),
        ("Đặc phái viên của [ORG Hội Sim] về [LOC Mai Lâm], [PER Lò Mây], nói.", ("Đặc phái viên", "Hội Sim")),
        ("Bộ trưởng Tài chính của [LOC Mai Lâm] [PER Lò Mây] nói.", ("Bộ trưởng Tài chính", "")),
        ("Nhà báo [LOC Mai Lâm] [PER Lò Mây] viết.", ("Nhà báo", "")),
        # of several posts the first that is more than a membership
        ("Giám đốc [ORG Sở GD&ĐT Pà Sin], Trưởng ban [ORG Ban Thi] [PER Lò Mây] nói.", ("Giám đốc", OFFICE)),
        ("Bà [PER Lò Mây], Tỉnh ủy viên, Giám đốc [ORG Sở GD&ĐT Pà Sin], nói.", ("Giám đốc", OFFICE)),
        ("Tổng Bí thư, Chủ tịch nước [PER Lò Mây] dự.", ("Tổng Bí thư, Chủ tịch nước", "")),
        # what she became, was then, was made the head of
        ("Bà [PER Lò Mây] (lúc đó là Giám đốc [ORG Sở GD&ĐT Pà Sin]) ký.", ("Giám đốc", OFFICE)),
        ("Bà [PER Lò Mây] đã trở thành Giám đốc [ORG Sở GD&ĐT Pà Sin].", ("Giám đốc", OFFICE)),
        ("Bà [PER Lò Mây] được luân chuyển, bổ nhiệm làm Giám đốc [ORG Sở GD&ĐT Pà Sin].", ("Giám đốc", OFFICE)),
        ("Bà [PER Lò Mây], người từng giữ chức Giám đốc [ORG Sở GD&ĐT Pà Sin], nói.", ("Giám đốc", OFFICE)),
        ("[ORG Ban Thi] do bà [PER Lò Mây] làm trưởng ban.", ("trưởng ban", "Ban Thi")),
        ("Tân Giám đốc [ORG Sở GD&ĐT Pà Sin] [PER Lò Mây] nói.", ("Giám đốc", OFFICE)),
        ("[PER Lò Mây] trở thành thủ lĩnh của nhóm.", None),
        # origin and age stand between
        ("Chị [PER Lò Mây] (30 tuổi, trú xã Sim) là giáo viên [ORG Trường THPT Đồi Sim].", ("giáo viên", SCHOOL)),
        ("[PER Lò Mây] năm nay 17 tuổi, học lớp 11 [ORG Trường THPT Đồi Sim].", ("học lớp 11", SCHOOL)),
        # classes of a field
        ("Em [PER Lò Mây] (lớp 10 Hoá 1, [ORG Trường THPT Đồi Sim]).", ("học sinh lớp 10 Hoá 1", SCHOOL)),
        ("Em [PER Lò Mây] (lớp chuyên Toán, [ORG Trường THPT Đồi Sim]).", ("học sinh lớp chuyên Toán", SCHOOL)),
        # where words of a role end
        ("Bà [PER Lò Mây] là bảo vệ Trước đó, [ORG Hội Sim] bị trộm.", ("bảo vệ", "")),
        ("Bà [PER Lò Mây], người sáng lập ra [ORG Hội Sim], nói.", ("người sáng lập", "Hội Sim")),
        ("Phó trưởng [ORG Công an huyện Mai] [PER Lò Mây] nói.", ("Phó trưởng", "Công an huyện Mai")),
        ("Bà [PER Lò Mây], Trưởng [ORG nhóm lớp Sim], nói.", ("Trưởng nhóm lớp", "nhóm lớp Sim")),
        # of somebody else
        ("Luật sư của [PER Lò Mây] phản đối.", None),
        ("Ban giám hiệu [PER Lò Mây].", None),
    ],
)
def test_posts_beside_a_name(article, marked, expected):
    assert posts(article(marked)).get("Lò Mây") == expected


@pytest.mark.parametrize(
    "marked, expected",
    [
        ("[ORG Trung tâm Sim] mở. Bà [PER Lò Mây], phó giám đốc trung tâm, nói.", ("phó giám đốc", "Trung tâm Sim")),
        (
            "[ORG Phòng GD&ĐT huyện Mai] họp. Bà [PER Lò Mây], Trưởng phòng GD&ĐT, nói.",
            ("Trưởng phòng", "Phòng GD&ĐT huyện Mai"),
        ),
        (
            "[ORG UBND huyện Mai] họp. Bà [PER Lò Mây], Chủ tịch [LOC huyện Mai], nói.",
            ("Chủ tịch", "UBND huyện Mai"),
        ),
        ("[ORG Tạp chí Sim] ra mắt. Tổng biên tập [PER Lò Mây] nói.", ("Tổng biên tập", "Tạp chí Sim")),
        ("[ORG Quốc hội] thảo luận. Đại biểu [PER Lò Mây] hỏi.", ("Đại biểu", "Quốc hội")),
        ("[ORG Toà án huyện Mai] xử. Chủ tọa [PER Lò Mây] hỏi.", ("Chủ tọa", "Toà án huyện Mai")),
        ("[ORG Trường ĐH Pà Sin] mở hội. Sinh viên [PER Lò Mây] hát.", ("Sinh viên", UNIVERSITY)),
        (
            "[ORG Trường ĐH Pà Sin] xin lỗi. Người phát ngôn [PER Lò Mây] của trường nói.",
            ("Người phát ngôn", UNIVERSITY),
        ),
        (
            "[ORG Trường THPT Đồi Sim] có em đỗ [ORG Trường ĐH Pà Sin]. Cô [PER Lò Mây], chủ nhiệm lớp 12A1, mừng.",
            ("chủ nhiệm lớp 12A1", SCHOOL),
        ),
        (
            "ThS [PER Lò Mây] ([ORG Công ty Sim]) đến. Chị [PER Mây], chuyên gia tâm lý, nói.",
            ("chuyên gia tâm lý", "Công ty Sim"),
        ),
        (
            "Đó là [PER Lò Mây]. Cô hiện đang là giáo viên [ORG Trường THPT Đồi Sim].",
            ("giáo viên", SCHOOL),
        ),
        (
            "[ORG Trường Trung học (TH) Sim] mở. Bà [PER Lò Mây], hiệu trưởng [ORG Trường Trung học Sim], nói.",
            ("hiệu trưởng", "Trường Trung học (TH) Sim"),
        ),
        ("GS [PER Lò Mây] của [ORG Viện Sim] nói.", ("", "Viện Sim")),
        ("Bà [PER Lò Mây] công tác tại [ORG Hội Sim].", ("", "Hội Sim")),
    ],
)
def test_bodies_that_the_article_tells(article, marked, expected):
    assert posts(article(marked))["Lò Mây"] == expected


@pytest.mark.parametrize(
    "marked, one, two",
    [
        (
            "Ông [PER Vi Sấu] và bà [PER Lò Mây], cùng là hiệu phó [ORG Trường THPT Đồi Sim].",
            ("hiệu phó", SCHOOL),
            ("hiệu phó", SCHOOL),
        ),
        ("Hai thí sinh: bà cụ [PER Vi Sấu] và cô gái [PER Lò Mây].", ("thí sinh", ""), ("thí sinh", "")),
        ("Hai ca sĩ [PER Vi Sấu] và [PER Lò Mây] hát.", ("ca sĩ", ""), ("ca sĩ", "")),
        (
            "Ông [PER Vi Sấu], Giám đốc [ORG Sở GD&ĐT Pà Sin], Trưởng ban [ORG Ban Thi] [PER Lò Mây] nói.",
            ("Giám đốc", OFFICE),
            ("Trưởng ban", "Ban Thi"),
        ),
    ],
)
def test_posts_of_two_people(article, marked, one, two):
    assert posts(article(marked)) == {"Vi Sấu": one, "Lò Mây": two}
