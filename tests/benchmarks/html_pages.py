"""The filter beside trafilatura, jusText and readability on HTML pages in the templates of six Vietnamese news sites.

    python tests/benchmarks/html_pages.py

The texts are the bundled sample pages, whose lines are labelled; each is put into two of the six templates, written by us
after the sites' class names. Printed is the F1 of article lines kept and of unrelated lines dropped, over lines.
"""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trichtin.filter import PageFilter
from trichtin.read.html import read_html

SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "gold" / "samples.jsonl"


@dataclass(frozen=True)
class Site:
    """Where a template puts what: opening tags, closed in reverse."""

    name: str
    article: str  # around title, lead and body
    title: str
    lead: str
    body: str  # around the body's lines
    line: str
    caption: str
    box: str  # around a run of unrelated lines within the article
    box_line: str
    side: str  # around unrelated lines before and after it


SITES = (
    Site("GD&TĐ", '<div class="l-content article">', '<h1 class="article__title cms-title">', '<div class="article__sapo cms-desc">',
         '<div class="article__body zce-content-body cms-body">', "<p>", '<p class="img-caption">',
         '<div class="article__related"><ul>', '<li><h3 class="story__heading"><a href="/x.html">',
         '<div class="l-sidebar box-heading"><div class="story">'),
    Site("VnExpress", '<section class="section page-detail"><div class="sidebar-1">', '<h1 class="title-detail">', '<p class="description">',
         '<article class="fck_detail">', '<p class="Normal">', '<figcaption><p class="Image">',
         '<div class="box-tinlienquanv2"><article class="item-news">', '<h4 class="title-news"><a href="/x.html">',
         '<section class="section section_sidebar"><div class="box-category">'),
    Site("Tuổi Trẻ", '<div class="detail__main detail-cmain">', '<h1 class="detail-title article-title">', '<h2 class="detail-sapo">',
         '<div class="detail-content afcbc-body">', "<p>", '<figcaption class="PhotoCMS_Caption"><p>',
         '<div class="VCSortableInPreviewMode" type="RelatedOneNews">', '<a class="VCObjectBoxRelatedNewsItemTitle" href="/x.htm">',
         '<div class="detail__related section box-category"><div class="box-category-item">'),
    Site("Dân trí", '<article class="singular-container">', '<h1 class="title-page detail">', '<h2 class="singular-sapo">',
         '<div class="singular-content">', "<p>", "<figcaption><p>", '<div class="article-related-inline"><article class="article-item">',
         '<h3 class="article-title"><a href="/x.htm">', '<aside class="sidebar"><div class="article-list">'),
    Site("VietNamNet", '<div class="sidebar_1 main-v2">', '<h1 class="content-detail-title">', '<h2 class="content-detail-sapo sm-sapo-mb-0">',
         '<div class="maincontent main-content content-full-image">', "<p>", '<figcaption class="image-caption"><p>',
         '<div class="insert-wiki-content"><ul class="related-news">', '<li><a href="/x.html">', '<div class="sidebar-2"><div class="horizontalPost">'),
    Site("Znews", '<article class="the-article">', '<h1 class="the-article-title">', '<p class="the-article-summary">',
         '<div class="the-article-body">', "<p>", '<td class="pCaption caption"><p>', '<div class="inner-article"><a href="/x.html">',
         '<h2 class="title">', '<section class="sidebar"><div class="article-list listing-layout">'),
)  # fmt: skip


def wrap(opening: str, inside: str) -> str:
    """Put text into tags and close them."""
    names = re.findall(r"<(\w+)", opening)
    return opening + inside + "".join(f"</{name}>" for name in reversed(names))


def pages() -> Iterator[tuple[str, str, list[tuple[str, bool]]]]:
    """Yield a page: its site, its HTML, and its lines with whether each is the article's."""
    chance = random.Random(3)
    for number, line in enumerate(SAMPLES.read_text(encoding="utf-8").splitlines()):
        gold = json.loads(line)
        lines = [(gold["text"][start:end], kind, keep) for start, end, kind, keep in gold["lines"]]
        for site in (SITES[number % 6], SITES[(number * 5 + 2) % 6]):
            yield site.name, page(site, lines, chance), [(text, keep) for text, _, keep in lines if keep is not None]


