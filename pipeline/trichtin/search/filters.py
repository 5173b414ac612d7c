"""What a search is narrowed by, as tags of the full-text index and as conditions on a fact's row."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from trichtin.search.fold import forms, words
from trichtin.search.query import Comparison, Term
from trichtin.search.tags import magnitudes, tag

_MOST_THINGS = 200  # people or organisations that a name may stand for


@dataclass(frozen=True, slots=True)
class Filters:
    """What a fact must be; a field that is None asks for nothing.

    Attributes:
        kind: ``figure``, ``quote``, ``person``, ``entity``, ``document`` or ``date``.
        speaker: who says it, by id (``per:…``) or by name or part of it; for a figure, whose quote holds it.
        organization: the organisation, by id (``org:…``) or by name or part of it.
        role: words of the role of the speaker or person.
        province: a province, with or without tone marks.
        province_map: which map ``province`` is of: ``63`` (before July 2025) or ``34`` (today's).
        unit: the unit of a figure (``VND``, ``%``, ``học sinh``).
        min_value: figures of at least this; the upper end of a range counts.
        max_value: figures of at most this; the lower end of a range counts.
        modifier: ``approx``, ``gt``, ``lt``, ``ge`` or ``le``.
        date_from: ISO date, in whole or part; the fact's sentence mentions a date not before it.
        date_to: likewise, not after it.
        published_from: ISO date, in whole or part: articles published on it or later.
        published_to: likewise, on it or earlier.
        source: the outlet (``example.vn``) or the exact source of an article.
        education: True: only articles about education.
        min_score: figures and quotes with at least this score; other kinds have none and pass.
        article_id: facts of one article.
        person_id: facts of one person, by id.
        label: the label of an entity: ``PER``, ``ORG``, ``LOC``, ``DOC`` or ``PROG``.
    """

    kind: str | None = None
    speaker: str | None = None
    organization: str | None = None
    role: str | None = None
    province: str | None = None
    province_map: Literal["63", "34"] = "63"
    unit: str | None = None
    min_value: float | None = None
    max_value: float | None = None
    modifier: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    source: str | None = None
    education: bool | None = None
    min_score: float | None = None
    article_id: str | None = None
    person_id: str | None = None
    label: str | None = None

    def active(self) -> dict[str, Any]:
        """Return the fields that ask for something."""
        found = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "province_map"}
        return {name: value for name, value in found.items() if value not in (None, "")}


@dataclass(slots=True)
class Conditions:
    """A search's conditions: ``tags`` for the index (all must hold; each a choice), SQL for the rows."""

    tags: list[list[str]] = field(default_factory=list)
    sql: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, sql: str, *values: Any) -> None:
        """Add a condition on a row of facts ``f`` and its figure ``g``, quote ``q``, person ``p``, article ``a``."""
        self.sql.append(sql)
        self.values.extend(values)


def conditions(db: sqlite3.Connection, filters: Filters, comparisons: Sequence[Comparison] = ()) -> Conditions:
    """Return what filters and the comparisons of a query ask for."""
    made = Conditions()
    if filters.kind:
        made.tags.append([tag("k", filters.kind)])
        made.add("f.kind = ?", filters.kind)
    if filters.speaker:
        _speaker(db, made, filters.speaker)
    if filters.person_id:
        made.tags.append([tag("i", filters.person_id)])
        made.add("f.person_id = ?", filters.person_id)
    if filters.organization:
        names = _things(db, "org", filters.organization)
        made.tags.append([tag("o", name) for name in names] or ["=none"])
        made.add(f"f.organization_id IN ({_marks(names)})", *names)
    if filters.role:
        roles = _roles(db, filters.role)
        made.tags.append([Term(tuple(words(filters.role))).fts(False)] if roles else ["=none"])
        made.add(f"(q.role IN ({_marks(roles)}) OR p.role IN ({_marks(roles)}))", *roles, *roles)
    if filters.province:
        column, letter = ("province_2025", "q") if filters.province_map == "34" else ("province", "p")
        names = _provinces(db, filters.province, column)
        made.tags.append([tag(letter, name) for name in names] or ["=none"])
        made.add(f"f.{column} IN ({_marks(names)})", *names)
    _figures(made, filters, comparisons)
    _dates(made, filters)
    if filters.source:
        made.add("(a.outlet = ? OR a.source = ?)", filters.source, filters.source)
    if filters.education:
        made.tags.append(["=e1"])
        made.add("a.education = 1")
    if filters.min_score is not None:
        made.add("coalesce(f.score, 1) >= ?", filters.min_score)
    if filters.article_id:
        made.add("f.article_id = ?", filters.article_id)
    if filters.label:
        made.tags.append([tag("l", filters.label)])
        made.add("e.label = ?", filters.label.upper())
    return made


