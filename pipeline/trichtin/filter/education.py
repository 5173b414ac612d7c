"""Is the article about education? A linear classifier over its syllables and pairs of syllables."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer

from trichtin.resources import models_dir

FEATURES = 2**16
# An archive holds whole books; what an article is about stands in its first pages.
LONGEST = 12_000


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
        row = vectorizer().transform([text[:LONGEST]])
        value = float((row @ self.weights)[0]) + self.intercept
        probability = 1.0 / (1.0 + float(np.exp(-value)))
        return probability >= self.threshold, probability
