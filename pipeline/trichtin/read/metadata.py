"""Title, date of publication, author and address from a page's own metadata."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
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
    published = next((found for key in DATE_META if (found := _iso(meta.get(key)))), None)
    published = published or _iso(linked.get("datePublished")) or _shown_date(tree)
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
            data = json.loads(element.text)
        except (json.JSONDecodeError, RecursionError):
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
    for element in tree.iter("time"):
        if found := _iso(element.get("datetime")) or _iso(element.text_content()[:100]):
            return found
    for element in tree.iter("span", "div", "p"):
        classes = (element.get("class") or "").lower()
        if re.search(r"(?:^|[\s_-])(?:time|date|datetime|meta)(?:$|[\s_-])", classes):
            text = element.text_content()
            if len(text) < 200 and (found := _iso(text)):
                return found
    return None


def _shown_author(tree: lxml.html.HtmlElement) -> str | None:
    for element in tree.iter():
        if isinstance(element.tag, str) and re.search(
            r"article__author|author-name|(?:^|\s)author(?:$|\s)", element.get("class") or ""
        ):
            text = " ".join(element.text_content().split())
            if 0 < len(text) < 60:
                return text
    return None


def _iso(value: Any) -> str | None:
    """Return the ISO date in a string, None where there is none or it is no day of the calendar."""
    if not isinstance(value, str):
        return None
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
