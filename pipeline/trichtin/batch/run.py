"""A batch run from its first input to its manifest, on this machine, on Ray or on Slurm."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from trichtin.batch.cluster import job_goes_on, run_ray, submit_slurm
from trichtin.batch.folder import DatasetFolder, TakenError
from trichtin.batch.intake import CLUSTER_SHARD, SHARD, fingerprint, take_in
from trichtin.batch.local import run_local
from trichtin.batch.publish import publish
from trichtin.batch.steps import TIME_LIMIT


@dataclass(slots=True)
class Batch:
    """What to extract, into which data set, and how."""

    inputs: list[str]
    output: str
    workers: int = 1
    on: str = "local"
    address: str | None = None  # of a Ray cluster
    slurm: dict[str, str] = field(default_factory=dict)  # partition, time, account
    min_score: float = 0.0
    only_education: bool = False
    time_limit: float = TIME_LIMIT
    shard: int | None = None  # pages; None: as suits the place
    stdin: Any = None


Report = Callable[[int, int, int], None]  # articles done, of how many, how many of them failed


def run(batch: Batch, report: Report = lambda done, total, failed: None) -> dict[str, Any]:
    """Run a batch, or go on with one that was stopped.

    Args:
        batch: what to do.
        report: is told, some times a second, how many articles are done of how many, and how many failed.

    Returns:
        Counts: ``articles`` and the other tables' rows, ``failed``, ``unchanged``, ``replaced``; ``submitted`` (the job) on Slurm.

    Raises:
        TakenError: another run has the data set.
        EngineError: the run cannot go on.
    """
    folder = DatasetFolder(batch.output)
    folder.lock()
    try:
        state = prepare(folder, batch)
        if state["shards"]:
            if batch.on == "slurm":
                folder.unlock()  # for the job that publishes
                job = submit_slurm(folder, state, batch.slurm, batch.workers)
                folder.write_json(folder.work("job.json"), job)
                return {"submitted": job, "pages": state["pages"]}
            if batch.on == "ray":
                with watch(folder, state, report):
                    run_ray(folder, state["shards"], state["options"], batch.workers, batch.address)
            else:
                done, failed = done_before(folder)
                run_local(
                    folder,
                    state["shards"],
                    state["options"],
                    batch.workers,
                    lambda d, f: report(done + d, state["pages"], failed + f),
                )
        return finish(folder, state)
    finally:
        folder.unlock()


def prepare(folder: DatasetFolder, batch: Batch) -> dict[str, Any]:
    """Return the state of the run: that of the one that was stopped, when it had the same inputs, else a new one."""
    options = {
        "min_score": batch.min_score,
        "only_education": batch.only_education,
        "time_limit": batch.time_limit,
    }
    mark = fingerprint(batch.inputs)
    state: dict[str, Any] | None = folder.read_json(folder.work("state.json"))
    if (job := folder.read_json(folder.work("job.json"))) and job_goes_on(job):
        raise TakenError(f"{folder.url}: is taken by Slurm job {job}. Wait for it, or end it with scancel")
    if state and state["phase"] == "publish":  # whatever is asked now, what was finished then is published first
        finish(folder, state)
        state = None
    if state and state["fingerprint"] == mark and state["options"] == options and "-" not in batch.inputs:
        return state
    clear(folder)
    runs = folder.read_json(folder.path("manifest.json"), {"runs": []})["runs"]
    taken = take_in(
        folder, batch.inputs, stdin=batch.stdin, shard=batch.shard or (SHARD if batch.on == "local" else CLUSTER_SHARD)
    )
    state = {
        "phase": "extract",
        "run": max((entry["run"] for entry in runs), default=0) + 1,
        "inputs": batch.inputs,
        "fingerprint": mark,
        "options": options,
        **taken,
    }
    folder.write_json(folder.work("state.json"), state)
    return state


def finish(folder: DatasetFolder, state: dict[str, Any]) -> dict[str, Any]:
    """Publish a run whose shards are all done, and clear its work away."""
    state["phase"] = "publish"
    folder.write_json(folder.work("state.json"), state)
    counts = publish(folder, state)
    clear(folder)
    return counts | {"unchanged": state["unchanged"], "replaced": len(state["replaced"])}


def clear(folder: DatasetFolder) -> None:
    """Remove what a run leaves behind but the lock; the state goes first, so that half of it is never taken for a whole."""
    for name in (
        "state.json",
        "job.json",
        "pages",
        "staged",
        "skipped",
        "errors",
        "counts",
        "tasks",
        "publish",
        "deadly",
        "workers.log",
    ):
        folder.remove(folder.work(name))


def done_before(folder: DatasetFolder) -> tuple[int, int]:
    """Return how many articles the finished shards hold, and how many of them failed."""
    counts = [folder.read_json(path, {}) for path in folder.files(folder.work("counts"), ".json")]
    failed = sum(count.get("failed", 0) for count in counts)
    return sum(count.get("articles", 0) + count.get("skipped", 0) for count in counts) + failed, failed


@contextmanager
def watch(folder: DatasetFolder, state: dict[str, Any], report: Report, every: float = 2.0) -> Iterator[None]:
    """Report the shards that a cluster has finished, and keep the lock fresh, while the block runs."""
    over = threading.Event()

    def look() -> None:
        renewed = time.monotonic()
        while not over.wait(every):
            done, failed = done_before(folder)
            report(done, state["pages"], failed)
            if time.monotonic() - renewed > 60:
                folder.renew()
                renewed = time.monotonic()

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
