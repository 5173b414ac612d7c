"""The application: Datasette over one read-only database, with our pages, our settings and our headers."""

from __future__ import annotations

import hashlib
import os
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from trichtin.search.find import open_db
from trichtin.serve import plugin

HERE = Path(__file__).parent
NAME = "facts"
SETTINGS = {
    "sql_time_limit_ms": 1000,  # of SQL that a visitor writes
    "max_returned_rows": 1000,
    "facet_time_limit_ms": 300,
    "facet_suggest_time_limit_ms": 50,
    "num_sql_threads": 4,
    "default_cache_ttl": 0,  # the database may be replaced while the server runs
    "max_csv_mb": 100,
    "allow_download": False,
}
METADATA = {
    "title": "Trích Tin",
    "description": "Facts from Vietnamese education news, each with its place in the text.",
}


class FactsServer(Datasette):
    """Datasette that opens the database anew when ``trichtin index`` has put another in its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.serves_facts = True  # known to our plugin when Datasette asks it for its addresses
        self.generation = 0
        super().__init__(
            files=[],
            immutables=[],
            metadata=METADATA,
            settings=SETTINGS,
            template_dir=str(HERE / "templates"),
            static_mounts=[("assets", str(HERE / "static"))],
        )
        self.mark = _mark(path)
        self.facts = self._open()

    def _open(self) -> Database:
        # Each generation has a name of its own, since Datasette's threads keep their connections by name.
        self.generation += 1
        name = f"{NAME}{self.generation}"
        mark = hashlib.sha256(repr((self.path, self.mark)).encode()).hexdigest()
        size = self.path.stat().st_size
        self.inspect_data = {name: {"hash": mark, "size": size, "file": str(self.path), "tables": _counts(self.path)}}
        return self.add_database(Database(self, path=str(self.path), is_mutable=False), name=name, route=NAME)

    def refresh(self) -> None:
        """Open the file anew if it is another one than before; a file that is gone for now changes nothing."""
        mark = _mark(self.path)
        if mark is None or mark == self.mark:
            return
        open_db(self.path).close()  # whole and ours, or an error that keeps the old one
        old, self.mark = self.facts, mark
        self.facts = self._open()
        self.remove_database(old.name)


def _counts(path: Path) -> dict[str, dict[str, int]]:
    """Return the rows of each table, which Datasette would count at each visit; those of a full-text index cannot be."""
    with closing(open_db(path)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: {
                "count": 0
                if name.startswith(("facts_fts", "sqlite_"))
                else db.execute(f"SELECT count(*) FROM [{name}]").fetchone()[0]
            }
            for name in names
        }


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def make_app(path: str | Path) -> FactsServer:
    """Return the server for one database.

    Args:
        path: the file that ``trichtin index`` wrote.

    Raises:
        FactsError: it is no such file.
    """
    open_db(path).close()
    if not pm.is_registered(plugin):
        pm.register(plugin, name="trichtin")
    # With rich installed Datasette prints a page of locals for every wrong address.
    import_module("datasette.handle_exception").rich = None  # type: ignore[attr-defined]
    return FactsServer(Path(path).resolve())


def serve(path: str | Path, host: str, port: int) -> None:
    """Serve until interrupted."""
    import uvicorn

    app: Any = make_app(path).app()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
