"""Where sentences stand in an article: a plain rule, fast enough for a whole archive."""

from __future__ import annotations

import re
from bisect import bisect_right

# A mark that may end a sentence, what may close behind it, and white space; or the end of a line.
_END = re.compile(r"[.!?…][\"”»’')\]]{0,3}\s|\n")
_OPENING = frozenset('"“«‘([-–•*')
# A full stop after these ends no sentence: "TP. Hồ Chí Minh", "ThS. Lan".
_SHORT = frozenset("tp t.p tx tt ts ths gs pgs cn ks bs đ mr mrs ms dr st no tr p q h x nxb th v vs".split())
LONGEST = 1500  # code points; tables and broken pages are cut there


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which sentences start, in order; the first is 0. White space at their ends is theirs."""
    starts = [0]
    size = len(text)
    for match in _END.finditer(text):
        end = match.end()
        mark = text[match.start()]
        if mark != "\n" and text[end - 1] != "\n":
            following = text[end] if end < size else " "
            if not (following.isupper() or following.isdigit() or following in _OPENING):
                continue
            if mark == ".":
                word = text[max(0, match.start() - 5) : match.start()]
                word = word[max(word.rfind(" "), word.rfind("\n"), word.rfind("(")) + 1 :]
                if word.lower() in _SHORT or (len(word) == 1 and word.isupper()):
                    continue
        while end - starts[-1] > LONGEST:
            starts.append(starts[-1] + LONGEST)
        if starts[-1] < end < size:
            starts.append(end)
    while size - starts[-1] > LONGEST:
        starts.append(starts[-1] + LONGEST)
    return starts


def sentence_of(text: str, starts: list[int], start: int, end: int, longest: int = 4000) -> tuple[int, int]:
    """Return the span of the sentence, or of all the sentences, in which a fact lies, without white space around it."""
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, max(start, end - 1)) - 1
    begin = starts[max(first, 0)]
    stop = starts[last + 1] if last + 1 < len(starts) else len(text)
    stop = max(min(stop, begin + longest), min(end, len(text)))
    stretch = text[begin:stop]
    return begin + len(stretch) - len(stretch.lstrip()), begin + len(stretch.rstrip())
