"""Near-duplicate articles: the same press release in ten papers is one, so that trends do not count a fact ten times.

MinHash over the article's shingles (Broder 1997, by datasketch), and locality-sensitive hashing over its bands (Leskovec,
Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3), one band at a time, so that memory grows by some 270 bytes
an article.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

import numpy as np
from datasketch import MinHash

from trichtin.annotate.links.ids import fold

SHINGLE = 4  # syllables
PERMUTATIONS = 63
ROWS = 3  # of a band: 21 bands find 94% of the pairs at the threshold, and 99.9% from 0.65 on
THRESHOLD = 0.5  # Jaccard similarity of the shingles from which two articles say the same
LONGEST = 6_000  # syllables of an article that are looked at
SHORTEST = 20  # syllables below which nothing can be said
SKETCH_BYTES = 4 * PERMUTATIONS

Sketches = np.ndarray[Any, Any]


def sketch(text: str) -> bytes | None:
    """Return the MinHash of a text's shingles of folded syllables.

    Args:
        text: of an article.

    Returns:
        63 hash values of 4 bytes (little-endian), or None for a text that is too short to compare.
    """
    words = fold(text).split()[:LONGEST]
    if len(words) < SHORTEST:
        return None
    minhash = MinHash(num_perm=PERMUTATIONS, hashfunc=_hash)
    minhash.update_batch([" ".join(words[k : k + SHINGLE]).encode() for k in range(len(words) - SHINGLE + 1)])
    return minhash.hashvalues.astype("<u4").tobytes()


def cluster(articles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each article, given as id and text, the id of the first article of its cluster."""
    found = [(article, sketch(text)) for article, text in articles]
    firsts = cluster_sketches([mark for _, mark in found])
    return {article: found[first][0] for (article, _), first in zip(found, firsts, strict=True)}


def cluster_sketches(marks: Iterable[bytes | None], threshold: float = THRESHOLD) -> list[int]:
    """Cluster articles by what :func:`sketch` gave of them.

    Args:
        marks: a sketch an article; None is like no other.
        threshold: least share of equal hash values, which estimates the Jaccard similarity.

    Returns:
        For each article the index of the first one of its cluster; its own when none before is like it. Likeness carries
        over: two articles like a third are in one cluster.
    """
    held = list(marks)
    known = np.array([k for k, mark in enumerate(held) if mark is not None], dtype=np.int64)
    sketches = np.frombuffer(b"".join(mark for mark in held if mark is not None), dtype="<u4")
    sketches = sketches.reshape(len(known), PERMUTATIONS)
    parent = np.arange(len(known))
    for band in range(0, PERMUTATIONS, ROWS):
        for one, other in _candidates(sketches[:, band : band + ROWS]):
            a, b = _root(parent, one), _root(parent, other)
            if a != b and (sketches[one] == sketches[other]).mean() >= threshold:
                parent[max(a, b)] = min(a, b)
    firsts = list(range(len(held)))
    for k, index in enumerate(known):
        firsts[index] = int(known[_root(parent, k)])
    return firsts


def _candidates(values: Sketches) -> Iterable[tuple[int, int]]:
    """Yield pairs that agree on a band: each article with the first of its bucket and with the one before it.

    All pairs of a bucket would be quadratic where one text stands thousands of times.
    """
    keys = np.zeros(len(values), dtype=np.uint64)
    for column in values.T:
        keys = keys * np.uint64(0x9E3779B97F4A7C15) + column
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = 0
    for k in (np.flatnonzero(keys[1:] == keys[:-1]) + 1).tolist():
        if keys[first] != keys[k]:
            first = k - 1
        yield int(order[first]), int(order[k])
        if first != k - 1:
            yield int(order[k - 1]), int(order[k])


def _root(parent: Sketches, k: int) -> int:
    while parent[k] != k:
        parent[k] = parent[parent[k]]
        k = parent[k]
    return int(k)


def _hash(data: bytes) -> int:
    return zlib.crc32(data)
