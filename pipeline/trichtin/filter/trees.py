"""Boosted decision trees, kept as plain arrays and never as a pickle.

They are grown by scikit-learn's ``HistGradientBoostingClassifier`` (see ``train/filter.py``); deciding needs NumPy only.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

Matrix = np.ndarray[Any, Any]
BATCH = 256  # lines decided at a time; bounds the memory that a page of very many lines takes
# Rounds after which most lines are settled, and the log-odds from which one is: of 96,000 lines of composed pages the
# rounds that follow made none doubtful.
SETTLING, SETTLED = 250, 6.0


@dataclass(slots=True)
class Trees:
    """Trees of all rounds and classes, their nodes one after another; the right child stands behind the left one.

    Attributes:
        feature: the column that each node asks for.
        threshold: a row goes left when its value is at most this (leaves: infinite).
        left: the node's left child (leaves: the node itself).
        value: what the node adds to its class's score if the walk ends there.
        roots: the first node of each tree, rounds × classes.
        baseline: each class's score before all trees.
        depth: the longest walk.
    """

    feature: Matrix
    threshold: Matrix
    left: Matrix
    value: Matrix
    roots: Matrix
    baseline: Matrix
    depth: int

    def scores(self, rows: Matrix) -> Matrix:
        """Return the score of each class for each row (a log-probability but for a constant of the row)."""
        return _in_batches(rows, lambda part: self._sums(part, self.roots) + self.baseline)

    def log_odds(self, rows: Matrix) -> Matrix:
        """Return the score of each row where there is one class; rows that the first rounds settle go no further."""
        first, rest = self.roots[:SETTLING], self.roots[SETTLING:]

        def decide(part: Matrix) -> Matrix:
            scores = self._sums(part, first)[:, 0] + self.baseline[0]
            open_ = np.flatnonzero(np.abs(scores) < SETTLED)
            scores[open_] += self._sums(part[open_], rest)[:, 0]
            return scores

        return _in_batches(rows, decide)

    def _sums(self, rows: Matrix, roots: Matrix) -> Matrix:
        """Return what the trees with these roots add to each class's score."""
        nodes = self._walk(rows, roots)[-1]
        return np.asarray(self.value.take(nodes, mode="clip").reshape(len(rows), *roots.shape).sum(axis=1))

    def contributions(self, row: Matrix) -> Matrix:
        """Return how much each feature moved each class's score for one row (features × classes).

        Every step of a walk belongs to the feature that it asks for, and counts by the change of the node's value
        (Saabas 2014, "Interpreting random forests").
        """
        steps = self._walk(row[None, :], self.roots)
        classes = np.tile(np.arange(self.roots.shape[1]), self.roots.shape[0])
        out = np.zeros((len(row), self.roots.shape[1]))
        for here, there in itertools.pairwise(steps):
            change = self.value[there[0]].astype(np.float64) - self.value[here[0]]
            np.add.at(out, (self.feature[here[0]], classes), change)
        return out

    def _walk(self, rows: Matrix, roots: Matrix) -> list[Matrix]:
        """Return the nodes (rows × trees) at which the walks from these roots stand at each depth."""
        flat = np.ascontiguousarray(rows, dtype=np.float32).ravel()
        base = (np.arange(len(rows), dtype=np.int32) * np.int32(rows.shape[1]))[:, None]
        nodes = np.broadcast_to(roots.ravel().astype(np.int32), (len(rows), roots.size))
        steps = [nodes]
        for _ in range(self.depth):
            # take(…, mode="clip") is about twice as quick as indexing; nothing is out of bounds.
            value = flat.take(self.feature.take(nodes, mode="clip") + base, mode="clip")
            nodes = self.left.take(nodes, mode="clip") + (value > self.threshold.take(nodes, mode="clip"))
            steps.append(nodes)
        return steps

    def arrays(self, prefix: str) -> dict[str, Any]:
        """Return the arrays to save, small types, named with the prefix."""
        return {
            f"{prefix}_feature": self.feature.astype(np.uint8),
            f"{prefix}_threshold": self.threshold.astype(np.float32),
            # Children stand behind their tree's root by less than 2**8 nodes, as trees are small.
            f"{prefix}_left": (self.left - self._root_of_node()).astype(np.uint8),
            f"{prefix}_value": self.value.astype(np.float16),
            f"{prefix}_roots": self.roots.astype(np.int32),
            f"{prefix}_baseline": self.baseline,
            f"{prefix}_depth": np.int64(self.depth),
        }

    @classmethod
    def from_arrays(cls, data: Any, prefix: str) -> Trees:
        """Make trees of what :meth:`arrays` returned."""
        roots = data[f"{prefix}_roots"].astype(np.int32)
        trees = cls(
            data[f"{prefix}_feature"].astype(np.int32),
            data[f"{prefix}_threshold"],
            data[f"{prefix}_left"].astype(np.int32),
            data[f"{prefix}_value"].astype(np.float32),
            roots,
            data[f"{prefix}_baseline"],
            int(data[f"{prefix}_depth"]),
        )
        trees.left += trees._root_of_node().astype(np.int32)
        return trees

    def _root_of_node(self) -> Matrix:
        starts = self.roots.ravel()
        return np.repeat(starts, np.diff([*starts, len(self.feature)]))


def _in_batches(rows: Matrix, decide: Callable[[Matrix], Matrix]) -> Matrix:
    """Return what is decided of each row, asked a batch at a time.

    A page of more lines than a batch is a list of thousands: rows that agree in four decimals are asked of once.
    """
    if len(rows) <= BATCH:
        return decide(rows)
    number: dict[bytes, int] = {}
    same = np.array([number.setdefault(row.tobytes(), len(number)) for row in np.round(rows, 4) + 0.0])
    distinct = rows[np.unique(same, return_index=True)[1]]
    parts = [decide(distinct[start : start + BATCH]) for start in range(0, len(distinct), BATCH)]
    return np.asarray(np.concatenate(parts)[same])
