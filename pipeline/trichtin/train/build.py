"""The steps that rebuild each model of ``models/``, each from the same sources, with fixed seeds."""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from trichtin.annotate import write_pipeline
from trichtin.annotate.confidence import MODEL as CONFIDENCE
from trichtin.annotate.entities.component import CLASSIFIER_FILE, LEXICON_FILE
from trichtin.annotate.entities.token_classifier import TokenClassifier
from trichtin.annotate.quotes.model import MODEL as QUOTES
from trichtin.annotate.quotes.model import shipped_model
from trichtin.filter.labeller import Labeller
from trichtin.filter.similarity import Words
from trichtin.train.articles import Article, article_of
from trichtin.train.clusters import cluster_words
from trichtin.train.confidence import calibration_error, train_confidence
from trichtin.train.education import train_education, weak_label
from trichtin.train.encoder import STEPS, train_encoder
from trichtin.train.entities import train_entities
from trichtin.train.filter import (
    compose_pages,
    document_frequencies,
    held_out_split,
    leaked_facts,
    line_scores,
    read_pages,
    train_filter,
)
from trichtin.train.gold import Gold, article_text, read_gold
from trichtin.train.labelled import LabelledPage, read_labelled_pages
from trichtin.train.lexicon import write_lexicon
from trichtin.train.names import mine_names, name_syllables
from trichtin.train.phrases import mine_phrases
from trichtin.train.places import write_places
from trichtin.train.quotes import train_quotes
from trichtin.train.senses import sense_weights
from trichtin.train.settings import settings

ENTITIES = "vi_trichtin_news/trichtin_entities"


@dataclass(slots=True)
class Sources:
    """What models are made from: annotated articles, raw news, and the articles that no model may see."""

    gold: list[Gold]
    corpora: list[Path]
    withheld: set[str]
    # Pages labelled by hand, for the filter: those to learn from, and those that it learns from once it is measured.
    labelled: list[LabelledPage]
    held_out: list[LabelledPage]
    pages: int = settings("filter")["pages"]  # composed for the filter
    encoder_steps: int = STEPS

    @classmethod
    def read(
        cls,
        gold: list[Path],
        corpora: list[Path],
        without: list[Path],
        labelled: list[Path],
        held_out: list[Path],
        *,
        pages: int = settings("filter")["pages"],
        encoder_steps: int = STEPS,
    ) -> Sources:
        """Read the gold (joined with its texts) and note which documents are withheld."""
        withheld = {
            json.loads(line)["id"] for path in without for line in path.read_text(encoding="utf-8").splitlines()
        }
        articles = [article for article in read_gold(gold, corpora) if article["id"] not in withheld]
        by_hand, to_measure = (
            [page for path in paths for page in read_labelled_pages(path)] for paths in (labelled, held_out)
        )
        return cls(articles, corpora, withheld, by_hand, to_measure, pages, encoder_steps)

    def news(self) -> Iterator[dict[str, Any]]:
        """Yield the raw articles that are not withheld."""
        for path in self.corpora:
            for batch in pq.ParquetFile(path).iter_batches(columns=["id", "title", "lead", "body"]):
                for row in batch.to_pylist():
                    if str(row["id"]) not in self.withheld:
                        yield row

    def paragraphs(self) -> Iterator[str]:
        """Yield every paragraph of the raw articles."""
        for row in self.news():
            for part in (row["title"], row["lead"], *(row["body"] or "").split("\n")):
                if part:
                    yield unicodedata.normalize("NFC", part)


def build_places(sources: Sources, models: Path) -> str:
    """Write the gazetteer of provinces and districts."""
    write_places(models / "places" / "places.json")
    return "written"


def build_lexicon(sources: Sources, models: Path) -> str:
    """Mine names and cluster syllables."""
    names = mine_names(sources.paragraphs())
    syllables = name_syllables(names)
    clusters = cluster_words(sources.paragraphs, seed=settings("lexicon")["seed"])
    phrases = mine_phrases(sources.paragraphs())
    write_lexicon(models / ENTITIES / LEXICON_FILE, names, syllables, clusters, phrases)
    return f"{len(names)} names, {len(syllables)} syllables of personal names, {sum(map(len, clusters))} clusters"


def build_encoder(sources: Sources, models: Path) -> str:
    """Learn the vectors of words; the token classifier over them is trained with the entities."""
    encoder = train_encoder(
        sources.paragraphs, sources.encoder_steps, lambda line: print(line, file=sys.stderr, flush=True)
    )
    TokenClassifier(encoder, []).save(models / ENTITIES / CLASSIFIER_FILE)
    return f"{len(encoder.words)} words"


