"""Near-duplicate articles: the same press release in ten papers is one, so that trends do not count a fact ten times.

MinHash over the article's shingles (Broder 1997) with locality-sensitive hashing, by datasketch.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from datasketch import LeanMinHash, MinHash, MinHashLSH

from trichtin.annotate.ids import fold

SHINGLE = 4  # syllables
PERMUTATIONS = 128
THRESHOLD = 0.5  # Jaccard similarity of the shingles from which two articles say the same
LONGEST = 6_000  # syllables of an article that are looked at
SHORTEST = 20  # syllables below which nothing can be said


class NearDuplicates:
    """Articles seen so far; some 2 kB of memory each."""

    def __init__(self, threshold: float = THRESHOLD) -> None:
        self.threshold = threshold
        self._index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        self._sketches: dict[str, LeanMinHash] = {}
        self._cluster: dict[str, str] = {}

    def add(self, article: str, text: str) -> str:
        """Take an article in.

        Args:
            article: its id.
            text: its text.

        Returns:
            The id of the first article of its cluster: its own when it is like none before it.
        """
        if article in self._cluster:
            return self._cluster[article]
        sketch = _sketch(text)
        self._cluster[article] = article
        if sketch is None:
            return article
        likest = max(
            ((sketch.jaccard(self._sketches[other]), other) for other in sorted(self._index.query(sketch))),
            default=(0.0, ""),
        )
        if likest[0] >= self.threshold:
            self._cluster[article] = self._cluster[likest[1]]
        self._sketches[article] = sketch
        self._index.insert(article, sketch)
        return self._cluster[article]


def cluster(articles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each article, given as id and text, the id of the first article of its cluster."""
    index = NearDuplicates()
    return {article: index.add(article, text) for article, text in articles}


def _sketch(text: str) -> LeanMinHash | None:
    """Return the MinHash of an article's shingles of folded syllables; None for one that is too short to compare."""
    words = fold(text).split()[:LONGEST]
    if len(words) < SHORTEST:
        return None
    sketch = MinHash(num_perm=PERMUTATIONS, hashfunc=_hash)
    sketch.update_batch([" ".join(words[k : k + SHINGLE]).encode() for k in range(len(words) - SHINGLE + 1)])
    return LeanMinHash(sketch)


def _hash(data: bytes) -> int:
    return zlib.crc32(data)
