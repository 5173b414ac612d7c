"""Train the classifier of quote candidates from gold annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from trichtin.annotate import blank
from trichtin.annotate.people.component import find_people
from trichtin.annotate.quotes.component import read_quotes
from trichtin.annotate.quotes.model import QuoteModel
from trichtin.annotate.quotes.reading import Reading
from trichtin.train.settings import settings

Gold = dict[str, Any]
PENALTY, THRESHOLD, SMALLEST, SEED = (settings("quotes")[key] for key in ("penalty", "threshold", "smallest", "seed"))
NEAR = 15  # characters between the candidate's content and that of the gold quote it stands for


def gold_document(article: Gold, nlp: Language) -> Doc:
    """Return a document with the gold entities of an article, and the people found from them."""
    doc = nlp.make_doc(article["text"])
    spans = (
        doc.char_span(e["start"], e["end"], label=e["label"], alignment_mode="expand") for e in article["entities"]
    )
    doc.ents = filter_spans([span for span in spans if span is not None])
    doc._.people = find_people(doc)
    return doc


def examples(gold: Iterable[Gold]) -> Iterator[tuple[list[str], bool]]:
    """Yield the features of each candidate of annotated articles, and whether a gold quote begins there."""
    nlp = blank()
    for article in gold:
        reading = Reading(gold_document(article, nlp), None)
        reading.collected = []
        read_quotes(reading)
        starts = [(quote["start"], quote["end"]) for quote in article["quotes"]]
        for report in reading.collected:
            right = any(abs(start - report.start) <= NEAR and report.start < end for start, end in starts)
            yield report.features, right


def train_quotes(gold: Iterable[Gold], path: Path) -> QuoteModel:
    """Train the logistic regression (L2, deterministic) and write it.

    Args:
        gold: annotated articles (``text``, ``entities``, ``quotes``).
        path: the JSON file to write.

    Returns:
        The trained model.

    Raises:
        ValueError: the gold holds no candidate of both kinds, so there is nothing to learn.
    """
    model = fit(examples(gold))
    model.save(path)
    return model


def fit(samples: Iterable[tuple[list[str], bool]]) -> QuoteModel:
    """Fit the regression to candidates and their labels."""
    rows, labels = [], []
    for features, right in samples:
        rows.append({feature: 1.0 for feature in features})
        labels.append(right)
    if len(set(labels)) < 2:
        raise ValueError("quotes: the gold has no candidates of both kinds; give annotated articles that hold quotes")
    vectorizer = DictVectorizer(sparse=False)  # a few thousand rows at most
    matrix = vectorizer.fit_transform(rows)
    regression = LogisticRegression(C=PENALTY, solver="liblinear", random_state=SEED).fit(matrix, labels)
    weights = zip(vectorizer.get_feature_names_out(), regression.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 3) for name, weight in weights if abs(weight) >= SMALLEST}
    return QuoteModel(kept, round(float(regression.intercept_[0]), 3), THRESHOLD)
