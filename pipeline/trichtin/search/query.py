"""What people type, read without ever failing: words, "phrases", prefix*, NOT, and ``giáo viên > 1000``.

A query that holds any tone mark or ``đ`` means its words as written; one without any means all words that fold to it.
Words that belong together (``giáo viên``) are looked for side by side. Everything that is no word is passed over, so
what reaches SQLite is made of letters and digits only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from trichtin.search.fold import Word, fold, spelling, words

LONGEST_QUERY = 400  # characters that are read of a query
MOST_TERMS = 24
_PART = re.compile(
    r'(?P<minus>(?<!\S)-(?=["“”\w]))?(?:["“”„](?P<phrase>[^"“”„]{0,400})(?:["“”„]|$)|(?P<word>[^\s"“”„]{1,400}))'
)
_COMPARISON = re.compile(
    r"(?P<sign>>=|<=|=>|=<|≥|≤|>|<)\s{0,3}(?P<number>\d{1,3}(?:\.\d{3}){1,5}(?!\d)|\d{1,15}(?:[.,]\d{1,6})?)"
    r"(?:\s{0,2}(?P<scale>trăm|nghìn|ngàn|ngan|nghin|triệu|trieu|tỷ|tỉ|ty|ti)(?!\w))?"
    r"(?:\s{0,2}(?P<unit>%|phần trăm|đồng|dong|vnđ|vnd|usd|đô la|tuổi|tuoi|điểm|diem|người|học sinh|giáo viên|sinh viên)(?!\w))?",
    re.IGNORECASE,
)
_SCALES = {"tram": 1e2, "nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9, "ti": 1e9}
_UNITS = {
    "%": "%",
    "phan tram": "%",
    "dong": "VND",
    "vnd": "VND",
    "usd": "USD",
    "do la": "USD",
    "tuoi": "tuổi",
    "diem": "điểm",
}
# Words of a question that say nothing about what is looked for; left out where others remain.
_ASKING = """bao nhiêu, như thế nào, thế nào, ra sao, ở đâu, khi nào, vì sao, tại sao, là gì, những gì, là ai, nói gì, nói gì về,
    nói về, phát biểu gì, cho biết gì, ai, gì, mấy, nào, là, của, và, về, các, những, thì, mà, đã, đang, sẽ, rằng, có, cho, ở, tại,
    với, bị, được, trong, từ, ra, này"""
_ASKING_FOLDED = """bao nhieu, nhu the nao, the nao, ra sao, o dau, khi nao, vi sao, tai sao, la gi, nhung gi, la ai, noi gi,
    noi gi ve, noi ve, la, cua, va, cac, nhung"""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side; ``raw`` is the last one as typed, for a prefix."""

    words: tuple[Word, ...]
    prefix: bool = False
    quoted: bool = False
    raw: str = ""

    def fts(self, exact: bool) -> str:
        """Return the term in the language of FTS5."""
        body = " ".join("_" + word.exact if exact else word.folded for word in self.words)
        if not self.prefix:
            return f'"{body}"'
        last = self.raw if exact else fold(self.raw)
        if last == (self.words[-1].exact if exact else self.words[-1].folded):
            return f'"{body}"*'
        other = " ".join(
            [*(("_" + w.exact if exact else w.folded) for w in self.words[:-1]), ("_" if exact else "") + last]
        )
        return f'("{body}"* OR "{other}"*)'

    def found_at(self, text: Sequence[Word], position: int, exact: bool) -> bool:
        """Tell whether the term stands in a text at a word."""
        if position + len(self.words) > len(text):
            return False
        last = len(self.words) - 1
        for k, word in enumerate(self.words):
            there, here = (text[position + k].exact, word.exact) if exact else (text[position + k].folded, word.folded)
            if there == here:
                continue
            if not (self.prefix and k == last):
                return False
            raw = self.raw if exact else fold(self.raw)
            if not there.startswith((here, raw)):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Comparison:
    """``> 1000``: a sign (``>``, ``>=``, ``<``, ``<=``), a plain number, and a unit if one was typed."""

    sign: str
    value: float
    unit: str | None = None


