"""Words as search sees them: as written, without tone marks, and with abbreviations written out.

Every word has two forms. The *exact* one is the word in small letters with its marks, spelled one way where
Vietnamese allows two: the tone of ``hoà`` stands as in ``hòa``, ``kỳ`` as in ``kì``. The *folded* one has no marks at
all (``hoc phi``, ``d`` for ``đ``). Abbreviations of education news are written out in both, in the text as in the
query, so that ``ĐH Vinh`` and ``đại học Vinh`` are the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# Part of every database: one that was made by another version of these rules is built again, not added to.
FOLD_VERSION = 1

# A number keeps its thousands together (4.000 is 4000); everything else is a run of letters and digits.
_TOKEN = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)|[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # combining grave, acute, tilde, hook above, dot below
_SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
# Both spellings of a final vowel after these letters are right: kỳ and kì, lý and lí.
_I_OR_Y = frozenset("hklmstv")

# Abbreviations of Vietnamese education news, written out.
_WRITTEN_OUT = """
    GD ĐT: giáo dục và đào tạo
    GDĐT: giáo dục và đào tạo
    GD và ĐT: giáo dục và đào tạo
    GD: giáo dục
    GDMN: giáo dục mầm non
    GDPT: giáo dục phổ thông
    GDTX: giáo dục thường xuyên
    GDNN: giáo dục nghề nghiệp
    GDĐH: giáo dục đại học
    ĐH: đại học
    CĐ: cao đẳng
    ĐHCĐ: đại học cao đẳng
    ĐHQG: đại học quốc gia
    ĐHQGHN: đại học quốc gia hà nội
    ĐHSP: đại học sư phạm
    ĐHBK: đại học bách khoa
    CĐSP: cao đẳng sư phạm
    HV: học viện
    TC: trung cấp
    TCCN: trung cấp chuyên nghiệp
    THPT: trung học phổ thông
    PTTH: trung học phổ thông
    THPTQG: trung học phổ thông quốc gia
    THCS: trung học cơ sở
    TH: tiểu học
    MN: mầm non
    PTDTNT: phổ thông dân tộc nội trú
    PTDTBT: phổ thông dân tộc bán trú
    HS: học sinh
    SV: sinh viên
    GV: giáo viên
    HSSV: học sinh sinh viên
    HSG: học sinh giỏi
    CBQL: cán bộ quản lý
    SGK: sách giáo khoa
    SP: sư phạm
    BGH: ban giám hiệu
    KHXH NV: khoa học xã hội và nhân văn
    KHXH và NV: khoa học xã hội và nhân văn
    KHXHNV: khoa học xã hội và nhân văn
    KHXH: khoa học xã hội
    KHTN: khoa học tự nhiên
    KH CN: khoa học và công nghệ
    KHCN: khoa học và công nghệ
    KHKT: khoa học kỹ thuật
    NCKH: nghiên cứu khoa học
    CNTT: công nghệ thông tin
    UBND: ủy ban nhân dân
    HĐND: hội đồng nhân dân
    MTTQ: mặt trận tổ quốc
    LĐ TB XH: lao động thương binh và xã hội
    LĐTB XH: lao động thương binh và xã hội
    LĐTBXH: lao động thương binh và xã hội
    TT TT: thông tin và truyền thông
    TTTT: thông tin và truyền thông
    VH TT DL: văn hóa thể thao và du lịch
    VHTTDL: văn hóa thể thao và du lịch
    TW: trung ương
    NXB: nhà xuất bản
    BHYT: bảo hiểm y tế
    BHXH: bảo hiểm xã hội
    XHCN: xã hội chủ nghĩa
    TP HCM: thành phố hồ chí minh
    TPHCM: thành phố hồ chí minh
    HCM: hồ chí minh
    TP: thành phố
    TX: thị xã
    HN: hà nội
    VN: việt nam
