"""Direct quotes: who said what stands between quotation marks, told by the words in front of it or behind it.

A quoted stretch that stands alone belongs to the source of the quote before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichtin.annotate.quotes.content import trim_direct
from trichtin.annotate.quotes.cues import find_verbs, is_denied
from trichtin.annotate.quotes.extent import goes_on, lost_end
from trichtin.annotate.quotes.marks import Quotation
from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_names import Source
from trichtin.annotate.quotes.source_omitted import omitted_subject
from trichtin.annotate.quotes.source_subject import find_subject, leading_subject
from trichtin.annotate.quotes.source_verbless import person_at
from trichtin.annotate.quotes.that_is import is_announced
from trichtin.annotate.quotes.theo import read_theo

PHOTO = re.compile(r".*(?:Ảnh|Nguồn)\s?:\s?[^.“”\"\n]{2,40}$", re.DOTALL)  # a caption that runs into a quotation
AFTER_QUOTE = re.compile(r"\s*[,.;]?\s*(?:[-–—]\s*)?")


def read_direct(
    reading: Reading,
    index: int,
    position: int,
    unit_start: int,
    unit_end: int,
    following: int,
    quotation: Quotation,
    cues: Sequence[re.Match[str]],
) -> int:
    """Attribute one quoted stretch; return where the reading of the sentence goes on."""
    text = reading.text
    lead = _lead(reading, position, unit_start, quotation, cues)
    trail = None if lead and lead[3] else _trail(reading, quotation, following, unit_end, index, cues)
    chosen = lead if lead and (trail is None or lead[3]) else trail
    start, end = trim_direct(text, quotation.start, quotation.end)
    after = quotation.after
    if lead and lead[3] and (not quotation.closed or goes_on(reading, quotation, unit_end)):
        end = after = lost_end(reading, index, start)
        start, end = trim_direct(text, start, end)
    elif not quotation.closed:
        return position if chosen is None else quotation.start
    if chosen is not None:
        # A clause in front of the marks belongs to the sentence: "… và “A”, ông X nói" stays a direct quote.
        source, cue, stop, _ = chosen
        if reading.add(start, end, "direct", source, cue, 0.95 * source.score):
            reading.done = max(reading.done, after, stop)
            return max(after, stop)
        return after
    before = PHOTO.sub("", text[position : quotation.opening])
    alone = not before.strip(" -–—,:;.+*•") and not re.search(r"\w", text[quotation.after : min(following, unit_end)])
    last = reading.last
    if alone and last is not None and quotation.opening - reading.last_end < 700 and len(text[start:end].split()) >= 6:
        if is_announced(reading, index):
            return quotation.after
        reading.add(start, end, "direct", last, "", 0.6 * last.score)
        return quotation.after
    return position if before.strip() or not alone else quotation.after


def _lead(
    reading: Reading, position: int, unit_start: int, quotation: Quotation, cues: Sequence[re.Match[str]]
) -> tuple[Source, str, int, bool] | None:
    """Find the attribution in front of a quoted stretch: "ông A nói: “…”"."""
    text = reading.text
    gap = text[max(position, quotation.opening - 160) : quotation.opening]
    colon = gap.rstrip().endswith(":")
    before = [c for c in cues if position <= c.start() and c.end() <= quotation.opening]
    for cue in reversed(before[-4:]):
        between = text[cue.end() : quotation.opening]
        if len(between) > 150:
            break
        close = (
            re.fullmatch(r"(?:\s(?:thêm|rõ|lại|tiếp|ngay|rằng|là|lên))*\s?[,:]?\s*(?:rằng|là)?\s*[:,]?\s*", between)
            is not None
        )
        if not close and not colon:
            continue
        if not close and re.search(r"[.!?“”\"]", between):
            continue
        if is_denied(reading, unit_start, cue) and not (colon and close):
            continue
        source = find_subject(reading.sources, position, cue.start(), reading.last) or omitted_subject(
            reading, position, cue.start(), colon
        )
        if source is not None:
            return source, cue.group(), 0, colon or close
    theo = read_theo(reading, position, quotation.opening)
    if theo is not None and not text[theo[1] : quotation.opening].strip(" ,:"):
        return theo[0], theo[2], 0, True
    if colon:
        stop = quotation.opening - len(gap) + len(gap.rstrip()) - 1
        source = find_subject(reading.sources, position, stop, reading.last)
        if source is None:
            source = leading_subject(reading.sources, position, stop, reading.last)
        if source is not None and not before:
            source.score *= 0.8
            return source, "", 0, True
        if reading.last is not None and quotation.opening - reading.last_end < 400:
            last = reading.last
            return Source(last.name, last.id, last.start, last.end, 0.5, last.person), "", 0, True
    return None


def _trail(
    reading: Reading, quotation: Quotation, following: int, unit_end: int, index: int, cues: Sequence[re.Match[str]]
) -> tuple[Source, str, int, bool] | None:
    """Find the attribution behind a quoted stretch: "“…”, ông A nói"."""
    text = reading.text
    if not quotation.closed:
        return None
    begin = AFTER_QUOTE.match(text, quotation.after).end()  # type: ignore[union-attr]
    if "\n" in text[quotation.after : begin]:
        return None
    limit = min(unit_end, following)
    if (
        begin >= limit
        and index + 1 < len(reading.units)
        and reading.units[index + 1][0] == begin
        and following >= unit_end
    ):
        # "“….” Ông A nói." : the next sentence holds nothing but the attribution.
        limit = reading.units[index + 1][1]
        found = list(find_verbs(reading, begin, min(limit, begin + 200)))
        if not found or text[found[-1].end() : limit].strip(" .…") or limit - begin > 200:
            return None
        cues = found
    for cue in cues:
        if cue.start() < begin:
            continue
        if cue.start() - begin > 220 or cue.start() >= limit:
            break
        tail = text[cue.end() : min(limit, cue.end() + 60)]
        if re.match(r"(?:\s(?:thêm|rõ))?\s?(?::|rằng|,?\srằng)", tail):
            dash = text[quotation.after : begin].strip() in ("-", "–", "—", ",")
            if not dash:
                return None
        source = find_subject(reading.sources, begin, cue.start(), reading.last)
        if source is None:
            continue
        if re.search(r"[.!?]\s", text[begin : cue.start()]) and not re.search(
            r"\b(?:TS|GS|ThS|TP|PGS)\.", text[begin : cue.start()]
        ):
            break
        return source, cue.group(), cue.end(), False
    match = re.compile(r"(?:cũng\s)?theo\s", re.IGNORECASE).match(text, begin, limit)
    if match:
        source = find_subject(reading.sources, match.end(), limit, reading.last)
        if source is not None:
            return source, "theo", limit, False
    if text[quotation.after : begin].strip() and len(text[quotation.start : quotation.end].split()) >= 7:
        # "“…” - ông A nghẹn giọng." : nobody else stands behind the words, whatever the verb.
        person = person_at(reading.sources, begin, limit)
        if person is not None and len(text[begin:limit].split()) <= 40:
            return person, "", person.end, False
    return None
