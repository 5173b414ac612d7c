"""Names of provinces, without the annotate stage (which takes a second to import)."""

from __future__ import annotations

import json

from trichtin.resources import models_dir


def province_names() -> list[str]:
    """Return the provinces of before July 2025; those of today bear names of theirs."""
    data = json.loads((models_dir() / "places" / "places.json").read_text(encoding="utf-8"))
    return list(data["provinces"])
