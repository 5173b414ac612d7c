"""Features of the lines of a page: what each looks like, what it is about, and what stands around it.

All features are numbers with a name, so that a decision can be explained by the few that weighed most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from trichtin.filter.lines import (
    BULLET,
    CONTACT,
    CREDIT,
    CREDIT_TAIL,
    DATELINE,
    LINK,
    NAME_LINE,
    NAMED,
    OFFER,
    PERSONAL,
    SENTENCE_BREAK,
    SENTENCE_END,
    SPEAKER,
    STAMP,
    STAMP_INSIDE,
    TAG_LINE,
    Line,
    box_words,
    is_box_heading,
    without_dateline,
)
from trichtin.filter.similarity import WORD, Rows, Words, names_of
from trichtin.filter.verse import verse_scores

DIGIT = re.compile(r"\d")
LONG = 140  # characters from which a line is prose rather than a heading
SHORT = 130  # characters up to which a line may be a title
LONGEST = 3000  # characters of a line that are compared with the others
OFFER_REACH = 300  # characters of a line that are searched for what advertisements and comments say
SPEAKERS_REACH = 4  # lines before and after in which speakers are counted
ENOUGH = 0.35  # likeness to verse from which a run of lines counts as verse

Matrix = np.ndarray[Any, Any]

LOOKS = (
    "dateline",
    "credit",
    "credit tail",
    "stamp",
    "link mark",
    "bullet",
    "tag mark",
    "speaker",
    "question",
    "ellipsis",
    "colon inside",
    "colon at end",
    "name alone",
    "name and colon",
    "box heading",
    "all capitals",
    "capital first",
    "sentence end",
)
KINDS = ("credit", "stamp", "box heading", "tag mark", "link mark", "dateline", "bullet", "speaker", "question")
OWN = (
    "length",
    "words",
    *LOOKS,
    "box words",
    "words of offers",
    "like an offer",
    "like a comment",
    "like a lead",
    "like a title",
    "sentences",
    "personal words",
    "contact",
    "quotation marks",
    "digits",
    "capital words",
    "blank lines before",
    "blank lines more than usual",
    "verse",
    "short run",
    "place in short run",
    "left of short run",
    "repeated before",
    "repeated after",
    "names",
    "names of earlier lines",
    "speakers around",
)
PLACE = (
    "lines before",
    "lines after",
    "lines",
    "datelines before",
    "box headings before",
    "credits before",
    "box words before",
)
TOPIC = (
    "like the article",
    "like its beginning",
    "words found in the article",
    "words found in its beginning",
    "names found in the article",
    "like the line before",
    "like the line after",
    "like the 3 lines before",
    "like the 3 lines after",
    "lines to the first prose",
    "lines since the last prose",
    "prose before",
    "prose after",
)
NEIGHBOUR = (
    "length",
    "kind",
    "like the article",
    "words found in the article",
    "sentence end",
    "verse",
    "like a lead",
    "like a title",
)
BELIEF = ("title", "lead", "body", "heading", "caption", "byline", "kept")
NEIGHBOURS = (-2, -1, 1, 2)
BELIEF_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
FIRST = (*OWN, *PLACE, *TOPIC, *(f"{o:+d} {name}" for o in NEIGHBOURS for name in NEIGHBOUR))
SECOND = (
    *FIRST,
    *(f"first pass: {name}" for name in BELIEF),
    *(f"{o:+d} first pass: kept" for o in BELIEF_NEIGHBOURS),
    "first pass: kept, 5 before",
    "first pass: kept, 5 after",
    "first pass: short and kept",
    "first pass: title before",
    "first pass: byline after",
    "like the title",
)


@dataclass(slots=True)
class Reading:
    """What both passes share of a page: the looks of its lines and their words."""

    own: Matrix  # lines × (OWN, PLACE)
    rows: Rows
    near: Matrix
    names: list[set[str]]
    kinds: Matrix


@dataclass(slots=True)
class Belief:
    """What the first pass says of each line: the probabilities of ``BELIEF``, a column each."""

    probabilities: Matrix

    @property
    def kept(self) -> Matrix:
        return self.probabilities[:, BELIEF.index("kept")]


def read_lines(lines: Sequence[Line], words: Words) -> Reading:
    """Look at the lines of a page one by one.

    Args:
        lines: the non-empty lines.
        words: what is known of the hashed syllables.

    Returns:
        What :func:`page_features` makes the features of both passes of.
    """
    n = len(lines)
    names = [names_of(line.text[:LONGEST]) for line in lines]
    keys = [" ".join(WORD.findall(line.text[:400].lower())) for line in lines]
    looks = np.zeros((n, len(LOOKS)), dtype=np.float32)
    own = np.zeros((n, len(OWN) + len(PLACE)), dtype=np.float32)
    column = {name: k for k, name in enumerate((*OWN, *PLACE))}
    short: list[bool] = []
    metred: list[bool] = []
    usual = Counter(min(line.gap, 3) for line in lines[1:]).most_common(1)[0][0] if n > 1 else 0
    seen: set[str] = set()
    total = Counter(keys)
    earlier: set[str] = set()
    for i, line in enumerate(lines):
        text = line.text
        head, tail, length = text[:200], text[-60:], len(text)
        look = text[:OFFER_REACH]
        looks[i] = _looks(text, head, tail, length)
        syllables = head.split()
        box = box_words(text)
        own[i, column["length"]] = min(length, 1000)
        own[i, column["words"]] = min(text.count(" ") + 1, 200)
        own[i, column["box words"]] = box
        own[i, column["words of offers"]] = min(len(set(OFFER.findall(look))), 6)
        own[i, column["personal words"]] = min(len(PERSONAL.findall(look)), 6)
        own[i, column["sentences"]] = min(len(SENTENCE_BREAK.findall(text)), 8)
        own[i, column["contact"]] = bool(CONTACT.search(look))
        own[i, column["quotation marks"]] = min(sum(text.count(c) for c in '“”"'), 6)
        own[i, column["digits"]] = len(DIGIT.findall(head)) / len(head)
        own[i, column["capital words"]] = sum(w[:1].isupper() for w in syllables) / max(len(syllables), 1)
        own[i, column["blank lines before"]] = min(line.gap, 3)
        own[i, column["blank lines more than usual"]] = min(line.gap, 3) - usual
        own[i, column["repeated before"]] = keys[i] in seen
        own[i, column["repeated after"]] = total[keys[i]] > 1 and keys[i] not in seen
        own[i, column["names"]] = min(len(names[i]), 10)
        own[i, column["names of earlier lines"]] = len(names[i] & earlier) / len(names[i]) if names[i] else -1.0
        short.append(length <= SHORT and not looks[i, LOOKS.index("sentence end")])
        metred.append(length <= 60 and text[-1] != ":" and not any(c.isdigit() for c in text))
        seen.add(keys[i])
        earlier |= names[i]
    own[:, column["length"] + 2 : column["length"] + 2 + len(LOOKS)] = looks
    verse = np.asarray(verse_scores([line.text for line in lines], metred), dtype=np.float32)
    own[:, column["verse"]] = verse
    run = _runs([s and v < ENOUGH for s, v in zip(short, verse, strict=True)])
    own[:, column["short run"] : column["left of short run"] + 1] = run
    own[:, column["speakers around"]] = _speakers_around(lines, looks)
    index = np.arange(n)
    own[:, column["lines before"]] = np.minimum(index, 40)
    own[:, column["lines after"]] = np.minimum(n - 1 - index, 40)
    own[:, column["lines"]] = min(n, 150)
    for name, source in (
        ("datelines before", "dateline"),
        ("box headings before", "box heading"),
        ("credits before", "credit"),
        ("box words before", "box words"),
    ):
        values = own[:, column[source]] > 0
        own[:, column[name]] = np.minimum(np.cumsum(values) - values, 4)
    kinds = np.full(n, float(len(KINDS)), dtype=np.float32)
    for k, name in reversed(list(enumerate(KINDS))):
        kinds[looks[:, LOOKS.index(name)] > 0] = k
    # Where a lead was written says nothing of what it is about, nor how it is worded.
    rows = Rows([without_dateline(line.text[:LONGEST]) for line in lines], words)
    own[:, column["like an offer"] : column["like a title"] + 1] = rows.senses
    return Reading(own, rows, rows.near(), names, kinds)


def page_features(reading: Reading, belief: Belief | None) -> Matrix:
    """Return the features of each line of a page, a row a line.

    Args:
        reading: the lines of the page.
        belief: what the first pass says of them; None in the first pass itself, where the long lines stand for the
            article.

    Returns:
        A matrix with the columns ``FIRST``, or ``SECOND`` where there is a belief.
    """
    own, rows = reading.own, reading.rows
    n = len(own)
    lengths = own[:, 0]
    ended = own[:, OWN.index("sentence end")] > 0
    if belief is None:
        prose = (lengths >= LONG) & ended
        weights = np.where(prose, 1.0, 0.15)
        sure = prose.astype(np.float64)
    else:
        prose = belief.kept > 0.5
        weights = sure = belief.kept.astype(np.float64)
    early = np.zeros(n)
    first = int(np.argmax(prose)) if prose.any() else 0
    early[max(0, first - 3) : first + 4] = 1.0
    whole = rows.similarity_to(weights)
    cover = rows.coverage(sure)
    topic = np.column_stack(
        [
            whole,
            rows.similarity_to(early * weights),
            cover,
            rows.coverage(early * np.maximum(sure, 0.3)),
            _shared_names(reading.names, prose),
            *_near(reading.near),
            *_places(prose),
        ]
    ).astype(np.float32)
    around = np.column_stack(
        [
            lengths,
            reading.kinds,
            whole,
            cover,
            ended,
            *(own[:, OWN.index(name)] for name in ("verse", "like a lead", "like a title")),
        ],
    ).astype(np.float32)
    parts = [own, topic, *(_shifted(around, offset) for offset in NEIGHBOURS)]
    if belief is not None:
        kept = belief.kept.astype(np.float32)
        sums = np.concatenate([[0.0], np.cumsum(kept)])
        index = np.arange(n)
        before = (sums[index] - sums[np.maximum(index - 5, 0)]) / 5
        after = (sums[np.minimum(index + 6, n)] - sums[index + 1]) / 5
        title = belief.probabilities[:, BELIEF.index("title")].astype(np.float64)
        byline = belief.probabilities[:, BELIEF.index("byline")]
        open_short = (lengths <= SHORT) & ~ended
        parts += [
            belief.probabilities.astype(np.float32),
            *(_shifted(kept[:, None], offset) for offset in BELIEF_NEIGHBOURS),
            np.column_stack(
                [
                    before,
                    after,
                    np.full(n, np.minimum((kept * open_short).sum(), 10)),
                    np.cumsum(title) - title,
                    np.append(np.maximum.accumulate(byline[::-1])[::-1][1:], 0.0),
                    rows.similarity_to(title),
                ]
            ).astype(np.float32),
        ]
    return np.concatenate(parts, axis=1)


def _looks(text: str, head: str, tail: str, length: int) -> tuple[bool, ...]:
    """Return the values of ``LOOKS`` for a line (only its beginning and end are examined in long ones)."""
    ended = bool(SENTENCE_END.search(tail))
    return (
        length > 60 and bool(DATELINE.match(head)),
        length <= 60 and bool(CREDIT.fullmatch(text)),
        bool(CREDIT_TAIL.search(tail)),
        length <= 60 and (bool(STAMP.fullmatch(text)) or bool(STAMP_INSIDE.search(text))),
        bool(LINK.match(head)),
        bool(BULLET.match(head)),
        bool(TAG_LINE.match(head)),
        bool(SPEAKER.match(head)),
        tail.endswith(("?", "?”", '?"')),
        tail.endswith(("...", "…")),
        ": " in head[:70],
        tail.endswith(":"),
        length <= 45 and bool(NAME_LINE.fullmatch(text)),
        bool(NAMED.match(head)),
        is_box_heading(text),
        text.isupper(),
        text[:1].isupper(),
        ended,
    )


def _speakers_around(lines: Sequence[Line], looks: Matrix) -> list[int]:
    """Return for each line how many different names open lines around it, alone or with a colon.

    Two people take turns in an interview, comments are of a new reader each.
    """
    speakers: list[set[str]] = []
    for line, alone in zip(lines, looks[:, LOOKS.index("name alone")] > 0, strict=True):
        named = NAMED.match(line.text[:200])
        speakers.append({named[1]} if named else {line.text} if alone else set())
    return [
        len(set().union(*speakers[max(i - SPEAKERS_REACH, 0) : i + SPEAKERS_REACH + 1])) for i in range(len(speakers))
    ]


def _runs(short: Sequence[bool]) -> Matrix:
    """Return for each line the length of its run of short lines, its place in it, and how many are left."""
    n = len(short)
    out = np.zeros((n, 3), dtype=np.float32)
    start = 0
    while start < n:
        end = start
        while end < n and short[end]:
            end += 1
        for k in range(start, end):
            out[k] = min(end - start, 8), min(k - start, 8), min(end - 1 - k, 8)
        start = max(end, start + 1)
    return out


def _shared_names(names: Sequence[set[str]], prose: Matrix) -> Matrix:
    """Return which share of each line's names the *other* lines of the article bear, -1 where it has none."""
    counts: Counter[str] = Counter()
    for k in np.flatnonzero(prose).tolist():
        counts.update(names[k])
    out = np.full(len(names), -1.0)
    for i, found in enumerate(names):
        if found:
            out[i] = sum(counts[name] > int(prose[i]) for name in found) / len(found)
    return out


def _near(near: Matrix) -> list[Matrix]:
    """Return the likeness to the line before, after, and the largest to the three before and after."""
    n, reach = near.shape
    back = np.zeros_like(near)
    for k in range(reach):
        back[k + 1 :, k] = near[: max(n - k - 1, 0), k]
    return [back[:, 0], near[:, 0], back.max(axis=1), near.max(axis=1)]


def _places(prose: Matrix) -> list[Matrix]:
    """Return how far each line stands before the first prose and behind the last one, and how much stands around."""
    n = len(prose)
    index = np.arange(n)
    where = np.flatnonzero(prose)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (n, -1)
    before = np.cumsum(prose) - prose
    return [
        np.clip(first - index, -1, 12),
        np.clip(index - last, -1, 12),
        np.minimum(before, 8),
        np.minimum(len(where) - before - prose, 8),
    ]


def _shifted(values: Matrix, offset: int) -> Matrix:
    """Return each line's neighbour's values, -1 past the edges of the page."""
    out = np.full(values.shape, -1.0, dtype=np.float32)
    n = len(values)
    if abs(offset) >= n:
        return out
    if offset > 0:
        out[:-offset] = values[offset:]
    else:
        out[-offset:] = values[:offset]
    return out
