"""The source of a cue: which phrase of the clause is the subject of the verb, posts and asides between them or not."""

from __future__ import annotations

from trichtin.annotate.people.roles import ROLE
from trichtin.annotate.quotes.source_clauses import Chunk, cut_clause, trim_adverbials
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_phrase import resolve_phrase
from trichtin.annotate.quotes.source_words import APPOSITION, PARENT, POST_BETWEEN, PREPOSITION, RELATION, TO_SOMEONE

WINDOW = 420  # characters before a cue in which its subject is looked for


def find_subject(sources: Sources, low: int, high: int, last: Source | None) -> Source | None:
    """Return the subject of a verb that begins at ``high``, from the clause that may begin at ``low``.

    Args:
        low: where the sentence begins.
        high: where the cue begins.
        last: the source of the quote before, for pronouns and omitted subjects.

    Returns:
        The source, or None when nothing before the verb can speak.
    """
    found = _subject(sources, cut_clause(sources, max(low, high - WINDOW), high), last)
    return _whose_post(sources, low, found) if found is not None and not found.person else found


def leading_subject(sources: Sources, start: int, end: int, last: Source | None) -> Source | None:
    """Return the first person of a sentence that ends in a colon without a reporting verb."""
    return _first_subject(sources, cut_clause(sources, max(start, end - WINDOW), end), last)


def _whose_post(sources: Sources, low: int, found: Source) -> Source:
    """Return the person whose post ends with a body: "Em A, học sinh lớp 12, Trường THPT B cho biết"."""
    for ent in reversed(sources.within(low, found.start)):
        if ent.label_ == "PER":
            if POST_BETWEEN.fullmatch(sources.text, ent.end_char, found.start):
                return sources.of_person(ent, found.score)
            break
    return found


def _subject(sources: Sources, chunks: list[Chunk], last: Source | None) -> Source | None:
    k = len(chunks) - 1
    start, end = trim_adverbials(sources, *chunks[k][:2])
    while k > 0 and chunks[k][2] == "," and _is_place(sources, start, end):
        # "Công an phường A, TP B, tỉnh C cho biết": the chain of places belongs to the name before it.
        before = trim_adverbials(sources, *chunks[k - 1][:2])
        named = sources.within(*before)
        if not named or named[-1].end_char != before[1]:
            break
        k, (start, end) = k - 1, before
        chunks = chunks[: k + 1]
    if start < end:
        found = resolve_phrase(sources, start, end, last)
        found = _unit_of(sources, chunks, k, found)
        if (found is None or not found.person or found.start == start) and _is_post_like(sources, start, end):
            owner = _owner(sources, chunks, k)
            if owner is not None:
                return owner
        if (
            found is None
            and k == 0
            and 2 <= len(sources.text[start:end].split()) <= 6
            and all(word[0].isupper() for word in sources.text[start:end].split())  # a name that was not tagged
            and not PREPOSITION.match(sources.text, start, end)
        ):
            return Source(sources.text[start:end], None, start, end, 0.4)
        return found
    mark = chunks[k][2]
    if mark == ")":
        opened = next((j for j in range(k - 1, -1, -1) if chunks[j][2] == "("), 0)
        if opened:
            return _subject(sources, chunks[:opened], last)
    owner = _owner(sources, chunks, k)
    if owner is not None:
        return owner
    if (
        mark in (",", "-")
        and k >= 2
        and APPOSITION.match(sources.text, *chunks[k - 1][:2])
        and chunks[k - 1][2] == mark
    ):
        host = trim_adverbials(sources, *chunks[k - 2][:2])
        described = (
            resolve_phrase(sources, *host, last)
            if host[0] < host[1] and not PREPOSITION.match(sources.text, *host)
            else None
        )
        if described is not None:
            return described
    return _first_subject(sources, chunks[:k], last)


def _unit_of(sources: Sources, chunks: list[Chunk], k: int, found: Source | None) -> Source | None:
    """Return the unit before its parent body: "Cục A, Bộ B gửi công văn" is the office's letter."""
    if found is None or found.person or k == 0 or chunks[k][2] != "," or not PARENT.match(found.name):
        return found
    ents = sources.within(*trim_adverbials(sources, *chunks[k][:2]))
    if not ents or ents[0].start_char != found.start:
        return found
    start, end = trim_adverbials(sources, *chunks[k - 1][:2])
    before = sources.within(start, end)
    if len(before) == 1 and before[0].label_ == "ORG" and (before[0].start_char, before[0].end_char) == (start, end):
        return sources.of_body(before[0], found.score)
    return found


def _owner(sources: Sources, chunks: list[Chunk], k: int) -> Source | None:
    """Return the person beside whom the phrases up to chunk ``k`` stand: "ông A, Hiệu trưởng B,"."""
    for j in range(k - 1, max(-1, k - 8), -1):
        start, end = trim_adverbials(sources, *chunks[j][:2])
        if start >= end:
            continue
        persons = [ent for ent in sources.within(start, end) if ent.label_ == "PER"]
        if persons:
            ent = persons[-1]
            owned = RELATION.search(sources.text[max(start, ent.start_char - 48) : ent.start_char])
            if TO_SOMEONE.search(sources.text, max(start, ent.start_char - 60), ent.start_char) and j == k - 1:
                # "B gửi thư cho ông A, nhấn mạnh": A is spoken to.
                return sources.of_person(persons[0], 0.85) if len(persons) > 1 else None
            if not owned and len(sources.text[ent.end_char : end].split()) <= 2:
                if j < k - 1 and _is_post_like(sources, start, end) and not ROLE.match(sources.text, start, end):
                    continue  # "(mẹ của nữ sinh A)" is itself an aside
                return sources.of_person(ent, 0.92)
            if _is_post_like(sources, start, end):
                continue
            if len(sources.text[start : persons[0].start_char].split()) <= 1:
                return sources.of_person(persons[0], 0.85)
            return None
        if not _stands_beside(sources, start, end) or PREPOSITION.match(sources.text, start, end):
            return None
    return None


def _first_subject(sources: Sources, chunks: list[Chunk], last: Source | None) -> Source | None:
    """Return the subject of the sentence for a second verb: "ông A lên án …, đồng thời nhấn mạnh"."""
    for chunk in chunks:
        start, end = trim_adverbials(sources, *chunk[:2])
        if start >= end or PREPOSITION.match(sources.text, start, end):
            continue
        found = resolve_phrase(sources, start, end, last)
        if found is not None:
            found.score *= 0.8
            return found
    return None


def _is_place(sources: Sources, start: int, end: int) -> bool:
    ents = sources.within(start, end)
    return len(ents) == 1 and ents[0].label_ == "LOC" and (ents[0].start_char, ents[0].end_char) == (start, end)


def _stands_beside(sources: Sources, start: int, end: int) -> bool:
    """Tell whether a phrase may stand beside a name: a post, an organisation, a place, an age."""
    ents = sources.within(start, end)
    named = bool(ents) and ents[0].start_char <= start + 1 and ents[0].label_ in ("ORG", "LOC")
    return named or _is_post_like(sources, start, end)


def _is_post_like(sources: Sources, start: int, end: int) -> bool:
    return bool(APPOSITION.match(sources.text, start, end) or ROLE.match(sources.text, start, end))
