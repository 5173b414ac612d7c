"""Sources of verbs without a subject ("Đồng thời nhấn mạnh: …"): who the sentence before is about, or who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_right

from trichtin.annotate.quotes.reading import Reading
from trichtin.annotate.quotes.source_names import Source
from trichtin.annotate.quotes.source_subject import leading_subject

OMITTED = re.compile(
    r"(?:đồng thời|bên cạnh đó|ngoài ra|qua đó|từ đó|cùng với đó|trong đó|do đó|vì vậy|đặc biệt|cũng"
    r"|tiếp đó|sau đó|và|cụ thể|[,\s])*$",
    re.IGNORECASE,
)


def omitted_subject(reading: Reading, start: int, cue_start: int, colon: bool) -> Source | None:
    """Return the last source for a verb without a subject: "Đồng thời nhấn mạnh: …"."""
    last = reading.last
    clause = max(start, reading.text.rfind(";", start, cue_start) + 1)
    if OMITTED.fullmatch(reading.text, clause, cue_start) is None:
        return None
    # The subject of the sentence before, which need not have held a quote.
    k = bisect_right(reading.units, (start, len(reading.text))) - 2
    if k >= 0 and reading.units[k][0] > reading.last_end:
        before = leading_subject(reading.sources, *reading.units[k], last)
        if before is not None and before.person:
            before.score *= 0.8
            return before
    if last is None or cue_start - reading.last_end > 700:
        return None
    return Source(last.name, last.id, last.start, last.end, 0.6 if colon else 0.5, last.person)
