"""``facts.db`` from a data set: made at once, or brought up to date with only what changed.

The work is done on a file beside the target, which takes the target's name when all is done: whoever reads the old
file goes on reading it whole, and whoever opens the name next sees the new one.
"""

from __future__ import annotations

import gc
import hashlib
import json
import multiprocessing
import os
import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from trichtin import __version__
from trichtin.search.bundles import Rows, articles, clusters
from trichtin.search.fold import FOLD_VERSION, forms
from trichtin.search.rows import Article as ArticleRows
from trichtin.search.rows import Row, article_rows, fts_words, outlet
from trichtin.search.schema import SCHEMA_VERSION, TABLES, create_indexes, create_tables
from trichtin.store.dataset import DatasetError, table_dataset

_PART = 100  # articles that are prepared together
_WORTHWHILE = 8  # parts from which on a second process is started
_AHEAD = 6  # parts that wait to be written
_HELD = 20_000  # facts that are held before they are written
_DETAILS = ("figures", "quotes", "dates", "entities", "people")


class IndexingError(ValueError):
    """A database that cannot be made or added to; the message names it and says what to do."""


@dataclass(slots=True)
class Summary:
    """What a run of :func:`build_index` did, in articles; ``facts`` counts all that the database holds now."""

    added: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    facts: int = 0
    written: bool = False


