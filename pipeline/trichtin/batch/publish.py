"""Publication: what the shards gave becomes part of the data set, and what looks at the whole of it is made.

Every step can be done again: a run that is killed here is finished by the next, with the same result.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import platform
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trichtin import __version__
from trichtin.batch.folder import DatasetFolder
from trichtin.resources import models_dir
from trichtin.store.schema import DERIVED, SCHEMAS

FORMAT = 1


def publish(folder: DatasetFolder, state: dict[str, Any]) -> dict[str, Any]:
    """Publish a finished run; return its counts.

    Args:
        folder: the data set.
        state: of the run: ``run`` (its number), ``shards``, ``replaced`` (ids whose old rows go), ``inputs``, ``fingerprint``.
    """
    if state["replaced"]:
        remove_articles(folder, set(state["replaced"]), before=state["run"])
    for table in SCHEMAS:
        for part in folder.files(folder.work("staged", table), ".parquet"):
            rank = part.rsplit("/", 1)[-1].removesuffix(".parquet")
            folder.make(folder.path(table))
            folder.move(part, folder.path(table, f"run{state['run']:04d}-{rank}.parquet"))
    counts = _counts(folder, state["shards"])
    failed = write_list(folder, "errors", state["shards"])
    skipped = write_list(folder, "skipped", state["shards"])
    write_canonical(folder)
    write_clusters(folder)
    write_manifest(folder, state, counts)
    return dict(counts) | {"failed": failed, "skipped": skipped}


def remove_articles(folder: DatasetFolder, ids: set[str], *, before: int) -> None:
    """Take the rows of articles out of the parts that earlier runs wrote."""
    wanted = pa.array(sorted(ids))
    for table, schema in SCHEMAS.items():
        for part in folder.files(folder.path(table), ".parquet"):
            if int(part.rsplit("/", 1)[-1][3:7]) >= before:
                continue
            found = pq.read_table(part, schema=schema, filesystem=folder.fs)
            gone = pc.is_in(found.column("id"), value_set=wanted)
            if pc.any(gone).as_py():
                write_table(folder, part, found.filter(pc.invert(gone)))


def write_table(folder: DatasetFolder, path: str, table: pa.Table) -> None:
    """Write one Parquet file whole."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    folder.write(path, sink.getvalue().to_pybytes())


def write_list(folder: DatasetFolder, name: str, shards: int) -> int:
    """Write ``errors.jsonl`` or ``skipped.jsonl``: what the last run left out; nothing, no file. Return how many."""
    found = list(folder.read_lines(folder.work(name, "intake.jsonl")))
    for rank in range(shards):
        found += folder.read_lines(folder.work(name, f"{rank:06d}.jsonl"))
    if found:
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)
        folder.write(folder.path(f"{name}.jsonl"), lines.encode("utf-8", "replace"))
    else:
        folder.remove(folder.path(f"{name}.jsonl"))
    return len(found)


def write_canonical(folder: DatasetFolder) -> None:
    """Write ``entities_canonical``: each thing once, by its fullest common name, with its counts.

    The mentions are added up part by part in Arrow, so that memory grows with the number of different names only.
    """
    names = Tally("entity_id", "label", "name")
    places = Tally("entity_id", "province", "province_2025")
    articles = Tally("entity_id")
    for part in folder.files(folder.path("entities"), ".parquet"):
        columns = ["id", "text", "label", "entity_id", "province", "province_2025"]
        mentions = pq.read_table(part, columns=columns, filesystem=folder.fs)
        mentions = mentions.filter(pc.is_valid(mentions["entity_id"]))
        spaced = pc.utf8_trim_whitespace(pc.replace_substring_regex(mentions["text"], r"\s+", " "))
        names.add(mentions.append_column("name", spaced))
        places.add(mentions.filter(pc.is_valid(mentions["province"])))
        articles.add(mentions.group_by(["id", "entity_id"]).aggregate([]))
    where: dict[str, dict[str, Any]] = {}
    for row in places.rows():
        best = where.get(row["entity_id"])
        if best is None or (row["n"], row["province"]) > (best["n"], best["province"]):
            where[row["entity_id"]] = row
    times = {row["entity_id"]: row["n"] for row in articles.rows()}
    rows = []
    for thing, group in itertools.groupby(names.rows(), key=lambda row: row["entity_id"]):
        found = list(group)
        labels: Counter[str] = Counter()
        common: Counter[str] = Counter()
        for row in found:
            labels[row["label"]] += row["n"]
            common[row["name"]] += row["n"]
        place = where.get(thing, {})
        rows.append(
            {
                "entity_id": thing,
                "label": max(labels, key=lambda label: (labels[label], label)),
                "name": canonical_name(common),
                "province": place.get("province"),
                "province_2025": place.get("province_2025"),
                "mentions": sum(common.values()),
                "articles": times[thing],
            }
        )
    table = pa.Table.from_pylist(rows, schema=DERIVED["entities_canonical"])
    write_table(folder, folder.path("entities_canonical", "all.parquet"), table)


