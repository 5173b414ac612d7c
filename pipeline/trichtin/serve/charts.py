"""Small charts as numbers for inline SVG: no script, no style that a strict policy forbids."""

from __future__ import annotations

from typing import Any

from trichtin.serve.language import Language

WIDTH, HEIGHT = 640, 120
MOST_MONTHS = 120


def month_bars(counts: list[tuple[str, int]], language: Language) -> dict[str, Any] | None:
    """Return the bars of a chart by month, months without any between the first and the last too.

    Args:
        counts: ``YYYY-MM`` and a number, in order.
        language: of the labels.

    Returns:
        ``width``, ``height``, ``bars`` (``x``, ``y``, ``width``, ``height``, ``label``, ``count``), first and last month;
        None without any month.
    """
    known = {month: number for month, number in counts if month[4:5] == "-" and month[5:7].isdigit()}
    if not known:
        return None
    first, last = min(known), max(known)
    months: list[str] = []
    year, month = int(first[:4]), int(first[5:7])
    while (name := f"{year:04d}-{month:02d}") <= last and len(months) < 10_000:
        months.append(name)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    months = months[-MOST_MONTHS:]
    step = min(WIDTH / len(months), 48.0)
    most = max(known.values())
    bars = []
    for k, name in enumerate(months):
        number = known.get(name, 0)
        tall = number / most * HEIGHT
        bars.append(
            {
                "x": round(k * step, 1),
                "y": round(HEIGHT - tall, 1),
                "width": round(max(step - 1.5, 0.8), 1),
                "height": round(tall, 1),
                "label": language.day(name),
                "count": number,
            }
        )
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "bars": bars,
        "first": language.day(months[0]),
        "last": language.day(months[-1]),
        "most": most,
    }
