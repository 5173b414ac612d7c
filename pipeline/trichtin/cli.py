"""The command line: ``trichtin extract``, ``trichtin evaluate``, ``trichtin train``.

Only the standard library is imported here, so that ``--help`` answers at once; each command imports what it needs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from trichtin import __version__
from trichtin.facts import TABLES

EPILOG = """examples:
  trichtin extract page.txt -o -                       one page, its record on standard output
  trichtin extract pages/ -o records.jsonl --show      a folder of pages, a readable summary of each
  trichtin extract archive.parquet -o dataset/         a Parquet data set, one table a kind of fact
  trichtin extract pages/ -o quotes.csv --table quotes one table as CSV
  trichtin index dataset/ -o facts.db                  the search database of a data set
  trichtin search "học phí" --db facts.db              search it
  trichtin serve facts.db                              search it in a browser
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="trichtin",
        description="Trích Tin: facts from Vietnamese education news, each with its place in the text.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"trichtin {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    extract = commands.add_parser(
        "extract",
        help="extract the facts of pages",
        description="Read pages, drop what is not the article, and write the facts of the rest.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    extract.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="file (.txt .html .jsonl .csv .parquet .warc, text kinds also .gz or .zst), folder, URL (s3:// hf:// …), or -",
    )
    extract.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="NAME.jsonl: records; a folder or URL: Parquet data set; NAME.csv with --table: one table; -: records on standard output",
    )
    extract.add_argument("--table", choices=TABLES, help="the table that a .csv output holds")
    extract.add_argument(
        "--min-score",
        type=_share,
        default=0.0,
        metavar="S",
        help="leave out figures and quotes whose score, the probability that they are right, is below S (0 to 1)",
    )
    extract.add_argument(
        "--only-education",
        action="store_true",
        help="leave out articles that are not about education; they are counted and listed (skipped.jsonl)",
    )
    batch = extract.add_argument_group("batches", "how a data set (-o FOLDER or a URL) is made")
    batch.add_argument(
        "--workers", type=_positive, default=1, metavar="N", help="processes, or tasks at once on a cluster"
    )
    batch.add_argument("--on", choices=("local", "ray", "slurm"), default="local", help="where to run (default: local)")
    batch.add_argument("--address", metavar="HOST:PORT", help="of the Ray cluster (without: Ray on this machine)")
    batch.add_argument("--partition", metavar="NAME", help="Slurm's partition")
    batch.add_argument("--time", metavar="HH:MM:SS", help="Slurm's time limit of a job")
    batch.add_argument("--account", metavar="NAME", help="Slurm's account")
    batch.add_argument(
        "--time-limit",
        type=float,
        default=60.0,
        metavar="S",
        help="seconds after which an article is given up and named in errors.jsonl (default: 60; 0: never)",
    )
    extract.add_argument("--show", action="store_true", help="print a readable summary of every page")
    extract.add_argument("--quiet", action="store_true", help="no progress bar and no closing summary")

    explain = commands.add_parser(
        "explain",
        help="why lines of a page are kept or dropped",
        description="Show a page line by line: kept or dropped, as what, how surely, and the features that decided.",
    )
    explain.add_argument("page", metavar="PAGE", help="a page, as for extract")
    explain.add_argument(
        "--html", metavar="OUT", help="write a stand-alone page instead, with the facts marked in their lines"
    )

    evaluate = commands.add_parser(
        "evaluate",
        help="measure records against gold annotation",
        description="Print precision, recall and F1 for each kind of fact.",
    )
    evaluate.add_argument("gold", metavar="GOLD", help="gold annotation, one JSON object a line")
    evaluate.add_argument(
        "records",
        metavar="RECORDS",
        nargs="?",
        help="records to measure; without, the gold's texts are extracted first",
    )
    evaluate.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each kind")
    evaluate.add_argument("--json", action="store_true", help="print the figures as one JSON object instead of a table")

    evaluate.add_argument(
        "--baseline",
        action="store_true",
        help="measure the naive method instead (text in quotation marks, last name before it; every number)",
    )

    bench = commands.add_parser(
        "bench",
        help="speed and memory, beside underthesea's ner",
        description="Measure the filter, each component, the whole extraction and a batch, beside underthesea's ner.",
    )
    bench.add_argument("inputs", nargs="+", metavar="INPUT", help="pages, as for extract; taken round and round")
    bench.add_argument("--pages", type=_positive, default=400, metavar="N", help="how many (default: 400)")
    bench.add_argument(
        "--ner-pages", type=_positive, default=20, metavar="N", help="how many underthesea reads (default: 20)"
    )
    bench.add_argument("--quiet", action="store_true", help="no progress")

    index = commands.add_parser(
        "index",
        help="make the search database of a data set",
        description="Make one SQLite file of a data set, or bring it up to date: only what changed is written.",
    )
    index.add_argument("dataset", metavar="DATASET", help="the folder that 'trichtin extract -o FOLDER' wrote")
    index.add_argument("-o", "--output", default="facts.db", metavar="DB", help="the database (default: facts.db)")
    index.add_argument("--prune", action="store_true", help="also remove articles that the data set no longer holds")
    index.add_argument("--quiet", action="store_true", help="no progress bar and no closing summary")

    search = commands.add_parser("search", help="search the database that 'trichtin index' made")
    from trichtin.search.arguments import add_arguments as add_search_arguments

    add_search_arguments(search)

    serve = commands.add_parser(
        "serve",
        help="search in a browser",
        description="Serve a search database to browsers: search, articles, people, organisations, figures side by side.",
    )
    serve.add_argument("db", metavar="DB", help="what 'trichtin index' made")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    serve.add_argument("--port", type=_positive, default=8001, metavar="N", help="default: 8001")

    export = commands.add_parser(
        "export",
        help="a data set in the form of another tool",
        description="Write a data set for spaCy, CoNLL readers, brat, Label Studio, FollowTheMoney (Aleph) or GIS programs.",
    )
    export.add_argument("dataset", metavar="DATASET", help="the folder that 'trichtin extract -o FOLDER' wrote")
    export.add_argument(
        "--format",
        required=True,
        choices=("docbin", "conll", "brat", "label-studio", "followthemoney", "geojson", "derived"),
    )
    export.add_argument("-o", "--output", required=True, metavar="OUT", help="the file (brat: the folder) to write")
    export.add_argument(
        "--back",
        action="store_true",
        help="the other way: DATASET is corrected annotation of brat or Label Studio, OUT becomes gold (.jsonl)",
    )

    join = commands.add_parser(
        "join",
        help="standoff annotation with the texts of the public corpora",
        description="Put standoff annotation (corpus/gold) beside its texts, for whoever has the corpora as Parquet files.",
    )
    join.add_argument("gold", nargs="+", metavar="GOLD.jsonl", help="standoff annotation")
    join.add_argument(
        "--corpus",
        nargs="+",
        required=True,
        metavar="CORPUS.parquet",
        help="the corpora with columns id, title, lead, body",
    )
    join.add_argument("-o", "--output", required=True, metavar="OUT.jsonl", help="the file to write")

    train = commands.add_parser(
        "train",
        help="rebuild the trained models",
        description="Rebuild the models from gold annotation and raw news.",
    )
    from trichtin.train.command import add_arguments

    add_arguments(train)
    return top


def _positive(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)


def _share(text: str) -> float:
    """Read a number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return value


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code: 0 done, 1 some input failed, 2 wrong usage."""
    arguments = parser().parse_args(argv)
    try:
        if arguments.command == "extract":
            from trichtin.commands.extract import run
        elif arguments.command == "evaluate":
            from trichtin.commands.evaluate import run
        elif arguments.command == "bench":
            from trichtin.commands.bench import run
        elif arguments.command == "index":
            from trichtin.commands.index import run
        elif arguments.command == "search":
            from trichtin.commands.search import run
        elif arguments.command == "explain":
            from trichtin.commands.explain import run
        elif arguments.command == "export":
            from trichtin.commands.export import run
        elif arguments.command == "serve":
            from trichtin.commands.serve import run
        elif arguments.command == "join":
            from trichtin.commands.join import run
        else:
            from trichtin.train.command import run
        return run(arguments)
    except UsageError as error:
        print(f"trichtin: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output has gone ("| head")
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print("trichtin: stopped by the user; nothing half-written was left behind", file=sys.stderr)
        return 130


class UsageError(Exception):
    """Wrong usage that the argument parser cannot see: exit code 2."""


if __name__ == "__main__":
    sys.exit(main())
