"""The filter stage: which lines of a page are the article, and which are not."""

from __future__ import annotations

import re
from pathlib import Path

from trichtin.annotate.links.ids import fold
from trichtin.annotate.numbers import CAPITALS
from trichtin.facts import Block
from trichtin.filter.certainty import LONG, LONGEST_LINK, LONGEST_OPEN, needed
from trichtin.filter.labeller import FOREIGN_LABELS, Labeller
from trichtin.filter.lines import (
    BULLET,
    CREDIT,
    NAME_LINE,
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
# Sections one after another, which no title is; in the body it may be the row of a table.
MENU = re.compile(r"(?:[^•|·]{2,30}\s[•|·]\s){3,}[^•|·]{2,30}|(?:[^/>–-]{2,30}\s[/>–-]\s){4,}[^/>–-]{2,30}")
# A reader who answers another: "Thu Hà: @Minh Anh …".
ANSWER = re.compile(r"(?:[^:@]{2,40}:\s)?@\w")
# An advertisement that says so before its text.
MARKED_ADVERT = re.compile(r"[\[(](?:quảng cáo|qc|tài trợ|pr|advertorial)[\])]\s|(?:quảng cáo|qc)\s?:\s", re.IGNORECASE)
# What a paper says of itself by law, or of its page, on every site, in a whole sentence or without a full stop.
NOTICE = re.compile(
    r"cơ quan chủ quản\s?(?::|và giấy phép)|giấy phép (?:(?:hoạt động|xuất bản|thiết lập) )?(?:báo|tạp chí|trang|mxh|số \d+/gp)\b"
    r"|(?:vui lòng |hãy |xin )?(?:bật|kích hoạt) javascript|theo dõi .{0,40}\btrên google news",
    re.IGNORECASE,
)
SURE_NOTHING = 0.97  # certainty below which a dropped sentence is the body of a page that has no other
SHORTEST_BODY = 30
LONGEST_SOURCE, LONGEST_CREDIT = 40, 60  # characters
BODY = ("body", "heading", "caption")
TAKEN = ("title", "lead", *BODY, "byline-")  # labels of lines that facts or the author are taken from
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
        drop_doubtful_lines(lines, labels, scores)
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


def drop_doubtful_lines(lines: list[Line], labels: list[str], scores: list[float]) -> None:
    """Drop, in place, lines that bear a mark no article has, and lines that are only doubtfully the article's."""
    beside = [_dropped_beside(labels, k) for k in range(len(labels))]
    below_lead = False
    for k, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label not in TAKEN:
            continue
        marked = _marked(line.text, label)
        if marked:
            labels[k] = marked
        elif label != "byline-" and scores[k] < needed(
            line.text, label, below_lead=below_lead, dropped_beside=beside[k]
        ):
            labels[k] = "related-"
            scores[k] = 1 - scores[k]
        below_lead = below_lead or label == "lead"


def _marked(text: str, label: str) -> str:
    """Return the label that a short line's marks give it, whatever the labeller took it for; empty where it has none."""
    short = len(text) < LONGEST_LINK and not BULLET.match(text)
    open_ended = short and len(text) < LONGEST_OPEN and not SENTENCE_END.search(text)
    if label in BODY:
        if len(text) < LONGEST_SOURCE and SOURCE_CREDIT.fullmatch(text):
            return "byline-"
        if len(text) <= LONGEST_CREDIT and CREDIT.fullmatch(text):
            return "chrome-"
        if len(text) < LONGEST_LINK and MARKED_LINK.match(text):
            return "related-"
    if label == "title":
        return "chrome-" if MENU.fullmatch(text) else ""
    chrome = short and (MARKED_ADVERT.match(text) or NOTICE.match(text) or ANSWER.match(text))
    return "chrome-" if chrome or (open_ended and MARKED_CHROME.match(text)) else ""


def keep_some_body(lines: list[Line], labels: list[str], scores: list[float]) -> None:
    """Take, in place, the likeliest whole sentences that were dropped with a doubt for the body where the page has no other.

    A brief of two lines gives the labeller nothing to compare its only sentence with.
    """
    if any(label in ("lead", "body") for label in labels):
        return
    doubtful = [
        k
        for k, line in enumerate(lines)
        if labels[k] in ("chrome-", "related-")
        and scores[k] < SURE_NOTHING
        and len(line.text) >= SHORTEST_BODY
        and (line.text.endswith((".", "…", "”", '"')) or len(line.text) >= LONG)  # a long line may be cut off
    ]
    likeliest = max((1 - scores[k] for k in doubtful), default=0.0)
    for k in doubtful:
        if 1 - scores[k] >= likeliest / 2:
            labels[k], scores[k] = "body", 1 - scores[k]


def _dropped_beside(labels: list[str], k: int) -> int:
    """Return how many of the line before and the line after are none of the article's, 2 where all are."""
    around = labels[max(k - 1, 0) : k] + labels[k + 1 : k + 2]
    dropped = sum(label in FOREIGN_LABELS for label in around)
    return 2 if around and dropped == len(around) else dropped


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
