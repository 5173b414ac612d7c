"""``trichtin join``: standoff annotation beside the texts that it is of, for whoever has the public corpora."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from trichtin.cli import UsageError
from trichtin.train.gold import read_gold


def run(arguments: argparse.Namespace) -> int:
    """Write the articles with text and annotation, one JSON object a line; return 0."""
    try:
        articles = read_gold([Path(p) for p in arguments.gold], [Path(p) for p in arguments.corpus])
        lines = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
        Path(arguments.output).write_text(lines, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from error
    print(f"{arguments.output}: {len(articles)} articles with their texts", file=sys.stderr)
    return 0
