"""Sources by pronoun: which person of the same sex named before "ông", "chị ấy", "cô" is."""

from __future__ import annotations

from bisect import bisect_left

from trichtin.annotate.links.ids import person_id
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_words import FEMALE, MALE, SENTENCE_START


def resolve_pronoun(sources: Sources, word: str, start: int, end: int, last: Source | None) -> Source | None:
    """Return the person of the pronoun's sex who spoke last, begins a sentence since, or was named last."""
    sex = "m" if word.split()[0] in MALE else "f" if word.split()[0] in FEMALE else ""
    if last is not None and last.person and start - last.end < 2500:
        topic = new_topic(sources, last, start, sex)
        if topic is not None:
            return Source(topic, person_id(topic), start, end, 0.8, True)
        if _agrees(sources, last.name, sex):
            return Source(last.name, last.id, start, end, 0.85, True)
    k = bisect_left(sources.person_starts, start)
    for ent in reversed(sources.persons[max(0, k - 12) : k]):
        name = sources.full[ent.start_char]
        if _agrees(sources, name, sex):
            return Source(name, person_id(name), start, end, 0.7, True)
    if last is not None and last.id is None:
        return Source(last.name, None, start, end, 0.6)
    return None


def new_topic(sources: Sources, last: Source, start: int, sex: str) -> str | None:
    """Return who, of the same sex, a sentence between the last quote and a pronoun begins with, if that is another."""
    low, high = bisect_left(sources.person_starts, last.end), bisect_left(sources.person_starts, start)
    for ent in reversed(sources.persons[low:high]):
        name = sources.full[ent.start_char]
        if not SENTENCE_START.search(sources.text[max(last.end, ent.start_char - 40) : ent.start_char]):
            continue
        if sex and sex in sources.sex.get(name, ()):
            return name if name != last.name else None
    return None


def _agrees(sources: Sources, name: str, sex: str) -> bool:
    """Tell whether a form of address goes with a person; a pupil ("em A") is nobody's "ông" or "thầy"."""
    known = sources.sex.get(name, set())
    return not sex or not known or sex in known
