"""The filter stage: which lines of a page are the article, and which are not."""

from __future__ import annotations

import re
from pathlib import Path

from trichtin.annotate.links.ids import fold
from trichtin.annotate.numbers import CAPITALS
from trichtin.facts import Block
from trichtin.filter.labeller import FOREIGN_LABELS, Labeller
from trichtin.filter.lines import (
    BULLET,
    CONTACT,
    CREDIT,
    NAME_LINE,
    OFFER,
    SENTENCE_BREAK,
    SENTENCE_END,
    Line,
    split_lines,
    without_dateline,
)
from trichtin.read import Page
from trichtin.resources import models_dir

# Marks that no line of an article bears, whatever stands behind them.
MARKED_LINK = re.compile(
    r"(?:>>|»|=>|→|▶|►)|(?:xem thêm|đọc thêm|tin liên quan|bài liên quan|mời (?:bạn )?xem|có thể bạn quan tâm|video|clip|podcast)"
    r"\s?:",
    re.IGNORECASE,
)
# The paper or agency that an article was taken from, alone on its line.
SOURCE_CREDIT = re.compile(rf"(?:Theo|Nguồn)\s?:?\s[{CAPITALS}][^.?!:;,“”]{{0,30}}")
MARKED_CHROME = re.compile(
    r"[©®]|(?:tags?|từ kh[oó][aá]|chủ đề|(?:phó )?tổng biên tập|t(?:oà|òa) soạn|đường dây nóng|hotline)\s?:|\[?(?:quảng cáo|(?:nội dung |tin |nhà |bài viết (?:được )?)?tài trợ|(?:thông )?tin (?:doanh nghiệp|quảng cáo)|advertisement|qc)\]?$|\d{1,2}:\d{2}$",
    re.IGNORECASE,
)
# An advertisement that says so before its text.
MARKED_ADVERT = re.compile(r"[\[(](?:quảng cáo|qc|tài trợ|pr|advertorial)[\])]\s|(?:quảng cáo|qc)\s?:\s", re.IGNORECASE)
# What a paper says of itself by law, or of its page, on every site, in a whole sentence or without a full stop.
NOTICE = re.compile(
    r"cơ quan chủ quản\s?(?::|và giấy phép)|giấy phép (?:(?:hoạt động|xuất bản|thiết lập) )?(?:báo|tạp chí|trang|mxh|số \d+/gp)\b"
    r"|(?:vui lòng |hãy |xin )?(?:bật|kích hoạt) javascript|theo dõi .{0,40}\btrên google news",
    re.IGNORECASE,
)
# Certainty from which a short line is taken for the article's: one that is worded like an offer, one without a full stop
# or with a question mark at its end, as links have it, a sub-heading, whole sentences, and a lead. Beside a line that is
# dropped a sub-heading or a single sentence needs more, as boxes are of several lines, and so does a long line between
# two. Chosen on composed pages of held-out layouts: where more is asked, an article loses ten facts for each that it is
# spared.
SURE_OFFER, SURE_OPEN, SURE_HEADING, SURE_SENTENCES, SURE_LEAD = 0.8, 0.95, 0.7, 0.7, 0.8
SURE_HEADING_BESIDE, SURE_SENTENCE_BESIDE, SURE_LONG_BETWEEN = 0.95, 0.9, 0.9
# Somebody speaks, which a teaser's lead has no room for: "nghẹn ngào: “…", "…”, ông Hoan nói".
SPEECH = re.compile(r"[:,]\s?[“\"]|[”\"],?\s(?:ông|bà|anh|chị|cô|thầy|em|theo)\b|^[“\"]")
LONGEST_LEAD = 400
BULLET_WIDTH = 4  # characters of a list's number or sign, in which no sentence ends
SURE_NOTHING = 0.9  # certainty below which a dropped sentence is the body of a page that has no other
SHORTEST_BODY = 30
LONG_LINE = 250  # characters from which a line is too much of an article to be left out for a doubt
LONGEST_LOOK = 4_000  # characters of a line by which it is judged
SHORTEST_REPEAT = 30  # characters from which the same line twice is a repetition and not a refrain

__all__ = ["PageFilter"]


class PageFilter:
    """Label every non-empty line of a page and decide whether facts are taken from it."""

    def __init__(self, labeller: Labeller) -> None:
        self.labeller = labeller

    @classmethod
    def load(cls, folder: Path | None = None) -> PageFilter:
        """Read the filter that ships with the package, or one at ``folder``."""
        return cls(Labeller.load(folder or models_dir() / "filter"))

    def label(self, page: Page) -> list[Block]:
        """Return one block a non-empty line, in order; offsets are code points into ``page.text``."""
        lines = split_lines(page.text)
        if not lines:
            return []
        hints = _hints(page, lines)
        looks = [
            Line(line.start, line.end, line.text[:LONGEST_LOOK] + line.text[-20:], line.gap)
            if len(line.text) > 2 * LONGEST_LOOK
            else line
            for line in lines
        ]
        labels, scores = self.labeller.label(looks)
        drop_doubtful_links(lines, labels, scores)
        keep_some_body(lines, labels, scores)
        # What the markup of a known layout says is more certain than what the text alone tells.
        labels = [hint or label for hint, label in zip(hints, labels, strict=True)]
        drop_repeats(lines, labels)
        drop_empty_headings(labels)
        return [
            Block(line.start, line.end, label.rstrip("-"), not label.endswith("-") or names_author(line, label), score)
            for line, label, score in zip(lines, labels, scores, strict=True)
        ]


