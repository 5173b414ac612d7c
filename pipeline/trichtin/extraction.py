"""The whole road from a page to its record, and the pipeline that annotates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from trichtin.annotate import load_pipeline
from trichtin.read import Page, ReadError, normalise
from trichtin.record import ArticleText, Record, build_record

if TYPE_CHECKING:
    from trichtin.filter import PageFilter
    from trichtin.filter.education import EducationClassifier


@cache
def load() -> Language:
    """Return the annotate stage with its trained models: a spaCy ``Language``, loaded once a process."""
    return load_pipeline()


@cache
def _filter() -> PageFilter:
    # Imported with the first page: scikit-learn behind it takes longer to import than load() may take.
    from trichtin.filter import PageFilter

    return PageFilter.load()


@cache
def _education() -> EducationClassifier:
    from trichtin.filter.education import EducationClassifier

    return EducationClassifier.load()


def warm_up() -> None:
    """Load all models now: what waits for the first article is not the article's own time."""
    load()("Trường học.")
    _filter()
    _education()


def extract(text: str | Page, *, page_filter: PageFilter | None = None, **meta: Any) -> Record:
    """Extract the facts of one page.

    Args:
        text: the page's text, or a :class:`trichtin.read.Page`. A text is put into the record's form first
            (line ends ``\\n``, Unicode NFC, trailing white space removed).
        page_filter: the filter stage to use instead of the one that ships, such as one that you trained.
        **meta: for a text, any of ``id``, ``source``, ``title``, ``published`` (ISO date), ``url``, ``author``.

    Returns:
        The record; offsets are code points into ``record["text"]``.

    Raises:
        TypeError: ``text`` is neither text nor page (read files with :func:`trichtin.read`).
    """
    if isinstance(text, str):
        page = Page(**{"id": "page", "source": "text", **meta, "text": normalise(text)})
    elif isinstance(text, Page):
        page = text
    else:
        raise TypeError(f"extract takes a text or a Page, not {type(text).__name__}; read files with trichtin.read")
    blocks = (page_filter or _filter()).label(page)
    article = ArticleText(page.text, blocks)
    nlp = load()
    doc = nlp.make_doc(article.text)
    doc._.blocks = article.blocks()
    doc._.published = page.published
    doc = nlp(doc)
    return build_record(page, blocks, article, doc, _education().predict(article.text))


def extract_many(
    pages: Iterable[str | Path | Page | ReadError], *, errors: list[ReadError] | None = None
) -> Iterator[Record]:
    """Stream the records of many pages; a page that fails costs itself only.

    Args:
        pages: texts, pages, paths (read with :func:`trichtin.read`), or what ``trichtin.read`` yields.
        errors: a list to which each failure is added. Without it a failure is logged as a warning.

    Yields:
        A record a page, in order, failures left out.
    """
    for number, item in enumerate(pages, 1):
        for page in _pages(item, number):
            outcome = attempt(page)
            if isinstance(outcome, ReadError):
                report(outcome, errors)
            else:
                yield outcome


def attempt(page: Page | ReadError) -> Record | ReadError:
    """Extract from one page; whatever goes wrong comes back as an error that names the page."""
    if isinstance(page, ReadError):
        return page
    try:
        return extract(page)
    except Exception as error:  # a batch must go on whatever one page does to a component
        return ReadError(page.source, f"extraction failed: {type(error).__name__}: {error}")


def report(error: ReadError, errors: list[ReadError] | None) -> None:
    """Add the error to the list, or log it where there is none."""
    if errors is not None:
        errors.append(error)
    else:
        import logging

        logging.getLogger("trichtin").warning("%s", error)


def _pages(item: str | Path | Page | ReadError, number: int) -> Iterable[Page | ReadError]:
    if isinstance(item, Path):
        from trichtin.read import read

        return read([item])
    if isinstance(item, str):
        return [Page(id=f"page-{number:04d}", source=f"text {number}", text=normalise(item))]
    return [item]
