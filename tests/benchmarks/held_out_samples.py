"""The bundled sample pages, read by a page filter that did not learn from them.

    trichtin train --steps filter --held-out corpus/gold/samples.jsonl … -o OUT
    python tests/benchmarks/held_out_samples.py OUT/filter/held_out

Printed is what ``trichtin evaluate`` prints of them, and the filter's row of ``html_pages.py``. The filter that ships
learned from all of them, so that it does better on them than on pages of others.
"""

from __future__ import annotations

import sys
from pathlib import Path

import html_pages

from trichtin.commands.evaluate import table
from trichtin.evaluate import evaluate, read_jsonl
from trichtin.extraction import extract
from trichtin.filter import PageFilter
from trichtin.read import Page

if __name__ == "__main__":
    page_filter = PageFilter.load(Path(sys.argv[1]))
    gold = read_jsonl(html_pages.SAMPLES)
    pages = (Page(id=page["id"], source="samples", text=page["text"]) for page in gold)
    print(table(evaluate(gold, [extract(page, page_filter=page_filter) for page in pages])))
    kept, dropped = html_pages.measure_filter(page_filter)
    print(f"HTML: article lines kept, F1 {kept:.3f}; unrelated lines dropped, F1 {dropped:.3f}")
