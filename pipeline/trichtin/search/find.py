"""Search a database: the facts that a query and filters ask for, ordered, counted and ready to show.

A search costs about the same on a large database as on a small one: it looks at no more than a fixed number of facts
that match, the newest first, ranks these, and says when there are more (``Page.total_exact`` is False then).
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from trichtin.search.filters import Conditions, Filters, conditions
from trichtin.search.fold import words
from trichtin.search.query import Lexicon, Query, Term, parse
from trichtin.search.rank import CLOSELY, rank
from trichtin.search.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    import pandas as pd

Sort = Literal["relevance", "date", "value"]
RANKED = 1_000  # facts that are looked at for a page
COUNTED = 10_000  # facts that are counted for a total or for facets
MOST_LIMIT = 1_000
MOST_CHOICES = 60  # ways to leave some terms of a long query out
_EVERYTHING = '"=e1" OR "=e0"'
_TIME_LIMIT = 5.0  # seconds that a search may take
_TABLES = {
    "a": "JOIN articles a ON a.id = f.article_id",
    "g": "LEFT JOIN figures g ON g.id = f.id",
    "q": "LEFT JOIN quotes q ON q.id = f.id",
    "p": "LEFT JOIN people p ON p.id = f.id",
    "e": "LEFT JOIN entities e ON e.id = f.id",
    "t": "LEFT JOIN dates t ON t.id = f.id",
}


class FactsError(ValueError):
    """A database that cannot be searched; the message names it and says what to do."""


@dataclass(slots=True)
class Page:
    """One page of results.

    Attributes:
        total: how many facts match; when ``total_exact`` is False there are at least so many.
        facts: the facts of the page, each a dict: the columns of ``facts``, those of its kind, ``title``, ``source``,
            ``outlet``, ``url``, ``published`` of its article, and ``matches``: spans of what was searched for, code
            points into ``sentence``.
        terms: what was looked for, as understood.
        timed_out: the search took too long and was given up; narrow it.
        widened: why facts are shown that are not quite what was asked for: ``""``, ``"apart"`` (the words of a term
            stand apart), ``"unmarked"`` (other tone marks), ``"some"`` (not all words).
    """

    total: int = 0
    total_exact: bool = True
    facts: list[dict[str, Any]] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    widened: str = ""
    timed_out: bool = False


def open_db(path: str | Path) -> sqlite3.Connection:
    """Open a database for reading only.

    Args:
        path: what ``trichtin index`` made.

    Returns:
        A connection that cannot write; it may be used by several threads one after the other.

    Raises:
        FactsError: there is no such file, or it is no database of ours.
    """
    path = Path(path)
    if not path.is_file():
        raise FactsError(f"{path}: there is no such file; make it with 'trichtin index DATASET -o {path}'")
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        db.execute("PRAGMA query_only = ON")
        db.execute("PRAGMA cache_size = -65536")
        db.execute("PRAGMA mmap_size = 2147483648")
        meta = dict(db.execute("SELECT key, value FROM meta").fetchall())
    except sqlite3.Error as error:
        raise FactsError(f"{path}: is not a database of 'trichtin index' ({error})") from error
    if meta.get("schema") != str(SCHEMA_VERSION):
        raise FactsError(f"{path}: was made by another version of trichtin; make it again with 'trichtin index'")
    return db


def search(
    db: sqlite3.Connection,
    query: str = "",
    filters: Filters | None = None,
    *,
    sort: Sort = "relevance",
    limit: int = 20,
    offset: int = 0,
) -> Page:
    """Return the facts that match; nothing a person types raises.

    Args:
        db: a connection to a database of ``trichtin index``.
        query: words, ``"phrases"``, ``prefix*``, ``NOT word``, and comparisons such as ``giáo viên > 1000``.
        filters: what the facts must be.
        sort: ``relevance``, ``date`` (newest first) or ``value`` (largest first).
        limit: facts a page, at most 1000.
        offset: facts to pass over.
    """
    filters = filters or Filters()
    limit, offset = max(0, min(limit, MOST_LIMIT)), max(0, offset)
    with time_limit(db):
        try:
            return _search(db, parse(query, lexicon()), query, filters, sort, limit, offset)
        except sqlite3.OperationalError as error:
            if "interrupt" not in str(error):
                raise
            return Page(total_exact=False, timed_out=True)


def _search(
    db: sqlite3.Connection, asked: Query, text: str, filters: Filters, sort: Sort, limit: int, offset: int
) -> Page:
    made = conditions(db, filters, asked.comparisons)
    if not asked.terms and not asked.without and not made.tags and not made.sql and sort == "relevance":
        return _newest(db, limit, offset)
    found = find(db, asked, made, RANKED + 1)
    if not asked.terms and not asked.without and set(filters.active()) <= {"kind"}:
        found.match = ""  # the tables' own indexes are quicker than the words' where a kind is all that is asked for
    page = Page(len(found.rows), True, [], [_shown(term) for term in found.query.terms], found.widened)
    if len(found.rows) > RANKED:
        page.total = _count(db, found.match, made)
        page.total_exact = page.total < COUNTED
    if sort == "relevance":
        ids = rank(db, found.rows[:RANKED], found.strict, found.query, text, found.together)[offset : offset + limit]
        if offset + limit > RANKED:
            first = max(offset, RANKED)
            ids += _more(db, found.match, made, first, offset + limit - first)
    else:
        ids = _sorted(db, found.match, made, sort, limit, offset)
    page.facts = details(db, ids, found.query)
    return page


@dataclass(slots=True)
class Found:
    """Facts that match, newest first: their rows (columns ``NARROW``), which of them hold every term in their own
    sentence, the query as it was finally read, and what it is for the index."""

    rows: list[Sequence[Any]]
    strict: int
    query: Query
    match: str
    widened: str
    together: int = 0  # of the rows, those in front, whose sentence has all the words side by side


def _together(db: sqlite3.Connection, query: Query, made: Conditions) -> list[Any]:
    """Return facts in whose sentence the words of all terms stand side by side: "dạy thêm" before "dạy … thêm"."""
    if len(query.terms) < 2 or any(term.prefix or term.quoted for term in query.terms):
        return []
    whole = replace(query, terms=[Term(tuple(word for term in query.terms for word in term.words))])
    return _rows(db, match_of(whole, made, "words"), made, CLOSELY)


def find(db: sqlite3.Connection, asked: Query, made: Conditions, most: int) -> Found:
    """Return the facts that match; where there are none, those of ever wider readings of the query."""
    readings = [("", asked)]
    if any(len(term.words) > 1 and not term.quoted for term in asked.terms):
        readings.append(("apart", asked.loose()))
    if asked.exact:
        readings.append(("unmarked", asked.unmarked()))
        readings.append(("unmarked", asked.unmarked().loose()))
    for widened, query in readings:
        strict = match_of(query, made, "words")
        rows = _rows(db, strict, made, most)
        # The sentences of a few are read when they are ranked; of many, those with the words together are put in front.
        together = _together(db, query, made) if len(rows) > CLOSELY else []
        if together:
            held = {row[0] for row in together}
            rows = together + [row for row in rows if row[0] not in held]
        if not query.terms or len(rows) >= most:
            return Found(rows[:most], len(rows), query, strict, widened, len(together))
        broad = match_of(query, made, "any")
        held = {row[0] for row in rows}
        both = rows + [row for row in _rows(db, broad, made, most) if row[0] not in held]
        if both:
            return Found(both[:most], len(rows), query, broad, widened, len(together))
    for query in (asked, asked.unmarked()) if asked.exact else (asked,):
        for missing in range(1, len(query.terms) - 1):
            match = _most_of(query, made, missing)
            if rows := _rows(db, match, made, most):
                return Found(rows, 0, query, match, "some")
    if len(asked.terms) > 1:
        match = match_of(asked, made, "some")
        return Found(_rows(db, match, made, most), 0, asked, match, "some")
    return Found([], 0, asked, match_of(asked, made, "words"), "")


def match_of(query: Query, made: Conditions, where: Literal["words", "any", "some"]) -> str:
    """Return a query and the tags of its filters in the language of FTS5; ``""`` when they ask for nothing.

    Args:
        query: the query as read.
        made: the conditions of its filters.
        where: ``words``: every term in the sentence; ``any``: one in the sentence, the others at least in the title
            or the context; ``some``: one in the sentence, whatever the others.
    """
    terms = [term.fts(query.exact) for term in query.terms]
    parts = []
    if terms and where == "words":
        parts.append(f"{{words}} : ({' AND '.join(terms)})")
    elif terms:
        if where == "some" or len(terms) > 1:
            parts.append(f"{{words}} : ({' OR '.join(terms)})")
        if where == "any":
            parts.extend(terms)
    for choice in made.tags:
        quoted = [one if one.startswith('"') else f'"{one}"' for one in choice]
        parts.append(f"({' OR '.join(quoted)})")
    whole = " AND ".join(parts)
    if query.without:
        without = " OR ".join(term.fts(query.exact) for term in query.without)
        whole = f"({whole or _EVERYTHING}) NOT ({{words}} : ({without}))"
    return whole


def _most_of(query: Query, made: Conditions, missing: int) -> str:
    """Return the query for all terms but so many, in the sentence or its context."""
    terms = [term.fts(query.exact) for term in query.terms]
    choices = islice(combinations(terms, len(terms) - missing), MOST_CHOICES)
    some = " OR ".join(f"({' AND '.join(choice)})" for choice in choices)
    rest = match_of(replace(query, terms=[]), made, "words")
    return f"({some}) AND {rest}" if rest else f"({some})"


# What ranking looks at: columns of a row of Found.
NARROW = """f.id, f.kind, f.passage_id, f.article_id, f.sentence_end - f.sentence_start, f.score,
 coalesce(g."of", '') || ' ' || coalesce(g.unit, '') || ' ' || coalesce(q.speaker, '') || ' ' || f.text"""


def _rows(db: sqlite3.Connection, match: str, made: Conditions, most: int) -> list[Any]:
    sql, values = select(NARROW, match, made, "gq")
    order = "x.rowid DESC" if match else "f.id DESC"
    return db.execute(f"{sql} ORDER BY {order} LIMIT ?", [*values, most]).fetchall()


def _more(db: sqlite3.Connection, match: str, made: Conditions, offset: int, limit: int) -> list[int]:
    sql, values = select("f.id", match, made)
    order = "x.rowid DESC" if match else "f.id DESC"
    return [row[0] for row in db.execute(f"{sql} ORDER BY {order} LIMIT ? OFFSET ?", [*values, limit, offset])]


def _count(db: sqlite3.Connection, match: str, made: Conditions) -> int:
    sql, values = select("1", match, made)
    count: int = db.execute(f"SELECT count(*) FROM ({sql} LIMIT ?)", [*values, COUNTED]).fetchone()[0]
    return count


def _sorted(db: sqlite3.Connection, match: str, made: Conditions, sort: Sort, limit: int, offset: int) -> list[int]:
    if sort == "value":
        sql, values = select("f.id", match, made, "g")
        order = "g.value DESC, f.id"
        sql += " AND g.value IS NOT NULL"
        if not match and not made.sql:  # the largest of all figures: along the index of their values
            sql, values, order = "SELECT g.id FROM figures g WHERE g.value IS NOT NULL", [], "g.value DESC, g.id"
    else:
        sql, values = select("f.id", match, made)
        order = "f.published DESC, f.id"
    return [row[0] for row in db.execute(f"{sql} ORDER BY {order} LIMIT ? OFFSET ?", [*values, limit, offset])]


def select(columns: str, match: str, made: Conditions, tables: str = "") -> tuple[str, list[Any]]:
    """Return the statement that finds facts, and its values."""
    where = " AND ".join(made.sql)
    joins = " ".join(join for name, join in _TABLES.items() if name in tables or f"{name}." in where)
    values = list(made.values)
    if match:
        source = "facts_fts x CROSS JOIN facts f ON f.passage_id = x.rowid"
        where = f"facts_fts MATCH ? AND {where}" if where else "facts_fts MATCH ?"
        values.insert(0, match)
    else:
        source = "facts f"
    return f"SELECT {columns} FROM {source} {joins} WHERE {where or '1'}", values


def _newest(db: sqlite3.Connection, limit: int, offset: int) -> Page:
    counts = json.loads(db.execute("SELECT value FROM meta WHERE key = 'counts'").fetchone()[0])
    rows = db.execute("SELECT id FROM facts ORDER BY id DESC LIMIT ? OFFSET ?", [limit, offset])
    return Page(counts["facts"], True, details(db, [row[0] for row in rows], Query()))


_WIDE = """f.id, f.kind, f.article_id, f.start, f."end", f.text, f.sentence_start, f.sentence_end, s.sentence, f.score,
 f.province, f.province_2025, f.organization_id, f.person_id, f.published, f.passage_id,
 a.title, a.source, a.outlet, a.url, a.cluster_id, a.education,
 g.kind AS figure_kind, g.value, g.max, g.unit, g.modifier, g."of", g.per,
 q.kind AS quote_kind, q.speaker, q.speaker_id, q.cue,
 coalesce(q.role, p.role) AS role, coalesce(q.organization, p.organization) AS organization,
 p.name, p.titles, p.aliases, e.label, e.entity_id, t.iso, t.resolved"""
COLUMNS = """id kind article_id start end text sentence_start sentence_end sentence score province province_2025
 organization_id person_id published passage_id title source outlet url cluster_id education figure_kind value max unit
 modifier of per quote_kind speaker speaker_id cue role organization name titles aliases label entity_id iso resolved
 matches""".split()


def details(db: sqlite3.Connection, ids: Sequence[int], query: Query) -> list[dict[str, Any]]:
    """Return facts by their ids, in that order, as :attr:`Page.facts` holds them."""
    if not ids:
        return []
    rows = db.execute(
        f"SELECT {_WIDE} FROM facts f JOIN passages s ON s.id = f.passage_id {' '.join(_TABLES.values())} WHERE f.id IN ({', '.join('?' * len(ids))})",
        list(ids),
    )
    names = [column[0] for column in rows.description]
    facts = {row[0]: dict(zip(names, row, strict=True)) for row in rows}
    for fact in facts.values():
        for name in ("titles", "aliases"):
            fact[name] = json.loads(fact[name]) if fact[name] else []
        fact["matches"] = matches(fact["sentence"], query)
    return [facts[one] for one in ids if one in facts]


def matches(text: str, query: Query) -> list[tuple[int, int]]:
    """Return where the terms of a query stand in a text: spans in code points, in order, none inside another."""
    found = words(text)
    spans: list[tuple[int, int]] = []
    for term in query.terms:
        for k in range(len(found)):
            if term.found_at(found, k, query.exact):
                spans.append((found[k].start, found[k + len(term.words) - 1].end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the words of several syllables, read once a process."""
    from trichtin.search.places import province_names

    return Lexicon(province_names())


def _shown(term: Term) -> str:
    return " ".join(word.exact for word in term.words) + ("*" if term.prefix else "")


@contextmanager
def time_limit(db: sqlite3.Connection) -> Iterator[None]:
    """Interrupt what takes longer than a person waits."""
    until = time.monotonic() + _TIME_LIMIT
    db.set_progress_handler(lambda: int(time.monotonic() > until), 20_000)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)


def to_frame(page: Page) -> pd.DataFrame:
    """Return the facts of a page as a table, a row a fact, the same columns whatever was found."""
    import pandas as pd

    return pd.DataFrame(page.facts, columns=COLUMNS)
