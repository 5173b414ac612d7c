"""Quotes by "Theo X, …": who stands behind "Theo" and where the content begins, with or without a comma between."""

from __future__ import annotations

import re

from spacy.tokens import Span

from trichtin.annotate.people.roles import ROLE, TITLE
from trichtin.annotate.quotes.cue_lexicon import NEWS_FROM, THEO, THEO_NO_SOURCE, THEO_OWNED, THEO_STATEMENT
from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_bodies import resolve_document
from trichtin.annotate.quotes.source_clauses import trim_adverbials
from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_phrase import resolve_phrase
from trichtin.annotate.quotes.source_words import APPOSITION, DATELINE, DESCRIBED, SAYS_SOMETHING

# Where "theo" stands: at the head of the sentence, or behind a clause of it.
AT_HEAD = re.compile(
    r"(?:[^\w“\"]|(?:Cũng|Còn|Tuy nhiên|Trong khi đó|Bên cạnh đó|Ngoài ra|Riêng|Tại \w+ \w+"
    r"|Trước đó)(?!\w),?)*\s*(?=theo\s)",
    re.IGNORECASE,
)
BEHIND_CLAUSE = re.compile(r"[^.\n]{0,70},\s(?:cũng\s)?(?=theo\s)")
# What may part the source from the content.
BORDER = re.compile(r"\s?[,:]\s*|\s(?=thì\s)|\s[-–—]\s|(?<!TS)(?<!GS)(?<!ThS)\.(?=\s)|[;\n]", re.IGNORECASE)
POST_END = re.compile(r",|\s[-–—]|:")
ONLY_TITLES = re.compile(rf"(?:{TITLE.pattern}[\s.]*)+", re.IGNORECASE)


def read_theo(reading: Reading, low: int, high: int) -> tuple[Source, int, str, bool] | None:
    """Read "Theo X, …" at the head of a sentence: source, where the content begins, the cue, and whether weak."""
    text = reading.text
    dateline = DATELINE.match(text, low, min(high, low + 30))
    low = dateline.end() if dateline else low
    match = AT_HEAD.match(text, low, min(high, low + 60))
    news = NEWS_FROM.match(text, low, min(high, low + 60)) if not match else None
    if news:
        return _after_theo(reading.sources, news.end(), high, news.group().strip(), False, True, reading.last)
    if not match:
        match = BEHIND_CLAUSE.match(text, low, min(high, low + 80))
        if not match:
            return None
    word = THEO.match(text, match.end())
    if word is None:
        return None
    begin = word.end() + 1
    statement = THEO_STATEMENT.match(text, begin, high)
    weak = False
    cue = word.group()
    if statement:
        begin = statement.end()
        weak = statement["link"] is None
    elif THEO_NO_SOURCE.match(text, begin, high):
        owned = THEO_OWNED.match(text, begin, min(high, begin + 90))
        if owned is None or not reading.sources.names_at(owned.end(), owned.end() + 16):
            return None
        begin = owned.end()
    return _after_theo(reading.sources, begin, high, cue, weak, statement is not None, reading.last)


def _after_theo(
    sources: Sources, begin: int, high: int, cue: str, weak: bool, stated: bool, last: Source | None
) -> tuple[Source, int, str, bool] | None:
    """Read the source behind "Theo" and find where the content begins (-1 when there is none)."""
    text = sources.text
    limit = min(high, begin + 260)
    end = -1
    content = -1
    person: Span | None = None
    for match in BORDER.finditer(text, begin, limit):
        if sources.covers(match.start()) or sources.covers(match.end() - 1):
            continue
        mark = match.group().strip()
        if mark in (".", ";") or "\n" in match.group():
            break
        if end < 0:
            end = match.start()
            persons = [ent for ent in sources.within(begin, end) if ent.label_ == "PER"]
            person = persons[0] if persons else None
        if mark == "," and person is None and ONLY_TITLES.fullmatch(text, begin, match.start()):
            end = -1  # "theo Phó Giáo sư, Tiến sĩ A"
            continue
        if mark == "," or mark == "":
            if person is not None and " " not in person.text:
                content = match.end() + (4 if mark == "" else 0)
                break
            following = text[match.end() : min(limit, match.end() + 60)]
            if person is not None and _is_post(sources, match.end(), limit):
                continue
            content = match.end() + (4 if mark == "" and following.startswith("thì") else 0)
            break
        if mark == ":":
            content = match.end()
            break
        if mark in "-–—" and person is None:
            end = -1
            continue
    named = next((ent for ent in sources.within(begin, limit) if ent.label_ in ("PER", "ORG")), None)
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
    start, finish = trim_adverbials(sources, begin, end)
    if start >= finish:
        issuer = (
            resolve_document(sources, begin, begin)
            if stated and weak and text[max(0, content - 2) : content].strip() == ":"
            else None
        )
        return (issuer, content, cue, False) if issuer is not None else None
    phrase = text[start:finish]
    if re.match(r"(?:này|trên|đó|mà|nói trên|của|do)(?!\w)", phrase, re.IGNORECASE) and not stated:
        return None
    if weak and re.match(r"(?:này|trên|nói trên)$", phrase, re.IGNORECASE):
        issuer = resolve_document(sources, begin, begin)
        return (issuer, content, cue, True) if issuer is not None else None
    found = resolve_phrase(sources, start, finish, last)
    if found is None and len(phrase.split()) <= 12 and DESCRIBED.match(phrase):
        found = Source(phrase, None, start, finish, 0.6)
    if found is None:
        ents = [ent for ent in sources.within(start, finish) if ent.label_ in ("ORG", "LOC")]
        if ents and ents[0].start_char - start <= 16:
            found = sources.of_body(ents[0], 0.6) if ents[0].label_ == "ORG" else None
    return (found, content, cue, weak) if found is not None else None


def _is_post(sources: Sources, start: int, limit: int) -> bool:
    """Tell whether a post follows the name ("ông A, Hiệu trưởng B, …")."""
    match = ROLE.match(sources.text, start, limit) or APPOSITION.match(sources.text, start, limit)
    if not match:
        return False
    stop = POST_END.search(sources.text, start, limit)
    if stop is None or len(sources.text[start : stop.start()].split()) > 25:
        return False
    return not SAYS_SOMETHING.search(sources.text, start, stop.start())
