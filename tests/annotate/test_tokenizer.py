import pytest

from trichtin.annotate import blank
from trichtin.annotate.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Sở GD&ĐT tỉnh Lạng Sơn  tuyển 1.250 chỉ tiêu,\tlớp 12A1.",
        " mở đầu bằng dấu cách\n\n\nvà xuống dòng \u00a0 lạ",
        "“Tốt!” – ông Khải nói… (60,84%)",
        "",
        "   ",
        "🎓 học bổng 2.000€/năm",
    ],
)
def test_text_and_white_space_are_kept_exactly(text):
    assert blank().make_doc(text).text == text


def test_numbers_and_abbreviations_are_single_tokens_letters_and_digits_are_parted():
    words = [token.text for token in blank().make_doc("Phòng GD&ĐT có 1.250,5 điểm, lớp 12A1")]
    assert words == ["Phòng", "GD&ĐT", "có", "1.250,5", "điểm", ",", "lớp", "12", "A", "1"]


def test_sentences_are_not_cut_at_abbreviations_and_decimal_points():
    text = "PGS. Trần Thanh Khải ở TP. Vinh được 9.5 điểm. Ông rất vui! “Tôi mừng.” Hết"
    found = [text[s[0][0] : s[-1][0] + len(s[-1][1])] for s in sentences(text)]
    assert found == ["PGS. Trần Thanh Khải ở TP. Vinh được 9.5 điểm.", "Ông rất vui!", "“Tôi mừng.”", "Hết"]


def test_a_table_without_a_full_stop_is_cut_into_bounded_pieces():
    assert max(len(s) for s in sentences("mã 123 " * 5000)) <= 600
