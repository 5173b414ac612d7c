"""Learn from raw news what a line sounds like by its words alone (``filter.similarity.SENSES``).

- **Offers**: sentences that hold two words of offers (``filter.lines.OFFER``) against other sentences, so that an
  advertisement is known by more than a list of words. Half of the offers are learned without those words, so that what
  stands around them counts too. Advertisements of every other trade and every other notice of a paper to its readers
  stand beside them; pages are composed with the rest of them (``train/outlets.py``).
- **Comments** of readers against sentences of the news; every other one, as composed pages bear the rest.
- **Leads** against paragraphs of bodies: a teaser's lead introduces everybody, a paragraph goes on ("Tuy nhiên", "ông").
- **Titles** against sub-headings: both are short, but a title tells a story.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from trichtin.filter.lines import OFFER, SENTENCE_BREAK
from trichtin.filter.similarity import BUCKETS, Weights, buckets, wording
from trichtin.train.adverts import LEARNED, fill
from trichtin.train.articles import OPENING, Article, is_subheading
from trichtin.train.outlets import LEARNED_COMMENTS
from trichtin.train.paragraphs import phrase_of
from trichtin.train.settings import settings

WANTED, LENGTHS, COPIES, WEIGHT, PENALTY, SEED = (
    settings("filter")["senses"][key] for key in ("lines", "lengths", "copies", "weight", "penalty", "seed")
)
SIZES = (1, 1, 2, 2, 3, 5)  # sentences of a paragraph that a lead is told from


def is_offer(sentence: str) -> bool:
    """Tell whether a sentence holds two words of offers."""
    return len({word.lower() for word in OFFER.findall(sentence)}) >= 2


def sentences_of(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of a length that an advertisement may have."""
    for paragraph in paragraphs:
        for sentence in SENTENCE_BREAK.split(paragraph):
            if LENGTHS[0] <= len(sentence) <= LENGTHS[1]:
                yield sentence


def sense_weights(articles: Sequence[Article]) -> Weights:
    """Return what each bucket of syllables, pairs and openings says for each sense: log-odds, buckets × senses."""
    rng = random.Random(SEED)
    return np.column_stack(
        [_offers(articles, rng), _comments(articles, rng), _leads(articles, rng), _titles(articles, rng)]
    )


def _offers(articles: Sequence[Article], rng: random.Random) -> Weights:
    offers: list[str] = []
    others: list[str] = []
    for article in articles:
        for sentence in sentences_of(article.paragraphs):
            if is_offer(sentence):
                offers.append(sentence if rng.random() < 0.5 else OFFER.sub(" ", sentence))
            elif rng.random() < 0.1:
                others.append(sentence)
    adverts = [fill(text, rng) for text in LEARNED for _ in range(COPIES)]
    return _log_odds(_some(offers, rng), _some(others, rng), adverts)


def _comments(articles: Sequence[Article], rng: random.Random) -> Weights:
    sentences = [sentence for article in articles for sentence in sentences_of(article.paragraphs)]
    comments = [fill(text, rng) for text in LEARNED_COMMENTS for _ in range(COPIES)]
    return _log_odds([], _some(sentences, rng), comments)


def _leads(articles: Sequence[Article], rng: random.Random) -> Weights:
    leads = [OPENING.sub("", article.lead) for article in articles if article.lead]
    bodies = []
    for article in articles:
        for paragraph in rng.sample(article.paragraphs, min(len(article.paragraphs), 2)):
            bodies.append(" ".join(SENTENCE_BREAK.split(paragraph)[: rng.choice(SIZES)]))
    return _log_odds(_some(leads, rng), _some(bodies, rng))


def _titles(articles: Sequence[Article], rng: random.Random) -> Weights:
    titles = [article.title for article in articles]
    phrases = []
    for article in articles:
        paragraphs = article.paragraphs
        phrases += [text for k, text in enumerate(paragraphs) if is_subheading(paragraphs, k)]
        phrases.append(phrase_of(rng.choice(paragraphs), rng))
    return _log_odds(_some(titles, rng), _some(phrases, rng))


def _some(texts: Sequence[str], rng: random.Random) -> Sequence[str]:
    return rng.sample(texts, min(len(texts), WANTED))


def _log_odds(positive: Sequence[str], negative: Sequence[str], weighted: Sequence[str] = ()) -> Weights:
    """Fit a logistic regression; the ``weighted`` texts are positive, too, and count more."""
    texts = (*positive, *weighted, *negative)
    found = [np.unique(buckets(text)) for text in texts]
    row, worded = wording(texts)
    rows = np.append(np.repeat(np.arange(len(texts)), [len(line) for line in found]), row)
    sizes = np.maximum(np.bincount(rows, minlength=len(texts)), 1)
    matrix = csr_matrix(
        (1 / np.sqrt(sizes[rows]), (rows, np.concatenate([*found, worded]))), shape=(len(texts), BUCKETS)
    )
    numbers = (len(positive), len(weighted), len(negative))
    model = LogisticRegression(C=PENALTY, solver="liblinear").fit(
        matrix, np.repeat((1, 1, 0), numbers), sample_weight=np.repeat((1.0, WEIGHT, 1.0), numbers)
    )
    return np.asarray(model.coef_[0], dtype=np.float32)
