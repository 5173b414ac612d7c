"""The words that stand before a number: what they end with says what the number is."""

from __future__ import annotations

from collections.abc import Sequence

WINDOW = 42


def words_before(text: str, position: int, limit: int = 6) -> list[str]:
    """Return up to six words that stand before ``position`` in the same clause, in small letters.

    White space, an opening bracket or a colon must part the last of them from the position; a comma, full stop or
    the like ends the clause.
    """
    start = max(0, position - WINDOW)
    left = text[start:position].lower()
    if left and left[-1] not in ' \t\n\xa0(:“"':
        return []
    words: list[str] = []
    for word in reversed(left.split()):
        bare = word.strip("“\"'‘([")
        if bare[-1:] in tuple(".,;!?)”’…") or (words and bare.endswith(":")):
            break
        bare = bare.rstrip(":")
        if bare:
            words.append(bare)
        if len(words) == limit:
            break
    words.reverse()
    return words


def ends_with(words: Sequence[str], phrases: frozenset[str], longest: int = 3) -> bool:
    """Whether the words end with one of the phrases."""
    return any(" ".join(words[-size:]) in phrases for size in range(1, min(longest, len(words)) + 1))
