"""Where the trained models and gazetteers lie: inside an installed wheel, or beside ``pipeline/`` in a checkout."""

from __future__ import annotations

from pathlib import Path


def models_dir() -> Path:
    """Return the folder ``models``.

    Raises:
        FileNotFoundError: the installation lacks its models (a broken wheel, or a source tree moved by hand).
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "models", package.parents[1] / "models"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"{package}: the folder 'models' is missing. Install trichtin again from its wheel or checkout."
    )
