"""Learn from raw news how offers are worded, so that an advertisement is known by more than a list of words.

Sentences that hold two words of offers (``filter.lines.OFFER``) are the positive ones, other sentences the negative
ones. Half of the positive ones are learned without those words, so that what stands around them counts too. Advertisements of
every other trade and every other notice of a paper to its readers stand beside them; pages are composed with the rest of
them (``train/outlets.py``).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from trichtin.filter.lines import OFFER
from trichtin.filter.similarity import BUCKETS, Weights, buckets
from trichtin.train.adverts import LEARNED, fill
from trichtin.train.settings import settings

SENTENCE_BREAK = re.compile(r"(?<=[.!?…])\s+")
WANTED, LENGTHS, COPIES, WEIGHT, PENALTY, SEED = (
    settings("filter")["offers"][key] for key in ("sentences", "lengths", "copies", "weight", "penalty", "seed")
)


def is_offer(sentence: str) -> bool:
    """Tell whether a sentence holds two words of offers."""
    return len({word.lower() for word in OFFER.findall(sentence)}) >= 2


def sentences_of(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of a length that an advertisement may have."""
    for paragraph in paragraphs:
        for sentence in SENTENCE_BREAK.split(paragraph):
            if LENGTHS[0] <= len(sentence) <= LENGTHS[1]:
                yield sentence


def offer_weights(paragraphs: Iterable[str]) -> Weights:
    """Return a weight for each bucket of syllables and pairs: the log-odds that they speak for an offer."""
    rng = random.Random(SEED)
    offers: list[str] = []
    others: list[str] = []
    for sentence in sentences_of(paragraphs):
        if is_offer(sentence):
            offers.append(sentence if rng.random() < 0.5 else OFFER.sub(" ", sentence))
        elif rng.random() < 0.1:
            others.append(sentence)
    adverts = [fill(text, rng) for text in LEARNED for _ in range(COPIES)]
    offers, others = (rng.sample(found, min(len(found), WANTED)) for found in (offers, others))
    found = [np.unique(buckets(text)) for text in (*offers, *adverts, *others)]
    sizes = np.array([len(row) for row in found])
    rows = csr_matrix(
        (np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes), np.concatenate(found), np.append(0, np.cumsum(sizes))),
        shape=(len(found), BUCKETS),
    )
    numbers = (len(offers), len(adverts), len(others))
    labels = np.repeat((1, 1, 0), numbers)
    model = LogisticRegression(C=PENALTY, solver="liblinear").fit(
        rows, labels, sample_weight=np.repeat((1.0, WEIGHT, 1.0), numbers)
    )
    return np.asarray(model.coef_[0], dtype=np.float32)
