"""Measure records against gold annotation: precision, recall and F1 for each kind of fact.

The measures are those of the annotation contract. Entities: exact span and label. Figures: overlapping spans of one
kind and value. Dates: overlapping spans of one ISO value. Quotes: spans whose intersection over union reaches a
threshold, with and without the right speaker. People: name, role and organisation all right. Filter: lines of the
page dropped and kept rightly. A record whose text is not the gold text, character for character, counts for nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trichtin.facts import ENTITY_LABELS

Fact = Mapping[str, Any]
QUOTE_THRESHOLDS = (0.3, 0.8)


@dataclass(slots=True)
class Score:
    """Counts of one measure."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, right: int, gold: int, found: int) -> None:
        self.right += right
        self.gold += gold
        self.found += found

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Evaluation:
    """All measures over a set of articles: ``scores`` by name, single ``rates``, and the ``errors`` by kind."""

    scores: dict[str, Score] = field(default_factory=dict)
    rates: dict[str, float] = field(default_factory=dict)
    errors: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def score(self, name: str) -> Score:
        return self.scores.setdefault(name, Score())

    def summary(self) -> dict[str, float]:
        """Return F1 by measure, and the rates, rounded to four places."""
        return {name: round(s.f1, 4) for name, s in self.scores.items()} | self.rates


