"""Admission tables that a page has flattened into one line: major, code, quota or mark, combinations of subjects.

A row reads ``3 Kế toán 52340301 90 A00: Toán + Vật lý …``, or with the code before the name. The
codes of the national list of majors (six to eight digits, of letters before or behind) mark the rows; up to 2017
they were a letter for the level and six digits (``D220201``).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from trichtin.annotate.numbers import CAPITALS, NUMERAL, parse_digits

CODE = re.compile(r"(?<![\w.,])(?:[A-Z]{0,4}[5-8]\d{5,7}|[CD][1-8]\d{5})(?:[_-]?[A-Z]{1,8}\d{0,2})?(?![\w]|[.,]\d)")
HEADER = re.compile(
    r"(?P<quota>chỉ tiêu|\bSL\b|số lượng tuyển)|(?P<mark>điểm (?:chuẩn|trúng tuyển|sàn|xét|TT)|mức điểm)", re.IGNORECASE
)
_COMBINATIONS = re.compile(r"(?:[\s,;]{1,3}[A-D]\d\d){1,20}\s*\Z")
FEWEST_ROWS = 3
WIDEST_ROW = 900
LONGEST_NAME = 160
LARGEST_QUOTA = 5000
LARGEST_MARK = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A quota (``kind`` count) or an admission mark (``kind`` score) of a table, and the major it is of."""

    start: int
    end: int
    value: float
    kind: str
    of: str | None


def read_tables(text: str) -> tuple[list[Cell], list[tuple[int, int]]]:
    """Find the flattened admission tables of a text.

    Returns:
        The cells with offsets, and the stretches of text that the tables cover, in which no other bare number
        (ordinal, code) is a figure.
    """
    cells: list[Cell] = []
    regions: list[tuple[int, int]] = []
    rows: list[re.Match[str]] = []
    for code in CODE.finditer(text):
        if rows and code.start() - rows[-1].end() > WIDEST_ROW:
            _read_rows(text, rows, cells, regions)
            rows = []
        rows.append(code)
    _read_rows(text, rows, cells, regions)
    return cells, regions


def _read_rows(text: str, rows: list[re.Match[str]], cells: list[Cell], regions: list[tuple[int, int]]) -> None:
    if len(rows) < FEWEST_ROWS:
        return
    heads = list(HEADER.finditer(text, max(0, rows[0].start() - 400), rows[0].start()))
    marks, quotas = any(h["mark"] for h in heads), any(h["quota"] for h in heads)
    tail = re.compile(rf"\n|[.;] (?=[{CAPITALS}])").search(text, rows[-1].end(), rows[-1].end() + 200)
    end_of_table = tail.start() if tail else min(len(text), rows[-1].end() + 200)
    ordinal = _ordinal_before(text, rows[0].start(), 1)
    counting = _counting(text, rows)
    covered = ordinal.start() if ordinal else rows[0].start()
    after = rows[0].end()
    for at, code in enumerate(rows):
        last = at + 1 == len(rows)
        stop = end_of_table if last else rows[at + 1].start()
        numbers = [m for m in NUMERAL.finditer(text, code.end(), stop) if m["digits"] and not _in_date(text, m)]
        next_ordinal = None
        if ordinal and not last:
            wanted = int(ordinal["digits"]) + 1
            next_ordinal = next((m for m in reversed(numbers) if m["digits"] in (str(wanted), f"{wanted:02}")), None)
        # The columns beside the code come first; a row with the name behind its code has them behind the name.
        columns = [
            m for m in numbers if m is not next_ordinal and (not next_ordinal or m.end() <= next_ordinal.start())
        ]
        columns = [m for m in columns if m.start() not in counting]
        name = _name(text, ordinal.end() if ordinal else after, code.start())
        if not name and columns:
            name = _name(text, code.end(), columns[0].start())
        taken, after = False, code.end()
        for m in columns[:3]:
            cell = _cell(m, marks, quotas, name)
            if cell and (not taken or cell.kind != cells[-1].kind):
                cells.append(cell)
                taken = True
                after = m.end()
            elif not taken:
                break
        ordinal = next_ordinal
    regions.append((covered, max(after, rows[-1].end())))


def _counting(text: str, rows: list[re.Match[str]]) -> set[int]:
    """Return where the last numbers before the codes stand that count the rows (1, 2, 3 …), none of them a quota."""
    before = [_last_number(text, row.end(), following.start()) for row, following in itertools.pairwise(rows)]
    found: set[int] = set()
    for one, two in itertools.pairwise(before):
        if one is None or two is None or not (one["digits"].isdigit() and two["digits"].isdigit()):
            continue
        if len(one["digits"]) <= 2 and int(two["digits"]) == int(one["digits"]) + 1:
            found |= {one.start(), two.start()}
    return found


def _last_number(text: str, start: int, end: int) -> re.Match[str] | None:
    numbers = [m for m in NUMERAL.finditer(text, start, end) if m["digits"]]
    return numbers[-1] if numbers else None


def _in_date(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 1] == "/" or text[match.start() - 1 : match.start()] == "/"


def _ordinal_before(text: str, end: int, wanted: int) -> re.Match[str] | None:
    found = [m for m in NUMERAL.finditer(text, max(0, end - 150), end) if m["digits"] in (str(wanted), f"{wanted:02}")]
    return found[-1] if found else None


def _name(text: str, start: int, end: int) -> str | None:
    if end - start > LONGEST_NAME:
        return None
    name = _COMBINATIONS.sub("", text[start:end]).strip(" \t\n.,:;-–|")
    return name if len(name) > 2 and not re.search(r"\d{4}", name) else None


def _cell(match: re.Match[str], marks: bool, quotas: bool, name: str | None) -> Cell | None:
    raw = match["digits"]
    value = parse_digits(raw, decimal=not re.fullmatch(r"\d\.\d{3}", raw) or marks)
    if value is None or raw.startswith("0"):
        return None
    whole = value == int(value) and "," not in raw
    if marks and 5 <= value <= LARGEST_MARK and (not whole or not quotas):
        return Cell(match.start(), match.end(), value, "score", name)
    if whole and (quotas or not marks) and 0 < value <= LARGEST_QUOTA and (quotas or value >= 10):
        return Cell(match.start(), match.end(), value, "count", name)
    if not whole and not quotas and 9 <= value <= LARGEST_MARK:
        return Cell(match.start(), match.end(), value, "score", name)
    return None
