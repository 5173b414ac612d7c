"""Where the provinces are: reference points, and a tile each on a grid that looks like the country."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

from trichtin.resources import models_dir


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """Places of the provinces.

    Attributes:
        source: where the points are from.
        points: longitude and latitude of the 63 provinces of before July 2025.
        tiles: for the maps ``63`` and ``34`` the column and row of each province, from the north-west.
    """

    source: str
    points: dict[str, tuple[float, float]]
    tiles: dict[str, dict[str, tuple[int, int]]]


@cache
def load_map() -> ProvinceMap:
    """Return the map that ships with the package."""
    data = json.loads((models_dir() / "places" / "map.json").read_text(encoding="utf-8"))
    tiles = {name: {p: (c, r) for p, (c, r) in data[f"tiles_{name}"].items()} for name in ("63", "34")}
    return ProvinceMap(data["source"], {p: (x, y) for p, (x, y) in data["points"].items()}, tiles)


def short(province: str) -> str:
    """Return the letters that stand for a province on its tile: ``Nghệ An`` is ``Nghệ``, ``Hà Nội`` ``H.Nội``."""
    words = province.split()
    if province.startswith("Bà Rịa"):
        return "BR-VT"
    if province == "Hồ Chí Minh":
        return "HCM"
    if len(words) == 1:
        return words[0]
    return f"{words[0][0]}.{words[-1]}"


Map = Literal["63", "34"]
