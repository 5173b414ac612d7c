"""Mend the tagger's mentions by what the guideline and the rest of the article say: all rules, in their order.

The tagger sees one sentence. These rules see the whole article (a name that is given in full elsewhere) and the fixed
forms of Vietnamese officialese (numbers of documents, heads of schools, officers behind their office). Rules are small
functions, in a module for each kind of name. Their order counts: a rule sees what those before it have changed, a
mention's label too.
"""

from __future__ import annotations

from collections.abc import Callable

from trichtin.annotate.entities import (
    bodies,
    documents,
    marks,
    media,
    offices,
    persons,
    place_names,
    programmes,
    schools,
)
from trichtin.annotate.entities.consistency import consistent
from trichtin.annotate.entities.parts import part
from trichtin.annotate.entities.spans import Mention, apart

# Each takes the text and one mention, and gives the mention as it should be; None for what is no name.
RULES_OF_A_MENTION: tuple[Callable[[str, int, int, str], Mention | None], ...] = (
    persons.with_initials_behind,
    programmes.whole_programme,
    marks.closed_pair,
    place_names.no_bare_number,
    persons.without_address,
    bodies.no_formula,
    bodies.before_run_on,
    bodies.before_count,
    offices.no_bare_office,
    schools.whole_school,
    place_names.without_half_word,
    place_names.no_language,
    documents.document_by_head,
    documents.no_bare_document,
    programmes.programme_by_head,
    bodies.before_gap,
    bodies.without_leading,
    media.with_medium,
    bodies.no_field,
    media.no_credit,
    programmes.before_event_goes_on,
    bodies.no_industry,
    bodies.before_tail,
    bodies.before_term,
    bodies.whole_compound,
    place_names.whole_station,
    persons.with_hyphenated,
    media.with_domain,
    schools.kind_and_name,
    persons.before_next_sentence,
    persons.no_office_or_subject,
    place_names.rivers,
    persons.with_initial_before,
)
# Each takes the text and its mentions in order, and gives mentions in order, none overlapping another.
RULES_OF_AN_ARTICLE: tuple[Callable[[str, list[Mention]], list[Mention]], ...] = (
    place_names.provinces_listed,
    place_names.house_numbers,
    place_names.city_names,
    schools.schools_listed,
    schools.schools_behind_plural,
    offices.whole_bodies,
    media.with_papers,
    offices.with_offices,
    offices.with_teams,
    programmes.whole_exams,
    programmes.with_common_exams,
    place_names.with_place_heads,
    place_names.with_known_places,
    documents.with_documents,
    programmes.with_titles,
    media.with_platforms,
    bodies.bridged,
    consistent,
    persons.given_names,
)


def mend(text: str, found: list[Mention], syllables: dict[str, str]) -> list[Mention]:
    """Apply all rules.

    Args:
        text: the article.
        found: mentions as ``(start, end, label)``, in order, none overlapping another.
        syllables: habit of each syllable in personal names (see :class:`trichtin.annotate.entities.lexicon.Lexicon`).

    Returns:
        The mended mentions, in order, none overlapping another.
    """
    found = [one for mention in found for one in part(text, mention, syllables)]
    found = apart([mended for mention in found if (mended := _one(text, mention))])
    for rule in RULES_OF_AN_ARTICLE:
        found = rule(text, found)
    return found


def _one(text: str, mention: Mention) -> Mention | None:
    """Apply the rules of a mention; None for what is no name, or of which nothing is left."""
    for rule in RULES_OF_A_MENTION:
        mended = rule(text, *mention)
        if mended is None or mended[1] <= mended[0]:
            return None
        mention = mended
    return mention
