"""Dates seen from the day of publication: the year that a date leaves out, and ``hôm qua``, ``năm ngoái``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from spacy.tokens import Doc

from trichtin.facts import Date

PAST = re.compile(r"\s*(?:vừa qua|vừa rồi|qua\b|năm ngoái|mới đây|đã)", re.IGNORECASE)
FUTURE = re.compile(r"\s*(?:tới|sắp tới|này tới|sẽ)", re.IGNORECASE)
LAST_YEAR = re.compile(r"\s*(?:năm ngoái|năm trước)", re.IGNORECASE)
NEXT_YEAR = re.compile(r"\s*(?:năm sau|năm tới|sang năm)", re.IGNORECASE)


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def resolve(iso: str, published: str | None, after: str = "") -> str | None:
    """Give a date its year.

    Args:
        iso: what the text says, such as ``--02-05`` or ``--06-15/--06-18``.
        published: the ISO date of the article.
        after: the text that follows: ``vừa qua`` and ``tới`` say which way to look.

    Returns:
        ISO with years; of the years around the publication the one that brings the date nearest to it.
        None when the text gives no year and the day of publication is not known.
    """
    if not iso.startswith("--"):
        return iso
    day = _day(published)
    if not day:
        return None
    parts = [part[2:] for part in iso.split("/")]
    best: tuple[int, int] | None = None
    for year in (day.year - 1, day.year, day.year + 1):
        month, _, number = parts[0].partition("-")
        try:
            candidate = datetime.date(year, int(month), int(number or 15))
        except ValueError:  # 29 February
            continue
        distance = (candidate - day).days
        if number == "" and year == day.year and int(month) == day.month:
            distance = 0
        if (LAST_YEAR.match(after) and year != day.year - 1) or (NEXT_YEAR.match(after) and year != day.year + 1):
            continue
        wrong = (distance > 0 and PAST.match(after)) or (distance < 0 and FUTURE.match(after))
        rank = abs(distance) + (1000 if wrong else 0)
        if best is None or rank < best[0]:
            best = (rank, year)
    if best is None:
        return None
    year = best[1]
    years = [year] + [year + (part < parts[0]) for part in parts[1:]]
    return "/".join(f"{y:04}-{part}" for y, part in zip(years, parts, strict=True))


def _shift_days(days: int) -> Callable[[datetime.date], str]:
    return lambda day: (day + datetime.timedelta(days=days)).isoformat()


def _shift_weeks(weeks: int) -> Callable[[datetime.date], str]:
    def week(day: datetime.date) -> str:
        monday = day + datetime.timedelta(days=7 * weeks - day.weekday())
        return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"

    return week


def _shift_months(months: int) -> Callable[[datetime.date], str]:
    def month(day: datetime.date) -> str:
        count = day.year * 12 + day.month - 1 + months
        return f"{count // 12:04}-{count % 12 + 1:02}"

    return month


def _shift_years(years: int) -> Callable[[datetime.date], str]:
    return lambda day: f"{day.year + years:04}"


_PART = r"(?:sáng|trưa|chiều|tối|đêm|hôm)\s+"
RELATIVE: tuple[tuple[re.Pattern[str], Callable[[datetime.date], str]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), shift)
    for pattern, shift in (
        (rf"(?:{_PART})?hôm\s+qua|(?:tối|đêm)\s+qua", _shift_days(-1)),
        (r"hôm\s+kia", _shift_days(-2)),
        (rf"{_PART}nay|hôm\s+nay|ngày\s+hôm\s+nay", _shift_days(0)),
        (r"(?:sáng|trưa|chiều|tối|ngày)\s+mai", _shift_days(1)),
        (r"ngày\s+kia", _shift_days(2)),
        (r"tuần\s+(?:trước|qua|vừa\s+qua)", _shift_weeks(-1)),
        (r"tuần\s+này", _shift_weeks(0)),
        (r"tuần\s+(?:sau|tới)", _shift_weeks(1)),
        (r"tháng\s+(?:trước|vừa\s+qua)", _shift_months(-1)),
        (r"tháng\s+này", _shift_months(0)),
        (r"tháng\s+(?:sau|tới)", _shift_months(1)),
        (r"năm\s+(?:ngoái|trước)", _shift_years(-1)),
        (r"năm\s+nay", _shift_years(0)),
        (r"năm\s+(?:sau|tới)|sang\s+năm", _shift_years(1)),
    )
)
NOT_A_PERIOD = re.compile(r"(?:\d|hai|ba|bốn|mấy|vài|những|các|nhiều)\s+$", re.IGNORECASE)


def find_relative_dates(doc: Doc, published: str | None) -> list[Date]:
    """Find ``hôm qua``, ``sáng nay``, ``tuần tới``, ``năm ngoái`` … and resolve them.

    They are no dates of the guideline, so they never stand in ``doc._.dates`` but in ``doc._.relative_dates``.

    Args:
        doc: the article.
        published: its ISO date; without one nothing can be resolved and the list is empty.

    Returns:
        The expressions in order; ``iso`` is empty, since the text names no date. A week is a span of days.
    """
    day = _day(published)
    if not day:
        return []
    text = doc.text
    found: list[Date] = []
    end = 0
    matches = [(m, shift) for pattern, shift in RELATIVE for m in pattern.finditer(text)]
    for match, shift in sorted(matches, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() < end or NOT_A_PERIOD.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        end = match.end()
        found.append(Date(match.start(), end, match.group(), "", shift(day)))
    return found
