"""Lists of words and phrases, written as running text so that they can be read."""

from __future__ import annotations


def phrases(listed: str) -> frozenset[str]:
    """Return the phrases of a list that is parted by commas, each with single spaces.

    >>> sorted(phrases("con số, số"))
    ['con số', 'số']
    """
    return frozenset(" ".join(phrase.split()) for phrase in listed.split(",") if phrase.strip())
