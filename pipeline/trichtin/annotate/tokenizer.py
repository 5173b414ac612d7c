"""Syllable tokenizer: the one tokenisation that every component of the annotate stage shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

NAME = "trichtin.SyllableTokenizer.v1"
# Vietnamese writes a space after every syllable, so a token is a syllable, a number with its separators
# (4.000, 60,84), an abbreviation joined by "&" (GD&ĐT), a run of white space, or one punctuation mark.
# Letters and digits are parted (12A1 -> 12, A, 1) so that no span of the guideline can cut a token in two.
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:&[^\W\d_]+)*|\s+|.", re.DOTALL)


class SyllableTokenizer:
    """Split a text into syllables, numbers and punctuation marks; ``doc.text`` is the text exactly.

    The first space after a token becomes its ``whitespace_``; any further white space is a token of its own.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in TOKEN.finditer(text):
            word = match.group()
            if word[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                word = word[1:]
            if word:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    # The tokenizer holds no state beside the shared vocabulary; spaCy asks for the methods all the same.
    def to_bytes(self, **kwargs: Any) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> SyllableTokenizer:
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        return None

    def from_disk(self, path: str | Path, **kwargs: Any) -> SyllableTokenizer:
        return self


@spacy.registry.tokenizers(NAME)
def create_syllable_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """Tokenizer factory for spaCy configs: ``@tokenizers = "trichtin.SyllableTokenizer.v1"``."""

    def create(nlp: Language) -> SyllableTokenizer:
        return SyllableTokenizer(nlp.vocab)

    return create
