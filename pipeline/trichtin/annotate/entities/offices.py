"""Names of offices: heads that name no office, offices of education that were missed, known bodies in full."""

from __future__ import annotations

import re

from trichtin.annotate.entities.known_bodies import find_bodies
from trichtin.annotate.entities.plurals import behind_plural
from trichtin.annotate.entities.spans import Mention, free, holding, over, touching

BARE_HEAD = re.compile(r"bộ|sở|phòng|vụ|cục|ban|ban giám hiệu|trường|khoa|viện", re.IGNORECASE)
BARE_OFFICE = re.compile(
    r"(?:sở|phòng|vụ|ubnd|trường)\s(?:gd\s?[&-]\s?đt|gdđt|giáo dục(?: (?:và|&) đào tạo)?|thpt|thcs|đh|cđ)$",
    re.IGNORECASE,
)
OFFICE = re.compile(r"(?<!\w)(?:Thanh tra|Văn phòng)[^\S\n]$", re.IGNORECASE)  # of a ministry
TEAM = re.compile(r"(?<!\w)(?:đội tuyển )?U\d\d [A-ZĐ]\w+(?: [A-ZĐ]\w+)?(?!\w)")
# The offices of education that every province and district has.
OFFICE_OF_EDUCATION = re.compile(
    r"(?<!\w)(?:Sở|Phòng)\s(?:GD\s?[&-]\s?ĐT|GDĐT|Giáo dục(?:\s?(?:và|&|-|–)\s?Đào tạo)?)(?!\w)(?! và )"
)


def no_bare_office(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop a head without a name, and an office of no place behind a word of the plural ("các Sở GD&ĐT")."""
    bare = label == "ORG" and (
        BARE_HEAD.fullmatch(text, start, end)
        or (BARE_OFFICE.fullmatch(text, start, end) and behind_plural(text, start))
    )
    return None if bare else (start, end, label)


def whole_bodies(text: str, found: list[Mention]) -> list[Mention]:
    """Give known bodies their whole name; a mention that holds more than that stays."""
    bodies: list[Mention] = []
    for start, end in find_bodies(text):
        if office := OFFICE.search(text, max(start - 12, 0), start):
            start = office.start()
        around = touching(found, start, end)
        inside = (
            len(around) == 1
            and around[0][0] <= start
            and around[0][1] >= end
            and around[0][2] in ("ORG", "PROG", "DOC")
        )
        if not inside:
            last = max((m[1] for m in around if m[2] == "ORG"), default=end)
            bodies.append((start, last if last > end and around[-1][0] <= start else end, "ORG"))
    return over(found, bodies)


def with_teams(text: str, found: list[Mention]) -> list[Mention]:
    """Tag national youth teams, whatever each part was taken for ("đội tuyển U22 Việt Nam"), but not within a longer name."""
    teams = [(m.start(), m.end(), "ORG") for m in TEAM.finditer(text)]
    return over(found, holding(found, teams))


def with_offices(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the offices of education that were missed, where they are not spoken of in the plural."""
    offices = [
        (m.start(), m.end(), "ORG") for m in OFFICE_OF_EDUCATION.finditer(text) if not behind_plural(text, m.start())
    ]
    return over(found, free(found, offices))
