"""Pages whose lines are labelled, which the page filter learns from and is measured on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from trichtin.filter.labeller import LABELS
from trichtin.filter.lines import split_lines
from trichtin.train.settings import settings

WEIGHT = settings("filter")["weight_of_labelled"]


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page with the label of each of its lines, as in ``filter.labeller.LABELS``."""

    text: str
    labels: tuple[str, ...]
    weight: float = 1.0  # in training, beside a composed page


def read_labelled_pages(path: Path) -> list[LabelledPage]:
    """Read pages that were labelled by hand.

    Args:
        path: a JSON object a line with ``text`` and ``lines`` (``[start, end, kind, keep]``, offsets in code
            points; ``keep`` is null for names of authors), as ``corpus/gold/samples.jsonl``.

    Raises:
        ValueError: an object lacks one of these, its lines are not those of its text, or a kind is unknown.
    """
    pages = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            gold = json.loads(row)
            text, found = gold["text"], {(start, end): (kind, keep) for start, end, kind, keep in gold["lines"]}
            kinds = [found.pop((line.start, line.end)) for line in split_lines(text)]
            labels = tuple(kind if keep else f"{kind}-" for kind, keep in kinds)
            if found:
                raise ValueError(f"no line of the text begins and ends at {min(found)}")
            if unknown := set(labels) - set(LABELS):
                raise ValueError(f"unknown labels {sorted(unknown)}")
            pages.append(LabelledPage(text, labels, WEIGHT))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(
                f"{path}, line {number}: not a page whose every line is labelled ({type(error).__name__}: {error}); "
                'each needs "text" and "lines" with [start, end, kind, keep] for each non-empty line'
            ) from error
    return pages
