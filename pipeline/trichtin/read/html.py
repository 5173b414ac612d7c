"""HTML to pages: one block of the page a line, in the order of the document, with what the markup says of each.

GD&TĐ and its sister papers use one content management system, whose class names we know (``article__title``,
``article__sapo``, ``article__body`` …). Every other site goes through trafilatura, which tells the article's lines.
Boxes that are not the article stay in the text as lines with a hint, so that nothing is lost silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree
from lxml.html import HtmlElement as Element

from trichtin.read.metadata import Metadata, read_metadata
from trichtin.read.page import Hint, Page, ReadError, normalise

Block = tuple[str, str]  # kind of hint ("" for none), text

# Class or id of an element in the CMS → what its text is. The first that matches, from the outside in, holds;
# related boxes inside the body override it.
PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"article-relate|notebox|related|box-tin|read-more|inner-article|c-box|story--related|zone--|timeline|most-read"
        ),
        "related-",
    ),
    (
        re.compile(
            r"comment|social|share|article__tag|tags|breadcrumb|article__action|toolbar|advert|banner|ads|podcast|footer|navbar|menu|paging"
        ),
        "chrome-",
    ),
    (re.compile(r"article__title|detail-title|detail__title|article-title|title-detail"), "title"),
    (re.compile(r"article__sapo|detail-sapo|article-sapo|sapo|article__summary|detail__summary"), "lead"),
    (re.compile(r"article__author|author|byline"), "byline-"),
    (re.compile(r"article__meta|article__date|time|date"), "chrome-"),
    (re.compile(r"article__body|cms-body|detail-content|article__content|detail__content|article-body"), "body"),
)
KNOWN_CMS = re.compile(r"class=[\"'][^\"']{0,200}(?:article__title|article__body|cms-body)")
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "video",
        "audio",
        "select",
        "option",
        "textarea",
        "head",
        "button",
        "input",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
DEEPEST = 200  # nested elements; lxml's own limit for the rest


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML, by its beginning."""
    return bool(
        re.match(
            r"\s*(?:<!doctype html|<html|<\?xml[^>]{0,100}\?>\s*<html|<head|<body|<article|<div)",
            text[:2000],
            re.IGNORECASE,
        )
    )


def read_html(html: str, name: str, source: str) -> Page:
    """Read one HTML page.

    Args:
        html: the page's source.
        name: the page's id.
        source: where it was read from, for errors.

    Returns:
        The page; ``text`` has one block a line, white space inside a block collapsed, table cells of a row joined by `` | ``.

    Raises:
        ReadError: there is no text in it.
    """
    tree = _parse(html, source)
    metadata = read_metadata(tree)
    blocks = list(_cms_blocks(tree)) if KNOWN_CMS.search(html) else _other_blocks(tree, html)
    lines: list[str] = []
    hints: list[Hint] = []
    position = 0
    for kind, raw in blocks:
        text = normalise(raw)
        if not text:
            continue
        if kind:
            hints.append(Hint(position, position + len(text), kind))
        lines.append(text)
        position += len(text) + 1
    if not lines:
        raise ReadError(
            source, "has no text. Check that the page was saved whole (some sites need a browser to fill it)"
        )
    return _page(name, source, "\n".join(lines), metadata, hints)


def _page(name: str, source: str, text: str, metadata: Metadata, hints: list[Hint]) -> Page:
    title = next((text[h.start : h.end] for h in hints if h.kind == "title"), None) or metadata.title
    return Page(name, source, text, title, metadata.published, metadata.url, metadata.author, hints)


def _parse(html: str, source: str) -> Element:
    try:
        # Bytes, since lxml refuses a text that declares an encoding of its own.
        parser = lxml.html.HTMLParser(
            recover=True, huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
        )
        return lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(source, f"is no HTML that can be read ({error}). Get a whole copy of it") from error


