"""Link mentions to things: ids that are stable across articles, and the province of places and schools."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from trichtin.annotate import extensions
from trichtin.annotate.links.ids import entity_id, fold
from trichtin.annotate.links.places import load_places
from trichtin.annotate.people.component import group_mentions

CHAIN = (", ", " - ", " – ", " (", ", tỉnh ", " của ", " thuộc ", " ở ", " tại ")


@Language.component("trichtin_linker", requires=["doc.ents"], assigns=["doc.ents"])
def link_entities(doc: Doc) -> Doc:
    """spaCy component: set ``ent.id_`` of every entity, and ``ent._.province`` where the text or the name tells.

    Mentions of one person share the id of the fullest name. A place takes the province that follows it in a
    chain ("huyện Hồng Ngự, Đồng Tháp") before the one its name alone would give.
    """
    extensions.register()
    names: dict[int, str] = {}
    for group in group_mentions([ent for ent in doc.ents if ent.label_ == "PER"]):
        name = max((mention.text for mention in group), key=len)
        names.update((mention.start, name) for mention in group)
    doc.ents = [
        Span(doc, ent.start, ent.end, ent.label, span_id=entity_id(ent.label_, names.get(ent.start, ent.text)))
        for ent in doc.ents
    ]
    ents = list(doc.ents)
    text = doc.text  # put together by spaCy anew at each call
    following: str | None = None
    for k in range(len(ents) - 1, -1, -1):
        ent = ents[k]
        if ent.label_ not in ("LOC", "ORG"):
            continue
        chained = (
            k + 1 < len(ents) and ents[k + 1].label_ == "LOC" and text[ent.end_char : ents[k + 1].start_char] in CHAIN
        )
        own = own_province(ent)
        ent._.province = own or (following if chained else None) or _by_district(ent)
        following = ent._.province if ent.label_ == "LOC" else None
    _share_provinces(ents)
    return doc


def _share_provinces(ents: list[Span]) -> None:
    """Give every mention of an organisation the province that one of them tells, where all that tell agree."""
    told: dict[str, set[str]] = {}
    for ent in ents:
        if ent.label_ == "ORG" and ent._.province:
            told.setdefault(ent.id_, set()).add(ent._.province)
    for ent in ents:
        if ent.label_ == "ORG" and not ent._.province and len(told.get(ent.id_, ())) == 1:
            ent._.province = next(iter(told[ent.id_]))


def own_province(ent: Span) -> str | None:
    """Return the province that a place is, or that an organisation's name ends with."""
    places = load_places()
    folded = fold(ent.text)
    if ent.label_ == "LOC":
        return places.province(folded)
    words = folded.split()
    for length in (5, 4, 3, 2, 1):
        if len(words) > length and (found := places.provinces.get(" ".join(words[-length:]))):
            return found
    return None


def _by_district(ent: Span) -> str | None:
    places = load_places()
    words = fold(ent.text).split()
    if ent.label_ == "LOC":
        return places.province_of(" ".join(words))
    for length in (4, 3, 2):  # "Phòng GD&ĐT huyện X": only with the head of the district
        tail = words[-length:]
        if (
            len(words) > length
            and tail[0] in ("quan", "huyen", "thi")
            and (found := places.districts.get(" ".join(tail)))
        ):
            return found
    return None
