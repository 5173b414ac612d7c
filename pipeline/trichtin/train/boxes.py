"""What stands around and between an article's paragraphs: links, teasers, advertisements, comments, other articles."""

from __future__ import annotations

import random

from trichtin.filter.lines import SENTENCE_BREAK
from trichtin.train.articles import OPENING
from trichtin.train.outlets import PLACES
from trichtin.train.picker import Labelled, Picker

NOTICED = 0.15  # share of the places of advertisements where the paper itself addresses its readers


def inline_box(pick: Picker, rng: random.Random) -> list[Labelled]:
    """Links, a teaser or an advertisement between two paragraphs."""
    if rng.random() < pick.outlet.lone_leads and (lead := OPENING.sub("", pick.other().lead)):
        return [("related-", pick.dateline() + lead)]
    roll = rng.random()
    if roll < 0.32:
        return [("related-", rng.choice(pick.outlet.signs) + pick.other().title)]
    if roll < 0.69:
        return [("related-", pick.other().title) for _ in range(rng.choice((1, 1, 1, 1, 2, 3)))]
    if roll < 0.79:
        return [("heading-", pick.heading()), *links_to(pick, rng, rng.randint(1, 3))]
    if roll < 0.89:
        return teaser(pick, rng)
    return advert(pick, rng)


def advert(pick: Picker, rng: random.Random) -> list[Labelled]:
    """An advertisement, with its label or without, or the label of one that is a picture."""
    label = ("chrome-", rng.choice(pick.outlet.ad_labels))
    if pick.outlet.worded_adverts < 1 and rng.random() >= pick.outlet.worded_adverts:
        return [label]
    if rng.random() < NOTICED:
        return [("chrome-", pick.fill(pick.outlet.notices))]
    texts = [("chrome-", pick.fill([pick.adverts.pop()])) for _ in range(rng.choice((1, 1, 1, 1, 2))) if pick.adverts]
    roll = rng.random()
    return [label] if roll < 0.2 else [label, *texts] if roll < 0.5 else texts


def side_column(pick: Picker, rng: random.Random) -> list[Labelled]:
    """A side column that the page's order puts in the middle of the article."""
    out: list[Labelled] = []
    for _ in range(rng.randint(1, 3)):
        if rng.random() < 0.7:
            out.append(("heading-", pick.heading()))
        out += links_or_teasers(pick, rng, links=0.5)
        if rng.random() < 0.3:
            out += advert(pick, rng)
    return out


def next_article(pick: Picker, rng: random.Random) -> list[Labelled]:
    """Another article that the page goes on with when one scrolls down, whole or its beginning."""
    other = pick.other()
    out: list[Labelled] = []
    if rng.random() < 0.4:
        out.append(("heading-", pick.heading()))
    elif rng.random() < 0.3:
        out.append(("chrome-", rng.choice(pick.outlet.sections)))
    out.append(("related-", other.title))
    if rng.random() < 0.5:
        out.append(("chrome-", pick.stamp()))
    if rng.random() < 0.25:
        out.append(pick.byline())
    if other.lead:
        out.append(("related-", pick.dateline() + OPENING.sub("", other.lead)))
    out += [("related-", paragraph) for paragraph in other.paragraphs[: rng.choice((1, 2, 4, 8, 12))]]
    if rng.random() < 0.3:
        out.append(pick.byline())
    if rng.random() < 0.3:
        out += pick.some(pick.outlet.share, rng.randint(1, 3))
    return out


def links_to(pick: Picker, rng: random.Random, count: int) -> list[Labelled]:
    """Titles of other articles, a line each, signed and stamped alike."""
    sign = rng.choice(("", "", "", "• ", "- ", *pick.outlet.signs[:1], "# "))
    stamped = rng.random() < 0.2
    out: list[Labelled] = []
    for k in range(count):
        mark = f"{k + 1}. " if sign == "# " else sign
        out.append(("related-", mark + pick.other().title))
        if stamped:
            out.append(("chrome-", pick.stamp()))
    return out


def teaser(pick: Picker, rng: random.Random) -> list[Labelled]:
    """Another article's title, at times with its lead, and what a photo beside it leaves in the text."""
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
    if text and rng.random() < pick.outlet.leads:
        if rng.random() < 0.25:
            text = " ".join(text.split()[: rng.randint(12, 30)]) + "..."
        out.append(("related-", pick.dateline() + text))
    return out


def links_or_teasers(pick: Picker, rng: random.Random, *, links: float) -> list[Labelled]:
    """A box of other articles' titles, as often as ``links`` says, or of their titles and leads."""
    if rng.random() < links:
        return links_to(pick, rng, rng.randint(1, 7))
    return [line for _ in range(rng.randint(1, 4)) for line in teaser(pick, rng)]


def _tags(pick: Picker, rng: random.Random) -> list[Labelled]:
    """What the article is filed under, in one line or a line each."""
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
    """What readers wrote, with who and when, and what one may click below it, always in the same order on a page."""
    out: list[Labelled] = []
    named, joined, stamped, clicked = (rng.random() < p for p in (0.8, 0.4, 0.5, 0.4))
    comments = pick.outlet.comments
    for pattern in rng.sample(comments, min(rng.choice((1, 2, 3, 4, 6)), len(comments))):
        comment = pick.fill([pattern])
        other = pick.other()
        if rng.random() < pick.outlet.foreign_comments and other.paragraphs:
            comment = SENTENCE_BREAK.split(rng.choice(other.paragraphs))[0][:300]
        name = pick.name() + (f" ({rng.choice(PLACES)})" if rng.random() < 0.1 else "")
        if named and not joined:
            out.append(("chrome-", name))
        out.append(("chrome-", f"{name}: {comment}" if named and joined else comment))
        if clicked:
            out.append(("chrome-", pick.fill(pick.outlet.clicks)))
        if stamped:
            out.append(("chrome-", pick.stamp()))
    return out


def tail(pick: Picker, rng: random.Random, *, bare: bool, heavy: bool) -> list[Labelled]:
    """All that stands behind the article: boxes only where it is bare, more of them where it is heavy."""
    out: list[Labelled] = []
    outlet = pick.outlet
    if not bare and rng.random() < 0.35:
        out += _tags(pick, rng)
    if not bare and rng.random() < 0.4:
        out += pick.some(outlet.share, rng.randint(1, 4))
    if not bare and rng.random() < outlet.commented:
        out += _comments(pick, rng)
    boxes = rng.randint(2, 4) if heavy else rng.randint(1, 2)
    for _ in range(boxes):
        if not bare and rng.random() < 0.75:
            out.append(("heading-", pick.heading()))
            if rng.random() < 0.25:
                out.append(("heading-", pick.heading()))
        out += links_or_teasers(pick, rng, links=0.4)
    if not bare and rng.random() < 0.3:
        out += pick.some(outlet.footers, rng.randint(1, 5))
    return out
