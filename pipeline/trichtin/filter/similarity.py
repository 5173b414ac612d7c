"""How much a line is about what the rest of its page is about: TF-IDF over folded syllables, and shared names.

This is the sign that survives a redesign: a teaser may look like a paragraph, but it speaks of other things.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix

BUCKETS = 2**15
WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*)+")

Idf = np.ndarray[Any, np.dtype[np.float32]]


def buckets(text: str) -> list[int]:
    """Return the hashed small-letter syllables and pairs of syllables of a text."""
    words = [word.lower() for word in WORD.findall(text)]
    grams = words + [f"{a} {b}" for a, b in itertools.pairwise(words)]
    return [crc32(gram.encode()) % BUCKETS for gram in grams]


def vectors(texts: Sequence[str], idf: Idf) -> csr_matrix:
    """Return one row of TF-IDF weights a text (term counts dampened by a square root, not normalised)."""
    columns: list[int] = []
    counts: list[float] = []
    ends = [0]
    for text in texts:
        seen: dict[int, int] = {}
        for bucket in buckets(text):
            seen[bucket] = seen.get(bucket, 0) + 1
        columns.extend(seen)
        counts.extend(seen.values())
        ends.append(len(columns))
    index = np.asarray(columns, dtype=np.int32)
    weights = np.sqrt(np.asarray(counts, dtype=np.float32)) * idf[index]
    return csr_matrix((weights, index, np.asarray(ends)), shape=(len(texts), BUCKETS))


def similarity_to(rows: csr_matrix, weights: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the cosine of each row to the weighted sum of all the other rows.

    Args:
        rows: a row a line.
        weights: how much each line counts for the core of the page (0 for none).

    Returns:
        One value a line, 0 where the line or the core is empty.
    """
    core = np.asarray(rows.T @ weights).ravel()
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    norms = np.sqrt(squares)
    dots = np.asarray(rows @ core).ravel() - weights * squares  # without the line itself
    core_square = float(core @ core)
    others = np.sqrt(np.maximum(core_square - 2 * weights * (dots + weights * squares) + weights**2 * squares, 1e-9))
    return np.where(norms > 0, dots / (np.maximum(norms, 1e-9) * others), 0.0)


def names_of(text: str) -> set[str]:
    """Return the capitalised runs of two syllables or more."""
    return set(NAME.findall(text))