def evaluate(gold: Iterable[Fact], records: Iterable[Fact]) -> Evaluation:
    """Measure records against gold.

    Args:
        gold: annotated articles: ``id``, ``text``, and what is annotated: any of the kinds of facts, ``education``, and
            ``lines`` (``[start, end, kind, keep]`` with ``keep`` true, false, or null where it is not judged).
        records: records of the same texts, paired with gold by ``id``.

    Returns:
        The measures.
    """
    by_id = {record["id"]: record for record in records}
    result = Evaluation()
    counts: Counter[str] = Counter()
    has_lines = False
    for article in gold:
        record = by_id.get(article["id"], {})
        if not record or record.get("text") != article["text"]:
            counts["unscorable"] += 1
            _note(result, "article", article["id"], "text differs" if record else "missing")
            record = {}
        if "entities" in article:
            _entities(result, article, record)
        if "figures" in article:
            _figures(result, counts, article, record)
        if "dates" in article:
            _dates(result, article, record)
        if "quotes" in article:
            _quotes(result, article, record)
        if "people" in article:
            _people(result, article, record)
        if "education" in article and record:
            counts["education"] += 1
            label = record.get("education")
            label = label.get("label") if isinstance(label, Mapping) else label
            counts["education right"] += bool(label) == bool(article["education"])
        if "lines" in article:
            has_lines = True
            _lines(result, counts, article, record)
    if "figures value" in result.scores:
        matched = counts["figures"] or 1
        result.rates["figures unit"] = round(counts["figures unit"] / matched, 4)
        result.rates["figures modifier"] = round(counts["figures modifier"] / matched, 4)
    if counts["education"]:
        result.rates["education"] = round(counts["education right"] / counts["education"], 4)
    if has_lines:
        result.rates["leaked"] = counts["leaked"]
    result.rates["unscorable"] = counts["unscorable"]
    return result


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Read one JSON object a line.

    Raises:
        ValueError: a line is no JSON object with an ``id``; the message names file and line.
    """
    out = []
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{path}:{number}: not JSON ({error.msg}). Give one JSON object a line") from error
            if not isinstance(value, dict) or "id" not in value:
                raise ValueError(f"{path}:{number}: no JSON object with an id. Give one article a line")
            out.append(value)
    return out


def _entities(result: Evaluation, article: Fact, record: Fact) -> None:
    gold = {(e["start"], e["end"], e["label"]) for e in article["entities"]}
    found = {(e["start"], e["end"], e["label"]) for e in record.get("entities", [])}
    result.score("entities strict").add(len(gold & found), len(gold), len(found))
    for label in ENTITY_LABELS:
        mine, theirs = ({e for e in side if e[2] == label} for side in (gold, found))
        result.score(label).add(len(mine & theirs), len(mine), len(theirs))
    pairs = _pair(
        article["entities"], record.get("entities", []), lambda a, b: a["label"] == b["label"] and overlap(a, b) > 0
    )
    result.score("entities overlap").add(len(pairs), len(gold), len(found))
    text = article["text"]
    for start, end, label in sorted(gold - found):
        _note(result, "entity missed", article["id"], label, text[start:end])
    for start, end, label in sorted(found - gold):
        _note(result, "entity wrong", article["id"], label, text[start:end])


def _figures(result: Evaluation, counts: Counter[str], article: Fact, record: Fact) -> None:
    gold, found = article["figures"], record.get("figures", [])

    pairs = _pair(gold, found, _same_figure)
    result.score("figures value").add(len(pairs), len(gold), len(found))
    for i, j in pairs:
        counts["figures"] += 1
        counts["figures unit"] += _same_unit(gold[i], found[j])
        counts["figures modifier"] += (gold[i].get("modifier") or "") == (found[j].get("modifier") or "")
    for side, facts, done in (("missed", gold, {i for i, _ in pairs}), ("wrong", found, {j for _, j in pairs})):
        for k, fact in enumerate(facts):
            if k not in done:
                around = article["text"][max(0, fact["start"] - 25) : fact["end"] + 25]
                _note(result, f"figure {side}", article["id"], fact.get("kind"), fact.get("value"), around)


def right_figures(gold: Sequence[Fact], found: Sequence[Fact]) -> list[bool]:
    """Say of each figure found whether gold has it with this value, unit and modifier."""
    return _right(
        found,
        _pair(gold, found, _same_figure),
        lambda i, j: (
            _same_unit(gold[i], found[j]) and (gold[i].get("modifier") or "") == (found[j].get("modifier") or "")
        ),
    )


def right_quotes(gold: Sequence[Fact], found: Sequence[Fact]) -> list[bool]:
    """Say of each quote found whether gold has it (IoU 0.8) with this speaker."""
    pairs = _pair(gold, found, lambda a, b: _iou(a, b) >= QUOTE_THRESHOLDS[-1])
    return _right(found, pairs, lambda i, j: _same_speaker(gold[i]["speaker"], found[j].get("speaker")))


def _right(found: Sequence[Fact], pairs: Iterable[tuple[int, int]], agree: Callable[[int, int], bool]) -> list[bool]:
    good = {j for i, j in pairs if agree(i, j)}
    return [j in good for j in range(len(found))]


def _same_figure(a: Fact, b: Fact) -> bool:
    return (
        overlap(a, b) > 0
        and a["kind"] == b.get("kind")
        and _same_number(a["value"], b.get("value"))
        and _same_number(a.get("max"), b.get("max"))
    )


def _same_unit(a: Fact, b: Fact) -> bool:
    one, two = fold(a.get("unit")), fold(b.get("unit"))
    return one == two or bool(one and two and (one.startswith(two) or two.startswith(one)))


def _dates(result: Evaluation, article: Fact, record: Fact) -> None:
    gold, found = article["dates"], record.get("dates", [])
    pairs = _pair(gold, found, lambda a, b: overlap(a, b) > 0 and a["iso"] == b.get("iso"))
    result.score("dates").add(len(pairs), len(gold), len(found))
    done = {i for i, _ in pairs}
    for k, date in enumerate(gold):
        if k not in done:
            _note(result, "date missed", article["id"], date["iso"], article["text"][date["start"] : date["end"]])


def _quotes(result: Evaluation, article: Fact, record: Fact) -> None:
    gold, found = article["quotes"], record.get("quotes", [])
    pairs: list[tuple[int, int]] = []
    for threshold in QUOTE_THRESHOLDS:
        pairs = _pair(gold, found, lambda a, b, least=threshold: _iou(a, b) >= least)  # type: ignore[misc]
        result.score(f"quotes IoU {threshold}").add(len(pairs), len(gold), len(found))
        right = sum(_same_speaker(gold[i]["speaker"], found[j].get("speaker")) for i, j in pairs)
        result.score(f"quotes IoU {threshold} + speaker").add(right, len(gold), len(found))
    done = {i for i, _ in pairs}
    for k, quote in enumerate(gold):
        if k not in done:
            content = article["text"][quote["start"] : quote["end"]][:90]
            _note(result, "quote missed", article["id"], quote["kind"], quote["speaker"], content)
    for i, j in pairs:
        if not _same_speaker(gold[i]["speaker"], found[j].get("speaker")):
            _note(result, "speaker wrong", article["id"], gold[i]["speaker"], found[j].get("speaker"))


def _people(result: Evaluation, article: Fact, record: Fact) -> None:
    gold, found = (
        {
            (fold(p["name"]), fold(p.get("role")), fold(p.get("organization")))
            for p in side.get("people", [])
            if p.get("role") or p.get("organization")
        }
        for side in (article, record)
    )
    result.score("people name+role+organisation").add(len(gold & found), len(gold), len(found))
    for person in sorted(gold - found):
        _note(result, "person missed", article["id"], *person)


def _lines(result: Evaluation, counts: Counter[str], article: Fact, record: Fact) -> None:
    blocks = record.get("blocks", [])
    facts = [fact for kind in ("entities", "figures", "dates", "quotes") for fact in record.get(kind, [])]
    for start, end, kind, keep in article["lines"]:
        if keep is None:
            continue
        line = {"start": start, "end": end}
        block = max(blocks, key=lambda b: overlap(line, b), default=None)
        kept = bool(block and overlap(line, block) and block.get("keep"))
        result.score("filter: unrelated lines dropped").add(not keep and not kept, not keep, not kept)
        result.score("filter: article lines kept").add(keep and kept, keep, kept)
        if not keep:
            counts["leaked"] += sum(overlap(line, fact) > 0 for fact in facts)
        if bool(keep) != kept:
            _note(
                result,
                "line wrongly " + ("kept" if kept else "dropped"),
                article["id"],
                kind,
                article["text"][start:end][:80],
            )


def _note(result: Evaluation, kind: str, *values: Any) -> None:
    result.errors.setdefault(kind, []).append(values)


def fold(value: Any) -> str:
    """Return a string in which case, spacing, dashes and marks at the edges do not count."""
    text = unicodedata.normalize("NFC", str(value or "")).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[–—-]", "-", text)).strip(" .,;:\"'“”")


def overlap(a: Fact, b: Fact) -> int:
    """Return how many code points two spans share."""
    return max(0, int(min(a["end"], b["end"]) - max(a["start"], b["start"])))


def _iou(a: Fact, b: Fact) -> float:
    shared = overlap(a, b)
    return shared / (a["end"] - a["start"] + b["end"] - b["start"] - shared) if shared else 0.0


def _same_number(a: Any, b: Any) -> bool:
    if a in (None, "") and b in (None, ""):
        return True
    try:
        one, two = float(a), float(b)
    except (TypeError, ValueError):
        return False
    return abs(one - two) <= 1e-6 * max(1.0, abs(one), abs(two))


def _same_speaker(gold: Any, found: Any) -> bool:
    """Speakers agree when the names do, or one is the other's end (a title or form of address in front)."""
    one, two = fold(gold), fold(found)
    return bool(one) and bool(two) and (one == two or one.endswith(" " + two) or two.endswith(" " + one))


def _pair(gold: Sequence[Any], found: Sequence[Any], agree: Callable[[Any, Any], bool]) -> list[tuple[int, int]]:
    """Pair gold and found facts one to one, the greatest overlap first."""
    candidates = sorted(
        ((_iou(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if agree(a, b)),
        key=lambda c: (-c[0], c[1], c[2]),
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs
