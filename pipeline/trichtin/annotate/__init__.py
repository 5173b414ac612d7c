"""The annotate stage: a spaCy pipeline of registered components over one shared tokenisation.

Each component has a room of its own, whose ``component.py`` holds what spaCy calls. In the order of the pipeline:

* :mod:`~trichtin.annotate.entities`: ``trichtin_entities`` (``doc.ents``)
* :mod:`~trichtin.annotate.dates`: ``trichtin_dates`` (``doc._.dates``)
* :mod:`~trichtin.annotate.figures`: ``trichtin_figures`` (``doc._.figures``)
* :mod:`~trichtin.annotate.people`: ``trichtin_people`` (``doc._.people``)
* :mod:`~trichtin.annotate.quotes`: ``trichtin_quotes`` (``doc._.quotes``)
* :mod:`~trichtin.annotate.links`: ``trichtin_linker`` (``ent.id_`` and ``ent._.province``)

Beside the rooms stands what several of them share: :mod:`~trichtin.annotate.tokenizer` and
:mod:`~trichtin.annotate.sentences`, :mod:`~trichtin.annotate.extensions` (``doc._`` and ``ent._``),
:mod:`~trichtin.annotate.numbers` (reading them), :mod:`~trichtin.annotate.confidence` (the ``score`` of figures and
quotes), :mod:`~trichtin.annotate.logistic` (the model of those).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

COMPONENTS = (
    "trichtin_entities",
    "trichtin_dates",
    "trichtin_figures",
    "trichtin_people",
    "trichtin_quotes",
    "trichtin_linker",
)
META: dict[str, Any] = {
    "lang": "vi",
    "name": "trichtin_news",
    "version": "0.1.0",
    "description": "Vietnamese education news: entities, dates, figures, people, quotes. Optimised for CPU.",
    "author": "Trích Tin",
    "license": "Apache-2.0",
    "sources": [
        {"name": "corpus.vinews (baomoi, 2017)", "author": "magizbox", "license": "texts not redistributed"},
        {"name": "vietnews (2016-2019)", "author": "ThanhChinhBK", "license": "texts not redistributed"},
    ],
}
# An archive holds the odd page of a whole book; spaCy's own limit guards parsers that we do not use.
MAX_LENGTH = 50_000_000


def blank() -> Language:
    """Return an empty Vietnamese ``Language`` with the syllable tokenizer (no download, no pyvi)."""
    from trichtin.annotate import extensions, tokenizer

    extensions.register()
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.NAME}}})
    nlp.max_length = MAX_LENGTH
    return nlp


def build_pipeline() -> Language:
    """Return the whole annotate stage, put together afresh; its components read the models that ship with the package."""
    nlp = blank()
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def write_pipeline(folder: Path) -> None:
    """Write the annotate stage as a spaCy pipeline folder (``config.cfg``, ``meta.json``, the components' data)."""
    nlp = build_pipeline()
    nlp.meta.update(META)
    nlp.to_disk(folder, exclude=["vocab"])


def load_pipeline(folder: Path | None = None) -> Language:
    """Load the annotate stage that ships with the package, or one written by :func:`write_pipeline`."""
    from trichtin.resources import models_dir

    nlp = spacy.util.load_model_from_path(folder or models_dir() / "vi_trichtin_news")
    nlp.max_length = MAX_LENGTH
    return nlp
