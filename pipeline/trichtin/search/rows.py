"""The rows that one article gives: facts, their details, and the passages that search looks through."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from trichtin.annotate.links.ids import entity_id
from trichtin.search.bundles import Rows
from trichtin.search.fold import forms
from trichtin.search.sentences import sentence_of, sentence_starts
from trichtin.search.tags import magnitude, tag

_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?")
_ROW_NUMBER = re.compile(r":\d+$")
# An article is about a province when this share of the provinces it names is that one.
_MAIN_SHARE = 0.5

Row = tuple[Any, ...]
Place = tuple[int, str | None, str | None, str | None]  # offset, province, province_2025, organisation


@dataclass(slots=True)
class Article:
    """The rows of an article, table by table, with ids counted from 0; the writer shifts them."""

    facts: list[Row] = field(default_factory=list)
    details: dict[str, list[Row]] = field(
        default_factory=lambda: {name: [] for name in ("figures", "quotes", "dates", "entities", "people")}
    )
    passages: list[Row] = field(default_factory=list)


def article_rows(article: dict[str, Any], found: dict[str, Rows]) -> Article:
    """Return the rows of one article.

    A fact takes its province from its own entity, else from the nearest entity of its sentence that has one, else
    from the place that the article is mostly about; a figure or date its organisation from the nearest in its
    sentence. A figure inside a quote has the quote's speaker as its person.

    Args:
        article: its row in the data set.
        found: its rows of each other table, without the ``id`` column.

    Returns:
        Rows whose ids count from 0; offsets are code points into ``article["text"]``.
    """
    return _Builder(article, found).build()


@lru_cache(maxsize=65536)
def organization_id(name: str) -> str | None:
    """Return the id of an organisation's name, the same as the entity linker gives; None for no name."""
    return entity_id("ORG", name) if name else None


def outlet(article: dict[str, Any]) -> str:
    """Return who published an article: the host of its address, else the file or folder that it was read from."""
    if article["url"]:
        try:
            host = urlsplit(article["url"]).hostname
        except ValueError:
            host = None
        if host:
            return host.removeprefix("www.")
    source = _ROW_NUMBER.sub("", article["source"] or "")
    folder, _, name = source.rpartition("/")
    return (folder.rpartition("/")[2] or name) if name.lower().endswith((".txt", ".html", ".htm")) else name


def fts_words(title: str, sentence: str, context: str) -> tuple[str, str]:
    """Return what the full-text index holds of a passage: its own words, and those of its title and its context.

    Exact words start with ``_``, so that they are not the folded ones that follow them.
    """
    named = _of_title(title)
    return _both(sentence), f"{named} {_both(context)}" if context else named


@lru_cache(maxsize=256)
def _of_title(title: str) -> str:
    """Keep a title's words: every passage of an article asks for them."""
    return _both(title)


def _both(text: str) -> str:
    exact, folded = forms(text)
    return f"_{' _'.join(exact)} {' '.join(folded)}" if exact else ""


