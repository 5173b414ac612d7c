"""What the obvious method reaches: the yardstick that the README prints beside our own figures.

Quotes are the stretches between quotation marks, each said by the last name (two to four capitalised syllables) before
it; every number is a figure, read by its digits. Nothing else is found, and no line of the page is dropped.
"""

from __future__ import annotations

import re
from typing import Any

from trichtin.annotate.numbers import CAPITALS

QUOTED = re.compile(r"[“\"«]([^“”\"«»\n]{2,2000})[”\"»]")
NAME = re.compile(rf"[{CAPITALS}]\w+(?: [{CAPITALS}]\w+){{1,3}}")
NUMBER = re.compile(r"(?<![\w.,/])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\w/]|[.,]\d)(?:\s?(%))?(?: (\w+))?")


def extract_naively(article: dict[str, Any]) -> dict[str, Any]:
    """Return a record's ``quotes`` and ``figures`` for one gold article (``id`` and ``text``) by the obvious method."""
    text = article["text"]
    names = [(m.end(), m.group()) for m in NAME.finditer(text)]
    quotes, k = [], 0
    for match in QUOTED.finditer(text):
        while k < len(names) and names[k][0] <= match.start():
            k += 1
        if k:
            quotes.append(
                {
                    "start": match.start(1),
                    "end": match.end(1),
                    "kind": "direct",
                    "speaker": names[k - 1][1],
                    "cue": None,
                }
            )
    figures = []
    for match in NUMBER.finditer(text):
        value = float(match[1].replace(".", "") + "." + (match[2] or "0"))
        kind, unit = ("percent", "%") if match[3] else ("count", match[4])
        figures.append(
            {
                "start": match.start(),
                "end": match.end(),
                "kind": kind,
                "value": value,
                "max": None,
                "unit": unit,
                "modifier": None,
            }
        )
    empty: dict[str, Any] = {"entities": [], "dates": [], "people": [], "blocks": []}
    return {"id": article["id"], "text": text, "quotes": quotes, "figures": figures} | empty
