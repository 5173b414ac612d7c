"""Runs on a Ray cluster, as tasks of Ray, and on Slurm, under datatrove's executor.

What a cluster gives us to do is a rank, that is a shard. Each task runs it as a local run does: in a worker process that is
watched, so that an article which kills or hangs costs itself only, wherever the task runs.
"""

from __future__ import annotations

import logging
import os
import platform
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from datatrove.data import DocumentsPipeline
from datatrove.executor import SlurmPipelineExecutor
from datatrove.executor.base import DistributedEnvVars
from datatrove.pipeline.base import PipelineStep

from trichtin.batch.folder import DatasetFolder
from trichtin.batch.local import EngineError, incomplete, supervise

ATTEMPTS = 3  # passes over the shards that were lost


class ExtractShard(PipelineStep):
    """Extract one shard in a watched worker process."""

    type, name = "🔎 - EXTRACTOR", "Trích Tin shard"

    def __init__(self, url: str, shards: int, options: dict[str, Any]) -> None:
        super().__init__()
        self.url, self.shards, self.options = url, shards, options

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Run the worker to its end; nothing is yielded."""
        supervise(DatasetFolder(self.url), self.shards, [rank], self.options)
        yield from ()


class Publish(PipelineStep):
    """Publish the data set when all shards are done: the last job of a run on Slurm."""

    type, name = "📦 - PUBLISHER", "Trích Tin data set"

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Publish; shards that are missing leave all as it is, for the same command to go on with."""
        from trichtin.batch.run import finish

        folder = DatasetFolder(self.url)
        folder.lock()
        try:
            state = folder.read_json(folder.work("state.json"))
            missing = incomplete(folder, state["shards"])
            if missing:
                raise EngineError(f"{self.url}: {len(missing)} shards are not done. Run the same command again")
            finish(folder, state)
        finally:
            folder.unlock()
        yield from ()


class OneNodeSlurm(SlurmPipelineExecutor):
    """datatrove's executor for tasks of one process: they need not ask Slurm for the names of their nodes."""

    def get_distributed_env(self, node_rank: int = -1) -> DistributedEnvVars:
        """Return what datatrove wants to know of the node."""
        return DistributedEnvVars(
            datatrove_node_ips=platform.node(),
            datatrove_cpus_per_task=str(self.cpus_per_task),
            datatrove_mem_per_cpu=str(self.mem_per_cpu_gb),
            datatrove_gpus_on_node="0",
            datatrove_executor="SLURM",
        )


def extract_shard(url: str, shards: int, rank: int, options: dict[str, Any]) -> None:
    """Extract one shard in a watched worker process: what a task on Ray does. A shard that is done is passed over."""
    folder = DatasetFolder(url)
    if rank in incomplete(folder, shards):
        supervise(folder, shards, [rank], options)


def run_ray(folder: DatasetFolder, shards: int, options: dict[str, Any], workers: int, address: str | None) -> None:
    """Extract the shards on a Ray cluster (extra ``trichtin[ray]``); workers that are lost are replaced.

    Args:
        folder: the data set, in a place that every node sees (a shared folder or a URL).
        shards: how many there are.
        options: of :class:`trichtin.batch.steps.ExtractFacts`.
        workers: shards in work at once.
        address: of the cluster; None starts Ray on this machine.

    Raises:
        EngineError: Ray is not installed, or shards fail again and again.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # Ray would tell its makers of the run
    try:
        import ray
    except ImportError as error:
        raise EngineError("Ray is not installed. Install trichtin[ray]") from error
    started = not ray.is_initialized()
    if started:
        cpus = None if address else max(workers, os.cpu_count() or 1)
        ray.init(
            address=address, num_cpus=cpus, log_to_driver=False, include_dashboard=False, logging_level=logging.ERROR
        )
    # Plain tasks of Ray, which it runs again itself where a worker or node is lost. datatrove's executor waits for ever
    # for an actor that dies between its start and its first answer.
    task = ray.remote(num_cpus=1, memory=1024**3, max_retries=ATTEMPTS)(extract_shard)
    try:
        waiting = incomplete(folder, shards)
        running: list[Any] = []
        while waiting or running:
            while waiting and len(running) < workers:
                running.append(task.remote(folder.url, shards, waiting.pop(0), options))
            done, running = ray.wait(running)
            for reference in done:
                with suppress(ray.exceptions.RayError):  # which shards are missing is told at the end
                    ray.get(reference)
        if missing := incomplete(folder, shards):
            raise EngineError(f"{folder.url}: {len(missing)} shards failed on Ray. See {folder.work('tasks', 'logs')}")
    finally:
        if started:
            ray.shutdown()


def submit_slurm(folder: DatasetFolder, state: dict[str, Any], asked: dict[str, str], workers: int) -> str:
    """Write and submit the job array, and a last job that publishes; return the last job's id.

    Args:
        folder: the data set, in a folder that every node sees.
        state: of the run.
        asked: ``partition``, ``time`` and, where the cluster wants it, ``account``.
        workers: tasks of the array at once.

    Raises:
        EngineError: there is no ``sbatch`` on this machine, or it refuses the job.
    """
    if shutil.which("sbatch") is None:
        raise EngineError("there is no 'sbatch' here. Run the command on a login node of the Slurm cluster")
    common: dict[str, Any] = {
        "time": asked.get("time", "12:00:00"),
        "partition": asked.get("partition", "normal"),
        "qos": None,
        "sbatch_args": {"account": asked["account"]} if asked.get("account") else {},
        "env_command": f'export PATH="{Path(sys.executable).parent}:$PATH"',
        "with_srun": False,  # a task is one process on one node
        "mem_per_cpu_gb": 2,
        "mail_type": "NONE",
    }
    shards = OneNodeSlurm(
        pipeline=[ExtractShard(folder.url, state["shards"], state["options"])],
        tasks=state["shards"],
        workers=workers,
        job_name="trichtin",
        logging_dir=folder.work_url("tasks"),
        **common,
    )
    last = OneNodeSlurm(
        pipeline=[Publish(folder.url)],
        tasks=1,
        job_name="trichtin-publish",
        logging_dir=folder.work_url("publish"),
        depends=shards,
        run_on_dependency_fail=False,
        skip_completed=False,
        **common,
    )
    try:
        last.run()
    except subprocess.CalledProcessError as error:
        told = (error.stderr or error.output or b"").decode("utf-8", "replace").strip()
        raise EngineError(
            f"sbatch refuses the job ({told or error}). Check --partition, --time and --account"
        ) from error
    return str(last.job_id)


def job_goes_on(job: str) -> bool:
    """Tell whether Slurm still has a job in its queue; where there is no ``squeue``, it is taken to be over."""
    try:
        found = subprocess.run(["squeue", "-h", "-j", job], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return found.returncode == 0 and bool(found.stdout.strip())
