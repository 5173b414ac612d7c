"""Train the calibration of scores, and draw how well it holds (reliability diagram)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from trichtin.annotate import blank
from trichtin.annotate.confidence import figure_features, quote_features, save_models
from trichtin.annotate.dates.component import find_dates
from trichtin.annotate.entities.component import CLASSIFIER_FILE, LEXICON_FILE
from trichtin.annotate.figures.component import find_figures
from trichtin.annotate.logistic import Logistic
from trichtin.annotate.people.component import find_people
from trichtin.annotate.quotes.component import find_quotes
from trichtin.evaluate import right_figures, right_quotes
from trichtin.train.entities import train_entities
from trichtin.train.settings import settings

Gold = dict[str, Any]
Example = tuple[list[str], bool]
FOLDS, PENALTY, SEED = (settings("confidence")[key] for key in ("folds", "penalty", "seed"))
EDGES = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def train_confidence(gold: Sequence[Gold], folder: Path, tagger: Path) -> dict[str, list[tuple[float, bool]]]:
    """Fit the regressions on facts of articles that the entity tagger has not seen, and write them.

    Args:
        gold: annotated articles.
        folder: where ``model.json`` and ``reliability.svg`` are written.
        tagger: the entity tagger's folder (others are trained with its lexicon and encoder, one a fold).

    Returns:
        For each kind of fact the pairs of score and truth, each scored by a regression that had not seen its article.
    """
    examples = [facts for k in range(FOLDS) for facts in _fold(gold, k, tagger)]
    models: dict[str, Logistic] = {}
    tested: dict[str, list[tuple[float, bool]]] = {}
    for kind in ("figures", "quotes"):
        articles = [facts[kind] for facts in examples]
        models[kind] = fit(example for facts in articles for example in facts)
        tested[kind] = []
        for k in range(FOLDS):
            model = fit(example for n, facts in enumerate(articles) if n % FOLDS != k for example in facts)
            tested[kind] += [
                (model.probability(features), right) for facts in articles[k::FOLDS] for features, right in facts
            ]
    save_models(models, folder / "model.json")
    draw(tested, folder / "reliability.svg")
    return tested


def fit(examples: Iterable[Example]) -> Logistic:
    """Fit a logistic regression (L2, deterministic) to facts and whether they were right.

    Raises:
        ValueError: all facts are right or all are wrong; there is nothing to learn.
    """
    rows, labels = [], []
    for features, right in examples:
        rows.append(dict.fromkeys(features, 1.0))
        labels.append(right)
    if len(set(labels)) < 2:
        raise ValueError("confidence: the gold holds no facts of both kinds, right and wrong; give more articles")
    vectorizer = DictVectorizer(sparse=False)  # some thousand rows
    regression = LogisticRegression(C=PENALTY, solver="liblinear", random_state=SEED)
    regression.fit(vectorizer.fit_transform(rows), labels)
    weights = zip(vectorizer.get_feature_names_out(), regression.coef_[0], strict=True)
    return Logistic({str(k): round(float(w), 3) for k, w in weights}, round(float(regression.intercept_[0]), 3))


def reliability(tested: Iterable[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Return mean score, share of right facts and number of facts for each interval of the score that holds any."""
    out = []
    pairs = list(tested)
    for low, high in pairwise(EDGES):
        inside = [(s, right) for s, right in pairs if low <= s < high or (high == 1.0 and s == 1.0)]
        if inside:
            out.append((sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside), len(inside)))
    return out


def calibration_error(tested: Iterable[tuple[float, bool]]) -> float:
    """Return the expected calibration error: the mean distance of score and share, weighted by the facts."""
    bins = reliability(tested)
    total = sum(n for *_, n in bins)
    return sum(abs(score - share) * n for score, share, n in bins) / total


def draw(tested: dict[str, list[tuple[float, bool]]], path: Path) -> None:
    """Draw the reliability diagram as SVG (the same input gives the same bytes)."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    with pyplot.rc_context({"svg.hashsalt": "trichtin", "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure, axis = pyplot.subplots(figsize=(5, 4.4), layout="constrained")
        axis.plot([0, 1], [0, 1], color="0.6", linestyle="--", linewidth=1, label="perfect")
        for (kind, pairs), colour, mark in zip(tested.items(), ("#0072B2", "#D55E00"), ("o", "s"), strict=True):
            bins = reliability(pairs)
            axis.plot(
                [b[0] for b in bins], [b[1] for b in bins], marker=mark, color=colour, label=f"{kind} ({len(pairs)})"
            )
            for score, share, number in bins:
                axis.annotate(
                    str(number), (score, share), textcoords="offset points", xytext=(5, -10), fontsize=7, color=colour
                )
        axis.set(xlabel="score", ylabel="share that was right", xlim=(0, 1), ylim=(0, 1.02))
        axis.legend(frameon=False, loc="upper left")
        axis.spines[["top", "right"]].set_visible(False)
        figure.savefig(path, format="svg", metadata={"Date": None})
        pyplot.close(figure)


def _fold(gold: Sequence[Gold], k: int, trained: Path) -> list[dict[str, list[Example]]]:
    """Return the graded facts of one fold's articles, by a tagger that was trained on the others."""
    nlp = blank()
    with tempfile.TemporaryDirectory() as name:
        for file in (LEXICON_FILE, CLASSIFIER_FILE):
            shutil.copy(trained / file, name)
        tagger = train_entities([article for n, article in enumerate(gold) if n % FOLDS != k], Path(name))
    graded = []
    for article in gold[k::FOLDS]:
        doc = tagger(nlp.make_doc(article["text"]))
        doc._.dates = find_dates(doc)
        figures = find_figures(doc)
        doc._.people = find_people(doc)
        quotes = find_quotes(doc)
        right = right_figures(article["figures"], [asdict(figure) for figure in figures])
        said = right_quotes(article["quotes"], [asdict(quote) for quote in quotes])
        graded.append(
            {
                "figures": [(figure_features(f), r) for f, r in zip(figures, right, strict=True)],
                "quotes": [(quote_features(q), r) for q, r in zip(quotes, said, strict=True)],
            }
        )
    return graded
