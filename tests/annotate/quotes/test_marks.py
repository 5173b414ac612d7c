"""Quotation marks: pairs, nesting, lost marks."""

from __future__ import annotations

import pytest

from trichtin.annotate.quotes.marks import pair_marks


def pieces(text: str) -> list[tuple[str, bool]]:
    return [(text[q.start : q.end], q.closed) for q in pair_marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cô nói: “Các em ngoan”.", [("Các em ngoan", True)]),
        ('Cô nói: "Các em ngoan".', [("Các em ngoan", True)]),
        ("Cô nói: «Các em ngoan».", [("Các em ngoan", True)]),
        ("Cô nói: ‘Các em ngoan’.", [("Các em ngoan", True)]),
        ("Cô nói: “Các em “rất” ngoan”.", [("Các em “rất” ngoan", True)]),
        ('Cô nói: “Các em "rất" ngoan”.', [('Các em "rất" ngoan', True)]),
        ("Nhóm ”Mưa” và nhóm “Nắng”.", [("Mưa", True), ("Nắng", True)]),  # an opening mark turned round
        ("Bản H’Lăng ở xa.", []),  # an apostrophe
        ("Cô nói: “Các em ngoan.\nTrời mưa.", [("Các em ngoan.", False)]),
        ("“Đoạn một.\n“Đoạn hai”, cô nói.", [("Đoạn một.\n“Đoạn hai", True)]),  # each paragraph opens again
        ('"Trời mưa.\nTrường "nghỉ".\nAi cũng vui "- cô nói.', [('Trời mưa.\nTrường "nghỉ".\nAi cũng vui ', True)]),
        ('Cô nói: "Trời mưa.\nCô về.\n"Mai nghỉ", thầy nói.', [("Trời mưa.", False), ("Mai nghỉ", True)]),
        ("Không có dấu nào.", []),
        ("”", []),
    ],
)
def test_pairs(text: str, found: list[tuple[str, bool]]) -> None:
    assert pieces(text) == found


def test_no_overlap_on_any_tangle_of_marks() -> None:
    text = '“a ” " « b“ c’ ‘d\n” » "e" “f” “ ' * 50
    last = 0
    for quotation in pair_marks(text):
        assert last <= quotation.opening < quotation.start <= quotation.end
        last = quotation.after
