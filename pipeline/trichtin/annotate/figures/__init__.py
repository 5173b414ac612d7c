"""Figures (``doc._.figures``): the quantities that an article states, with value, unit and what they count.

* :mod:`~trichtin.annotate.figures.component`: ``trichtin_figures``, which goes through the numbers of the text
* :mod:`~trichtin.annotate.figures.reading`: one number becomes a figure or none
* its number: :mod:`~trichtin.annotate.figures.quantities` (and ranges), :mod:`~trichtin.annotate.figures.ratios`
  (shares, marks out of a maximum), :mod:`~trichtin.annotate.figures.tables` (flattened admission tables)
* the words behind it: :mod:`~trichtin.annotate.figures.units` (money, time, measures),
  :mod:`~trichtin.annotate.figures.counted` (nouns that news counts)
* the words around it: :mod:`~trichtin.annotate.figures.context` (an ordinal, a clock time, a mark …),
  :mod:`~trichtin.annotate.figures.modifiers` (``hơn``, ``khoảng``; what a rate is per),
  :mod:`~trichtin.annotate.figures.words_before`
* :mod:`~trichtin.annotate.figures.phrases`: how lists of words are written in these modules

How numbers are read is in :mod:`trichtin.annotate.numbers`, which dates, entities and the filter need too.
"""
