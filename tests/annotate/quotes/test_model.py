"""The classifier of quote candidates: trained from gold, kept as JSON, used in place of the rules' own guess."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trichtin.annotate.quotes.component import find_quotes
from trichtin.annotate.quotes.model import QuoteModel
from trichtin.train.quotes import gold_document, train_quotes

NOTICE = "Trường Mây Cao thông báo lịch thi và lịch nghỉ của khối"
REPORT = "Trường Mây Cao thông báo học sinh sẽ được nghỉ thêm"


def gold() -> list[dict]:
    """Return annotated articles: a notice of something is no quote, a notice that something will be is one."""
    articles = []
    for k in range(10, 22):
        for sentence, quoted in ((f"{NOTICE} {k}.", False), (f"{REPORT} {k} ngày.", True)):
            text = f"Tin trường học\n{sentence}"
            start = text.index("thông báo ") + len("thông báo ")
            articles.append(
                {
                    "text": text,
                    "entities": [{"start": 15, "end": 29, "label": "ORG"}],
                    "quotes": [{"start": start, "end": len(text) - 1}] if quoted else [],
                }
            )
    return articles


def test_training_learns_writes_and_reads_back(tmp_path: Path) -> None:
    from trichtin.annotate import blank

    path = tmp_path / "quotes" / "model.json"
    trained = train_quotes(gold(), path)
    model = QuoteModel.load(path)
    assert model == trained
    assert json.loads(path.read_text(encoding="utf-8"))["weights"]
    model.threshold = 0.5
    nlp = blank()
    notice, report = (gold_document(article, nlp) for article in gold()[:2])
    assert find_quotes(notice, model) == []
    assert [quote.speaker for quote in find_quotes(report, model)] == ["Trường Mây Cao"]


def test_gold_without_quotes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="annotated articles"):
        train_quotes([], tmp_path / "model.json")
