"""What a composed page draws its small pieces with: names, stamps, headings, bylines."""

from __future__ import annotations

import random
from collections.abc import Sequence

from trichtin.train.adverts import fill
from trichtin.train.articles import Article
from trichtin.train.outlets import GIVENS, MIDDLES, OPENINGS, PLACES, SURNAMES, Outlet

Labelled = tuple[str, str]  # label (filter.labeller.LABELS), text


class Picker:
    """Draw small pieces of pages: names, stamps, headings, teasers."""

    def __init__(self, others: Sequence[Article], rng: random.Random, outlet: Outlet) -> None:
        self.others = list(others)
        self.rng = rng
        self.outlet = outlet
        self.turn = 0
        self.adverts = list(outlet.ads)  # each stands on the page once

    def other(self) -> Article:
        self.turn += 1
        return self.others[self.turn % len(self.others)]

    def name(self) -> str:
        rng = self.rng
        parts = [rng.choice(SURNAMES), rng.choice(MIDDLES), rng.choice(GIVENS)]
        if rng.random() < 0.4:
            parts = [rng.choice(MIDDLES), rng.choice(GIVENS)]
        return " ".join(part for part in parts if part)

    def fill(self, pool: Sequence[str]) -> str:
        """Return one of the patterns with its blanks filled."""
        rng = self.rng
        return fill(
            rng.choice(pool),
            rng,
            name=self.name(),
            initials=rng.choice(("L.A", "T.H", "Q.V", "N.T", "H.Đ")),
            section=rng.choice(self.outlet.sections),
            paper=rng.choice(self.outlet.papers),
        )

    def some(self, pool: Sequence[str], most: int) -> list[Labelled]:
        """Return furniture of a page in the words of a pool, each at most once."""
        return [("chrome-", self.fill([pattern])) for pattern in self.rng.sample(pool, min(most, len(pool)))]

    def heading(self) -> str:
        rng = self.rng
        roll = rng.random()
        if roll < 0.45:
            text = rng.choice(self.outlet.headings)
        elif roll < 0.6:
            text = rng.choice(OPENINGS) + " " + rng.choice(self.outlet.sections).lower()
        elif roll < 0.7:
            text = rng.choice(self.outlet.sections)
        else:  # two to five words of some title: a heading nobody has listed
            words = self.other().title.split()
            at = rng.randint(0, max(len(words) - 3, 0))
            text = " ".join(words[at : at + rng.randint(2, 5)]).strip(" ,.:;-?!'\"“”") or "Tin khác"
            text = text[:1].upper() + text[1:]
        return (text.upper() if self.outlet.heading_upper else text) + self.outlet.heading_end

    def stamp(self) -> str:
        return self.fill(self.outlet.stamps)

    def byline(self) -> Labelled:
        roll = self.rng.random()
        name = self.name()
        return "byline-", name if roll < 0.6 else name.upper() if roll < 0.7 else self.fill(self.outlet.bylines)

    def credit(self) -> str:
        return self.fill(self.outlet.credits)

    def dateline(self) -> str:
        rng = self.rng
        if rng.random() > self.outlet.dateline:
            return ""
        roll = rng.random()
        if roll < 0.5:
            return "GD&TĐ - "
        if roll < 0.8:
            return self.outlet.papers[0] + rng.choice((" - ", " – ", " -"))
        if roll < 0.9:
            return f"({self.outlet.papers[0]}) - "
        return rng.choice(PLACES) + " - "
