"""brat's standoff: a text and its annotation file an article, to correct by hand, and back into gold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

KINDS = ("entities", "figures", "dates", "quotes")
# What an annotator sees and may change beside the span, as JSON in a note.
VALUES = {
    "entities": (),
    "figures": ("value", "max", "unit", "modifier", "of"),
    "dates": ("iso",),
    "quotes": ("speaker", "cue"),
}
CONF = """[entities]
PER
ORG
LOC
DOC
PROG
{labels}
[relations]
[events]
[attributes]
"""
LABELS = {
    "figures": ("count", "money", "percent", "score", "duration", "age", "measure", "ratio"),
    "dates": ("date",),
    "quotes": ("direct", "indirect", "mixed"),
}
_TEXT_BOUND = re.compile(r"T\d+\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")


def write(articles: Iterable[dict[str, Any]], output: Path) -> int:
    """Write a folder for brat: ``N.txt``, ``N.ann`` and ``annotation.conf``; returns how many articles it holds.

    A figure's value, a date's ISO form, a quote's speaker and verb stand in notes (``AnnotatorNotes``) as JSON, the people of an
    article in a note on its first entity. ``ids.json`` tells which number is which article.
    """
    output.mkdir(parents=True, exist_ok=True)
    labels = "\n".join(f"{kind[:-1]}_{label}" for kind, known in LABELS.items() for label in known)
    (output / "annotation.conf").write_text(CONF.format(labels=labels), encoding="utf-8")
    ids = {}
    for number, article in enumerate(articles):
        name = f"{number:05d}"
        ids[name] = {"id": article["id"], "education": article["education"]}
        (output / f"{name}.txt").write_text(article["text"] or "", encoding="utf-8", newline="")
        (output / f"{name}.ann").write_text(_annotation(article), encoding="utf-8", newline="")
    (output / "ids.json").write_text(json.dumps(ids, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(ids)


def _annotation(article: dict[str, Any]) -> str:
    text = article["text"] or ""
    lines: list[str] = []
    notes: list[tuple[str, dict[str, Any]]] = []
    for kind in KINDS:
        for fact in article[kind]:
            mark = f"T{len(lines) + 1}"
            label = fact["label"] if kind == "entities" else f"{kind[:-1]}_{fact.get('kind') or 'date'}"
            shown = " ".join(text[fact["start"] : fact["end"]].split("\n"))
            lines.append(f"{mark}\t{label} {_fragments(text, fact['start'], fact['end'])}\t{shown}")
            if values := {key: fact[key] for key in VALUES[kind] if fact[key] is not None}:
                notes.append((mark, values))
    if article["people"] and lines:
        fields = ("name", "titles", "role", "organization")
        notes.append(("T1", {"people": [{key: person[key] for key in fields} for person in article["people"]]}))
    lines += [
        f"#{number}\tAnnotatorNotes {mark}\t{json.dumps(values, ensure_ascii=False)}"
        for number, (mark, values) in enumerate(notes, 1)
    ]
    return "".join(line + "\n" for line in lines)


def _fragments(text: str, start: int, end: int) -> str:
    """Return a span as brat takes it: in parts that no line's end parts."""
    parts = []
    for part in text[start:end].split("\n"):
        if part:
            parts.append(f"{start} {start + len(part)}")
        start += len(part) + 1
    return ";".join(parts)


def read(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a corrected folder as gold (the form that ``trichtin evaluate`` and ``trichtin train`` read).

    Raises:
        ValueError: a file is not what brat writes; the message names it.
    """
    try:
        ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{folder}: holds no ids.json ({error}). Give the folder that --format brat wrote") from error
    for name, known in sorted(ids.items()):
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        gold: dict[str, Any] = {"id": known["id"], "text": text, **{kind: [] for kind in KINDS}, "people": []}
        by_mark: dict[str, dict[str, Any]] = {}
        notes = []
        for number, line in enumerate((folder / f"{name}.ann").read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("T"):
                match = _TEXT_BOUND.match(line)
                if not match:
                    raise ValueError(f"{folder / name}.ann:{number}: is no text-bound annotation: {line[:60]!r}")
                offsets = [int(offset) for offset in re.split(r"[ ;]", match[2])]
                fact: dict[str, Any] = {"start": min(offsets), "end": max(offsets)}
                kind, _, label = match[1].partition("_")
                if label:
                    gold[f"{kind}s"].append(fact)
                    if kind != "date":
                        fact["kind"] = label
                else:
                    gold["entities"].append(fact | {"label": kind})
                by_mark[line.split("\t")[0]] = fact
            elif line.startswith("#"):
                notes.append((number, line.split("\t")))
        for number, parts in notes:
            mark = parts[1].split(" ")[-1]
            try:
                values = json.loads(parts[2])
            except (ValueError, IndexError) as error:
                raise ValueError(f"{folder / name}.ann:{number}: the note is no JSON ({error})") from error
            gold["people"] += values.pop("people", [])
            by_mark.get(mark, {}).update(values)
        for kind in KINDS:
            gold[kind].sort(key=lambda fact: (fact["start"], fact["end"]))
            for fact in gold[kind]:
                for key in VALUES[kind]:
                    fact.setdefault(key, None)
        yield gold | {"education": known["education"]}
