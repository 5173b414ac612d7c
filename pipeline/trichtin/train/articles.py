"""Clean articles, which pages are composed of."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from trichtin.annotate.links.ids import fold
from trichtin.annotate.numbers import CAPITALS
from trichtin.filter import MARKED_LINK
from trichtin.filter.certainty import LONGEST_LINK
from trichtin.filter.lines import CREDIT, CREDIT_TAIL, LINK, NAME_LINE, SENTENCE_BREAK, SENTENCE_END, STAMP, is_caption

OPENING = re.compile(r"^\(?[A-ZĐ&][\w&.Đ]{1,10}\)?\s?[-–]\s")
SOURCE_LINE = re.compile(
    r"\(?(?:theo|nguồn|tổng hợp|t/h|bài và ảnh|tin, ảnh|đồ h[oọ][aạ]|\*?\s?bài viết thể hiện quan điểm)\b.{0,50}",
    re.IGNORECASE,
)
# What stands beside names in the line of those who wrote, gathered or translated: "Quốc Tiệp (tổng hợp)", "TTXVN/Tin Tức".
AUTHORS_WORDS = frozenset(
    "theo tổng hợp t/h th lược biên dịch ghi thực hiện và báo bài ảnh tin nguồn pv nhóm cùng".split()
)
NAME_OR_WORD = re.compile(r"[^\W\d][\w.]*(?:/[^\W\d]+)*")
# A line end behind an abbreviation, where some corpora took it for the end of a sentence: "bé Th.\nkể", "PGS.TS.\nLương".
BROKEN = re.compile(rf"(\b(?:[TGBK]S|ThS|TP|Tp|St|[{CAPITALS}][hgr]?)\.)\n")
SHORTEST_ARTICLE = 500
PARAGRAPHS = (3, 10)  # how many are printed of an article that is thinned


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


def paragraphs_of(body: str, rng: random.Random) -> tuple[str, ...]:
    """Cut a body that came as one line into paragraphs of one to five sentences; keep its own line ends."""
    out: list[str] = []
    for line in BROKEN.sub(r"\1 ", body).split("\n"):
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
        if len(last) <= 60 and (names_authors(last) or SOURCE_LINE.fullmatch(last)):
            # What stands behind the author are captions that lost their pictures.
            paragraphs[k:] = [" ".join(text)] if text else []
    paragraphs = [without_credit(p) for p in paragraphs if not is_furniture(p)]
    paragraphs = [p for p in paragraphs if p and not (is_caption(p) and fold(CREDIT_TAIL.sub("", p)) in fold(lead))]
    # Captions that were gathered at the end, as some corpora do, go back between the paragraphs.
    gathered = []
    while paragraphs and is_caption(paragraphs[-1]):
        gathered.append(paragraphs.pop())
    for caption in gathered:
        paragraphs.insert(rng.randint(0, len(paragraphs)), caption)
    # What an article says twice are captions that lost their pictures, too.
    paragraphs = list({fold(p): p for p in reversed(paragraphs)}.values())[::-1]
    if not title or sum(map(len, paragraphs)) < SHORTEST_ARTICLE:
        return None
    return Article(title, lead, tuple(paragraphs))


def is_furniture(paragraph: str) -> bool:
    """Tell whether a paragraph is a link or a stamp, which a raw article should not have."""
    return len(paragraph) < LONGEST_LINK and bool(
        LINK.match(paragraph) or MARKED_LINK.match(paragraph) or STAMP.fullmatch(paragraph)
    )


def names_authors(text: str) -> bool:
    """Tell whether a short line or sentence is made of names and of what stands beside those of authors."""
    words = NAME_OR_WORD.findall(text)
    return (
        bool(words)
        and not text.endswith(("?", "!", ":", ";"))
        and not any(letter.isdigit() for letter in text)
        and all(word[0].isupper() or word.strip(".").lower() in AUTHORS_WORDS for word in words)
    )


def without_credit(paragraph: str) -> str:
    """Return a paragraph without a last sentence that names a photographer; a caption keeps its own."""
    *text, last = SENTENCE_BREAK.split(paragraph)
    if text and is_caption(paragraph):
        return paragraph
    return " ".join(text) if CREDIT.fullmatch(last) else paragraph


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
        and not is_caption(text)
    )
