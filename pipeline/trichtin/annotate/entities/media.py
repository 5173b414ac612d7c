"""Names of papers, broadcasters, web sites and platforms, and the abbreviations of photo credits."""

from __future__ import annotations

import re

from trichtin.annotate.entities.known_bodies import PAPER_HEAD, find_papers
from trichtin.annotate.entities.spans import Mention, free, over, touching

MEDIUM = re.compile(
    r"(?<!\w)(?:tạp chí|đài (?:phát thanh|truyền hình)(?: và (?:phát thanh|truyền hình))?|hãng (?:tin|thông tấn)|kênh truyền hình)"
    r"[^\S\n]$",
    re.IGNORECASE,
)
NO_BODY = re.compile(r"IT|INT|ITN|NVCC|P\.?V|TL")  # of photo credits, and the reporter
DOMAIN = re.compile(r"\.(?:vn|com|net|org)(?![\w.])", re.IGNORECASE)
PLATFORM = re.compile(
    r"(?<!\w)(?:facebook|zalo|youtube|twitter|instagram|tiktok|weibo|wikipedia)(?![\w.])", re.IGNORECASE
)


def with_medium(text: str, start: int, end: int, label: str) -> Mention:
    """Take the word for what a medium is into its name: "tạp chí", "đài truyền hình"."""
    medium = MEDIUM.search(text, max(start - 34, 0), start) if label == "ORG" else None
    return medium.start() if medium else start, end, label


def no_credit(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop the abbreviations of photo credits, and the reporter."""
    return None if label == "ORG" and NO_BODY.fullmatch(text, start, end) else (start, end, label)


def with_domain(text: str, start: int, end: int, label: str) -> Mention:
    """Take the end of a web address into the name of the body that bears it."""
    more = DOMAIN.match(text, end) if label == "ORG" else None
    return start, more.end() if more else end, label


def with_papers(text: str, found: list[Mention]) -> list[Mention]:
    """Tag papers where the words before say that they are papers, and take the word "báo" into their name."""
    papers = [
        (start, end, "ORG")
        for start, end in find_papers(text)
        if not any(m[0] <= start and m[1] >= end and m[:2] != (start, end) for m in touching(found, start, end))
    ]
    found = over(found, papers)
    out: list[Mention] = []
    for start, end, label in found:
        head = PAPER_HEAD.search(text, max(start - 14, 0), start) if label in ("ORG", "PER") else None
        if head and text[start].isupper() and not (out and out[-1][1] > head.start()):
            start, label = head.start(), "ORG"
        out.append((start, end, label))
    return out


def with_platforms(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the platforms that the press names in any case, where no longer name holds them."""
    spans = [(m.start(), m.end(), "ORG") for m in PLATFORM.finditer(text)]
    return _under(found, spans)


def _under(found: list[Mention], spans: list[Mention]) -> list[Mention]:
    """Put spans under mentions: one inside a longer mention stays out, one at a mention's start parts it."""
    by_start = {span[0]: span for span in spans}
    out: list[Mention] = []
    for start, end, label in found:
        hit = by_start.get(start)
        if hit and hit[1] < end:
            out += [hit, (hit[1] + 1, end, "PER" if label != "LOC" else label)]
        else:
            out.append((start, end, label))
    return sorted(out + free(out, spans))
