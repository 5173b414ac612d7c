"""How certain the labeller must be that a line is the article's before its facts enter a record.

A missed sub-heading costs a reader little; a teaser's facts in a record cost their trust. What is asked depends on what
links, teasers and advertisements look like, and on what stands around the line: boxes are of several lines.
"""

from __future__ import annotations

import re

from trichtin.annotate.numbers import CAPITALS
from trichtin.filter.lines import BULLET, CONTACT, DATELINE, OFFER, SENTENCE_BREAK, SENTENCE_END, is_caption

# Certainty needed where no line beside it is dropped, where one is, and where all are. Chosen on 20,000 composed pages of
# held-out layouts and outlets and on 156 labelled by hand. How little leaks is flattered by the choice: they let
# 0.5 facts of other articles through in 100 of the composed pages; chosen on three quarters of these, 0.8 on the last quarter.
NEEDED = {
    "title": (0.85, 0.93, 0.93),
    "lead": (0.5, 0.8, 0.95),
    "later dateline": (0.99, 0.99, 0.99),  # a second lead, "TTO - …" further down, however long
    "question": (0.98, 0.998, 0.998),
    "exclamation": (0.995, 0.998, 0.998),
    "cut short": (0.85, 0.9, 0.9),
    "listed": (0.985, 0.995, 0.995),
    "heading": (0.9, 0.9, 0.93),
    "open": (0.93, 0.985, 0.985),
    "offer": (0.95, 0.95, 0.95),
    "speech": (0.7, 0.9, 0.9),
    "photographed": (0.5, 0.5, 0.5),  # a caption that ends in who took the photo: teasers have none
    "without facts": (0.5, 0.6, 0.6),  # nothing in it can be wrong of the article
    "sentence": (0.8, 0.97, 0.98),
    "spare sentence": (0.7, 0.9, 0.95),
    "long sentence": (0.8, 0.9, 0.985),
    "sentences": (0.7, 0.7, 0.85),
    "long": (0.5, 0.55, 0.99),
}
# Somebody speaks, which a teaser's lead has no room for: "nghẹn ngào: “…", "…”, ông Hoan nói"; or somebody is asked, and
# thanked: "PV: Thưa ông, …?", "Xin cảm ơn bà!".
SPEECH = re.compile(r"[:,]\s?[“\"]|[”\"],?\s(?:ông|bà|anh|chị|cô|thầy|em|theo)\b|^[“\"]")
ADDRESSED = r"(?:ông|bà|anh|chị|cô|thầy|em|bác|bộ trưởng|thứ trưởng|tiến sĩ|giáo sư|bác sĩ|luật sư|đồng chí|\w*\.?(?:ts|gs|bs|ths))\b"
INTERVIEW = re.compile(
    rf"^[-–*]?\s?(?:phóng viên|pv|hỏi)\b[^:?!]{{0,20}}:|\bthưa {ADDRESSED}|\b(?:cảm|cám) ơn {ADDRESSED}[^.!?]{{0,40}}[!.]$",
    re.IGNORECASE,
)
# What a fact is made of: a number, a name behind a small letter, an acronym, a quotation, a day.
FACT = re.compile(
    rf"[\d“”‘’\"'%]|[^\W\d][,;)]?\s[{CAPITALS}]|\b[{CAPITALS}]{{2,}}\b"
    r"|\b(?i:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|triệu|t[ỷỉ]|nửa|hôm|ngày|tháng|tuần|sáng|chiều|tối)\b"
)
SHORTEST_LEAD, LONGEST_LEAD = 60, 400  # characters
FEW_FACTS = 2  # signs of facts up to which a sentence bears little that could be wrong of the article
LONG_SENTENCE = 150  # characters from which advertisements and comments are of more sentences than one
LONGEST_LINK = 160
LONGEST_OPEN = 120
LONG = 250  # characters from which a line is too much of an article to be left out for a doubt
BULLET_WIDTH = 4  # characters of a list's number or sign, in which no sentence ends


def look_of(text: str, label: str, *, below_lead: bool) -> str:
    """Return which of the looks in ``NEEDED`` a line has.

    Args:
        text: the line.
        label: what the labeller takes it for.
        below_lead: whether the lead stands above it.
    """
    listed, ended = bool(BULLET.match(text)), bool(SENTENCE_END.search(text))
    if label == "title":
        return "title"
    if label == "lead":
        return "lead" if len(text) < LONGEST_LEAD else "long"
    if below_lead and len(text) > SHORTEST_LEAD and DATELINE.match(text):
        return "later dateline"
    if is_caption(text):
        return "photographed"
    if INTERVIEW.search(text):
        return "speech"
    if len(text) < LONG and text.endswith(("...", "…")):
        return "cut short"
    if len(text) < LONGEST_LINK and text.endswith(("?", "?”", '?"')):
        return "question"
    if len(text) < LONGEST_LINK and text.endswith(("!", "!”", '!"')):
        return "exclamation"
    if len(text) < LONGEST_OPEN and not ended:
        return "listed" if listed else "heading" if label == "heading" else "open"
    if len(text) >= LONG:
        return "long"
    facts = len(FACT.findall(text))
    if not facts:
        return "without facts"
    if SPEECH.search(text):
        return "speech"
    if OFFER.search(text) or CONTACT.search(text):
        return "offer"
    if SENTENCE_BREAK.search(text, BULLET_WIDTH):
        return "sentences"
    if facts <= FEW_FACTS:
        return "spare sentence"
    return "sentence" if len(text) < LONG_SENTENCE else "long sentence"


def needed(text: str, label: str, *, below_lead: bool, dropped_beside: int) -> float:
    """Return the certainty that a line needs to be taken for the article's.

    Args:
        text: the line.
        label: what the labeller takes it for.
        below_lead: whether the lead stands above it.
        dropped_beside: how many of the lines beside it are dropped, 2 where all are.
    """
    return NEEDED[look_of(text, label, below_lead=below_lead)][dropped_beside]
