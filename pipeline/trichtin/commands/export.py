"""``trichtin export``: a data set in the form of another tool, and corrected annotation back into gold."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from trichtin.cli import UsageError
from trichtin.export import articles, brat, conll, derived, docbin, followthemoney, geojson, label_studio
from trichtin.store.dataset import DatasetError

WRITERS = {
    "docbin": docbin.write,
    "conll": conll.write,
    "brat": brat.write,
    "label-studio": label_studio.write,
    "followthemoney": followthemoney.write,
    "geojson": geojson.write,
    "derived": derived.write,
}
READERS = {"brat": brat.read, "label-studio": label_studio.read}


def run(arguments: argparse.Namespace) -> int:
    """Export; return 0."""
    if arguments.back:
        return _back(arguments)
    try:
        number = WRITERS[arguments.format](articles(arguments.dataset), Path(arguments.output))
    except (DatasetError, OSError) as error:
        raise UsageError(str(error)) from error
    print(f"{arguments.output}: {number} articles as {arguments.format}", file=sys.stderr)
    return 0


def _back(arguments: argparse.Namespace) -> int:
    """Turn corrected annotation into gold."""
    if arguments.format not in READERS:
        raise UsageError(f"--back takes {' or '.join(READERS)}, not {arguments.format}")
    number = 0
    try:
        with open(arguments.output, "w", encoding="utf-8") as stream:
            for gold in READERS[arguments.format](Path(arguments.dataset)):
                stream.write(json.dumps(gold, ensure_ascii=False) + "\n")
                number += 1
    except (ValueError, OSError) as error:
        raise UsageError(str(error)) from error
    print(f"{arguments.output}: {number} articles of gold", file=sys.stderr)
    return 0
