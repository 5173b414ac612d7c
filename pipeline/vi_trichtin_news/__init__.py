"""The trained Vietnamese news pipeline under spaCy's own name: ``spacy.load("vi_trichtin_news")``.

spaCy finds a pipeline by the name of an installed distribution. This module ships with trichtin, and the metadata
beside it (``vi_trichtin_news.egg-info``) declares that distribution.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path

from trichtin.resources import models_dir

__version__ = "0.1.0"


def load(**overrides: Any) -> Language:
    """Load the pipeline; the keyword arguments are those of ``spacy.load`` (``disable``, ``exclude``, ``config`` …)."""
    return load_model_from_path(models_dir() / "vi_trichtin_news", **overrides)
