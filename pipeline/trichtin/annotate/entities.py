"""Named entities: a conditional random field over syllables, as a spaCy component.

The method is the classic one for languages with little annotation: a linear-chain CRF (Lafferty et al. 2001) with
lexical, orthographic, gazetteer and distributional-cluster features (Ratinov and Roth 2009), trained by CRFsuite.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from trichtin.annotate.features import DocumentEvidence, sentence_features
from trichtin.annotate.lexicon import Lexicon
from trichtin.annotate.numbers import CAPITALS
from trichtin.annotate.sentences import Token, sentences
from trichtin.resources import models_dir

MODEL_FILE = "model.crfsuite"
LEXICON_FILE = "lexicon.json.gz"
MOST_NAMES = 300  # names of an article that are looked for again: keeps the work linear on hostile pages
Mention = tuple[int, int, str]
ADMINISTRATIVE = re.compile(
    r"(?:bộ|ban|quốc hội|chính phủ|[uủ][yỷ] ban|đảng|hội|đoàn|ubnd|hđnd|sở|vụ|cục|chi cục|tổng cục|thành ủy|tỉnh ủy|huyện ủy"
    r"|quận ủy|trung ương|tw|phòng|công an|văn phòng|mặt trận|liên đoàn|thanh tra|hội đồng)(?!\w)",
    re.IGNORECASE,
)
# A surname and two or three more capitalised syllables at the end, not behind the head of a place.
OFFICER = re.compile(
    rf"(?<!huyện)(?<!quận)(?<!xã)(?<!phường)(?<!trấn)(?<!trường)(?<!đường)(?<!phố)\s(([{CAPITALS}]\w{{1,6}})(?:\s[{CAPITALS}]\w{{0,6}}){{2,3}})$"
)
INITIAL_BEHIND = re.compile(r"\s(?:[A-ZĐ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)\.(?!\w)")
INITIAL = re.compile(r"\s(?:[A-ZĐ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)$")


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
        syllables = self._ready()[1].syllables
        parted = [part for mention in found for part in _parted(text, mention, syllables)]
        return consistent(text, [_with_initial(text, *mention) for mention in parted])

    def tag(self, split: Sequence[Sequence[Token]]) -> Iterable[list[str]]:
        """Yield the BIO tags of each sentence of one article."""
        tagger, lexicon = self._ready()
        words = [[word for _, word in tokens] for tokens in split]
        evidence = DocumentEvidence(words)
        for sentence in words:
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


def consistent(text: str, found: list[Mention]) -> list[Mention]:
    """Use what the article says elsewhere: tag the repeated full names that were missed, part names that ran together.

    A person's full name that was found somewhere is tagged wherever it stands; a longer span that ends with it
    ("Bộ GDĐT Bùi Văn Ga") is cut in two. A long name of an organisation, document or event is tagged again where
    nothing was found.

    Args:
        text: the article.
        found: mentions as ``(start, end, label)``.

    Returns:
        The mentions in order, none overlapping another.
    """
    names: dict[str, Counter[str]] = {}
    for start, end, label in found:
        syllables = text.count(" ", start, end) + 1
        if syllables >= (2 if label == "PER" else 3):
            names.setdefault(text[start:end], Counter())[label] += 1
    people = [name for name, labels in names.items() if labels["PER"] == sum(labels.values()) and name.count(" ") >= 2]
    fuller = _fuller(names)
    cut: list[Mention] = []
    for start, end, label in found:
        longer = next((name for name in fuller.get(text[start:end], ()) if text.startswith(name, start)), None)
        if longer and not (cut and cut[-1][1] > start):
            end = start + len(longer)
        if cut and cut[-1][1] > start:
            continue
        tail = next(
            (n for n in people if label != "PER" and end - start > len(n) and text.endswith(" " + n, start, end)), None
        )
        if tail:
            cut += [(start, end - len(tail) - 1, label), (end - len(tail), end, "PER")]
        else:
            cut.append((start, end, label))
    taken = bytearray(len(text))
    for start, end, _ in cut:
        taken[start:end] = b"\1" * (end - start)
    for name, labels in sorted(names.items(), key=lambda item: -len(item[0]))[:MOST_NAMES]:
        label, times = labels.most_common(1)[0]
        if times < sum(labels.values()):
            continue
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not text[max(at - 1, 0) : at].isalnum() and not text[end : end + 1].isalnum()
            if whole and not any(taken[at:end]):
                cut.append((at, end, label))
                taken[at:end] = b"\1" * (end - at)
            at = text.find(name, end)
    return sorted(cut)


def _fuller(names: dict[str, Counter[str]]) -> dict[str, list[str]]:
    """Return for each name that another continues the names that do, longest first: it was cut short somewhere."""
    fuller: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True)[:MOST_NAMES]:
        if names[name]["ORG"]:
            words = name.split(" ")
            for k in range(2, len(words)):
                fuller.setdefault(" ".join(words[:k]), []).append(name)
    return fuller


def _with_initial(text: str, start: int, end: int, label: str) -> Mention:
    """Take the initial and its full stop into a person's name: the press writes "Lê Thị N." of minors and suspects."""
    if label == "PER" and " " in text[start:end]:
        if text[end : end + 1] == "." and INITIAL.search(text[start:end]):
            return start, end + 1, label
        if initial := INITIAL_BEHIND.match(text, end):
            return start, initial.end(), label
    return start, end, label


def _parted(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Part a body and the name of its officer that ran together: "Ban Tuyên giáo Trung ương Võ Văn Bưởi".

    Schools and prizes bear people's names, and so do districts ("huyện Trần Văn Thời"); administrative bodies do not.
    """
    start, end, label = mention
    if label != "ORG" or not ADMINISTRATIVE.match(text, start):
        return [mention]
    tail = OFFICER.search(text, start, end)
    if tail is None or not syllables.get(tail.group(2), "").startswith("S"):
        return [mention]
    return [(start, tail.start(), label), (tail.start(1), end, "PER")]


@Language.factory("trichtin_entities", assigns=["doc.ents"])
def create_entity_tagger(nlp: Language, name: str) -> EntityTagger:
    """spaCy factory: ``nlp.add_pipe("trichtin_entities")`` loads the model that ships with the package."""
    return EntityTagger()
