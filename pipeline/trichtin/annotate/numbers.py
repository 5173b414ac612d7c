"""Reading numbers as Vietnamese news writes them: ``4.000``, ``60,84 tỷ``, ``4k``, ``hai mươi lăm``.

Vietnamese groups thousands with a dot and marks decimals with a comma; English habits (``1,250,000``, ``27.5``)
are read too where the digits leave no doubt. Spelled-out numbers follow the grammar of the language: a digit
before ``mươi``, ``trăm``, ``nghìn`` (``ngàn``), ``vạn``, ``triệu``, ``tỷ`` (``tỉ``), zeros as ``linh`` or ``lẻ``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# For character classes: in Unicode the capitals of Vietnamese alternate with its small letters.
CAPITALS = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
SCALES: dict[str, int] = {
    "chục": 10,
    "trăm": 100,
    "nghìn": 1_000,
    "ngàn": 1_000,
    "vạn": 10_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}
# "hai tỷ phú", "3 tỷ lệ": the word is no magnitude there.
_NO_SCALE = r"(?!\s+(?:phú|lệ|số|trọng|giá|suất)\b)"
_DIGITS: dict[str, int] = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = _DIGITS | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_WORDS = frozenset(_AFTER_TEN) | frozenset(SCALES) | {"mười", "mươi", "linh", "lẻ", "không", "rưỡi"}
LONGEST_WORDS = 16
LONGEST_DIGITS = 20

_SCALE = "|".join(word + _NO_SCALE if word in ("tỷ", "tỉ") else word for word in SCALES)
_HEADS = "|".join([*_DIGITS, "mười"])
_INNER = "|".join(word + _NO_SCALE if word in ("tỷ", "tỉ") else word for word in sorted(_WORDS, key=len, reverse=True))
# Either digits, or number words. A numeral glued to a letter before it is a code (A00, S8, lớp 12A1).
NUMERAL = re.compile(
    rf"(?<![\w])(?:(?P<digits>\d+(?:[.,]\d+)*)|(?P<words>(?:{_HEADS})(?:[ \xa0]+(?:{_INNER})){{0,{LONGEST_WORDS}}})(?![\w\u0300-\u036f])"
    r"|(?P<half>nửa)(?=\s+(?:tháng|năm|giờ|tiếng|điểm)(?!\s+(?:đầu|cuối|sau)\b|\w)))",
    re.IGNORECASE,
)
_SCALE_AFTER = re.compile(
    rf"\s?(?:(?P<short>k|tr)(?![\w'’])|\s*(?P<one>{_SCALE})(?!\w)(?:\s+(?P<two>nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))?(?P<half>\s+rưỡi(?!\w))?)",
    re.IGNORECASE,
)
_NEXT_PART = re.compile(rf"\s+(?P<digits>\d{{1,3}})\s+(?P<scale>{_SCALE})(?!\w)", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")


@dataclass(slots=True)
class Numeral:
    """A number in the text: offsets in code points, ``raw`` the digits or words without the magnitude word."""

    start: int
    end: int
    value: float
    raw: str
    spelled: bool
    scale: int = 1

    @property
    def grouped(self) -> bool:
        """Whether it is written as a large number (``4.000``, ``4 nghìn``), which codes and ordinals never are."""
        return self.scale > 1 or bool(not self.spelled and _GROUPED.fullmatch(self.raw))


def parse_digits(raw: str, *, decimal: bool = False) -> float | None:
    """Read a number written with digits.

    Args:
        raw: digits with dots and commas between them, as in the text.
        decimal: read a lone separator before three digits as a decimal mark (marks and percentages, and whatever
            stands before a magnitude word); otherwise it groups thousands.

    Returns:
        The value; None when it is no number: a version, a telephone number, a number of more than 20 digits.
    """
    if len(raw) > LONGEST_DIGITS:
        return None
    if raw.isdigit():
        return float(raw)
    if decimal and re.fullmatch(r"\d+[.,]\d+", raw):
        return float(raw.replace(",", "."))
    if _GROUPED.fullmatch(raw):
        if raw[0] == "0":
            return None
        return float(raw.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(raw):
        return float(raw.replace(",", ""))
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", raw):
        # "1,500 USD": English habit. Three decimals are not written of money or of things that are counted.
        return float(raw.replace(",", ""))
    if re.fullmatch(r"\d+[.,]\d+", raw):
        return float(raw.replace(",", "."))
    return None


def read_words(words: Sequence[str]) -> tuple[int, int]:
    """Read the longest spelled-out number at the head of a list of words.

    Args:
        words: syllables, of any case.

    Returns:
        The value and the number of words it takes; ``(0, 0)`` when the first word is no number.
    """
    low = [word.lower() for word in words]
    total, used, ceiling = 0, 0, 10**15
    while used < len(low):
        group, taken = _read_group(low[used:], bool(total))
        if not taken:
            break
        scale, position = 1, used + taken
        while position < len(low) and low[position] in SCALES and SCALES[low[position]] >= 1000:
            scale *= SCALES[low[position]]
            position += 1
        if scale >= ceiling:
            break
        if scale == 1 and total and ceiling <= 1000 and group < 10 and low[used] not in ("linh", "lẻ", "không"):
            break  # "hai nghìn ba": colloquial for 2300, or two numbers; leave it at 2000
        total += group * scale
        used, ceiling = position, scale
        if used < len(low) and low[used] == "rưỡi" and (scale > 1 or group % 100 == 0):
            return total + (scale // 2 if scale > 1 else 50), used + 1
        if scale == 1:
            break
    return total, used


def _read_group(low: Sequence[str], inner: bool) -> tuple[int, int]:
    """Read a number below one thousand (``ba trăm linh năm``) and return it with the number of words taken."""
    position, value = 0, 0
    if inner and low[:1] == ["không"] and low[1:2] == ["trăm"]:
        position = 2
    elif low[0] in _DIGITS and low[1:2] == ["trăm"]:
        value, position = _DIGITS[low[0]] * 100, 2
    if position:
        if position + 1 < len(low) and low[position] in ("linh", "lẻ") and low[position + 1] in _AFTER_TEN:
            return value + _AFTER_TEN[low[position + 1]], position + 2
        tens, taken = _read_tens(low[position:])
        # "hai trăm năm": years or 205? Only a full two-digit number goes on after the hundreds.
        return (value + tens, position + taken) if taken > 1 or tens == 10 else (value, position)
    if inner and low[0] in ("linh", "lẻ") and low[1:2] and low[1] in _AFTER_TEN:
        return _AFTER_TEN[low[1]], 2
    return _read_tens(low)


def _read_tens(low: Sequence[str]) -> tuple[int, int]:
    if not low:
        return 0, 0
    first, second = low[0], low[1] if len(low) > 1 else ""
    if first == "mười":
        # "mười năm" is ten years; fifteen is "mười lăm".
        if second in _AFTER_TEN and second not in ("năm", "mốt", "tư"):
            return 10 + _AFTER_TEN[second], 2
        return 10, 1
    if first not in _DIGITS:
        return 0, 0
    if second == "chục":
        return _DIGITS[first] * 10, 2
    if second == "mươi":
        third = low[2] if len(low) > 2 else ""
        if third in _AFTER_TEN and third not in ("năm", "một"):
            return _DIGITS[first] * 10 + _AFTER_TEN[third], 3
        return _DIGITS[first] * 10, 2
    return _DIGITS[first], 1


def find_numerals(text: str) -> Iterator[Numeral]:
    """Yield every number of a text in order, with its magnitude word (``60,84 tỷ``, ``1 triệu 200 nghìn``).

    ``một`` alone is an article rather than a number and is left out. Time is linear in the text.
    """
    position = 0
    while match := NUMERAL.search(text, position):
        position = match.end()
        if match["digits"]:
            numeral = _with_scale(text, match.start(), match.end(), match["digits"])
            if numeral:
                yield numeral
                position = numeral.end
            continue
        if match["half"]:
            yield Numeral(match.start(), match.end(), 0.5, match["half"], True)
            continue
        pieces = list(re.finditer(r"\S+", match["words"]))
        value, used = read_words([piece.group() for piece in pieces])
        if not used:
            continue
        position = match.start() + pieces[used - 1].end()
        if value > 1:
            scale = next((s for w, s in SCALES.items() if w in match["words"].lower().split()[:used]), 1)
            yield Numeral(match.start(), position, float(value), text[match.start() : position], True, scale)


def _with_scale(text: str, start: int, end: int, raw: str) -> Numeral | None:
    after = _SCALE_AFTER.match(text, end)
    if not after:
        value = parse_digits(raw)
        return None if value is None else Numeral(start, end, value, raw, False)
    value = parse_digits(raw, decimal=True) if raw.count(".") + raw.count(",") == 1 else parse_digits(raw)
    if value is None:
        return None
    if after["short"]:
        if _GROUPED.fullmatch(raw) or value >= 1000:
            return Numeral(start, end, value, raw, False)
        scale = 1000 if after["short"].lower() == "k" else 1_000_000
        return Numeral(start, after.end(), round(value * scale, 4), raw, False, scale)
    if _GROUPED.fullmatch(raw):
        value = parse_digits(raw) or 0.0  # "1.200 tỷ" groups thousands before a magnitude word all the same
    scale = SCALES[after["one"].lower()] * (SCALES[after["two"].lower()] if after["two"] else 1)
    value = round(value * scale, 4)
    end = after.end()
    if after["half"]:
        value += scale / 2
    elif part := _NEXT_PART.match(text, end):
        smaller = SCALES[part["scale"].lower()]
        if 100 <= smaller < scale:
            value, end = value + float(part["digits"]) * smaller, part.end()
    return Numeral(start, end, value, raw, False, scale)
