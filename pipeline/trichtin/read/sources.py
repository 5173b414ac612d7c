"""Inputs to pages: files, folders and standard input of every kind that the read stage knows."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from trichtin.read.decode import read_text
from trichtin.read.html import looks_like_html, read_html
from trichtin.read.page import Page, ReadError
from trichtin.read.rows import HEAD, LARGEST_PAGE, read_csv, read_jsonl, read_parquet

TEXT_KINDS = (".txt", ".html", ".htm", ".jsonl", ".csv")
PACKED = (".gz", ".zst")
KNOWN = ".txt .html .jsonl .csv .parquet, also .gz .zst"
STDIN = "standard input"
COUNTED = 4 * 2**20  # bytes of a table by which its rows are counted


def read(inputs: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Page | ReadError]:
    """Read every page of the inputs.

    Args:
        inputs: files, folders (read with what is in them, in order of name), or ``-`` for standard input.
        stdin: what ``-`` reads from.

    Yields:
        Pages; in the place of one that cannot be read, a :class:`ReadError` that names it. Ids are the file's path
        below the folder given (without suffix) or the row's own; an id that comes again gets ``-2``, ``-3`` ….
    """
    if isinstance(inputs, str | Path):
        inputs = [inputs]  # a string is a sequence of strings, "/" among them
    names = _Names()
    for item in inputs:
        for page in _read_input(str(item), stdin):
            if isinstance(page, Page):
                page.id = names.unique(page.id)
            yield page


class _Names:
    """The ids given so far, as hashes: of a million pages, ids would take as much memory as the rest of the run."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.times: dict[str, int] = {}  # of the ids that came more than once

    def unique(self, name: str) -> str:
        """Return the id, with ``-2``, ``-3`` … behind it where it was given before."""
        # A file's name may hold bytes that are no text.
        name = given = name.encode("utf-8", "replace").decode("utf-8")
        while hash(given) in self.seen:
            self.times[name] = self.times.get(name, 1) + 1
            given = f"{name}-{self.times[name]}"
        self.seen.add(hash(given))
        return given


def count(inputs: Iterable[str | Path]) -> int | None:
    """Return how many pages the inputs hold, None where that cannot be told without reading them.

    Of JSON Lines and CSV it is an estimate from the first megabytes; of packed ones and standard input it is None.
    """
    total = 0
    for item in [inputs] if isinstance(inputs, str | Path) else inputs:
        if str(item) == "-":
            return None
        path = Path(item)
        for file in _files(path) if path.is_dir() else [path]:
            pages = 1 if isinstance(file, ReadError) else _count_pages(file)
            if pages is None:
                return None
            total += pages
    return total


def _count_pages(file: Path) -> int | None:
    kind = _kind(file)
    try:
        if kind in (".jsonl", ".csv"):
            if file.suffix.lower() in PACKED:
                return None
            with file.open("rb") as stream:
                head = stream.read(COUNTED)
            lines = head.decode("utf-8", errors="replace").splitlines()
            rows = (
                sum(bool(line.strip()) for line in lines) if kind == ".jsonl" else sum(map(bool, csv.reader(lines))) - 1
            )
            return max(1, round(rows * file.stat().st_size / max(1, len(head))))
        if kind == ".parquet":
            import pyarrow.parquet as pq

            return int(pq.read_metadata(file).num_rows)
    except Exception:  # whatever is wrong with the file is told when it is read
        return 1
    return 1


def _read_input(item: str, stdin: BinaryIO | None) -> Iterator[Page | ReadError]:
    if item == "-":
        yield from _read_stdin(stdin or sys.stdin.buffer)
        return
    path = Path(item)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:
        yield ReadError(item[:200], f"cannot be read ({error.strerror or error}). Check the path")
        return
    if is_folder:
        found = False
        for file in _files(path):
            found = True
            if isinstance(file, ReadError):
                yield file
            else:
                yield from _read_file(file, _stem(file.relative_to(path)))
        if not found:
            yield ReadError(item, f"holds no file of a known kind ({KNOWN})")
    elif not exists:
        yield ReadError(item, "does not exist. Check the path")
    elif _kind(path) is None:
        yield ReadError(item, f"is of unknown kind {path.suffix or '(no suffix)'!r}. Known: {KNOWN}")
    else:
        yield from _read_file(path, _stem(Path(path.name)))


