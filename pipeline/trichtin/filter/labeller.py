"""The sequence labeller over the lines of a page: logistic regression on features, decoded by Viterbi."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from trichtin.filter.features import page_features
from trichtin.filter.lines import Line
from trichtin.filter.similarity import Idf

# What a line can be: its kind in the record, and "-" where it is left out although lines of its kind may be kept.
LABELS = ("title", "lead", "body", "caption", "caption-", "byline-", "heading", "heading-", "related-", "chrome-")
KEPT = np.array([not label.endswith("-") for label in LABELS])

Matrix = np.ndarray[Any, Any]

TITLE = LABELS.index("title")
# States of the decoder: labels before the title, the title, labels after it.
BEFORE = [LABELS.index(label) for label in ("byline-", "heading-", "related-", "chrome-")]
AFTER = [k for k in range(len(LABELS)) if k != TITLE]
STATES = np.array([*BEFORE, TITLE, *AFTER])
PHASE = np.array([0] * len(BEFORE) + [1] + [2] * len(AFTER))
ALLOWED = (PHASE[:, None] == PHASE[None, :]) & (PHASE[:, None] != 1) | (PHASE[:, None] + 1 == PHASE[None, :])
# A page that begins in the middle of an article, or has no title at all, is possible but rare.
START_COST = np.where(PHASE == 2, -6.0, 0.0)
END_COST = np.where(PHASE == 0, -6.0, 0.0)


@dataclass(slots=True)
class Stage:
    """One pass: a weight for each feature and label, and the cost of one label after another."""

    index: dict[str, int]
    weights: Matrix  # features × labels
    transitions: Matrix  # labels × labels, log-probabilities, damped
    starts: Matrix

    def scores(self, features: Sequence[Sequence[str]]) -> Matrix:
        """Return the log-probability of each label for each line, by the line's own features."""
        out = np.zeros((len(features), len(LABELS)))
        for i, names in enumerate(features):
            known = [k for name in names if (k := self.index.get(name)) is not None]
            out[i] = self.weights[known].sum(axis=0)
        out -= out.max(axis=1, keepdims=True)
        return out - np.log(np.exp(out).sum(axis=1, keepdims=True))

    def decode(self, scores: Matrix) -> tuple[list[int], Matrix]:
        """Return the best sequence of labels, and each line's marginal probabilities (forward-backward).

        A page has one title, and nothing of the article stands before it: the states are the labels that may stand
        before the title, the title, and the labels that may stand after it.
        """
        n = len(scores)
        transitions = np.where(ALLOWED, self.transitions[np.ix_(STATES, STATES)], -np.inf)
        scores = scores[:, STATES]
        best = self.starts[STATES] + START_COST + scores[0]
        back = np.zeros((n, len(STATES)), dtype=np.int64)
        forward = np.zeros((n, len(STATES)))
        forward[0] = best
        for i in range(1, n):
            paths = best[:, None] + transitions
            back[i] = paths.argmax(axis=0)
            best = paths.max(axis=0) + scores[i]
            forward[i] = _logsum(forward[i - 1][:, None] + transitions, axis=0) + scores[i]
        backward = np.zeros((n, len(STATES)))
        backward[-1] = END_COST
        for i in range(n - 2, -1, -1):
            backward[i] = _logsum(transitions + (scores[i + 1] + backward[i + 1])[None, :], axis=1)
        path = [int((best + END_COST).argmax())]
        for i in range(n - 1, 0, -1):
            path.append(int(back[i][path[-1]]))
        joint = forward + backward
        joint = np.exp(joint - _logsum(joint, axis=1)[:, None])
        marginals = np.zeros((n, len(LABELS)))
        np.add.at(marginals.T, STATES, joint.T)
        return [int(STATES[k]) for k in reversed(path)], marginals


@dataclass(slots=True)
class Labeller:
    """Label lines in two passes: the second knows which lines the first takes for the article."""

    idf: Idf
    first: Stage
    second: Stage

    def label(self, lines: Sequence[Line], hints: Sequence[str]) -> tuple[list[str], list[float]]:
        """Return the label of each line, and how sure its being kept or dropped is (0.5 to 1, or less when forced)."""
        core = self.core(lines, hints)
        path, marginals = self.second.decode(self.second.scores(page_features(lines, hints, self.idf, core)))
        kept = marginals[:, KEPT].sum(axis=1)
        return [LABELS[k] for k in path], [float(p if KEPT[k] else 1 - p) for k, p in zip(path, kept, strict=True)]

    def core(self, lines: Sequence[Line], hints: Sequence[str]) -> Matrix:
        """Return the first pass's belief that each line belongs to the article."""
        features = page_features(lines, hints, self.idf, None)
        return np.asarray(self.first.decode(self.first.scores(features))[1][:, KEPT].sum(axis=1))

    @classmethod
    def load(cls, folder: Path) -> Labeller:
        """Read a labeller written by :meth:`save`."""
        names = json.loads((folder / "features.json").read_text(encoding="utf-8"))
        with np.load(folder / "model.npz") as data:
            stages = [
                Stage(
                    {name: k for k, name in enumerate(names[stage])},
                    data[f"{stage}_weights"].astype(np.float32),
                    data[f"{stage}_transitions"],
                    data[f"{stage}_starts"],
                )
                for stage in ("first", "second")
            ]
            return cls(data["idf"].astype(np.float32), *stages)

    def save(self, folder: Path) -> None:
        """Write the labeller as plain arrays and names (no pickle)."""
        folder.mkdir(parents=True, exist_ok=True)
        names = {"first": list(self.first.index), "second": list(self.second.index)}
        (folder / "features.json").write_text(json.dumps(names, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        arrays: dict[str, Any] = {"idf": self.idf.astype(np.float16)}
        for key, stage in (("first", self.first), ("second", self.second)):
            arrays[f"{key}_weights"] = stage.weights.astype(np.float16)
            arrays[f"{key}_transitions"] = stage.transitions
            arrays[f"{key}_starts"] = stage.starts
        np.savez_compressed(folder / "model.npz", **arrays)


def _logsum(values: Matrix, axis: int) -> Matrix:
    top = np.maximum(values.max(axis=axis, keepdims=True), -1e30)  # a state that cannot be reached has no largest path
    return np.asarray((top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis))
