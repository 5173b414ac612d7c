"""What the encoder's vectors alone tell of each token: a probability for every tag, which the tagger takes as features.

One hidden layer over the vectors of a token and its neighbours. It knows words that no annotated article holds, by what
they are like and what stands around them; the conditional random field decides (stacking, Wolpert 1992).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from trichtin.annotate.entities.encoder import LOOKS, Encoder, Matrix, look
from trichtin.annotate.sentences import Token

LABELS = ("PER", "ORG", "LOC", "DOC", "PROG")
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BI"))
OWN_REACH, FORETOLD_REACH, LOOK_REACH = 3, 1, 2  # tokens on either side whose vectors and looks are given
LOOK_INDEX = {name: k for k, name in enumerate(LOOKS)}
NOTED = 0.1  # probability from which a tag is named to the tagger
EDGES = np.array([0.35, 0.6, 0.85, 0.97])  # between the grades of certainty that the tagger is told


def inputs_of(encoder: Encoder, text: str, split: Sequence[Sequence[Token]]) -> Matrix:
    """Return the classifier's inputs, a row a token, of all sentences of a text one behind the other."""
    paragraphs: list[list[str]] = []
    end = -1
    for tokens in split:
        if end < 0 or "\n" in text[end : tokens[0][0]]:
            paragraphs.append([])
        paragraphs[-1].extend(word for _, word in tokens)
        end = tokens[-1][0] + len(tokens[-1][1])
    own, foretold, hidden = encoder.encode(paragraphs)
    looks = np.zeros((len(own), len(LOOKS)), dtype=np.float32)
    looks[np.arange(len(own)), [LOOK_INDEX[look(word)] for words in paragraphs for word in words]] = 1
    sentence = np.repeat(np.arange(len(split)), [len(tokens) for tokens in split])
    return np.concatenate(
        [
            _around(own, sentence, OWN_REACH),
            _around(foretold, sentence, FORETOLD_REACH),
            hidden,
            _around(looks, sentence, LOOK_REACH),
        ],
        axis=1,
        dtype=np.float32,
    )


def _around(rows: Matrix, sentence: Matrix, reach: int) -> Matrix:
    """Return each row with its neighbours' beside it; zeros beyond the ends of the sentence."""
    number = len(rows)
    parts = []
    for offset in range(-reach, reach + 1):
        at = np.arange(number) + offset
        inside = (at >= 0) & (at < number)
        at = at.clip(0, max(number - 1, 0))
        inside &= sentence[at] == sentence
        parts.append(rows[at] * inside[:, None])
    return np.concatenate(parts, axis=1)


class TokenClassifier:
    """Probabilities of ``TAGS`` for each token.

    Args:
        encoder: gives the vectors.
        layers: weights and bias of each layer; a rectifier stands between two.
    """

    def __init__(self, encoder: Encoder, layers: Sequence[tuple[Matrix, Matrix]]) -> None:
        self.encoder, self.layers = encoder, layers

    def probabilities(self, text: str, split: Sequence[Sequence[Token]]) -> list[Matrix]:
        """Return a matrix a sentence: a row a token, a column a tag."""
        if not split:
            return []
        rows = self.of_inputs(inputs_of(self.encoder, text, split))
        return np.split(rows, np.cumsum([len(tokens) for tokens in split])[:-1])

    def of_inputs(self, rows: Matrix) -> Matrix:
        """Return the probabilities for rows of :func:`inputs_of`."""
        for weights, bias in self.layers[:-1]:
            rows = np.maximum(rows @ weights + bias, 0)
        scores = rows @ self.layers[-1][0] + self.layers[-1][1]
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(scores / scores.sum(axis=1, keepdims=True))

    def save(self, path: Path) -> None:
        """Write encoder and layers as plain arrays (no pickle), weights as 16-bit floats."""
        arrays = self.encoder.arrays()
        for k, (weights, bias) in enumerate(self.layers):
            arrays |= {f"layer{k}": weights.astype(np.float16), f"layer{k}_bias": bias.astype(np.float16)}
        np.savez_compressed(path, **arrays)  # type: ignore[arg-type]

    @classmethod
    def load(cls, source: Any) -> TokenClassifier:
        """Read what :meth:`save` wrote, from a path or an open file."""
        with np.load(source) as data:
            number = sum(name.startswith("layer") and name.endswith("_bias") for name in data.files)
            layers = [
                (data[f"layer{k}"].astype(np.float32), data[f"layer{k}_bias"].astype(np.float32)) for k in range(number)
            ]
            return cls(Encoder.from_arrays(data), layers)


def belief_features(beliefs: Sequence[Matrix], split: Sequence[Sequence[Token]]) -> list[list[list[str]]]:
    """Return the tagger's features of what the classifier says: for each sentence and token the likeliest tags here
    and beside it, how sure they are, and what was said of the same word elsewhere in the article.

    Args:
        beliefs: probabilities, a matrix a sentence.
        split: the sentences' tokens.
    """
    elsewhere = _by_word(beliefs, split)
    out = []
    for rows, tokens in zip(beliefs, split, strict=True):
        order = np.argsort(-rows, axis=1)
        best, second = order[:, 0], order[:, 1]
        index = np.arange(len(rows))
        grade = np.searchsorted(EDGES, rows[index, best])
        second_grade = np.searchsorted(EDGES, rows[index, second])
        noted: list[list[str]] = [[] for _ in tokens]
        for i, k in np.argwhere(rows > NOTED).tolist():
            noted[i].append(f"mp={TAGS[k]}")
        best, second, grade, second_grade = (x.tolist() for x in (best, second, grade, second_grade))
        sentence = []
        for i, (_, word) in enumerate(tokens):
            features = [f"m={TAGS[best[i]]}", f"mg={TAGS[best[i]]}{grade[i]}", f"m2={TAGS[second[i]]}{second_grade[i]}"]
            features += noted[i]
            for offset in (-2, -1, 1, 2):
                j = i + offset
                if 0 <= j < len(rows):
                    features.append(f"m{offset}={TAGS[best[j]]}{grade[j] if abs(offset) == 1 else ''}")
            if i:
                features.append(f"ml={TAGS[best[i - 1]]}{TAGS[best[i]]}")
            if i + 1 < len(rows):
                features.append(f"mr={TAGS[best[i]]}{TAGS[best[i + 1]]}")
            if word in elsewhere:
                label, share = elsewhere[word]
                features.append(f"me={label}{share}")
            sentence.append(features)
        out.append(sentence)
    return out


def _by_word(beliefs: Sequence[Matrix], split: Sequence[Sequence[Token]]) -> dict[str, tuple[str, int]]:
    """Return for each capitalised word that stands more than once the likeliest label over all its places, graded."""
    kinds = np.array([0] + [1 + k // 2 for k in range(len(TAGS) - 1)])
    sums: dict[str, Any] = {}
    for rows, tokens in zip(beliefs, split, strict=True):
        for row, (_, word) in zip(rows, tokens, strict=True):
            if word[0].isupper():
                total, count = sums.get(word, (0, 0))
                sums[word] = (total + row, count + 1)
    found = {}
    for word, (total, count) in sums.items():
        if count > 1:
            shares = np.bincount(kinds, total / count)
            most = int(shares.argmax())
            found[word] = (("O", *LABELS)[most], int(np.searchsorted(EDGES, shares[most])))
    return found