def build_index(
    dataset: str | Path,
    output: str | Path,
    *,
    prune: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> Summary:
    """Make or bring up to date the search database of a data set.

    Args:
        dataset: what ``trichtin extract -o FOLDER`` wrote.
        output: the SQLite file. When it exists, articles that are new or differ are written, the others stay.
        prune: also remove articles that the data set does not hold (any more).
        progress: called with the number of articles seen so far, now and then.

    Returns:
        How many articles were added, updated, removed and left as they were.

    Raises:
        DatasetError: the folder is no data set or cannot be read.
        IndexingError: the output exists and is no database of ours, or cannot be written.
    """
    dataset, output = Path(dataset), Path(output)
    table_dataset(dataset, "articles")  # a wrong folder shows before any file is made
    with _alone(output):
        known = known_hashes(output)
        summary = Summary()
        writer = None if known else _Writer.new(output)
        try:
            seen: set[str] = set()
            for number, (article, found, fingerprint, made) in enumerate(_prepared(dataset, known or {}), 1):
                before = (known or {}).get(article["id"])
                seen.add(article["id"])
                if made is None:
                    summary.unchanged += 1
                else:
                    writer = writer or _Writer.copy(output)
                    if before is None:
                        summary.added += 1
                    else:
                        summary.updated += 1
                        writer.remove(article["id"])
                    writer.add(article, found, fingerprint, made)
                if number % 200 == 0:
                    progress(number)
            gone = [key for key in known or {} if key not in seen] if prune else []
            if gone:
                writer = writer or _Writer.copy(output)
                for key in gone:
                    writer.remove(key)
            summary.removed = len(gone)
            if writer:
                summary.facts = writer.finish(dataset)
                summary.written = True
            else:
                with closing(sqlite3.connect(f"file:{output}?mode=ro", uri=True)) as db:
                    summary.facts = db.execute("SELECT count(*) FROM facts").fetchone()[0]
        except BaseException:
            if writer:
                writer.abort()
            raise
    return summary


def known_hashes(path: Path) -> dict[str, str] | None:
    """Return the fingerprint of every article of a database; None when it has to be made from the start.

    Raises:
        IndexingError: the file is no database of ours.
    """
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            meta = dict(db.execute("SELECT key, value FROM meta"))
            if "schema" not in meta or "fold" not in meta:
                raise sqlite3.DatabaseError("no version in it")
            if (meta["schema"], meta["fold"]) != (str(SCHEMA_VERSION), str(FOLD_VERSION)):
                return None
            return dict(db.execute("SELECT id, hash FROM articles"))
    except sqlite3.Error as error:
        raise IndexingError(
            f"{path}: is not a database of 'trichtin index' ({error}); move it away or choose another -o"
        ) from error


Part = tuple[dict[str, Any], dict[str, Rows], str | None]
Prepared = tuple[dict[str, Any], list[Row], str, "Made | None"]


@dataclass(slots=True)
class Made:
    """What an article gives: its rows, and the words of each passage for the full-text index."""

    rows: ArticleRows
    words: list[tuple[str, str]]


def _prepared(dataset: Path, known: dict[str, str]) -> Iterator[Prepared]:
    """Yield the articles in their order, each with its blocks, its fingerprint and what it gives; None when it is known.

    Two processes do that work while this one writes, where there are enough articles to pay for their start.
    """
    cluster = clusters(dataset)
    parts = _parts(dataset, cluster, known)
    first = list(islice(parts, _WORTHWHILE))
    if len(first) < _WORTHWHILE or (os.cpu_count() or 1) < 2:
        for part in chain(first, parts):
            yield from _joined(part, _prepare(part))
        return
    with ProcessPoolExecutor(
        min(2, os.cpu_count() or 1), mp_context=multiprocessing.get_context("spawn"), initializer=_step_back
    ) as pool:
        waiting: deque[tuple[list[Part], Future[list[tuple[str, Made | None]]]]] = deque()
        for part in chain(first, parts):
            waiting.append((part, pool.submit(_prepare, part)))
            if len(waiting) > _AHEAD:
                ready, result = waiting.popleft()
                yield from _joined(ready, result.result())
        while waiting:
            ready, result = waiting.popleft()
            yield from _joined(ready, result.result())


def _joined(part: list[Part], prepared: list[tuple[str, Made | None]]) -> Iterator[Prepared]:
    for (article, found, _), (fingerprint, made) in zip(part, prepared, strict=True):
        yield article, found["blocks"], fingerprint, made


def _parts(dataset: Path, cluster: dict[str, str], known: dict[str, str]) -> Iterator[list[Part]]:
    part: list[Part] = []
    for article, found in articles(dataset):
        article["cluster_id"] = cluster.get(article["id"])
        article.pop("sketch", None)
        part.append((article, found, known.get(article["id"])))
        if len(part) == _PART:
            yield part
            part = []
    if part:
        yield part


def _step_back() -> None:
    """Leave the processor to the process that writes, which all wait for, and do without the search for cycles."""
    gc.disable()  # rows are many, and hold none
    if hasattr(os, "nice"):
        os.nice(5)


def _prepare(part: list[Part]) -> list[tuple[str, Made | None]]:
    """Return the fingerprint of each article and what it gives; the article itself need not travel back."""
    prepared: list[tuple[str, Made | None]] = []
    for article, found, before in part:
        fingerprint = _fingerprint(article, found)
        made = None
        if fingerprint != before:
            rows = article_rows(article, found)
            title = article["title"] or ""
            words = [fts_words(title, sentence, context) for _, _, _, sentence, context, _ in rows.passages]
            made = Made(rows, words)
        prepared.append((fingerprint, made))
    return prepared


def _fingerprint(article: dict[str, Any], found: dict[str, Rows]) -> str:
    whole = repr((sorted(article.items()), [found[name] for name in sorted(found)]))
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Hold the right to write a database; a second run at the same time is told so."""
    if output.is_dir() or not output.parent.is_dir():
        raise IndexingError(f"{output}: cannot be written; -o names a file in a folder that exists, such as facts.db")
    try:
        import fcntl
    except ImportError:  # Windows: no lock; the last of two runs wins, whole
        yield
        return
    lock = output.with_name(f".{output.name}.lock")
    try:
        stream = lock.open("w")
    except OSError as error:
        raise IndexingError(f"{output}: cannot be written ({error.strerror}); choose another place with -o") from error
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexingError(
                f"{output}: another 'trichtin index' is writing it; run again when it is done"
            ) from error
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _insert(table: str) -> str:
    columns = TABLES[table]
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


class _Writer:
    """The unfinished database beside its target."""

    def __init__(self, target: Path, *, fresh: bool) -> None:
        self.target, self.partial = target, _partial(target)
        self.fresh = fresh
        self.connection = sqlite3.connect(self.partial, isolation_level=None)
        for pragma in (
            "page_size=16384", "journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-262144",
            "threads=2", "temp_store=MEMORY", "secure_delete=OFF", "foreign_keys=OFF",
        ):  # fmt: skip
            self.connection.execute(f"PRAGMA {pragma}")
        self.db = Database(self.connection)
        if fresh:
            create_tables(self.db)
        self.connection.execute("INSERT INTO facts_fts(facts_fts, rank) VALUES ('hashsize', 67108864)")
        self.connection.execute("BEGIN")
        self.fact, self.passage, self.block = (
            self.connection.execute(f"SELECT coalesce(max(id), -1) + 1 FROM {table}").fetchone()[0]
            for table in ("facts", "passages", "blocks")
        )
        self.rows: dict[str, list[Row]] = {name: [] for name in TABLES}
        self.documents: list[Row] = []

    @classmethod
    def new(cls, target: Path) -> _Writer:
        _partial(target).unlink(missing_ok=True)
        return cls(target, fresh=True)

    @classmethod
    def copy(cls, target: Path) -> _Writer:
        shutil.copyfile(target, _partial(target))
        return cls(target, fresh=False)

    def add(self, article: dict[str, Any], blocks: list[Row], fingerprint: str, prepared: Made) -> None:
        """Add an article that the database does not hold."""
        made, rows, key = prepared.rows, self.rows, article["id"]
        values = {**article, "hash": fingerprint, "outlet": outlet(article)}
        rows["articles"].append(tuple(values[name] for name in TABLES["articles"]))
        rows["blocks"].extend((self.block + k, key, *row) for k, row in enumerate(blocks))
        self.block += len(blocks)
        rows["facts"].extend(
            (self.fact + number, key, *rest, self.passage + passage) for number, *rest, passage in made.facts
        )
        for name, details in made.details.items():
            if name == "people":
                rows[name].extend((self.fact + number, key, *rest) for number, *rest in details)
            else:
                rows[name].extend((self.fact + number, *rest) for number, *rest in details)
        for (number, *rest), words in zip(made.passages, prepared.words, strict=True):
            rows["passages"].append((self.passage + number, key, *rest))
            self.documents.append((self.passage + number, *words, rest[-1]))
        self.fact += len(made.facts)
        self.passage += len(made.passages)
        if len(rows["facts"]) >= _HELD:
            self._flush()

    def remove(self, article: str) -> None:
        """Remove an article and all that it gave."""
        self._flush()
        (title,) = self.connection.execute("SELECT title FROM articles WHERE id = ?", [article]).fetchone()
        for number, sentence, context, tags in self.connection.execute(
            "SELECT id, sentence, context, tags FROM passages WHERE article_id = ?", [article]
        ).fetchall():
            # An index without texts has to be told what it held; the same function made it.
            self.connection.execute(
                "INSERT INTO facts_fts(facts_fts, rowid, words, context, tags) VALUES ('delete', ?, ?, ?, ?)",
                [number, *fts_words(title or "", sentence, context), tags],
            )
        for name in _DETAILS:
            self.connection.execute(
                f"DELETE FROM {name} WHERE id IN (SELECT id FROM facts WHERE article_id = ?)", [article]
            )
        for name in ("facts", "passages", "blocks"):
            self.connection.execute(f"DELETE FROM {name} WHERE article_id = ?", [article])
        self.connection.execute("DELETE FROM articles WHERE id = ?", [article])

    def finish(self, dataset: Path) -> int:
        """Complete the database and give it its name; return how many facts it holds."""
        self._flush()
        self._things(dataset)
        self._lists()
        create_indexes(self.db)
        if self.fresh:
            self.connection.execute("INSERT INTO facts_fts(facts_fts) VALUES ('optimize')")
        facts: int = self.connection.execute("SELECT count(*) FROM facts").fetchone()[0]
        self._meta()
        self.connection.execute("COMMIT")
        self.connection.execute("PRAGMA analysis_limit = 2000")  # a sample tells as much, in a tenth of the time
        self.connection.execute("ANALYZE" if self.fresh else "PRAGMA optimize")
        self.connection.close()
        with self.partial.open("rb") as stream:
            os.fsync(stream.fileno())
        os.replace(self.partial, self.target)
        return facts

    def abort(self) -> None:
        """Leave nothing behind."""
        self.connection.close()
        self.partial.unlink(missing_ok=True)

    def _flush(self) -> None:
        for name, rows in self.rows.items():
            if rows:
                self.connection.executemany(_insert(name), rows)
                rows.clear()
        if self.documents:
            self.connection.executemany(
                "INSERT INTO facts_fts (rowid, words, context, tags) VALUES (?, ?, ?, ?)", self.documents
            )
            self.documents.clear()

    def _things(self, dataset: Path) -> None:
        """Write every entity of the database once, by the name that it is called most."""
        self.connection.execute("DELETE FROM things")
        articles_of = dict(
            self.connection.execute(
                "SELECT entity_id, count(*) FROM (SELECT DISTINCT entity_id, article_id"
                " FROM entities JOIN facts USING (id)) GROUP BY entity_id"
            )
        )
        named = self.connection.execute(
            "SELECT entity_id, label, text, count(*), max(province), max(province_2025)"
            " FROM entities JOIN facts USING (id) GROUP BY entity_id, text"
        )
        canonical = _canonical_names(dataset)
        rows = []
        for key, group in groupby(named, itemgetter(0)):
            spellings = list(group)
            if key is None:
                continue
            # A person's id is the folded full name; of the texts that fold to it the commonest is the name.
            full = [s for s in spellings if s[1] != "PER" or "-".join(forms(s[2])[1]) == key[4:]] or spellings
            best = max(full, key=itemgetter(3))
            name = canonical.get(key) or best[2]
            rows.append(
                (key, best[1], name, " ".join(forms(name)[1]), best[4], best[5], sum(s[3] for s in spellings),
                 articles_of[key])
            )  # fmt: skip
        self.connection.executemany(_insert("things"), rows)

    def _lists(self) -> None:
        """Write the roles and provinces there are, so that a filter typed without tone marks finds its values."""
        for table in ("roles", "provinces"):
            self.connection.execute(f"DELETE FROM {table}")
        roles = self.connection.execute("SELECT role, count(*) FROM people WHERE role <> '' GROUP BY role").fetchall()
        self.connection.executemany(_insert("roles"), [(role, " ".join(forms(role)[1]), n) for role, n in roles])
        for column, name in (("province", "63"), ("province_2025", "34")):
            found = self.connection.execute(
                f"SELECT {column}, count(*) FROM facts WHERE {column} IS NOT NULL GROUP BY {column} ORDER BY 2 DESC"
            ).fetchall()
            self.connection.executemany(
                _insert("provinces"),
                [(None, province, " ".join(forms(province)[1]), name, n) for province, n in found],
            )

    def _meta(self) -> None:
        counts = {
            name: self.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("articles", "facts", "passages", "things", *_DETAILS)
        }
        values = {
            "version": __version__,
            "schema": str(SCHEMA_VERSION),
            "fold": str(FOLD_VERSION),
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
            "counts": json.dumps(counts),
        }
        self.connection.executemany("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", values.items())


def _canonical_names(dataset: Path) -> dict[str, str]:
    """Return the names that the batch engine chose over the whole data set, where it made that table."""
    try:
        table = table_dataset(dataset, "entities_canonical").to_table(columns=["entity_id", "name"])
    except DatasetError:
        return {}
    return dict(zip(table["entity_id"].to_pylist(), table["name"].to_pylist(), strict=True))


def _partial(path: Path) -> Path:
    return path.with_name(f".{path.name}.partial")
