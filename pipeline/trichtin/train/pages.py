"""Compose labelled pages from articles: layouts drawn at random from a grammar of what news sites print.

A page is the article between menus, stamps, hot lists, links in its middle, and the boxes after its end. Every part
may be there or not, with or without a heading, in many wordings (``train/outlets.py``); headings are half of the time
made up from words of other titles, so that no list of known headings is enough.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from trichtin.filter import drop_repeats
from trichtin.filter.lines import is_caption, split_lines
from trichtin.train.articles import OPENING, Article, is_subheading
from trichtin.train.boxes import advert, inline_box, links_or_teasers, links_to, next_article, side_column, tail
from trichtin.train.labelled import LabelledPage
from trichtin.train.outlets import Outlet, draw_outlet
from trichtin.train.paragraphs import INTERVIEW, caption_of, captions, paragraph_lines, photo, subheading
from trichtin.train.picker import Labelled, Picker
from trichtin.train.stanzas import stanza

THINNED = 0.75  # share of pages around articles of which only some paragraphs are printed
CLIPPED = 0.25  # share of pages around articles whose paragraphs are cut short
THANKS = (
    "Trân trọng cảm ơn ông",
    "Xin cảm ơn bà",
    "Cảm ơn thầy",
    "Xin trân trọng cảm ơn ông",
    "Cảm ơn chị đã trao đổi",
)

FAMILIES = ("tail", "tail-bare", "head", "middle", "around", "clean", "dense", "rail", "feed", "portal")
# Layouts that no model sees in training while it is measured on them.
HELD_OUT_FAMILIES = ("tail-bare", "around", "rail", "portal")


def compose(
    article: Article,
    others: Sequence[Article],
    rng: random.Random,
    family: str | None = None,
    outlet: Outlet | None = None,
) -> LabelledPage:
    """Compose one page.

    Args:
        article: the page's own article.
        others: articles from which teasers and links are cut; about a dozen, near and far in topic.
        rng: source of all choices.
        family: which parts the layout has; drawn at random when None.
        outlet: whose words its furniture is in; drawn at random when None.

    Returns:
        The page's text and the label of each non-empty line.
    """
    family = family or rng.choice(FAMILIES)
    pick = Picker(others, rng, outlet or draw_outlet(rng))
    # Lines that share little with the others are an article's, too.
    if rng.random() < THINNED:
        article = article.thinned(rng)
    told_by_photos = rng.random() < pick.outlet.told_by_photos
    if told_by_photos or rng.random() < CLIPPED:
        article = article.clipped(rng)
    lines: list[Labelled] = []
    if family in ("head", "around", "dense", "portal") or rng.random() < 0.15:
        lines += _head(pick, rng, hot=family in ("head", "dense") or rng.random() < 0.3)
    links = 0.22 if family in ("middle", "dense", "around") else 0.12 if rng.random() < 0.25 else 0.0
    lines += _article(article, pick, rng, links=links, photos=told_by_photos, family=family)
    if family == "feed":
        for _ in range(rng.choice((1, 1, 2, 3))):
            lines += next_article(pick, rng)
    if family != "clean":
        lines += tail(pick, rng, bare=family == "tail-bare", heavy=family in ("tail", "dense", "around", "portal"))
    lines = [(label, " ".join(line.split())) for label, line in lines if line.strip()]
    gap = rng.choice(("\n", "\n\n", "mixed"))
    text = ""
    for k, (_, line) in enumerate(lines):
        text += ("" if not k else rng.choice(("\n", "\n\n", "\n\n\n")) if gap == "mixed" else gap) + line
    labels = [label for label, _ in lines]
    drop_repeats(split_lines(text), labels)  # what the article says twice is settled as the filter does
    return LabelledPage(text, tuple(labels))


def _head(pick: Picker, rng: random.Random, *, hot: bool) -> list[Labelled]:
    out: list[Labelled] = []
    outlet = pick.outlet
    if rng.random() < 0.5:
        menu = [*outlet.sections[: rng.randint(2, 9)], *outlet.menus[: rng.randint(1, 4)]]
        if rng.random() < 0.5:
            out.append(("chrome-", outlet.separator.join(menu)))
        else:
            out += [("chrome-", item) for item in menu]
    if hot:
        if rng.random() < 0.6:
            out.append(("heading-", pick.heading()))
        out += links_or_teasers(pick, rng, links=0.75)
    if rng.random() < 0.3:
        out += advert(pick, rng)
    if rng.random() < 0.35:
        section = rng.choice(outlet.sections)
        crumbs = (section, " > ".join(outlet.sections[:2]), "Trang chủ / " + section)
        out.append(("chrome-", rng.choice(crumbs)))
    return out


def _article(
    article: Article, pick: Picker, rng: random.Random, *, links: float, photos: bool, family: str
) -> list[Labelled]:
    out = [*_above_title(pick, rng), ("title", article.title), *_under_title(pick, rng, portal=family == "portal")]
    lead = OPENING.sub("", article.lead)
    body = list(article.paragraphs)
    if lead:
        out.append(("lead", pick.dateline() + lead))
    elif body and rng.random() < 0.5:
        out.append(("lead", pick.dateline() + body.pop(0)))
    out += captions(lead, pick, rng)
    if links and rng.random() < 0.3:
        out += links_to(pick, rng, rng.randint(1, 3))
    style = rng.random()
    adverts = 0.1 if rng.random() < 0.3 else 0.0
    headings = 0.12 if rng.random() < 0.35 else 0.0
    middle = rng.randrange(len(body)) if family == "rail" and body else -1
    poem = rng.randrange(len(body)) if body and rng.random() < 0.05 else -1
    for k, paragraph in enumerate(body):
        if is_subheading(body, k):
            sign = rng.choice(("", "", "", f"{k + 1}. ", "* ", "- "))
            out.append(("heading", sign + paragraph))
            continue
        if is_caption(paragraph):
            out.append(("caption", paragraph))
            continue
        if k and k < len(body) - 1 and rng.random() < headings:
            out.append(("heading", subheading(body[k : k + 3], rng)))
        out += photo(paragraph, pick, rng) if photos else paragraph_lines(paragraph, rng, pick, style)
        if k == poem:
            others = [p for other in pick.others for p in other.paragraphs] + body
            out += [("body", line) for line in stanza(others, rng)]
        if rng.random() < 0.07 and len(paragraph) > 80:
            out += caption_of(paragraph, pick, rng)
        elif rng.random() < 0.04:
            out.append(("chrome-", pick.credit()))
        if k < len(body) - 1 and rng.random() < links:
            out += inline_box(pick, rng)
        if k == middle:
            out += side_column(pick, rng)
        elif k < len(body) - 1 and rng.random() < adverts:
            out += advert(pick, rng)
    if style > INTERVIEW and rng.random() < 0.5:
        out.append(("body", rng.choice(THANKS) + rng.choice(("!", "!", "."))))
    if rng.random() < 0.45:
        out.append(pick.byline())
    if rng.random() < 0.12:
        out.append(("byline-", pick.fill(pick.outlet.sources)))
    return out


def _above_title(pick: Picker, rng: random.Random) -> list[Labelled]:
    """The section and the day, which some papers print over the title."""
    out: list[Labelled] = []
    if rng.random() < 0.08:
        out.append(("chrome-", rng.choice(pick.outlet.sections)))
    if rng.random() < 0.1:
        out.append(("chrome-", pick.stamp()))
    return out


def _under_title(pick: Picker, rng: random.Random, *, portal: bool) -> list[Labelled]:
    """Day, section, author, what shares and reads aloud, and at times a box: all that parts a title from its lead."""
    out: list[Labelled] = []
    if rng.random() < 0.35:
        out.append(("chrome-", pick.stamp()))
    if rng.random() < (0.5 if portal else 0.1):
        out.append(("chrome-", rng.choice(pick.outlet.sections)))
    if rng.random() < (0.5 if portal else 0.16):
        out += pick.some(pick.outlet.share, rng.choice((1, 1, 2, 3, 5)))
    if rng.random() < 0.15:
        out.append(pick.byline())
    if rng.random() < 0.4:
        rng.shuffle(out)
    if rng.random() < 0.03:
        out += [("heading-", pick.heading()), *links_to(pick, rng, rng.randint(1, 3))]
    return out