def build_entities(sources: Sources, models: Path) -> str:
    """Train the entity tagger on the gold articles."""
    train_entities(sources.gold, models / ENTITIES)
    return f"trained on {len(sources.gold)} articles"


def build_education(sources: Sources, models: Path) -> str:
    """Train the education classifier on weakly labelled news and on gold."""
    weak: dict[bool, list[str]] = {True: [], False: []}
    for row in sources.news():
        label = weak_label(row["title"] or "", row["lead"] or "", row["body"] or "")
        if label is not None:
            weak[label].append(article_text(row["title"], row["lead"], row["body"]))
    own = settings("education")
    most = {True: own["weakly_labelled"]["education"], False: own["weakly_labelled"]["other"]}
    rng = random.Random(own["seed"])
    texts = [(text, label) for label, found in weak.items() for text in rng.sample(found, min(len(found), most[label]))]
    train_education(texts, sources.gold).save(models / "education" / "model.npz")
    return f"trained on {len(texts)} weakly labelled and {len(sources.gold)} annotated articles"


def build_filter(sources: Sources, models: Path) -> str:
    """Train the page filter on composed and hand-labelled pages, and say how it does on pages that are held out.

    It is measured by a filter of the same kind that saw none of the layouts, outlets and articles of the composed pages
    measured on, and none of the hand-labelled pages to measure on. That one is written beside it, in ``held_out``.
    """
    articles, others = filter_articles(sources)
    words = filter_words(articles, others)
    number = max(sources.pages // 10, 20)
    training, tests = held_out_split(articles, sources.pages, number, words)
    labeller = train_filter([*training, *sources.labelled], words)
    labeller.save(models / "filter" / "held_out")
    measured = [
        _measures(labeller, name, pages)
        for name, pages in (tests | {"labelled by hand": sources.held_out}).items()
        if pages
    ]
    composed = compose_pages(articles, sources.pages, settings("filter")["seed"], words=words)
    by_hand = [*sources.labelled, *sources.held_out]
    train_filter([*composed, *by_hand], words).save(models / "filter")
    return (
        f"{sources.pages} composed pages and {len(by_hand)} labelled by hand; without what is measured on: "
        + "; ".join(measured)
    )


def _measures(labeller: Labeller, name: str, pages: list[LabelledPage]) -> str:
    """Return how a filter does on pages, in words."""
    records = read_pages(labeller, pages)
    dropped, kept, wrong = line_scores(records, pages)
    leaked, rightful = leaked_facts(records, pages)
    return (
        f"{len(pages)} {name}: F1 {dropped:.4f} of dropped, {kept:.4f} of kept lines, in 100 pages {wrong:.1f} wrongly kept "
        f"lines and {100 * leaked / len(pages):.1f} leaked facts beside {100 * rightful / len(pages):.0f} of the article"
    )


def filter_articles(sources: Sources) -> tuple[list[Article], list[Article]]:
    """Return a share of the corpora's articles, clean, to compose pages of, and the others."""
    rng = random.Random(settings("filter")["seed"])
    articles: tuple[list[Article], list[Article]] = ([], [])
    for row in sources.news():
        found = articles[rng.random() >= settings("filter")["articles"]]
        title, lead, body = (unicodedata.normalize("NFC", row[key] or "") for key in ("title", "lead", "body"))
        if article := article_of(title, lead, body, rng):
            found.append(article)
    return articles


def filter_words(articles: list[Article], others: list[Article]) -> Words:
    """Return what is known of words; how they sound is learned from articles that no page is composed of."""
    return Words(
        document_frequencies(" ".join([a.title, a.lead, *a.paragraphs]) for a in articles), sense_weights(others)
    )


def build_quotes(sources: Sources, models: Path) -> str:
    """Train the classifier of quote candidates."""
    model = train_quotes(sources.gold, models / QUOTES)
    shipped_model.cache_clear()
    return f"{len(model.weights)} weights from {len(sources.gold)} articles"


def build_confidence(sources: Sources, models: Path) -> str:
    """Calibrate the scores of figures and quotes."""
    tested = train_confidence(sources.gold, models / CONFIDENCE.parent, models / ENTITIES)
    return ", ".join(
        f"{kind}: {len(pairs)} facts, expected calibration error {calibration_error(pairs):.3f}"
        for kind, pairs in tested.items()
    )


def build_pipeline(sources: Sources, models: Path) -> str:
    """Write the annotate stage as a spaCy pipeline."""
    write_pipeline(models / "vi_trichtin_news")
    return "written"
