"""Inputs and comparisons for the tests of batch runs."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq

from trichtin.store.schema import DERIVED, SCHEMAS

RUN = """
import sys, json
from trichtin.batch.run import Batch, run
print(json.dumps(run(Batch(**json.loads(sys.argv[1])))))
"""


def pages(path: Path, samples: Path, times: int) -> Path:
    """Write the sample pages so many times over, each time with other ids and a line that no other copy has."""
    with path.open("w", encoding="utf-8") as stream:
        for k in range(times):
            for sample in sorted(samples.glob("*.txt"))[:13]:
                text = sample.read_text(encoding="utf-8") + f"\nBài số {k}."
                stream.write(json.dumps({"id": f"{sample.stem}-{k}", "text": text}, ensure_ascii=False) + "\n")
    return path


def start(env=None, **batch) -> subprocess.Popen:
    """Start a run in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN, json.dumps(batch)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
        text=True,
    )


def finish(process: subprocess.Popen) -> dict:
    """Wait for a run and return its counts."""
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    return json.loads(out.splitlines()[-1])


def tables(folder) -> dict[str, list[dict]]:
    """Return every row of a data set, in an order that does not depend on its files."""
    found = {}
    for table in (*SCHEMAS, *DERIVED):
        rows = pq.read_table(Path(folder) / table).to_pylist()
        found[table] = sorted(rows, key=lambda row: json.dumps(row, sort_keys=True, default=str))
    return found


def errors(folder) -> list[dict]:
    """Return the errors of the last run."""
    path = Path(folder) / "errors.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
