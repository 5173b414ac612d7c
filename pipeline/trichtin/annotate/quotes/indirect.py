"""Indirect and mixed quotes: which words of a sentence are the content of its cue, and where they end.

The cue may stand in front of the content ("Theo X, …", "ông A cho biết …") or behind it ("…, ông A cho biết").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichtin.annotate.quotes.candidates import LETTER_ORDERS, LETTERS, choose, describe, find_candidates
from trichtin.annotate.quotes.content import TRAILER, opener, trim
from trichtin.annotate.quotes.cue_lexicon import CLAUSE_CUES, THEO_NO_SOURCE, lemma
from trichtin.annotate.quotes.cues import find_verbs
from trichtin.annotate.quotes.extent import run_on
from trichtin.annotate.quotes.reading import Reading, Report
from trichtin.annotate.quotes.source_subject import find_subject
from trichtin.annotate.quotes.source_verbless import subject_after
from trichtin.annotate.quotes.source_words import DOCUMENT
from trichtin.annotate.quotes.theo import read_theo

# A second report of the same sentence and source.
SECOND = re.compile(r"(?:,\s|\s)(?:đồng thời|và)\s(?:(?:cũng|còn|tiếp tục)\s)?$", re.IGNORECASE)
SECOND_CUES = frozenset({"khẳng định", "nhấn mạnh", "cho biết", "cho rằng", "cho hay", "thừa nhận"})
# Orders behind "và" alone may be whose of whom the sentence speaks.
SECOND_ORDERS = frozenset({"đề nghị", "kiến nghị", "đề xuất", "kêu gọi", "khuyến cáo", "lưu ý", "cảnh báo"})
TRAILING = CLAUSE_CUES | {"nói", "viết", "kể", "chia sẻ", "thông tin"}
CONCESSION = re.compile(r"(?:dù|tuy|mặc dù)\s(?!nhiên|vậy|thế)", re.IGNORECASE)


def read_indirect(
    reading: Reading, index: int, position: int, unit_start: int, unit_end: int, cues: Sequence[re.Match[str]]
) -> None:
    """Take the indirect quotes of one sentence: by "Theo X", by the verb it is about, or by an attribution at its end."""
    text = reading.text
    theo = read_theo(reading, position, unit_end)
    reports = find_candidates(reading, position, unit_start, unit_end, cues)
    if theo is not None:
        source, begin, word, weak = theo
        stop = re.compile(r";\s(?=[A-ZĐ])").search(text, begin, unit_end)
        start, end = trim(text, begin, stop.start() if stop else unit_end)
        better = weak and any(r.source.person and not r.carried for r in reports)
        if len(text[start:end].split()) >= 3 and not better:
            end = run_on(reading, index, end) if text[max(0, begin - 3) : begin].strip().endswith(":") else end
            if reading.add(start, end, _kind(reading, start, end), source, word, (0.6 if weak else 0.9) * source.score):
                return
    describe(reading, reports, unit_start, unit_end)
    chosen = choose(reading, reports)
    if chosen is not None:
        chosen = _order_in_letter(reading, chosen, unit_end)
        start, end = trim(text, chosen.start, unit_end)
        concession = CONCESSION.match(text, unit_start, chosen.cue.start())
        if concession and not re.search(r",|(?<!\w)nhưng(?!\w)", text[concession.end() : chosen.cue.start()]):
            stop = re.compile(r",?\s(?:nhưng|song)\s|,\s").search(text, start, end)
            end = stop.start() if stop else end
        if chosen.opening != "colon" and text[unit_end - 1] == ":":
            reading.last = chosen.source
            end = run_on(reading, index, end, chosen.source.name if not chosen.source.person else None)
        elif chosen.opening != "colon":
            stop = re.compile(r";\s(?=[A-ZĐ])").search(text, start, end)
            end = stop.start() if stop else end
        else:
            document = DOCUMENT.search(text, unit_start, chosen.cue.start()) and not chosen.source.person
            reading.last = chosen.source
            end = run_on(reading, index, end, chosen.source.name if document else None)
        trailer = TRAILER.search(text, max(start + 8, end - 90), end)
        end = trim(text, start, trailer.start())[1] if trailer else end
        second = _second(reading, cues, start, end) if chosen.opening != "colon" else None
        first, last = trim(text, start, second[0]) if second else (start, end)
        if reading.add(first, last, _kind(reading, first, last), chosen.source, chosen.cue.group(), chosen.score):
            if second:
                cue = second[1]
                begin, end = trim(text, second[2], end)
                reading.add(begin, end, _kind(reading, begin, end), chosen.source, cue.group(), 0.9 * chosen.score)
            return
    tail = text.rfind(", theo ", max(position, unit_end - 110), unit_end)
    if tail > 0 and not THEO_NO_SOURCE.match(text, tail + 7, unit_end):
        behind = subject_after(reading.sources, tail + 7, unit_end, reading.last)
        start, end = trim(text, position, tail)
        if behind is not None and len(text[start:end].split()) >= 6:
            reading.add(start, end, _kind(reading, start, end), behind, "theo", 0.7 * behind.score)
            return
    for cue in reversed(cues[-2:]):
        if cue.start() < position:
            break
        if lemma(cue.group()) in TRAILING and _trailing(reading, position, unit_end, cue):
            return


def _order_in_letter(reading: Reading, report: Report, unit_end: int) -> Report:
    """Go on to what a letter orders: "ký công văn hỏa tốc gửi Sở X, yêu cầu …" is about what is asked."""
    if report.opening == "colon" or lemma(report.cue.group()) not in LETTERS:
        return report
    for cue in find_verbs(reading, report.start, min(unit_end, report.start + 160)):
        if lemma(cue.group()) not in LETTER_ORDERS or re.search(r"[.;:“”\"]", reading.text[report.start : cue.start()]):
            continue
        opened = opener(reading.text, cue.group(), cue.end(), unit_end)
        if opened:
            return Report(cue, opened[0], opened[1], report.source, report.carried, report.score, report.features)
    return report


def _second(
    reading: Reading, cues: Sequence[re.Match[str]], start: int, end: int
) -> tuple[int, re.Match[str], int] | None:
    """Find a second report of the same source in a sentence: "thông báo A, đồng thời nhấn mạnh B".

    Returns:
        Where the first report ends, the second cue, and where its content begins; None when there is none.
    """
    for cue in cues:
        word = lemma(cue.group())
        if cue.start() < start + 12 or cue.end() > end or word not in SECOND_CUES | SECOND_ORDERS:
            continue
        link = SECOND.search(reading.text, max(start, cue.start() - 30), cue.start())
        if link is None or link.start() < start + 8 or (word in SECOND_ORDERS and "đồng" not in link.group()):
            continue
        opened = opener(reading.text, cue.group(), cue.end(), end)
        if opened and len(reading.text[opened[0] : end].split()) >= 4:
            return link.start(), cue, opened[0]
    return None


def _trailing(reading: Reading, position: int, unit_end: int, cue: re.Match[str]) -> bool:
    """Read an attribution at the end of the sentence it reports: "…, ông A cho biết."."""
    text = reading.text
    if text[cue.end() : unit_end].strip(" .…/") not in ("", "thêm", "như vậy"):
        return False
    comma = text.rfind(", ", max(position, cue.start() - 160), cue.start())
    while comma >= 0 and reading.sources.covers(comma):
        comma = text.rfind(", ", max(position, cue.start() - 160), comma)
    while comma > position:
        source = find_subject(reading.sources, comma + 2, cue.start(), reading.last)
        if source is not None and source.start <= comma + 30:
            start, end = trim(text, position, comma)
            if len(text[start:end].split()) >= 5:
                return reading.add(start, end, _kind(reading, start, end), source, cue.group(), 0.7 * source.score)
            return False
        comma = text.rfind(", ", max(position, cue.start() - 160), comma)
    return False


def _kind(reading: Reading, start: int, end: int) -> str:
    """Tell an indirect quote from a mixed one, which holds a quoted clause or phrase."""
    k = 0
    text = reading.text
    found = text.find("“", start, end)
    if found < 0:
        found = text.find('"', start, end)
    while found >= 0 and k < 6:
        stop = min((p for p in (text.find("”", found + 1, end), text.find('"', found + 1, end)) if p > 0), default=-1)
        if stop < 0:
            break
        if len(text[found + 1 : stop].split()) >= 3 and not text[found + 1].isupper():
            return "mixed"
        found = text.find("“", stop + 1, end)
        k += 1
    return "indirect"
