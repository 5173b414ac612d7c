"""What filters ask for, as words of the full-text index: ``=kfigure``, ``=pnghean``, ``=v3``.

A tag says that some fact of a passage has the property. The index finds passages that have all the tags asked for,
which are few; whether one and the same fact has them is then seen in its row.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import floor, log10

from trichtin.search.fold import fold

_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=200_000)
def tag(kind: str, value: str) -> str:
    """Return the tag of a property (one letter) and its value; values that fold alike share it."""
    letters = _NOT_WORD.sub("", fold(value))
    return f"={kind}{letters or 'x' + value.encode().hex()}"


def magnitude(value: float) -> int:
    """Return the power of ten of a figure, between 0 and 15: all below 10 share 0."""
    if not value >= 1:  # less, or not a number
        return 0
    return 15 if value >= 1e15 else floor(log10(value))


def magnitudes(low: float | None, high: float | None) -> list[str] | None:
    """Return the tags of all figures between two values, or None when that is every figure."""
    first = 0 if low is None else magnitude(low)
    last = 15 if high is None else magnitude(high)
    return None if first == 0 and last == 15 else [f"=v{power}" for power in range(first, last + 1)]
