"""The configuration of each training, as it lies beside the models: ``models/training.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from trichtin.resources import models_dir

FILE = "training.toml"


@cache
def settings(model: str) -> dict[str, Any]:
    """Return the settings of one model, a section of the file.

    Raises:
        KeyError: the file has no such section.
    """
    return dict(tomllib.loads((models_dir() / FILE).read_text(encoding="utf-8"))[model])