def _figures(made: Conditions, filters: Filters, comparisons: Sequence[Comparison]) -> None:
    if filters.unit:
        made.tags.append([tag("u", filters.unit)])
        made.add("lower(g.unit) = lower(?)", filters.unit)
    if filters.modifier:
        made.tags.append([tag("m", filters.modifier)])
        made.add("g.modifier = ?", filters.modifier)
    wanted = list(comparisons)
    if filters.min_value is not None:
        wanted.append(Comparison(">=", float(filters.min_value)))
    if filters.max_value is not None:
        wanted.append(Comparison("<=", float(filters.max_value)))
    for one in wanted:
        low = one.value if one.sign.startswith(">") else None
        high = one.value if one.sign.startswith("<") else None
        tags = magnitudes(low, high)
        made.tags.append(tags or ["=kfigure"])
        # "more than 1,000" is more than 1,000, and "less than" is less.
        column, said = ("coalesce(g.max, g.value)", "gt") if low is not None else ("g.value", "lt")
        made.add(f"{column} {one.sign} ?" if "=" in one.sign else
                 f"({column} {one.sign} ? OR ({column} = ? AND g.modifier = '{said}'))",
                 *([one.value] if "=" in one.sign else [one.value, one.value]))  # fmt: skip
        if one.unit:
            made.tags.append([tag("u", one.unit)])
            made.add("g.unit = ?", one.unit)


def _dates(made: Conditions, filters: Filters) -> None:
    if filters.published_from:
        made.add("f.published >= ?", filters.published_from)
    if filters.published_to:
        made.add("substr(f.published, 1, ?) <= ?", len(filters.published_to), filters.published_to)
    years = [(text or "")[:4] for text in (filters.published_from, filters.published_to)]
    made.tags.extend(_years("=y", *years))
    if filters.date_from or filters.date_to:
        iso = "coalesce(d.resolved, d.iso)"
        first = f"CASE WHEN instr({iso}, '/') THEN substr({iso}, 1, instr({iso}, '/') - 1) ELSE {iso} END"
        last = f"CASE WHEN instr({iso}, '/') THEN substr({iso}, instr({iso}, '/') + 1) ELSE {iso} END"
        parts = [f"{iso} NOT LIKE '-%'"]
        values: list[Any] = []
        if filters.date_from:
            parts.append(f"({last}) >= substr(?, 1, length({last}))")
            values.append(filters.date_from)
        if filters.date_to:
            parts.append(f"substr({first}, 1, ?) <= ?")
            values += [len(filters.date_to), filters.date_to]
        made.add(
            "EXISTS (SELECT 1 FROM facts m JOIN dates d ON d.id = m.id"
            f" WHERE m.passage_id = f.passage_id AND m.kind = 'date' AND {' AND '.join(parts)})",
            *values,
        )
        made.tags.append(["=kdate"])
        made.tags.extend(_years("=d", (filters.date_from or "")[:4], (filters.date_to or "")[:4]))


def _years(prefix: str, first: str, last: str) -> list[list[str]]:
    """Return the tags of the years between two, when there are both and they are not too many."""
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{4}", last) and 0 <= int(last) - int(first) < 60:
        return [[f"{prefix}{year}" for year in range(int(first), int(last) + 1)]]
    return []


def _speaker(db: sqlite3.Connection, made: Conditions, speaker: str) -> None:
    people = _things(db, "per", speaker)
    found = words(speaker)
    tags = [tag("i", person) for person in people]
    if found:  # speakers without a name ("một phụ huynh") have no id
        tags.append(Term(tuple(found)).fts(False))
    made.tags.append(tags or ["=none"])
    made.add(f"(f.person_id IN ({_marks(people)}) OR lower(q.speaker) = lower(?))", *people, speaker)


def _things(db: sqlite3.Connection, label: str, wanted: str) -> list[str]:
    """Return the ids that an id or a name stands for: those of that very name, else those that hold its words."""
    if wanted.startswith(label + ":"):
        return [wanted]
    folded = " ".join(forms(wanted)[1])
    if not folded:
        return []
    same = db.execute("SELECT id FROM things WHERE folded = ? AND label = ?", [folded, label.upper()]).fetchall()
    if not same:
        same = db.execute(
            "SELECT id FROM things WHERE label = ? AND instr(' ' || folded || ' ', ?) ORDER BY mentions DESC LIMIT ?",
            [label.upper(), f" {folded} ", _MOST_THINGS],
        ).fetchall()
    return [row[0] for row in same]


def _roles(db: sqlite3.Connection, wanted: str) -> list[str]:
    folded = " ".join(forms(wanted)[1])
    if not folded:
        return []
    rows = db.execute(
        "SELECT role FROM roles WHERE instr(' ' || folded || ' ', ?) ORDER BY people DESC LIMIT ?",
        [f" {folded} ", _MOST_THINGS],
    )
    return [row[0] for row in rows]


def _provinces(db: sqlite3.Connection, wanted: str, column: str) -> list[str]:
    folded = " ".join(forms(wanted)[1])
    for head in ("tinh ", "thanh pho "):
        folded = folded.removeprefix(head)
    rows = db.execute("SELECT name, folded FROM provinces WHERE map = ?", ["34" if column == "province_2025" else "63"])
    return [row[0] for row in rows if row[1] == folded]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
