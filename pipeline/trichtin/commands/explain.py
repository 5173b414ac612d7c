"""``trichtin explain``: a page line by line, what is kept or dropped and why, in the terminal or as a page of HTML."""

from __future__ import annotations

import argparse
import html
import itertools
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from trichtin.cli import UsageError
from trichtin.extraction import extract
from trichtin.filter import PageFilter
from trichtin.filter.explain import Explained, explain
from trichtin.read import Page, ReadError, read
from trichtin.record import Record

COLOURS = {"PER": "#d8c3ee", "ORG": "#bfd9ee", "LOC": "#c9e6c3", "DOC": "#f3e2a9", "PROG": "#f6c9b0"}
KINDS = {"figures": "#ffd9a0", "dates": "#f4c1dc", "quotes": "#e4eef7"}
STYLE = """body{font:1rem/1.6 Georgia,"Noto Serif",serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#1c1b19;background:#fdfcf9}
.line{border-left:4px solid #2d6a2d;padding:.1rem .75rem;margin:.3rem 0}.dropped{border-color:#b9b2a3;color:#767066}
.why{font:.8rem/1.4 ui-monospace,monospace;color:#5c5851}.kind{font-weight:bold}mark{color:inherit;padding:0 .1em;border-radius:.15em}"""


def run(arguments: argparse.Namespace) -> int:
    """Explain each page of the inputs; return 0, or 1 when one could not be read."""
    page_filter = PageFilter.load()
    console = Console()
    parts, failed = [], 0
    for page in read([arguments.page], sys.stdin.buffer):
        if isinstance(page, ReadError):
            print(f"trichtin: {page}", file=sys.stderr)
            failed += 1
            continue
        lines = explain(page_filter, page)
        record = extract(page)
        if arguments.html:
            parts.append(page_html(page, lines, record))
        else:
            show(console, page, lines, record)
    if arguments.html and parts:
        whole = f'<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>trichtin explain</title><style>{STYLE}</style>'
        try:
            Path(arguments.html).write_text(whole + "".join(parts) + "</html>\n", encoding="utf-8")
        except OSError as error:
            raise UsageError(
                f"{arguments.html}: cannot be written ({error.strerror}). Choose another --html"
            ) from error
    return 1 if failed else 0


def verdict(record: Record) -> str:
    """Return what the classifier says of the article."""
    education = record["education"]
    about = "about education" if education["label"] else "not about education"
    return f"{about} (score {education['score']:.2f})"


def show(console: Console, page: Page, lines: list[Explained], record: Record) -> None:
    """Print the page: dropped lines dimmed, and under each line what decided."""
    dropped = sum(not line.block.keep for line in lines)
    console.print(Text(f"{page.source}: {len(lines)} lines, {dropped} dropped; {verdict(record)}", "bold"))
    for line in lines:
        keep = line.block.keep
        head = Text(
            f"{'✓' if keep else '✗'} {line.block.kind:8} {line.block.score:4.2f}  ", "green" if keep else "dim red"
        )
        head.append(line.text if len(line.text) <= 300 else line.text[:299] + "…", "" if keep else "dim")
        console.print(head, soft_wrap=False)
        why = ";  ".join([*map(str, line.reasons), *([line.note] if line.note else [])])
        console.print(Text(f"                {why}", "dim cyan"), soft_wrap=False)


def page_html(page: Page, lines: list[Explained], record: Record) -> str:
    """Return the page as HTML, every fact marked in its line, with what it was read as."""
    parts = [f"<h1>{html.escape(record['title'] or page.id)}</h1><p>{html.escape(page.source)} · {verdict(record)}</p>"]
    facts = _facts(record)
    for line in lines:
        block = line.block
        inside = [fact for fact in facts if fact[0] < block.end and block.start < fact[1]] if block.keep else []
        why = " · ".join([*map(str, line.reasons), *([line.note] if line.note else [])])
        parts.append(
            f'<div class="line{"" if block.keep else " dropped"}">{_marked(page.text, block.start, block.end, inside)}'
            f'<div class="why"><span class="kind">{block.kind}</span> {"kept" if block.keep else "dropped"}'
            f" {block.score:.2f} · {html.escape(why)}</div></div>"
        )
    return "".join(parts)


def _facts(record: Record) -> list[tuple[int, int, str, str]]:
    """Return start, end, colour and description of every fact, long ones first."""
    found = [(e["start"], e["end"], COLOURS[e["label"]], e["label"]) for e in record["entities"]]
    for kind, colour in KINDS.items():
        for fact in record[kind]:
            told: dict[str, Any] = {
                k: v for k, v in fact.items() if k not in ("start", "end", "text") and v is not None
            }
            found.append((fact["start"], fact["end"], colour, kind[:-1] + " " + str(told)))
    return sorted(found, key=lambda fact: fact[0] - fact[1])


def _marked(text: str, start: int, end: int, facts: list[tuple[int, int, str, str]]) -> str:
    """Return a line with its facts marked; of several over one place the shortest gives the colour."""
    edges = sorted({start, end, *(min(max(edge, start), end) for fact in facts for edge in fact[:2])})
    pieces = []
    for first, last in itertools.pairwise(edges):
        over = [fact for fact in facts if fact[0] <= first and last <= fact[1]]
        shown = html.escape(text[first:last])
        if over:
            title = html.escape("\n".join(fact[3] for fact in over), quote=True)
            shown = f'<mark style="background:{over[-1][2]}" title="{title}">{shown}</mark>'
        pieces.append(shown)
    return "".join(pieces)