def page(site: Site, lines: list[tuple[str, str, bool | None]], chance: random.Random) -> str:
    """Return one page in a template."""
    own = [k for k, (_, _, keep) in enumerate(lines) if keep]
    first, last = own[0], own[-1]
    before = "".join(wrap("<p>", html.escape(text)) for text, _, _ in lines[:first])
    after = "".join(wrap(site.box_line, html.escape(text)) for text, _, _ in lines[last + 1 :])
    head, body, box = "", "", ""
    for text, kind, keep in lines[first : last + 1]:
        shown = html.escape(text)
        if keep is False:
            box += wrap(site.box_line, shown)
            continue
        if box:
            body, box = body + wrap(site.box, box), ""
        if kind == "title":
            head += wrap(site.title, shown)
        elif kind == "lead":
            head += wrap(site.lead, shown)
        elif kind == "caption":
            body += wrap(site.caption, shown)
        elif kind == "heading":
            body += wrap("<h2>", shown)
        else:
            body += wrap(site.line, shown)
    article = wrap(site.article, head + wrap(site.body, body))
    menu = "".join(
        f'<li><a href="/{k}">{name}</a></li>' for k, name in enumerate(("Thời sự", "Giáo dục", "Thế giới", "Pháp luật"))
    )
    side = wrap(site.side, after if chance.random() < 0.7 else "")
    tail = "" if after in side else wrap("<div>", after)
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{html.escape(lines[first][0])}</title></head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main>{before}{article}{tail}{side}</main>"
        "<footer><p>Bản quyền thuộc về tòa soạn.</p></footer></body></html>"
    )


def by_trafilatura(text: str) -> str:
    import trafilatura

    return trafilatura.extract(text, include_comments=False, favor_recall=False) or ""


def by_justext(text: str) -> str:
    import justext

    found = justext.justext(text.encode(), justext.get_stoplist("Vietnamese"))
    return "\n".join(p.text for p in found if not p.is_boilerplate)


def by_readability(text: str) -> str:
    import lxml.html
    from readability import Document

    document = Document(text)
    shown = lxml.html.fromstring(document.summary()).xpath("//text()")
    return document.title() + "\n" + "\n".join(shown)


def by_us(text: str, page_filter: PageFilter) -> str:
    page = read_html(text, "page", "page.html")
    return "\n".join(page.text[b.start : b.end] for b in page_filter.label(page) if b.keep)


METHODS: dict[str, Callable[[str], str]] = {
    "trafilatura": by_trafilatura,
    "jusText": by_justext,
    "readability-lxml": by_readability,
}


def measure() -> dict[str, tuple[float, float]]:
    """Return F1 of kept and of dropped lines by method."""
    made = list(pages())
    others = {name: _scores([(method(text), lines) for _, text, lines in made]) for name, method in METHODS.items()}
    return {"Trích Tin": measure_filter(PageFilter.load()), **others}


def measure_filter(page_filter: PageFilter) -> tuple[float, float]:
    """Return F1 of kept and of dropped lines."""
    return _scores([(by_us(text, page_filter), lines) for _, text, lines in pages()])


def _scores(read: Sequence[tuple[str, list[tuple[str, bool]]]]) -> tuple[float, float]:
    counts = {(gold, found): 0 for gold in (True, False) for found in (True, False)}
    for text, lines in read:
        held = {" ".join(line.split()) for line in text.splitlines()}
        for line, keep in lines:
            counts[keep, " ".join(line.split()) in held] += 1
    wrong = counts[True, False] + counts[False, True]
    kept, dropped = (2 * counts[k, k] / (2 * counts[k, k] + wrong) for k in (True, False))
    return kept, dropped


if __name__ == "__main__":
    print(f"{sum(1 for _ in pages())} pages")
    print("| | article lines kept, F1 | unrelated lines dropped, F1 |\n| --- | ---: | ---: |")
    for name, (kept, dropped) in measure().items():
        print(f"| {name} | {kept:.3f} | {dropped:.3f} |")
