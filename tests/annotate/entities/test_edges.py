"""What a reader sees of a mention: it begins and ends where the name does."""

from __future__ import annotations

import time

import pytest

from trichtin.annotate.entities.edges import set_edges
from trichtin.annotate.entities.known_bodies import find_bodies, find_papers, is_paper


def edges(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the mentions as texts with their labels, given what the tagger found (first occurrence of each text)."""
    mentions = sorted((text.index(part), text.index(part) + len(part), label) for part, label in found)
    return [(text[start:end], label) for start, end, label in set_edges(text, mentions)]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Sở yêu cầu Trường THPT Lê Ba nộp báo cáo.", [("cầu Trường THPT Lê Ba", "LOC")], [("Trường THPT Lê Ba", "ORG")]),
        ("Đề môn Ngữ văn và tiếng Pháp khá hay.", [("tiếng Pháp", "LOC")], []),
        ("Ông tới TP Hồ Chí Minh hôm qua.", [("Hồ Chí Minh", "PER")], [("TP Hồ Chí Minh", "LOC")]),
        (
            "Sở Giáo dục và Đào tạo TP Hồ Chí Minh thông báo.",
            [("Sở Giáo dục và Đào tạo TP", "ORG"), ("Hồ Chí Minh", "PER")],
            [("Sở Giáo dục và Đào tạo TP Hồ Chí Minh", "ORG")],
        ),
        ("Theo quy định của Luật Đấu thầu hiện hành.", [("Luật Đấu", "ORG")], [("Luật Đấu thầu", "DOC")]),
        ("Học sinh THPT chuyên Lê Văn Bảy đoạt giải.", [("Lê Văn Bảy", "PER")], [("THPT chuyên Lê Văn Bảy", "ORG")]),
        ("Ảnh Trí Kiệt Quyết định giải thể trường.", [("Trí Kiệt Quyết", "PER")], [("Trí Kiệt", "PER")]),
        (
            "Kết quả kỳ thi THPT quốc gia 2017 cao nhất năm 2016.",
            [("kỳ thi THPT quốc gia 2017 cao nhất năm 2016", "PROG")],
            [("kỳ thi THPT quốc gia 2017", "PROG")],
        ),
        (
            "Ban chỉ đạo kỳ thi THPT quốc gia 2017 họp.",
            [("kỳ thi THPT quốc gia 2017", "PROG")],
            [("Ban chỉ đạo kỳ thi THPT quốc gia 2017", "ORG")],
        ),
        ("Đoàn tới tỉnh Thừa Thiên - Huế.", [("Thừa Thiên", "LOC"), ("Huế", "LOC")], [("tỉnh Thừa Thiên - Huế", "LOC")]),
        ("Giám đốc Sở GD-ĐT thành phố Đà Nẵng nói.", [("Sở GD-ĐT", "ORG"), ("Đà Nẵng", "LOC")], [("Sở GD-ĐT thành phố Đà Nẵng", "ORG")]),
        ("Trao đổi với báo Dân trí, bà nói.", [("Dân trí", "PER")], [("báo Dân trí", "ORG")]),
        ("PV Dân trí hỏi; P.V ghi.", [("PV Dân trí", "ORG"), ("P.V", "ORG")], [("Dân trí", "ORG")]),
        ("tại Bệnh viện bệnh viện Nhi Lạc An", [("Bệnh viện bệnh viện Nhi Lạc An", "ORG")], [("bệnh viện Nhi Lạc An", "ORG")]),
        ("Khoa Khoa học xã hội họp.", [("Khoa Khoa học xã hội", "ORG")], [("Khoa Khoa học xã hội", "ORG")]),
        ("ra quần đảo Lạc An, chung cư Hòa Bình", [("Lạc An", "LOC"), ("Hòa Bình", "LOC")], [("quần đảo Lạc An", "LOC"), ("chung cư Hòa Bình", "LOC")]),
        ("các thôn Lạc An, Bình Hòa", [("Lạc An", "LOC"), ("Bình Hòa", "LOC")], [("Lạc An", "LOC"), ("Bình Hòa", "LOC")]),
        ("theo tạp chí Khoa học Lạc An", [("Khoa học Lạc An", "ORG")], [("tạp chí Khoa học Lạc An", "ORG")]),
        ("Ở ĐH Mỏ Địa chất, điểm thấp.", [("ĐH Mỏ Địa", "ORG")], [("ĐH Mỏ Địa chất", "ORG")]),
        ("Theo lời kể, Tiểu Từ nói nhanh.", [("Tiểu Từ", "PER")], [("Tiểu Từ", "PER")]),
        ("xét bằng kết quả thi THPTQG năm 2018 thôi", [], [("thi THPTQG năm 2018", "PROG")]),
        ("Sau đó, Sở Nội vụ đã họp.", [("Sở Nội vụ", "ORG")], [("Sở Nội vụ", "ORG")]),
        ("Tân Tổng thống Hàn Quốc họp.", [("Tân Tổng thống Hàn Quốc", "ORG")], [("Hàn Quốc", "LOC")]),
        ("nhà ở đường Ngô Văn Lục", [("Ngô Văn Lục", "PER")], [("đường Ngô Văn Lục", "LOC")]),
        ("ở một xã\nLạc An đón khách", [("Lạc An", "LOC")], [("Lạc An", "LOC")]),
        ("sống ở quận 11, TPHCM", [], [("quận 11", "LOC"), ("TPHCM", "LOC")]),
        ("ở các quận 5, 6 và 7", [], []),
        ("Ngữ văn, Nhật Bản học, Hán Nôm", [("Nhật Bản", "LOC")], []),
        ("Em sang Nhật Bản học nghề.", [("Nhật Bản", "LOC")], [("Nhật Bản", "LOC")]),
        ("giá 4 triệu đô la Mỹ", [("Mỹ", "LOC")], []),
        (
            "của các Trường THCS Ngô Văn Lục, Lạc An và Trung Phú đã tới",
            [("Trường THCS Ngô Văn Lục", "ORG"), ("Lạc An", "LOC")],
            [("Trường THCS Ngô Văn Lục", "ORG"), ("Lạc An", "ORG"), ("Trung Phú", "ORG")],
        ),
        ("Nhà báo Ngô Văn Lục kể lại.", [("Ngô Văn Lục", "PER")], [("Ngô Văn Lục", "PER")]),
    ],
)  # fmt: skip
def test_a_mention_ends_where_the_name_does(text, found, expected):
    assert edges(text, *found) == expected


def test_schools_of_a_list_are_schools_whatever_they_are_called():
    text = "Phụ huynh chọn 3 trường công lập là Minh Khoa, Tuổi Thơ và Lê Văn Sáu, gần nhà."
    assert edges(text, ("Minh Khoa", "LOC"), ("Lê Văn Sáu", "PER")) == [
        ("Minh Khoa", "ORG"), ("Tuổi Thơ", "ORG"), ("Lê Văn Sáu", "ORG"),
    ]  # fmt: skip


def test_departments_of_the_ministry_have_their_whole_name():
    text = "Vụ Giáo dục Chính trị và Công tác học sinh, sinh viên phối hợp với Vụ Tổ chức cán bộ; vụ việc này đã rõ."
    assert [text[a:b] for a, b in find_bodies(text)] == [
        "Vụ Giáo dục Chính trị và Công tác học sinh, sinh viên", "Vụ Tổ chức cán bộ",
    ]  # fmt: skip


def test_a_paper_is_one_only_where_the_sentence_says_so():
    text = "Theo Thanh Niên, nhiều Thanh niên tình nguyện đã tới. Ảnh: Tuổi Trẻ"
    assert [text[a:b] for a, b in find_papers(text)] == ["Thanh Niên", "Tuổi Trẻ"]
    assert is_paper("báo Dân trí") and is_paper("TTXVN") and not is_paper("Sở GD&ĐT")


def test_work_grows_with_the_text():
    def seconds(size: int) -> float:
        piece = "Sở Y tế Hà Nội, Bộ Y tế, báo Dân trí, các trường như Lê A, Trần B; "
        text = piece * size
        found = [(k * len(piece), k * len(piece) + 14, "ORG") for k in range(size)]
        start = time.perf_counter()
        set_edges(text, found)
        return time.perf_counter() - start

    seconds(50)
    assert seconds(2000) < 12 * max(seconds(500), 0.01)  # four times the text; quadratic work would take sixteen times
