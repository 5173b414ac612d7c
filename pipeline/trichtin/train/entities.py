"""Train the entity tagger from gold annotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

from trichtin.annotate.entities import LEXICON_FILE, MODEL_FILE, EntityTagger
from trichtin.annotate.features import DocumentEvidence, sentence_features
from trichtin.annotate.lexicon import Lexicon
from trichtin.annotate.sentences import Token, sentences

PARAMETERS = {
    "c1": 0.05,
    "c2": 0.03,
    "feature.minfreq": 2,
    "max_iterations": 150,
    "feature.possible_transitions": True,
}

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


def examples(gold: Iterable[Gold], lexicon: Lexicon) -> Iterable[tuple[list[list[str]], list[str]]]:
    """Yield features and tags, a sentence at a time, of annotated articles."""
    for article in gold:
        split = list(sentences(article["text"]))
        evidence = DocumentEvidence([[word for _, word in tokens] for tokens in split])
        for tokens in split:
            first, last = tokens[0][0], tokens[-1][0]
            here = [e for e in article["entities"] if e["start"] <= last and e["end"] > first]
            words = [word for _, word in tokens]
            yield sentence_features(words, evidence, lexicon), bio_tags(tokens, here)


def train_entities(gold: Iterable[Gold], folder: Path, parameters: dict[str, Any] | None = None) -> EntityTagger:
    """Train a CRF (L-BFGS with elastic-net penalty; deterministic) and write it.

    Args:
        gold: annotated articles (``text``, ``entities``).
        folder: where the lexicon lies and the model is written.
        parameters: CRFsuite's parameters, instead of the default ones.

    Returns:
        The tagger, ready for use.
    """
    lexicon = Lexicon.from_bytes((folder / LEXICON_FILE).read_bytes())
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(parameters or PARAMETERS)
    for features, tags in examples(gold, lexicon):
        trainer.append(features, tags)
    trainer.train(str(folder / MODEL_FILE))
    return EntityTagger.from_folder(folder)
