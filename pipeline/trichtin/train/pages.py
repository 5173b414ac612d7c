"""Compose labelled pages from articles: layouts drawn at random from a grammar of what news sites print.

A page is the article between menus, stamps, hot lists, links in its middle, and the boxes after its end. Every part
may be there or not, with or without a heading, in many wordings (``train/outlets.py``); headings are half of the time
made up from words of other titles, so that no list of known headings is enough.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from trichtin.annotate.links.ids import fold
from trichtin.filter.lines import CREDIT, CREDIT_TAIL, LINK, NAME_LINE, SENTENCE_BREAK, SENTENCE_END, STAMP
from trichtin.train.adverts import fill
from trichtin.train.outlets import (
    GIVENS,
    MIDDLES,
    OPENINGS,
    PLACES,
    SURNAMES,
    Outlet,
    draw_outlet,
)
from trichtin.train.stanzas import stanza

Labelled = tuple[str, str]  # label (filter.labeller.LABELS), text

OPENING = re.compile(r"^\(?[A-ZĐ&][\w&.Đ]{1,10}\)?\s?[-–]\s")
SOURCE_LINE = re.compile(r"\(?(?:theo|nguồn|tổng hợp|t/h|bài và ảnh|tin, ảnh)\b.{0,50}", re.IGNORECASE)
SHORTEST_ARTICLE = 500
THINNED = 0.75  # share of pages around articles of which only some paragraphs are printed
PARAGRAPHS = (3, 10)  # how many of them
CLIPPED = 0.25  # share of pages around articles whose paragraphs are cut short
NOTICED = 0.15  # share of the places of advertisements where the paper itself addresses its readers


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article to build a page around, or to cut teasers from. Paragraphs may be its sub-headings."""

    title: str
    lead: str
    paragraphs: tuple[str, ...]

    def thinned(self, rng: random.Random) -> Article:
        """Return the article with a few of its paragraphs, as long as most news is: each shares less with the others."""
        number = min(rng.randint(*PARAGRAPHS), len(self.paragraphs))
        first = rng.randint(0, len(self.paragraphs) - number)
        run = range(first, first + number)  # half of the time they follow one another
        some = set(run if rng.random() < 0.5 else rng.sample(range(len(self.paragraphs)), number))
        kept = [
            k
            for k in range(len(self.paragraphs))
            if k in some or ((k + 1) in some and is_subheading(self.paragraphs, k))
        ]
        # A sub-heading whose paragraph is gone would head another one.
        texts = [self.paragraphs[k] for k in kept if not is_subheading(self.paragraphs, k) or (k + 1) in kept]
        return Article(self.title, self.lead, tuple(texts)) if len(texts) >= PARAGRAPHS[0] else self

    def clipped(self, rng: random.Random) -> Article:
        """Return the article with the first sentence or two of each paragraph, as a paper of short paragraphs has it."""
        texts = [" ".join(SENTENCE_BREAK.split(text)[: rng.choice((1, 2))]) for text in self.paragraphs]
        return Article(self.title, self.lead, tuple(texts))

    def headed(self) -> bool:
        """Tell whether the article has sub-headings of its own."""
        return any(is_subheading(self.paragraphs, k) for k in range(len(self.paragraphs)))


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page with the label of each of its lines."""

    text: str
    labels: tuple[str, ...]
    family: str


def paragraphs_of(body: str, rng: random.Random) -> tuple[str, ...]:
    """Cut a body that came as one line into paragraphs of one to five sentences; keep its own line ends."""
    out: list[str] = []
    for line in body.split("\n"):
        line = " ".join(line.split())
        if len(line) < 500:
            if line:
                out.append(line)
            continue
        sentences = SENTENCE_BREAK.split(line)
        while sentences:
            size = rng.choice((1, 2, 2, 3, 3, 4, 5))
            out.append(" ".join(sentences[:size]))
            sentences = sentences[size:]
    return tuple(out)


def article_of(title: str, lead: str, body: str, rng: random.Random) -> Article | None:
    """Return a raw article without its author, credits and links, or None where too little is left."""
    title, lead = " ".join(title.split()), " ".join(lead.split())
    paragraphs = list(paragraphs_of(body, rng))
    for k in range(len(paragraphs) - 1, max(len(paragraphs) - 8, 0), -1):
        *text, last = SENTENCE_BREAK.split(paragraphs[k])
        if len(last) <= 60 and (NAME_LINE.fullmatch(last.rstrip(".")) or SOURCE_LINE.fullmatch(last)):
            # What stands behind the author are captions that lost their pictures.
            paragraphs[k:] = [" ".join(text)] if text else []
    paragraphs = [
        p
        for p in paragraphs
        if not (len(p) < 160 and (CREDIT.fullmatch(p) or CREDIT_TAIL.search(p) or LINK.match(p) or STAMP.fullmatch(p)))
    ]
    # What an article says twice are captions that lost their pictures, too.
    paragraphs = list({fold(p): p for p in reversed(paragraphs)}.values())[::-1]
    if not title or sum(map(len, paragraphs)) < SHORTEST_ARTICLE:
        return None
    return Article(title, lead, tuple(paragraphs))


def is_subheading(paragraphs: Sequence[str], k: int) -> bool:
    """Tell whether a paragraph is short, open-ended and stands over prose."""
    text = paragraphs[k]
    return (
        k + 1 < len(paragraphs)
        and 8 <= len(text) <= 100
        and 3 <= text.count(" ") + 1 <= 16
        and not SENTENCE_END.search(text)
        and len(paragraphs[k + 1]) > 110
        and not NAME_LINE.fullmatch(text)
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
) -> GeneratedPage:
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
    if rng.random() < CLIPPED:
        article = article.clipped(rng)
    lines: list[Labelled] = []
    if family in ("head", "around", "dense", "portal") or rng.random() < 0.15:
        lines += _head(pick, rng, hot=family in ("head", "dense") or rng.random() < 0.3)
    links = 0.22 if family in ("middle", "dense", "around") else 0.12 if rng.random() < 0.25 else 0.0
    lines += _article(article, pick, rng, links=links, rail=family == "rail", family=family)
    if family == "feed":
        lines += _next_article(pick, rng)
    if family != "clean":
        lines += _tail(pick, rng, bare=family == "tail-bare", heavy=family in ("tail", "dense", "around", "portal"))
    lines = [(label, " ".join(line.split())) for label, line in lines if line.strip()]
    gap = rng.choice(("\n", "\n\n", "mixed"))
    text = ""
    for k, (_, line) in enumerate(lines):
        text += ("" if not k else rng.choice(("\n", "\n\n", "\n\n\n")) if gap == "mixed" else gap) + line
    return GeneratedPage(text, tuple(label for label, _ in lines), family)


class Picker:
    """Draw small pieces of pages: names, stamps, headings, teasers."""

    def __init__(self, others: Sequence[Article], rng: random.Random, outlet: Outlet) -> None:
        self.others = list(others)
        self.rng = rng
        self.outlet = outlet
        self.turn = 0
        self.adverts = list(outlet.ads)  # each stands on the page once

    def other(self) -> Article:
        self.turn += 1
        return self.others[self.turn % len(self.others)]

    def name(self) -> str:
        rng = self.rng
        parts = [rng.choice(SURNAMES), rng.choice(MIDDLES), rng.choice(GIVENS)]
        if rng.random() < 0.4:
            parts = [rng.choice(MIDDLES), rng.choice(GIVENS)]
        return " ".join(part for part in parts if part)

    def fill(self, pool: Sequence[str]) -> str:
        """Return one of the patterns with its blanks filled."""
        rng = self.rng
        return fill(
            rng.choice(pool),
            rng,
            name=self.name(),
            initials=rng.choice(("L.A", "T.H", "Q.V", "N.T", "H.Đ")),
            section=rng.choice(self.outlet.sections),
            paper=rng.choice(self.outlet.papers),
        )

    def heading(self) -> str:
        rng = self.rng
        roll = rng.random()
        if roll < 0.45:
            text = rng.choice(self.outlet.headings)
        elif roll < 0.6:
            text = rng.choice(OPENINGS) + " " + rng.choice(self.outlet.sections).lower()
        elif roll < 0.7:
            text = rng.choice(self.outlet.sections)
        else:  # two to five words of some title: a heading nobody has listed
            words = self.other().title.split()
            at = rng.randint(0, max(len(words) - 3, 0))
            text = " ".join(words[at : at + rng.randint(2, 5)]).strip(" ,.:;-?!'\"“”") or "Tin khác"
            text = text[:1].upper() + text[1:]
        return (text.upper() if self.outlet.heading_upper else text) + self.outlet.heading_end

    def stamp(self) -> str:
        return self.fill(self.outlet.stamps)

    def credit(self) -> str:
        return self.fill(self.outlet.credits)

    def dateline(self) -> str:
        rng = self.rng
        if rng.random() > self.outlet.dateline:
            return ""
        roll = rng.random()
        if roll < 0.5:
            return "GD&TĐ - "
        if roll < 0.8:
            return self.outlet.papers[0] + rng.choice((" - ", " – ", " -"))
        if roll < 0.9:
            return f"({self.outlet.papers[0]}) - "
        return rng.choice(PLACES) + " - "


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
        if rng.random() < 0.75:
            out += _links(pick, rng, rng.randint(1, 6))
        else:
            for _ in range(rng.randint(1, 3)):
                out += _teaser(pick, rng, lead=0.6)
    if rng.random() < 0.3:
        out += _advert(pick, rng)
    if rng.random() < 0.35:
        section = rng.choice(outlet.sections)
        crumbs = (section, " > ".join(outlet.sections[:2]), "Trang chủ / " + section)
        out.append(("chrome-", rng.choice(crumbs)))
    return out


def _article(
    article: Article, pick: Picker, rng: random.Random, *, links: float, rail: bool, family: str
) -> list[Labelled]:
    out: list[Labelled] = [("title", article.title)]
    portal = family == "portal"
    if rng.random() < 0.3:
        out.append(("chrome-", pick.stamp()))
    if rng.random() < (0.5 if portal else 0.1):
        out.append(("chrome-", rng.choice(pick.outlet.sections)))
    if rng.random() < (0.5 if portal else 0.12):
        out.append(("chrome-", pick.fill(pick.outlet.share)))
    if rng.random() < 0.08:
        out.append(("byline-", pick.name()))
    lead = OPENING.sub("", article.lead)
    body = list(article.paragraphs)
    if lead:
        out.append(("lead", pick.dateline() + lead))
    elif body and rng.random() < 0.5:
        out.append(("lead", pick.dateline() + body.pop(0)))
    out += _captions(lead, pick, rng)
    if links and rng.random() < 0.3:
        out += _links(pick, rng, rng.randint(1, 3))
    style = rng.random()
    adverts = 0.1 if rng.random() < 0.3 else 0.0
    headings = 0.12 if rng.random() < 0.35 else 0.0
    middle = rng.randrange(len(body)) if rail and body else -1
    poem = rng.randrange(len(body)) if body and rng.random() < 0.05 else -1
    for k, paragraph in enumerate(body):
        if is_subheading(body, k):
            sign = rng.choice(("", "", "", f"{k + 1}. ", "* ", "- "))
            out.append(("heading", sign + paragraph))
            continue
        if k and k < len(body) - 1 and rng.random() < headings:
            out.append(("heading", _subheading(body[k : k + 3], rng)))
        out += _paragraph(paragraph, rng, pick, style)
        if k == poem:
            others = [p for other in pick.others for p in other.paragraphs] + body
            out += [("body", line) for line in stanza(others, rng)]
        if rng.random() < 0.07 and len(paragraph) > 80:
            out += _caption_of(paragraph, pick, rng)
        elif rng.random() < 0.04:
            out.append(("chrome-", pick.credit()))
        if k < len(body) - 1 and rng.random() < links:
            out += _inline_box(pick, rng)
        if k == middle:
            out += _rail(pick, rng)
        elif k < len(body) - 1 and rng.random() < adverts:
            out += _advert(pick, rng)
    if rng.random() < 0.45:
        out.append(("byline-", pick.name() if rng.random() < 0.8 else pick.name().upper()))
    if rng.random() < 0.12:
        out.append(("byline-", pick.fill(pick.outlet.sources)))
    return out


def _captions(lead: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo under the lead: its caption is often the lead once more, often printed twice."""
    roll = rng.random()
    if roll < 0.28 and lead:
        copy = [("caption-", lead)] * rng.choice((1, 2, 2))
        return copy + ([("chrome-", pick.credit())] if rng.random() < 0.25 else [])
    if roll < 0.4 and len(lead) > 60:
        words = lead.rstrip(".").split()
        start = rng.randint(0, max(len(words) - 8, 0))
        part = " ".join(words[start : start + rng.randint(7, 18)])
        part = part[:1].upper() + part[1:] + rng.choice((".", ""))
        tail = rng.choice(("", " Ảnh: " + pick.name(), " (Ảnh: " + pick.name() + ")"))
        return [("caption", part + tail), *([("caption-", part + tail)] if rng.random() < 0.4 else [])]
    if roll < 0.46:
        return [("chrome-", pick.credit())]
    return []


