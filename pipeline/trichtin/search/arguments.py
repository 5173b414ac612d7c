"""Arguments of ``trichtin search``; imports nothing heavy, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
from typing import Any

from trichtin.facts import ENTITY_LABELS, MODIFIERS

_KINDS = ("quote", "figure", "person", "document", "entity", "date")
_DESCRIPTION = """Find facts: words as written ("học phí") or without tone marks ("hoc phi"), "phrases", prefix*, NOT word, and
comparisons such as "giáo viên > 1000"."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``trichtin search`` to its parser."""
    parser.description = _DESCRIPTION
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", help="what to look for; nothing: all that the filters leave"
    )
    parser.add_argument("--db", default="facts.db", metavar="DB", help="what 'trichtin index' made (default: facts.db)")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table")
    parser.add_argument("--sort", choices=("relevance", "date", "value"), default="relevance")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="facts at most (default: 20)")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="facts to pass over")
    parser.add_argument("--facets", action="store_true", help="also print how many there are of each kind, province …")
    group = parser.add_argument_group("filters")
    group.add_argument("--kind", choices=_KINDS)
    group.add_argument("--speaker", metavar="NAME", help="who says it: name, part of it, or id (per:…)")
    group.add_argument("--organization", metavar="NAME", help="name, part of it, or id (org:…)")
    group.add_argument("--role", metavar="WORDS", help="role of the speaker or person, such as 'hiệu trưởng'")
    group.add_argument("--province", metavar="NAME")
    group.add_argument(
        "--province-map", choices=("63", "34"), default="63", help="before July 2025 (63) or today's (34)"
    )
    group.add_argument("--unit", metavar="UNIT", help="unit of a figure: VND, %%, học sinh …")
    group.add_argument("--min-value", type=float, metavar="X")
    group.add_argument("--max-value", type=float, metavar="X")
    group.add_argument("--modifier", choices=MODIFIERS)
    group.add_argument("--date-from", metavar="DATE", help="the sentence mentions a date from then on (YYYY[-MM[-DD]])")
    group.add_argument("--date-to", metavar="DATE")
    group.add_argument("--published-from", metavar="DATE")
    group.add_argument("--published-to", metavar="DATE")
    group.add_argument("--source", metavar="OUTLET")
    group.add_argument("--education", action="store_true", default=None, help="only articles about education")
    group.add_argument("--min-score", type=float, metavar="X")
    group.add_argument("--article-id", metavar="ID")
    group.add_argument("--person-id", metavar="ID")
    group.add_argument("--label", choices=ENTITY_LABELS)


def filters_of(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the fields of :class:`trichtin.search.Filters` that arguments ask for."""
    from dataclasses import fields

    from trichtin.search.filters import Filters

    return {one.name: getattr(arguments, one.name) for one in fields(Filters)}
