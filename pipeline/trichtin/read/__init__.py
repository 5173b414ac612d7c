"""The read stage: files, folders, tables and standard input become pages of text."""

from trichtin.read.decode import read_text
from trichtin.read.html import read_html
from trichtin.read.page import Hint, Page, ReadError, normalise
from trichtin.read.sources import count, read

__all__ = ["Hint", "Page", "ReadError", "count", "normalise", "read", "read_html", "read_text"]
