"""What holds of all rules together; each rule's own tests stand with the kind of name that it mends."""

from __future__ import annotations

import time
from itertools import pairwise

from trichtin.annotate.entities.mending import mend


def test_nothing_overlaps_on_hostile_text():
    text = "Nghị quyết 29/2013/NQ-TW " * 200
    found = mend(text, [(k, k + 12, "ORG") for k in range(0, 4000, 25)], {})
    assert all(a[1] <= b[0] for a, b in pairwise(found))


def test_work_grows_with_the_text():
    def seconds(size: int) -> float:
        piece = "Sở Y tế Hà Nội, Bộ Y tế, báo Dân trí, các trường như Lê A, Trần B; "
        text = piece * size
        found = [(k * len(piece), k * len(piece) + 14, "ORG") for k in range(size)]
        start = time.perf_counter()
        mend(text, found, {})
        return time.perf_counter() - start

    seconds(50)
    assert seconds(2000) < 12 * max(seconds(500), 0.01)  # four times the text; quadratic work would take sixteen times
