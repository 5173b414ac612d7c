"""The read stage: files, folders, tables and standard input become pages of text."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from trichtin.read.decode import read_text
from trichtin.read.html import read_html
from trichtin.read.page import Hint, Page, ReadError, normalise
from trichtin.read.sources import count, read

__all__ = ["Hint", "Page", "ReadError", "count", "normalise", "read", "read_html", "read_text"]


class _CallableModule(ModuleType):
    """``trichtin.read(…)``: Python puts this module in the place of the function of its name once anything imports it."""

    def __call__(self, inputs: Iterable[str | Path], stdin: Any = None) -> Iterator[Page | ReadError]:
        return read(inputs, stdin)


sys.modules[__name__].__class__ = _CallableModule
