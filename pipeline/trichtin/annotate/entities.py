"""Named entities: a conditional random field over syllables, as a spaCy component.

The method is the classic one for languages with little annotation: a linear-chain CRF (Lafferty et al. 2001) with
lexical, orthographic, gazetteer and distributional-cluster features (Ratinov and Roth 2009), trained by CRFsuite.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from trichtin.annotate.entity_mending import Mention, mend
from trichtin.annotate.features import DocumentEvidence, sentence_features
from trichtin.annotate.lexicon import Lexicon
from trichtin.annotate.sentences import Token, sentences
from trichtin.resources import models_dir

MODEL_FILE = "model.crfsuite"
LEXICON_FILE = "lexicon.json.gz"


class EntityTagger:
    """Tag PER, ORG, LOC, DOC and PROG by the guideline, into ``doc.ents``.

    The tagger cuts ``doc.text`` itself, so it works under any tokenizer; a span that would cut one of the
    document's own tokens is widened to it. Model and lexicon are read on first use: from the pipeline's own folder
    when it was loaded from one, else those that ship with the package.
    """

    def __init__(self, model: bytes | None = None, lexicon: bytes | None = None) -> None:
        self._model, self._lexicon_data = model, lexicon
        self._tagger: pycrfsuite.Tagger | None = None
        self._lexicon: Lexicon | None = None

    @classmethod
    def from_folder(cls, folder: Path) -> EntityTagger:
        """Read a model and its lexicon written by ``trichtin train``."""
        return cls((folder / MODEL_FILE).read_bytes(), (folder / LEXICON_FILE).read_bytes())

    @property
    def data(self) -> tuple[bytes, bytes]:
        """The serialized model and lexicon."""
        if self._model is None or self._lexicon_data is None:
            folder = entities_dir()
            self._model = (folder / MODEL_FILE).read_bytes()
            self._lexicon_data = (folder / LEXICON_FILE).read_bytes()
        return self._model, self._lexicon_data

    def _ready(self) -> tuple[pycrfsuite.Tagger, Lexicon]:
        if self._tagger is None or self._lexicon is None:
            model, lexicon = self.data
            self._tagger = pycrfsuite.Tagger()
            self._tagger.open_inmemory(model)
            self._lexicon = Lexicon.from_bytes(lexicon)
        return self._tagger, self._lexicon

    def __reduce__(self) -> tuple[type[EntityTagger], tuple[bytes | None, bytes | None]]:
        # CRFsuite's tagger cannot be pickled; a worker process opens its own from the same bytes.
        return EntityTagger, (self._model, self._lexicon_data)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Serialize for ``nlp.to_bytes``."""
        return srsly.msgpack_dumps(list(self.data))

    def from_bytes(self, data: bytes, **kwargs: Any) -> EntityTagger:
        """Take what ``to_bytes`` gave."""
        self.__init__(*srsly.msgpack_loads(data))  # type: ignore[misc]
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write model and lexicon into a folder, for ``nlp.to_disk``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in zip((MODEL_FILE, LEXICON_FILE), self.data, strict=True):
            (folder / name).write_bytes(data)

    def from_disk(self, path: str | Path, **kwargs: Any) -> EntityTagger:
        """Take the model and lexicon of a folder."""
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
        for tokens, tags in zip(split, self.tag(split), strict=True):
            found.extend(spans_of(tokens, tags))
        return mend(text, found, self._ready()[1].syllables)

    def tag(self, split: Sequence[Sequence[Token]]) -> Iterable[list[str]]:
        """Yield the BIO tags of each sentence of one article."""
        tagger, lexicon = self._ready()
        words = [[word for _, word in tokens] for tokens in split]
        evidence = DocumentEvidence(words)
        for sentence in words:
            if not any(word[0].isalpha() for word in sentence):
                yield ["O"] * len(sentence)  # no name without a letter; spares the rulers and tables of broken pages
                continue
            yield tagger.tag(sentence_features(sentence, evidence, lexicon))


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
