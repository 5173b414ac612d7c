"""A record as a reader wants to see it: who, how many, when, who said what, and what was left out."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

MOST = 8  # lines of a kind that are shown before "…"
SIGNS = {"approx": "khoảng ", "gt": "hơn ", "lt": "dưới ", "ge": "ít nhất ", "le": "tối đa "}


def show_record(console: Console, record: dict[str, Any]) -> None:
    """Print one record. Headings are in Vietnamese and English; every line is from the page itself."""
    console.print()
    console.rule(Text(record["title"] or record["id"], style="bold"), align="left")
    note = "" if record["education"]["label"] else "  ·  không phải tin giáo dục / not about education"
    console.print(
        Text(f"{record['source']}{'  ·  ' + record['published'] if record['published'] else ''}{note}", style="dim")
    )
    _section(console, "Nhân vật · People", [_person(p) for p in record["people"]])
    _section(console, "Số liệu · Figures", _unique([_figure(f) for f in record["figures"]]))
    _section(console, "Ngày tháng · Dates", _unique([d["text"] for d in record["dates"]]), joined=True)
    _section(console, "Phát ngôn · Quotes", [_quote(q) for q in record["quotes"]])
    names = _unique([e["text"] for e in record["entities"] if e["label"] in ("ORG", "DOC", "PROG")])
    _section(console, "Tổ chức, văn bản, chương trình · Organisations, documents, programmes", names, joined=True)
    dropped = [f"{record['text'][b['start'] : b['end']]}  [{b['kind']}]" for b in record["blocks"] if not b["keep"]]
    _section(console, "Đã bỏ, không thuộc bài · Dropped, not part of the article", dropped, style="dim", width=110)


def _section(
    console: Console, heading: str, lines: list[str], *, joined: bool = False, style: str = "", width: int = 0
) -> None:
    if not lines:
        return
    console.print(Text(heading, style="bold cyan"))
    if joined:
        lines = ["; ".join(lines)]
    for line in lines[:MOST]:
        shown = line if not width or len(line) <= width else line[: width - 1].rstrip() + "…"
        console.print(Padding(Text(shown, style=style), (0, 0, 0, 2)))
    if len(lines) > MOST:
        console.print(Text(f"  … {len(lines) - MOST} nữa / more", style="dim"))


def _person(person: dict[str, Any]) -> str:
    name = " ".join([*person["titles"], person["name"]])
    post = ", ".join(part for part in (person["role"], person["organization"]) if part)
    return f"{name} — {post}" if post else name


def _figure(figure: dict[str, Any]) -> str:
    text = SIGNS.get(figure["modifier"] or "", "") + " ".join(figure["text"].split())
    unit = figure["unit"] or ""
    if unit and unit.casefold() not in text.casefold() and unit not in ("VND", "%"):
        text += f" {unit}"
    about = figure["of"] or ""
    return f"{text}  ({about})" if about and about.casefold() not in text.casefold() else text


def _quote(quote: dict[str, Any]) -> str:
    content = " ".join(quote["text"].split())
    if len(content) > 240:
        content = content[:239].rstrip() + "…"
    cue = f" {quote['cue']}" if quote["cue"] and quote["cue"] != "Theo" else ""
    return f"{quote['speaker']}{cue}: “{content}”"


def _unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in names))
