"""Articles whose entities are marked by hand, for tests of what is found from them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from trichtin.annotate import blank
from trichtin.annotate.people.component import find_people

TAG = re.compile(r"\[(PER|ORG|LOC|DOC|PROG) ([^\]]+)\]")


@pytest.fixture(scope="session")
def article() -> Callable[[str], Doc]:
    """Return a document from a text whose entities are written ``[PER Name]``."""
    nlp = blank()

    def make(marked: str) -> Doc:
        text, spans, position = "", [], 0
        for match in TAG.finditer(marked):
            text += marked[position : match.start()]
            spans.append((len(text), len(text) + len(match[2]), match[1]))
            text += match[2]
            position = match.end()
        doc = nlp.make_doc(text + marked[position:])
        doc.ents = [doc.char_span(start, end, label=label) for start, end, label in spans]
        doc._.people = find_people(doc)
        return doc

    return make
