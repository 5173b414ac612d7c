"""A run on this machine: worker processes that take shards, and are started again when an article kills one.

datatrove's own pool of processes waits for ever for a process that was killed, and loses its task. So each of our workers is
a process of its own that runs datatrove's executor on one shard at a time. A worker that dies, or hangs in code that no
signal interrupts, is replaced; an article that has killed two is left out and named.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from trichtin.batch.folder import DatasetFolder
from trichtin.batch.steps import deadly_path

KILLS = 2  # of workers, after which an article is left out
RESTARTS = 5  # of workers that died with no article at hand, after which the run is given up
GRACE = 30.0  # seconds over the article's own limit after which a worker is thought to hang
# A worker a core: the threads of its linear algebra would take the other workers' cores.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
Progress = Callable[[int, int], None]  # articles done, and how many of them failed


class EngineError(RuntimeError):
    """The run cannot go on; what is done stays, and the same command goes on with the rest."""


@dataclass(slots=True)
class Worker:
    """A process and the shard that it has in hand."""

    process: subprocess.Popen[bytes]
    rank: int | None = None


def run_local(folder: DatasetFolder, shards: int, options: dict[str, Any], workers: int, progress: Progress) -> None:
    """Extract all shards that are not done.

    Args:
        folder: the data set, with its pages laid out.
        shards: how many there are in all.
        options: of :class:`trichtin.batch.steps.ExtractFacts`.
        workers: how many processes; 1 with one shard runs in this process.
        progress: is told the numbers of articles done and failed, some times a second.

    Raises:
        EngineError: workers die although no article can be named.
    """
    from trichtin.batch.worker import run_shard

    todo = deque(incomplete(folder, shards))
    if workers == 1 and shards == 1:
        for rank in todo:
            run_shard(folder.url, shards, rank, options)
        return
    supervise(folder, shards, todo, options, workers, progress)


def supervise(
    folder: DatasetFolder,
    shards: int,
    todo: Iterable[int],
    options: dict[str, Any],
    workers: int = 1,
    progress: Progress = lambda done, failed: None,
) -> None:
    """Extract some of the shards in worker processes; arguments and errors as of :func:`run_local`."""
    ranks = deque(todo)
    with tempfile.TemporaryDirectory(prefix="trichtin-alive-") as alive:
        Supervisor(folder, shards, options, progress, alive).run(ranks, min(workers, max(1, len(ranks))))


def incomplete(folder: DatasetFolder, shards: int) -> list[int]:
    """Return the shards that datatrove has not marked as done."""
    done = {path.rsplit("/", 1)[-1] for path in folder.files(folder.work("tasks", "completions"), "")}
    return [rank for rank in range(shards) if f"{rank:05d}" not in done]


class Supervisor:
    """Hands out shards, watches the workers, and replaces those that die."""

    def __init__(
        self, folder: DatasetFolder, shards: int, options: dict[str, Any], progress: Progress, alive: str
    ) -> None:
        self.folder, self.shards, self.options, self.progress, self.alive = folder, shards, options, progress, alive
        self.selector = selectors.DefaultSelector()
        self.todo: deque[int] = deque()
        self.kills: Counter[str] = Counter()
        self.deaths = 0
        self.finished = self.failed = 0  # articles of the shards that are done
        self.log = open(folder.work("workers.log") if folder.local else os.devnull, "ab")  # noqa: SIM115

    def run(self, todo: deque[int], workers: int) -> None:
        """Run until nothing is left to do."""
        self.todo = todo
        running: list[Worker] = []
        try:
            running = [self._start() for _ in range(workers)]
            renewed = time.monotonic()
            while any(worker.rank is not None for worker in running):
                for key, _ in self.selector.select(timeout=0.3):
                    self._answer(key.data)
                for k, worker in enumerate(running):
                    if worker.rank is not None and self._hangs(worker.rank):
                        worker.process.kill()
                        worker.process.wait()
                    if worker.process.poll() is not None and worker.rank is not None:
                        self._died(worker)
                        running[k] = self._start()
                self._tell(running)
                if time.monotonic() - renewed > 60:
                    self.folder.renew()
                    renewed = time.monotonic()
        finally:
            for worker in running:
                worker.process.kill()
                worker.process.wait()
            self.log.close()

    def _start(self) -> Worker:
        process = subprocess.Popen(
            [sys.executable, "-m", "trichtin.batch.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            bufsize=0,
            env=ONE_THREAD | os.environ,
            preexec_fn=die_with_parent if sys.platform == "linux" else None,
        )
        worker = Worker(process)
        self._send(
            worker,
            json.dumps({"url": self.folder.url, "shards": self.shards, "options": self.options, "alive": self.alive}),
        )
        self._next(worker)
        self.selector.register(process.stdout, selectors.EVENT_READ, worker)  # type: ignore[arg-type]
        return worker

    def _next(self, worker: Worker) -> None:
        worker.rank = self.todo.popleft() if self.todo else None
        if worker.rank is not None:
            self._send(worker, str(worker.rank))

    def _send(self, worker: Worker, line: str) -> None:
        with suppress(BrokenPipeError):  # it died; the loop sees to it
            worker.process.stdin.write(f"{line}\n".encode())  # type: ignore[union-attr]

    def _answer(self, worker: Worker) -> None:
        line = worker.process.stdout.readline()  # type: ignore[union-attr]
        if not line:  # the end of a process
            self.selector.unregister(worker.process.stdout)  # type: ignore[arg-type]
            worker.process.wait()
            return
        if line.strip().isdigit() and worker.rank is not None:
            done, failed, _ = self._beat(worker.rank)
            self.finished += done
            self.failed += failed
            self.deaths = 0
            self._next(worker)

    def _died(self, worker: Worker) -> None:
        rank = worker.rank
        assert rank is not None
        self.todo.appendleft(rank)
        code = worker.process.returncode
        *_, article = self._beat(rank)
        if not article:
            self.deaths += 1
            if self.deaths > RESTARTS:
                raise EngineError(
                    f"{self.folder.url}: workers end with code {code} before they reach an article."
                    f" See {self.folder.work('workers.log')}; the same command goes on where this run stopped"
                )
            return
        self.kills[article] += 1
        if self.kills[article] >= KILLS:
            how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
            line = {"id": article, "reason": f"ended {KILLS} workers ({how}). Look at the page; the rest was extracted"}
            path = deadly_path(self.folder, rank)
            before = list(self.folder.read_lines(path))
            text = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in [*before, line])
            self.folder.write(path, text.encode())

    def _hangs(self, rank: int) -> bool:
        if self.options["time_limit"] <= 0:
            return False
        try:
            age = time.time() - os.path.getmtime(os.path.join(self.alive, f"{rank:06d}"))
        except OSError:
            return False
        return self._beat(rank)[2] != "" and age > 2 * self.options["time_limit"] + GRACE

    def _beat(self, rank: int) -> tuple[int, int, str]:
        """Return what a worker said of its shard: articles done, failed, and the one in hand."""
        try:
            with open(os.path.join(self.alive, f"{rank:06d}"), encoding="utf-8") as stream:
                numbers, _, article = stream.read().partition("\n")
            done, failed = numbers.split()
            return int(done), int(failed), article
        except (OSError, ValueError):
            return 0, 0, ""

    def _tell(self, running: Iterable[Worker]) -> None:
        beats = [self._beat(worker.rank) for worker in running if worker.rank is not None]
        self.progress(self.finished + sum(b[0] for b in beats), self.failed + sum(b[1] for b in beats))


def die_with_parent() -> None:
    """Ask the kernel to end this process with its parent, so that a killed run leaves nothing behind (Linux only)."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
