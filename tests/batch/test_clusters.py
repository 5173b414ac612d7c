"""The same run on Ray and on Slurm: the same data set, also when tasks are lost on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import helpers
from slurm import Slurm

from trichtin.batch.run import Batch, run
from trichtin.cli import main


@pytest.fixture(scope="module")
def source(tmp_path_factory, samples):
    return str(helpers.pages(tmp_path_factory.mktemp("in") / "pages.jsonl", samples, 3))


@pytest.fixture(scope="module")
def calm(tmp_path_factory, source):
    folder = tmp_path_factory.mktemp("calm") / "set"
    run(Batch([source], str(folder), shard=13))
    return helpers.tables(folder)


def _same(folder, calm):
    found = helpers.tables(folder)
    for table, rows in calm.items():
        assert found[table] == rows, table


def _tasks() -> list[int]:
    """Return the processes that run the tasks on Ray."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            title = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if title.startswith(b"ray::extract_shard"):
            found.append(int(entry.name))
    return found


@pytest.mark.slow
def test_a_ray_worker_that_is_killed_is_replaced(tmp_path, source, calm):
    out = tmp_path / "set"
    process = helpers.start(inputs=[source], output=str(out), workers=2, on="ray", shard=6)
    killed: set[int] = set()
    while process.poll() is None and len(killed) < 2:
        if (out / ".work" / "staged").exists():
            for pid in _tasks():
                if pid not in killed and len(killed) < 2:
                    with suppress(ProcessLookupError):  # it had ended by itself
                        os.kill(pid, signal.SIGKILL)
                        killed.add(pid)
                    time.sleep(1)
        time.sleep(0.1)
    assert len(killed) == 2, "the run was over before a worker could be killed"
    counts = helpers.finish(process)
    assert counts["articles"] == 39 and counts["failed"] == 0
    _same(out, calm)


@pytest.mark.slow
def test_slurm_runs_the_array_and_publishes(tmp_path, source, calm):
    slurm, out = Slurm(tmp_path), tmp_path / "set"
    command = [sys.executable, "-m", "trichtin", "extract", source, "-o", str(out), "--on", "slurm", "--workers", "2"]
    command += ["--partition", "cpu", "--time", "01:00:00", "--account", "press"]
    first = subprocess.run(command, env=slurm.environment, capture_output=True, text=True)
    assert first.returncode == 0 and "39 articles submitted to Slurm" in first.stderr, first.stderr
    script = slurm.script(1)
    for asked in ("--partition=cpu", "--time=01:00:00", "--account=press", "--array=0-0%2"):
        assert f"#SBATCH {asked}\n" in script
    second = subprocess.run(command, env=slurm.environment, capture_output=True, text=True)
    assert second.returncode == 2 and "is taken by Slurm job" in second.stderr
    slurm.run()
    _same(out, calm)


@pytest.mark.slow
def test_a_slurm_task_that_is_lost_is_run_by_the_same_command(tmp_path, source, calm):
    slurm, out = Slurm(tmp_path), tmp_path / "set"
    batch = {"inputs": [source], "output": str(out), "workers": 2, "on": "slurm", "shard": 13}
    helpers.finish(helpers.start(env=slurm.environment, **batch))
    slurm.run(kill=(1,))
    assert not (out / "manifest.json").exists()
    helpers.finish(helpers.start(env=slurm.environment, **batch))
    slurm.run()
    _same(out, calm)


def test_what_slurm_refuses_is_told(tmp_path, source, capsys, monkeypatch):
    slurm = Slurm(tmp_path)
    monkeypatch.setenv("PATH", slurm.environment["PATH"])
    out = str(tmp_path / "set")
    assert main(["extract", source, "-o", out, "--on", "slurm", "--partition", "gone"]) == 2
    assert "sbatch refuses the job" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["extract", source, "-o", out, "--on", "slurm"]) == 2
    assert "there is no 'sbatch' here" in capsys.readouterr().err
    assert json.loads((tmp_path / "set" / ".work" / "state.json").read_text())["pages"] == 39
