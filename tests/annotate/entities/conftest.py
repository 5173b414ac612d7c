"""Sentences whose mentions are marked as the tagger found them, for tests of the rules that mend them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trichtin.annotate.entities.mending import mend

SYLLABLES = {"Võ": "S2", "Bưởi": "G1", "Văn": "M2", "Đàm": "S2", "Quang": "M2", "Nguyễn": "S2"}


@pytest.fixture(scope="session")
def mended() -> Callable[[str], list[tuple[str, str]]]:
    """Return a function that mends mentions given as ``[ORG:text]`` in a sentence, and returns what comes out."""

    def mend_marked(marked: str) -> list[tuple[str, str]]:
        text, found = "", []
        rest = marked
        while "[" in rest:
            before, _, rest = rest.partition("[")
            label, _, rest = rest.partition(":")
            name, _, rest = rest.partition("]")
            text += before
            found.append((len(text), len(text) + len(name), label))
            text += name
        text += rest
        return [(text[a:b], label) for a, b, label in mend(text, found, SYLLABLES)]

    return mend_marked
