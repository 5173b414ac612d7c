"""Names of persons: initials, words of address, words that begin the next sentence, subjects, given names alone."""

from __future__ import annotations

import re

from trichtin.annotate.entities.spans import Mention, taken
from trichtin.annotate.links.ids import SYLLABLE, fold

INITIAL = r"(?:[A-ZĐ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)"
INITIALS_BEHIND = re.compile(rf"\s{INITIAL}\.(?:{INITIAL}\.?){{0,2}}(?!\w)")
INITIALS_AT_END = re.compile(rf"\s{INITIAL}(?:\.{INITIAL}){{0,2}}$")
MORE_INITIALS = re.compile(rf"\.(?:{INITIAL}\.?){{0,2}}(?!\w)")
INITIAL_BEFORE = re.compile(r"(?<![\w.])[A-ZĐ]\.$")
ADDRESS_FIRST = re.compile(r"(?:Ông|Bà|Anh|Chị|Em|Cô|Thầy|Bác|Chú)\s(?=\w+\s\w+\s\w)")  # "Anh Thư" is a name by itself
ADDRESS_OF_FOREIGNER = re.compile(r"(?:Ông|Bà|Anh|Chị|Cô)\s(?=\w+$)")
HYPHENATED = re.compile(r"-(?:\w[\w’']*)(?!\w)")
# Words that begin a sentence or a clause: a name ran on into them ("Ảnh Trí Kiên Quyết định …").
NEXT_SENTENCE = frozenset(
    """
    cả trong theo ngày sau trước khi đây các cụ tuy hiện ông bà nhiều tại thí học phụ giáo quyết được nhưng mặc hình bản ngoài vì để với những một từ
    """.split()
)
OFFICE_WORD = re.compile(r"(?:Sở|Bộ|Ban|Phòng|Vụ|Cục|Trường|Khoa|Chánh(?:\s.*)?)$")
SUBJECT = re.compile(
    r"(?:Ngữ |Lịch |Địa |Vật |Sinh |Hóa |Tiếng )?(?:Văn|Sử|Sử học|Địa|Lý|Lí|Toán|Hóa|Hoá|Sinh|Tin|Anh|GDCD)",
    re.IGNORECASE,
)
SUBJECT_BESIDE = re.compile(
    r"(?:(?:Văn|Sử|Địa|Lý|Lí|Toán|Hóa|Hoá|Sinh|Anh|môn(?: thi)?|khối|tổ hợp(?: môn)?)[,:]?\s?(?:-\s)?)$"
)
WORD = re.compile(r"\w+")


def with_initials_behind(text: str, start: int, end: int, label: str) -> Mention:
    """Take the initials and their full stop into a person's name: the press writes "Lê Thị N." of minors and suspects."""
    if label in ("PER", "LOC") and " " in text[start:end]:
        if INITIALS_AT_END.search(text, start, end):
            if more := MORE_INITIALS.match(text, end):
                return start, more.end(), "PER"
        elif label == "PER" and (initial := INITIALS_BEHIND.match(text, end)):
            return start, initial.end(), label
    return start, end, label


def without_address(text: str, start: int, end: int, label: str) -> Mention:
    """Leave the word of address at the head of a sentence out of a full or foreign name: "Anh Trần Văn Bưởi"."""
    if label == "PER":
        if address := ADDRESS_FIRST.match(text, start, end):
            start = address.end()
        elif address := ADDRESS_OF_FOREIGNER.match(text, start, end):  # "Bà Thu" is a name by itself, too
            start = start if SYLLABLE.fullmatch(fold(text[address.end() : end])) else address.end()
    return start, end, label


def with_hyphenated(text: str, start: int, end: int, label: str) -> Mention:
    """Take the rest of a name that a hyphen joins into it, but no number."""
    more = HYPHENATED.match(text, end) if label == "PER" else None
    return start, more.end() if more and not text[more.start() + 1].isdigit() else end, label


def before_next_sentence(text: str, start: int, end: int, label: str) -> Mention:
    """End a name before the word that begins the next sentence, if the text goes on in small letters or numbers."""
    if label != "PER":
        return start, end, label
    last = text.rfind(" ", start, end)
    following = text[end : end + 2]
    goes_on = following[:1] == " " and (following[1:].islower() or following[1:].isdigit())
    if goes_on and " " in text[start : max(last, start)] and text[last + 1 : end].lower() in NEXT_SENTENCE:
        end = last
    return start, end, label


def no_office_or_subject(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop offices and school subjects that were taken for persons: "Văn, Sử, Địa"."""
    if label == "PER" and OFFICE_WORD.match(text, start, end):
        return None
    if (
        label == "PER"
        and SUBJECT.fullmatch(text, start, end)
        and SUBJECT_BESIDE.search(text, max(start - 16, 0), start)
    ):
        return None
    return start, end, label


def with_initial_before(text: str, start: int, end: int, label: str) -> Mention:
    """Take the initial before a person's name into it: "N. Bưởi"."""
    initial = INITIAL_BEFORE.search(text, max(start - 3, 0), start) if label == "PER" else None
    return initial.start() if initial else start, end, label


def given_names(text: str, found: list[Mention]) -> list[Mention]:
    """Tag a person's given name alone where it clearly is one: a capital within the sentence, nothing capital beside it."""
    names = {
        text[start:end].rsplit(" ", 1)[-1] for start, end, label in found if label == "PER" and " " in text[start:end]
    }
    names |= {text[start:end] for start, end, label in found if label == "PER" and " " not in text[start:end]}
    names = {name for name in names if len(name) > 1 and name.isalpha() and not name.isupper()}
    if not names:
        return found
    covered = taken(text, found)
    more: list[Mention] = []
    words = list(WORD.finditer(text))
    for k, word in enumerate(words):
        name = word.group()
        if name not in names or any(covered[word.start() : word.end()]):
            continue
        before = words[k - 1].group() if k else ""
        after = words[k + 1].group() if k + 1 < len(words) else ""
        gap_before = text[words[k - 1].end() : word.start()] if k else "\n"
        gap_after = text[word.end() : words[k + 1].start()] if after else "."
        if before.lower() in ("tiếng", "môn"):  # a language, a subject
            continue
        if not before or gap_before.strip(" ,") or "\n" in gap_before:  # the start of a sentence tells nothing
            continue
        if (gap_before == " " and before[0].isupper()) or (gap_after == " " and after[0].isupper()):
            continue
        more.append((word.start(), word.end(), "PER"))
    return sorted(found + more)
