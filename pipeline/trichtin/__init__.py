"""Trích Tin: facts from Vietnamese education news, each with its place in the text.

>>> import trichtin
>>> nlp = trichtin.load()                       # the annotate stage, a spaCy Language
>>> record = trichtin.extract(page_text)        # read, filter, annotate, record
>>> for record in trichtin.extract_many(pages): ...
>>> tables = trichtin.to_frames(records)        # pandas, one frame a kind of fact
>>> data = trichtin.load_dataset("dataset/")    # a data set on disk, as typed pandas tables

Heavy libraries are imported when a function first needs them, so that ``import trichtin`` and the command
line's ``--help`` answer at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trichtin.batch import extract_dataset
    from trichtin.extraction import extract, extract_many, load
    from trichtin.read import Page, ReadError, read
    from trichtin.store import to_frames
    from trichtin.store.load import Dataset, load_dataset

__version__ = "0.1.0"
__all__ = [
    "Dataset",
    "Page",
    "ReadError",
    "__version__",
    "extract",
    "extract_dataset",
    "extract_many",
    "load",
    "load_dataset",
    "read",
    "to_frames",
]

_HOME = {
    "load": "trichtin.extraction",
    "extract": "trichtin.extraction",
    "extract_many": "trichtin.extraction",
    "read": "trichtin.read",
    "Page": "trichtin.read",
    "ReadError": "trichtin.read",
    "to_frames": "trichtin.store",
    "extract_dataset": "trichtin.batch",
    "Dataset": "trichtin.store.load",
    "load_dataset": "trichtin.store.load",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its module on first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'trichtin' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
