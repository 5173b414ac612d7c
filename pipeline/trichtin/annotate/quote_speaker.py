"""Sources of quotes: who is the subject of a reporting verb, and which name in the article that is.

Two steps, as in Citron: the source phrase is read from the clause before (or behind) the cue, then it is resolved:
a short name to the fullest one, a pronoun or a post ("ông", "vị hiệu trưởng này", "Sở") to the person or the body
that was named before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from trichtin.annotate.ids import entity_id, fold, person_id
from trichtin.annotate.people import Article, group_mentions
from trichtin.annotate.roles import MINOR, ROLE, TITLE
from trichtin.annotate.source_words import (
    ADVERB,
    APPOSITION,
    AUTHORITY,
    BOUNDARY,
    CLAUSE_VERB,
    DEMONSTRATIVE,
    DESCRIBED,
    DOCUMENT,
    FEMALE,
    LEADING,
    MALE,
    NOT_DESCRIBED,
    OBJECT,
    PARAPHRASE,
    PARENT,
    POST_BETWEEN,
    PREPOSITION,
    PRONOUN,
    RELATION,
    SAYS_SOMETHING,
    SENTENCE_START,
    SHORT_BODY,
    SOMEBODY,
    SURNAMES,
    TAIL_PRONOUN,
    THEY,
    TO_SOMEONE,
    YOUNG,
)
from trichtin.facts import Person

Chunk = tuple[int, int, str]  # start, end and the mark or conjunction in front
WINDOW = 420  # characters before a cue in which its subject is looked for
MOST_CHUNKS = 12


ONLY_TITLES = re.compile(rf"(?:{TITLE.pattern}[\s.]*)+", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _identity(name: str) -> str:
    """Return an organisation's id without its bracketed abbreviation: "Sở Giáo dục và Đào tạo (GD&ĐT) tỉnh A"."""
    return entity_id("ORG", re.sub(r"\s?\([^()]{1,40}\)", "", name))


def _fuller_names(names: list[str]) -> dict[str, str]:
    """Return the fuller form of names that are the first word(s), or the end behind a hyphen, of one other name.

    Names of other languages are cut short to their front ("Katie" of "Katie Doe"), Vietnamese ones to their end.
    """
    fuller: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if other.startswith(name + " ") or other.endswith("-" + name)]
        if len(longer) == 1 and name not in SURNAMES:
            fuller[name] = longer[0]
    return fuller


@dataclass(slots=True)
class Source:
    """Who speaks: the resolved ``name``, the ``id`` of a named person or organisation, and how sure we are."""

    name: str
    id: str | None
    start: int
    end: int
    score: float
    person: bool = False


