"""One worker of a local run: takes shard numbers from standard input, runs each under datatrove's local executor."""

from __future__ import annotations

import json
import os
import sys
from contextlib import redirect_stderr

from datatrove.executor import LocalPipelineExecutor
from datatrove.utils.logging import logger

from trichtin.batch.folder import DatasetFolder
from trichtin.batch.local import die_with_parent
from trichtin.batch.steps import steps


def run_shard(url: str, shards: int, rank: int, options: dict[str, object], alive: str | None = None) -> None:
    """Run one shard in this process; datatrove marks it as done when it is."""
    executor = LocalPipelineExecutor(
        pipeline=steps(url, options, alive),
        tasks=shards,
        workers=1,
        local_tasks=1,
        local_rank_offset=rank,
        logging_dir=DatasetFolder(url).work_url("tasks"),
    )
    # datatrove tells of every task on standard error; its log files in the work folder say the same.
    with open(os.devnull, "w") as nowhere, redirect_stderr(nowhere):
        try:
            logger.remove()
            executor.run()
        finally:
            logger.remove()


def main() -> None:
    """Read one JSON line with the run, then a shard's number a line; answer each with the number when it is done."""
    if sys.platform == "linux":
        # datatrove's executor forks a server process for each shard, which outlives a killed worker for ever.
        os.register_at_fork(after_in_child=die_with_parent)
    run = json.loads(sys.stdin.readline())
    for line in sys.stdin:
        run_shard(run["url"], run["shards"], int(line), run["options"], run["alive"])
        print(line.strip(), flush=True)


if __name__ == "__main__":
    main()
