"""Features of the entity tagger: what each token of a sentence looks like, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from trichtin.annotate.entities.heads import HEADS, find_heads
from trichtin.annotate.entities.lexicon import LONGEST_NAME, LONGEST_PHRASE, Lexicon

DIGITS = re.compile(r"\d")
HONORIFICS = frozenset(["ông", "bà", "anh", "chị", "em", "thầy", "cô", "cháu", "bác", "chú", "gs", "ts", "ths", "pgs"])
HEAD_WORDS = frozenset(head.split()[0] for kind in ("ORG", "DOC", "PROG") for head in HEADS[kind])
NO_CLUSTER = ("", "", "")
CLOSERS = frozenset(',;:.!?()“”"«»-–/')


class DocumentEvidence:
    """What the rest of the article says of a name: the heads seen before it anywhere in the text.

    Later mentions drop the head ("Trường ĐH Vinh" … "Vinh"), so the tagger is told of the earlier ones.
    """

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self.after: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.capital: Counter[str] = Counter()
        self.small: Counter[str] = Counter()
        for words in sentences:
            lower = [word.lower() for word in words]
            for word, low in zip(words, lower, strict=True):
                (self.capital if word[0].isupper() else self.small)[low] += 1
            for start, end, label in find_heads(lower):
                if label in ("DOC", "PROG") or (label == "PER" and lower[start] not in HONORIFICS and end - start == 1):
                    continue
                stop = end
                while stop < len(words) and stop - end < LONGEST_NAME and words[stop][0].isupper():
                    stop += 1
                for k in range(end, stop):
                    self.after[words[k]][label] += 1

    def of(self, word: str) -> str:
        counts = self.after.get(word)
        if not counts:
            return "-"
        return "".join(sorted(counts))


def sentence_features(words: Sequence[str], evidence: DocumentEvidence, lexicon: Lexicon) -> list[list[str]]:
    """Return the features of each token of one sentence.

    Args:
        words: the tokens (syllables, numbers, punctuation marks; no white space).
        evidence: what the whole article tells.
        lexicon: the mined lexicons.

    Returns:
        One list of feature strings a token.
    """
    n = len(words)
    lower = [DIGITS.sub("0", word.lower()) for word in words]
    shapes = [_shape(word) for word in words]
    names = _name_classes(words, lexicon)
    phrases = _phrases(words, lexicon)
    levels = [lexicon.clusters.get(DIGITS.sub("0", word), NO_CLUSTER) for word in words]
    coarse, cluster, fine = ([level[k] for level in levels] for k in range(3))
    syllable = [lexicon.syllables.get(word, "") for word in words]
    head_here, head_left = _heads(words)
    run = _runs(shapes)
    quoted = _quoted(words)
    doc = [evidence.of(word) if shape[0] == "X" else "" for word, shape in zip(words, shapes, strict=True)]

    features: list[list[str]] = []
    for i in range(n):
        word, low, shape = words[i], lower[i], shapes[i]
        own = [
            "b",
            "w=" + low,
            "s=" + shape,
            "c=" + cluster[i],
            "co=" + coarse[i],
            "cf=" + fine[i],
            "n=" + names[i],
            "y=" + syllable[i],
            "ph=" + phrases[i],
            "h=" + head_here[i],
            "l=" + head_left[i],
            "r=" + run[i],
            "q=" + quoted[i],
            "d=" + doc[i],
            "s+n=" + shape + names[i],
            "s+l=" + shape + head_left[i],
            "n+l=" + names[i] + head_left[i],
            "w+l=" + low + head_left[i],
        ]
        if shape[0] == "X":
            small, capital = evidence.small[word.lower()], evidence.capital[word.lower()]
            own.append("k=" + ("first" if i == 0 else "in") + ("c" if capital > 1 else "") + ("s" if small else ""))
        if len(low) > 3:
            own.append("p=" + low[:3])
            own.append("f=" + low[-3:])
        for offset in (-3, -2, -1, 1, 2, 3):
            j = i + offset
            at = f"{offset}:"
            if not 0 <= j < n:
                own.append(at + "edge")
                continue
            if abs(offset) < 3:
                own += [
                    at + "w=" + lower[j],
                    at + "s=" + shapes[j],
                    at + "c=" + cluster[j],
                    at + "co=" + coarse[j],
                    at + "n=" + names[j],
                    at + "y=" + syllable[j],
                    at + "ph=" + phrases[j],
                    at + "h=" + head_here[j],
                    at + "d=" + doc[j],
                ]
            else:
                own += [at + "s=" + shapes[j], at + "h=" + head_here[j], at + "c=" + cluster[j]]
        if i:
            own += [
                "-1w0=" + lower[i - 1] + "_" + low,
                "-1s0=" + shapes[i - 1] + shape,
                "-1h0s=" + head_here[i - 1] + shape,
                "-1y0=" + syllable[i - 1] + "_" + syllable[i],
                "-1c0=" + cluster[i - 1] + "_" + cluster[i],
            ]
        if i > 1:
            own += [
                "-2w-1=" + lower[i - 2] + "_" + lower[i - 1],
                "-2h-1h=" + head_here[i - 2] + head_here[i - 1] + shape,
            ]
        if i + 1 < n:
            own += ["0w1=" + low + "_" + lower[i + 1], "0s1=" + shape + shapes[i + 1]]
        if i + 2 < n:
            own.append("1w2=" + lower[i + 1] + "_" + lower[i + 2])
        features.append(own)
    return features


def _shape(word: str) -> str:
    if word[0].isdigit():
        return f"d{min(len(word), 4)}"
    if word.isupper():
        return "XX" if len(word) > 1 else "X1"
    if word[0].isupper():
        return "Xx" if word[1:].islower() else "XxX"
    return "x" if word[0].isalpha() else word


def _name_classes(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Tag the longest names of the lexicon, left to right: class, and B, I or E for the place within."""
    tags = [""] * len(words)
    i = 0
    while i < len(words):
        if words[i][0].isupper():
            for length in range(min(LONGEST_NAME, len(words) - i), 0, -1):
                kind = lexicon.names.get(" ".join(words[i : i + length]))
                if kind:
                    for k in range(length):
                        place = "S" if length == 1 else "B" if k == 0 else "E" if k == length - 1 else "I"
                        tags[i + k] = place + kind
                    i += length - 1
                    break
        i += 1
    return tags


