"""FollowTheMoney entities as JSON lines, for Aleph and its kin: articles, people, bodies, posts and mentions.

The schemata and properties are those of FollowTheMoney's default model (``Article``, ``Person``, ``Organization``,
``Employment``, ``Mention``, ``Note``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SCHEMATA = {"PER": "Person", "ORG": "Organization"}


def write(articles: Iterable[dict[str, Any]], output: Path) -> int:
    """Write a ``.ftm.json`` file (``alephclient write-entities`` reads it); returns how many articles it holds."""
    number = 0
    written: set[str] = set()
    with output.open("w", encoding="utf-8") as stream:
        for article in articles:
            number += 1
            for entity in entities(article):
                if entity["id"] not in written:  # a person or body is written once
                    if entity["schema"] in ("Person", "Organization"):
                        written.add(entity["id"])
                    stream.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return number


def entities(article: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what one article gives."""
    document = _key("article", article["id"])
    yield _entity(
        document,
        "Article",
        title=article["title"] or article["id"],
        author=article["author"],
        publishedAt=article["published"],
        sourceUrl=article["url"],
        language="vie",
    )
    names = {person["person_id"]: person["name"] for person in article["people"]}
    for fact in article["entities"]:
        schema = SCHEMATA.get(fact["label"])
        if not schema or not fact["entity_id"]:
            continue
        thing = _key(fact["entity_id"])
        yield _entity(thing, schema, name=names.get(fact["entity_id"], fact["text"]), country="vn")
        yield _entity(
            _key("mention", article["id"], str(fact["start"]), str(fact["end"])),
            "Mention",
            document=document,
            resolved=thing,
            name=fact["text"],
            detectedSchema=schema,
        )
    for person in article["people"]:
        if not person["organization"]:
            continue
        from trichtin.search.rows import organization_id

        body = _key(organization_id(person["organization"]) or person["organization"])
        yield _entity(body, "Organization", name=person["organization"], country="vn")
        member = _key(person["person_id"])
        yield _entity(member, "Person", name=person["name"], title=person["titles"], country="vn")
        yield _entity(
            _key("employment", article["id"], person["person_id"]),
            "Employment",
            employee=member,
            employer=body,
            role=person["role"],
            date=article["published"],
            proof=document,
        )
    for quote in article["quotes"]:
        speaker = quote["speaker_id"] or ""
        yield _entity(
            _key("note", article["id"], str(quote["start"])),
            "Note",
            name=quote["speaker"],
            description=quote["text"],
            entity=[document, *([_key(speaker)] if speaker.startswith(("per:", "org:")) else [])],
            proof=document,
        )


def _key(*parts: str) -> str:
    """Return an id of the form that FollowTheMoney asks for."""
    return hashlib.sha1("\0".join(("trichtin", *parts)).encode("utf-8", "surrogatepass")).hexdigest()


def _entity(key: str, schema: str, **properties: Any) -> dict[str, Any]:
    given = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {"id": key, "schema": schema, "properties": given}