def _read_file(path: Path, name: str) -> Iterator[Page | ReadError]:
    kind = _kind(path)
    source = str(path).encode("utf-8", "replace").decode("utf-8")
    try:
        if kind == ".parquet":
            yield from read_parquet(path, name)
        elif kind == ".jsonl":
            with _open(path) as stream:
                yield from read_jsonl(stream.readline, source, name)
        elif kind == ".csv":
            with _open(path) as stream:
                head = stream.read(HEAD)
            with _open(path) as stream:
                yield from read_csv(stream, head, source, name)
        else:
            with _open(path) as stream:
                data = stream.read(LARGEST_PAGE + 1)
            if len(data) > LARGEST_PAGE:
                raise ReadError(source, f"is larger than {LARGEST_PAGE >> 20} MB. Split it into pages")
            yield _page(data, source, name, html=kind in (".html", ".htm"))
    except ReadError as error:
        yield error
    except PermissionError:
        yield ReadError(source, "may not be read. Check its permissions")
    except (OSError, EOFError) as error:
        yield ReadError(source, f"cannot be read ({error}). Get a whole copy of it")
    except Exception as error:  # a broken archive or table: libraries raise many kinds
        yield ReadError(source, f"is damaged ({type(error).__name__}: {error}). Get a whole copy of it")


def _page(data: bytes, source: str, name: str, *, html: bool) -> Page:
    text = read_text(data, source)
    return read_html(text, name, source) if html else Page(id=name, source=source, text=text)


def _read_stdin(stream: BinaryIO) -> Iterator[Page | ReadError]:
    lines = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    first = lines.readline(LARGEST_PAGE)
    waiting = [first]
    try:
        if isinstance(json.loads(first.decode("utf-8-sig")), dict):
            yield from read_jsonl(lambda size: waiting.pop() if waiting else lines.readline(size), STDIN, "stdin")
            return
    except (ValueError, RecursionError):
        pass  # no JSON Lines: one page
    try:
        data = first + lines.read(LARGEST_PAGE + 1 - len(first))
        if len(data) > LARGEST_PAGE:
            raise ReadError(STDIN, f"is larger than {LARGEST_PAGE >> 20} MB. Split it into pages")
        text = read_text(data, STDIN)
        if text.startswith(("{", "[")) and _is_json(text):
            raise ReadError(STDIN, "is JSON over many lines. Give one object a line (jq -c does it)")
        yield read_html(text, "stdin", STDIN) if looks_like_html(text) else Page("stdin", STDIN, text)
    except ReadError as error:
        yield error


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _files(folder: Path) -> Iterator[Path | ReadError]:
    """Yield the files of known kinds below a folder, by name, and an error for a folder that cannot be listed.

    Hidden files and folders, and our own error lists, are left out; links to folders are not followed.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path is not folder and not path.is_dir():
            yield path
            continue
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name, reverse=True)
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False) or (
                    entry.is_file() and _kind(Path(entry.name)) and not entry.name.endswith("errors.jsonl")
                ):
                    waiting.append(Path(entry.path))
        except OSError as error:
            yield ReadError(str(path), f"cannot be listed ({error.strerror or error}). Check its permissions")


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
    """Open a file to read its bytes, unpacked. What is cut short raises ``EOFError`` or ``OSError`` when read."""
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rb")
    if path.suffix.lower() == ".zst":
        import pyarrow

        # Arrow reads frame after frame and notices a file cut short; zstandard's reader does neither by itself.
        return io.BufferedReader(pyarrow.input_stream(str(path), compression="zstd"))
    return path.open("rb")
