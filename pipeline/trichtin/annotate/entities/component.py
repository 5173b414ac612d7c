"""Named entities: a conditional random field over syllables, as a spaCy component.

A linear-chain CRF (Lafferty et al. 2001) with lexical, orthographic, gazetteer and distributional-cluster features
(Ratinov and Roth 2009), trained by CRFsuite; among its features is what a small neural classifier over vectors learned
from raw news says of each token.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import compress
from pathlib import Path
from typing import Any

import pycrfsuite
import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from trichtin.annotate.entities.features import DocumentEvidence, sentence_features
from trichtin.annotate.entities.lexicon import Lexicon
from trichtin.annotate.entities.mending import mend
from trichtin.annotate.entities.spans import Mention
from trichtin.annotate.entities.token_classifier import LABELS, TokenClassifier, belief_features
from trichtin.annotate.sentences import Token, sentences
from trichtin.resources import models_dir

MODEL_FILE = "model.crfsuite"
LEXICON_FILE = "lexicon.json.gz"
CLASSIFIER_FILE = "token_classifier.npz"
FILES = (MODEL_FILE, LEXICON_FILE, CLASSIFIER_FILE)


class EntityTagger:
    """Tag PER, ORG, LOC, DOC and PROG by the guideline, into ``doc.ents``.

    The tagger cuts ``doc.text`` itself, so it works under any tokenizer; a span that would cut one of the
    document's own tokens is widened to it. Model and lexicon are read on first use: from the pipeline's own folder
    when it was loaded from one, else those that ship with the package.
    """

    def __init__(self, *data: bytes) -> None:
        self._data = data
        self._opened: tuple[pycrfsuite.Tagger, Lexicon, TokenClassifier] | None = None

    @classmethod
    def from_folder(cls, folder: Path) -> EntityTagger:
        """Read what ``trichtin train`` wrote: model, lexicon and token classifier."""
        return cls(*((folder / name).read_bytes() for name in FILES))

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of ``doc.ents``."""
        return LABELS

    @property
    def data(self) -> tuple[bytes, ...]:
        """The contents of ``FILES``."""
        return self._data or EntityTagger.from_folder(entities_dir())._data

    def _ready(self) -> tuple[pycrfsuite.Tagger, Lexicon, TokenClassifier]:
        if self._opened is None:
            model, lexicon, classifier = self.data
            tagger = pycrfsuite.Tagger()
            tagger.open_inmemory(model)
            self._opened = tagger, Lexicon.from_bytes(lexicon), TokenClassifier.load(io.BytesIO(classifier))
        return self._opened

    def __reduce__(self) -> tuple[type[EntityTagger], tuple[bytes, ...]]:
        # CRFsuite's tagger cannot be pickled; a worker process opens its own from the same bytes.
        return EntityTagger, self._data

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Serialize for ``nlp.to_bytes``."""
        return srsly.msgpack_dumps(list(self.data))

    def from_bytes(self, data: bytes, **kwargs: Any) -> EntityTagger:
        """Take what ``to_bytes`` gave."""
        self.__init__(*srsly.msgpack_loads(data))  # type: ignore[misc]
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write ``FILES`` into a folder, for ``nlp.to_disk``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in zip(FILES, self.data, strict=True):
            (folder / name).write_bytes(data)

    def from_disk(self, path: str | Path, **kwargs: Any) -> EntityTagger:
        """Take the files of a folder."""
        self.__init__(*EntityTagger.from_folder(Path(path)).data)  # type: ignore[misc]
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``; entities that earlier components set are kept where they do not overlap longer ones."""
        found = list(doc.ents)
        for start, end, label in self.find(doc.text):
            span = doc.char_span(start, end, label=label, alignment_mode="expand")
            if span is not None:
                found.append(span)
        doc.ents = filter_spans(found)
        return doc

    def find(self, text: str) -> list[Mention]:
        """Return ``(start, end, label)`` of each entity mention, in order; offsets are code points into ``text``."""
        split = list(sentences(text))
        found: list[tuple[int, int, str]] = []
        for tokens, tags in zip(split, self.tag(text, split), strict=True):
            found.extend(spans_of(tokens, tags))
        return mend(text, found, self._ready()[1].syllables)

    def tag(self, text: str, split: Sequence[Sequence[Token]]) -> Iterable[list[str]]:
        """Yield the BIO tags of each sentence of one article."""
        tagger, lexicon, classifier = self._ready()
        evidence = DocumentEvidence([[word for _, word in tokens] for tokens in split])
        # No name without a letter; spares the rulers and tables of broken pages.
        has_letter = [any(word[0].isalpha() for _, word in tokens) for tokens in split]
        lettered = list(compress(split, has_letter))
        beliefs = iter(belief_features(classifier.probabilities(text, lettered), lettered))
        for tokens, named in zip(split, has_letter, strict=True):
            if named:
                words = [word for _, word in tokens]
                yield tagger.tag(with_beliefs(sentence_features(words, evidence, lexicon), next(beliefs)))
            else:
                yield ["O"] * len(tokens)


def with_beliefs(features: list[list[str]], told: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the features of a sentence's tokens with what the token classifier says of them."""
    return [own + list(more) for own, more in zip(features, told, strict=True)]


def entities_dir() -> Path:
    """Return the folder of the model that ships with the package."""
    return models_dir() / "vi_trichtin_news" / "trichtin_entities"


def spans_of(tokens: Sequence[Token], tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the character spans of a BIO-tagged sentence."""
    spans: list[tuple[int, int, str]] = []
    start, end, label = 0, 0, ""
    for (offset, word), tag in zip(tokens, tags, strict=True):
        if label and (tag[0] != "I" or tag[2:] != label):
            spans.append((start, end, label))
            label = ""
        if tag != "O":
            if not label:
                start, label = offset, tag[2:]
            end = offset + len(word)
    if label:
        spans.append((start, end, label))
    return spans


@Language.factory("trichtin_entities", assigns=["doc.ents"])
def create_entity_tagger(nlp: Language, name: str) -> EntityTagger:
    """spaCy factory: ``nlp.add_pipe("trichtin_entities")`` loads the model that ships with the package."""
    return EntityTagger()
