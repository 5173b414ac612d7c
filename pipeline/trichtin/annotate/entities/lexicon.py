"""The mined lexicons that the entity model reads: names, syllables of personal names, clusters of syllables."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass

LONGEST_NAME = 5
LONGEST_PHRASE = 12


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What raw news tells of names.

    ``names``: name to a short class such as ``L3`` (mostly a place, often so) or ``?`` (seen, no head before it).
    ``syllables``: capitalised syllable to its habit in personal names, such as ``s`` (surname) or ``mg``.
    ``phrases``: long names with small words inside (digits as 0) to ORG, DOC or PROG.
    ``clusters``: token (digits as 0) to the numbers of its distributional clusters, coarse to fine.
    """

    names: dict[str, str]
    syllables: dict[str, str]
    clusters: dict[str, tuple[str, ...]]
    phrases: dict[str, str]

    @classmethod
    def from_bytes(cls, compressed: bytes) -> Lexicon:
        """Read a lexicon written by ``trichtin train`` (gzipped JSON)."""
        data = json.loads(gzip.decompress(compressed))
        levels = [
            {word: str(number) for number, words in enumerate(groups) for word in words.split()}
            for groups in data["clusters"]
        ]
        clusters = {word: tuple(level[word] for level in levels) for word in levels[0]}
        names = {name: kind for kind, listed in data["names"].items() for name in listed}
        syllables = {word: kind for kind, listed in data["syllables"].items() for word in listed.split()}
        phrases = {name: kind for kind, listed in data["phrases"].items() for name in listed}
        return cls(names, syllables, clusters, phrases)
