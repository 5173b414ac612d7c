"""Features of the lines of a page: what each looks like, what it is about, and what stands around it.

All features are binary and named, so that a decision can be explained by the few that weighed most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from trichtin.annotate.ids import fold
from trichtin.filter.lines import (
    BULLET,
    CREDIT,
    CREDIT_TAIL,
    DATELINE,
    LINK,
    SENTENCE_END,
    SPEAKER,
    STAMP,
    STAMP_INSIDE,
    TAG_LINE,
    Line,
    box_words,
    is_box_heading,
)
from trichtin.filter.similarity import Idf, names_of, similarity_to, vectors

LONG = 140  # characters from which a line is prose rather than a heading


@dataclass(slots=True)
class Look:
    """What a line looks like, by itself."""

    length: int
    dateline: bool
    credit: bool
    credit_tail: bool
    stamp: bool
    link: bool
    bullet: bool
    tag: bool
    speaker: bool
    ended: bool
    question: bool
    box: int
    heading: bool
    capital: bool
    upper: bool
    words: int
    names: set[str]
    folded: str


def look(text: str) -> Look:
    """Return the looks of one line (only its beginning and end are examined in long ones)."""
    head, tail = text[:200], text[-60:]
    words = text.count(" ") + 1
    return Look(
        length=len(text),
        dateline=bool(DATELINE.match(head)) and len(text) > 60,
        credit=len(text) <= 60 and bool(CREDIT.fullmatch(text)),
        credit_tail=bool(CREDIT_TAIL.search(tail)),
        stamp=len(text) <= 60 and (bool(STAMP.fullmatch(text)) or bool(STAMP_INSIDE.search(text))),
        link=bool(LINK.match(head)),
        bullet=bool(BULLET.match(head)),
        tag=bool(TAG_LINE.match(head)),
        speaker=bool(SPEAKER.match(head)),
        ended=bool(SENTENCE_END.search(tail)),
        question=tail.endswith("?"),
        box=min(box_words(text), 3),
        heading=is_box_heading(text),
        capital=text[:1].isupper(),
        upper=text.isupper(),
        words=words,
        names=names_of(text[:2000]),
        folded=fold(text[:400]),
    )


def page_features(
    lines: Sequence[Line], hints: Sequence[str], idf: Idf, core: np.ndarray[Any, Any] | None
) -> list[list[str]]:
    """Return the features of each line of a page.

    Args:
        lines: the non-empty lines.
        hints: for each line the part of the page that its markup says it is, or an empty string.
        idf: inverse document frequencies of the hashed syllables.
        core: how sure an earlier pass is that each line belongs to the article (0 to 1); None in the first pass,
            where the long lines stand for the article.

    Returns:
        One list of feature names a line.
    """
    looks = [look(line.text) for line in lines]
    rows = vectors([line.text[:3000] for line in lines], idf)
    n = len(lines)
    lengths = np.array([look_.length for look_ in looks], dtype=np.float32)
    weights = np.where(lengths >= LONG, 1.0, 0.15).astype(np.float32) if core is None else core.astype(np.float32)
    whole = similarity_to(rows, weights)
    early = np.zeros(n, dtype=np.float32)
    early[: max(3, min(n, 8))] = 1.0
    beginning = similarity_to(rows, early * weights)
    previous = _neighbour_similarity(rows)
    places = _places(looks, core)
    seen_names: set[str] = set()
    seen_text: dict[str, int] = {}
    counts = {"dateline": 0, "heading": 0, "credit": 0, "box": 0}
    own: list[list[str]] = []
    for i, line in enumerate(lines):
        v = looks[i]
        f = ["bias", *_looks_features(v, line.gap)]
        kin = _bucket(whole[i], (0.03, 0.06, 0.1, 0.15, 0.2, 0.27, 0.35))
        begin = _bucket(beginning[i], (0.03, 0.07, 0.12, 0.2, 0.3))
        size = _size(v.length)
        shared = _bucket(len(v.names & seen_names) / max(len(v.names), 1), (0.01, 0.4, 0.8)) if v.names else "none"
        f += [
            f"kin={kin}",
            f"begin={begin}",
            f"kin+size={kin},{size}",
            f"begin+size={begin},{size}",
            f"names={shared}",
            f"names+kin={shared},{kin}",
            f"near={_bucket(previous[i], (0.03, 0.08, 0.15, 0.25))}",
            f"place={places[i]}",
            f"place+size={places[i]},{size}",
            f"place+kin={places[i]},{kin}",
            f"datelines={min(counts['dateline'], 2)}{'d' if v.dateline else ''}",
            f"datelines+place={min(counts['dateline'], 2)}{'d' if v.dateline else ''},{places[i]}",
            f"boxes={min(counts['heading'], 2)}",
            f"boxes+kin={min(counts['heading'], 2)},{kin}",
            f"boxes+size={min(counts['heading'], 2)},{size}",
            f"credits={min(counts['credit'], 2)}",
            f"chrome={min(counts['box'], 3)}",
            f"index={min(i, 6)}",
            f"left={min(n - 1 - i, 6)}",
            f"repeat={'yes' if v.folded in seen_text else 'no'}",
        ]
        if core is not None:
            f += [
                f"core={_bucket(core[i], (0.05, 0.2, 0.5, 0.8, 0.95))}",
                f"core+size={_bucket(core[i], (0.2, 0.5, 0.8))},{size}",
            ]
        if hints[i]:
            f += [f"markup={hints[i]}", f"markup+size={hints[i]},{size}"]
        own.append(f)
        seen_names |= v.names
        seen_text.setdefault(v.folded, i)
        counts["dateline"] += v.dateline
        counts["heading"] += v.heading
        counts["credit"] += v.credit
        counts["box"] += v.box > 0
    out: list[list[str]] = []
    for i in range(n):
        f = list(own[i])
        for offset in (-2, -1, 1, 2):
            j = i + offset
            if not 0 <= j < n:
                f.append(f"{offset}:edge")
                continue
            v = looks[j]
            f += [
                f"{offset}:size={_size(v.length)}",
                f"{offset}:look={_kind(v)}",
                f"{offset}:kin={_bucket(whole[j], (0.05, 0.12, 0.22))}",
                f"{offset}:look+own={_kind(v)},{_kind(looks[i])},{_size(looks[i].length)}",
            ]
            if core is not None:
                f.append(f"{offset}:core={_bucket(core[j], (0.2, 0.8))}")
        out.append(f)
    return out


def _looks_features(v: Look, gap: int) -> list[str]:
    size = _size(v.length)
    f = [
        f"size={size}",
        f"look={_kind(v)}",
        f"look+size={_kind(v)},{size}",
        f"gap={min(gap, 3)}",
        f"words={min(v.words, 12)}",
    ]
    for name in (
        "dateline",
        "credit",
        "credit_tail",
        "stamp",
        "link",
        "bullet",
        "tag",
        "speaker",
        "question",
        "heading",
        "upper",
    ):
        if getattr(v, name):
            f.append(name)
            f.append(f"{name}+{size}")
    f.append(f"ended={v.ended},{size}")
    f.append(f"capital={v.capital}")
    if v.box:
        f += [f"box={v.box}", f"box+size={v.box},{size}"]
    return f


def _kind(v: Look) -> str:
    """Return the most telling look of a line in one word."""
    for name in ("credit", "stamp", "heading", "tag", "link", "dateline", "bullet", "speaker", "question"):
        if getattr(v, name):
            return name
    if v.box and v.length < 80:
        return "box"
    return "prose" if v.ended else "open"


def _size(length: int) -> str:
    for bound, name in ((12, "a"), (25, "b"), (45, "c"), (75, "d"), (120, "e"), (180, "f"), (300, "g"), (700, "h")):
        if length <= bound:
            return name
    return "i"


def _bucket(value: float, bounds: tuple[float, ...]) -> str:
    return str(sum(value >= bound for bound in bounds))


def _places(looks: Sequence[Look], core: np.ndarray[Any, Any] | None) -> list[str]:
    """Return where each line stands to the page's prose: before it, in it, after it, and how far."""
    n = len(looks)
    prose = [i for i, v in enumerate(looks) if (v.length >= LONG and v.ended if core is None else core[i] > 0.5)]
    if not prose:
        return ["none"] * n
    first, last = prose[0], prose[-1]
    out = []
    for i in range(n):
        if i < first:
            out.append(f"before{min(first - i, 4)}")
        elif i > last:
            out.append(f"after{min(i - last, 4)}")
        elif i == first:
            out.append("first")
        elif i == last:
            out.append("last")
        else:
            out.append("in")
    return out


def _neighbour_similarity(rows: Any) -> np.ndarray[Any, Any]:
    """Return the cosine of each line to the line before it."""
    n = rows.shape[0]
    out = np.zeros(n, dtype=np.float32)
    if n > 1:
        norms = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel()) + 1e-9
        dots = np.asarray(rows[1:].multiply(rows[:-1]).sum(axis=1)).ravel()
        out[1:] = dots / (norms[1:] * norms[:-1])
    return out
