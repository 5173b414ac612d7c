"""Entities (``doc.ents``): a tagger reads each sentence, then rules mend its mentions by the rest of the article.

* :mod:`~trichtin.annotate.entities.component`: ``trichtin_entities``, the conditional random field over syllables
* what the tagger is told of a token: :mod:`~trichtin.annotate.entities.features`, from
  :mod:`~trichtin.annotate.entities.heads` (words that open a name, or stand before a person's) and
  :mod:`~trichtin.annotate.entities.lexicon` (names and clusters mined from raw news)
* what vectors tell of it: :mod:`~trichtin.annotate.entities.encoder` (of words and their surroundings) and
  :mod:`~trichtin.annotate.entities.token_classifier` (a probability for every tag)
* the rules, all called in their order by :mod:`~trichtin.annotate.entities.mending`:

  * :mod:`~trichtin.annotate.entities.parts`: mentions that ran together
  * :mod:`~trichtin.annotate.entities.persons`: initials, words of address, given names alone
  * :mod:`~trichtin.annotate.entities.place_names`: the word for what a place is, streets, cities, provinces, districts
  * :mod:`~trichtin.annotate.entities.schools`: heads, kinds, levels, numbers, lists of schools
  * :mod:`~trichtin.annotate.entities.offices`: offices, known bodies in full
  * :mod:`~trichtin.annotate.entities.media`: papers, broadcasters, platforms, photo credits
  * :mod:`~trichtin.annotate.entities.bodies`: every other body: what leads up to its name, what it runs on into
  * :mod:`~trichtin.annotate.entities.documents`: numbers of documents, laws
  * :mod:`~trichtin.annotate.entities.programmes`: exams, contests, events, quoted titles
  * :mod:`~trichtin.annotate.entities.consistency`: what the article says elsewhere
* what the rules share: :mod:`~trichtin.annotate.entities.spans` (mentions that overlap),
  :mod:`~trichtin.annotate.entities.marks` (quotation marks and brackets),
  :mod:`~trichtin.annotate.entities.plurals` (heads that name none),
  :mod:`~trichtin.annotate.entities.known_bodies` (whole names of bodies and newspapers)
"""
