"""Train the page filter on composed pages, and measure it on layouts and outlets that it never saw."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from trichtin.evaluate import overlap
from trichtin.extraction import extract
from trichtin.filter import PageFilter
from trichtin.filter.features import Belief, page_features, read_lines
from trichtin.filter.labeller import FOREIGN_LABELS, KEPT, LABELS, OWN, Labeller, Stage
from trichtin.filter.lines import split_lines
from trichtin.filter.similarity import BUCKETS, Rows, Weights, Words, buckets
from trichtin.filter.trees import Trees
from trichtin.read import Page
from trichtin.record import Record
from trichtin.train.articles import Article
from trichtin.train.education import weak_label
from trichtin.train.labelled import LabelledPage
from trichtin.train.outlets import Part, draw_outlet
from trichtin.train.pages import FAMILIES, HELD_OUT_FAMILIES, compose
from trichtin.train.senses import is_offer, sentences_of
from trichtin.train.settings import settings

_OWN = settings("filter")
DAMPING, HEADED, NEAR_POOL, SEED = (_OWN[key] for key in ("damping", "headed", "nearest", "seed"))
EDUCATION, HARD = _OWN["education"], _OWN["hard"]
BOTH_PASSES = {key: _OWN[key] for key in ("l2_regularization", "min_samples_leaf")}
FIRST_TREES, SECOND_TREES, ARTICLE_TREES = _OWN["first"], _OWN["second"], _OWN["article"]

Matrix = np.ndarray[Any, Any]


def document_frequencies(texts: Iterable[str]) -> Weights:
    """Return inverse document frequencies of the hashed syllables and pairs."""
    counts = np.zeros(BUCKETS)
    total = 0
    for text in texts:
        counts[np.unique(buckets(text))] += 1
        total += 1
    return np.asarray(np.log((total + 1) / (counts + 1)), dtype=np.float32)


def compose_pages(
    articles: Sequence[Article],
    number: int,
    seed: int,
    families: Sequence[str] = FAMILIES,
    part: Part = "all",
    words: Words | None = None,
    *,
    hard: float = HARD,
    crowded: bool = True,
) -> list[LabelledPage]:
    """Compose pages around random articles; about half of the teasers are of the article's own topic.

    Args:
        articles: clean articles; every page takes its own and its teasers from them.
        number: how many pages.
        seed: of all choices.
        families: the layouts.
        part: the part of the outlets' words that is drawn from.
        hard: share of pages that also bear what no site prints, such as leads without a title between paragraphs.
        crowded: whether boxes bear more in whole sentences than sites print (:func:`trichtin.train.outlets.draw_outlet`).
        words: with their document frequencies, to find the articles nearest in topic; without them a rare word of the title does.
    """
    rng = random.Random(seed)
    by_word: dict[str, list[int]] = {}
    for k, article in enumerate(articles):
        for word in set(article.title.lower().split()):
            by_word.setdefault(word, []).append(k)
    headed = [article for article in articles if article.headed()]
    on_education = [a for a in articles if weak_label(a.title, a.lead, " ".join(a.paragraphs))]
    # Offers that the news itself words: more of them than any list of advertisements has.
    offers = [
        sentence
        for article in articles
        for sentence in sentences_of(article.paragraphs)
        if is_offer(sentence) and not {"{", "}"} & set(sentence)
    ]
    pages = []
    for _ in range(number):
        roll = rng.random()
        some = headed if roll < HEADED else on_education if roll < HEADED + EDUCATION else articles
        article = rng.choice(some or articles)
        rare = [w for w in article.title.lower().split() if len(by_word[w]) < max(len(articles) / 20, 50)]
        near = list({rng.choice(by_word[w]) for w in rare for _ in range(12)})
        rng.shuffle(near)
        found = [a for k in near if (a := articles[k]).title != article.title]
        if words is not None and rng.random() < 0.6:
            found = _nearest(article, found[:NEAR_POOL], words)
        far = rng.sample(list(articles), 14)
        others = [a for a in (found[: rng.choice((0, 3, 7, 7, 10))] + far)[:16] if a is not article]
        rng.shuffle(others)
        outlet = draw_outlet(rng, part, hard=rng.random() < hard, crowded=crowded)
        if offers and rng.random() < outlet.news_as_adverts:
            outlet.ads.extend(rng.choice(offers) for _ in range(rng.randint(1, 3)))
            rng.shuffle(outlet.ads)
        pages.append(compose(article, others, rng, rng.choice(families), outlet))
    return pages


def _nearest(article: Article, others: Sequence[Article], words: Words) -> list[Article]:
    """Return the others by falling likeness of their title and lead, without copies of the article itself."""
    texts = [f"{a.title} {a.lead}" for a in (article, *others)]
    weights = np.zeros(len(texts))
    weights[0] = 1.0
    likeness = Rows(texts, words).similarity_to(weights)[1:]
    return [others[k] for k in np.argsort(-likeness, kind="stable") if likeness[k] < 0.7]


def train_filter(pages: Sequence[LabelledPage], words: Words) -> Labeller:
    """Train both passes.

    The second pass learns from what the first says of pages that it was not trained on, as it will when used.
    """
    readings = [read_lines(split_lines(page.text), words) for page in pages]
    features = [page_features(reading, None) for reading in readings]
    first = _train_stage(pages, features, FIRST_TREES)
    beliefs: dict[int, Belief] = {}
    for trained_on, said_of in ((0, 1), (1, 0)):
        stage = _train_stage(pages[trained_on::2], features[trained_on::2], FIRST_TREES)
        helper = Labeller(words, stage, stage, stage.trees)  # only its first pass is asked
        for k in range(said_of, len(pages), 2):
            beliefs[k] = helper.belief(readings[k])
    features = [page_features(reading, beliefs[k]) for k, reading in enumerate(readings)]
    return Labeller(words, first, _train_stage(pages, features, SECOND_TREES), _train_article_trees(pages, features))


def _train_article_trees(pages: Sequence[LabelledPage], features: Sequence[Matrix]) -> Trees:
    """Grow the trees that tell the article's lines from foreign ones."""
    labels = np.array([LABELS.index(label) for page in pages for label in page.labels])
    asked = ~OWN[labels]
    model = HistGradientBoostingClassifier(**ARTICLE_TREES, **BOTH_PASSES, early_stopping=False, random_state=SEED)
    model.fit(np.concatenate(features)[asked], KEPT[labels[asked]], _weights(pages)[asked])
    return plain_trees(model, columns=[0])


