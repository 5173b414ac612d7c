"""Logistic regression over named features, with weights in a small readable file (never a pickle)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of the features and the intercept."""

    weights: dict[str, float]
    intercept: float

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability that what has these features is right; unknown features count nothing."""
        value = self.intercept + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))
