"""Vectors of words: what each is by itself, and what its surroundings lead one to expect.

A feed-forward network foretells a word from the six before and the six behind it, in their order (the continuous
window of Ling et al. 2015, with a hidden layer as in context2vec, Melamud et al. 2016). It was trained on raw news, so it
knows of places and functions of words that no annotated article shows. NumPy is all that it needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

REACH = 6  # words on either side
DIGITS = re.compile(r"\d")
PAD = "<pad>"  # stands before the first and behind the last word of a paragraph
# Rare words are known by their looks alone.
LOOKS = (PAD, "<number>", "<mark>", "<ABC>", "<A>", "<Abc>", "<AbC>", "<abc>", "<long>")
LONG = 8  # letters from which a small-letter word is hardly a Vietnamese syllable
OFFSETS = np.array([*range(-REACH, 0), *range(1, REACH + 1)])

Matrix = np.ndarray[Any, Any]


def look(word: str) -> str:
    """Return which of ``LOOKS`` a word has."""
    if word[0].isdigit():
        return "<number>"
    if not word[0].isalpha():
        return "<mark>"
    if word.isupper():
        return "<ABC>" if len(word) > 1 else "<A>"
    if word[0].isupper():
        return "<Abc>" if word[1:].islower() else "<AbC>"
    return "<abc>" if len(word) < LONG else "<long>"


class Encoder:
    """Turn the words of a text into vectors.

    Args:
        words: the vocabulary (digits as 0), ``LOOKS`` first; the rows of ``embedding``.
        embedding: a vector a word.
        hidden: weights and bias of the hidden layer, over the vectors of the words around.
        output: weights and bias of the foretold vector.
    """

    def __init__(
        self, words: Sequence[str], embedding: Matrix, hidden: tuple[Matrix, Matrix], output: tuple[Matrix, Matrix]
    ) -> None:
        self.words, self.embedding, self.hidden, self.output = list(words), embedding, hidden, output
        self.index = {word: number for number, word in enumerate(self.words)}

    def number(self, word: str) -> int:
        """Return the number of a word in the vocabulary, of its look where it is rare."""
        found = self.index.get(DIGITS.sub("0", word))
        return found if found is not None else self.index[look(word)]

    def encode(self, paragraphs: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix, Matrix]:
        """Return three matrices with a row a word, of all paragraphs one behind the other.

        Args:
            paragraphs: the words of each; a word's surroundings end with its paragraph.

        Returns:
            The words' own vectors, the vectors that their surroundings foretell, and the hidden layer between.
        """
        numbers = [0] * REACH
        places: list[int] = []
        for words in paragraphs:
            places.extend(range(len(numbers), len(numbers) + len(words)))
            numbers.extend(self.number(word) for word in words)
            numbers.extend([0] * REACH)
        sequence, at = np.asarray(numbers), np.asarray(places, dtype=np.int64)
        around = self.embedding[sequence[at[:, None] + OFFSETS]].reshape(len(at), -1)
        hidden = np.maximum(around @ self.hidden[0] + self.hidden[1], 0)
        return self.embedding[sequence[at]], hidden @ self.output[0] + self.output[1], hidden

    def arrays(self) -> dict[str, Matrix]:
        """Return what :meth:`from_arrays` takes, weights as 16-bit floats."""
        weights = (self.embedding, *self.hidden, *self.output)
        names = ("embedding", "hidden", "hidden_bias", "output", "output_bias")
        return {"words": np.array(self.words)} | {
            name: array.astype(np.float16) for name, array in zip(names, weights, strict=True)
        }

    @classmethod
    def from_arrays(cls, data: Any) -> Encoder:
        """Make an encoder of arrays by name."""
        hidden, output = (
            (data[name].astype(np.float32), data[f"{name}_bias"].astype(np.float32)) for name in ("hidden", "output")
        )
        return cls(data["words"].tolist(), data["embedding"].astype(np.float32), hidden, output)
