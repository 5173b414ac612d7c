"""``trichtin index``: the search database of a data set, made or brought up to date."""

from __future__ import annotations

import argparse
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from trichtin.cli import UsageError
from trichtin.search.index import IndexingError, build_index
from trichtin.store.dataset import DatasetError, table_dataset


def run(arguments: argparse.Namespace) -> int:
    """Index a data set; return 0."""
    console = Console(stderr=True)
    started = time.monotonic()
    hidden = arguments.quiet or not console.is_terminal
    columns = (TextColumn("[bold]trichtin"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    try:
        with Progress(*columns, console=console, disable=hidden, transient=True) as progress:
            articles = table_dataset(arguments.dataset, "articles").count_rows()
            task = progress.add_task("index", total=articles)
            summary = build_index(
                arguments.dataset,
                arguments.output,
                prune=arguments.prune,
                progress=lambda done: progress.update(task, completed=done),
            )
    except (DatasetError, IndexingError) as error:
        raise UsageError(str(error)) from error
    if not arguments.quiet:
        console.print(
            f"{arguments.output}: {summary.added} articles added, {summary.updated} updated, {summary.removed} removed,"
            f" {summary.unchanged} unchanged; {summary.facts} facts, {time.monotonic() - started:.1f} s",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
    return 0
