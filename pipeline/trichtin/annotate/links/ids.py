"""One thing, one id: identifiers of entities that are stable across articles and spellings.

An id is the label in small letters and the folded name: ``per:tran-huu-hoan``, ``org:bo-giao-duc-va-dao-tao``,
``loc:nghe-an``. Folding removes case, tone marks (so old and new tone placement agree), punctuation, and the
spellings of one abbreviation (``GD&ĐT``, ``GD-ĐT``, ``GDĐT``). Two people of one name share an id; an id says what
a name is, not who bears it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from trichtin.annotate.links.places import load_places

# A folded syllable of Vietnamese: what does not match is foreign or an abbreviation.
SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
# Abbreviations of education news, written out. Keys are folded: small letters, no tone marks, single spaces.
ABBREVIATIONS = {
    "gd dt": "giao duc va dao tao",
    "gddt": "giao duc va dao tao",
    "gd va dt": "giao duc va dao tao",
    "gd": "giao duc",
    "giao duc dao tao": "giao duc va dao tao",
    "dh": "dai hoc",
    "cd": "cao dang",
    "hv": "hoc vien",
    "tc": "trung cap",
    "thpt": "trung hoc pho thong",
    "ptth": "trung hoc pho thong",
    "thcs": "trung hoc co so",
    "th": "tieu hoc",
    "mn": "mam non",
    "dhqg": "dai hoc quoc gia",
    "dhqghn": "dai hoc quoc gia ha noi",
    "dhsp": "dai hoc su pham",
    "sp": "su pham",
    "khxh nv": "khoa hoc xa hoi va nhan van",
    "khxh va nv": "khoa hoc xa hoi va nhan van",
    "khtn": "khoa hoc tu nhien",
    "kt": "kinh te",
    "cntt": "cong nghe thong tin",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "tw": "trung uong",
    "ldtb xh": "lao dong thuong binh va xa hoi",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "ld tb xh": "lao dong thuong binh va xa hoi",
    "lao dong thuong binh xa hoi": "lao dong thuong binh va xa hoi",
    "tt tt": "thong tin va truyen thong",
    "tttt": "thong tin va truyen thong",
    "vh tt dl": "van hoa the thao va du lich",
    "vhttdl": "van hoa the thao va du lich",
    "kh cn": "khoa hoc va cong nghe",
    "khcn": "khoa hoc va cong nghe",
    "nxb": "nha xuat ban",
    "bv": "benh vien",
    "tnhh": "trach nhiem huu han",
    "hcm": "ho chi minh",
    "tphcm": "thanh pho ho chi minh",
    "hn": "ha noi",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tt hue": "thua thien hue",
    "mttq": "mat tran to quoc",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "lhq": "lien hop quoc",
    "vn": "viet nam",
}
# Abbreviations that are words once their capitals and marks are gone: "TƯ", and not "tư thục"; "CA", and not "cá".
WRITTEN = {"TƯ": "Trung ương", "T.Ư": "Trung ương", "CA": "Công an"}
_WRITTEN = re.compile(r"(?<!\w)(?:TƯ|T\.Ư|CA)(?!\w)")
_LONGEST = max(len(key.split()) for key in ABBREVIATIONS)
# The generic head is left out where the rest is a name by itself: "Trường ĐH Vinh" is "ĐH Vinh".
_SCHOOL = re.compile(r"^truong (?=(?:dai hoc|cao dang|hoc vien|trung hoc|tieu hoc|mam non|mau giao|trung cap))")
# "Phòng Giáo dục quận X" and "Sở Giáo dục" are the office of education and training; a "phòng Giáo dục Mầm non" is not.
_EDUCATION_OFFICE = re.compile(r"^(?:bo|so|phong) giao duc(?=$| (?:quan|huyen|thi xa|thanh pho|tinh|tp) )")
_ADMINISTRATIVE = re.compile(r"\b(?:tinh|thanh pho) ")
COUNTRIES = {
    "my": "hoa ky",
    "usa": "hoa ky",
    "anh quoc": "anh",
    "vuong quoc anh": "anh",
    "uk": "anh",
    "duc quoc": "duc",
    "lien bang nga": "nga",
    "han": "han quoc",
    "nhat": "nhat ban",
    "uc": "australia",
    "trung hoa": "trung quoc",
    "cong hoa phap": "phap",
    "chxhcn viet nam": "viet nam",
}


# The blocks of combining marks; a pattern is several times as quick as asking for each letter.
COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")


def fold(name: str) -> str:
    """Return a name in small letters without tone marks and punctuation, single spaces between its syllables."""
    decomposed = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    letters = COMBINING.sub("", decomposed)
    return " ".join(re.findall(r"[^\W_]+", letters))


def expand(folded: str) -> str:
    """Write the abbreviations of a folded name out, longest first."""
    words = folded.split()
    out: list[str] = []
    k = 0
    while k < len(words):
        for length in range(min(_LONGEST, len(words) - k), 0, -1):
            long = ABBREVIATIONS.get(" ".join(words[k : k + length]))
            if long:
                out.append(long)
                k += length
                break
        else:
            out.append(words[k])
            k += 1
    return " ".join(out)


def person_id(name: str) -> str:
    """Return the id of a person's full name: ``per:pham-quang-trung``."""
    return "per:" + fold(name).replace(" ", "-")


@lru_cache(maxsize=65536)
def entity_id(label: str, name: str) -> str:
    """Return the id of an entity.

    Args:
        label: PER, ORG, LOC, DOC or PROG.
        name: the name as the text has it (for a person the full name in the article).

    Returns:
        The label in small letters, a colon, and the folded name with hyphens.
    """
    if label == "PER":
        return person_id(name)
    folded = fold(_WRITTEN.sub(lambda short: WRITTEN[short.group()], unicodedata.normalize("NFC", name)))
    if label == "ORG":
        folded = _SCHOOL.sub("", expand(folded))
        folded = _EDUCATION_OFFICE.sub(r"\g<0> va dao tao", folded)
        folded = _ADMINISTRATIVE.sub("", folded) if not folded.startswith(("tinh ", "thanh pho ")) else folded
    elif label == "LOC":
        folded = expand(folded)
        province = load_places().province(folded)
        folded = fold(province) if province else COUNTRIES.get(folded, folded)
    elif label == "PROG":
        folded = expand(folded).replace("ki thi", "ky thi")
    return f"{label.lower()}:{folded.replace(' ', '-')}"
