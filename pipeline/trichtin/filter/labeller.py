"""The sequence labeller over the lines of a page: boosted trees on features, decoded by Viterbi."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from trichtin.filter.features import BELIEF, SECOND, Belief, Reading, page_features, read_lines
from trichtin.filter.lines import Line
from trichtin.filter.similarity import Words
from trichtin.filter.trees import Trees

# What a line can be: its kind in the record, and "-" where it is left out although lines of its kind may be kept.
LABELS = ("title", "lead", "body", "caption", "caption-", "byline-", "heading", "heading-", "related-", "chrome-")
KEPT = np.array([not label.endswith("-") for label in LABELS])
FOREIGN_LABELS = frozenset(("heading-", "related-", "chrome-"))
FOREIGN = np.array([label in FOREIGN_LABELS for label in LABELS])
# Lines that are the article's own and give no facts: kept and dropped do not compete for them.
OWN = ~KEPT & ~FOREIGN

Matrix = np.ndarray[Any, Any]

# The labels that a column of the first pass's belief sums up.
COLUMNS = {
    name: [k for k, label in enumerate(LABELS) if label.rstrip("-") == name and (name == "byline" or KEPT[k])]
    for name in BELIEF
}
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
TINY = 1e-12  # likelihood below which labels are no further told apart


@dataclass(slots=True)
class Stage:
    """One pass: trees that score each label by a line's features, and the cost of one label after another."""

    trees: Trees
    transitions: Matrix  # labels × labels, log-probabilities, damped
    starts: Matrix

    def scores(self, features: Matrix) -> Matrix:
        """Return the log-probability of each label for each line, by the line's own features."""
        out = self.trees.scores(features)
        return out - _logsum(out, axis=1)[:, None]

    def decode(self, scores: Matrix) -> tuple[list[int], Matrix]:
        """Return the best sequence of labels, and each line's marginal probabilities (forward-backward).

        A page has one title, and nothing of the article stands before it: the states are the labels that may stand
        before the title, the title, and the labels that may stand after it.
        """
        n = len(scores)
        transitions = np.where(ALLOWED, self.transitions[np.ix_(STATES, STATES)], -np.inf)
        scores = scores[:, STATES]
        first = self.starts[STATES] + START_COST
        best = first + scores[0]
        back = np.empty((n, len(STATES)), dtype=np.int64)
        for i in range(1, n):
            paths = best[:, None] + transitions
            back[i] = paths.argmax(axis=0)
            best = paths.max(axis=0) + scores[i]
        path = [int((best + END_COST).argmax())]
        for i in range(n - 1, 0, -1):
            path.append(int(back[i][path[-1]]))
        # Each line's likelihoods and messages are scaled to a largest of 1, so that no long page underflows.
        likely = np.exp(scores - scores.max(axis=1, keepdims=True)) + TINY
        step = np.exp(transitions)
        forward = np.empty((n, len(STATES)))
        backward = np.empty((n, len(STATES)))
        message = np.exp(first - first.max())
        for i in range(n):
            message = (message @ step if i else message) * likely[i]
            message /= message.max()
            forward[i] = message
        message = np.exp(END_COST)
        for i in range(n - 1, -1, -1):
            backward[i] = message
            message = step @ (message * likely[i])
            message /= message.max()
        joint = forward * backward
        joint /= joint.sum(axis=1, keepdims=True)
        marginals = np.zeros((n, len(LABELS)))
        np.add.at(marginals.T, STATES, joint.T)
        return [int(STATES[k]) for k in reversed(path)], marginals


