"""How much a line is about what the rest of its page is about: TF-IDF over folded syllables, and shared names.

This is the sign that survives a redesign: a teaser may look like a paragraph, but it speaks of other things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix

from trichtin.annotate.numbers import CAPITALS

BUCKETS = 2**17
OPENING = 6  # tokens at a line's beginning that also count by their place
OPENINGS = 3  # of them, that also count together
LOOKED_AT = 400  # characters of a line whose wording is looked at
PAIR = 31_337  # makes a pair of syllables' bucket out of theirs
WORD = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,/-]\d+)*|[“”\"():;,]")
NAME = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*)+")
REACH = 3  # lines before and after with which a line is compared one by one

Weights = np.ndarray[Any, np.dtype[np.float32]]
Vector = np.ndarray[Any, Any]


@lru_cache(maxsize=2**16)
def _bucket(gram: str) -> int:
    return crc32(gram.encode()) % BUCKETS


EDGES = _bucket("~<"), _bucket("~>")  # stand at the beginning and the end of a run of tokens


def buckets(text: str) -> Vector:
    """Return the hashed small-letter syllables of a text, then its pairs of syllables."""
    words = np.array([_bucket(word) for word in WORD.findall(text.lower())], dtype=np.int64)
    return np.concatenate([words, (words[:-1] * PAIR + words[1:]) % BUCKETS])


@lru_cache(maxsize=2**16)
def _single(token: str) -> int:
    """Return the bucket of a small-letter syllable or a mark as it is, and of the kind of token another is."""
    if token[0].isdigit():
        return _bucket("~0/" if "/" in token or "-" in token else "~0")
    if token[0].isupper():
        return _bucket("~A" if len(token) > 1 and token.isupper() else "~C")
    return _bucket(f"~~{token}")


def wording(texts: Sequence[str]) -> tuple[Vector, Vector]:
    """Return how texts are worded: what each opens with, and its run of words, names and numbers.

    In the run, single tokens, pairs and triples, a capitalised syllable is any name and a number any number: leads
    give full names and days, bodies go on with "ông" and "theo đó", whatever they are about.

    Returns:
        The number of the text and the bucket of each item.
    """
    opened: list[int] = []
    run: list[int] = []
    sizes = np.zeros((len(texts), 2), dtype=np.int64)
    for k, text in enumerate(texts):
        tokens = TOKEN.findall(text[:LOOKED_AT])
        first = [token.lower() for token in tokens[:OPENING]]
        opened += [_bucket(f"^{at}{token}") for at, token in enumerate(first)]
        opened += [_bucket("^" + " ".join(first[: at + 1])) for at in range(min(len(first), OPENINGS))]
        run += [EDGES[0], *map(_single, tokens), EDGES[1]]
        sizes[k] = len(first) + min(len(first), OPENINGS), len(tokens) + 2
    single = np.array(run, dtype=np.int64)
    row = np.repeat(np.arange(len(texts)), sizes[:, 1])
    pairs = (single[:-1] * PAIR + single[1:]) % BUCKETS
    triples = (pairs[:-1] * PAIR + single[2:]) % BUCKETS
    twice, thrice = row[:-1] == row[1:], row[:-2] == row[2:]
    return (
        np.concatenate([np.repeat(np.arange(len(texts)), sizes[:, 0]), row, row[1:][twice], row[2:][thrice]]),
        np.concatenate([np.array(opened, dtype=np.int64), single, pairs[twice], triples[thrice]]),
    )


# What a line can sound like by its words alone: an advertisement rather than news, a reader's comment rather than news,
# the lead of an article rather than a paragraph of its body, and a title rather than a sub-heading.
SENSES = ("offer", "comment", "lead", "title")


@dataclass(slots=True)
class Words:
    """What is known of each bucket of syllables and pairs.

    Attributes:
        idf: inverse document frequencies.
        senses: how much it speaks for each of ``SENSES`` (buckets × senses).
    """

    idf: Weights
    senses: Weights


class Rows:
    """The TF-IDF rows of a page's lines, made once, and what they tell when some lines are taken for the article.

    Attributes:
        matrix: one row a line, term counts dampened by a square root, not normalised.
        norms: the length of each row.
        senses: how much each row sounds like each of ``SENSES`` (lines × senses).
    """

    def __init__(self, texts: Sequence[str], words: Words) -> None:
        found = [buckets(text) for text in texts]
        # One number a line and bucket: sorted, they are the rows one after another.
        keys, counts = np.unique(
            np.concatenate([k * BUCKETS + line for k, line in enumerate(found)]) if found else np.zeros(0, np.int64),
            return_counts=True,
        )
        columns = keys % BUCKETS
        ends = np.searchsorted(keys, np.arange(len(texts) + 1) * BUCKETS)
        # Only the columns that the page uses: the sums below are as long as the page and not as the vocabulary.
        used, inverse = np.unique(columns, return_inverse=True)
        self.ends = ends
        self.columns = inverse
        self.width = max(len(used), 1)
        self.idf = words.idf[columns]
        self.values = np.sqrt(counts.astype(np.float32)) * self.idf
        self.matrix = csr_matrix((self.values, inverse, self.ends), shape=(len(texts), self.width))
        self.row = np.repeat(np.arange(len(texts)), np.diff(self.ends))
        self.squares = np.bincount(self.row, self.values**2, minlength=len(texts))
        self.norms = np.sqrt(self.squares)
        self.senses = self._senses(columns, texts, words.senses)
        self.mass = np.bincount(self.row, self.idf, minlength=len(texts))

    def _senses(self, columns: Vector, texts: Sequence[str], weights: Weights) -> Vector:
        """Return the sum of the weights of each line as a unit vector of the syllables, pairs and wording it has."""
        row, worded = wording(texts)
        rows, found = np.concatenate([self.row, row]), np.concatenate([columns, worded])
        sums = [np.bincount(rows, weights[found, k], minlength=len(texts)) for k in range(len(SENSES))]
        sizes = np.bincount(rows, minlength=len(texts))
        return np.asarray(np.column_stack(sums) / np.sqrt(np.maximum(sizes, 1))[:, None])

    def similarity_to(self, weights: Vector) -> Vector:
        """Return the cosine of each row to the weighted sum of all the *other* rows, 0 where one is empty.

        Args:
            weights: how much each line counts for the core of the page (0 for none).
        """
        core = np.bincount(self.columns, self.values * weights[self.row], minlength=self.width)
        dots: Vector = np.bincount(self.row, self.values * core[self.columns], minlength=len(weights))
        dots = dots - weights * self.squares  # without the line itself
        others = float(core @ core) - 2 * weights * (dots + weights * self.squares) + weights**2 * self.squares
        scale = np.maximum(self.norms, 1e-9) * np.sqrt(np.maximum(others, 1e-9))
        return np.where(self.norms > 0, dots / scale, 0.0)

    def coverage(self, weights: Vector) -> Vector:
        """Return which share of each row's weight the other lines of the core also have, 0 where it is empty.

        Args:
            weights: how sure each line belongs to the core (0 to 1).
        """
        sums = np.bincount(self.columns, weights[self.row], minlength=self.width)
        shared = np.minimum(np.maximum(sums[self.columns] - weights[self.row], 0.0), 1.0)
        found = np.bincount(self.row, self.idf * shared, minlength=len(weights))
        return np.where(self.mass > 0, found / np.maximum(self.mass, 1e-9), 0.0)

    def near(self) -> Vector:
        """Return the cosine of each line to each of its ``REACH`` next lines (lines × reach, 0 past the end)."""
        n = len(self.norms)
        out = np.zeros((n, REACH), dtype=np.float32)
        for k in range(1, min(REACH, n - 1) + 1):
            dots = np.asarray(self.matrix[k:].multiply(self.matrix[:-k]).sum(axis=1)).ravel()
            out[: n - k, k - 1] = dots / np.maximum(self.norms[k:] * self.norms[:-k], 1e-9)
        return out


def names_of(text: str) -> set[str]:
    """Return the capitalised runs of two syllables or more."""
    return set(NAME.findall(text))
