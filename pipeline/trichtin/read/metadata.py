"""Title, date of publication, author and address from a page's own metadata."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

import lxml.html

DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
VIETNAMESE_DATE = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
DATE_META = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "date",
    "dc.date.issued",
    "publish-date",
)
LARGEST_SCRIPT = 200_000
VIETNAM = timezone(timedelta(hours=7))
# Elements that show the page's own time, by class or id, and those that show today's.
TIME_CLASS = re.compile(r"(?:^|[\s_-])p?(?:time|date|datetime|meta)(?:$|[\s_-])")
CLOCK_CLASS = re.compile(r"current|today|clock|(?:^|\s)header(?:$|[\s_])|site-?header|footer|relate|sidebar")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; ``published`` is an ISO date."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None


def read_metadata(tree: lxml.html.HtmlElement) -> Metadata:
    """Return a page's metadata from its meta elements, JSON-LD, and the element that shows its time."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        value = (element.get("content") or "").strip()
        if key and value:
            meta.setdefault(key, value)
    linked = _json_ld(tree)
    published = next((found for key in DATE_META if (found := iso_date(meta.get(key)))), None)
    published = published or iso_date(linked.get("datePublished")) or _shown_date(tree)
    author = meta.get("article:author") or meta.get("author") or _name(linked.get("author")) or _shown_author(tree)
    if author and author.startswith("http"):
        author = _shown_author(tree)
    url = next(
        (e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None
    ) or meta.get("og:url")
    return Metadata(meta.get("og:title"), published, " ".join(author.split()) if author else None, url)


def _json_ld(tree: lxml.html.HtmlElement) -> dict[str, Any]:
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "") or not element.text or len(element.text) > LARGEST_SCRIPT:
            continue
        try:
            data = json.loads(element.text, strict=False)  # many have line ends in their strings
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and item.get("datePublished"):
                return item
    return {}


def _name(author: Any) -> str | None:
    if isinstance(author, list):
        author = author[0] if author else None
    if isinstance(author, dict):
        author = author.get("name")
    return author if isinstance(author, str) else None


def _shown_date(tree: lxml.html.HtmlElement) -> str | None:
    """Return the date that the page shows: the first behind its heading, else the last before it.

    A date in the page's head or in a box of other stories is today's or theirs.
    """
    before: str | None = None
    behind = False
    for element in tree.iter("h1", "time", "span", "div", "p"):
        if element.tag == "h1":
            behind = True
            continue
        shown = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if element.tag != "time" and not TIME_CLASS.search(shown):
            continue
        found = iso_date(element.get("datetime")) or iso_date(_short_text(element, 200))
        if not found or any(_is_elsewhere(e) for e in (element, *itertools.islice(element.iterancestors(), 4))):
            continue
        if behind:
            return found
        before = found
    return before


def _is_elsewhere(element: lxml.html.HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag in ("footer", "nav", "aside", "li") or bool(
        element.tag not in ("body", "html") and CLOCK_CLASS.search(names)
    )


def _short_text(element: lxml.html.HtmlElement, longest: int) -> str:
    """Return an element's text, empty where it is longer than ``longest`` characters (it is then no date or name)."""
    out = ""
    for part in element.itertext():
        out += part
        if len(out) > longest:
            return ""
    return out


def _shown_author(tree: lxml.html.HtmlElement) -> str | None:
    for element in tree.iter():
        if isinstance(element.tag, str) and re.search(
            r"article__author|author-name|(?:^|\s)author(?:$|\s)", element.get("class") or ""
        ):
            text = " ".join(_short_text(element, 200).split())
            if 0 < len(text) < 60:
                return text
    return None


def iso_date(value: Any) -> str | None:
    """Return the ISO date in a string: a moment's is that of Vietnam; None where there is none in the calendar."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        return (moment.astimezone(VIETNAM) if moment.tzinfo else moment).date().isoformat()
    except (ValueError, OverflowError):
        pass
    match = DATE.search(value)
    parts = [int(part) for part in match.groups()] if match else None
    if parts is None and (match := VIETNAMESE_DATE.search(value)):
        parts = [int(match.group(k)) for k in (3, 2, 1)]
    if parts is None:
        return None
    try:
        return date(*parts).isoformat()
    except ValueError:
        return None