@dataclass(slots=True)
class Labeller:
    """Label lines in two passes: the second knows which lines the first takes for the article.

    Attributes:
        words: what is known of the words.
        first: the first pass.
        second: the second pass, which tells what a line is.
        article: trees over the second pass's features, which tell the article's lines from foreign ones: one question
            asked alone is answered better than ten labels are told apart.
    """

    words: Words
    first: Stage
    second: Stage
    article: Trees

    def label(self, lines: Sequence[Line]) -> tuple[list[str], list[float]]:
        """Return the label of each line, and how sure its being kept or dropped is (0.5 to 1, or less when forced)."""
        rows = self.features(lines)
        odds = self.article.log_odds(rows)
        kept = 1 / (1 + np.exp(-odds))
        path, marginals = self.second.decode(self._told(self.second.scores(rows), odds))
        labels = []
        for k, (label, sure) in enumerate(zip(path, kept > 0.5, strict=True)):
            if not OWN[label] and KEPT[label] != sure and label != TITLE:
                # The lines around it made the decoder say otherwise: they say what it is, not whether it is kept.
                group = KEPT if sure else FOREIGN
                label = int(np.where(group, marginals[k], -1.0).argmax())
            labels.append(label)
        return [LABELS[k] for k in labels], [
            float(p if KEPT[k] else marginals[i, k] if OWN[k] else 1 - p)
            for i, (k, p) in enumerate(zip(labels, kept, strict=True))
        ]

    def _told(self, scores: Matrix, odds: Matrix) -> Matrix:
        """Return the second pass's scores with what the trees for the article say of kept and foreign lines."""
        likely = np.exp(scores)
        rest = likely[:, KEPT].sum(axis=1) + likely[:, FOREIGN].sum(axis=1) + TINY
        out = scores.copy()
        for group, log_odds in ((KEPT, odds), (FOREIGN, -odds)):
            share = np.log(likely[:, group].sum(axis=1) + TINY) - np.log(rest)
            out[:, group] += (-np.logaddexp(0.0, -log_odds) - share)[:, None]
        return out

    def features(self, lines: Sequence[Line]) -> Matrix:
        """Return the features of the second pass, a row a line, with the columns ``features.SECOND``."""
        reading = read_lines(lines, self.words)
        return page_features(reading, self.belief(reading))

    def belief(self, reading: Reading) -> Belief:
        """Return what the first pass believes of each line."""
        marginals = self.first.decode(self.first.scores(page_features(reading, None)))[1]
        kept = marginals[:, KEPT].sum(axis=1)
        columns = [kept if name == "kept" else marginals[:, COLUMNS[name]].sum(axis=1) for name in BELIEF]
        return Belief(np.column_stack(columns))

    def contributions(self, lines: Sequence[Line]) -> list[list[tuple[str, float, float]]]:
        """Return for each line what its features say for keeping it.

        Returns:
            A line: (feature's name, its value, how much it speaks for keeping the line; negative for dropping it) of
            all features that the trees for the article asked for, the weightiest first. The weight is in log-odds.
        """
        out = []
        for row in self.features(lines):
            moved = self.article.contributions(row)[:, 0]
            order = [k for k in np.argsort(-np.abs(moved)) if moved[k]]
            out.append([(SECOND[k], float(row[k]), float(moved[k])) for k in order])
        return out

    @classmethod
    def load(cls, folder: Path) -> Labeller:
        """Read a labeller written by :meth:`save`.

        Raises:
            ValueError: the model was trained for other features than this version computes.
        """
        with np.load(folder / "model.npz") as data:
            if data["features"].tolist() != list(SECOND) or data["labels"].tolist() != list(LABELS):
                raise ValueError(f"{folder / 'model.npz'} is of another version of the filter; run trichtin train")
            first, second = (
                Stage(Trees.from_arrays(data, key), data[f"{key}_transitions"], data[f"{key}_starts"])
                for key in ("first", "second")
            )
            words = Words(data["idf"].astype(np.float32), data["senses"].astype(np.float32))
            return cls(words, first, second, Trees.from_arrays(data, "article"))

    def save(self, folder: Path) -> None:
        """Write the labeller as plain arrays (no pickle)."""
        folder.mkdir(parents=True, exist_ok=True)
        arrays: dict[str, Any] = {
            "idf": self.words.idf.astype(np.float16),
            "senses": self.words.senses.astype(np.float16),
        }
        arrays |= {"features": np.array(SECOND), "labels": np.array(LABELS)}
        for key, stage in (("first", self.first), ("second", self.second)):
            arrays |= stage.trees.arrays(key)
            arrays[f"{key}_transitions"] = stage.transitions
            arrays[f"{key}_starts"] = stage.starts
        arrays |= self.article.arrays("article")
        np.savez_compressed(folder / "model.npz", **arrays)


def _logsum(values: Matrix, axis: int) -> Matrix:
    top = np.maximum(values.max(axis=axis, keepdims=True), -1e30)  # a state that cannot be reached has no largest path
    return np.asarray((top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis))
