"""Entities (``doc.ents``): a tagger reads each sentence, then rules mend its mentions by the rest of the article.

* :mod:`~trichtin.annotate.entities.component`: ``trichtin_entities``, the conditional random field over syllables
* what the tagger is told of a token: :mod:`~trichtin.annotate.entities.features`, from
  :mod:`~trichtin.annotate.entities.heads` (words that open a name, or stand before a person's) and
  :mod:`~trichtin.annotate.entities.lexicon` (names and clusters mined from raw news)
* what vectors tell of it: :mod:`~trichtin.annotate.entities.encoder` (of words and their surroundings) and
  :mod:`~trichtin.annotate.entities.token_classifier` (a probability for every tag)
* the rules: :mod:`~trichtin.annotate.entities.mending` calls them all, :mod:`~trichtin.annotate.entities.edges` sets
  beginnings and ends, :mod:`~trichtin.annotate.entities.parts` parts mentions that ran together,
  :mod:`~trichtin.annotate.entities.known_bodies` knows whole names of bodies and newspapers
"""
