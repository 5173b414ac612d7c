"""Mentions as spans: which overlap, and what stays when a rule puts some over others.

Lists of mentions are in order, and none overlaps another.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

Mention = tuple[int, int, str]  # start, end (code points into the text), label


def touching(found: list[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions that overlap a span; those given are in order and none overlaps another."""
    k = bisect_right(found, start, key=itemgetter(1))
    out = []
    while k < len(found) and found[k][0] < end:
        out.append(found[k])
        k += 1
    return out


def over(found: list[Mention], spans: list[Mention]) -> list[Mention]:
    """Put spans over mentions: a mention that overlaps one goes."""
    if not spans:
        return found
    spans = apart(spans)
    return sorted([m for m in found if not touching(spans, m[0], m[1])] + spans)


def free(found: list[Mention], spans: list[Mention]) -> list[Mention]:
    """Return the spans that no mention overlaps."""
    return [span for span in spans if not touching(found, *span[:2])]


def holding(found: list[Mention], spans: list[Mention]) -> list[Mention]:
    """Return the spans that hold every mention that they overlap: none goes on beyond them."""
    return [
        (start, end, label)
        for start, end, label in spans
        if all(start <= m[0] and m[1] <= end for m in touching(found, start, end))
    ]


def apart(found: list[Mention]) -> list[Mention]:
    """Leave out what overlaps the mention before it, once a rule has widened that one."""
    out: list[Mention] = []
    for mention in sorted(found):
        if not out or mention[0] >= out[-1][1]:
            out.append(mention)
        elif mention[1] - mention[0] > out[-1][1] - out[-1][0]:
            out[-1] = mention
    return out


def taken(text: str, found: list[Mention]) -> bytearray:
    """Return a byte for each character of the text, 1 where a mention stands."""
    marked = bytearray(len(text))
    for start, end, _ in found:
        marked[start:end] = b"\1" * (end - start)
    return marked
