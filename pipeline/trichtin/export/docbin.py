"""spaCy's ``DocBin``: a ``Doc`` an article, entities as ``doc.ents``, the other facts as span groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

GROUPS = ("figures", "dates", "quotes")


def write(articles: Iterable[dict[str, Any]], output: Path) -> int:
    """Write a ``.spacy`` file; ``spacy train`` and ``DocBin().from_disk(path).get_docs(vocab)`` read it.

    Args:
        articles: of :func:`trichtin.export.articles`.
        output: the file.

    Returns:
        How many articles it holds.
    """
    bin_ = DocBin(store_user_data=True)
    number = 0
    for doc in docs(articles):
        bin_.add(doc)
        number += 1
    bin_.to_disk(output)
    return number


def docs(articles: Iterable[dict[str, Any]]) -> Iterator[Doc]:
    """Yield each article as a ``Doc`` over its whole text.

    ``doc.user_data["id"]`` is the article's id; ``doc.spans`` has the groups ``figures``, ``dates`` and ``quotes``, each span
    labelled with its kind; tokens are syllables. Spans that cut a token are widened to it.
    """
    from trichtin.annotate import blank

    nlp = blank()
    for article in articles:
        doc = nlp.make_doc(article["text"] or "")
        doc.user_data["id"] = article["id"]
        doc.ents = filter_spans([span for fact in article["entities"] if (span := _span(doc, fact, fact["label"]))])
        for group in GROUPS:
            found = (_span(doc, fact, fact.get("kind") or group[:-1]) for fact in article[group])
            doc.spans[group] = [span for span in found if span]
        yield doc


def _span(doc: Doc, fact: dict[str, Any], label: str) -> Span | None:
    return doc.char_span(fact["start"], fact["end"], label=label.upper(), alignment_mode="expand")
