"""``trichtin extract … -o FOLDER``: a data set by the batch engine, with progress on the terminal or in the log."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from trichtin.batch.folder import TakenError
from trichtin.batch.local import EngineError
from trichtin.batch.run import Batch
from trichtin.batch.run import run as run_engine
from trichtin.cli import UsageError

LINE_EVERY = 60.0  # seconds between the log lines of a run that writes into a pipe


def run(arguments: argparse.Namespace) -> int:
    """Make or extend a data set; return 0 when all was done, 1 when some inputs failed."""
    console = Console(stderr=True)
    started = time.monotonic()
    batch = Batch(
        inputs=list(arguments.inputs),
        output=arguments.output,
        workers=arguments.workers,
        on=arguments.on,
        address=arguments.address,
        slurm={key: value for key in ("partition", "time", "account") if (value := getattr(arguments, key))},
        min_score=arguments.min_score,
        only_education=arguments.only_education,
        time_limit=arguments.time_limit,
        stdin=sys.stdin.buffer,
    )
    check(arguments.output)
    with Reporter(console, quiet=arguments.quiet) as reporter:
        try:
            counts = run_engine(batch, reporter)
        except (TakenError, EngineError) as error:
            raise UsageError(str(error)) from error
        except OSError as error:
            raise UsageError(
                f"{arguments.output}: cannot go on ({error.strerror or error}). What is done stays; mend it and give the"
                " same command again"
            ) from error
    if not arguments.quiet:
        for line in summary(counts, arguments.output, time.monotonic() - started):
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    return 1 if counts.get("failed") else 0


def check(output: str) -> None:
    """Say at once where a data set cannot be written.

    Raises:
        UsageError: the place is a file or may not be written.
    """
    if "://" in output:
        return
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
        probe = Path(output) / ".probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UsageError(
            f"{output}: cannot be written ({error.strerror or error}). Choose another place with -o"
        ) from error


class Reporter:
    """Progress: a bar on a terminal, a plain line a minute in a pipe."""

    def __init__(self, console: Console, *, quiet: bool) -> None:
        self.console, self.quiet = console, quiet
        self.started = self.last = time.monotonic()
        self.first: int | None = None  # articles that were done before this run went on
        self.bar = Progress(
            TextColumn("[bold]trichtin"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TextColumn("{task.fields[failed]}"),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=console,
            disable=quiet or not console.is_terminal,
            transient=True,
        )
        self.task = self.bar.add_task("extract", total=None, rate="", failed="")

    def __enter__(self) -> Reporter:
        self.bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.bar.stop()

    def __call__(self, done: int, total: int, failed: int) -> None:
        now = time.monotonic()
        if self.first is None:
            self.first = done
        rate = (done - self.first) / max(now - self.started, 1e-9)
        self.bar.update(
            self.task, completed=done, total=total, rate=f"{rate:.1f} articles/s", failed=f"{failed} failed"
        )
        if not self.quiet and not self.console.is_terminal and now - self.last >= LINE_EVERY:
            self.last = now
            left = timedelta(seconds=round((total - done) / rate)) if rate else "?"
            line = f"trichtin: {done} of {total} articles, {rate:.1f}/s, {left} left, {failed} failed"
            self.console.print(line, highlight=False)


def summary(counts: dict[str, Any], output: str, seconds: float) -> list[str]:
    """Return the closing lines."""
    if "submitted" in counts:
        return [
            f"{counts['pages']} articles submitted to Slurm; the last job is {counts['submitted']}.",
            f"When it has ended, {output} holds the data set. Lost shards: give the same command again.",
        ]
    articles = counts.get("articles", 0)
    facts = ", ".join(
        f"{counts.get(table, 0)} {table}" for table in ("entities", "figures", "dates", "quotes", "people")
    )
    lines = [
        f"{articles} articles in {seconds:.1f} s ({articles / max(seconds, 1e-9):.1f} a second): {facts};"
        f" {counts.get('dropped', 0)} lines of the pages dropped or repeated",
    ]
    if counts["unchanged"] or counts["replaced"]:
        lines.append(f"{counts['unchanged']} articles were there already, {counts['replaced']} were replaced")
    if counts.get("skipped"):
        lines.append(f"{counts['skipped']} articles are not about education, listed in {output}/skipped.jsonl")
    lines.append(f"written to {output}")
    if counts["failed"]:
        lines.append(f"{counts['failed']} inputs failed, listed in {output}/errors.jsonl")
    return lines
