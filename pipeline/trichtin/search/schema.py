"""The tables of ``facts.db``: one SQLite file that any program can read, made with sqlite-utils.

``facts`` is the spine: a row a fact that can be found, with its place, its sentence and what filters ask for; the
tables of its kind (``figures``, ``quotes`` …) share its ``id``. ``passages`` are the stretches of text that the
full-text index ``facts_fts`` looks through: the sentence of a fact, or the sentences that a quote spans. Several facts
of one sentence share a passage, so that a sentence is kept and indexed once; the view ``facts_in_sentences`` joins them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = 2
# Kinds of facts, in the order in which a list shows them where nothing else orders.
KINDS = ("quote", "figure", "person", "document", "entity", "date")

TABLES: dict[str, dict[str, type]] = {
    "articles": {
        "id": str, "source": str, "url": str, "title": str, "lead": str, "author": str, "published": str,
        "education": int, "education_score": float, "cluster_id": str, "outlet": str, "text": str, "hash": str,
    },
    "blocks": {
        "id": int, "article_id": str, "start": int, "end": int, "kind": str, "keep": int, "score": float,
    },
    "passages": {
        "id": int, "article_id": str, "start": int, "end": int, "sentence": str, "context": str, "tags": str,
    },
    "facts": {
        "id": int, "article_id": str, "kind": str, "start": int, "end": int, "text": str,
        "sentence_start": int, "sentence_end": int, "score": float,
        "province": str, "province_2025": str, "organization_id": str, "person_id": str,
        "published": str, "passage_id": int,
    },
    "figures": {
        "id": int, "kind": str, "value": float, "max": float, "unit": str, "modifier": str, "of": str, "per": str,
    },
    "quotes": {
        "id": int, "kind": str, "speaker": str, "speaker_id": str, "role": str, "organization": str,
        "organization_id": str, "cue": str,
    },
    "dates": {"id": int, "iso": str, "resolved": str},
    "entities": {"id": int, "label": str, "entity_id": str},
    "people": {
        "id": int, "article_id": str, "person_id": str, "name": str, "titles": str, "role": str, "organization": str,
        "organization_id": str, "aliases": str,
    },
    "things": {
        "id": str, "label": str, "name": str, "folded": str, "province": str, "province_2025": str, "mentions": int,
        "articles": int,
    },
    "roles": {"role": str, "folded": str, "people": int},
    "provinces": {"id": int, "name": str, "folded": str, "map": str, "facts": int},
    "meta": {"key": str, "value": str},
}  # fmt: skip
_FOREIGN_KEYS: dict[str, list[tuple[str, str, str]]] = {
    "blocks": [("article_id", "articles", "id")],
    "passages": [("article_id", "articles", "id")],
    "facts": [("article_id", "articles", "id"), ("passage_id", "passages", "id")],
    "figures": [("id", "facts", "id")],
    "quotes": [("id", "facts", "id")],
    "dates": [("id", "facts", "id")],
    "entities": [("id", "facts", "id")],
    "people": [("id", "facts", "id"), ("article_id", "articles", "id")],
}
# What the pages and filters look up. Each costs about a second a million facts when a database is made.
_INDEXES: dict[str, list[list[str]]] = {
    "articles": [["published"], ["cluster_id"]],
    "blocks": [["article_id"]],
    "passages": [["article_id"]],
    "facts": [["article_id"], ["passage_id"], ["kind", "published"], ["published"], ["person_id"], ["organization_id"]],
    "figures": [["value"], ["of", "unit"]],
    "quotes": [["speaker_id"]],
    "entities": [["entity_id"]],
    "people": [["person_id"], ["organization_id"], ["article_id"]],
    "dates": [["iso"]],
    "things": [["folded"]],
}
# The words are made by fold.py, parted by single spaces: SQLite need not know Vietnamese. No text is stored here.
_FTS = """CREATE VIRTUAL TABLE facts_fts USING fts5(
    words, context, tags, content='', tokenize="ascii tokenchars '_='", columnsize=0)"""

# For whoever reads the file with SQL: a fact and its words in one row.
_FACTS_IN_SENTENCES = "SELECT f.*, s.sentence FROM facts f JOIN passages s ON s.id = f.passage_id"


def create_tables(db: Database) -> None:
    """Create every table of an empty database, without its indexes."""
    for name, columns in TABLES.items():
        table = db.table(name)
        table.create(columns, pk=next(iter(columns)), foreign_keys=_FOREIGN_KEYS.get(name, []))
    db.execute(_FTS)
    db.create_view("facts_in_sentences", _FACTS_IN_SENTENCES)


def create_indexes(db: Database) -> None:
    """Create the indexes that are missing: after the rows of a first run, which is faster than with them."""
    for name, indexes in _INDEXES.items():
        for columns in indexes:
            db.table(name).create_index(columns, if_not_exists=True)
