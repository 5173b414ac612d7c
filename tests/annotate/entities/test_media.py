"""Papers, magazines, platforms, and the reporter."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Trao đổi với báo [PER:Dân trí], bà nói.", [("báo Dân trí", "ORG")]),
        ("[ORG:PV Dân trí] hỏi; [ORG:P.V] ghi.", [("Dân trí", "ORG")]),
        ("theo tạp chí [ORG:Khoa học Lạc An]", [("tạp chí Khoa học Lạc An", "ORG")]),
        ("Nhà báo [PER:Ngô Văn Lục] kể lại.", [("Ngô Văn Lục", "PER")]),
        ("tung tin lên facebook hôm qua", [("facebook", "ORG")]),
    ],
)
def test_a_medium_is_one_where_the_sentence_says_so(mended, marked, expected):
    assert mended(marked) == expected
