"""The word for what a place is, cities, provinces and districts, and what only looks like a place."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Sở yêu [LOC:cầu Trường THPT Lê Ba] nộp báo cáo.", [("Trường THPT Lê Ba", "ORG")]),
        ("Đề môn Ngữ văn và [LOC:tiếng Pháp] khá hay.", []),
        ("Ông tới TP [PER:Hồ Chí Minh] hôm qua.", [("TP Hồ Chí Minh", "LOC")]),
        (
            "[ORG:Sở Giáo dục và Đào tạo TP] [PER:Hồ Chí Minh] thông báo.",
            [("Sở Giáo dục và Đào tạo TP Hồ Chí Minh", "ORG")],
        ),
        ("Đoàn tới tỉnh [LOC:Thừa Thiên] - [LOC:Huế].", [("tỉnh Thừa Thiên - Huế", "LOC")]),
        ("Giám đốc [ORG:Sở GD-ĐT] thành phố [LOC:Đà Nẵng] nói.", [("Sở GD-ĐT thành phố Đà Nẵng", "ORG")]),
        (
            "ra quần đảo [LOC:Lạc An], chung cư [LOC:Hòa Bình]",
            [("quần đảo Lạc An", "LOC"), ("chung cư Hòa Bình", "LOC")],
        ),
        ("các thôn [LOC:Lạc An], [LOC:Bình Hòa]", [("Lạc An", "LOC"), ("Bình Hòa", "LOC")]),
        ("nhà ở đường [PER:Ngô Văn Lục]", [("đường Ngô Văn Lục", "LOC")]),
        ("ở một xã\n[LOC:Lạc An] đón khách", [("Lạc An", "LOC")]),
        ("sống ở quận 11, TPHCM", [("quận 11", "LOC"), ("TPHCM", "LOC")]),
        ("ở số 47/1 [PER:Ngô Văn Lục], phường 1", [("Ngô Văn Lục", "LOC"), ("phường 1", "LOC")]),
        ("em lớp 9 [PER:Ngô Văn Lục], xã Lạc", [("Ngô Văn Lục", "PER")]),
        ("cao nhất là [PER:Cao Bằng] (91%)", [("Cao Bằng", "LOC")]),
        ("thầy [PER:Cao Bằng] kể", [("Cao Bằng", "PER")]),
        ("các quận nội thành như 1, 2 và [LOC:Lạc An]", [("1", "LOC"), ("2", "LOC"), ("Lạc An", "LOC")]),
        ("ở huyện đảo [LOC:Lạc An]", [("huyện đảo Lạc An", "LOC")]),
        ("đất [LOC:nước Hà Lan] đẹp", [("Hà Lan", "LOC")]),
        ("ở các quận 5, 6 và 7", []),
        ("Ngữ văn, [LOC:Nhật Bản] học, Hán Nôm", []),
        ("Em sang [LOC:Nhật Bản] học nghề.", [("Nhật Bản", "LOC")]),
        ("giá 4 triệu đô la [LOC:Mỹ]", []),
        ("ở [LOC:quận 3], [LOC:10]", [("quận 3", "LOC"), ("10", "LOC")]),
        ("có điểm [LOC:10] và điểm 9", []),
    ],
)
def test_a_place_has_the_word_for_what_it_is(mended, marked, expected):
    assert mended(marked) == expected
