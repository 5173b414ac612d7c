"""Runs that are killed, starved and poisoned: nothing is lost, nothing is doubled."""

import json
import os
import random
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import helpers

# Put before everything else in a worker: articles that raise, loop, or end the process.
POISON = """
import os, signal, time
import trichtin.extraction as extraction
real = extraction.extract
def extract(page, **meta):
    if "NÉM LỖI" in page.text: raise RuntimeError("thuốc độc")
    if "LẶP MÃI" in page.text:
        while True: time.sleep(0.01)
    if "TỰ SÁT" in page.text: os.kill(os.getpid(), signal.SIGKILL)
    return real(page, **meta)
extraction.extract = extract
"""


def with_poison(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(POISON)
    return os.environ | {"PYTHONPATH": str(tmp_path / "site")}


def processes_writing_to(folder):
    """Return the processes whose standard error is a file of the folder, as that of workers is (Linux)."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.readlink(process / "fd" / "2").startswith(str(folder)):
                found.append(process.name)
    return found


@pytest.mark.slow
def test_twenty_kills_change_nothing(tmp_path, samples):
    source = str(helpers.pages(tmp_path / "pages.jsonl", samples, 12))
    helpers.finish(helpers.start(inputs=[source], output=str(tmp_path / "calm"), workers=2, shard=6))
    rng = random.Random(4)
    batch = {"inputs": [source], "output": str(tmp_path / "stormy"), "workers": 2, "shard": 6}
    kills = 0
    for _ in range(60):
        process = helpers.start(**batch)
        time.sleep(rng.uniform(0.1, 5.0))
        if process.poll() is None:
            process.kill()
            kills += 1
        process.communicate()
        if kills >= 20:
            break
    assert kills >= 20
    helpers.finish(helpers.start(**batch))
    calm, stormy = helpers.tables(tmp_path / "calm"), helpers.tables(tmp_path / "stormy")
    assert len(calm["articles"]) == 156
    for table in calm:
        assert calm[table] == stormy[table], table
    deadline = time.time() + 20
    while processes_writing_to(tmp_path) and time.time() < deadline:
        time.sleep(0.5)
    assert processes_writing_to(tmp_path) == [], "a killed run leaves no process behind"


@pytest.mark.slow
def test_a_poisoned_article_costs_itself_only(tmp_path, samples):
    source = tmp_path / "pages.jsonl"
    helpers.pages(source, samples, 1)
    with source.open("a", encoding="utf-8") as stream:
        for name in ("NÉM LỖI", "LẶP MÃI", "TỰ SÁT"):
            stream.write(json.dumps({"id": name, "text": f"Trường học\n{name} là tên bài này của nhà trường."}) + "\n")
    batch = {"inputs": [str(source)], "output": str(tmp_path / "set"), "workers": 2, "shard": 4, "time_limit": 1.0}
    counts = helpers.finish(helpers.start(env=with_poison(tmp_path), **batch))
    assert counts["failed"] == 3 and counts["articles"] == 13
    reasons = {error["id"]: error["reason"] for error in helpers.errors(tmp_path / "set")}
    assert "thuốc độc" in reasons["NÉM LỖI"]
    assert "took more than 1 s" in reasons["LẶP MÃI"]
    assert "SIGKILL" in reasons["TỰ SÁT"]


@pytest.mark.slow
def test_a_full_disk_stops_the_run_and_the_same_command_ends_it(tmp_path, samples):
    source = str(helpers.pages(tmp_path / "pages.jsonl", samples, 4))
    batch = {"inputs": [source], "output": str(tmp_path / "set"), "workers": 2, "shard": 13}
    starved = helpers.subprocess.Popen(
        [sys.executable, "-c", helpers.RUN, json.dumps(batch)],
        stdout=helpers.subprocess.PIPE,
        stderr=helpers.subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000)),
    )
    _, err = starved.communicate(timeout=200)
    assert starved.returncode != 0 and ("same command" in err or "File too large" in err)
    assert not (tmp_path / "set" / "manifest.json").exists()
    assert helpers.finish(helpers.start(**batch))["articles"] == 52
    assert len(helpers.tables(tmp_path / "set")["articles"]) == 52


# One article in a hundred is extracted; the others give back a record made once, so that 50,000 take a minute.
QUICK = """
import trichtin.extraction as extraction
real, made, seen = extraction.attempt, [], [0]
def attempt(page):
    seen[0] += 1
    if seen[0] % 100 == 1 or not made:
        made[:] = [real(page)]
        return made[0]
    return {**made[0], "id": page.id}
extraction.attempt = attempt
"""


@pytest.mark.slow
def test_memory_does_not_grow_with_the_stream(tmp_path, samples):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(QUICK)
    text = (samples / "05-school-inspection.txt").read_text()
    with (tmp_path / "pages.jsonl").open("w", encoding="utf-8") as stream:
        for k in range(50_000):
            stream.write(json.dumps({"id": str(k), "text": f"{text}\nBài số {k}."}, ensure_ascii=False) + "\n")
    batch = {"inputs": [str(tmp_path / "pages.jsonl")], "output": str(tmp_path / "set"), "workers": 1, "shard": 500}
    process = helpers.start(env=os.environ | {"PYTHONPATH": str(tmp_path / "site")}, **batch)
    peaks: list[float] = []
    done = tmp_path / "set" / ".work" / "staged" / "articles"
    by_shard: dict[int, float] = {}
    while process.poll() is None:
        shard = len(list(done.glob("*"))) if done.exists() else 0
        size = max((_resident(pid) for pid in _children(process.pid)), default=0.0)
        if shard and size:
            by_shard[shard] = max(by_shard.get(shard, 0.0), size)
        time.sleep(0.05)
    _, err = process.communicate()
    assert process.returncode == 0, err
    peaks = [by_shard[shard] for shard in sorted(by_shard)]
    tenth = max(1, len(peaks) // 10)
    assert len(peaks) >= 20 and max(peaks) < 1000
    assert max(peaks[-tenth:]) <= 1.1 * max(peaks[:tenth])


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _resident(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0
