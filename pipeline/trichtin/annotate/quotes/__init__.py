"""Quotes (``doc._.quotes``): who said or wrote what, with which reporting verb.

Quote attribution by the division of Citron (BBC News Labs) and PARC 3. Each sentence is tried for one kind of quote
after the other; direct quotes start from the quotation marks, indirect ones from the cues. Where to look:

* :mod:`~trichtin.annotate.quotes.component`: ``trichtin_quotes``, which tries the kinds of quotes on every sentence;
  :mod:`~trichtin.annotate.quotes.reading` is what it carries along
* the **cue**: :mod:`~trichtin.annotate.quotes.cue_lexicon`, :mod:`~trichtin.annotate.quotes.cues` (those of a
  sentence), :mod:`~trichtin.annotate.quotes.model` (does it report? where rules leave that open)
* the **content**: :mod:`~trichtin.annotate.quotes.marks`, :mod:`~trichtin.annotate.quotes.content`,
  :mod:`~trichtin.annotate.quotes.extent` (over several sentences)
* the **source**: :mod:`~trichtin.annotate.quotes.source_names` (whom the article names),
  :mod:`~trichtin.annotate.quotes.source_subject` (of a verb), :mod:`~trichtin.annotate.quotes.source_clauses`,
  :mod:`~trichtin.annotate.quotes.source_phrase`, :mod:`~trichtin.annotate.quotes.source_verbless` (before a colon),
  :mod:`~trichtin.annotate.quotes.source_words` (the words that these go by)
* the **coreference** with those named before: :mod:`~trichtin.annotate.quotes.source_pronouns`,
  :mod:`~trichtin.annotate.quotes.source_descriptions` (posts, "vị này"),
  :mod:`~trichtin.annotate.quotes.source_bodies` (letters, "Sở"),
  :mod:`~trichtin.annotate.quotes.source_omitted` (verbs without a subject)
* the kinds of quotes: :mod:`~trichtin.annotate.quotes.direct`; :mod:`~trichtin.annotate.quotes.indirect` (and mixed),
  with :mod:`~trichtin.annotate.quotes.candidates` and :mod:`~trichtin.annotate.quotes.theo`;
  :mod:`~trichtin.annotate.quotes.that_is`, :mod:`~trichtin.annotate.quotes.titles`,
  :mod:`~trichtin.annotate.quotes.turns` (surveys of opinions, and interviews, which
  :mod:`~trichtin.annotate.quotes.interviews` tells)
"""
