"""Inputs that only batches have: files at a URL (through fsspec) and WARC archives (through datatrove's reader)."""

from __future__ import annotations

import gzip
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from fsspec.core import url_to_fs

from trichtin.read import Page, ReadError, read
from trichtin.read.html import read_html
from trichtin.read.metadata import iso_date


def read_remote(url: str) -> Iterator[Page | ReadError]:
    """Read the pages of a file, of a folder, or of what a pattern with ``*`` matches, at a URL (``s3://``, ``hf://`` …).

    One file at a time is brought to the local disk, read there and removed. A page's source is the file's URL.
    """
    try:
        fs, root = url_to_fs(url)
        if "*" in root:
            files = sorted(fs.glob(root))
        elif fs.isdir(root):
            files = sorted(fs.find(root))
        else:
            files = [root]
    except Exception as error:  # each file system has its own errors
        yield ReadError(url, f"cannot be reached ({type(error).__name__}: {error}). Check the URL and its credentials")
        return
    if not files:
        yield ReadError(url, "holds no file. Check the URL")
    for file in files:
        if PurePosixPath(file).name.startswith("."):
            continue
        source = fs.unstrip_protocol(file)
        with tempfile.TemporaryDirectory(prefix="trichtin-") as place:
            copy = Path(place) / PurePosixPath(file).name
            try:
                fs.get_file(file, str(copy))
            except Exception as error:
                yield ReadError(source, f"cannot be fetched ({type(error).__name__}: {error}). Check the URL")
                continue
            for page in read_warc(str(copy)) if ".warc" in copy.name else read([copy]):
                if isinstance(page, ReadError):
                    yield ReadError(page.source.replace(str(copy), source), page.reason)
                else:
                    page.source = page.source.replace(str(copy), source)
                    yield page


def read_warc(item: str) -> Iterator[Page | ReadError]:
    """Read the HTML pages of a WARC archive (``.warc``, ``.warc.gz``), as Common Crawl has them.

    Needs the extra ``trichtin[warc]``.
    """
    path = Path(item)
    if not path.is_file():
        yield ReadError(item, "does not exist. Check the path")
        return
    try:
        from datatrove.pipeline.readers import WarcReader

        reader = WarcReader(str(path.parent), glob_pattern=path.name)
        found = 0
        for document in reader.run():
            found += 1
            url = str(document.metadata.get("url") or item)
            try:
                page = read_html(document.text, document.id.strip("<>").removeprefix("urn:uuid:"), url)
            except ReadError as error:
                yield error
                continue
            page.url = url
            page.published = page.published or iso_date(str(document.metadata.get("date") or "")[:10])
            yield page
        # datatrove's reader passes over what it cannot read, so a half archive would look like a whole one.
        if not _ends_whole(path):
            yield ReadError(item, f"ends too early, after {found} pages, which were read. Get a whole copy of it")
        elif not found:
            yield ReadError(item, "holds no HTML page. Give a WARC file with responses (not WET or WAT)")
    except ImportError as error:
        yield ReadError(item, f"needs more to be read ({error}). Install trichtin[warc] and the library libmagic")
    except Exception as error:  # a broken archive
        yield ReadError(item, f"is damaged ({type(error).__name__}: {error}). Get a whole copy of it")


def _ends_whole(path: Path) -> bool:
    """Tell whether a packed archive can be unpacked to its end."""
    if not path.name.endswith(".gz"):
        return True
    try:
        with gzip.open(path) as stream:
            while stream.read(1 << 20):
                pass
    except (EOFError, OSError, zlib.error):
        return False
    return True
