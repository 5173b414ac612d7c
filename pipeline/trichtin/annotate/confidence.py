"""How likely a figure or a quote is right: the ``score`` of both, calibrated on annotated articles.

The rules that find a fact know how plain its evidence was. A logistic regression turns that, with the kind of the fact
and its form, into the share of such facts that annotators had the same way: of facts with score 0.8, about eight in ten
are right (Platt 1999, with more than one feature). A figure is right with value, unit and modifier, a quote with extent
(IoU 0.8) and speaker.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from trichtin.annotate.logistic import Logistic
from trichtin.annotate.quotes.model import bucket, cue_class
from trichtin.facts import Figure, Quote
from trichtin.resources import models_dir

MODEL = Path("confidence") / "model.json"
LOWEST, HIGHEST = 0.01, 0.99  # nothing learnt from a few thousand facts is surer than that


def figure_features(figure: Figure) -> list[str]:
    """Return the features of a figure as the rules left it."""
    text = figure.text
    form = "spelled" if not text[:1].isdigit() else "grouped" if "." in text else "plain"
    return [
        f"sure={_step(figure.score)}",
        f"kind={figure.kind}",
        f"unit={'none' if not figure.unit else 'short' if ' ' not in figure.unit else 'long'}",
        f"form={form}",
        f"range={figure.max is not None}",
        f"modifier={figure.modifier or ''}",
        f"of={bool(figure.of)}",
    ]


def quote_features(quote: Quote) -> list[str]:
    """Return the features of a quote as the rules left it."""
    source = (quote.speaker_id or "described")[:4]
    cue = cue_class(quote.cue) if quote.cue else "none"
    if quote.cue and quote.cue.casefold() == "theo":
        cue = "theo"
    return [
        f"sure={_step(quote.score)}",
        f"kind={quote.kind}",
        f"source={source}",
        f"cue={cue}",
        f"kind={quote.kind}|cue={cue}",
        f"kind={quote.kind}|source={source}",
        f"words={bucket(quote.text.count(' ') + 1, 4, 8, 16, 32, 64)}",
        f"named={quote.speaker.count(' ') > 0}",
    ]


def _step(score: float) -> str:
    return f"{int(min(score, 0.999) * 20) / 20:.2f}"


@lru_cache(maxsize=1)
def shipped_models() -> dict[str, Logistic]:
    """Return the regressions that ship with the package by kind of fact; none where they have not been trained."""
    path = models_dir() / MODEL
    if not path.is_file():
        return {}
    data = json.loads(path.read_text(encoding="utf-8"))
    return {kind: Logistic(dict(part["weights"]), float(part["intercept"])) for kind, part in data.items()}


def save_models(models: dict[str, Logistic], path: Path) -> None:
    """Write the regressions as JSON, one weight a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {
        kind: {"intercept": model.intercept, "weights": dict(sorted(model.weights.items()))}
        for kind, model in sorted(models.items())
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def calibrate_figures(figures: Sequence[Figure], model: Logistic | None = None) -> None:
    """Replace, in place, the rules' evidence in ``score`` by the probability that the figure is right."""
    model = model or shipped_models().get("figures")
    if model is not None:
        for figure, score in [(f, model.probability(figure_features(f))) for f in figures]:
            figure.score = _clip(score)


def calibrate_quotes(quotes: Sequence[Quote], model: Logistic | None = None) -> None:
    """Replace, in place, the rules' evidence in ``score`` by the probability that the quote is right."""
    model = model or shipped_models().get("quotes")
    if model is not None:
        for quote, score in [(q, model.probability(quote_features(q))) for q in quotes]:
            quote.score = _clip(score)


def _clip(score: float) -> float:
    return round(min(HIGHEST, max(LOWEST, score)), 3)
