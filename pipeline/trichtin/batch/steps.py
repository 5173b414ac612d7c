"""The steps that datatrove runs: read a shard, extract its facts, write its tables."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from trichtin.batch.folder import DatasetFolder
from trichtin.batch.intake import read_shard, text_hash

TIME_LIMIT = 60.0  # seconds for one article; the longest of 35,000 took 2


class TimeLimitError(Exception):
    """An article took more than its time."""


class ReadPages(PipelineStep):
    """Read the pages of one shard."""

    type, name = "📖 - READER", "Trích Tin pages"

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Yield a document a page; the page itself is in the metadata."""
        for page in read_shard(DatasetFolder(self.url), rank):
            self.stat_update("pages")
            yield Document(text=page.text, id=page.id, metadata={"page": page})


class ExtractFacts(PipelineStep):
    """Extract the facts of each page; an article that fails, loops or kills the worker costs itself only."""

    type, name = "🔎 - EXTRACTOR", "Trích Tin facts"

    def __init__(
        self,
        url: str,
        *,
        min_score: float = 0.0,
        only_education: bool = False,
        time_limit: float = TIME_LIMIT,
        alive: str | None = None,
    ) -> None:
        super().__init__()
        self.url, self.min_score, self.only_education = url, min_score, only_education
        self.time_limit, self.alive = time_limit, alive

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Yield the documents with ``record``, ``skipped`` or ``error`` in the metadata."""
        from trichtin.extraction import attempt, warm_up
        from trichtin.read import ReadError
        from trichtin.record import drop_unsure, left_out
        from trichtin.store.near_duplicates import sketch

        folder = DatasetFolder(self.url)
        deadly = {line["id"]: line["reason"] for line in folder.read_lines(deadly_path(folder, rank))}
        beat = Heartbeat(self.alive, rank)
        warm_up()
        for document in data or ():
            page = document.metadata.pop("page")
            beat.at(page.id)
            if page.id in deadly:
                outcome: Any = ReadError(page.source, deadly[page.id])
            else:
                with self.track_time(), limit(self.time_limit):
                    outcome = attempt(page)
            if isinstance(outcome, ReadError):
                self.stat_update("failed")
                beat.failed += 1
                error = {"source": outcome.source, "reason": outcome.reason, "message": str(outcome), "id": page.id}
                document.metadata["error"] = error
            elif self.only_education and not outcome["education"]["label"]:
                self.stat_update("skipped")
                document.metadata["skipped"] = left_out(outcome)
            else:
                if self.min_score:
                    drop_unsure(outcome, self.min_score)
                outcome["hash"] = text_hash(page.text)
                outcome["sketch"] = sketch(outcome["text"])
                self.stat_update("extracted")
                document.metadata["record"] = outcome
            yield document
        beat.at(None)


class WriteTables(PipelineStep):
    """Write the tables of one shard where they wait for publication, each file whole or not at all."""

    type, name = "💾 - WRITER", "Trích Tin tables"

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Consume the documents; nothing is yielded."""
        from trichtin.store.schema import SCHEMAS, rows

        folder = DatasetFolder(self.url)
        held: dict[str, list[dict[str, Any]]] = {table: [] for table in SCHEMAS}
        errors: list[dict[str, str]] = []
        skipped: list[dict[str, Any]] = []
        tally: Counter[str] = Counter()
        for document in data or ():
            if "error" in document.metadata:
                errors.append(document.metadata["error"])
                continue
            if "skipped" in document.metadata:
                skipped.append(document.metadata["skipped"])
                continue
            record = document.metadata["record"]
            for table, found in held.items():
                found.extend(rows(record, table))
            tally["dropped"] += sum(not block["keep"] for block in record["blocks"])
        for table, found in held.items():
            tally[table] = len(found)
            sink = pa.BufferOutputStream()
            pq.write_table(pa.Table.from_pylist(found, schema=SCHEMAS[table]), sink, compression="zstd")
            folder.write(folder.work("staged", table, f"{rank:06d}.parquet"), sink.getvalue().to_pybytes())
        for name, told in (("errors", errors), ("skipped", skipped)):
            lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told)
            folder.write(folder.work(name, f"{rank:06d}.jsonl"), lines.encode("utf-8", "replace"))
        counts = dict(tally) | {"failed": len(errors), "skipped": len(skipped)}
        folder.write_json(folder.work("counts", f"{rank:06d}.json"), counts)
        yield from ()


class Heartbeat:
    """Which article a worker is at, in a small local file: for progress, and to name the article that killed one."""

    def __init__(self, place: str | None, rank: int) -> None:
        self.path = os.path.join(place, f"{rank:06d}") if place else None
        self.done = self.failed = 0

    def at(self, article: str | None) -> None:
        """Note that the article begins (None: the shard is done)."""
        if self.path:
            with open(self.path, "wb") as stream:
                stream.write(f"{self.done} {self.failed}\n{article or ''}".encode("utf-8", "replace"))
        self.done += 1


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise :class:`TimeLimitError` in what runs for longer (main thread of a process on Unix only)."""
    if seconds <= 0 or threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(number: int, frame: Any) -> None:
        raise TimeLimitError(f"took more than {seconds:g} s. Raise --time-limit, or look at the page")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def deadly_path(folder: DatasetFolder, rank: int) -> str:
    """Return where the articles of a shard are named that end the workers."""
    return folder.work("deadly", f"{rank:06d}.jsonl")


def steps(url: str, options: dict[str, Any], alive: str | None = None) -> list[PipelineStep]:
    """Return the pipeline of one shard.

    Args:
        url: of the data set.
        options: of :class:`ExtractFacts`.
        alive: a local folder for :class:`Heartbeat`; None: nobody watches.
    """
    return [ReadPages(url), ExtractFacts(url, alive=alive, **options), WriteTables(url)]
