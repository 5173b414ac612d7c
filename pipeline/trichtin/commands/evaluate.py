"""``trichtin evaluate``: how good records are, measured against gold annotation."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from trichtin.cli import UsageError
from trichtin.evaluate import Evaluation, evaluate, read_jsonl


def run(arguments: argparse.Namespace) -> int:
    """Print the measures; return 0, or 1 when some gold article had no record that could be measured."""
    try:
        gold = read_jsonl(Path(arguments.gold))
        records = read_jsonl(Path(arguments.records)) if arguments.records else None
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from error
    if arguments.baseline:
        from trichtin.baseline import extract_naively

        records = [extract_naively(article) for article in gold]
    if records is None:
        from trichtin.extraction import extract_many
        from trichtin.read import Page

        pages = [Page(id=a["id"], source=arguments.gold, text=a["text"], published=a.get("published")) for a in gold]
        records = list(extract_many(pages))
    result = evaluate(gold, records)
    if arguments.json:
        print(json.dumps(result.summary(), ensure_ascii=False))
    else:
        print(table(result))
        for kind, found in result.errors.items():
            for values in found[: arguments.errors]:
                print(f"[{kind}]", *values, sep=" | ")
    return 1 if result.rates["unscorable"] else 0


def table(result: Evaluation) -> str:
    """Return the measures as a table in plain text."""
    lines = [f"{'':34}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}"]
    for name, s in result.scores.items():
        indent = "  " if name.isupper() else ""
        lines.append(f"{indent + name:34}{s.precision:7.3f}{s.recall:7.3f}{s.f1:7.3f}{s.gold:7}{s.found:7}")
    lines += [f"{name:34}{value:21.3f}" for name, value in result.rates.items()]
    return "\n".join(lines)
