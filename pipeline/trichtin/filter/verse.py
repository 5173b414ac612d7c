"""Is a run of short lines verse? By metre and rhyme, the two things that teasers and lists do not keep.

Vietnamese verse of the school books counts syllables: lines of 4, 5, 7 or 8 each, or 6 and 8 in turn (lục bát), where the
sixth syllables rhyme. (Dương Quảng Hàm, *Việt Nam văn học sử yếu*, 1943, on the metres.)
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence

SHORTEST_RUN = 3
SYLLABLE = re.compile(r"[^\W\d_]+")
# Initial consonants; what is left of a folded syllable is its rhyme.
INITIAL = re.compile(r"ngh|gh|gi(?=[aeiouy])|kh|ng|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx]")
METRES = (4, 5, 6, 7, 8)


def rhyme(syllable: str) -> str:
    """Return the part of a syllable that rhymes, without its tone (``đường`` and ``thương`` share ``ương``)."""
    letters = unicodedata.normalize("NFD", syllable.lower().replace("đ", "d"))
    plain = "".join(c for c in letters if c not in "\u0300\u0301\u0303\u0309\u0323")
    return INITIAL.sub("", unicodedata.normalize("NFC", plain), count=1)


def verse_scores(lines: Sequence[str], candidates: Sequence[bool]) -> list[float]:
    """Return for each line how much the run of candidates that it stands in is like verse (0 to 1).

    Args:
        lines: the lines of a page.
        candidates: which of them may be verse by their looks (short, no figures).

    Returns:
        The share of the run's neighbouring lines that keep one metre, and as much again for their rhymes, halved.
    """
    out = [0.0] * len(lines)
    start = 0
    while start < len(lines):
        if not candidates[start]:
            start += 1
            continue
        end = start
        while end < len(lines) and candidates[end]:
            end += 1
        if end - start >= SHORTEST_RUN:
            run = [SYLLABLE.findall(line) for line in lines[start:end]]
            for k in range(len(run)):
                # The lines around this one, for a run may begin or end with lines that are no verse.
                window = run[max(0, k - 2) : k + 3]
                out[start + k] = _metre_and_rhyme(window)
        start = end
    return out


def _metre_and_rhyme(window: Sequence[Sequence[str]]) -> float:
    lengths = [len(line) for line in window]
    pairs = len(window) - 1
    if pairs < 2:
        return 0.0
    steady = sum(a == b and a in METRES for a, b in itertools.pairwise(lengths))
    turns = sum({a, b} == {6, 8} for a, b in itertools.pairwise(lengths))
    kept = max(steady, turns) / pairs
    if turns > steady:
        rhymes = sum(
            rhyme(a[5]) == rhyme(b[5]) for a, b in itertools.pairwise(window) if len(a) in (6, 8) and len(b) in (6, 8)
        )
        return (kept + rhymes / pairs) / 2
    ends = [rhyme(line[-1]) if line else "" for line in window]
    rhymes = sum(any(ends[k] == other for other in ends[:k]) for k in range(1, len(ends)))
    return (kept + rhymes / pairs) / 2
