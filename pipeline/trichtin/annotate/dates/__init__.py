"""Dates (``doc._.dates``, ``doc._.relative_dates``): calendar expressions, in the form of ISO 8601.

* :mod:`~trichtin.annotate.dates.component`: ``trichtin_dates``, the expressions and their ISO form
* :mod:`~trichtin.annotate.dates.context`: whether digits that could be a date are one
* :mod:`~trichtin.annotate.dates.relative`: what the day of publication tells: the year left out, ``hôm qua``
"""
