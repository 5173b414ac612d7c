"""``trichtin train``: rebuild the models. (This module needs the standard library only until it runs.)"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

STEPS = ("places", "lexicon", "encoder", "entities", "quotes", "confidence", "pipeline", "education", "filter")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument(
        "--gold",
        nargs="+",
        required=True,
        metavar="GOLD.jsonl",
        help="annotated articles, with their texts or standoff (corpus/gold/*.jsonl)",
    )
    parser.add_argument(
        "--corpus",
        nargs="+",
        required=True,
        metavar="CORPUS.parquet",
        help="raw news with columns id, title, lead, body; also gives standoff gold its texts",
    )
    parser.add_argument(
        "--without",
        nargs="*",
        default=[],
        metavar="GOLD.jsonl",
        help="articles kept out of all training, for measuring",
    )
    parser.add_argument(
        "--labelled",
        nargs="*",
        default=[],
        metavar="PAGES.jsonl",
        help="pages whose lines are labelled, which the filter learns from too (corpus/gold/layouts_1.jsonl)",
    )
    parser.add_argument(
        "--held-out",
        nargs="*",
        default=[],
        metavar="PAGES.jsonl",
        help="more of them, which the filter is measured on before it learns from them (corpus/gold/layouts_2.jsonl)",
    )
    parser.add_argument(
        "--pages",
        type=int,
        metavar="N",
        help="pages composed to train the filter (default: as in models/training.toml)",
    )
    parser.add_argument(
        "--encoder-steps",
        type=int,
        metavar="N",
        help="batches of 2,048 words that the encoder learns from (default: as in models/training.toml, about 45 minutes)",
    )
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS), help="what to rebuild (default: all)")
    parser.add_argument(
        "-o", "--output", default="models", metavar="DIR", help="where the models are written (default: models)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Rebuild the models; return 0."""
    from trichtin.cli import UsageError
    from trichtin.train import build

    try:
        sources = build.Sources.read(
            [Path(p) for p in arguments.gold],
            [Path(p) for p in arguments.corpus],
            [Path(p) for p in arguments.without],
            [Path(p) for p in arguments.labelled],
            [Path(p) for p in arguments.held_out],
            **{key: number for key in ("pages", "encoder_steps") if (number := getattr(arguments, key))},
        )
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from error
    for step in STEPS:
        if step in arguments.steps:
            print(f"trichtin train: {step} …", file=sys.stderr, flush=True)
            line = getattr(build, f"build_{step}")(sources, Path(arguments.output))
            print(f"trichtin train: {step}: {line}", file=sys.stderr, flush=True)
    return 0
