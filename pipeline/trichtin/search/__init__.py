"""The search stage: a data set as one SQLite file, and what people look for in it.

>>> from trichtin.search import Filters, facets, open_db, search, to_frame
>>> db = open_db("facts.db")
>>> page = search(db, "giáo viên", Filters(kind="figure", province="Nghệ An", min_value=1000))
>>> to_frame(page)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trichtin.search.counts import Facets, facets
    from trichtin.search.filters import Filters
    from trichtin.search.find import FactsError, Page, open_db, search, to_frame
    from trichtin.search.index import IndexingError, build_index

_HOME = {
    "Facets": "counts",
    "FactsError": "find",
    "Filters": "filters",
    "IndexingError": "index",
    "Page": "find",
    "build_index": "index",
    "facets": "counts",
    "open_db": "find",
    "search": "find",
    "to_frame": "find",
}
__all__ = [
    "Facets",
    "FactsError",
    "Filters",
    "IndexingError",
    "Page",
    "build_index",
    "facets",
    "open_db",
    "search",
    "to_frame",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its module on first use (PEP 562), so that ``--help`` answers at once."""
    if name not in _HOME:
        raise AttributeError(f"module 'trichtin.search' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"trichtin.search.{_HOME[name]}"), name)
