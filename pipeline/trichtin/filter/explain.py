"""Why the filter keeps or drops each line of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from trichtin.facts import Block
from trichtin.filter import PageFilter
from trichtin.filter.lines import split_lines
from trichtin.read import Page

SHOWN = 3  # features a line


@dataclass(slots=True)
class Reason:
    """One feature of a line that weighed: ``weight`` speaks for keeping the line, a negative one for dropping it."""

    feature: str
    value: float
    weight: float

    def __str__(self) -> str:
        sign = "+" if self.weight > 0 else "−"
        return f"{sign}{abs(self.weight):.1f} {self.feature} = {self.value:.3g}"


@dataclass(slots=True)
class Explained:
    """A line, what was decided, and why.

    Attributes:
        block: the decision.
        text: of the line.
        reasons: the features that speak most for the decision, the weightiest first; log-odds of the model's second pass.
        note: what else decided: the markup of the page, a rule, or the lines around it; empty when the features did.
    """

    block: Block
    text: str
    reasons: list[Reason] = field(default_factory=list)
    note: str = ""


def explain(page_filter: PageFilter, page: Page) -> list[Explained]:
    """Return the lines of a page with what decided.

    Args:
        page_filter: as loaded.
        page: as read.

    Returns:
        One entry a non-empty line, in order.
    """
    blocks = page_filter.label(page)
    lines = split_lines(page.text)
    if not lines:
        return []
    labels, _ = page_filter.labeller.label(lines)
    marked = {(hint.start, hint.end) for hint in page.hints}
    told = []
    for block, line, label, weighed in zip(
        blocks, lines, labels, page_filter.labeller.contributions(lines), strict=True
    ):
        sign = 1 if block.keep else -1
        speaking = [Reason(*one) for one in weighed if one[2] * sign > 0]
        # What the first pass believed sums up other features, and tells a reader little.
        plain = [reason for reason in speaking if "first pass" not in reason.feature]
        reasons = (plain or speaking)[:SHOWN]
        note = ""
        model_keeps = not label.endswith("-")
        if (block.start, block.end) in marked:
            note = "the page's markup tells"
        elif model_keeps != block.keep:
            note = "a rule overrules the model (too doubtful, repeated line, marked link, author's name, source)"
        elif sum(weight for _, _, weight in weighed) * sign < -1:
            note = "the lines around it decide"
        told.append(Explained(block, line.text, reasons, note))
    return told
