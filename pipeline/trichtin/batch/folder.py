"""A data set's folder, local or at a URL, and the work that is under way in it."""

from __future__ import annotations

import json
import os
import posixpath
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import fsspec
from fsspec.core import url_to_fs

WORK = ".work"
STALE = 180  # seconds after which the lock of a run at a URL, which is renewed every minute, counts no more


class TakenError(RuntimeError):
    """Another run works on the data set; the message names it."""


class DatasetFolder:
    """Paths and small files of one data set, through fsspec."""

    def __init__(self, url: str) -> None:
        self.url = str(url).rstrip("/")
        self.fs, self.root = url_to_fs(self.url)
        self.local = isinstance(self.fs, fsspec.get_filesystem_class("file"))
        self._lock: IO[str] | None = None

    def __reduce__(self) -> tuple[type[DatasetFolder], tuple[str]]:
        return DatasetFolder, (self.url,)

    def path(self, *parts: str) -> str:
        """Return a path below the data set, in the file system's own form."""
        return posixpath.join(self.root, *parts)

    def work(self, *parts: str) -> str:
        """Return a path below the folder of work under way."""
        return self.path(WORK, *parts)

    def work_url(self, *parts: str) -> str:
        """Return the same as a URL (what datatrove takes)."""
        return posixpath.join(self.url, WORK, *parts)

    def exists(self, path: str) -> bool:
        """Tell whether there is a file or folder."""
        return bool(self.fs.exists(path))

    def files(self, folder: str, suffix: str) -> list[str]:
        """Return the files of a folder with a suffix, by name; none where there is no folder."""
        try:
            return sorted(p for p in self.fs.ls(folder, detail=False) if p.endswith(suffix))
        except FileNotFoundError:
            return []

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole: under a passing name first, then renamed."""
        self.make(posixpath.dirname(path))
        partial = f"{path}.{os.getpid()}.partial"
        with self.fs.open(partial, "wb") as stream:
            stream.write(data)
        self.move(partial, path)

    def move(self, old: str, new: str) -> None:
        """Rename a file over another."""
        if self.local:
            os.replace(old, new)
        else:
            self.fs.mv(old, new)

    def make(self, folder: str) -> None:
        """Make a folder and those above it."""
        self.fs.makedirs(folder, exist_ok=True)

    def remove(self, path: str) -> None:
        """Remove a file or folder with all that it holds; nothing where there is none."""
        if self.exists(path):
            self.fs.rm(path, recursive=True)

    def read_json(self, path: str, default: Any = None) -> Any:
        """Return what a JSON file holds, or the default where there is none."""
        if not self.exists(path):
            return default
        with self.fs.open(path, "rb") as stream:
            return json.loads(stream.read())

    def write_json(self, path: str, value: Any) -> None:
        """Write a JSON file whole."""
        self.write(path, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())

    def read_lines(self, path: str) -> Iterator[Any]:
        """Yield the objects of a JSON Lines file; none where there is no file."""
        if self.exists(path):
            with self.fs.open(path, "rb") as stream:
                for line in stream:
                    if line.strip():
                        yield json.loads(line)

    # -- one run at a time ---------------------------------------------------------------------------------

    def lock(self) -> None:
        """Take the data set for this run.

        Raises:
            TakenError: another run has it.
        """
        self.make(self.work())
        if self.local:
            import fcntl

            self._lock = Path(self.work("lock")).open("a+")  # noqa: SIM115  (held until the run ends)
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self._lock.seek(0)
                holder = self._lock.read().strip() or "another process"
                self._lock.close()
                raise TakenError(f"{self.url}: is taken by {holder}. Wait for it, or choose another folder") from None
            self._lock.truncate(0)
            self._lock.write(f"process {os.getpid()} on {os.uname().nodename}")
            self._lock.flush()
            return
        held = self.read_json(self.work("lock.json"))
        if held and time.time() - held["time"] < STALE:
            raise TakenError(f"{self.url}: is taken by {held['holder']}. Wait for it, or choose another folder")
        self.renew()

    def renew(self) -> None:
        """Say that the run goes on (needed at URLs only)."""
        if not self.local:
            holder = f"process {os.getpid()} on {os.uname().nodename}"
            self.write_json(self.work("lock.json"), {"holder": holder, "time": time.time()})

    def unlock(self) -> None:
        """Give the data set back."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        elif not self.local:
            self.remove(self.work("lock.json"))