"""
# These letters are also initials, units or other words: only capitals are an abbreviation.
_NEEDS_CAPITALS = frozenset("th tc hs sv gv mn hv sp hn vn gd cd tx tw".split())


class Word(NamedTuple):
    """A word of a text; the words of a written-out abbreviation all stand where the abbreviation does."""

    start: int
    end: int
    exact: str
    folded: str


def fold(text: str) -> str:
    """Return a text in small letters without tone marks and other diacritics, ``d`` for ``đ``; its length may change."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def spelling(word: str) -> str:
    """Return a word in small letters with its marks, spelled the one way that stands for all its right spellings."""
    word = unicodedata.normalize("NFC", word.lower())
    if word[0].isdecimal():
        return word.replace(".", "")
    decomposed = unicodedata.normalize("NFD", word)
    tone = next((c for c in decomposed if c in _TONES), "")
    plain = unicodedata.normalize("NFC", decomposed.replace(tone, "", 1)) if tone else word
    if plain in ("qui", "quy"):
        return unicodedata.normalize("NFC", "quy" + tone)
    if len(plain) > 1 and plain[-1] in "iy" and plain[-2] in _I_OR_Y:
        return unicodedata.normalize("NFC", plain[:-1] + "i" + tone)
    if tone and plain[-2:] in ("oa", "oe", "uy") and not plain.startswith("q"):
        return unicodedata.normalize("NFC", plain[:-1] + tone + plain[-1])
    return word


def words(text: str) -> list[Word]:
    """Return the words of a text in order, abbreviations written out, each with its place (code points)."""
    found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    result: list[Word] = []
    k = 0
    while k < len(found):
        start, end, raw = found[k]
        folded = _FOLDED[raw]
        if raw in _ABBREVIATED:
            size, long = _longest([raw for _, _, raw in found[k : k + _LONGEST]])
            if size:
                end = found[k + size - 1][1]
                result.extend(Word(start, end, *word) for word in long)
                k += size
                continue
        result.append(Word(start, end, _EXACT[raw], folded))
        k += 1
    return result


def forms(text: str) -> tuple[list[str], list[str]]:
    """Return the exact and the folded words of a text: :func:`words` without their places, for speed."""
    raws = _TOKEN.findall(text)
    exact = [_EXACT[raw] for raw in raws]
    folded = [_FOLDED[raw] for raw in raws]
    if _ABBREVIATED.isdisjoint(raws):
        return exact, folded
    found = words(text)
    return [word.exact for word in found], [word.folded for word in found]


class _Exact(dict[str, str]):
    """Spellings of words as met, worked out once each, up to a number that no honest archive reaches."""

    def __missing__(self, raw: str) -> str:
        spelt = spelling(raw)
        if len(self) < _HELD:
            self[raw] = spelt
        return spelt


class _Folded(dict[str, str]):
    """Folded words as met; on first sight a word is also checked for being an abbreviation."""

    def __missing__(self, raw: str) -> str:
        folded = fold(_EXACT[raw])
        if fold(raw) in _STARTS:
            _ABBREVIATED.add(raw)
        if len(self) < _HELD:
            self[raw] = folded
        return folded


def _longest(raws: Sequence[str]) -> tuple[int, list[tuple[str, str]]]:
    """Return how many words at the head of a list are an abbreviation, and what it stands for; 0 when none."""
    folded = tuple(fold(raw) for raw in raws)
    for size in range(len(raws), 0, -1):
        long = _TABLE.get(folded[:size])
        if long and (size > 1 or raws[0].isupper() or _by_its_letters(folded[0])):
            return size, long
    return 0, []


def _by_its_letters(folded: str) -> bool:
    """Tell whether small letters can only be an abbreviation: they make no Vietnamese syllable."""
    return folded not in _NEEDS_CAPITALS and not _SYLLABLE.fullmatch(folded)


def _table() -> dict[tuple[str, ...], list[tuple[str, str]]]:
    table = {}
    for line in _WRITTEN_OUT.strip().splitlines():
        short, _, long = line.partition(":")
        spelt = [spelling(word) for word in long.split()]
        table[tuple(fold(short).split())] = [(word, fold(word)) for word in spelt]
    return table


_HELD = 500_000
_TABLE = _table()
_STARTS = frozenset(key[0] for key in _TABLE)
_LONGEST = max(len(key) for key in _TABLE)
_EXACT, _FOLDED = _Exact(), _Folded()
_ABBREVIATED: set[str] = set()