@dataclass(slots=True)
class Query:
    """A query as understood. ``exact``: its tone marks count."""

    terms: list[Term] = field(default_factory=list)
    without: list[Term] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    exact: bool = False

    def loose(self) -> Query:
        """Return the query with every word that was not quoted on its own."""
        terms = [
            one
            for term in self.terms
            for one in ([term] if term.quoted or term.prefix else [Term((word,)) for word in term.words])
        ]
        return Query(terms, self.without, self.comparisons, self.exact)

    def unmarked(self) -> Query:
        """Return the query blind to tone marks."""
        return Query(self.terms, self.without, self.comparisons, False)


def parse(text: str, lexicon: Lexicon | None = None) -> Query:
    """Read a query; never raises.

    Args:
        text: what was typed.
        lexicon: words of several syllables; without it each syllable stands alone.
    """
    text = unicodedata.normalize("NFC", text.replace("\0", " ")[:LONGEST_QUERY])
    query = Query()
    text = _COMPARISON.sub(lambda match: _compared(match, query), text)
    run: list[tuple[Word, str]] = []
    negated = False

    def end_run() -> None:
        query.terms.extend(_terms(run, lexicon))
        run.clear()

    for match in _PART.finditer(text):
        raw, phrase = match["word"], match["phrase"]
        if raw == "NOT":
            end_run()
            negated = True
            continue
        offset = match.start()
        typed = phrase if phrase is not None else raw
        found = [word._replace(start=word.start + offset, end=word.end + offset) for word in words(typed)]
        if not found:
            continue
        prefix = raw is not None and raw.rstrip(".,;:!?)]").endswith("*")
        if negated or match["minus"]:
            query.without.append(Term(tuple(found), prefix, True, _last(raw)))
            negated = False
        elif phrase is not None or prefix:
            end_run()
            query.terms.append(Term(tuple(found), prefix, phrase is not None, _last(raw)))
        else:
            run.extend((word, raw[word.start - offset : word.end - offset]) for word in found)
    end_run()
    query.exact = any(word.exact != word.folded for term in query.terms + query.without for word in _typed(term))
    query.terms = _without_asking(query.terms)[:MOST_TERMS]
    query.without = query.without[:MOST_TERMS]
    return query


def _typed(term: Term) -> Iterable[Word]:
    """Yield the words that were typed as they are, not those of an abbreviation written out."""
    for k, word in enumerate(term.words):
        near = term.words[max(0, k - 1) : k] + term.words[k + 1 : k + 2]
        if not any(other.start == word.start and other.end == word.end and other is not word for other in near):
            yield word


def _last(raw: str | None) -> str:
    if raw is None:
        return ""
    letters = re.findall(r"[^\W_]+", raw)
    return letters[-1].lower() if letters else ""


def _compared(match: re.Match[str], query: Query) -> str:
    sign = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<="}.get(match["sign"], match["sign"])
    number = match["number"]
    number = number.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", number) else number.replace(",", ".")
    value = float(number) * _SCALES.get(fold(match["scale"] or ""), 1)
    unit = match["unit"] or ""
    if len(query.comparisons) < 4:
        query.comparisons.append(Comparison(sign, value, _UNITS.get(fold(unit))))
    # A counted thing after the number ("> 1000 giáo viên") is a word to look for.
    return " " if not unit or fold(unit) in _UNITS else f" {unit} "


