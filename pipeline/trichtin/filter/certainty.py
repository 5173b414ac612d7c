"""How certain the labeller must be that a line is the article's before its facts enter a record.

A missed sub-heading costs a reader little; a teaser's facts in a record cost their trust. What is asked depends on what
links, teasers and advertisements look like, and on what stands around the line: boxes are of several lines.
"""

from __future__ import annotations

import re

from trichtin.filter.lines import BULLET, CONTACT, DATELINE, OFFER, SENTENCE_BREAK, SENTENCE_END

# Certainty needed where no line beside it is dropped, where one is, and where all are. Chosen on 3,200 composed pages of
# held-out layouts and outlets and on 156 labelled by hand: on the composed ones they let 1.5 facts of other articles through
# in 100 pages instead of 11, and cost 56 of the articles' own 3,200. A stricter number would have cost the pages labelled by
# hand more of their facts than it would have stopped.
NEEDED = {
    "title": (0.6, 0.93, 0.95),
    "lead": (0.6, 0.7, 0.93),
    "later dateline": (0.99, 0.99, 0.995),  # a second lead, "TTO - …" further down, however long
    "question": (0.97, 0.985, 0.985),
    "exclamation": (0.997, 0.997, 0.997),
    "cut short": (0.97, 0.97, 0.97),
    "listed": (0.97, 0.98, 0.98),
    "heading": (0.85, 0.985, 0.985),
    "open": (0.9, 0.9, 0.9),
    "offer": (0.85, 0.95, 0.95),
    "speech": (0.5, 0.8, 0.9),
    "sentence": (0.9, 0.95, 0.97),
    "sentences": (0.55, 0.75, 0.93),
    "long": (0.5, 0.5, 0.93),
}
# Somebody speaks, which a teaser's lead has no room for: "nghẹn ngào: “…", "…”, ông Hoan nói"; or somebody is asked, and
# thanked: "PV: Thưa ông, …?", "Xin cảm ơn bà!".
SPEECH = re.compile(r"[:,]\s?[“\"]|[”\"],?\s(?:ông|bà|anh|chị|cô|thầy|em|theo)\b|^[“\"]")
ADDRESSED = r"(?:ông|bà|anh|chị|cô|thầy|em|bác|bộ trưởng|thứ trưởng|tiến sĩ|giáo sư|bác sĩ|luật sư|đồng chí|\w*\.?(?:ts|gs|bs|ths))\b"
INTERVIEW = re.compile(
    rf"^[-–*]?\s?(?:phóng viên|pv|hỏi)\b[^:?!]{{0,20}}:|\bthưa {ADDRESSED}|\b(?:cảm|cám) ơn {ADDRESSED}[^.!?]{{0,40}}[!.]$",
    re.IGNORECASE,
)
SHORTEST_LEAD, LONGEST_LEAD = 60, 400  # characters
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
    if SPEECH.search(text):
        return "speech"
    if OFFER.search(text) or CONTACT.search(text):
        return "offer"
    return "sentences" if SENTENCE_BREAK.search(text, BULLET_WIDTH) else "sentence"


def needed(text: str, label: str, *, below_lead: bool, dropped_beside: int) -> float:
    """Return the certainty that a line needs to be taken for the article's.

    Args:
        text: the line.
        label: what the labeller takes it for.
        below_lead: whether the lead stands above it.
        dropped_beside: how many of the lines beside it are dropped, 2 where all are.
    """
    return NEEDED[look_of(text, label, below_lead=below_lead)][dropped_beside]
