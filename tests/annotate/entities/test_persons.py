"""Initials, words of address, words of the next sentence and given names alone."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Nạn nhân là [LOC:Châu Thị Bưởi N]. và bạn.", [("Châu Thị Bưởi N.", "PER")]),
        ("Bà [PER:Võ T.T]. bị bắt", [("Võ T.T.", "PER")]),
        ("[PER:Anh Võ Văn Bưởi] kể. [PER:Anh Thư] cười.", [("Võ Văn Bưởi", "PER"), ("Anh Thư", "PER")]),
        ("Ảnh [PER:Trí Kiệt Quyết] định giải thể trường.", [("Trí Kiệt", "PER")]),
        ("[PER:Bà DeVos] nói. [PER:Bà Thu] cười.", [("DeVos", "PER"), ("Bà Thu", "PER")]),
        ("Theo lời kể, [PER:Tiểu Từ] nói nhanh.", [("Tiểu Từ", "PER")]),
        ("[PER:Võ Lan Anh] dạy tiếng Anh cho Anh.", [("Võ Lan Anh", "PER"), ("Anh", "PER")]),
        ("[PER:Võ Văn Bưởi] khóc. Khi đó, Bưởi chạy đi.", [("Võ Văn Bưởi", "PER"), ("Bưởi", "PER")]),
        ("[PER:Võ Văn Bưởi] đến. Chợ Bưởi đông.", [("Võ Văn Bưởi", "PER")]),
    ],
)
def test_a_person_has_the_whole_name_and_no_more(mended, marked, expected):
    assert mended(marked) == expected
