"""Gold annotation of real articles, kept apart from their texts (standoff).

The texts are not ours to give away; the annotation is. A standoff line holds the document's id, the SHA-256 of the
text that it annotates, and offsets with labels and values; ``join`` puts it beside the text again for whoever has the
public corpus (``magizbox/corpus.vinews``, file ``baomoi``).
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

Gold = dict[str, Any]
# What a standoff line may hold of a fact: never the text of the span itself.
FIELDS = {
    "entities": ("start", "end", "label"),
    "figures": ("start", "end", "kind", "value", "max", "unit", "modifier", "of_start", "of_end"),
    "dates": ("start", "end", "iso"),
    "quotes": ("start", "end", "kind", "speaker", "cue"),
}


def article_text(title: str, lead: str | None, body: str | None) -> str:
    """Return the text that is annotated: title, lead and body, a line each, in Unicode NFC."""
    return unicodedata.normalize("NFC", "\n".join([title or "", lead or "", body or ""])).rstrip()


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def to_standoff(article: Gold, source: str) -> Gold:
    """Return the annotation without the text; what a figure counts becomes offsets where the text has it."""
    text = article["text"]
    out: Gold = {"id": article["id"], "source": source, "sha256": fingerprint(text), "education": article["education"]}
    for kind, fields in FIELDS.items():
        out[kind] = []
        for fact in article[kind]:
            values = {key: fact[key] for key in fields if fact.get(key) is not None}
            if kind == "figures" and fact.get("of"):
                at = _nearest(text, fact["of"], fact["start"])
                if at >= 0:
                    values |= {"of_start": at, "of_end": at + len(fact["of"])}
            out[kind].append(values)
    out["people"] = article["people"]
    return out


def join(standoff: Iterable[Gold], texts: dict[str, str]) -> Iterator[Gold]:
    """Yield annotated articles with their texts.

    Args:
        standoff: lines as :func:`to_standoff` gives them.
        texts: document id to text.

    Raises:
        ValueError: a text is missing or is not the one that was annotated; the message names the document.
    """
    for line in standoff:
        text = texts.get(line["id"])
        if text is None:
            raise ValueError(f"document {line['id']}: not in the corpus given. It is of {line['source']}")
        if fingerprint(text) != line["sha256"]:
            raise ValueError(f"document {line['id']}: the text is not the annotated one (SHA-256 differs)")
        article = {key: value for key, value in line.items() if key not in ("sha256", "source")}
        article["text"] = text
        article["figures"] = [_with_of(fact, text) for fact in line["figures"]]
        yield article


def read_texts(corpora: Iterable[Path], wanted: set[str]) -> dict[str, str]:
    """Return the texts of the wanted documents from Parquet corpora (columns id, title, lead, body)."""
    found: dict[str, str] = {}
    for path in corpora:
        for batch in pq.ParquetFile(path).iter_batches(columns=["id", "title", "lead", "body"]):
            for row in batch.to_pylist():
                if str(row["id"]) in wanted:
                    found[str(row["id"])] = article_text(row["title"], row["lead"], row["body"])
    return found


def read_gold(paths: Iterable[Path], corpora: Iterable[Path]) -> list[Gold]:
    """Read gold files: lines with a text as they are, standoff lines joined with the corpora's texts.

    Raises:
        ValueError: a standoff line's text is not to be had (see :func:`join`).
    """
    whole: list[Gold] = []
    standoff: list[Gold] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                article = json.loads(line)
                (whole if "text" in article else standoff).append(article)
    texts = read_texts(corpora, {article["id"] for article in standoff}) if standoff else {}
    return whole + list(join(standoff, texts))


def _with_of(fact: Gold, text: str) -> Gold:
    if "of_start" not in fact:
        return fact
    rest = {key: value for key, value in fact.items() if key not in ("of_start", "of_end")}
    return rest | {"of": text[fact["of_start"] : fact["of_end"]]}


def _nearest(text: str, part: str, position: int) -> int:
    """Return where a part stands nearest to a position, -1 when nowhere."""
    before, after = text.rfind(part, 0, position), text.find(part, position)
    if before < 0 or after < 0:
        return max(before, after)
    return before if position - before < after - position else after
