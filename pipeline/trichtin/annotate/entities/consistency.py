"""What the article says elsewhere: names that were missed where they stand again, cut short, or run together."""

from __future__ import annotations

from collections import Counter

from trichtin.annotate.entities.schools import BARE_SCHOOL
from trichtin.annotate.entities.spans import Mention, taken

MOST_NAMES = 300  # names of an article that are looked for again: keeps the work linear on hostile pages


def consistent(text: str, found: list[Mention]) -> list[Mention]:
    """Use what the article says elsewhere: tag the repeated full names that were missed, part names that ran together.

    A person's full name that was found somewhere is tagged wherever it stands; a longer span that ends with it
    ("Bộ GDĐT Bùi Văn Ga") is cut in two. A long name of an organisation, document or event is tagged again where
    nothing was found.
    """
    names: dict[str, Counter[str]] = {}
    for start, end, label in found:
        syllables = text.count(" ", start, end) + 1
        if syllables >= (2 if label == "PER" else 3):
            names.setdefault(text[start:end], Counter())[label] += 1
    people = [name for name, labels in names.items() if labels["PER"] == sum(labels.values()) and name.count(" ") >= 2]
    people = people[:MOST_NAMES]
    fuller = _fuller(names)
    cut: list[Mention] = []
    for start, end, label in found:
        longer = next((name for name in fuller.get(text[start:end], ()) if text.startswith(name, start)), None)
        if longer and not (cut and cut[-1][1] > start):
            end = start + len(longer)
        if cut and cut[-1][1] > start:
            continue
        tail = next(
            (n for n in people if label != "PER" and end - start > len(n) and text.endswith(" " + n, start, end)), None
        )
        if tail and BARE_SCHOOL.fullmatch(text, start, end - len(tail) - 1):  # "cô giáo mầm non" and her name
            cut.append((end - len(tail), end, "PER"))
        elif tail:
            cut += [(start, end - len(tail) - 1, label), (end - len(tail), end, "PER")]
        else:
            cut.append((start, end, label))
    again: list[Mention] = []
    covered = taken(text, cut)
    for name, labels in sorted(names.items(), key=lambda item: -len(item[0]))[:MOST_NAMES]:
        label, times = labels.most_common(1)[0]
        if times < sum(labels.values()):
            continue
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not text[max(at - 1, 0) : at].isalnum() and not text[end : end + 1].isalnum()
            if whole and not any(covered[at:end]):
                again.append((at, end, label))
                covered[at:end] = b"\1" * (end - at)
            at = text.find(name, end)
    return sorted(cut + again)


def _fuller(names: dict[str, Counter[str]]) -> dict[str, list[str]]:
    """Return for each name that another continues the names that do, longest first: it was cut short somewhere."""
    fuller: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True)[:MOST_NAMES]:
        if names[name]["ORG"] or (names[name]["PER"] and name.count(" ") > 1):
            words = name.split(" ")
            for k in range(2, min(len(words), 30)):
                fuller.setdefault(" ".join(words[:k]), []).append(name)
    return fuller
