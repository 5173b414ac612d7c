"""CoNLL-2003: a token and its BIO tag a line, a blank line between sentences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trichtin.annotate.sentences import sentences


def write(articles: Iterable[dict[str, Any]], output: Path) -> int:
    """Write the entities of the kept lines; ``# id = …`` opens an article. Returns how many articles there are."""
    number = 0
    with output.open("w", encoding="utf-8") as stream:
        for article in articles:
            number += 1
            stream.write(f"# id = {' '.join(article['id'].split())}\n")
            for sentence in tagged(article):
                stream.writelines(f"{word}\t{tag}\n" for word, tag in sentence)
                stream.write("\n")
    return number


def tagged(article: dict[str, Any]) -> Iterable[list[tuple[str, str]]]:
    """Yield the sentences of an article's kept lines as (token, BIO tag)."""
    text = article["text"] or ""
    tags: dict[int, tuple[int, str]] = {fact["start"]: (fact["end"], fact["label"]) for fact in article["entities"]}
    for block in article["blocks"]:
        if not block["keep"]:
            continue
        end, label = 0, ""
        for sentence in sentences(text[block["start"] : block["end"]]):
            rows = []
            for offset, word in sentence:
                at = block["start"] + offset
                if at in tags:
                    end, label = tags[at]
                    rows.append((word, f"B-{label}"))
                else:
                    rows.append((word, f"I-{label}" if at < end else "O"))
            yield rows
