"""Mine long names from raw news: word sequences behind a head that end where what follows becomes free.

"Học viện Báo chí và Tuyên truyền" has small words inside, which no rule of capitals can bound. But in a large corpus
its words predict one another, while what follows the name is anything: the name ends where the continuation branches
(the accessor variety of Feng et al. 2004). Names of organisations, documents and events are found so, by their heads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trichtin.annotate.entities.heads import HEADS, LONGEST_HEAD
from trichtin.annotate.tokenizer import TOKEN

KINDS = ("ORG", "DOC", "PROG")
LONGEST = 12  # tokens of a name
FIRST = frozenset(head.split()[0] for kind in KINDS for head in HEADS[kind])
STRONG = 0.3  # share of a continuation in small letters from which it may belong to the name
RAREST = 8  # times that a name must be seen
BOUND = 0.35  # share of the commonest continuation under which a name may end
CLOSERS = frozenset(',;:.!?()“”"«»…/\n')
SMALL_ENDS = frozenset("và của với cho tại ở về là các những này đã có trong do từ theo - – & năm số".split())


def mine_phrases(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return the long names of a corpus by the kind of their head.

    Args:
        lines: paragraphs of running text.

    Returns:
        ORG, DOC and PROG to names of two to twelve tokens, single spaces between them, as written.
    """
    found: dict[str, list[tuple[str, ...]]] = {kind: [] for kind in KINDS}
    kind_of = {head: kind for kind in KINDS for head in HEADS[kind]}
    for line in lines:
        words = [word for word in TOKEN.findall(line) if not word.isspace()]
        for start, word in enumerate(words):
            if word.lower() not in FIRST:
                continue
            for length in range(LONGEST_HEAD, 0, -1):
                kind = kind_of.get(" ".join(words[start : start + length]).lower())
                if kind:
                    break
            # A name's head or the word behind it is capitalised; "trường học", "ban đêm" are not names.
            behind = start + length
            if kind is None or behind >= len(words) or not (word[0].isupper() or words[behind][0].isupper()):
                continue
            stop = start + 1
            while stop < len(words) and stop - start < LONGEST + 1 and words[stop] not in CLOSERS:
                stop += 1
            if stop - start > 1:
                found[kind].append(tuple(words[start:stop]))
    return {kind: sorted(_names(sorted(sequences))) for kind, sequences in found.items()}


def _names(sequences: Sequence[tuple[str, ...]]) -> list[str]:
    """Walk the sorted sequences as a trie and return the names at which it branches."""
    names: list[str] = []
    stack = [(0, len(sequences), 1)]
    while stack:
        low, high, depth = stack.pop()
        if high - low < RAREST:
            continue
        groups: list[tuple[int, int]] = []
        position = low
        ended = 0
        while position < high:
            if len(sequences[position]) < depth:
                ended += 1
                position += 1
                continue
            word = sequences[position][depth - 1]
            end = position
            while end < high and len(sequences[end]) >= depth and sequences[end][depth - 1] == word:
                end += 1
            groups.append((position, end))
            position = end
        if depth > 2:
            prefix = sequences[low][: depth - 1]
            largest = max((end - start for start, end in groups), default=0)
            branches = largest < BOUND * (high - low)
            named = sum(word[0].isupper() for word in prefix[1:]) >= 1 or len(prefix) > 3
            if branches and named and prefix[-1] not in SMALL_ENDS and prefix[-1].lower() not in SMALL_ENDS:
                names.append(" ".join(prefix))
        if depth <= LONGEST:
            stack.extend(
                (start, end, depth + 1)
                for start, end in groups
                if depth < 3 or sequences[start][depth - 1][0].isupper() or end - start >= STRONG * (high - low)
            )
    return names
