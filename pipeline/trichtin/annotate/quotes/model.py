"""Is it a report? Logistic regression over what stands around a cue, for the sentences that rules leave open.

"Nhà trường thông báo lịch thi" tells of a notice, "Nhà trường thông báo lịch thi sẽ lùi lại" reports one. The
features are names of what the rules have found (cue, opening mark, kind of source, neighbouring words); the weights
are a small JSON file, readable and never a pickle.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from trichtin.annotate.logistic import Logistic
from trichtin.annotate.quotes.cue_lexicon import CLAUSE_CUES, MARKED_CUES, ORDER_CUES, lemma
from trichtin.resources import models_dir

MODEL = Path("quotes") / "model.json"
_CLAUSE_WORDS = """
là đã sẽ đang có được bị cần phải không nên rất vẫn chỉ chưa luôn còn đều cũng thì do nếu khi mình tôi em mới vừa muốn
"""
CLAUSE_WORDS = frozenset(_CLAUSE_WORDS.split())
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(slots=True)
class QuoteModel:
    """Weights of the features, the intercept, and the probability from which a candidate is a quote."""

    weights: dict[str, float]
    intercept: float
    threshold: float

    @classmethod
    def load(cls, path: Path) -> QuoteModel:
        """Read a model written by :meth:`save`.

        Raises:
            FileNotFoundError: there is no such file; rebuild it with ``trichtin train``.
        """
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            {str(k): float(v) for k, v in data["weights"].items()}, float(data["intercept"]), float(data["threshold"])
        )

    def save(self, path: Path) -> None:
        """Write the model as JSON, one weight a line, in the order of the features' names."""
        path.parent.mkdir(parents=True, exist_ok=True)
        data = {"intercept": self.intercept, "threshold": self.threshold, "weights": dict(sorted(self.weights.items()))}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability that the candidate with these features is a quote."""
        return Logistic(self.weights, self.intercept).probability(features)


@lru_cache(maxsize=1)
def shipped_model() -> QuoteModel | None:
    """Return the model that ships with the package, or None where it has not been trained."""
    path = models_dir() / MODEL
    return QuoteModel.load(path) if path.is_file() else None


def cue_class(cue: str) -> str:
    """Return which list of the lexicon a cue is from."""
    cue = lemma(cue)
    return (
        "clause"
        if cue in CLAUSE_CUES
        else "order"
        if cue in ORDER_CUES
        else "marked"
        if cue in MARKED_CUES
        else "other"
    )


def bucket(number: int, *edges: int) -> str:
    """Return the name of the interval in which a number lies."""
    for edge in edges:
        if number <= edge:
            return f"<={edge}"
    return f">{edges[-1]}"


def candidate_features(
    text: str,
    unit: tuple[int, int],
    cue: tuple[int, int],
    content: int,
    opening: str,
    source: tuple[int, int, str, float],
    *,
    title: bool,
    later: str,
) -> list[str]:
    """Return the features of one candidate.

    Args:
        text: the article.
        unit: start and end of the sentence.
        cue: start and end of the cue.
        content: where the content begins.
        opening: by what mark the content opens (colon, rang, comma, bare, theo).
        source: start, end, kind and score of the source.
        title: whether the sentence is the title.
        later: the class of the next candidate of the sentence, or "none".
    """
    word = lemma(text[cue[0] : cue[1]])
    kind = cue_class(word)
    behind = [w.casefold() for w in _WORD.findall(text[content : min(unit[1], content + 90)])]
    between = [w.casefold() for w in _WORD.findall(text[source[1] : cue[0]][-60:])] if source[1] <= cue[0] else []
    before = [w.casefold() for w in _WORD.findall(text[max(unit[0], cue[0] - 24) : cue[0]])]
    clause = sum(w in CLAUSE_WORDS for w in behind[:14])
    first = text[content : content + 1]
    who = source[2]
    spoken = [] if who in ("person", "carried") else _WORD.findall(text[source[0] : source[1]].casefold())
    return [
        f"cue={word}",
        f"class={kind}",
        f"open={opening}",
        f"open={opening}|class={kind}",
        f"source={who}",
        f"source={who}|open={opening}",
        f"source={who}|class={kind}",
        f"speaker={spoken[0] if spoken else '^'}",
        f"speaker end={spoken[-1] if spoken else '^'}",
        f"speaker length={bucket(len(spoken), 1, 2, 4, 7, 11)}|source={who}",
        f"sure={bucket(int(source[3] * 10), 4, 5, 6, 7, 8)}",
        f"before={before[-1] if before else '^'}",
        f"next={behind[0] if behind else '$'}",
        f"next2={behind[1] if len(behind) > 1 else '$'}",
        f"clause={bucket(clause, 0, 1, 2)}",
        f"clause={bucket(clause, 0, 1, 2)}|class={kind}|open={opening}",
        f"length={bucket(len(text[content : unit[1]]), 20, 40, 80, 160)}",
        f"gap={bucket(len(between), 0, 1, 2, 4, 8)}",
        f"first={'upper' if first.isupper() else 'digit' if first.isdigit() else 'lower'}",
        f"title={title}",
        f"later={later}",
        f"later={later}|class={kind}|open={opening}",
        f"denied={any(w in ('không', 'chưa', 'chẳng', 'để', 'nếu', 'khi', 'được', 'sẽ', 'việc') for w in between)}",
        *(f"between={w}" for w in set(between[-4:])),
    ]
