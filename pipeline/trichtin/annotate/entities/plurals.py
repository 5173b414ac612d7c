"""Words of the plural before a head: it names none of those that it heads ("các thôn Lạc An, Bình Hòa")."""

from __future__ import annotations

import re

PLURAL = re.compile(
    r"(?:(?<!\w)(?:các|những|nhiều|mỗi|từng|hai|ba|bốn|năm|một số|đa số|tất cả)|(?<![\w/.,-])\d+)\s(?:\w+\s)?$",
    re.IGNORECASE,
)


def behind_plural(text: str, at: int) -> bool:
    """Say whether a word of the plural stands before a place of the text, at most one other word between them."""
    return PLURAL.search(text, max(at - 20, 0), at) is not None
