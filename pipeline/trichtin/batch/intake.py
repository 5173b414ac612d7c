"""Intake: every input is read once and laid out in shards of pages, which the workers take one by one.

Reading costs a thousandth of extracting. So ids are settled, bad inputs are named and pages that the data set holds
already are passed over in one place, and the workers need nothing but the data set's own folder.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from trichtin.batch.folder import DatasetFolder
from trichtin.read import Page, ReadError, read
from trichtin.read.page import Hint

SHARD = 250  # pages: some seconds of work
CLUSTER_SHARD = 1000  # pages; every task of a cluster loads the models anew, which takes seconds


def fingerprint(inputs: Iterable[str]) -> str:
    """Return a hash of what the inputs are now: names, sizes and times of all files."""
    digest = hashlib.sha256()
    for item in inputs:
        digest.update(f"{item}\n".encode("utf-8", "replace"))
        path = Path(item)
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            try:
                status = os.stat(file)
            except OSError:
                continue
            digest.update(f"{file} {status.st_size} {status.st_mtime_ns}\n".encode("utf-8", "replace"))
    return digest.hexdigest()


def text_hash(text: str) -> str:
    """Return the hash by which a page is known to be unchanged."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def known_pages(folder: DatasetFolder) -> dict[str, str]:
    """Return id and text hash of the pages that the data set holds."""
    known: dict[str, str] = {}
    for part in folder.files(folder.path("articles"), ".parquet"):
        table = pq.read_table(part, columns=["id", "hash"], filesystem=folder.fs)
        known.update(zip(table.column("id").to_pylist(), table.column("hash").to_pylist(), strict=True))
    return known


def take_in(folder: DatasetFolder, inputs: list[str], *, stdin: Any = None, shard: int = SHARD) -> dict[str, Any]:
    """Lay the pages out in shards.

    Args:
        folder: the data set.
        inputs: files, folders, URLs, or ``-``.
        stdin: what ``-`` reads from.
        shard: pages in a shard.

    Returns:
        ``pages`` and ``shards`` to be done, ``unchanged`` pages passed over, ``replaced`` ids whose text is new.
    """
    known = known_pages(folder)
    folder.remove(folder.work("pages"))
    held: list[bytes] = []
    errors: list[dict[str, str]] = []
    replaced: list[str] = []
    pages = shards = unchanged = 0
    for page in _pages(inputs, stdin):
        if isinstance(page, ReadError):
            errors.append({"source": page.source, "reason": page.reason, "message": str(page)})
            continue
        if page.id in known:
            if known[page.id] == text_hash(page.text):
                unchanged += 1
                continue
            replaced.append(page.id)
        held.append(json.dumps(asdict(page), ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        pages += 1
        if len(held) == shard:
            _write_shard(folder, shards, held)
            shards, held = shards + 1, []
    if held:
        _write_shard(folder, shards, held)
        shards += 1
    lines = "".join(json.dumps(error, ensure_ascii=False) + "\n" for error in errors)
    folder.write(folder.work("errors", "intake.jsonl"), lines.encode("utf-8", "replace"))
    return {"pages": pages, "shards": shards, "unchanged": unchanged, "replaced": replaced}


def read_shard(folder: DatasetFolder, rank: int) -> Iterator[Page]:
    """Yield the pages of one shard."""
    with folder.fs.open(folder.work("pages", f"{rank:06d}.jsonl.gz"), "rb") as packed, gzip.open(packed) as stream:
        for line in stream:
            row = json.loads(line)
            row["hints"] = [Hint(**hint) for hint in row["hints"]]
            yield Page(**row)


def _write_shard(folder: DatasetFolder, rank: int, lines: list[bytes]) -> None:
    folder.write(folder.work("pages", f"{rank:06d}.jsonl.gz"), gzip.compress(b"".join(lines), 1, mtime=0))


def _pages(inputs: list[str], stdin: Any) -> Iterator[Page | ReadError]:
    from trichtin.batch.sources import read_remote, read_warc

    for item in inputs:
        if ".warc" in Path(item).name:
            yield from read_warc(item)
        elif "://" in item:
            yield from read_remote(item)
    yield from read([i for i in inputs if "://" not in i and ".warc" not in Path(i).name], stdin)