def _caption_of(paragraph: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo in the body, whose caption says a part of the paragraph above it."""
    sentence = SENTENCE_BREAK.split(paragraph)[0]
    tail = rng.choice(("", "", " Ảnh: " + pick.name(), f". (Ảnh: {pick.name()})", " " + pick.credit()))
    if len(sentence) >= 220:
        return []
    words = sentence.rstrip(".").split()
    cut = " ".join(words[: rng.randint(6, max(7, len(words)))])
    return [("caption", cut + ("." if rng.random() < 0.5 else "") + tail)]


def _paragraph(paragraph: str, rng: random.Random, pick: Picker, style: float) -> list[Labelled]:
    """A paragraph as news sites print it: whole, as a list, as short lines, as question and answer."""
    roll = rng.random()
    sentences = SENTENCE_BREAK.split(paragraph)
    if style < 0.08 and len(sentences) > 1:  # every sentence a line
        return [("body", sentence) for sentence in sentences]
    if roll < 0.05 and paragraph.count(";") + paragraph.count(",") >= 3:
        sign = rng.choice(("- ", "• ", "+ ", "* ", ""))
        parts = [p.strip() for p in re.split(r"[;,]\s", paragraph) if p.strip()]
        return [("body", sign + part + rng.choice((";", "", "."))) for part in parts[:8]]
    if roll < 0.08:
        return [("body", sentences[0]), *[("body", s) for s in sentences[1:]]]
    if style > 0.8 and len(sentences) > 1 and (roll < 0.11 or (style > 0.92 and roll < 0.5)):  # an interview
        question = rng.choice(("PV: ", "- ", "Phóng viên: ", "- PV: ", "", "Hỏi: ", "* "))
        question += sentences[0].rstrip(".") + "?"
        answer = rng.choice(("", "- ", f"Ông {pick.name()}: ", f"Bà {pick.name()}: ")) + " ".join(sentences[1:])
        return [("body", question), ("body", answer)]
    if roll < 0.125:  # figures, one a line
        what = rng.choice((pick.name, lambda: "THPT " + pick.name(), lambda: rng.choice(PLACES)))
        sign = rng.choice(("- ", "+ ", "", "• "))
        unit = rng.choice(("", " điểm", " học sinh", " triệu đồng"))
        rows = [f"{sign}{what()}: {rng.randint(5, 400)}{unit}" for _ in range(rng.randint(3, 7))]
        return [("body", paragraph), *(("body", row) for row in rows)]
    if roll < 0.15 and len(sentences[0]) < 90 and len(sentences) > 1:
        return [("body", sentences[0]), ("body", " ".join(sentences[1:]))]
    return [("body", paragraph)]


def _subheading(paragraphs: Sequence[str], rng: random.Random) -> str:
    """A phrase of what follows, as a sub-heading sums it up."""
    text = rng.choice(("", "", "", "1. ", "II. ", "- ")) + phrase_of(rng.choice(paragraphs), rng)
    return text + rng.choice(("", "", "", "", "?", ":"))


def phrase_of(paragraph: str, rng: random.Random) -> str:
    """Return three to eleven words of a paragraph that stand together in it."""
    phrases = [phrase.split() for phrase in re.split(r"[,.;:?!“”\"()]\s?", paragraph)]
    phrases = [words for words in phrases if len(words) >= 3] or [paragraph.split()]
    words = rng.choice(phrases)[: rng.randint(3, 11)]
    text = " ".join(words).strip(" “”\"'-–,.")
    return text[:1].upper() + text[1:]


def _inline_box(pick: Picker, rng: random.Random) -> list[Labelled]:
    if rng.random() < pick.outlet.lone_leads and (lead := OPENING.sub("", pick.other().lead)):
        return [("related-", pick.dateline() + lead)]
    roll = rng.random()
    if roll < 0.32:
        return [("related-", rng.choice(pick.outlet.signs) + pick.other().title)]
    if roll < 0.69:
        return [("related-", pick.other().title) for _ in range(rng.choice((1, 1, 1, 1, 2, 3)))]
    if roll < 0.79:
        return [("heading-", pick.heading()), *_links(pick, rng, rng.randint(1, 3))]
    if roll < 0.89:
        return _teaser(pick, rng, lead=0.7)
    return _advert(pick, rng)


def _advert(pick: Picker, rng: random.Random) -> list[Labelled]:
    """An advertisement, with its label or without, or the label of one that is a picture."""
    label = ("chrome-", rng.choice(pick.outlet.ad_labels))
    if rng.random() < NOTICED:
        return [("chrome-", pick.fill(pick.outlet.notices))]
    texts = [("chrome-", pick.fill([pick.adverts.pop()])) for _ in range(rng.choice((1, 1, 1, 1, 2))) if pick.adverts]
    roll = rng.random()
    return [label] if roll < 0.2 else [label, *texts] if roll < 0.5 else texts


def _rail(pick: Picker, rng: random.Random) -> list[Labelled]:
    """A side column that the page's order puts in the middle of the article."""
    out: list[Labelled] = []
    for _ in range(rng.randint(1, 3)):
        if rng.random() < 0.7:
            out.append(("heading-", pick.heading()))
        if rng.random() < 0.5:
            out += _links(pick, rng, rng.randint(2, 6))
        else:
            for _ in range(rng.randint(1, 3)):
                out += _teaser(pick, rng, lead=0.5)
        if rng.random() < 0.3:
            out += _advert(pick, rng)
    return out


def _next_article(pick: Picker, rng: random.Random) -> list[Labelled]:
    """Another article that the page goes on with when one scrolls down."""
    other = pick.other()
    out: list[Labelled] = []
    if rng.random() < 0.5:
        out.append(("heading-", pick.heading()))
    out.append(("related-", other.title))
    if rng.random() < 0.5:
        out.append(("chrome-", pick.stamp()))
    if other.lead:
        out.append(("related-", pick.dateline() + OPENING.sub("", other.lead)))
    out += [("related-", paragraph) for paragraph in other.paragraphs[: rng.randint(1, 4)]]
    return out


def _links(pick: Picker, rng: random.Random, count: int) -> list[Labelled]:
    sign = rng.choice(("", "", "", "• ", "- ", *pick.outlet.signs[:1], "# "))
    stamped = rng.random() < 0.2
    out: list[Labelled] = []
    for k in range(count):
        mark = f"{k + 1}. " if sign == "# " else sign
        out.append(("related-", mark + pick.other().title))
        if stamped:
            out.append(("chrome-", pick.stamp()))
    return out


def _teaser(pick: Picker, rng: random.Random, *, lead: float) -> list[Labelled]:
    other = pick.other()
    out: list[Labelled] = []
    if rng.random() < 0.35:
        out.append(("chrome-", pick.credit()))
    if rng.random() < 0.1:
        out.append(("chrome-", rng.choice(pick.outlet.sections)))
    out.append(("related-", other.title))
    if rng.random() < 0.12:
        out.append(("chrome-", pick.stamp()))
    text = OPENING.sub("", other.lead) or (other.paragraphs[0] if other.paragraphs else "")
    if text and rng.random() < lead:
        if rng.random() < 0.25:
            text = " ".join(text.split()[: rng.randint(12, 30)]) + "..."
        out.append(("related-", pick.dateline() + text))
    return out


def _tags(pick: Picker, rng: random.Random) -> list[Labelled]:
    topics = [
        " ".join(pick.other().title.split()[: rng.randint(1, 4)]).strip(" ,.:;-?!“”\"'")
        for _ in range(rng.randint(2, 6))
    ]
    style = rng.random()
    if style < 0.4:
        return [("chrome-", rng.choice(("Tags: ", "Từ khóa: ", "Tags ", "TAGS: ", "Chủ đề: ")) + ", ".join(topics))]
    if style < 0.6:
        return [("chrome-", "#" + topic.replace(" ", "")) for topic in topics]
    if style < 0.8:
        first = rng.choice((["Từ khóa"], ["Tags"], []))
        return [("chrome-", topic) for topic in (*first, *topics)]
    return [("chrome-", " ".join("#" + topic for topic in topics))]


def _comments(pick: Picker, rng: random.Random) -> list[Labelled]:
    out: list[Labelled] = []
    for _ in range(rng.randint(1, 4)):
        comment = pick.fill(pick.outlet.comments)
        other = pick.other()
        if rng.random() < pick.outlet.foreign_comments and other.paragraphs:
            comment = SENTENCE_BREAK.split(rng.choice(other.paragraphs))[0][:300]
        if rng.random() < 0.5:
            out += [("chrome-", pick.name()), ("chrome-", comment)]
        else:
            out.append(("chrome-", f"{pick.name()}: {comment}"))
        if rng.random() < 0.5:
            out.append(("chrome-", pick.stamp()))
    return out


def _tail(pick: Picker, rng: random.Random, *, bare: bool, heavy: bool) -> list[Labelled]:
    out: list[Labelled] = []
    outlet = pick.outlet
    if not bare and rng.random() < 0.35:
        out += _tags(pick, rng)
    if not bare and rng.random() < 0.4:
        out += [("chrome-", pick.fill(outlet.share)) for _ in range(rng.randint(1, 4))]
    if not bare and rng.random() < 0.12:
        out += _comments(pick, rng)
    boxes = rng.randint(2, 4) if heavy else rng.randint(1, 2)
    for _ in range(boxes):
        if not bare and rng.random() < 0.75:
            out.append(("heading-", pick.heading()))
            if rng.random() < 0.25:
                out.append(("heading-", pick.heading()))
        if rng.random() < 0.6:
            for _ in range(rng.randint(1, 4)):
                out += _teaser(pick, rng, lead=0.8)
        else:
            out += _links(pick, rng, rng.randint(1, 7))
    if not bare and rng.random() < 0.3:
        out += [("chrome-", pick.fill(outlet.footers)) for _ in range(rng.randint(1, 5))]
    return out
