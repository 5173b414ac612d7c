"""GeoJSON: a point a province, with what the data set says of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trichtin.annotate.links.places import load_places
from trichtin.charts.provinces import load_map


def write(articles: Iterable[dict[str, Any]], output: Path) -> int:
    """Write a feature collection; returns how many articles there were.

    Properties: ``province`` (63), ``province_2025`` (34), ``articles`` that name the province, ``mentions`` of places and
    bodies in it. The points are reference points, not centroids of areas; their source is in the collection.
    """
    mentions: Counter[str] = Counter()
    named: Counter[str] = Counter()
    number = 0
    for article in articles:
        number += 1
        found = [fact["province"] for fact in article["entities"] if fact["province"]]
        mentions.update(found)
        named.update(set(found))
    provinces = load_map()
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": list(point)},
            "properties": {
                "province": name,
                "province_2025": load_places().after_2025(name),
                "articles": named[name],
                "mentions": mentions[name],
            },
        }
        for name, point in provinces.points.items()
    ]
    collection = {"type": "FeatureCollection", "source": provinces.source, "features": features}
    output.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return number
