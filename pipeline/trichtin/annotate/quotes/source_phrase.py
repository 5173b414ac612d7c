"""Whom one phrase means: the person or body it names, or else what a pronoun, a letter or a description stands for."""

from __future__ import annotations

import re

from spacy.tokens import Span

from trichtin.annotate.quotes.source_bodies import resolve_document, resolve_short_body
from trichtin.annotate.quotes.source_descriptions import resolve_description
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_pronouns import resolve_pronoun
from trichtin.annotate.quotes.source_words import (
    CLAUSE_VERB,
    DESCRIBED,
    DOCUMENT,
    OBJECT,
    PREPOSITION,
    PRONOUN,
    RELATION,
    SHORT_BODY,
    TAIL_PRONOUN,
    THEY,
    TO_SOMEONE,
)


def resolve_phrase(sources: Sources, start: int, end: int, last: Source | None) -> Source | None:
    """Resolve one phrase as a source."""
    text = sources.text
    ents = sources.within(start, end)
    persons = [ent for ent in ents if ent.label_ == "PER"]
    for ent in persons:
        left = text[max(start, ent.start_char - 48) : ent.start_char]
        if RELATION.search(left):
            begin = start if ent is persons[0] and ent.start_char - start < 60 else ent.start_char
            if begin < ent.start_char and not PREPOSITION.match(text, begin, end):
                return Source(text[begin : ent.end_char], None, begin, ent.end_char, 0.7)
            continue
        if TO_SOMEONE.search(text, max(start, ent.start_char - 60), ent.start_char) and not _leads(sources, start, ent):
            continue
        return sources.of_person(ent)
    if persons and not PREPOSITION.match(text, start, end):
        return sources.of_person(persons[-1], 0.6)
    if DOCUMENT.match(text, start, end):
        issuer = resolve_document(sources, start, end)
        if issuer is not None:
            return issuer
    bodies = [ent for ent in ents if ent.label_ == "ORG"]
    begin = start
    for ent in bodies:
        before = text[begin : ent.start_char].strip()
        if not before or re.fullmatch(
            r"(?:đại diện\s)?(?:phía|về phía|cơ quan|cả|riêng|còn|bản thân|tờ|báo|hãng|hãng tin|trang"
            r"|kênh|chính|nhà trường|tạp chí|lãnh đạo của|tập đoàn)",
            before,
            re.IGNORECASE,
        ):
            if any(other.start_char - ent.end_char <= 1 for other in bodies if other.start_char >= ent.end_char):
                begin = ent.end_char  # a photo credit before the name
                continue
            rest = text[ent.end_char : end]
            if rest.strip() and DESCRIBED.match(rest.strip()) and len(rest.split()) <= 4:
                continue
            return sources.of_body(ent)
        if (
            DESCRIBED.match(text, start, end)
            and len(before.split()) <= 9
            and not CLAUSE_VERB.search(text, start, ent.start_char)
        ):
            return resolve_description(sources, start, ent.end_char, last)
    if bodies and bodies[-1].end_char == end and not OBJECT.search(text, start, bodies[-1].start_char):
        # A heading or a caption that runs into the sentence: "Tuyển sinh lớp 10 Sở GD&ĐT A cho biết".
        return sources.of_body(bodies[-1], 0.6)
    pronoun = TAIL_PRONOUN.search(text, start, end)
    if pronoun is not None and pronoun.start() > start:
        return resolve_pronoun(sources, pronoun["word"].casefold(), pronoun.start("word"), end, last)
    if PREPOSITION.match(text, start, end):
        # "Tại cuộc họp Sở yêu cầu": no entity speaks; look no further than the last words.
        tail = text[start:end].split()
        if tail and tail[-1] in ("Sở", "Bộ", "Phòng", "Ban"):
            return resolve_short_body(sources, tail[-1], end - len(tail[-1]), end)
        return None
    return _unnamed(sources, start, end, last)


def _leads(sources: Sources, start: int, ent: Span) -> bool:
    """Tell whether nothing but posts and forms of address stands before a person's name."""
    return len(sources.text[start : ent.start_char].split()) <= 1


def _unnamed(sources: Sources, start: int, end: int, last: Source | None) -> Source | None:
    """Resolve a phrase that names no person and no body: a pronoun, a short name, a letter, a place, a description."""
    text = sources.text
    phrase = text[start:end].strip()
    if not phrase or len(phrase) > 160:
        return None
    pronoun = PRONOUN.fullmatch(phrase)
    if pronoun:
        return resolve_pronoun(sources, pronoun["word"].casefold(), start, end, last)
    if THEY.fullmatch(phrase) and last is not None and not last.person:
        return Source(last.name, last.id, start, end, 0.7)
    if SHORT_BODY.match(phrase) and not phrase.casefold().startswith("lãnh đạo"):
        return resolve_short_body(sources, phrase, start, end)
    if DOCUMENT.match(phrase):
        issuer = resolve_document(sources, start, end)
        if issuer is not None:
            return issuer
    places = [ent for ent in sources.within(start, end) if ent.label_ == "LOC"]
    if places and places[0].start_char == start and len(text[places[0].end_char : end].split()) <= 3:
        return Source(places[0].text, None, start, places[0].end_char, 0.6)
    documents = [ent for ent in sources.within(start, end) if ent.label_ in ("DOC", "PROG")]
    if documents and documents[0].start_char == start:
        return Source(documents[0].text, None, start, documents[0].end_char, 0.5)
    if DESCRIBED.match(phrase):
        return resolve_description(sources, start, end, last)
    return None
