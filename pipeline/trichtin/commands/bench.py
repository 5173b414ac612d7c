"""``trichtin bench``: speed and memory, stage by stage, beside underthesea's ``ner`` on the same texts in one run."""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from trichtin.read import Page, read

WITHIN = "  of it extraction"


@dataclass(slots=True)
class Row:
    """One line of the table."""

    name: str
    processes: int
    pages: int
    syllables: int
    seconds: float
    memory: float | None = None  # peak of one process, MB


def run(arguments: argparse.Namespace) -> int:
    """Print the table; return 0."""
    from rich.console import Console

    from trichtin.batch.local import ONE_THREAD

    os.environ.update(ONE_THREAD)  # of the processes that are measured: one core each
    pages = repeated([page for page in read(arguments.inputs) if isinstance(page, Page)], arguments.pages)
    few = pages[: arguments.ner_pages]
    cores = os.cpu_count() or 1
    console = Console(stderr=True, quiet=arguments.quiet)
    rows: list[Row] = []
    with console.status("measuring") as status:
        for name, job, texts in (
            ("underthesea ner", _ner, few),
            ("trichtin on the same", _whole, few),
            ("trichtin filter", _filter, pages),
            ("", _components, pages),
            ("trichtin, whole", _whole, pages),
            ("trichtin, batch", _batch, pages),
        ):
            status.update(f"measuring {name or 'each component'}")
            rows += alone(name, job, texts)
        if cores > 1:
            status.update("measuring all cores")
            rows.append(together("trichtin, whole", pages, cores))
    for line in table(rows):
        print(line)
    return 0


def repeated(pages: Sequence[Page], number: int) -> list[Page]:
    """Return so many pages, taken round and round, each with an id of its own."""
    if not pages:
        raise SystemExit("trichtin bench: the inputs hold no page. Name files or folders of pages")
    rounds = itertools.islice(itertools.cycle(pages), number)
    return [replace(page, id=f"{page.id}-{k}") for k, page in enumerate(rounds)]


def alone(name: str, job: Callable[[list[Page]], list[tuple[str, float]]], pages: list[Page]) -> list[Row]:
    """Measure a job in a fresh process, so that its peak of memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        times, memory = pool.submit(_measured, job, pages).result()
    size = syllables(pages)
    return [Row(part or name, 1, len(pages), size, seconds, None if part else memory) for part, seconds in times]


def together(name: str, pages: list[Page], processes: int) -> Row:
    """Measure the whole extraction in several processes that have their models already."""
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_load) as pool:
        list(pool.map(_extract, [pages[:4]] * processes))
        parts = [pages[k : k + 5] for k in range(0, len(pages), 5)]
        started = time.perf_counter()
        memory = max(pool.map(_extract, parts))
        seconds = time.perf_counter() - started
    return Row(name, processes, len(pages), syllables(pages), seconds, memory)


def syllables(pages: Sequence[Page]) -> int:
    """Return the number of syllables (runs of what is not white space)."""
    return sum(len(page.text.split()) for page in pages)


def table(rows: Sequence[Row]) -> list[str]:
    """Return the lines of the table, and below it the ratios."""
    lines = [f"{'':34}{'processes':>10}{'articles/s':>12}{'syllables/s':>13}{'peak MB':>9}"]
    for row in rows:
        memory = f"{row.memory:9.0f}" if row.memory else ""
        lines.append(
            f"{row.name:34}{row.processes:10d}{row.pages / row.seconds:12.1f}{row.syllables / row.seconds:13.0f}{memory}"
        )
    found = {(row.name, row.processes): row for row in rows}
    whole = found["trichtin, whole", 1]
    lines.append("")
    lines.append(
        f"whole extraction, to underthesea's ner: {found['underthesea ner', 1].seconds / found['trichtin on the same', 1].seconds:.1f} times as fast"
    )
    lines.append(f"filter's share of the whole: {found['trichtin filter', 1].seconds / whole.seconds:.1%}")
    batch, within = found["trichtin, batch", 1].seconds, found[WITHIN, 1].seconds
    lines.append(f"reading, engine and writing, to the extraction of the same run: {batch / within - 1:.1%}")
    for row in rows:
        if row.processes > 1:
            lines.append(f"{row.processes} processes, to one: {whole.seconds / row.seconds:.2f} times as fast")
    return lines


# -- what is measured, each in a process of its own ---------------------------------------------------------


def _measured(
    job: Callable[[list[Page]], list[tuple[str, float]]], pages: list[Page]
) -> tuple[list[tuple[str, float]], float]:
    return job(pages), _peak()


def _peak() -> float:
    """Return the peak of this process's resident memory in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _timed(function: Callable[[Any], Any], items: Sequence[Any]) -> float:
    function(items[0])  # models are read, and caches made, before the clock starts
    started = time.perf_counter()
    for item in items:
        function(item)
    return time.perf_counter() - started


def _ner(pages: list[Page]) -> list[tuple[str, float]]:
    from underthesea import ner

    return [("", _timed(ner, [page.text for page in pages]))]


def _filter(pages: list[Page]) -> list[tuple[str, float]]:
    from trichtin.filter import PageFilter

    return [("", _timed(PageFilter.load().label, pages))]


def _whole(pages: list[Page]) -> list[tuple[str, float]]:
    from trichtin.extraction import extract

    return [("", _timed(extract, pages))]


def _components(pages: list[Page]) -> list[tuple[str, float]]:
    from trichtin.extraction import load
    from trichtin.filter import PageFilter
    from trichtin.record import ArticleText

    nlp, page_filter = load(), PageFilter.load()
    spent = {"tokenizer": 0.0} | {name: 0.0 for name in nlp.pipe_names}
    for round_ in range(2):  # the first warms up
        spent = dict.fromkeys(spent, 0.0)
        for page in pages if round_ else pages[:3]:
            article = ArticleText(page.text, page_filter.label(page))
            started = time.perf_counter()
            doc = nlp.make_doc(article.text)
            doc._.blocks = article.blocks()
            spent["tokenizer"] += time.perf_counter() - started
            for name, component in nlp.pipeline:
                started = time.perf_counter()
                doc = component(doc)
                spent[name] += time.perf_counter() - started
    return [(f"  {name}", seconds) for name, seconds in spent.items()]


def _batch(pages: list[Page]) -> list[tuple[str, float]]:
    """Time a batch in this process: reading, engine, extraction, writing and publishing, and extraction within it."""
    import json
    from dataclasses import asdict

    import trichtin.extraction
    from trichtin.batch.run import Batch
    from trichtin.batch.run import run as run_batch

    _load()
    _extract(pages[:3])
    attempt, within = trichtin.extraction.attempt, [0.0]

    def watched(page: Any) -> Any:
        started = time.perf_counter()
        outcome = attempt(page)
        within[0] += time.perf_counter() - started
        return outcome

    trichtin.extraction.attempt = watched
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "pages.jsonl"
        with source.open("w", encoding="utf-8") as stream:
            for page in pages:
                stream.write(json.dumps({"id": page.id, "text": asdict(page)["text"]}, ensure_ascii=False) + "\n")
        started = time.perf_counter()
        counts = run_batch(Batch([str(source)], str(Path(place) / "set"), shard=len(pages)))
        seconds = time.perf_counter() - started
    assert counts["articles"] == len(pages)
    return [("", seconds), (WITHIN, within[0])]


def _load() -> None:
    from trichtin.extraction import load

    load()


def _extract(pages: list[Page]) -> float:
    from trichtin.extraction import extract

    for page in pages:
        extract(page)
    return _peak()
