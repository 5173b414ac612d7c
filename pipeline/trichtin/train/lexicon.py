"""Write the lexicon of the entity tagger: mined names in classes, and clusters of the syllables' vectors."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path

# Names seen so often that a head before them is the exception ("Hà Nội") are told from rare ones.
LEVELS = (40, 400)


def name_class(count: int, person: int, place: int, organisation: int) -> str:
    """Return a short class for a name: the kind of its heads, how clear that is, and how frequent it is."""
    votes = {"P": person, "L": place, "O": organisation}
    total = sum(votes.values())
    level = sum(count >= bound for bound in LEVELS)
    if total < 3:
        return f"?{level}"
    kind, most = max(votes.items(), key=lambda item: item[1])
    share = most / total
    clear = "+" if share >= 0.9 else "" if share >= 0.6 else "-"
    strength = "s" if most >= 0.2 * count else "w"
    return f"{kind}{clear}{strength}{level}"


def syllable_class(surname: int, middle: int, given: int) -> str:
    """Return a short class for a syllable of personal names: which places in a name it commonly takes."""
    total = surname + middle + given
    out = "".join(
        letter if weight >= 0.5 * total else letter.lower()
        for letter, weight in (("S", surname), ("M", middle), ("G", given))
        if weight >= 0.12 * total
    )
    return out + ("2" if total >= 500 else "1" if total >= 50 else "0")


def write_lexicon(
    path: Path,
    names: dict[str, tuple[int, int, int, int]],
    syllables: dict[str, tuple[int, int, int]],
    clusters: list[list[str]],
    phrases: dict[str, list[str]],
) -> None:
    """Write the lexicon as gzipped JSON; the same input always gives the same bytes."""
    by_class: defaultdict[str, list[str]] = defaultdict(list)
    for name, counts in names.items():
        by_class[name_class(*counts)].append(name)
    by_habit: defaultdict[str, list[str]] = defaultdict(list)
    for word, weights in syllables.items():
        by_habit[syllable_class(*weights)].append(word)
    data = {
        "names": {key: sorted(value) for key, value in sorted(by_class.items())},
        "syllables": {key: " ".join(sorted(value)) for key, value in sorted(by_habit.items())},
        "clusters": clusters,
        "phrases": phrases,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(raw, mtime=0))