class Tally:
    """How often each combination of some columns occurs, over many tables."""

    def __init__(self, *columns: str) -> None:
        self.columns = list(columns)
        self.table: pa.Table | None = None

    def add(self, table: pa.Table) -> None:
        """Count the rows of one more table."""
        counted = table.group_by(self.columns).aggregate([([], "count_all")])
        counted = counted.rename_columns([*self.columns, "n"])
        if self.table is not None:
            both = pa.concat_tables([self.table, counted])
            counted = both.group_by(self.columns).aggregate([("n", "sum")]).rename_columns([*self.columns, "n"])
        self.table = counted

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the combinations in order, each with its number as ``n``."""
        if self.table is not None:
            ordered = self.table.sort_by([(column, "ascending") for column in self.columns])
            for batch in ordered.to_batches(max_chunksize=10_000):
                yield from batch.to_pylist()


def canonical_name(names: Counter[str]) -> str:
    """Return the fullest of the names that are common: at least a fifth as frequent as the most frequent one."""
    common = max(names.values()) / 5
    return max(
        (name for name, times in names.items() if times >= common), key=lambda name: (len(name), names[name], name)
    )


def write_clusters(folder: DatasetFolder) -> None:
    """Write ``clusters``: which articles say nearly the same (the id of the first of them)."""
    from trichtin.store.near_duplicates import cluster_sketches

    parts = [
        pq.read_table(part, columns=["id", "sketch"], filesystem=folder.fs)
        for part in folder.files(folder.path("articles"), ".parquet")
    ]
    if parts:
        articles = pa.concat_tables(parts)
        firsts = cluster_sketches(scalar.as_py() for scalar in articles["sketch"])
        ids = articles["id"].combine_chunks()
        table = pa.table([ids, ids.take(pa.array(firsts, pa.int64()))], schema=DERIVED["clusters"])
    else:
        table = DERIVED["clusters"].empty_table()
    write_table(folder, folder.path("clusters", "all.parquet"), table)


def write_manifest(folder: DatasetFolder, state: dict[str, Any], counts: Counter[str]) -> None:
    """Write ``manifest.json``: what the data set holds, and which run, code and models made it."""
    path = folder.path("manifest.json")
    manifest = folder.read_json(path, {"format": FORMAT, "runs": []})
    tables = {}
    for table in (*SCHEMAS, *DERIVED):
        parts = folder.files(folder.path(table), ".parquet")
        tables[table] = {"files": len(parts), "rows": sum(_rows(folder, part) for part in parts)}
    run = {
        "run": state["run"],
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "inputs": state["inputs"],
        "fingerprint": state["fingerprint"],
        "options": state["options"],
        "counts": dict(counts) | {"unchanged": state["unchanged"], "replaced": len(state["replaced"])},
        "versions": versions(),
    }
    runs = [entry for entry in manifest["runs"] if entry["run"] != state["run"]]
    folder.write_json(path, {"format": FORMAT, "tables": tables, "runs": [*runs, run]})


def versions() -> dict[str, str]:
    """Return the versions of what made the data set; models by the hash of their files."""
    import spacy

    digest = hashlib.sha256()
    for path in sorted(p for p in models_dir().rglob("*") if p.is_file()):
        digest.update(path.relative_to(models_dir()).as_posix().encode() + path.read_bytes())
    return {
        "trichtin": __version__,
        "models": digest.hexdigest()[:16],
        "spacy": spacy.__version__,
        "python": platform.python_version(),
    }


def _rows(folder: DatasetFolder, part: str) -> int:
    with folder.fs.open(part, "rb") as stream:
        return int(pq.read_metadata(stream).num_rows)


def _counts(folder: DatasetFolder, shards: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for rank in range(shards):
        counts.update(folder.read_json(folder.work("counts", f"{rank:06d}.json"), {}))
    counts.pop("failed", None)
    counts.pop("skipped", None)
    return counts
