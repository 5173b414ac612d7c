"""An article's paragraphs, photos and sub-headings as news sites print them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from trichtin.filter.lines import SENTENCE_BREAK
from trichtin.train.outlets import PLACES
from trichtin.train.picker import Labelled, Picker

INTERVIEW = 0.92  # style from which a page's paragraphs are mostly questions and answers


def captions(lead: str, pick: Picker, rng: random.Random) -> list[Labelled]:
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
        return _printed(part + tail, rng, again=0.4)
    if roll < 0.46:
        return [("chrome-", pick.credit())]
    return []


def photo(caption: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo of a story in photos, with its caption and at times its credit."""
    out = [("caption", caption)]
    if rng.random() < 0.15:
        out.append(("chrome-", pick.credit()))
    return out


def caption_of(paragraph: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo in the body, whose caption says a part of the paragraph above it."""
    sentence = SENTENCE_BREAK.split(paragraph)[0]
    tail = rng.choice(("", "", " Ảnh: " + pick.name(), f". (Ảnh: {pick.name()})", " " + pick.credit()))
    if len(sentence) >= 220:
        return []
    words = sentence.rstrip(".").split()
    cut = " ".join(words[: rng.randint(6, max(7, len(words)))])
    text = cut + ("." if rng.random() < 0.5 else "") + tail
    return _printed(text, rng, again=0.15)


def _printed(caption: str, rng: random.Random, *, again: float) -> list[Labelled]:
    """A caption, at times printed once more; ``again`` says how often."""
    return [("caption", caption), *([("caption-", caption)] if rng.random() < again else [])]


def paragraph_lines(paragraph: str, rng: random.Random, pick: Picker, style: float) -> list[Labelled]:
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
        return [("body", sentence) for sentence in sentences]
    if style > 0.8 and len(sentences) > 1 and (roll < 0.11 or (style > INTERVIEW and roll < 0.5)):  # an interview
        question = rng.choice(("PV: ", "- ", "Phóng viên: ", "- PV: ", "", "Hỏi: ", "* ", "Thưa ông, ", "Thưa bà, "))
        question += sentences[0].rstrip(".") + "?"
        answer = rng.choice(("", "- ", f"Ông {pick.name()}: ", f"Bà {pick.name()}: ")) + " ".join(sentences[1:])
        return [("body", question), ("body", answer)]
    if roll < 0.125:  # figures or names, one a line
        return [("body", paragraph), *(("body", row) for row in _rows(paragraph, pick, rng))]
    if roll < 0.15 and len(sentences[0]) < 90 and len(sentences) > 1:
        return [("body", sentences[0]), ("body", " ".join(sentences[1:]))]
    return [("body", paragraph)]


def _rows(paragraph: str, pick: Picker, rng: random.Random) -> list[str]:
    """Rows of a list or table: who or what, and its numbers or who it is."""
    what = rng.choice(
        (pick.name, lambda: "THPT " + pick.name(), lambda: rng.choice(PLACES), lambda: phrase_of(paragraph, rng))
    )
    sign = rng.choice(("- ", "+ ", "", "• ", "# "))
    unit = rng.choice(("", " điểm", " học sinh", " triệu đồng"))
    between, columns = rng.choice((": ", " – ", " - ", ", ", " ")), rng.choice((0, 1, 1, 1, 2, 3))
    rows = []
    for k in range(rng.randint(3, 7)):
        numbers = rng.choice((" – ", " ", "; ")).join(str(rng.randint(5, 400)) for _ in range(columns))
        row = what() + between + (numbers + unit if columns else pick.name())
        rows.append((f"{k + 1}. " if sign == "# " else sign) + row)
    return list(dict.fromkeys(rows))


def subheading(paragraphs: Sequence[str], rng: random.Random) -> str:
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
