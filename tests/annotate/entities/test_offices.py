"""Heads that name no office."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("mỗi [ORG:Sở GD&ĐT] in đề trong mười ngày", []),
        ("[ORG:Ban Giám hiệu] họp với [ORG:Ban Giám hiệu Trường Bình An]", [("Trường Bình An", "ORG")]),
        ("Theo các [ORG:Sở GD&ĐT], đề khó.", []),
        ("Theo [ORG:Sở GD&ĐT], đề khó.", [("Sở GD&ĐT", "ORG")]),
        ("xem [PROG:Giải bóng đá U21 Quốc gia] hôm qua", [("Giải bóng đá U21 Quốc gia", "PROG")]),
        ("trận của U22 [LOC:Việt Nam] hôm qua", [("U22 Việt Nam", "ORG")]),
    ],
)
def test_an_office_is_named_by_more_than_its_head(mended, marked, expected):
    assert mended(marked) == expected
