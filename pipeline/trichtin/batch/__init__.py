"""Batches: extraction over archives, on one machine, a Ray cluster or Slurm, that survives being stopped.

The engine is datatrove (Hugging Face): our steps (:mod:`steps`) run under its executors, finished shards are skipped on a
second run. What is ours: the intake that cuts any input into shards (:mod:`intake`), the workers that are restarted when
an article kills one (:mod:`local`), and the publication that puts finished tables into the data set (:mod:`publish`).
"""

from __future__ import annotations

from pathlib import Path


def extract_dataset(inputs: list[str], output: str | Path, *, workers: int = 1) -> Path:
    """Extract pages into a data set, or bring it up to date, from Python.

    Args:
        inputs: files, folders and URLs, as for ``trichtin extract``.
        output: the data set's folder.
        workers: how many processes.

    Returns:
        The folder, for :func:`trichtin.load_dataset`; inputs that failed are listed in its ``errors.jsonl``.

    Raises:
        TakenError: another run has the data set.
        EngineError: the run cannot go on; the same call goes on where it stopped.
    """
    from trichtin.batch.run import Batch, run

    run(Batch([str(item) for item in inputs], str(output), workers=workers))
    return Path(output)
