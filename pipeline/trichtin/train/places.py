"""Write the gazetteer of provinces and districts, before and after the mergers of 1 July 2025.

Source: the administrative mapping that underthesea ships (``underthesea.address``, Apache-2.0, compiled from the
package vietnamadminunits): 63 provinces as of 2024, the 34 of 2025, and the districts that were dissolved.
"""

from __future__ import annotations

import json
from collections import defaultdict
from importlib import resources
from pathlib import Path


def write_places(path: Path) -> None:
    """Write ``provinces`` (short name → kind, code, the province of 2025) and ``districts`` (name → provinces)."""
    source = resources.files("underthesea.address") / "data" / "mapping.json"
    mapping = json.loads(source.read_text(encoding="utf-8"))
    old, new = mapping["old_province_names"], mapping["province_names"]
    provinces = {
        entry["short"]: {
            "kind": "thành phố" if entry["name"].startswith("Thành phố") else "tỉnh",
            "code": entry["code"],
            "merged": new[mapping["province_mapping"][key]]["short"],
        }
        for key, entry in old.items()
    }
    districts: defaultdict[str, set[str]] = defaultdict(set)
    for row in mapping["ward_mapping"]:
        districts[row["old_district"]].add(old[row["old_province_key"]]["short"])
    data = {
        "source": mapping["metadata"],
        "provinces": dict(sorted(provinces.items())),
        "districts": {name: sorted(where) for name, where in sorted(districts.items())},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
