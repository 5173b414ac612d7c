"""Is the article about education? A linear classifier over the syllables of its head and of its whole text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import HashingVectorizer

from trichtin.resources import models_dir

FEATURES = 2**16
# An archive holds whole books; what an article is about stands in its first pages.
LONGEST = 12_000
HEAD = 350  # characters: title and lead, which say what the article is about, where the body also says what happened


def vectorizer() -> HashingVectorizer:
    """Return the stateless vectorizer: hashed syllables and pairs, small letters, sublinear by presence."""
    return HashingVectorizer(
        n_features=FEATURES,
        ngram_range=(1, 2),
        token_pattern=r"[^\W\d_]+(?:&[^\W\d_]+)*",
        binary=True,
        norm="l2",
        alternate_sign=False,
    )


def features(texts: Sequence[str]) -> Any:
    """Return a sparse row a text: the features of the whole, then those of its head."""
    whole = vectorizer().transform([text[:LONGEST] for text in texts])
    head = vectorizer().transform([text[:HEAD] for text in texts])
    return hstack([whole, head], format="csr")


@dataclass(slots=True)
class EducationClassifier:
    """Logistic regression on hashed syllables; weights are kept as plain arrays, never as a pickle."""

    weights: np.ndarray[Any, np.dtype[np.float32]]
    intercept: float
    threshold: float

    @classmethod
    def load(cls, path: Path | None = None) -> EducationClassifier:
        """Read the classifier that ships with the package, or one at ``path``."""
        with np.load(path or models_dir() / "education" / "model.npz") as data:
            return cls(data["weights"].astype(np.float32), float(data["intercept"]), float(data["threshold"]))

    def save(self, path: Path) -> None:
        """Write the classifier (weights as 16-bit floats)."""
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            path, weights=self.weights.astype(np.float16), intercept=self.intercept, threshold=self.threshold
        )

    def predict(self, text: str) -> tuple[bool, float]:
        """Return whether the article is about education, and the probability that it is."""
        value = float((features([text]) @ self.weights)[0]) + self.intercept
        probability = 1.0 / (1.0 + float(np.exp(-value)))
        return probability >= self.threshold, probability