def _cms_blocks(tree: Element) -> Iterator[Block]:
    """Yield the blocks of a page of the known CMS; what stands after the body's end is not the article."""
    seen_body = False
    for text, classes, tag in _walk(tree):
        kind = _part(classes)
        if kind == "body":
            seen_body = True
            if tag == "figcaption" or any("caption" in c or "image__desc" in c for c in classes):
                kind = "caption"
            elif tag in ("h2", "h3", "h4"):
                kind = "heading"
        elif not kind:
            heading = tag in ("h2", "h3", "h4", "h5") and len(text) < 60
            kind = "heading-" if heading and seen_body else "chrome-" if not seen_body else "related-"
        elif kind == "related-" and tag in ("h2", "h3", "h4", "h5") and len(text) < 30:
            kind = "heading-"
        yield kind, text


def _part(classes: tuple[str, ...]) -> str:
    """Return what a block is by the classes of its ancestors, outermost first; boxes in the body win over it."""
    found = ""
    for value in classes:
        for pattern, kind in PARTS:
            if pattern.search(value):
                # A box is a box, whatever stands inside it; other parts are told by the innermost element.
                if kind in ("related-", "chrome-") and not (kind == "chrome-" and found == "body" and "time" in value):
                    return kind
                found = kind if not (found in ("title", "lead") and kind == "body") else found
                break
    return found


def _other_blocks(tree: Element, html: str) -> list[Block]:
    """Return the blocks of any other site, told apart by trafilatura.

    The page's heading and what trafilatura takes for the article are left to the filter stage without a hint when
    trafilatura found them, and are marked as related where it did not. When it finds nothing, nothing is marked.
    """
    import trafilatura  # slow to import, and most batches are text

    extracted = trafilatura.extract(
        html, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    blocks = [(text, tag) for text, _, tag in _walk(tree)]
    if not extracted:
        return [("", text) for text, _ in blocks]
    article = {_key(line) for line in extracted.split("\n") if line.strip()}
    whole = _key(extracted)
    out: list[Block] = []
    for text, tag in blocks:
        if tag == "h1":
            out.append(("title" if not any(kind == "title" for kind, _ in out) else "", text))
        elif _key(text) in article or (len(text) > 40 and _key(text) in whole):
            out.append(("", text))
        else:
            out.append(("related-", text))
    return out


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _walk(tree: Element) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield ``(text, classes of the ancestors, innermost block tag)`` of each block in the order of the document.

    Iterative and linear: hostile pages nest elements by the ten thousand.
    """
    body = tree.find("body")
    root = body if body is not None else tree
    buffer: list[str] = []
    classes: list[str] = []
    tags: list[str] = [root.tag if isinstance(root.tag, str) else "body"]

    def flush() -> Iterator[tuple[str, tuple[str, ...], str]]:
        text = " ".join("".join(buffer).split())
        buffer.clear()
        if text:
            yield text, tuple(classes), tags[-1]

    skip: Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if skip is not None:
            if event == "end" and element is skip:
                skip = None
                buffer.append(" " + (element.tail or ""))
            continue
        block = tag in BLOCKS and tag not in ("td", "th", "thead", "tbody")
        if event == "start":
            if tag in SKIPPED or _hidden(element):
                skip = element
                continue
            if block:
                yield from flush()
                tags.append(tag)
                classes.append(
                    f"{tag} {element.get('class') or ''} {element.get('id') or ''}".lower()
                    if len(classes) < DEEPEST
                    else ""
                )
            elif tag == "br":
                yield from flush()
            elif tag in ("td", "th") and any(part.strip() for part in buffer):
                buffer.append(" | ")
            buffer.append(element.text or "")
        else:
            if block:
                yield from flush()
                tags.pop()
                classes.pop()
            if element is not root:
                # Links side by side, as in a menu, are words of their own.
                buffer.append(element.tail or (" " if tag == "a" else ""))
    yield from flush()


def _hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None
