"""Reading numbers as Vietnamese news writes them."""

from __future__ import annotations

import pytest

from trichtin.annotate.numbers import find_numerals, parse_digits, read_words


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("4000", 4000),
        ("4.000", 4000),
        ("1.234.567", 1_234_567),
        ("60,84", 60.84),
        ("1.234,5", 1234.5),
        ("27.5", 27.5),
        ("18.38", 18.38),
        ("1,250,000", 1_250_000),
        ("1,500", 1500),
        ("0,125", 0.125),
        ("01", 1),
    ],
)
def test_digits(raw: str, value: float) -> None:
    assert parse_digits(raw) == pytest.approx(value)


@pytest.mark.parametrize("raw", ["1.2.3", "04.123.456", "192.168.1.1", "9" * 30])
def test_what_is_no_number(raw: str) -> None:
    assert parse_digits(raw) is None


def test_a_mark_may_have_three_decimals() -> None:
    assert parse_digits("24,125", decimal=True) == pytest.approx(24.125)


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("hai", 2, 1),
        ("mười lăm", 15, 2),
        ("mười năm", 10, 1),  # ten years
        ("hai mươi", 20, 2),
        ("hai mươi mốt", 21, 3),
        ("sáu mươi tư", 64, 3),
        ("một trăm linh năm", 105, 4),
        ("ba trăm hai mươi", 320, 4),
        ("hai nghìn không trăm mười bảy", 2017, 6),
        ("hai trăm năm mươi nghìn", 250_000, 5),
        ("một triệu hai trăm nghìn", 1_200_000, 5),
        ("hai triệu rưỡi", 2_500_000, 3),
        ("một nghìn tỷ", 10**12, 3),
        ("năm chục", 50, 2),
        ("trường", 0, 0),
    ],
)
def test_number_words(words: str, value: int, used: int) -> None:
    assert read_words(words.split()) == (value, used)


def test_numbers_of_a_text_stand_where_they_say() -> None:
    text = "Có 60,84 tỷ đồng cho 4 nghìn em, hai mươi lăm lớp, 1 tỷ 500 triệu, 300k, lớp 12A1, S8 và một trường."
    found = [(text[n.start : n.end], n.value) for n in find_numerals(text)]
    assert found == [
        ("60,84 tỷ", pytest.approx(60.84e9)),
        ("4 nghìn", 4000),
        ("hai mươi lăm", 25),
        ("1 tỷ 500 triệu", 1.5e9),
        ("300k", 300_000),
        ("12", 12),
    ]
