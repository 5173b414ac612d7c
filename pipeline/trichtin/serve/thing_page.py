"""The pages of a person and of an organisation."""

from __future__ import annotations

from collections import Counter
from typing import Any

from trichtin.search.find import details
from trichtin.search.query import Query
from trichtin.serve.cards import article_link, card, thing_link
from trichtin.serve.charts import month_bars
from trichtin.serve.language import Language

QUOTES = 50
FIGURES = 30
ROLES = 60
OTHERS = 20
ARTICLES = 2_000  # newest articles that are looked at for who appears with whom


async def person(datasette: Any, request: Any, language: Language) -> dict[str, Any]:
    """Return what a person's page shows; raises LookupError for one that nobody names."""
    return await _context(datasette, request, language, "person")


async def organization(datasette: Any, request: Any, language: Language) -> dict[str, Any]:
    """Return what an organisation's page shows; raises LookupError for one that nobody names."""
    return await _context(datasette, request, language, "organization")


async def _context(datasette: Any, request: Any, language: Language, page: str) -> dict[str, Any]:
    key = request.args.get("id") or ""
    column = "person_id" if page == "person" else "organization_id"

    def read(db: Any) -> dict[str, Any]:
        thing = db.execute(
            "SELECT name, label, province, mentions, articles FROM things WHERE id = ?", [key]
        ).fetchone()
        known = (
            thing
            or db.execute(
                f"SELECT coalesce(q.speaker, p.name, f.text) FROM facts f LEFT JOIN quotes q ON q.id = f.id"
                f" LEFT JOIN people p ON p.id = f.id WHERE f.{column} = ? LIMIT 1",
                [key],
            ).fetchone()
        )
        if known is None:
            raise LookupError(language("not found"))
        speaker = "q.speaker_id" if page == "person" else "q.organization_id"
        quotes = _ids(
            db,
            f"SELECT q.id FROM quotes q JOIN facts f ON f.id = q.id WHERE f.{column} = ? AND {speaker} = ?"
            " ORDER BY f.published DESC, f.id DESC LIMIT ?",
            [key, key, QUOTES],
        )
        figures = _ids(
            db,
            f"SELECT DISTINCT g.id FROM facts f JOIN facts x ON x.passage_id = f.passage_id AND x.kind = 'figure'"
            f" JOIN figures g ON g.id = x.id WHERE f.{column} = ? ORDER BY x.published DESC, g.id DESC LIMIT ?",
            [key, FIGURES],
        )
        roles = db.execute(
            "SELECT p.role, p.organization, p.organization_id, p.name, p.person_id, a.published, a.id, a.title, p.id"
            f" FROM people p JOIN articles a ON a.id = p.article_id WHERE p.{column} = ?"
            " ORDER BY a.published DESC, p.id DESC LIMIT ?",
            [key, ROLES],
        ).fetchall()
        months = db.execute(
            f"SELECT substr(published, 1, 7), count(*) FROM facts WHERE {column} = ? AND kind = 'entity'"
            " AND length(published) >= 7 GROUP BY 1 ORDER BY 1",
            [key],
        ).fetchall()
        return {
            "name": known[0],
            "province": thing[2] if thing else None,
            "mentions": thing[3] if thing else 0,
            "articles": thing[4] if thing else 0,
            "quotes": [card(fact, language) for fact in details(db, quotes, Query())],
            "figures": [card(fact, language) for fact in details(db, figures, Query())],
            "roles": _roles(roles, language),
            "chart": month_bars([tuple(row) for row in months], language),
            "others": _others(db, key, column),
        }

    found = await datasette.facts.execute_fn(read)
    return found | {"page": page}


def _ids(db: Any, sql: str, values: list[Any]) -> list[int]:
    return [row[0] for row in db.execute(sql, values).fetchall()]


def _roles(rows: list[Any], language: Language) -> list[dict[str, Any]]:
    """Return the roles, each once with the time it was first and last given."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for role, organization, organization_id, name, person_id, published, article, title, fact in rows:
        entry = found.setdefault(
            (role.lower(), organization_id or organization, person_id),
            {
                "role": role,
                "organization": organization,
                "at": thing_link("organization", organization_id),
                "name": name,
                "person": thing_link("person", person_id),
                "article": title or article,
                "link": article_link(article, fact),
                "days": [],
            },
        )
        if published:
            entry["days"].append(published)
    for entry in found.values():
        days = sorted(entry.pop("days"))
        ends = [language.day(day) for day in dict.fromkeys((days[0], days[-1]))] if days else [language("no date")]
        entry["when"] = " – ".join(ends)
    return list(found.values())


def _others(db: Any, key: str, column: str) -> list[tuple[str, str, int]]:
    """Return who and what is named in the same articles most often: name, link, articles."""
    articles = f"SELECT DISTINCT article_id FROM facts WHERE {column} = ? ORDER BY id DESC LIMIT {ARTICLES}"
    counts: Counter[str] = Counter()
    for other, times in db.execute(
        "SELECT coalesce(f.person_id, f.organization_id), count(DISTINCT f.article_id) FROM facts f"
        f" WHERE f.article_id IN ({articles}) AND f.kind = 'entity' AND coalesce(f.person_id, f.organization_id) <> ?"
        " GROUP BY 1 ORDER BY 2 DESC LIMIT ?",
        [key, key, OTHERS],
    ):
        counts[other] = times
    marks = ", ".join("?" * len(counts))
    names = dict(tuple(row) for row in db.execute(f"SELECT id, name FROM things WHERE id IN ({marks})", list(counts)))
    return [
        (names.get(other, other), thing_link("person" if other.startswith("per:") else "organization", other), times)
        for other, times in counts.most_common()
    ]