def _terms(run: list[tuple[Word, str]], lexicon: Lexicon | None) -> list[Term]:
    """Part a run of words into terms: written-out abbreviations, names, words of the lexicon, single syllables.

    Words of the lexicon are read from the right: "thieu giao vien" is "thiếu" and "giáo viên", as its heads stand last
    (backward maximum matching errs less in Vietnamese than forward).
    """
    terms: list[Term] = []
    k = 0
    while k < len(run):
        size = 1
        while k + size < len(run) and run[k + size][0][:2] == run[k][0][:2] and run[k + size][1] == run[k][1]:
            size += 1  # one abbreviation
        if size == 1 and run[k][1][:1].isupper():
            if lexicon:
                size = lexicon.longest([word for word, _ in run[k : k + 5]])
            while (
                k + size < len(run) and size < 5 and run[k + size][1][:1].isupper() and not run[k + size][1].isupper()
            ):
                if lexicon and lexicon.longest([word for word, _ in run[k + size : k + size + 5]]) > 1:
                    break
                size += 1
        if size > 1:
            terms.append(Term(tuple(word for word, _ in run[k : k + size])))
            k += size
            continue
        end = k + 1
        while end < len(run) and not run[end][1][:1].isupper() and not _abbreviated(run, end):
            end += 1
        terms += _words([word for word, _ in run[k:end]], lexicon)
        k = end
    return terms


def _abbreviated(run: list[tuple[Word, str]], k: int) -> bool:
    """Tell whether an abbreviation that was written out begins at a place."""
    return k + 1 < len(run) and run[k + 1][0][:2] == run[k][0][:2] and run[k + 1][1] == run[k][1]


def _words(found: list[Word], lexicon: Lexicon | None) -> list[Term]:
    terms: list[Term] = []
    end = len(found)
    while end:
        size = 1
        if lexicon:
            size = next((n for n in range(min(5, end), 1, -1) if lexicon.longest(found[end - n : end]) == n), 1)
        terms.append(Term(tuple(found[end - size : end])))
        end -= size
    return terms[::-1]


def _without_asking(terms: list[Term]) -> list[Term]:
    spelt = {" ".join(spelling(word) for word in phrase.split()) for phrase in _ASKING.replace("\n", " ").split(", ")}
    folded = {" ".join(phrase.split()) for phrase in _ASKING_FOLDED.split(",")}
    marked = any(word.exact != word.folded for term in terms for word in term.words)
    kept: list[Term] = []
    k = 0
    while k < len(terms):
        size = 0
        for length in (3, 2, 1):
            group = terms[k : k + length]
            if len(group) < length or any(term.quoted or term.prefix for term in group):
                continue
            phrase = " ".join((word.exact if marked else word.folded) for term in group for word in term.words)
            if phrase in (spelt if marked else folded):
                size = length
                break
        if not size:
            kept.append(terms[k])
        k += size or 1
    return kept or terms


class Lexicon:
    """Vietnamese words of several syllables (the list of 74,000 that underthesea carries) and names of places."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._exact: set[str] = set()
        self._folded: set[str] = set()
        listed = _dictionary()
        for line in [*listed, *names]:
            syllables = re.findall(r"[^\W_]+", line)
            if 1 < len(syllables) <= 5:
                spelt = [
                    _SPELT.get(one) or _SPELT.setdefault(one, (spelling(one), fold(spelling(one)))) for one in syllables
                ]
                self._exact.add(" ".join(one for one, _ in spelt))
                self._folded.add(" ".join(two for _, two in spelt))

    def longest(self, run: Sequence[Word]) -> int:
        """Return how many words at the head of a run make one word; 1 when none do."""
        marked = any(word.exact != word.folded for word in run)
        for size in range(min(len(run), 5), 1, -1):
            if marked:
                if " ".join(word.exact for word in run[:size]) in self._exact:
                    return size
            elif " ".join(word.folded for word in run[:size]) in self._folded:
                return size
        return 1


_SPELT: dict[str, tuple[str, str]] = {}


def _dictionary() -> list[str]:
    """Read the word list of underthesea without importing it (that takes seconds)."""
    spec = find_spec("underthesea")
    if spec is None or spec.origin is None:
        return []
    path = Path(spec.origin).parent / "corpus" / "data" / "Viet74K.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