def names_author(line: Line, label: str) -> bool:
    """Tell whether a byline is nothing but a name: the author is a person of the article, an agency's credit is not."""
    return (
        label == "byline-"
        and len(line.text) <= 45
        and bool(NAME_LINE.fullmatch(line.text))
        and not line.text.startswith(("Theo ", "Nguồn ", "Ảnh "))
    )


def drop_doubtful_links(lines: list[Line], labels: list[str], scores: list[float]) -> None:
    """Drop, in place, lines that look like a link and are only doubtfully the article's.

    A missed sub-heading costs a reader little; a teaser's facts in a record cost their trust.
    """
    beside = [_foreign_beside(labels, k) for k in range(len(labels))]
    for k, (line, label) in enumerate(zip(lines, labels, strict=True)):
        short = len(line.text) < 160 and not BULLET.match(line.text)
        open_ended = short and len(line.text) < 120 and not SENTENCE_END.search(line.text)
        asks = short and line.text.endswith("?")
        if label in ("body", "heading", "caption") and len(line.text) < 40 and SOURCE_CREDIT.fullmatch(line.text):
            labels[k] = "byline-"
        elif label in ("body", "heading", "caption") and len(line.text) <= 60 and CREDIT.fullmatch(line.text):
            labels[k] = "chrome-"
        elif label in ("body", "heading", "caption") and len(line.text) < 160 and MARKED_LINK.match(line.text):
            labels[k] = "related-"
        elif label in ("body", "heading", "caption", "lead", "byline-") and (
            (short and (MARKED_ADVERT.match(line.text) or NOTICE.match(line.text)))
            or (open_ended and MARKED_CHROME.match(line.text))
        ):
            labels[k] = "chrome-"
        elif label in ("lead", "body", "heading", "caption") and scores[k] < _needed(
            line.text, label, open_ended, asks, beside[k]
        ):
            labels[k] = "related-"
            scores[k] = 1 - scores[k]


def keep_some_body(lines: list[Line], labels: list[str], scores: list[float]) -> None:
    """Take, in place, whole sentences that were dropped with a doubt for the body where the page has no other.

    A brief of two lines gives the labeller nothing to compare its only sentence with.
    """
    if any(label in ("lead", "body") for label in labels):
        return
    for k, line in enumerate(lines):
        doubtful = labels[k] in ("chrome-", "related-") and scores[k] < SURE_NOTHING
        if doubtful and len(line.text) >= SHORTEST_BODY and line.text.endswith((".", "…", "”", '"')):
            labels[k], scores[k] = "body", 1 - scores[k]


def _foreign_beside(labels: list[str], k: int) -> int:
    """Return how many of the line before and the line after are none of the article's."""
    around = labels[max(k - 1, 0) : k] + labels[k + 1 : k + 2]
    return sum(label in FOREIGN_LABELS for label in around)


def _needed(text: str, label: str, open_ended: bool, asks: bool, beside: int) -> float:
    """Return the certainty that a line needs to be taken for the article's."""
    if label == "lead":
        return SURE_LEAD if len(text) < LONGEST_LEAD else 0.0
    if asks or (open_ended and label != "heading"):
        return SURE_OPEN
    if open_ended:
        return SURE_HEADING_BESIDE if beside else SURE_HEADING
    if len(text) >= LONG_LINE:
        return SURE_LONG_BETWEEN if beside == 2 else 0.0
    single = not SENTENCE_BREAK.search(text, BULLET_WIDTH) and not SPEECH.search(text)
    needed = SURE_SENTENCE_BESIDE if beside and single else SURE_SENTENCES
    return max(needed, SURE_OFFER) if OFFER.search(text) or CONTACT.search(text) else needed


def drop_repeats(lines: list[Line], labels: list[str]) -> None:
    """Settle, in place, which copy of a repeated line is kept: the first, as lead, body or caption.

    A line that says the whole of an earlier kept line again (but for the dateline of a lead) is dropped as a
    caption. A caption that repeats only a part of the lead is kept the first time it stands on the page.
    """
    seen: set[str] = set()
    for k, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label.endswith("-") and label != "caption-":
            continue
        forms = {fold(text) for text in {line.text, without_dateline(line.text)}}
        repeated = len(line.text) >= SHORTEST_REPEAT and not forms.isdisjoint(seen)
        seen |= forms
        if repeated:
            labels[k] = "caption-"
        elif label == "caption-":
            labels[k] = "caption"


def drop_empty_headings(labels: list[str]) -> None:
    """Drop, in place, sub-headings right under which the article does not go on: they head a box of links."""
    goes_on = False
    for k in range(len(labels) - 1, -1, -1):
        if labels[k] == "heading" and not goes_on:
            labels[k] = "heading-"
        goes_on = not labels[k].endswith("-") or (labels[k] == "caption-" and goes_on)


def _hints(page: Page, lines: list[Line]) -> list[str]:
    """Return the label that the markup gives each line (empty where it gives none)."""
    if not page.hints:
        return [""] * len(lines)
    by_start = {hint.start: hint.kind for hint in page.hints}
    return [by_start.get(line.start, "") for line in lines]
