"""Mine a lexicon of names from raw news: which capitalised runs follow which head words, and how often."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from trichtin.annotate.entities.heads import HEADS
from trichtin.annotate.tokenizer import TOKEN

SENTENCE_START = frozenset('.!?…:"“”«»‘’()-–;*•')
# Heads that say little about the kind of the name that follows them.
VAGUE = frozenset({"em", "con", "bạn", "nước", "tháng", "đợt", "hệ thống", "cơ sở", "tổ", "đội", "ga", "p", "q"})
LOCATIVE = frozenset({"tại", "ở", "từ", "đến", "về", "tới", "sang"})
LONGEST_NAME = 5


def mine_names(lines: Iterable[str], minimum: int = 12) -> dict[str, tuple[int, int, int, int]]:
    """Count the capitalised runs of a corpus by the kind of head word before them.

    Args:
        lines: paragraphs of running text.
        minimum: runs seen less often than this away from the start of a sentence are left out.

    Returns:
        Name (as written, one space between syllables) to (all, after a person's, a place's, an
        organisation's head).
    """
    seen: Counter[str] = Counter()
    after: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kind_of = {head: label for label, heads in HEADS.items() for head in heads if head not in VAGUE}
    for line in lines:
        words = [word for word in TOKEN.findall(line) if not word.isspace()]
        position = 0
        while position < len(words):
            if not _capital(words[position]):
                position += 1
                continue
            end = position + 1
            while end < len(words) and _capital(words[end]):
                end += 1
            start_of_sentence = position == 0 or words[position - 1] in SENTENCE_START
            run = words[position:end]
            if not start_of_sentence and len(run) <= LONGEST_NAME:
                name = " ".join(run)
                seen[name] += 1
                kind = _kind_before(words, position, kind_of)
                if kind:
                    after[name][kind] += 1
            # "Ông Hoan", "Trường Vinh": a head that is capitalised itself opens the run.
            kind = kind_of.get(run[0].lower())
            if kind and 1 < len(run) <= LONGEST_NAME + 1:
                name = " ".join(run[1:])
                seen[name] += 1
                after[name][kind] += 1
            position = end
    return {
        name: (count, after[name]["PER"], after[name]["LOC"], after[name]["ORG"])
        for name, count in sorted(seen.items())
        if count >= minimum
    }


def name_syllables(names: dict[str, tuple[int, int, int, int]]) -> dict[str, tuple[int, int, int]]:
    """Return syllable to its weight as surname, middle and given name, from names that mostly follow a person's head."""
    weights: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for name, (_count, person, place, organisation) in names.items():
        parts = name.split()
        if 2 <= len(parts) <= 4 and person >= 3 and person > 2 * (place + organisation):
            weights[parts[0]][0] += person
            for part in parts[1:-1]:
                weights[part][1] += person
            weights[parts[-1]][2] += person
    return {part: (a, b, c) for part, (a, b, c) in sorted(weights.items()) if a + b + c >= 5}


def _kind_before(words: list[str], position: int, kind_of: dict[str, str]) -> str | None:
    for length in (3, 2, 1):
        if position - length >= 0:
            kind = kind_of.get(" ".join(words[position - length : position]).lower())
            if kind:
                return kind
    return "LOC" if words[position - 1].lower() in LOCATIVE else None


def _capital(word: str) -> bool:
    return word[0].isupper() and not re.fullmatch(r"[A-ZĐ]", word)
