"""The custom attributes that the components read and write, and how their values are serialized."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from typing import Any

import srsly
from spacy.tokens import Doc, Span

from trichtin import facts

KEY = "__trichtin__"


def register() -> None:
    """Register ``doc._.blocks``, ``published``, ``figures``, ``dates``, ``relative_dates``, ``quotes``, ``people``; ``span._.province``.

    ``blocks`` are the lines of the article (:class:`trichtin.facts.Block`), empty when a text came without
    the filter stage. Calling it again changes nothing.
    """
    for name in ("blocks", "figures", "dates", "relative_dates", "quotes", "people"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    if not Span.has_extension("province"):
        Span.set_extension("province", default=None)


# With these, documents go whole through ``nlp.pipe(n_process=…)``, ``doc.to_bytes`` and ``DocBin``.
@srsly.msgpack_encoders("trichtin_facts")
def encode_fact(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn a fact into plain values for msgpack."""
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__ == facts.__name__:
        return {KEY: type(value).__name__, **asdict(value)}
    return value if chain is None else chain(value)


@srsly.msgpack_decoders("trichtin_facts")
def decode_fact(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Turn what :func:`encode_fact` gave into the fact again."""
    if isinstance(value, dict) and KEY in value:
        return getattr(facts, value[KEY])(**{key: item for key, item in value.items() if key != KEY})
    return value if chain is None else chain(value)
