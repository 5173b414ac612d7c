"""The candidates of an indirect quote: which cues of a sentence may report, and which of them the sentence is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichtin.annotate.quotes.content import opener
from trichtin.annotate.quotes.cue_lexicon import CLAUSE_CUES, MARKED_CUES, NOUN_BEFORE, ORDER_CUES, WRITING, lemma
from trichtin.annotate.quotes.cues import MOST_CUES, SPEECH_VERBS, is_denied
from trichtin.annotate.quotes.model import candidate_features, cue_class
from trichtin.annotate.quotes.reading import Reading, Report
from trichtin.annotate.quotes.source_names import Source
from trichtin.annotate.quotes.source_omitted import omitted_subject
from trichtin.annotate.quotes.source_subject import find_subject

NEGATED = re.compile(r"(?<!\w)(?:không|chưa|chẳng)\s$", re.IGNORECASE)
# Verbs that announce a letter, and those of what it orders.
LETTERS = frozenset({"ra văn bản", "ra công văn", "ký văn bản", "ký công văn", "thông báo"})
LETTER_ORDERS = frozenset({"yêu cầu", "đề nghị", "chỉ đạo", "khuyến cáo"})
WRITTEN = re.compile(WRITING + r"\s(?:\S{1,20}\s){0,4}$", re.IGNORECASE)
SIGNED = re.compile(r"(?<!\w)(?:ký|ban hành|có)\s(?:\S{1,10}\s){0,2}" + WRITING, re.IGNORECASE)
PASSIVE = re.compile(
    r"(?<!\w)(?:được|bị)\s(?:(?:bạn|ông|bà|anh|chị|em|cô|thầy|các|nhiều|một số)\s){0,2}$", re.IGNORECASE
)


def find_candidates(
    reading: Reading, position: int, unit_start: int, unit_end: int, cues: Sequence[re.Match[str]]
) -> list[Report]:
    """Return the cues of a stretch that may report, with their sources, in order."""
    text = reading.text
    reports: list[Report] = []
    for cue in cues:
        if cue.start() < position:
            continue
        if len(reports) >= MOST_CUES:
            break
        written = WRITTEN.search(text, max(unit_start, cue.start() - 40), cue.start())
        if is_denied(reading, unit_start, cue) and (not written or NEGATED.search(text, unit_start, cue.start())):
            continue
        opened = opener(text, cue.group(), cue.end(), unit_end)
        if opened is None:
            continue
        noun = opened[1] == "bare" and NOUN_BEFORE.search(text, max(unit_start, cue.start() - 12), cue.start())
        if noun and lemma(cue.group()) not in SPEECH_VERBS:
            continue
        source = find_subject(reading.sources, position, cue.start(), reading.last)
        carried = source is None
        if source is not None and PASSIVE.search(text, max(unit_start, source.start - 20), source.start):
            continue
        if source is None:
            source = omitted_subject(reading, position, cue.start(), opened[1] == "colon")
            if source is None or lemma(cue.group()) not in CLAUSE_CUES | ORDER_CUES:
                continue
            if opened[1] == "bare" and position == cue.start():
                continue
        source = _issuer(reading, unit_start, cue, source)
        letter = reports[-1] if reports and lemma(reports[-1].cue.group()) in LETTERS else None
        if letter and lemma(cue.group()) in LETTER_ORDERS and text[cue.start() - 2 : cue.start()] == ", ":
            source = letter.source  # "ký công văn gửi Sở A, yêu cầu": who wrote it asks for it
        sure = {"colon": 0.95, "rang": 0.95, "comma": 0.9, "bare": 0.85}[opened[1]]
        reports.append(Report(cue, opened[0], opened[1], source, carried, sure * source.score))
    return reports


def _issuer(reading: Reading, unit_start: int, cue: re.Match[str], source: Source) -> Source:
    """Return the body for the officer who signed its letter: "Thứ trưởng A đã ký công văn yêu cầu …"."""
    if not source.person or lemma(cue.group()) not in ORDER_CUES:
        return source
    if not SIGNED.search(reading.text, max(unit_start, source.end), cue.end()):
        return source
    return reading.sources.body_of(source) or source


def describe(reading: Reading, reports: Sequence[Report], unit_start: int, unit_end: int) -> None:
    """Give the candidates of a sentence their features."""
    title = any(s <= unit_start < e for s, e in reading.titles)
    for k, report in enumerate(reports):
        later = cue_class(reports[k + 1].cue.group()) if k + 1 < len(reports) else "none"
        source = report.source
        who = "carried" if report.carried else "person" if source.person else "body" if source.id else "described"
        report.features = candidate_features(
            reading.text,
            (unit_start, unit_end),
            report.cue.span(),
            report.start,
            report.opening,
            (source.start, source.end, who, source.score),
            title=title,
            later=later,
        )
        if reading.collected is not None:
            reading.collected.append(report)


def choose(reading: Reading, reports: Sequence[Report]) -> Report | None:
    """Return the report that the sentence is about: the first that the model, or else the rules, accept."""
    for k, report in enumerate(reports):
        later = reports[k + 1 :]
        if report.carried and any(not r.carried for r in later):
            continue
        if reading.model is not None:
            report.score = reading.model.probability(report.features)
            # Verbs that do nothing but report need no second opinion.
            announced = report.opening == "colon" and report.start - report.cue.end() <= 3 and not report.carried
            if report.score >= reading.model.threshold or announced or lemma(report.cue.group()) in SPEECH_VERBS:
                return report
            continue
        cue = lemma(report.cue.group())
        weak = report.opening == "bare" and cue in MARKED_CUES
        if weak and any(lemma(r.cue.group()) in CLAUSE_CUES or r.opening in ("colon", "rang") for r in later[:2]):
            continue
        return report
    return None
