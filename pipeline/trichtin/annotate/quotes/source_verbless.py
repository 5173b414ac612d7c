"""Sources without a verb: who stands before a colon, at the head of a sentence, or behind "Đó là khẳng định của"."""

from __future__ import annotations

import re
from bisect import bisect_left

from trichtin.annotate.people.roles import ROLE, TITLE
from trichtin.annotate.quotes.source_clauses import trim_adverbials
from trichtin.annotate.quotes.source_descriptions import post_holder
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_phrase import resolve_phrase
from trichtin.annotate.quotes.source_words import AUTHORITY


def before_colon(sources: Sources, start: int, end: int) -> Source | None:
    """Return the source that stands before the colon of a headline."""
    ents = sources.within(start, end)
    persons = [ent for ent in ents if ent.label_ == "PER"]
    phrase = sources.text[start:end].strip(" “”\"'")
    if persons:
        ent = persons[-1]
        words = len(sources.text[start : ent.start_char].split())
        post = ROLE.match(sources.text, start, end) or TITLE.match(sources.text, start, end) or words <= 1
        behind = sources.text[ent.end_char : end].strip()
        if (post or words <= 4) and not behind and not re.search(r"(?<!\w)(?:vụ|việc|từ)(?!\w)", phrase, re.IGNORECASE):
            return sources.of_person(ent, 0.9)
        return None
    if (
        ents
        and ents[0].label_ == "ORG"
        and ents[0].start_char == start
        and ents[0].end_char >= end - 1
        and AUTHORITY.match(ents[0].text)
    ):
        return sources.of_body(ents[0], 0.7)
    if ROLE.match(phrase) and len(phrase.split()) <= 10:
        holder = post_holder(sources, phrase, start, None)
        return holder or Source(phrase, None, start, end, 0.6)
    return None


def person_at(sources: Sources, start: int, end: int) -> Source | None:
    """Return the person with whose name, forms of address and posts aside, a stretch begins."""
    k = bisect_left(sources.person_starts, start)
    if k == len(sources.persons) or sources.persons[k].end_char > end:
        return None
    before = sources.text[start : sources.person_starts[k]]
    if len(before.split()) > 3 or re.search(r"[,.;:]\s", before.replace("TS. ", "")):
        return None
    return sources.of_person(sources.persons[k], 0.75)


def named_at(sources: Sources, start: int, end: int) -> str | None:
    """Return the fullest name of the person whom a sentence begins with."""
    persons = [ent for ent in sources.within(start, end) if ent.label_ == "PER"]
    if persons and len(sources.text[start : persons[0].start_char].split()) <= 5:
        return sources.full.get(persons[0].start_char)
    return None


def subject_after(sources: Sources, start: int, end: int, last: Source | None) -> Source | None:
    """Return the source whom "Đó là khẳng định của …" names."""
    ents = sources.within(start, min(end, start + 120))
    for ent in ents:
        if ent.label_ == "PER" and len(sources.text[start : ent.start_char].split()) <= 12:
            return sources.of_person(ent, 0.9)
    stop = re.compile(r"[,.;\n]|\s(?:tại|trong|khi|về|trước|sau|với|ngày|sáng|chiều)\s").search(
        sources.text, start, end
    )
    begin, finish = trim_adverbials(sources, start, stop.start() if stop and not sources.covers(stop.start()) else end)
    return resolve_phrase(sources, begin, finish, last)