class _Builder:
    def __init__(self, article: dict[str, Any], found: dict[str, Rows]) -> None:
        self.article, self.found = article, found
        self.text: str = article["text"] or ""
        self.published: str | None = article["published"]
        self.starts = sentence_starts(self.text)
        self.result = Article()
        self.numbers: dict[tuple[int, int], int] = {}  # passages by their span
        self.spans: list[tuple[int, int]] = []  # and the other way round
        self.held: dict[tuple[int, int], int] = {}  # passages by the span of a fact in them
        self.contexts: list[dict[str, None]] = []
        self.tags: list[set[str]] = []
        self.places: dict[int, list[Place]] = {}  # by passage
        self.main: tuple[str | None, str | None] = (None, None)
        self.of_organization: dict[str, tuple[str, str | None]] = {}  # provinces of organisations
        self.people = {row[0]: row for row in found["people"]}

    def build(self) -> Article:
        self._locate()
        for add in (self._quotes, self._figures, self._people, self._entities, self._dates):
            add()
        shared = self._article_tags()
        self.result.passages = [
            (
                number,
                start,
                end,
                self.text[start:end],
                " ; ".join(self.contexts[number]),
                " ".join(sorted(self.tags[number] | shared)),
            )
            for number, (start, end) in enumerate(self.spans)
        ]
        return self.result

    def _locate(self) -> None:
        """Note which places and organisations each passage names, and which province the article is about."""
        provinces: Counter[tuple[str, str | None]] = Counter()
        for start, end, _, label, entity, province, province_2025 in self.found["entities"]:
            if province:
                provinces[province, province_2025] += 1
            if label == "ORG" or province:
                organization = entity if label == "ORG" else None
                place = (start, province, province_2025, organization)
                self.places.setdefault(self._passage(start, end), []).append(place)
                if label == "ORG" and province:
                    self.of_organization.setdefault(entity, (province, province_2025))
        if provinces:
            (main, times), *_ = provinces.most_common(1)
            if times >= _MAIN_SHARE * provinces.total():
                self.main = main

    def _passage(self, start: int, end: int) -> int:
        number = self.held.get((start, end))
        if number is None:
            span = sentence_of(self.text, self.starts, start, end)
            number = self.numbers.get(span)
            if number is None:
                number = self.numbers[span] = len(self.spans)
                self.spans.append(span)
                self.contexts.append({})
                self.tags.append(set())
            self.held[start, end] = number
        return number

    def _add(
        self,
        kind: str,
        start: int,
        end: int,
        text: str,
        *,
        score: float | None = None,
        province: tuple[str | None, str | None] = (None, None),
        organization: str | None = None,
        person: str | None = None,
        nearest: bool = False,
    ) -> tuple[int, set[str]]:
        """Add a fact; return its id and the tags of its passage, for more."""
        number = self._passage(start, end)
        tags = self.tags[number]
        if nearest:
            near = self.places.get(number, ())
            if not organization:
                organization = min(((abs(at - start), there) for at, _, _, there in near if there), default=(0, None))[
                    1
                ]
            if not province[0]:
                province = min(
                    ((abs(at - start), (one, two)) for at, one, two, _ in near if one),
                    key=lambda pair: pair[0],
                    default=(0, self.main),
                )[1]
        tags.add("=k" + kind)
        if province[0]:
            tags.add(tag("p", province[0]))
        if province[1]:
            tags.add(tag("q", province[1]))
        if organization:
            tags.add(tag("o", organization))
        if person:
            tags.add(tag("i", person))
        fact = len(self.result.facts)
        self.result.facts.append(
            (fact, kind, start, end, text, *self.spans[number], score, *province, organization, person,
             self.published, number)
        )  # fmt: skip
        return fact, tags

    def _quotes(self) -> None:
        for start, end, text, kind, speaker, speaker_id, cue, score in self.found["quotes"]:
            person = self.people.get(speaker_id)
            role, organization = (person[3], person[4]) if person else ("", "")
            org = organization_id(organization)
            fact, _ = self._add(
                "quote", start, end, text, score=score, province=self.of_organization.get(org or "", (None, None)),
                organization=org, person=speaker_id, nearest=True,
            )  # fmt: skip
            self.result.details["quotes"].append((fact, kind, speaker, speaker_id, role, organization, org, cue))
            self._context(fact, speaker, role, organization)

    def _figures(self) -> None:
        quotes = [(row[0], row[1], row[5]) for row in self.found["quotes"] if row[5]]
        for start, end, text, kind, value, most, unit, modifier, of, per, score in self.found["figures"]:
            speaker = next((who for begin, stop, who in quotes if begin <= start and end <= stop), None)
            fact, tags = self._add("figure", start, end, text, score=score, person=speaker, nearest=True)
            self.result.details["figures"].append((fact, kind, value, most, unit, modifier, of, per))
            first, last = magnitude(value), magnitude(value if most is None else most)
            tags.update(f"=v{power}" for power in range(first, last + 1))
            if unit:
                tags.add(tag("u", unit))
            if modifier:
                tags.add("=m" + modifier)

    def _people(self) -> None:
        first: dict[str, tuple[int, int]] = {}
        for row in self.found["entities"]:
            first.setdefault(row[4], (row[0], row[1]))
        for key, name, titles, role, organization, aliases in self.found["people"]:
            at = self.text.find(name)
            start, end = first.get(key, (max(at, 0), max(at, 0) + (len(name) if at >= 0 else 0)))
            org = organization_id(organization)
            province = self.of_organization.get(org or "", (None, None))
            fact, _ = self._add(
                "person", start, end, name, organization=org, person=key, province=province, nearest=not org
            )
            lists = [json.dumps(listed or [], ensure_ascii=False) for listed in (titles, aliases)]
            self.result.details["people"].append((fact, key, name, lists[0], role, organization, org, lists[1]))
            self._context(fact, name, role, organization, *(titles or ()))

    def _entities(self) -> None:
        for start, end, text, label, entity, province, province_2025 in self.found["entities"]:
            fact, tags = self._add(
                "document" if label == "DOC" else "entity", start, end, text, province=(province, province_2025),
                organization=entity if label == "ORG" else None, person=entity if label == "PER" else None,
            )  # fmt: skip
            tags.add("=l" + label.lower())
            self.result.details["entities"].append((fact, label, entity))

    def _dates(self) -> None:
        for start, end, text, iso, resolved in self.found["dates"]:
            fact, tags = self._add("date", start, end, text, nearest=True)
            self.result.details["dates"].append((fact, iso, resolved))
            tags.update("=d" + year for year, _ in _YEAR.findall(resolved or iso or ""))

    def _context(self, fact: int, *words: str | None) -> None:
        self.contexts[self.result.facts[fact][-1]].update(dict.fromkeys(word for word in words if word))

    def _article_tags(self) -> set[str]:
        shared = {tag("s", outlet(self.article)), "=e1" if self.article["education"] else "=e0"}
        match = _YEAR.match(self.published or "")
        if match:
            shared.add("=y" + match[1])
        return shared
