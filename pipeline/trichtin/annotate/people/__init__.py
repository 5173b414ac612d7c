"""People (``doc._.people``): who is named, with which titles, in which post of which organisation.

* :mod:`~trichtin.annotate.people.component`: ``trichtin_people``, which joins the mentions of a person
* the post beside a mention: :mod:`~trichtin.annotate.people.posts`, by
  :mod:`~trichtin.annotate.people.posts_before` and :mod:`~trichtin.annotate.people.posts_after` the name;
  :mod:`~trichtin.annotate.people.post` is what they give
* what the rest of the article adds: :mod:`~trichtin.annotate.people.posts_in_article`
* its words: :mod:`~trichtin.annotate.people.roles` (titles, forms of address and posts; quotes read them too),
  :mod:`~trichtin.annotate.people.role_complements` (what belongs to a role behind its head)
* its organisation: :mod:`~trichtin.annotate.people.article_bodies` (those of the article),
  :mod:`~trichtin.annotate.people.inner_offices` (an office stands for its body)
"""
