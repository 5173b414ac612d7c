"""``trichtin serve``: the web application over a search database."""

from __future__ import annotations

import argparse
import socket
import sys

from trichtin.cli import UsageError
from trichtin.search import FactsError


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted; return 0."""
    from trichtin.serve.app import make_app, serve

    try:
        make_app(arguments.db)
    except FactsError as error:
        raise UsageError(str(error)) from error
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((arguments.host, arguments.port))
        except OSError as error:
            raise UsageError(
                f"{arguments.host}:{arguments.port}: cannot be listened on ({error.strerror}). Choose another --port"
            ) from error
    print(f"Trích Tin: http://{arguments.host}:{arguments.port}/  (Ctrl-C ends it)", file=sys.stderr, flush=True)
    serve(arguments.db, arguments.host, arguments.port)
    return 0