class Sources:
    """The possible sources of one article."""

    def __init__(self, doc: Doc, text: str, people: list[Person]) -> None:
        self.text = text
        self.doc = doc
        ents = doc.ents  # built anew at each access
        self.persons = [ent for ent in ents if ent.label_ == "PER"]
        self.organizations = [ent for ent in ents if ent.label_ == "ORG"]
        self.ents = [ent for ent in ents if ent.label_ in ("PER", "ORG", "LOC", "DOC", "PROG")]
        self.starts = [ent.start_char for ent in self.ents]
        self.ends = [ent.end_char for ent in self.ents]
        self.people = people
        self.full: dict[int, str] = {}
        self.sex: dict[str, set[str]] = {}
        self._bodies: dict[str, str] = {}
        self._called: dict[str, set[str]] | None = None
        self.person_starts = [ent.start_char for ent in self.persons]
        groups = [(max((m.text for m in group), key=len), group) for group in group_mentions(self.persons)]
        fuller = _fuller_names([name for name, _ in groups])
        for short, group in groups:
            name = fuller.get(short, short)
            sexes = self.sex.setdefault(name, set())
            if " Thị " in name:
                sexes.add("f")
            for mention in group:
                self.full[mention.start_char] = name
                before = self.text[max(0, mention.start_char - 14) : mention.start_char].casefold().split()
                word = before[-1] if before else ""
                sexes.update({"m"} if word in MALE else {"f"} if word in FEMALE else {"y"} if word in YOUNG else ())

    def within(self, start: int, end: int) -> list[Span]:
        """Return the entities that lie within a stretch."""
        return [
            ent
            for ent in self.ents[bisect_left(self.starts, start) : bisect_right(self.ends, end)]
            if ent.end_char <= end
        ]

    def covers(self, position: int) -> bool:
        """Tell whether an entity covers a position (and does not begin there)."""
        k = bisect_right(self.starts, position) - 1
        return k >= 0 and self.starts[k] < position < self.ends[k]

    def names_at(self, start: int, end: int) -> bool:
        """Tell whether the name of a person or a body begins within a stretch."""
        return any(
            start <= ent.start_char <= end and ent.label_ in ("PER", "ORG")
            for ent in self.ents[bisect_left(self.starts, start) : bisect_right(self.starts, end)]
        )

    def person_at(self, start: int, end: int) -> Source | None:
        """Return the person with whose name, forms of address and posts aside, a stretch begins."""
        k = bisect_left(self.person_starts, start)
        if k == len(self.persons) or self.persons[k].end_char > end:
            return None
        before = self.text[start : self.person_starts[k]]
        if len(before.split()) > 3 or re.search(r"[,.;:]\s", before.replace("TS. ", "")):
            return None
        return self.of_person(self.persons[k], 0.75)

    def named_before(self, position: int) -> bool:
        """Tell whether an entity ends right before a position (white space between)."""
        k = bisect_right(self.starts, position - 1) - 1
        return k >= 0 and 0 <= position - self.ends[k] <= 1

    def body_of(self, source: Source) -> Source | None:
        """Return the organisation in which a person of the article holds a post."""
        person = next((p for p in self.people if p.name == source.name and p.organization), None)
        if person is None:
            return None
        name = self.fullest(person.organization)
        return Source(name, entity_id("ORG", name), source.start, source.end, source.score * 0.9)

    # -- names ---------------------------------------------------------------------------------------------

    def of_person(self, ent: Span, score: float = 0.95) -> Source:
        """Return the source that a PER mention names."""
        name = self.full.get(ent.start_char, ent.text)
        return Source(name, person_id(name), ent.start_char, ent.end_char, score, True)

    def of_body(self, ent: Span, score: float = 0.9) -> Source:
        """Return the source that an ORG mention names, by its fullest name."""
        name = self.fullest(ent.text)
        return Source(name, entity_id("ORG", name), ent.start_char, ent.end_char, score)

    def fullest(self, name: str) -> str:
        """Return the fullest name in the article of an organisation."""
        if name not in self._bodies:
            identity = _identity(name)
            same = {ent.text for ent in self.organizations if _identity(ent.text) == identity}
            if len(name.split()) <= 3 and not same - {name}:
                same.add(Article(self.doc).fullest(name))
            if name.isupper() and " " not in name:  # KCNA -> Hãng thông tấn Triều Tiên KCNA
                same.update(ent.text for ent in self.organizations if ent.text.endswith((" " + name, f"({name})")))
            self._bodies[name] = max(sorted(same | {name}), key=lambda other: (len(other), other == name))
        return self._bodies[name]

    # -- the subject of a cue ------------------------------------------------------------------------------

    def subject(self, low: int, high: int, last: Source | None) -> Source | None:
        """Return the subject of a verb that begins at ``high``, from the clause that may begin at ``low``.

        Args:
            low: where the sentence begins.
            high: where the cue begins.
            last: the source of the quote before, for pronouns and omitted subjects.

        Returns:
            The source, or None when nothing before the verb can speak.
        """
        found = self._subject(self._chunks(max(low, high - WINDOW), high), last)
        return self._whose_post(low, found) if found is not None and not found.person else found

    def _whose_post(self, low: int, found: Source) -> Source:
        """Return the person whose post ends with a body: "Em A, học sinh lớp 12, Trường THPT B cho biết"."""
        for ent in reversed(self.within(low, found.start)):
            if ent.label_ == "PER":
                if POST_BETWEEN.fullmatch(self.text, ent.end_char, found.start):
                    return self.of_person(ent, found.score)
                break
        return found

    def _subject(self, chunks: list[Chunk], last: Source | None) -> Source | None:
        k = len(chunks) - 1
        start, end = self._trim(*chunks[k][:2])
        while k > 0 and chunks[k][2] == "," and self._is_place(start, end):
            # "Công an phường A, TP B, tỉnh C cho biết": the chain of places belongs to the name before it.
            before = self._trim(*chunks[k - 1][:2])
            named = self.within(*before)
            if not named or named[-1].end_char != before[1]:
                break
            k, (start, end) = k - 1, before
            chunks = chunks[: k + 1]
        if start < end:
            found = self._phrase(start, end, last)
            found = self._unit_of(chunks, k, found)
            if (found is None or not found.person or found.start == start) and self._is_post_like(start, end):
                owner = self._owner(chunks, k)
                if owner is not None:
                    return owner
            if (
                found is None
                and k == 0
                and 2 <= len(self.text[start:end].split()) <= 6
                and all(word[0].isupper() for word in self.text[start:end].split())  # a name that was not tagged
                and not PREPOSITION.match(self.text, start, end)
            ):
                return Source(self.text[start:end], None, start, end, 0.4)
            return found
        mark = chunks[k][2]
        if mark == ")":
            opened = next((j for j in range(k - 1, -1, -1) if chunks[j][2] == "("), 0)
            if opened:
                return self._subject(chunks[:opened], last)
        owner = self._owner(chunks, k)
        if owner is not None:
            return owner
        if (
            mark in (",", "-")
            and k >= 2
            and APPOSITION.match(self.text, *chunks[k - 1][:2])
            and chunks[k - 1][2] == mark
        ):
            host = self._trim(*chunks[k - 2][:2])
            described = (
                self._phrase(*host, last) if host[0] < host[1] and not PREPOSITION.match(self.text, *host) else None
            )
            if described is not None:
                return described
        return self._first_subject(chunks[:k], last)

    def _unit_of(self, chunks: list[Chunk], k: int, found: Source | None) -> Source | None:
        """Return the unit before its parent body: "Cục A, Bộ B gửi công văn" is the office's letter."""
        if found is None or found.person or k == 0 or chunks[k][2] != "," or not PARENT.match(found.name):
            return found
        ents = self.within(*self._trim(*chunks[k][:2]))
        if not ents or ents[0].start_char != found.start:
            return found
        start, end = self._trim(*chunks[k - 1][:2])
        before = self.within(start, end)
        if (
            len(before) == 1
            and before[0].label_ == "ORG"
            and (before[0].start_char, before[0].end_char) == (start, end)
        ):
            return self.of_body(before[0], found.score)
        return found

    def _chunks(self, low: int, high: int) -> list[Chunk]:
        """Cut the text before a verb at its commas, dashes, brackets and conjunctions, outside names."""
        cuts = [
            m
            for m in BOUNDARY.finditer(self.text, low, high)
            if not self.covers(m.start()) and not self.covers(m.end() - 1)
        ]
        begin, mark = low, ""
        if len(cuts) > MOST_CHUNKS:
            begin, mark = cuts[-MOST_CHUNKS - 1].end(), ","
            cuts = cuts[-MOST_CHUNKS:]
        chunks: list[Chunk] = []
        for cut in cuts:
            chunks.append((begin, cut.start(), mark))
            begin, mark = cut.end(), cut.group().strip().replace("–", "-").replace("—", "-")
        chunks.append((begin, high, mark))
        return chunks

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Cut adverbials from both ends of a phrase."""
        for _ in range(5):
            match = LEADING.match(self.text, start, end)
            if not match or self.covers(match.end()):
                break
            start = match.end()
        for _ in range(5):
            while end > start and self.text[end - 1].isspace():
                end -= 1
            match = ADVERB.search(self.text, max(start - 1, end - 24), end)
            if not match or self.covers(match.start() + 1):
                break
            end = match.start()
        while start < end and self.text[start].isspace():
            start += 1
        return start, max(start, end)

    def _is_place(self, start: int, end: int) -> bool:
        ents = self.within(start, end)
        return len(ents) == 1 and ents[0].label_ == "LOC" and (ents[0].start_char, ents[0].end_char) == (start, end)

    def _is_post_like(self, start: int, end: int) -> bool:
        return bool(APPOSITION.match(self.text, start, end) or ROLE.match(self.text, start, end))

    def _stands_beside(self, start: int, end: int) -> bool:
        """Tell whether a phrase may stand beside a name: a post, an organisation, a place, an age."""
        ents = self.within(start, end)
        named = bool(ents) and ents[0].start_char <= start + 1 and ents[0].label_ in ("ORG", "LOC")
        return named or self._is_post_like(start, end)

    def _owner(self, chunks: list[Chunk], k: int) -> Source | None:
        """Return the person beside whom the phrases up to chunk ``k`` stand: "ông A, Hiệu trưởng B,"."""
        for j in range(k - 1, max(-1, k - 8), -1):
            start, end = self._trim(*chunks[j][:2])
            if start >= end:
                continue
            persons = [ent for ent in self.within(start, end) if ent.label_ == "PER"]
            if persons:
                ent = persons[-1]
                owned = RELATION.search(self.text[max(start, ent.start_char - 48) : ent.start_char])
                if TO_SOMEONE.search(self.text, max(start, ent.start_char - 60), ent.start_char) and j == k - 1:
                    # "B gửi thư cho ông A, nhấn mạnh": A is spoken to.
                    return self.of_person(persons[0], 0.85) if len(persons) > 1 else None
                if not owned and len(self.text[ent.end_char : end].split()) <= 2:
                    if j < k - 1 and self._is_post_like(start, end) and not ROLE.match(self.text, start, end):
                        continue  # "(mẹ của nữ sinh A)" is itself an aside
                    return self.of_person(ent, 0.92)
                if self._is_post_like(start, end):
                    continue
                if len(self.text[start : persons[0].start_char].split()) <= 1:
                    return self.of_person(persons[0], 0.85)
                return None
            if not self._stands_beside(start, end) or PREPOSITION.match(self.text, start, end):
                return None
        return None

    def _first_subject(self, chunks: list[Chunk], last: Source | None) -> Source | None:
        """Return the subject of the sentence for a second verb: "ông A lên án …, đồng thời nhấn mạnh"."""
        for chunk in chunks:
            start, end = self._trim(*chunk[:2])
            if start >= end or PREPOSITION.match(self.text, start, end):
                continue
            found = self._phrase(start, end, last)
            if found is not None:
                found.score *= 0.8
                return found
        return None

    def _phrase(self, start: int, end: int, last: Source | None) -> Source | None:
        """Resolve one phrase as a source."""
        text = self.text
        ents = self.within(start, end)
        persons = [ent for ent in ents if ent.label_ == "PER"]
        for ent in persons:
            left = text[max(start, ent.start_char - 48) : ent.start_char]
            if RELATION.search(left):
                begin = start if ent is persons[0] and ent.start_char - start < 60 else ent.start_char
                if begin < ent.start_char and not PREPOSITION.match(text, begin, end):
                    return Source(text[begin : ent.end_char], None, begin, ent.end_char, 0.7)
                continue
            if TO_SOMEONE.search(text, max(start, ent.start_char - 60), ent.start_char) and not self._leads(start, ent):
                continue
            return self.of_person(ent)
        if persons and not PREPOSITION.match(text, start, end):
            return self.of_person(persons[-1], 0.6)
        if DOCUMENT.match(text, start, end):
            issuer = self._document(text[start:end], start, end)
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
                return self.of_body(ent)
            if (
                DESCRIBED.match(text, start, end)
                and len(before.split()) <= 9
                and not CLAUSE_VERB.search(text, start, ent.start_char)
            ):
                return self._described(start, ent.end_char, last)
        if bodies and bodies[-1].end_char == end and not OBJECT.search(text, start, bodies[-1].start_char):
            # A heading or a caption that runs into the sentence: "Tuyển sinh lớp 10 Sở GD&ĐT A cho biết".
            return self.of_body(bodies[-1], 0.6)
        pronoun = TAIL_PRONOUN.search(text, start, end)
        if pronoun is not None and pronoun.start() > start:
            return self._pronoun(pronoun["word"].casefold(), pronoun.start("word"), end, last)
        if PREPOSITION.match(text, start, end):
            # "Tại cuộc họp Sở yêu cầu": no entity speaks; look no further than the last words.
            tail = text[start:end].split()
            if tail and tail[-1] in ("Sở", "Bộ", "Phòng", "Ban"):
                return self._short(tail[-1], end - len(tail[-1]), end)
            return None
        return self._unnamed(start, end, last)

    def _leads(self, start: int, ent: Span) -> bool:
        """Tell whether nothing but posts and forms of address stands before a person's name."""
        return len(self.text[start : ent.start_char].split()) <= 1

    def _unnamed(self, start: int, end: int, last: Source | None) -> Source | None:
        text = self.text
        phrase = text[start:end].strip()
        if not phrase or len(phrase) > 160:
            return None
        pronoun = PRONOUN.fullmatch(phrase)
        if pronoun:
            return self._pronoun(pronoun["word"].casefold(), start, end, last)
        if THEY.fullmatch(phrase) and last is not None and not last.person:
            return Source(last.name, last.id, start, end, 0.7)
        if SHORT_BODY.match(phrase) and not phrase.casefold().startswith("lãnh đạo"):
            return self._short(phrase, start, end)
        if DOCUMENT.match(phrase):
            issuer = self._document(phrase, start, end)
            if issuer is not None:
                return issuer
        places = [ent for ent in self.within(start, end) if ent.label_ == "LOC"]
        if places and places[0].start_char == start and len(text[places[0].end_char : end].split()) <= 3:
            return Source(places[0].text, None, start, places[0].end_char, 0.6)
        documents = [ent for ent in self.within(start, end) if ent.label_ in ("DOC", "PROG")]
        if documents and documents[0].start_char == start:
            return Source(documents[0].text, None, start, documents[0].end_char, 0.5)
        if DESCRIBED.match(phrase):
            return self._described(start, end, last)
        return None

    def _described(self, start: int, end: int, last: Source | None) -> Source | None:
        text = self.text
        for verb in CLAUSE_VERB.finditer(text, start + 2, end):
            if not self.covers(verb.start() + 1):
                end = verb.start()
                break
        bracket = text.find("(", start, end)
        end = bracket if bracket > start and not self.covers(bracket) else end
        phrase = text[start:end].strip()
        if NOT_DESCRIBED.fullmatch(phrase) and not PRONOUN.fullmatch(phrase):
            return None
        if len(phrase.split()) > 16:
            return None
        if PRONOUN.fullmatch(phrase):
            return self._pronoun(PRONOUN.fullmatch(phrase)["word"].casefold(), start, end, last)  # type: ignore[index]
        if SHORT_BODY.match(phrase) and not phrase.casefold().startswith("lãnh đạo"):
            return self._short(phrase, start, end)
        holder = (
            self._holder(phrase, start, last)
            or self._shown(phrase, start, last)
            or self._paraphrase(phrase, start, last)
        )
        if holder is not None:
            return holder
        return Source(phrase, None, start, start + len(phrase), 0.65)

    def _paraphrase(self, phrase: str, at: int, last: Source | None) -> Source | None:
        """Return the person named before whom a description takes up: "bà mẹ 44 tuổi", "nữ giảng viên trẻ", "vị GS"."""
        match = PARAPHRASE.match(phrase)
        if match is None:
            return None
        sex = "m" if match["m"] else "f" if match["f"] else ""
        if last is not None and last.person and at - last.end < 1500 and self._may_be(last.name, sex):
            topic = self._topic(last, at, sex)
            name = topic or last.name
            return Source(name, person_id(name), at, at + len(phrase), 0.65, True)
        k = bisect_left(self.person_starts, at)
        for ent in reversed(self.persons[max(0, k - 4) : k]):
            name = self.full[ent.start_char]
            if at - ent.end_char < 500 and self._may_be(name, sex):
                return Source(name, person_id(name), at, at + len(phrase), 0.6, True)
        return None

    def _may_be(self, name: str, sex: str) -> bool:
        """Tell whether a description of a man or a woman may be of a person; of a pupil the sex is not known."""
        known = self.sex.get(name, set()) - {"y"}
        return not sex or not known or sex in known

    def _holder(self, phrase: str, at: int, last: Source | None) -> Source | None:
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
        for person in self.people:
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
            names = self._posts().get(folded, set()) if not MINOR.match(post.group()) else set()
            if len(names) != 1:
                return None
            name = next(iter(names))
            return Source(name, person_id(name), at, at + len(phrase), 0.75, True)
        return Source(best.name, person_id(best.name), at, at + len(phrase), 0.8, True)

    def _posts(self) -> dict[str, set[str]]:
        """Return who is called by which post in front of the name: "Phó thủ tướng A"."""
        if self._called is None:
            self._called = {}
            for ent in self.persons:
                low = max(0, ent.start_char - 60)
                for post in ROLE.finditer(self.text, low, ent.start_char):
                    between = self.text[post.end() : ent.start_char]
                    inside = self.within(post.end(), ent.start_char)
                    if not between.strip() or (
                        inside and between.strip() == self.text[inside[0].start_char : inside[-1].end_char]
                    ):
                        self._called.setdefault(fold(post.group()), set()).add(self.full[ent.start_char])
        return self._called

    def _shown(self, phrase: str, at: int, last: Source | None) -> Source | None:
        """Return the last source for "vị này", "sinh viên này", "nữ giáo viên nói trên"."""
        shown = DEMONSTRATIVE.match(phrase)
        if last is not None and SOMEBODY.fullmatch(phrase):
            return Source(last.name, last.id, at, at + len(phrase), 0.65, last.person)
        if shown is None or last is None:
            return None
        if last.person or fold(shown["role"]) in fold(last.name):
            return Source(last.name, last.id, at, at + len(phrase), 0.6, last.person)
        return None

    def _pronoun(self, word: str, start: int, end: int, last: Source | None) -> Source | None:
        sex = "m" if word.split()[0] in MALE else "f" if word.split()[0] in FEMALE else ""
        if last is not None and last.person and start - last.end < 2500:
            topic = self._topic(last, start, sex)
            if topic is not None:
                return Source(topic, person_id(topic), start, end, 0.8, True)
            if self._agrees(last.name, sex):
                return Source(last.name, last.id, start, end, 0.85, True)
        k = bisect_left(self.person_starts, start)
        for ent in reversed(self.persons[max(0, k - 12) : k]):
            name = self.full[ent.start_char]
            if self._agrees(name, sex):
                return Source(name, person_id(name), start, end, 0.7, True)
        if last is not None and last.id is None:
            return Source(last.name, None, start, end, 0.6)
        return None

    def _topic(self, last: Source, start: int, sex: str) -> str | None:
        """Return who, of the same sex, a sentence between the last quote and a pronoun begins with, if that is another."""
        low, high = bisect_left(self.person_starts, last.end), bisect_left(self.person_starts, start)
        for ent in reversed(self.persons[low:high]):
            name = self.full[ent.start_char]
            if not SENTENCE_START.search(self.text[max(last.end, ent.start_char - 40) : ent.start_char]):
                continue
            if sex and sex in self.sex.get(name, ()):
                return name if name != last.name else None
        return None

    def _agrees(self, name: str, sex: str) -> bool:
        """Tell whether a form of address goes with a person; a pupil ("em A") is nobody's "ông" or "thầy"."""
        known = self.sex.get(name, set())
        return not sex or not known or sex in known

    def _document(self, phrase: str, start: int, end: int) -> Source | None:
        """Return the body that issued a document: "công văn của Sở X", "văn bản này" (by who was named before)."""
        for ent in self.within(start, end):
            if ent.label_ in ("ORG", "PER") and re.search(
                r"(?:của|do|từ)\s(?:\S{1,12}\s){0,3}$", self.text[start : ent.start_char]
            ):
                return self.of_body(ent, 0.8) if ent.label_ == "ORG" else self.of_person(ent, 0.8)
        k = bisect_left(self.starts, start)
        bodies = [ent for ent in self.ents[max(0, k - 12) : k] if ent.label_ == "ORG"]
        for ent in reversed(bodies):
            if not re.search(
                r"(?:gửi|tới|đến|cho|lên|với|tại|thuộc|về)\s(?:\S{1,10}\s)?$",
                self.text[max(0, ent.start_char - 16) : ent.start_char],
            ):
                return self.of_body(ent, 0.65)
        return None

    def _short(self, phrase: str, start: int, end: int) -> Source | None:
        """Resolve "Sở", "nhà trường", "đơn vị này" to the body of that kind that was named last before."""
        match = SHORT_BODY.match(phrase)
        head = fold(match["head"]) if match else fold(phrase)
        kind = {"nha truong": "truong", "to bao": "bao"}.get(head, head)
        kind = kind.removeprefix("co quan ") or kind
        open_kind = kind in ("co quan", "don vi", "to chuc")
        bodies = self.organizations
        before = [ent for ent in bodies if ent.start_char < start][-40:]
        for ent in reversed(before):
            folded = fold(ent.text)
            first = folded.split(" ")[0] if folded else ""
            school = kind == "truong" and first in (
                "truong",
                "dh",
                "dai",
                "cd",
                "cao",
                "hoc",
                "thpt",
                "thcs",
                "mam",
                "nhom",
            )
            if open_kind or school or first == kind or folded.startswith(kind + " "):
                return self.of_body(ent, 0.75)
        return Source(self.text[start:end].strip(), None, start, end, 0.5)

    # -- sources without a verb ----------------------------------------------------------------------------

    def named_at(self, start: int, end: int) -> str | None:
        """Return the fullest name of the person whom a sentence begins with."""
        persons = [ent for ent in self.within(start, end) if ent.label_ == "PER"]
        if persons and len(self.text[start : persons[0].start_char].split()) <= 5:
            return self.full.get(persons[0].start_char)
        return None

    def leading(self, start: int, end: int, last: Source | None) -> Source | None:
        """Return the first person of a sentence that ends in a colon without a reporting verb."""
        return self._first_subject(self._chunks(max(start, end - WINDOW), end), last)

    def subject_after(self, start: int, end: int, last: Source | None) -> Source | None:
        """Return the source whom "Đó là khẳng định của …" names."""
        ents = self.within(start, min(end, start + 120))
        for ent in ents:
            if ent.label_ == "PER" and len(self.text[start : ent.start_char].split()) <= 12:
                return self.of_person(ent, 0.9)
        stop = re.compile(r"[,.;\n]|\s(?:tại|trong|khi|về|trước|sau|với|ngày|sáng|chiều)\s").search(
            self.text, start, end
        )
        begin, finish = self._trim(start, stop.start() if stop and not self.covers(stop.start()) else end)
        return self._phrase(begin, finish, last)

    def headline(self, start: int, end: int) -> Source | None:
        """Return the source that stands before the colon of a headline."""
        ents = self.within(start, end)
        persons = [ent for ent in ents if ent.label_ == "PER"]
        phrase = self.text[start:end].strip(" “”\"'")
        if persons:
            ent = persons[-1]
            words = len(self.text[start : ent.start_char].split())
            post = ROLE.match(self.text, start, end) or TITLE.match(self.text, start, end) or words <= 1
            behind = self.text[ent.end_char : end].strip()
            if (
                (post or words <= 4)
                and not behind
                and not re.search(r"(?<!\w)(?:vụ|việc|từ)(?!\w)", phrase, re.IGNORECASE)
            ):
                return self.of_person(ent, 0.9)
            return None
        if (
            ents
            and ents[0].label_ == "ORG"
            and ents[0].start_char == start
            and ents[0].end_char >= end - 1
            and AUTHORITY.match(ents[0].text)
        ):
            return self.of_body(ents[0], 0.7)
        if ROLE.match(phrase) and len(phrase.split()) <= 10:
            holder = self._holder(phrase, start, None)
            return holder or Source(phrase, None, start, end, 0.6)
        return None

    def after_theo(
        self, begin: int, high: int, cue: str, weak: bool, stated: bool, last: Source | None
    ) -> tuple[Source, int, str, bool] | None:
        """Read the source behind "Theo" and find where the content begins (-1 when there is none)."""
        text = self.text
        limit = min(high, begin + 260)
        end = -1
        content = -1
        person: Span | None = None
        for match in re.compile(
            r"\s?[,:]\s*|\s(?=thì\s)|\s[-–—]\s|(?<!TS)(?<!GS)(?<!ThS)\.(?=\s)|[;\n]", re.IGNORECASE
        ).finditer(text, begin, limit):
            if self.covers(match.start()) or self.covers(match.end() - 1):
                continue
            mark = match.group().strip()
            if mark in (".", ";") or "\n" in match.group():
                break
            if end < 0:
                end = match.start()
                persons = [ent for ent in self.within(begin, end) if ent.label_ == "PER"]
                person = persons[0] if persons else None
            if mark == "," and person is None and ONLY_TITLES.fullmatch(text, begin, match.start()):
                end = -1  # "theo Phó Giáo sư, Tiến sĩ A"
                continue
            if mark == "," or mark == "":
                if person is not None and " " not in person.text:
                    content = match.end() + (4 if mark == "" else 0)
                    break
                following = text[match.end() : min(limit, match.end() + 60)]
                if person is not None and self._is_post(match.end(), limit):
                    continue
                content = match.end() + (4 if mark == "" and following.startswith("thì") else 0)
                break
            if mark == ":":
                content = match.end()
                break
            if mark in "-–—" and person is None:
                end = -1
                continue
        named = next((ent for ent in self.within(begin, limit) if ent.label_ in ("PER", "ORG")), None)
        if named is not None and named.start_char - begin <= 14 and (content < 0 or content > named.end_char + 40):
            # "Theo thống kê của Sở A đã có …": no comma behind the source.
            behind = text[named.end_char : named.end_char + 24]
            runs_on = (
                re.match(r"\s[a-zà-ỹđ]", behind)
                and not ROLE.match(behind.lstrip())
                and not re.match(
                    r"\s(?:và|của|tại|ở|về|quy định|công bố|ban hành|ngày|năm|trên|cung cấp|vừa|đưa|là|thì|cho|phụ trách)\s",
                    behind,
                )
            )
            if runs_on:
                end, content = named.end_char, named.end_char + 1
        if end < 0 or content < 0:
            return None
        if weak and re.match(r"(?:mà|về|vừa|được|đã|thu|có)\s", text[begin : begin + 6].lstrip()):
            return None
        start, finish = self._trim(begin, end)
        if start >= finish:
            issuer = (
                self._document("", begin, begin)
                if stated and weak and text[max(0, content - 2) : content].strip() == ":"
                else None
            )
            return (issuer, content, cue, False) if issuer is not None else None
        phrase = text[start:finish]
        if re.match(r"(?:này|trên|đó|mà|nói trên|của|do)(?!\w)", phrase, re.IGNORECASE) and not stated:
            return None
        if weak and re.match(r"(?:này|trên|nói trên)$", phrase, re.IGNORECASE):
            issuer = self._document("", begin, begin)
            return (issuer, content, cue, True) if issuer is not None else None
        found = self._phrase(start, finish, last)
        if found is None and len(phrase.split()) <= 12 and DESCRIBED.match(phrase):
            found = Source(phrase, None, start, finish, 0.6)
        if found is None:
            ents = [ent for ent in self.within(start, finish) if ent.label_ in ("ORG", "LOC")]
            if ents and ents[0].start_char - start <= 16:
                found = self.of_body(ents[0], 0.6) if ents[0].label_ == "ORG" else None
        return (found, content, cue, weak) if found is not None else None

    def _is_post(self, start: int, limit: int) -> bool:
        """Tell whether a post follows the name ("ông A, Hiệu trưởng B, …")."""
        match = ROLE.match(self.text, start, limit) or APPOSITION.match(self.text, start, limit)
        if not match:
            return False
        stop = re.compile(r",|\s[-–—]|:").search(self.text, start, limit)
        if stop is None or len(self.text[start : stop.start()].split()) > 25:
            return False
        return not SAYS_SOMETHING.search(self.text, start, stop.start())
