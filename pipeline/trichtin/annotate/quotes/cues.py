"""The cues of a sentence: which words of the lexicon stand in it as verbs, outside quotation marks and not denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trichtin.annotate.quotes.cue_lexicon import CUE, NO_REPORT, lemma
from trichtin.annotate.quotes.marks import Quotation
from trichtin.annotate.quotes.reading import Reading

MOST_CUES = 8  # cues tried in one sentence
# Verbs that do nothing but report.
SPEECH_VERBS = frozenset(
    {
        "cho biết",
        "cho biết thêm",
        "cho hay",
        "cho rằng",
        "nói rằng",
        "tin rằng",
        "nghĩ rằng",
        "nêu rõ",
        "ghi rõ",
        "nói rõ",
        "chỉ rõ",
        "chỉ ra",
    }
)
UNDENIED = frozenset(
    {"nhóm", "tổ", "ban", "hội đồng", "nguồn", "kênh", "bài báo", "lễ", "hệ thống", "tin", "vì", "cùng"}
)


def find_cues(reading: Reading, start: int, end: int, inside: Sequence[Quotation]) -> list[re.Match[str]]:
    """Return the cues of a stretch that lie outside its quoted stretches."""
    found: list[re.Match[str]] = []
    k = 0
    for match in find_verbs(reading, start, end):
        while k < len(inside) and inside[k].after <= match.start():
            k += 1
        if k < len(inside) and inside[k].closed and inside[k].opening <= match.start():
            continue
        found.append(match)
        if len(found) >= 4 * MOST_CUES:
            break
    return found


def find_verbs(reading: Reading, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what the lexicon finds and no name holds ("Bảo" of "Trịnh Bảo Khang" is no verb)."""
    if (start, end) not in reading.verbs:
        reading.verbs[start, end] = list(_search(reading, start, end))
    return iter(reading.verbs[start, end])


def _search(reading: Reading, start: int, end: int) -> Iterator[re.Match[str]]:
    text = reading.text
    for match in CUE.finditer(text, start, end):
        at = match.start()
        if reading.sources.covers(at) or reading.sources.covers(match.end() - 1):
            continue
        if (
            text[at].isupper()
            and at > start + 1
            and text[at - 1] == " "
            and (text[at - 2].isalnum() or text[at - 2] == ",")
        ):
            continue
        yield match


def is_denied(reading: Reading, unit_start: int, cue: re.Match[str]) -> bool:
    """Tell whether the word in front makes no report of the verb; a name ("ông Đạt cho rằng") is no such word."""
    found = NO_REPORT.search(reading.text, max(unit_start, cue.start() - 16), cue.start())
    if found is None or reading.sources.named_before(cue.start()):
        return False
    # "một thành viên của nhóm cho biết": nouns that make a noun of other verbs do not of these.
    return not (lemma(cue.group()) in SPEECH_VERBS and found.group().strip().casefold() in UNDENIED)