def _phrases(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Tag the longest long names of the lexicon, left to right, by kind and place within."""
    tags = [""] * len(words)
    forms = [DIGITS.sub("0", word) for word in words]
    i = 0
    while i < len(words):
        if words[i].lower() in HEAD_WORDS:
            for length in range(min(LONGEST_PHRASE, len(words) - i), 1, -1):
                kind = lexicon.phrases.get(" ".join(forms[i : i + length]))
                if kind:
                    for k in range(length):
                        tags[i + k] = kind + ("B" if k == 0 else "E" if k == length - 1 else "I")
                    i += length - 1
                    break
        i += 1
    return tags


def _heads(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return for each token the head it belongs to, and the nearest head to its left in the same phrase."""
    here = [""] * len(words)
    ends: defaultdict[int, str] = defaultdict(str)
    for start, end, label in find_heads([word.lower() for word in words]):
        for k in range(start, end):
            here[k] += label[0] + label[-1] + ("B" if k == start else "I")
        ends[end] += label[0] + label[-1]
    left = [""] * len(words)
    current, distance = "", 0
    for k, word in enumerate(words):
        if k in ends:
            current, distance = ends[k], 0
        if word in CLOSERS:
            current = ""
        if current:
            left[k] = f"{current}{'C' if word[0].isupper() else 'c'}{min(distance, 6)}"
            distance += 1
    return here, left


def _runs(shapes: Sequence[str]) -> list[str]:
    """Return the place of each capitalised token in its run, and the run's length."""
    out = [""] * len(shapes)
    i = 0
    while i < len(shapes):
        if shapes[i][0] != "X":
            i += 1
            continue
        end = i
        while end < len(shapes) and shapes[end][0] == "X":
            end += 1
        for k in range(i, end):
            out[k] = f"{min(k - i, 4)}/{min(end - i, 5)}"
        i = end
    return out


def _quoted(words: Sequence[str]) -> list[str]:
    out, depth = [], 0
    for word in words:
        if word in "“«‘":
            depth = 1
        elif word in "”»’":
            depth = 0
        elif word == '"':
            depth = 1 - depth
        out.append("q" if depth else "")
    return out
