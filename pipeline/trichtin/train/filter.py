"""Train the page filter on composed pages."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from trichtin.filter.features import page_features
from trichtin.filter.labeller import KEPT, LABELS, Labeller, Stage
from trichtin.filter.lines import split_lines
from trichtin.filter.similarity import BUCKETS, Idf, buckets
from trichtin.train.pages import FAMILIES, Article, GeneratedPage, compose

PENALTY = 0.5  # inverse strength of the L2 penalty
RAREST = 8  # features on fewer lines than this are left out
DAMPING = 0.5  # how much the transitions count beside the lines' own features, which see their neighbours too


def document_frequencies(texts: Iterable[str]) -> Idf:
    """Return inverse document frequencies of the hashed syllables and pairs."""
    counts = np.zeros(BUCKETS)
    total = 0
    for text in texts:
        counts[list(set(buckets(text)))] += 1
        total += 1
    return np.asarray(np.log((total + 1) / (counts + 1)), dtype=np.float32)


def compose_pages(
    articles: Sequence[Article], number: int, seed: int, families: Sequence[str] = FAMILIES
) -> list[GeneratedPage]:
    """Compose pages around random articles; teasers come half from the same topic (neighbours by title words)."""
    rng = random.Random(seed)
    by_word: dict[str, list[int]] = {}
    for k, article in enumerate(articles):
        for word in set(article.title.lower().split()):
            by_word.setdefault(word, []).append(k)
    pages = []
    for _ in range(number):
        article = rng.choice(articles)
        words = [w for w in article.title.lower().split() if len(by_word[w]) < len(articles) / 20]
        near = [articles[rng.choice(by_word[w])] for w in words for _ in range(2)]
        near = [a for a in near if a.title != article.title]
        far = rng.sample(list(articles), 14)
        others = [a for a in (rng.sample(near, min(len(near), 7)) + far)[:16] if a is not article]
        rng.shuffle(others)
        pages.append(compose(article, others, rng, rng.choice(families)))
    return pages


def train_filter(pages: Sequence[GeneratedPage], idf: Idf) -> Labeller:
    """Train both passes.

    The second pass learns from what the first says of pages that it was not trained on, as it will when used.
    """
    halves = (pages[::2], pages[1::2])
    stages = [_train_stage(half, idf, [None] * len(half)) for half in halves]
    empty = stages[0]
    mixed: list[GeneratedPage] = []
    cores: list[np.ndarray] = []
    for half, stage in ((halves[0], stages[1]), (halves[1], stages[0])):
        helper = Labeller(idf, stage, empty)
        for page in half:
            lines = split_lines(page.text)
            mixed.append(page)
            cores.append(helper.core(lines, [""] * len(lines)))
    first = _train_stage(pages, idf, [None] * len(pages))
    return Labeller(idf, first, _train_stage(mixed, idf, cores))


def _train_stage(pages: Sequence[GeneratedPage], idf: Idf, cores: Sequence[np.ndarray | None]) -> Stage:
    index: dict[str, int] = {}
    counts: list[int] = []
    columns: list[int] = []
    ends = [0]
    labels: list[int] = []
    transitions = np.ones((len(LABELS), len(LABELS)))
    starts = np.ones(len(LABELS))
    number = {label: k for k, label in enumerate(LABELS)}
    for page, core in zip(pages, cores, strict=True):
        lines = split_lines(page.text)
        tags = [number[label] for label in page.labels]
        if len(lines) != len(tags):
            raise ValueError(f"a composed page has {len(lines)} lines and {len(tags)} labels: {page.text[:80]!r}")
        for features in page_features(lines, [""] * len(lines), idf, core):
            for name in features:
                k = index.setdefault(name, len(index))
                if k == len(counts):
                    counts.append(0)
                counts[k] += 1
                columns.append(k)
            ends.append(len(columns))
        labels += tags
        starts[tags[0]] += 1
        for a, b in itertools.pairwise(tags):
            transitions[a, b] += 1
    rows = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(labels), len(index)))
    common = np.flatnonzero(np.asarray(counts) >= RAREST)
    names = list(index)
    model = LogisticRegression(C=PENALTY, max_iter=120, tol=1e-3)
    model.fit(rows[:, common], labels)
    weights = np.full((len(common), len(LABELS)), 0.0, dtype=np.float32)
    weights[:, model.classes_] = model.coef_.T
    bias = np.full(len(LABELS), -20.0, dtype=np.float32)
    bias[model.classes_] = model.intercept_
    kept_names = [names[k] for k in common]
    weights[kept_names.index("bias")] += bias
    totals = transitions.sum(axis=1, keepdims=True)
    prior = transitions.sum(axis=0) / transitions.sum()
    return Stage(
        {name: k for k, name in enumerate(kept_names)},
        weights,
        DAMPING * (np.log(transitions / totals) - np.log(prior)[None, :]),
        DAMPING * np.log(starts / starts.sum()),
    )


def line_accuracy(labeller: Labeller, pages: Iterable[GeneratedPage]) -> tuple[float, float]:
    """Return F1 of dropped lines and of kept lines over composed pages."""
    counts = np.zeros((2, 2))
    for page in pages:
        lines = split_lines(page.text)
        labels, _ = labeller.label(lines, [""] * len(lines))
        for found, gold in zip(labels, page.labels, strict=True):
            counts[int(KEPT[LABELS.index(gold)]), int(KEPT[LABELS.index(found)])] += 1
    dropped = 2 * counts[0, 0] / max(2 * counts[0, 0] + counts[0, 1] + counts[1, 0], 1)
    kept = 2 * counts[1, 1] / max(2 * counts[1, 1] + counts[0, 1] + counts[1, 0], 1)
    return float(dropped), float(kept)
