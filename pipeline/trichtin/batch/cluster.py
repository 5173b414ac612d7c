"""Runs on a Ray cluster and on Slurm: the same steps under datatrove's executors for both."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from datatrove.data import DocumentsPipeline
from datatrove.executor import RayPipelineExecutor, SlurmPipelineExecutor
from datatrove.pipeline.base import PipelineStep

from trichtin.batch.folder import DatasetFolder
from trichtin.batch.local import EngineError, incomplete
from trichtin.batch.steps import steps

ATTEMPTS = 3  # passes over the shards that workers lost


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
    try:
        import ray
    except ImportError as error:
        raise EngineError("Ray is not installed. Install trichtin[ray]") from error
    started = not ray.is_initialized()
    if started:
        ray.init(address=address, log_to_driver=False, include_dashboard=False)
    try:
        for _ in range(ATTEMPTS):
            if not incomplete(folder, shards):
                return
            RayPipelineExecutor(
                pipeline=steps(folder.url, options),
                tasks=shards,
                workers=workers,
                mem_per_cpu_gb=1,
                logging_dir=folder.work_url("tasks"),
            ).run()
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
        EngineError: there is no ``sbatch`` on this machine.
    """
    if shutil.which("sbatch") is None:
        raise EngineError("there is no 'sbatch' here. Run the command on a login node of the Slurm cluster")
    common: dict[str, Any] = {
        "time": asked.get("time", "12:00:00"),
        "partition": asked.get("partition", "normal"),
        "qos": asked.get("qos", "normal"),
        "sbatch_args": {"account": asked["account"]} if asked.get("account") else {},
        "env_command": f'export PATH="{Path(sys.executable).parent}:$PATH"',
        "mem_per_cpu_gb": 2,
        "mail_type": "NONE",
    }
    shards = SlurmPipelineExecutor(
        pipeline=steps(folder.url, state["options"]),
        tasks=state["shards"],
        workers=workers,
        job_name="trichtin",
        logging_dir=folder.work_url("tasks"),
        **common,
    )
    last = SlurmPipelineExecutor(
        pipeline=[Publish(folder.url)],
        tasks=1,
        job_name="trichtin-publish",
        logging_dir=folder.work_url("publish"),
        depends=shards,
        run_on_dependency_fail=False,
        skip_completed=False,
        **common,
    )
    last.run()
    return str(last.job_id)
