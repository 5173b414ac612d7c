"""Verse for composed pages: phrases of prose put into metre and rhyme, so that only these two tell it from titles."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence

from trichtin.filter.verse import rhyme

PHRASE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
LUC_BAT = (6, 8)
METRES = (LUC_BAT, LUC_BAT, (5, 5), (7, 7), (8, 8), (4, 4))
ENOUGH_PHRASES = 3000


def stanza(paragraphs: Sequence[str], rng: random.Random) -> list[str]:
    """Return four to twelve lines of verse made of phrases of the paragraphs (fewer where they give too few).

    Lục bát rhymes the sixth syllables of its lines, and a long line's last with the next short line's; the other metres
    rhyme the ends of every second line. One line in five is left without its rhyme, as poems do.
    """
    metre = rng.choice(METRES)
    pools: dict[int, list[list[str]]] = {size: [] for size in set(metre)}
    phrases = [phrase for p in rng.sample(paragraphs, min(len(paragraphs), 60)) for phrase in PHRASE.findall(p)]
    rng.shuffle(phrases)
    for phrase in phrases[:ENOUGH_PHRASES]:
        words = phrase.split()
        if any(word[:1].isupper() for word in words[1:]):
            continue
        for size, pool in pools.items():
            pool += [words[k : k + size] for k in range(0, len(words) - size + 1, 2)]
    if not all(pools.values()):
        return []
    by_rhyme: dict[int, dict[str, list[list[str]]]] = {size: defaultdict(list) for size in pools}
    for size, pool in pools.items():
        for words in pool:
            by_rhyme[size][rhyme(words[5 if metre == LUC_BAT else -1])].append(words)
    lines: list[list[str]] = []
    for k in range(rng.choice((4, 4, 6, 8, 12))):
        size = metre[k % 2]
        wanted = _wanted(lines, metre)
        found = by_rhyme[size].get(wanted) if wanted and rng.random() < 0.8 else None
        lines.append(rng.choice(found or pools[size]))
    end = rng.choice(("", "", ",", "."))
    return [" ".join(words)[:1].upper() + " ".join(words)[1:] + (end if k % 2 else "") for k, words in enumerate(lines)]


def _wanted(lines: Sequence[Sequence[str]], metre: tuple[int, int]) -> str:
    """Return the rhyme that the next line should have, empty where it is free."""
    if not lines:
        return ""
    if metre == LUC_BAT:
        return rhyme(lines[-1][5] if len(lines) % 2 else lines[-1][-1])
    return rhyme(lines[-2][-1]) if len(lines) % 2 and len(lines) > 1 else ""
