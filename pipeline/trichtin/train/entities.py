"""Train the entity tagger from gold annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite

from trichtin.annotate.entities.component import CLASSIFIER_FILE, LEXICON_FILE, MODEL_FILE, EntityTagger, with_beliefs
from trichtin.annotate.entities.encoder import Matrix
from trichtin.annotate.entities.features import DocumentEvidence, sentence_features
from trichtin.annotate.entities.lexicon import Lexicon
from trichtin.annotate.entities.token_classifier import TokenClassifier, belief_features, inputs_of
from trichtin.annotate.sentences import Token, sentences
from trichtin.train.settings import settings
from trichtin.train.token_classifier import train_token_classifier

PARAMETERS: dict[str, Any] = settings("entities")["crf"]
FOLDS: int = settings("entities")["folds"]  # of the token classifier

Gold = dict[str, Any]


def bio_tags(tokens: Sequence[Token], entities: Iterable[dict[str, Any]]) -> list[str]:
    """Return BIO tags of one sentence; a token belongs to the entity in which it starts."""
    tags = ["O"] * len(tokens)
    for entity in entities:
        inside = False
        for k, (offset, _word) in enumerate(tokens):
            if entity["start"] <= offset < entity["end"]:
                tags[k] = ("I-" if inside else "B-") + entity["label"]
                inside = True
    return tags


def train_entities(gold: Iterable[Gold], folder: Path, parameters: dict[str, Any] | None = None) -> EntityTagger:
    """Train the token classifier, then a CRF (L-BFGS with elastic-net penalty; deterministic), and write both.

    The CRF learns from what classifiers say of articles that they have not seen, as it will be told when used.

    Args:
        gold: annotated articles (``text``, ``entities``).
        folder: where the lexicon and the encoder lie and the models are written.
        parameters: CRFsuite's parameters, instead of the default ones.

    Returns:
        The tagger, ready for use.
    """
    articles = [Example.of(article) for article in gold]
    lexicon = Lexicon.from_bytes((folder / LEXICON_FILE).read_bytes())
    encoder = TokenClassifier.load(folder / CLASSIFIER_FILE).encoder
    rows = [inputs_of(encoder, article.text, article.split) for article in articles]
    tags = [list(chain.from_iterable(article.tags)) for article in articles]
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(parameters or PARAMETERS)
    for fold in range(FOLDS):
        others = [k for k in range(len(articles)) if k % FOLDS != fold] or [fold]
        unseen = train_token_classifier(encoder, [rows[k] for k in others], [tags[k] for k in others])
        for article, inputs in zip(articles[fold::FOLDS], rows[fold::FOLDS], strict=True):
            for features, own in examples(article, unseen.of_inputs(inputs), lexicon):
                trainer.append(features, own)
    train_token_classifier(encoder, rows, tags).save(folder / CLASSIFIER_FILE)
    trainer.train(str(folder / MODEL_FILE))
    return EntityTagger.from_folder(folder)


@dataclass(slots=True)
class Example:
    """An annotated article cut into sentences, with the tags of their tokens."""

    text: str
    split: list[list[Token]]
    tags: list[list[str]]

    @classmethod
    def of(cls, article: Gold) -> Example:
        """Cut and tag an article."""
        split = list(sentences(article["text"]))
        tags = []
        for tokens in split:
            first, last = tokens[0][0], tokens[-1][0]
            tags.append(bio_tags(tokens, (e for e in article["entities"] if e["start"] <= last and e["end"] > first)))
        return cls(article["text"], split, tags)


def examples(article: Example, beliefs: Matrix, lexicon: Lexicon) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield features and tags, a sentence at a time."""
    split = article.split
    evidence = DocumentEvidence([[word for _, word in tokens] for tokens in split])
    told = belief_features(np.split(beliefs, np.cumsum([len(tokens) for tokens in split])[:-1]), split)
    for tokens, tags, beside in zip(split, article.tags, told, strict=True):
        yield with_beliefs(sentence_features([word for _, word in tokens], evidence, lexicon), beside), tags
