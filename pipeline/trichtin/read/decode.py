"""Bytes to text: which encoding a file is in, among those that Vietnamese news was ever kept in."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from trichtin.read.page import ReadError, normalise

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF; convert it to text first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or an Office document; unpack it, or save the document as text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as text"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "gzip-compressed; name it .txt.gz or .html.gz"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed; name it .txt.zst or .html.zst"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file; name it .parquet"),
)
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s{0,5}([\w-]{2,20})", re.IGNORECASE)
SAMPLE = 100_000  # bytes by which an encoding is judged
# windows-1258 writes tone marks as letters of their own (grave, hook, tilde, acute, dot below).
CP1258_TONES = frozenset(b"\xcc\xd2\xde\xec\xf2")
# TCVN3 (ABC): ă â ê ô ơ ư đ, which other Western encodings use for rare signs.
TCVN3_LETTERS = frozenset(b"\xa8\xa9\xaa\xab\xac\xad\xae")
# VNI: a vowel, then its mark as a second letter ("aù", "eâ"); ñ for đ, ö for ư.
VNI_PAIR = re.compile(
    rb"[aeouyAEOUY\xf4\xf6\xd4\xd6][\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe4\xe3\xea\xe8\xe9\xeb\xfa\xfc]"
)


def read_text(data: bytes, source: str) -> str:
    """Decode a file's bytes and put the text into the record's form.

    UTF-8, UTF-16 and UTF-32 (with a byte-order mark; UTF-16 without one too) and windows-1258 are recognised, and
    whatever an HTML page declares of itself. The fonts' encodings TCVN3 and VNI are recognised but not converted: no
    maintained library does it.

    Args:
        data: the bytes.
        source: the file's name, for errors.

    Raises:
        ReadError: the file is empty, binary, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise ReadError(source, "is empty. Remove it, or check where it was downloaded from")
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(source, f"is not text but {kind}")
    return normalise(_decode(data, source))


def _decode(data: bytes, source: str) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, encoding, source)
    sample = data[:SAMPLE]
    if b"\x00" in sample:
        # Vietnamese in UTF-16 has a zero byte in most of its letters, always on the same side.
        odd, even = sample[1::2].count(0), sample[::2].count(0)
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        start = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
        if max(odd, even) > 0.15 * len(sample) and sum(letter < "\u2000" for letter in start) > 0.9 * len(start):
            return _strict(data, encoding, source)
        raise ReadError(source, "is binary, not text. Give text, HTML, JSONL, CSV or Parquet")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut in the middle of a letter is still UTF-8.
        if error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8")
    declared = META_CHARSET.search(data[:4096])
    if declared:
        try:
            return data.decode(declared.group(1).decode("ascii"), errors="replace")
        except LookupError:
            pass
    return _legacy(data, sample, source)


def _legacy(data: bytes, sample: bytes, source: str) -> str:
    high = [byte for byte in sample if byte >= 0x80]
    tones = sum(byte in CP1258_TONES for byte in high) / len(high)
    letters = sum(byte in TCVN3_LETTERS for byte in high) / len(high)
    pairs = len(VNI_PAIR.findall(sample)) / len(high)
    if letters >= 0.15:
        raise ReadError(
            source, "is in TCVN3 (ABC). Convert it to Unicode first, with UniKey or vietunicode, and read it again"
        )
    if pairs >= 0.45 and tones < 0.2:
        raise ReadError(source, "is in VNI. Convert it to Unicode first, with UniKey or vietunicode, and read it again")
    if tones >= 0.15:
        return data.decode("cp1258", errors="replace")
    guess = from_bytes(sample).best()
    if guess is not None and guess.encoding not in ("ascii",):
        return data.decode(guess.encoding, errors="replace")
    raise ReadError(source, "is in no encoding that can be told. Save it as UTF-8 and read it again")


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4:  # cut in the middle of a letter
            return data[: error.start].decode(encoding)
        raise ReadError(
            source, f"begins as {encoding.upper()} but is damaged at byte {error.start}. Get a whole copy of it"
        ) from error
