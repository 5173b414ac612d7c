"""``trichtin extract``: pages in, records or tables out; a failure costs its page only and is named."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from trichtin.cli import UsageError
from trichtin.commands.show import show_record
from trichtin.extraction import attempt, load
from trichtin.read import ReadError, count, read
from trichtin.record import drop_unsure, left_out
from trichtin.store import TABLES, CsvWriter, JsonlWriter, StreamWriter, Writer


def run(arguments: argparse.Namespace) -> int:
    """Extract every input; return 0 when all were done, 1 when some failed."""
    if is_dataset(arguments.output) and not arguments.show:
        from trichtin.commands.batch import run as run_batch

        if arguments.table is not None:
            raise UsageError(f"{arguments.output}: --table goes with a .csv output only")
        return run_batch(arguments)
    if arguments.on != "local" or arguments.workers > 1:
        raise UsageError(
            f"{arguments.output}: --workers and --on make a data set; give a folder with -o, without --show"
        )
    writer, errors_file = open_output(arguments.output, arguments.table)
    to_stdout = arguments.output == "-"
    console = Console(stderr=True)
    pages = Console(stderr=to_stdout, highlight=False)
    started = time.monotonic()
    tally: Counter[str] = Counter()
    errors: list[ReadError] = []
    skipped: list[dict[str, Any]] = []
    try:
        with _progress(console, hidden=arguments.quiet or arguments.show) as progress:
            task = progress.add_task("extract", total=None, rate="")
            load()  # a broken installation shows here, not as a failure of every page
            progress.update(task, total=count(arguments.inputs))
            for page in read(arguments.inputs, sys.stdin.buffer):
                record = attempt(page)
                if isinstance(record, ReadError):
                    errors.append(record)
                    console.print(f"trichtin: {record}", style="red", markup=False, highlight=False, soft_wrap=True)
                elif arguments.only_education and not record["education"]["label"]:
                    skipped.append(left_out(record))
                else:
                    if arguments.min_score:
                        drop_unsure(record, arguments.min_score)
                    writer.write(record)
                    tally["articles"] += 1
                    for table in TABLES[1:]:
                        tally[table] += len(record[table])
                    tally["dropped"] += sum(not block["keep"] for block in record["blocks"])
                    if arguments.show:
                        show_record(pages, record)
                done = tally["articles"] + len(errors) + len(skipped)
                progress.update(task, advance=1, rate=f"{done / max(time.monotonic() - started, 1e-9):.1f} pages/s")
        writer.close()
    except BaseException:
        writer.abort()
        raise
    write_errors(errors_file, errors)
    skipped_file = write_skipped(errors_file, skipped)
    if skipped and not arguments.quiet:
        where = f", listed in {skipped_file}" if skipped_file else ""
        console.print(f"{len(skipped)} articles are not about education{where}", markup=False, soft_wrap=True)
    if not arguments.quiet:
        _summary(console, arguments.output, tally, errors, errors_file, time.monotonic() - started)
    return 1 if errors else 0


def is_dataset(output: str) -> bool:
    """Tell whether an output's name asks for a data set: a folder or a URL."""
    return output != "-" and ("://" in output or not Path(output).suffix or Path(output).is_dir())


def open_output(output: str, table: str | None) -> tuple[Writer, Path | None]:
    """Return the writer that an output's name asks for, and where its errors go (None: standard error only).

    Raises:
        UsageError: the name and ``--table`` do not fit, or the place cannot be written.
    """
    try:
        if output == "-":
            return StreamWriter(sys.stdout), None
        path = Path(output)
        suffix = path.suffix.lower()
        if suffix == ".csv":
            if table is None:
                raise UsageError(f"{output}: a CSV file holds one table; name it with --table ({', '.join(TABLES)})")
            path.parent.mkdir(parents=True, exist_ok=True)
            return CsvWriter(path, table), path.with_name(path.stem + ".errors.jsonl")
        if table is not None:
            raise UsageError(f"{output}: --table goes with a .csv output only")
        if suffix == ".jsonl":
            path.parent.mkdir(parents=True, exist_ok=True)
            return JsonlWriter(path), path.with_name(path.stem + ".errors.jsonl")
        if suffix and not path.is_dir():
            raise UsageError(f"{output}: unknown kind of output {suffix!r}; use NAME.jsonl, NAME.csv, a folder, or -")
        raise UsageError(f"{output}: --show goes with one file of records; use -o NAME.jsonl, or -")
    except OSError as error:
        raise UsageError(
            f"{output}: cannot be written ({error.strerror or error}). Choose another place with -o"
        ) from error


def write_errors(path: Path | None, errors: list[ReadError]) -> None:
    """Write one JSON object an error; remove the file of an earlier run when there is none now."""
    if path is None:
        return
    if not errors:
        path.unlink(missing_ok=True)
        return
    lines = [
        json.dumps({"source": e.source, "reason": e.reason, "message": str(e)}, ensure_ascii=False) for e in errors
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_skipped(errors_file: Path | None, skipped: list[dict[str, Any]]) -> Path | None:
    """Write what ``--only-education`` left out beside the output (``NAME.skipped.jsonl``); return where."""
    if errors_file is None:
        return None
    path = errors_file.with_name(errors_file.name.replace(".errors.", ".skipped."))
    if not skipped:
        path.unlink(missing_ok=True)
        return None
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in skipped), encoding="utf-8")
    return path


def _progress(console: Console, *, hidden: bool) -> Progress:
    """Return a progress bar that shows on a terminal only."""
    return Progress(
        TextColumn("[bold]trichtin"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=console,
        disable=hidden or not console.is_terminal,
        transient=True,
    )


def _summary(
    console: Console,
    output: str,
    tally: Counter[str],
    errors: list[ReadError],
    errors_file: Path | None,
    seconds: float,
) -> None:
    facts = ", ".join(f"{tally[table]} {table}" for table in ("entities", "figures", "dates", "quotes", "people"))
    rate = tally["articles"] / seconds if seconds else 0.0
    lines: list[Any] = [
        f"{tally['articles']} articles in {seconds:.1f} s ({rate:.1f} a second): {facts};"
        f" {tally['dropped']} lines of the pages dropped or repeated",
    ]
    if output != "-":
        lines.append(f"written to {output}")
    if errors:
        where = f", listed in {errors_file}" if errors_file else ""
        lines.append(f"{len(errors)} inputs failed{where}")
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
