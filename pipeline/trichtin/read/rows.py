"""Rows of JSON Lines, CSV and Parquet to pages: streamed, and a bad row costs that row only."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any

from trichtin.read.decode import EMPTY, find_encoding, read_text
from trichtin.read.html import read_html
from trichtin.read.metadata import iso_date
from trichtin.read.page import Page, ReadError, normalise

ReadLine = Callable[[int], bytes]
COLUMNS = ("id", "text", "html", "url", "title", "lead", "body", "published", "author")
LARGEST_PAGE = 200 * 2**20  # bytes of one page
HEAD = 2**16  # bytes by which the encoding of a table is judged


def read_jsonl(readline: ReadLine, source: str, name: str) -> Iterator[Page | ReadError]:
    """Read a page a line; ids of rows without one are ``name#line``.

    Args:
        readline: gives the next line, of so many bytes at most; none at the end.
        source: the file's name, for errors and the pages' source.
        name: the file's id.
    """
    empty = True
    for number, line in _lines(readline):
        place = f"{source}:{number}"
        if line is None:
            yield ReadError(place, f"is larger than {LARGEST_PAGE >> 20} MB. Give one page a line")
        elif number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield ReadError(source, "is UTF-16. JSON Lines are UTF-8; convert the file")
            return
        elif not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        else:
            yield _json_page(line, place, f"{name}#{number}")
        empty = False
    if empty:
        yield ReadError(source, EMPTY)


def _lines(readline: ReadLine) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines with their numbers from 1, None for one that is too long to hold."""
    number = 0
    while line := readline(LARGEST_PAGE):
        number += 1
        if len(line) < LARGEST_PAGE or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = readline(2**20)
        yield number, None


def _json_page(line: bytes, place: str, name: str) -> Page | ReadError:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return ReadError(place, "is not UTF-8. JSON Lines are UTF-8; convert the file")
    except json.JSONDecodeError as error:
        return ReadError(place, f"is not JSON ({error.msg} at column {error.colno}). Mend or remove the line")
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets nested by the thousand
        return ReadError(place, f"is JSON that cannot be read ({error}). Mend or remove the line")
    if not isinstance(row, dict):
        return ReadError(place, "is no JSON object. Give one object a line")
    return row_page(row, place, name)


def read_csv(stream: IO[bytes], head: bytes, source: str, name: str) -> Iterator[Page | ReadError]:
    """Read a page a row of a table with a line of column names; cells are parted by commas, semicolons or tabs.

    Args:
        stream: the file, at its beginning.
        head: the file's first bytes, which tell its encoding.
        source: the file's name, for errors and the pages' source, with the row's number as a spreadsheet shows it.
        name: the file's id; those of rows without one are ``name#row``, from 1.

    Raises:
        ReadError: there is no column with the page.
    """
    encoding = find_encoding(head, source)
    csv.field_size_limit(LARGEST_PAGE)
    # What is broken comes through as surrogates, so that it costs its row only.
    text = io.TextIOWrapper(stream, "utf-8-sig" if encoding == "utf-8" else encoding, "surrogateescape", newline="")
    header = text.readline()
    delimiter = max(",;\t", key=header.count)
    names = [column.strip() for column in next(csv.reader([header], delimiter=delimiter), [])]
    check_columns(names, source)
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        place = f"{source}:{number + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:  # the reader goes on with the next line
            yield ReadError(place, f"is not CSV as expected ({error}). Save it with commas and quotation marks")
            continue
        if not cells:
            number -= 1
        elif len(cells) > len(names):
            yield ReadError(
                place, f"has {len(cells)} cells, the table {len(names)} columns. Quote the cells with commas"
            )
        else:
            yield row_page(dict(zip(names, cells, strict=False)), place, f"{name}#{number}")


def read_parquet(path: Path, name: str) -> Iterator[Page | ReadError]:
    """Read a page a row, some rows at a time; ids of rows without one are ``name#row``, from 1.

    Raises:
        ReadError: there is no column with the page.
    """
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        columns = list(file.schema_arrow.names)
        check_columns(columns, str(path))
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=[c for c in columns if c in COLUMNS]):
            for k in range(batch.num_rows):
                number += 1
                place = f"{path}:{number}"
                try:
                    row = {column: batch.column(column)[k].as_py() for column in batch.schema.names}
                except (UnicodeDecodeError, ValueError, OverflowError) as error:
                    yield ReadError(place, f"has a cell that cannot be read ({error}). Mend or remove the row")
                    continue
                yield row_page(row, place, f"{name}#{number}")


def check_columns(columns: list[str], source: str) -> None:
    """Raise where no column holds the page."""
    if not {"text", "html", "body"} & set(columns):
        shown = ", ".join(str(c) for c in columns[:12])
        raise ReadError(
            source, f"has no column 'text' or 'html' (nor 'body'). Its columns: {shown}. Rename the one with the page"
        )


def row_page(row: dict[Any, Any], place: str, name: str) -> Page | ReadError:
    """Return the page of one row: its ``html``, its ``text``, or its title, lead and body a line each.

    Args:
        row: the cells by the names of their columns.
        place: where the row stands, for errors, and the page's source where it has no ``url``.
        name: the page's id where the row has none.
    """
    try:
        return _row_page(row, place, name)
    except ReadError as error:
        return error
    except Exception as error:  # one row must not end the table, whatever it does to a library
        return ReadError(place, f"cannot be read ({type(error).__name__}: {error}). Mend or remove the row")


def _row_page(row: dict[Any, Any], place: str, name: str) -> Page:
    def value(key: str) -> str | None:
        found = row.get(key)
        if found is None or found == "" or found != found:  # NaN is not equal to itself
            return None
        if isinstance(found, bytes):
            return read_text(found, place)
        if isinstance(found, date):
            return found.isoformat()
        if not isinstance(found, str | int | float):
            raise ReadError(place, f"has no text in {key!r} but {type(found).__name__}. Give text")
        text = normalise(str(found))
        if "\x00" in text:
            raise ReadError(place, f"has NUL characters in {key!r}. Remove them")
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise ReadError(place, f"has broken letters in {key!r}. Save the table as UTF-8")
        return text

    url = value("url")
    source = url or place
    identity = value("id") or name
    title, author, published = value("title"), value("author"), iso_date(value("published"))
    if html := value("html"):
        page = read_html(html, identity, source)
        page.title, page.published = title or page.title, published or page.published
        page.author = author or page.author
    else:
        text = value("text")
        if text is None and value("body"):
            text = "\n".join(part for part in (title, value("lead"), value("body")) if part)
        if text is None:
            raise ReadError(place, "has an empty text. Remove the row, or fill it")
        page = Page(identity, source, text, title, published, author=author)
    page.url = url or page.url
    return page
