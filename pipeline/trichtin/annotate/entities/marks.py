"""Quotation marks and brackets at the end of a name, whatever it names."""

from __future__ import annotations

from trichtin.annotate.entities.spans import Mention


def closed_pair(text: str, start: int, end: int, label: str) -> Mention:
    """Take in the quotation mark that closes a name's own, and end the name before a bracket that it does not close."""
    for opening, closing in ("“”", "«»", '""', "””"):
        inside = text.count(opening, start, end) - (text.count(closing, start, end) if opening != closing else 0)
        if (inside > 0 if opening != closing else inside % 2) and text.startswith(closing, end):
            return start, end + 1, label
    closing_bracket = text.find(")", start, end)
    if closing_bracket > start and "(" not in text[start:closing_bracket]:  # "(Ảnh: VTV) Bình Dương có …"
        return start, start + len(text[start:closing_bracket].rstrip()), label
    bracket = text.rfind("(", start, end)
    if bracket > start and ")" not in text[bracket:end]:
        end = start + len(text[start:bracket].rstrip())
    return start, end, label