def _train_stage(pages: Sequence[LabelledPage], features: Sequence[Matrix], trees: dict[str, Any]) -> Stage:
    transitions = np.ones((len(LABELS), len(LABELS)))
    starts = np.ones(len(LABELS))
    number = {label: k for k, label in enumerate(LABELS)}
    labels: list[int] = []
    for page, rows in zip(pages, features, strict=True):
        tags = [number[label] for label in page.labels]
        if len(rows) != len(tags):
            raise ValueError(f"a page has {len(rows)} lines and {len(tags)} labels: {page.text[:80]!r}")
        labels += tags
        starts[tags[0]] += page.weight
        for a, b in itertools.pairwise(tags):
            transitions[a, b] += page.weight
    model = HistGradientBoostingClassifier(**trees, **BOTH_PASSES, early_stopping=False, random_state=SEED)
    model.fit(np.concatenate(features), labels, _weights(pages))
    totals = transitions.sum(axis=1, keepdims=True)
    prior = transitions.sum(axis=0) / transitions.sum()
    return Stage(
        plain_trees(model, columns=[int(k) for k in model.classes_], width=len(LABELS)),
        DAMPING * (np.log(transitions / totals) - np.log(prior)[None, :]),
        DAMPING * np.log(starts / starts.sum()),
    )


def _weights(pages: Sequence[LabelledPage]) -> Matrix:
    """Return the weight of each line of the pages."""
    return np.repeat([page.weight for page in pages], [len(page.labels) for page in pages])


def plain_trees(model: HistGradientBoostingClassifier, columns: Sequence[int], width: int = 1) -> Trees:
    """Return a fitted model's trees as plain arrays.

    Args:
        model: as fitted.
        columns: the column of the scores that each of its outputs goes to (a model of two classes has one output).
        width: how many columns there are; those of labels that it never saw get a score that never wins.
    """
    fields: dict[str, list[float]] = {"feature": [], "threshold": [], "left": [], "value": []}
    roots = np.zeros((len(model._predictors), width), dtype=np.int64)
    depth = 0
    for k, round_ in enumerate(model._predictors):
        trees = dict(zip(columns, round_, strict=True))
        for column in range(width):
            roots[k, column] = len(fields["feature"])
            if column not in trees:
                _add(fields, 0, np.inf, len(fields["left"]), 0.0)
                continue
            nodes = trees[column].nodes
            depth = max(depth, int(nodes["depth"].max()))
            _flatten(nodes, fields)
    baseline = np.full(width, -30.0)
    baseline[list(columns)] = np.asarray(model._baseline_prediction).ravel()
    return Trees(
        np.asarray(fields["feature"], dtype=np.int64),
        np.asarray(fields["threshold"], dtype=np.float32),
        np.asarray(fields["left"], dtype=np.int64),
        np.asarray(fields["value"], dtype=np.float32),
        roots,
        baseline,
        depth,
    )


