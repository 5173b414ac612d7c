"""Label Studio: tasks with our facts as predictions, to correct in a browser, and back into gold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from trichtin.export.brat import KINDS, LABELS, VALUES

ENTITY_LABELS = ("PER", "ORG", "LOC", "DOC", "PROG")


def write(articles: Iterable[dict[str, Any]], output: Path) -> int:
    """Write the tasks as JSON, and the labelling interface beside them (``NAME.config.xml``).

    Offsets are those of JavaScript strings (UTF-16), as Label Studio counts. Returns how many articles there are.
    """
    number = 0
    with output.open("w", encoding="utf-8") as stream:
        stream.write("[")
        for article in articles:
            stream.write(",\n" if number else "\n")
            json.dump(task(article), stream, ensure_ascii=False)
            number += 1
        stream.write("\n]\n")
    output.with_suffix(".config.xml").write_text(interface(), encoding="utf-8")
    return number


def interface() -> str:
    """Return the labelling interface: spans, and a box for a fact's values."""
    names = [*ENTITY_LABELS, *(f"{kind[:-1]}_{label}" for kind, known in LABELS.items() for label in known)]
    labels = "\n".join(f'    <Label value="{name}"/>' for name in names)
    return f"""<View>
  <Labels name="label" toName="text">
{labels}
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="values" toName="text" perRegion="true" editable="true" displayMode="region-list"/>
</View>
"""


def task(article: dict[str, Any]) -> dict[str, Any]:
    """Return one article as a task with predictions."""
    text = article["text"] or ""
    wide = _Utf16(text)
    result: list[dict[str, Any]] = []
    for kind in KINDS:
        for fact in article[kind]:
            label = fact["label"] if kind == "entities" else f"{kind[:-1]}_{fact.get('kind') or 'date'}"
            mark = f"{kind[0]}{len(result)}"
            span = {"start": wide.there(fact["start"]), "end": wide.there(fact["end"])}
            common = {"id": mark, "from_name": "label", "to_name": "text"}
            result.append(
                common
                | {"type": "labels", "value": {**span, "text": text[fact["start"] : fact["end"]], "labels": [label]}}
            )
            values = {key: fact[key] for key in VALUES[kind] if fact[key] is not None}
            if values:
                told = json.dumps(values, ensure_ascii=False)
                result.append(common | {"from_name": "values", "type": "textarea", "value": {**span, "text": [told]}})
    fields = ("name", "titles", "role", "organization")
    people = [{key: person[key] for key in fields} for person in article["people"]]
    data = {"id": article["id"], "text": text, "education": article["education"], "people": people}
    return {"data": data, "predictions": [{"model_version": "trichtin", "result": result}]}


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a Label Studio export (JSON) as gold; an article without an annotation keeps its predictions.

    Raises:
        ValueError: the file is no such export, or a value is no JSON; the message names it.
    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        for number, one in enumerate(tasks, 1):
            yield _gold(one, f"{path}, task {number}")
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path}: is no JSON export of Label Studio ({error!r})") from error


def _gold(one: dict[str, Any], where: str) -> dict[str, Any]:
    data = one["data"]
    wide = _Utf16(data["text"])
    gold: dict[str, Any] = {"id": data["id"], "text": data["text"], **{kind: [] for kind in KINDS}}
    by_mark: dict[str, dict[str, Any]] = {}
    told = []
    for item in (one.get("annotations") or one["predictions"])[0]["result"]:
        if item["type"] == "textarea":
            told.append((item["id"], item["value"]["text"]))
            continue
        fact: dict[str, Any] = {"start": wide.here(item["value"]["start"]), "end": wide.here(item["value"]["end"])}
        by_mark[item["id"]] = fact
        kind, _, label = item["value"]["labels"][0].partition("_")
        if label:
            gold[f"{kind}s"].append(fact)
            if kind != "date":
                fact["kind"] = label
        else:
            fact["label"] = kind
            gold["entities"].append(fact)
    for mark, texts in told:
        try:
            by_mark.get(mark, {}).update(json.loads(texts[-1] if isinstance(texts, list) else texts))
        except ValueError as error:
            raise ValueError(f"{where}: the values {texts!r} are no JSON ({error})") from error
    for kind in KINDS:
        gold[kind].sort(key=lambda fact: (fact["start"], fact["end"]))
        for fact in gold[kind]:
            for key in VALUES[kind]:
                fact.setdefault(key, None)
    return gold | {"people": data.get("people", []), "education": data["education"]}


class _Utf16:
    """Offsets of a text in code points (here) and in UTF-16 units (there)."""

    def __init__(self, text: str) -> None:
        self.wide = [k for k, letter in enumerate(text) if ord(letter) > 0xFFFF]

    def there(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point."""
        return offset + sum(k < offset for k in self.wide)

    def here(self, offset: int) -> int:
        """Return the code point of a UTF-16 offset."""
        for k in self.wide:
            if offset <= k:
                break
            offset -= 1
        return offset
