import unicodedata

import pytest

from trichtin.read import ReadError, normalise, read_text

TEXT = "Trường THPT Đồi Sim tuyển 450 học sinh lớp 10; bà Nguyễn Thị Mưa, Hiệu trưởng, cho biết như vậy.\nƯu tiên xã vùng cao."


def windows_1258(text):
    """Vietnamese as Windows wrote it: vowel with circumflex, breve or horn as one letter, the tone as another."""
    out = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base, tones = parts[0], ""
        for mark in parts[1:]:
            joined = unicodedata.normalize("NFC", base + mark)
            base, tones = (joined, tones) if mark in "\u0302\u0306\u031b" else (base, tones + mark)
        out += (base + tones).encode("cp1258")
    return out


TCVN3 = dict(zip("ăâêôơưđàảãáạèẻẽéẹìỉĩíịòỏõóọùủũúụằẳẵắặầẩẫấậềểễếệồổỗốộờởỡớợừửữứự", bytes(
    [0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD7, 0xD8, 0xDC,
     0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xC7, 0xC8, 0xC9,
     0xCA, 0xCB, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xF5, 0xF6, 0xF7,
     0xF8, 0xF9]), strict=False))  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        b"\xef\xbb\xbf" + TEXT.encode("utf-8"),
        unicodedata.normalize("NFD", TEXT).encode("utf-8"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        windows_1258(TEXT),
        TEXT.replace("\n", "\r\n").encode("utf-8") + b"\r\n \t\r\n",
    ],
    ids=["utf8", "utf8-bom", "utf8-nfd", "utf16", "utf16be-bom", "utf16le", "utf16be", "utf32", "windows1258", "crlf"],
)
def test_every_unicode_encoding_and_windows_1258_give_the_same_text(data):
    assert read_text(data, "page.txt") == TEXT


def test_font_encodings_are_named_and_the_reader_is_told_what_to_do():
    tcvn3 = b"".join(bytes([TCVN3[c]]) if c in TCVN3 else c.encode("ascii", "ignore") for c in TEXT.lower())
    with pytest.raises(ReadError, match=r"old\.txt: is in TCVN3 \(ABC\)\. Convert"):
        read_text(tcvn3, "old.txt")
    vni = b"Tr\xf6\xf4\xf8ng \xd1o\xe0i Sim tuye\xe5n ho\xefc sinh l\xf4\xf9p m\xf6\xf4\xf8i, ba\xf8 Hie\xe4u tr\xf6\xf4\xfbng cho bie\xe1t nh\xf6 va\xe4y."
    with pytest.raises(ReadError, match=r"old\.txt: is in VNI\. Convert"):
        read_text(vni, "old.txt")


@pytest.mark.parametrize(
    "data, told",
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG picture"),
        (b"%PDF-1.7 abc", "PDF"),
        (b"PK\x03\x04docx", "Office document"),
        (b"abc\x00\x01\x02def\x00", "binary"),
    ],
)
def test_what_is_no_text_is_named(data, told):
    with pytest.raises(ReadError, match=told):
        read_text(data, "x")


def test_a_file_cut_inside_a_letter_is_read_up_to_it():
    assert read_text("Trường vùng cao ọ".encode()[:-1], "x") == "Trường vùng cao"


def test_only_line_ends_mark_composition_and_the_end_change():
    assert normalise("\ufeff a\r\rb  \n\t c\u00a0\r\n\n ") == " a\n\nb  \n\t c"