def _add(fields: dict[str, list[float]], feature: int, threshold: float, left: int, value: float) -> None:
    for name, item in (("feature", feature), ("threshold", threshold), ("left", left), ("value", value)):
        fields[name].append(item)


def _flatten(nodes: Any, fields: dict[str, list[float]]) -> None:
    """Append a tree's nodes, breadth first, so that a right child stands behind its left one."""
    base = len(fields["feature"])
    queue = [0]
    for k in queue:  # grows while it is walked
        node = nodes[k]
        if node["is_leaf"]:
            _add(fields, 0, np.inf, base + queue.index(k), node["value"])
        else:
            _add(fields, int(node["feature_idx"]), float(node["num_threshold"]), base + len(queue), node["value"])
            queue += [int(node["left"]), int(node["right"])]


def read_pages(labeller: Labeller, pages: Iterable[LabelledPage]) -> list[Record]:
    """Return the record of each labelled page, its filter stage with this labeller."""
    page_filter = PageFilter(labeller)
    return [
        extract(Page(id=str(number), source="labelled", text=page.text), page_filter=page_filter)
        for number, page in enumerate(pages)
    ]


def line_scores(records: Sequence[Record], pages: Sequence[LabelledPage]) -> tuple[float, float, float]:
    """Return F1 of dropped lines, F1 of kept lines, and wrongly kept lines a hundred pages, over labelled pages.

    Names of authors are left out: they are the article's and give no facts.
    """
    counts = np.zeros((2, 2))
    for record, page in zip(records, pages, strict=True):
        for block, gold in zip(record["blocks"], page.labels, strict=True):
            if "byline" not in (gold.rstrip("-"), block["kind"]):
                counts[int(KEPT[LABELS.index(gold)]), int(block["keep"])] += 1
    dropped = 2 * counts[0, 0] / max(2 * counts[0, 0] + counts[0, 1] + counts[1, 0], 1)
    kept = 2 * counts[1, 1] / max(2 * counts[1, 1] + counts[0, 1] + counts[1, 0], 1)
    return float(dropped), float(kept), float(100 * counts[0, 1] / max(len(pages), 1))


def leaked_facts(records: Sequence[Record], pages: Sequence[LabelledPage]) -> tuple[int, int]:
    """Return how many facts of labelled pages come from lines that are not the article, and how many from the article.

    A fact is an entity, figure, date or quotation of the record; one that lies in both counts as leaked.
    """
    leaked = rightful = 0
    for record, page in zip(records, pages, strict=True):
        foreign = [block for block, label in zip(record["blocks"], page.labels, strict=True) if label in FOREIGN_LABELS]
        for kind in ("entities", "figures", "dates", "quotes"):
            for fact in record[kind]:
                if any(overlap(fact, block) > 0 for block in foreign):
                    leaked += 1
                else:
                    rightful += 1
    return leaked, rightful


def held_out_split(
    articles: Sequence[Article], pages: int, tests: int, words: Words
) -> tuple[list[LabelledPage], dict[str, list[LabelledPage]]]:
    """Compose pages to train on, and pages whose articles, layouts and outlets' words are none of theirs.

    Args:
        articles: to compose them of; every fifth is for the tests.
        pages: how many to train on.
        tests: how many to measure on, of each kind.
        words: to find articles near in topic with.

    Returns:
        The pages to train on, and by name those to measure on: with as much in sentences as sites print, crowded with
        it, and ones that also bear what no site prints.
    """
    seen = [article for k, article in enumerate(articles) if k % 5]
    unseen = [article for k, article in enumerate(articles) if not k % 5]
    families = [family for family in FAMILIES if family not in HELD_OUT_FAMILIES]
    kinds = {"composed": (0.0, False), "crowded": (0.0, True), "with what no site prints": (1.0, True)}
    unheard_of = {
        name: compose_pages(unseen, tests, SEED + 1, HELD_OUT_FAMILIES, "held out", words, hard=hard, crowded=crowded)
        for name, (hard, crowded) in kinds.items()
    }
    return compose_pages(seen, pages, SEED, families, "training", words), unheard_of
