"""Writers of records: a JSON Lines file, or one table as CSV; each streams and ends whole.

Data sets are written by the batch engine (:mod:`trichtin.batch`).

A writer works on a temporary name beside its target and renames it in ``close``, so that a run that is stopped
leaves no file that looks finished.
"""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import IO, Any, Protocol, TextIO

from trichtin.store.schema import SCHEMAS, rows


class Writer(Protocol):
    """Take records one by one, then ``close`` when all is done or ``abort`` when not."""

    def write(self, record: dict[str, Any]) -> None: ...
    def close(self) -> None: ...
    def abort(self) -> None: ...


class PartialFile:
    """A text file that gets its name only when it is whole."""

    def __init__(self, path: Path, newline: str) -> None:
        self.path, self.partial = path, _partial(path)
        self.stream: IO[str] = self.partial.open("w", encoding="utf-8", newline=newline)

    def close(self) -> None:
        """End the file and give it its name."""
        self.stream.close()
        os.replace(self.partial, self.path)

    def abort(self) -> None:
        """Remove what was written."""
        self.stream.close()
        self.partial.unlink(missing_ok=True)


class JsonlWriter:
    """Write one record a line."""

    def __init__(self, path: Path) -> None:
        self._file = PartialFile(path, newline="\n")
        self.close, self.abort = self._file.close, self._file.abort

    def write(self, record: dict[str, Any]) -> None:
        self._file.stream.write(json_line(record))


class StreamWriter:
    """Write one record a line to an open stream (standard output)."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, record: dict[str, Any]) -> None:
        self._stream.write(json_line(record))

    def close(self) -> None:
        self._stream.flush()

    def abort(self) -> None:
        self._stream.flush()


class CsvWriter:
    """Write one table as CSV (UTF-8, comma, quoted where needed); lists are joined by ``; ``."""

    def __init__(self, path: Path, table: str) -> None:
        self.table = table
        self._file = PartialFile(path, newline="")
        self._csv = csv.DictWriter(self._file.stream, SCHEMAS[table].names)
        self._csv.writeheader()
        self.close, self.abort = self._file.close, self._file.abort

    def write(self, record: dict[str, Any]) -> None:
        for row in rows(record, self.table):
            self._csv.writerow({key: "; ".join(v) if isinstance(v, list) else v for key, v in row.items()})


def json_line(record: dict[str, Any]) -> str:
    """Return a record as one line of JSON, letters as they are."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def _partial(path: Path) -> Path:
    return path.with_name(f".{path.name}.partial")
