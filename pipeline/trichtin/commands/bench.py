"""``trichtin bench``: how fast extraction is, beside underthesea's ``ner`` on the same texts in the same process."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from typing import Any


def run(arguments: argparse.Namespace) -> int:
    """Print articles a second of both and their ratio; return 0."""
    from underthesea import ner

    from trichtin.extraction import attempt, load
    from trichtin.read import Page, read

    pages = [page for page in read(arguments.inputs) if isinstance(page, Page)][: arguments.pages]
    load()
    attempt(pages[0])
    ner("Trường học.")  # models are read before the clock starts
    ours = _seconds(attempt, pages)
    theirs = _seconds(ner, [page.text for page in pages])
    print(f"{len(pages)} articles, one process, one run")
    print(f"trichtin extract  {len(pages) / ours:8.1f} articles/s  (filter, entities, figures, dates, quotes, people)")
    print(f"underthesea ner   {len(pages) / theirs:8.1f} articles/s  (entities only)")
    print(f"ratio             {theirs / ours:8.1f}")
    return 0


def _seconds(function: Callable[[Any], Any], items: Iterable[Any]) -> float:
    started = time.perf_counter()
    for item in items:
        function(item)
    return time.perf_counter() - started
