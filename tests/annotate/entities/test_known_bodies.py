"""Whole names of bodies and newspapers."""

from trichtin.annotate.entities.known_bodies import find_bodies, find_papers, is_paper


def test_departments_of_the_ministry_have_their_whole_name():
    text = "Vụ Giáo dục Chính trị và Công tác học sinh, sinh viên phối hợp với Vụ Tổ chức cán bộ; vụ việc này đã rõ."
    assert [text[a:b] for a, b in find_bodies(text)] == [
        "Vụ Giáo dục Chính trị và Công tác học sinh, sinh viên", "Vụ Tổ chức cán bộ",
    ]  # fmt: skip


def test_a_paper_is_one_only_where_the_sentence_says_so():
    text = "Theo Thanh Niên, nhiều Thanh niên tình nguyện đã tới. Ảnh: Tuổi Trẻ"
    assert [text[a:b] for a, b in find_papers(text)] == ["Thanh Niên", "Tuổi Trẻ"]
    assert is_paper("báo Dân trí") and is_paper("TTXVN") and not is_paper("Sở GD&ĐT")
