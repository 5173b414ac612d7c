"""Bytes to text: which encoding a file is in, among those that Vietnamese news was ever kept in."""

from __future__ import annotations

import re

from trichtin.read.page import ReadError, normalise

EMPTY = "is empty. Remove it, or check where it was downloaded from"
SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF; convert it to text first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or an Office document; unpack it, or save the document as text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as text"),
    (b"{\\rtf", "an RTF document; save it as text"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "gzip-compressed; add .gz to its name, as in .txt.gz"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed; add .zst to its name, as in .txt.zst"),
    (b"SQLite format 3", "a database; export the pages as CSV or JSONL"),
    (b"PAR1", "a Parquet file; name it .parquet"),
)
MARKS = (  # byte-order marks; that of UTF-32 begins as that of UTF-16 does
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)=[\"']?\s{0,5}([\w-]{2,20})", re.IGNORECASE)
# What a page may declare and be believed. Not UTF-8 or UTF-16, which its bytes were tried for before, and no other of
# Python's codecs: some take quadratic time.
BELIEVED = re.compile(
    r"(?:windows-?|cp)125\d|iso-?8859-?\d{1,2}|koi8-[ru]|gbk|gb2312|gb18030|big5|euc-(?:kr|jp)|shift_jis|tis-620"
)
SAMPLE = 100_000  # bytes or characters by which an encoding is judged
MOST_DAMAGE = 0.02  # of the letters beyond ASCII; a text with more of them broken is in another encoding
# windows-1258 writes the tones as letters of their own: grave, hook, tilde, acute, dot below.
CP1258_TONES = frozenset(b"\xcc\xd2\xde\xec\xf2")
# TCVN 5712:1993 (VN3, "ABC"): ă â ê ô ơ ư đ stand where Latin-1 has signs, which other languages set beside no letter.
TCVN3_LETTER = re.compile(r"[A-Za-z\xb5-\xfe][\xa8-\xae]|[\xa8-\xae][A-Za-z\xb5-\xfe]")
# VNI: a vowel, and behind it its mark as a second letter ("aù", "eâ"); ô stands for ơ, ö for ư.
VNI_PAIR = re.compile(r"[aeouyôöAEOUYÔÖ][ùøûõïâáàåäãêéèëúüÙØÛÕÏÂÁÀÅÄÃÊÉÈËÚÜ]")
FEWEST = 5  # letters beyond ASCII by which an encoding is judged


def read_text(data: bytes, source: str) -> str:
    """Decode a file's bytes and put the text into the record's form.

    UTF-8, UTF-16 and UTF-32 (with a byte-order mark; UTF-16 without one too), windows-1258, and whatever an HTML page
    declares of itself. A UTF-8 text with a few broken letters is read with U+FFFD in their place; one that ends in
    the middle of a letter, without it. TCVN3 and VNI, which are encodings of fonts, are recognised (as bytes, and
    saved letter by letter as Unicode) but not converted: no maintained library does it.

    Args:
        data: the bytes.
        source: the file's name, for errors.

    Raises:
        ReadError: the file is empty, binary, or in an encoding that cannot be read.
    """
    text = normalise(decode(data, find_encoding(data, source), source))
    if "\x00" in text:
        raise ReadError(source, "is binary (it holds NUL characters), not text. Give text, HTML, JSONL, CSV or Parquet")
    if not text:
        raise ReadError(source, EMPTY)
    check_font_encoding(text[:SAMPLE], source)
    return text


def decode(data: bytes, encoding: str, source: str) -> str:
    """Decode; a letter that the end of the data cuts in two is left out.

    Raises:
        ReadError: the data are UTF-16 or UTF-32 and damaged: what follows the damage could be anything.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding.startswith("utf") and error.start >= len(data) - 4:
            return data[: error.start].decode(encoding)
        if encoding.startswith(("utf-16", "utf-32")):
            raise ReadError(
                source, f"begins as {encoding.upper()} but is damaged at byte {error.start}. Get a whole copy of it"
            ) from error
    return data.decode(encoding, errors="replace")


def find_encoding(data: bytes, source: str) -> str:
    """Return the name of Python's codec for a file, judged by its beginning or all of its bytes.

    Raises:
        ReadError: as for :func:`read_text`.
    """
    if not data.strip():
        raise ReadError(source, EMPTY)
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(source, f"is not text but {kind}")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    if b"\x00" in data:
        return _find_utf16(data[:SAMPLE], source)
    if _is_utf8(data):
        return "utf-8"
    sample = data[:SAMPLE]
    check_font_encoding(sample.decode("latin-1"), source, known=False)
    declared = DECLARED.search(data[:4096])
    if declared and BELIEVED.fullmatch(name := declared.group(1).decode("ascii").lower()):
        # Browsers read Latin-1 as windows-1252 (WHATWG Encoding Standard, names and labels).
        return "cp1252" if name.endswith("8859-1") else name.replace("windows-", "cp")
    high = [byte for byte in sample if byte >= 0x80]
    if sum(byte in CP1258_TONES for byte in high) >= 0.15 * len(high):
        return "cp1258"
    if len(high) < FEWEST:
        return "cp1252"  # too little to judge by; quotation marks and signs of Western Windows are likeliest
    from charset_normalizer import from_bytes  # not needed for the UTF-8 that nearly all pages are

    guess = from_bytes(sample).best()
    if guess is None:
        raise ReadError(source, "is in no encoding that can be told. Save it as UTF-8 and read it again")
    return guess.encoding


def check_font_encoding(sample: str, source: str, *, known: bool = True) -> None:
    """Raise where a text is in TCVN3 or VNI: its letters are then those of Latin-1, each in another's place.

    Args:
        sample: the text, or its bytes each as a letter.
        source: the file's name, for errors.
        known: the text's encoding is known, so that more must speak for another.

    Raises:
        ReadError: with what to convert the text with.
    """
    high = [letter for letter in sample if letter >= "\x80"]
    beyond = sum(letter > "\xff" and letter.isalpha() for letter in high)
    if len(high) < FEWEST or beyond > 0.1 * len(high):
        return
    tcvn3 = TCVN3_LETTER.findall(sample)
    different = len({c for pair in tcvn3 for c in pair if "\xa8" <= c <= "\xae"})
    if len(tcvn3) >= (0.15 if known else 0.1) * len(high) and different >= (3 if known else 2):
        name = "TCVN3 (ABC)"
    elif len(VNI_PAIR.findall(sample)) >= 0.45 * len(high):
        name = "VNI"
    else:
        return
    raise ReadError(source, f"is in {name}. Convert it to Unicode first (with UniKey) and read it again")


def _is_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8, perhaps with a letter broken here and there."""
    try:
        data.decode("utf-8")
        return True
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and not data[: error.start].isascii():
            return True
    text = data.decode("utf-8", errors="replace")
    high = len(text) - len(text.encode("ascii", errors="ignore"))
    return text.count("\ufffd") <= MOST_DAMAGE * high


def _find_utf16(sample: bytes, source: str) -> str:
    # Vietnamese in UTF-16 has a zero byte in most of its letters, always on the same side.
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    start = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
    if max(odd, even) > 0.15 * len(sample) and sum(letter < "\u2000" for letter in start) > 0.9 * len(start):
        return encoding
    raise ReadError(source, "is binary (it holds NUL bytes), not text. Give text, HTML, JSONL, CSV or Parquet")
