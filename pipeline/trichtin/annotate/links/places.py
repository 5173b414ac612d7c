"""Provinces and districts of Vietnam: which province a place name belongs to, before and after 2025."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from trichtin.resources import models_dir


@dataclass(frozen=True, slots=True)
class Places:
    """Folded place names to the short name of their province (63 provinces, as of before 1 July 2025)."""

    provinces: dict[str, str]
    districts: dict[str, str]
    merged: dict[str, str]

    def province(self, folded: str) -> str | None:
        """Return the province that a folded name (small letters, no tone marks) itself names, or None."""
        for head in ("", "tinh ", "thanh pho ", "tp "):
            if folded.startswith(head) and folded[len(head) :] in self.provinces:
                return self.provinces[folded[len(head) :]]
        return None

    def province_of(self, folded: str) -> str | None:
        """Return the province of a province or district name; None when it is unknown or several have it."""
        return self.province(folded) or self.districts.get(folded)

    def after_2025(self, province: str) -> str | None:
        """Return the province of today (34) in which a province of before July 2025 (63) was merged."""
        return self.merged.get(province)


@cache
def load_places() -> Places:
    """Return the gazetteer that ships with the package, read once a process."""
    from trichtin.annotate.links.ids import fold

    data = json.loads((models_dir() / "places" / "places.json").read_text(encoding="utf-8"))
    provinces = {fold(name): name for name in data["provinces"]}
    provinces["ba ria vung tau"] = "Bà Rịa - Vũng Tàu"
    provinces["vung tau"] = "Bà Rịa - Vũng Tàu"
    provinces["thua thien hue"] = "Huế"  # its name until 2025; the mapping has the new one
    provinces["sai gon"] = "Hồ Chí Minh"
    names = set(provinces.values())
    districts: dict[str, str] = {}
    for name, where in data["districts"].items():
        if len(where) == 1:
            full = fold(name)
            districts[full] = where[0]
    # A district's bare name is safe only where no other district, of whatever kind, shares it.
    bare: dict[str, set[str]] = {}
    for name, where in data["districts"].items():
        parts = fold(name).split(" ", 2 if name.startswith(("Thành phố", "Thị xã")) else 1)
        bare.setdefault(parts[-1], set()).update(where)
    for short, where in bare.items():
        if len(where) == 1 and len(short) > 3 and not short.isdigit():
            districts.setdefault(short, next(iter(where)))
    merged = {name: entry["merged"] for name, entry in data["provinces"].items() if name in names}
    return Places(provinces, districts, merged)
