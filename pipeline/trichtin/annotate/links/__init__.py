"""Links (``ent.id_``, ``ent._.province``): which thing a mention means, across articles.

* :mod:`~trichtin.annotate.links.component`: ``trichtin_linker``, which gives the mentions of an article their ids
* :mod:`~trichtin.annotate.links.ids`: one thing, one id, in whichever spelling; people, quotes and the filter fold
  names with it too
* :mod:`~trichtin.annotate.links.places`: provinces and districts of Vietnam, before and after 2025
"""
