"""Sources by post or description: who "Hiệu trưởng Trường X", "vị này", "bà mẹ 44 tuổi" is, or that no name is known."""

from __future__ import annotations

from bisect import bisect_left

from trichtin.annotate.links.ids import entity_id, fold, person_id
from trichtin.annotate.people.roles import MINOR, ROLE
from trichtin.annotate.quotes.source_bodies import resolve_short_body
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_pronouns import new_topic, resolve_pronoun
from trichtin.annotate.quotes.source_words import (
    CLAUSE_VERB,
    DEMONSTRATIVE,
    NOT_DESCRIBED,
    PARAPHRASE,
    PRONOUN,
    SHORT_BODY,
    SOMEBODY,
)
from trichtin.facts import Person


def resolve_description(sources: Sources, start: int, end: int, last: Source | None) -> Source | None:
    """Return whom a description stands for, or itself, without an id, where the article names nobody it can mean."""
    text = sources.text
    for verb in CLAUSE_VERB.finditer(text, start + 2, end):
        if not sources.covers(verb.start() + 1):
            end = verb.start()
            break
    bracket = text.find("(", start, end)
    end = bracket if bracket > start and not sources.covers(bracket) else end
    phrase = text[start:end].strip()
    if NOT_DESCRIBED.fullmatch(phrase) and not PRONOUN.fullmatch(phrase):
        return None
    if len(phrase.split()) > 16:
        return None
    if PRONOUN.fullmatch(phrase):
        return resolve_pronoun(sources, PRONOUN.fullmatch(phrase)["word"].casefold(), start, end, last)  # type: ignore[index]
    if SHORT_BODY.match(phrase) and not phrase.casefold().startswith("lãnh đạo"):
        return resolve_short_body(sources, phrase, start, end)
    holder = (
        post_holder(sources, phrase, start, last)
        or _shown(sources, phrase, start, last)
        or _paraphrase(sources, phrase, start, last)
    )
    if holder is not None:
        return holder
    return Source(phrase, None, start, start + len(phrase), 0.65)


def post_holder(sources: Sources, phrase: str, at: int, last: Source | None) -> Source | None:
    """Return the person of the article who holds a post: "Hiệu trưởng Trường X", "vị Hiệu trưởng này"."""
    shown = DEMONSTRATIVE.match(phrase)
    wanted = shown["role"] if shown else phrase
    post = ROLE.match(wanted)
    if post is None:
        return None
    folded = fold(post.group())
    rest = fold(wanted[post.end() :])
    best: Person | None = None
    matches = []
    for person in sources.people:
        role = fold(person.role)
        if not role or not (role == folded or role.startswith(folded) or folded.startswith(role)):
            continue
        body = fold(person.organization)
        if (
            rest
            and body
            and not (
                rest in body
                or body in rest
                or entity_id("ORG", person.organization) == entity_id("ORG", wanted[post.end() :].strip())
            )
        ):
            continue
        if rest and not body and rest not in role and not shown and MINOR.match(post.group()):
            continue
        matches.append(person)
    if last is not None and any(person.name == last.name for person in matches):
        best = next(person for person in matches if person.name == last.name)
    elif len({person.name for person in matches}) == 1 and (
        rest or shown or folded not in ("hoc sinh", "sinh vien", "giao vien", "phu huynh", "thi sinh")
    ):
        best = matches[0]
    if best is None:
        names = sources.called_by_post().get(folded, set()) if not MINOR.match(post.group()) else set()
        if len(names) != 1:
            return None
        name = next(iter(names))
        return Source(name, person_id(name), at, at + len(phrase), 0.75, True)
    return Source(best.name, person_id(best.name), at, at + len(phrase), 0.8, True)


def _shown(sources: Sources, phrase: str, at: int, last: Source | None) -> Source | None:
    """Return the last source for "vị này", "sinh viên này", "nữ giáo viên nói trên"."""
    shown = DEMONSTRATIVE.match(phrase)
    if last is not None and SOMEBODY.fullmatch(phrase):
        return Source(last.name, last.id, at, at + len(phrase), 0.65, last.person)
    if shown is None or last is None:
        return None
    if last.person or fold(shown["role"]) in fold(last.name):
        return Source(last.name, last.id, at, at + len(phrase), 0.6, last.person)
    return None


def _paraphrase(sources: Sources, phrase: str, at: int, last: Source | None) -> Source | None:
    """Return the person named before whom a description takes up: "bà mẹ 44 tuổi", "nữ giảng viên trẻ", "vị GS"."""
    match = PARAPHRASE.match(phrase)
    if match is None:
        return None
    sex = "m" if match["m"] else "f" if match["f"] else ""
    if last is not None and last.person and at - last.end < 1500 and _may_be(sources, last.name, sex):
        topic = new_topic(sources, last, at, sex)
        name = topic or last.name
        return Source(name, person_id(name), at, at + len(phrase), 0.65, True)
    k = bisect_left(sources.person_starts, at)
    for ent in reversed(sources.persons[max(0, k - 4) : k]):
        name = sources.full[ent.start_char]
        if at - ent.end_char < 500 and _may_be(sources, name, sex):
            return Source(name, person_id(name), at, at + len(phrase), 0.6, True)
    return None


def _may_be(sources: Sources, name: str, sex: str) -> bool:
    """Tell whether a description of a man or a woman may be of a person; of a pupil the sex is not known."""
    known = sources.sex.get(name, set()) - {"y"}
    return not sex or not known or sex in known
