"""Inputs to pages: files, folders and standard input of every kind that the read stage knows."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO

from trichtin.read.decode import read_text
from trichtin.read.html import looks_like_html, read_html
from trichtin.read.page import Page, ReadError, normalise

TEXT_KINDS = (".txt", ".html", ".htm", ".jsonl", ".csv")
PACKED = (".gz", ".zst")
LARGEST_PAGE = 200 * 2**20  # bytes of one text or HTML page


def read(inputs: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Page | ReadError]:
    """Read every page of the inputs.

    Args:
        inputs: files, folders (read with what is in them, in order of name), or ``-`` for standard input.
        stdin: what ``-`` reads from.

    Yields:
        Pages; in the place of one that cannot be read, a :class:`ReadError` that names it. Ids are the file's path
        below the folder given (without suffix) or the row's own; an id that comes again gets ``-2``, ``-3`` ….
    """
    seen: dict[str, int] = {}
    for item in inputs:
        for page in _read_input(str(item), stdin):
            if isinstance(page, Page):
                times = seen.get(page.id, 0) + 1
                seen[page.id] = times
                if times > 1:
                    page.id = f"{page.id}-{times}"
            yield page


def count(inputs: Iterable[str | Path]) -> int | None:
    """Return how many pages the inputs hold, None where that cannot be told without reading them."""
    total = 0
    for item in inputs:
        path = Path(item)
        files = _files(path) if path.is_dir() else [path]
        for file in files:
            kind = _kind(file)
            if str(item) == "-" or kind in (".jsonl", ".csv"):
                return None
            if kind == ".parquet":
                import pyarrow.parquet as pq

                try:
                    total += pq.ParquetFile(file).metadata.num_rows
                except Exception:  # whatever is wrong with the file is told when it is read
                    total += 1
            else:
                total += 1
    return total


def _read_input(item: str, stdin: BinaryIO | None) -> Iterator[Page | ReadError]:
    if item == "-":
        yield from _read_stdin(stdin or sys.stdin.buffer)
        return
    path = Path(item)
    if path.is_dir():
        found = False
        for file in _files(path):
            found = True
            yield from _read_file(file, _stem(file.relative_to(path)))
        if not found:
            yield ReadError(item, "holds no file of a known kind (.txt .html .jsonl .csv .parquet, also .gz .zst)")
    elif not path.exists():
        yield ReadError(item, "does not exist. Check the path")
    elif _kind(path) is None:
        yield ReadError(
            item,
            f"is of unknown kind {path.suffix or '(no suffix)'!r}. Known: .txt .html .jsonl .csv .parquet, also .gz .zst",
        )
    else:
        yield from _read_file(path, _stem(Path(path.name)))


def _read_file(path: Path, name: str) -> Iterator[Page | ReadError]:
    kind = _kind(path)
    try:
        if kind == ".parquet":
            yield from _read_parquet(path, name)
        elif kind in (".jsonl", ".csv"):
            with _open(path) as stream:
                yield from (_read_jsonl if kind == ".jsonl" else _read_csv)(stream, str(path), name)
        else:
            with _open(path) as stream:
                data = stream.read(LARGEST_PAGE + 1)
            if len(data) > LARGEST_PAGE:
                raise ReadError(str(path), f"is larger than {LARGEST_PAGE >> 20} MB. Split it into pages")
            yield _page(data, str(path), name, html=kind in (".html", ".htm"))
    except ReadError as error:
        yield error
    except PermissionError:
        yield ReadError(str(path), "may not be read. Check its permissions")
    except (OSError, EOFError) as error:
        yield ReadError(str(path), f"cannot be read ({error}). Get a whole copy of it")
    except Exception as error:  # a broken archive or table: libraries raise many kinds
        yield ReadError(str(path), f"is damaged ({type(error).__name__}: {error}). Get a whole copy of it")


def _page(data: bytes, source: str, name: str, *, html: bool) -> Page:
    text = read_text(data, source)
    return read_html(text, name, source) if html else Page(id=name, source=source, text=text)


def _read_stdin(stream: BinaryIO) -> Iterator[Page | ReadError]:
    data = stream.read()
    try:
        text = read_text(data, "standard input")
        first = text.lstrip()[:1]
        if first == "{" and all(line.startswith("{") for line in text.splitlines() if line.strip()):
            yield from _read_jsonl(io.BytesIO(data), "standard input", "stdin")
        elif looks_like_html(text):
            yield read_html(text, "stdin", "standard input")
        else:
            yield Page(id="stdin", source="standard input", text=text)
    except ReadError as error:
        yield error


def _read_jsonl(stream: IO[bytes], source: str, name: str) -> Iterator[Page | ReadError]:
    empty = True
    for number, line in enumerate(stream, 1):
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        empty = False
        place = f"{source}:{number}"
        try:
            row = json.loads(line.decode("utf-8-sig"))
            if not isinstance(row, dict):
                raise ReadError(place, "is no JSON object. Give one object a line")
            yield _row_page(row, place, f"{name}#{number}")
        except ReadError as error:
            yield error
        except UnicodeDecodeError:
            yield ReadError(place, "is not UTF-8. JSON Lines are UTF-8; convert the file")
        except json.JSONDecodeError as error:
            yield ReadError(place, f"is not JSON ({error.msg} at column {error.colno}). Mend or remove the line")
    if empty:
        yield ReadError(source, "is empty. Remove it, or check where it was downloaded from")


def _read_csv(stream: IO[bytes], source: str, name: str) -> Iterator[Page | ReadError]:
    csv.field_size_limit(LARGEST_PAGE)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        rows = csv.DictReader(text, strict=True)
        if rows.fieldnames is None:
            raise ReadError(source, "is empty. Remove it, or check where it was downloaded from")
        _check_columns(list(rows.fieldnames), source)
        for number, row in enumerate(rows, 2):
            try:
                yield _row_page(dict(row), f"{source}:{number}", f"{name}#{number - 1}")
            except ReadError as error:
                yield error
    except UnicodeDecodeError as error:
        raise ReadError(source, "is not UTF-8. Save the table as CSV in UTF-8") from error
    except csv.Error as error:
        raise ReadError(source, f"is not CSV as expected ({error}). Save it with commas and quotation marks") from error


def _read_parquet(path: Path, name: str) -> Iterator[Page | ReadError]:
    import pyarrow.parquet as pq

    file = pq.ParquetFile(path)
    wanted = ("id", "text", "html", "url", "title", "lead", "body", "published", "author")
    columns = list(file.schema_arrow.names)
    _check_columns(columns, str(path))
    number = 0
    for batch in file.iter_batches(batch_size=256, columns=[c for c in columns if c in wanted]):
        for row in batch.to_pylist():
            number += 1
            try:
                yield _row_page(row, f"{path}:{number}", f"{name}#{number}")
            except ReadError as error:
                yield error


def _check_columns(columns: list[str], source: str) -> None:
    if not ({"text", "html"} & set(columns) or "body" in columns):
        shown = ", ".join(str(c) for c in columns[:12])
        raise ReadError(
            source, f"has no column 'text' or 'html' (nor 'body'). Its columns: {shown}. Rename the one with the page"
        )


def _row_page(row: dict[Any, Any], place: str, name: str) -> Page:
    """Return the page of one row: its ``html``, its ``text``, or its title, lead and body a line each."""

    def value(key: str) -> str | None:
        found = row.get(key)
        if found is None or found == "" or found != found:  # NaN is not equal to itself
            return None
        return str(found)

    source = value("url") or place
    identity = value("id") or name
    if html := value("html"):
        page = read_html(normalise(html), identity, source)
        page.title, page.published = value("title") or page.title, value("published") or page.published
        page.author = value("author") or page.author
    else:
        text = value("text")
        if text is None and value("body"):
            text = "\n".join(part for key in ("title", "lead", "body") if (part := value(key)))
        if text is None or not text.strip():
            raise ReadError(place, "has an empty text. Remove the row, or fill it")
        page = Page(identity, source, normalise(text), value("title"), value("published"), author=value("author"))
    page.url = value("url")
    return page


def _files(folder: Path) -> list[Path]:
    """Return the files of known kinds below a folder, by name; hidden files and our own error lists are left out."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and _kind(path)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not path.name.endswith("errors.jsonl")
    ]


def _kind(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in PACKED:
        suffixes.pop()
        return suffixes[-1] if suffixes and suffixes[-1] in TEXT_KINDS else None
    return suffixes[-1] if suffixes and suffixes[-1] in (*TEXT_KINDS, ".parquet") else None


def _stem(path: Path) -> str:
    name = path.as_posix()
    for suffix in (*PACKED, *TEXT_KINDS, ".parquet"):
        if name.lower().endswith(suffix):
            name = name[: -len(suffix)]
    return name


def _open(path: Path) -> Any:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rb")
    if path.suffix.lower() == ".zst":
        import zstandard

        return zstandard.open(path, "rb")  # type: ignore[return-value]
    return path.open("rb")
