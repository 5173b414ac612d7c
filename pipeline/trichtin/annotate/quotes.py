"""Quotes: who said or wrote what, with which reporting verb.

Quote attribution by the division of Citron (BBC News Labs) and PARC 3: the **cue** (:mod:`trichtin.annotate.cues`),
the **source** (:mod:`trichtin.annotate.quote_speaker`), the **content** (:mod:`trichtin.annotate.quote_content`,
:mod:`trichtin.annotate.marks`) and the **coreference** of pronouns and short names with the people named before.
Direct quotes start from the quotation marks, indirect ones from the cues.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from trichtin.annotate import extensions
from trichtin.annotate.confidence import calibrate_quotes
from trichtin.annotate.cues import (
    CLAUSE_CUES,
    CUE,
    MARKED_CUES,
    NEWS_FROM,
    NO_REPORT,
    NOUN_BEFORE,
    ORDER_CUES,
    THEO,
    THEO_NO_SOURCE,
    THEO_OWNED,
    THEO_STATEMENT,
    WRITING,
    lemma,
)
from trichtin.annotate.interviews import Interview
from trichtin.annotate.marks import LONGEST, Quotation, pair_marks
from trichtin.annotate.quote_content import CAPTION, TRAILER, is_utterance, opener, trim, trim_direct, units
from trichtin.annotate.quote_model import QuoteModel, candidate_features, cue_class, shipped_model
from trichtin.annotate.quote_speaker import Source, Sources
from trichtin.annotate.source_words import DATELINE, DOCUMENT
from trichtin.facts import Quote

extensions.register()

MOST_CUES = 8  # cues tried in one sentence
LONGEST_ANSWER = 40  # sentences of one answer in an interview
FLAT_LINES = 8  # the fewest lines of an article from which its layout can be told
LONGEST_RUN = 12  # sentences that a quote after a colon may run on
NEGATED = re.compile(r"(?<!\w)(?:không|chưa|chẳng)\s$", re.IGNORECASE)
# Verbs that announce a letter, and those of what it orders.
LETTERS = frozenset({"ra văn bản", "ra công văn", "ký văn bản", "ký công văn", "thông báo"})
LETTER_ORDERS = frozenset({"yêu cầu", "đề nghị", "chỉ đạo", "khuyến cáo"})
# A second report of the same sentence and source.
SECOND = re.compile(r"(?:,\s|\s)(?:đồng thời|và)\s(?:(?:cũng|còn|tiếp tục)\s)?$", re.IGNORECASE)
SECOND_CUES = frozenset({"khẳng định", "nhấn mạnh", "cho biết", "cho rằng", "cho hay", "thừa nhận"})
# Orders behind "và" alone may be whose of whom the sentence speaks.
SECOND_ORDERS = frozenset({"đề nghị", "kiến nghị", "đề xuất", "kêu gọi", "khuyến cáo", "lưu ý", "cảnh báo"})
WRITTEN = re.compile(WRITING + r"\s(?:\S{1,20}\s){0,4}$", re.IGNORECASE)
SIGNED = re.compile(r"(?<!\w)(?:ký|ban hành|có)\s(?:\S{1,10}\s){0,2}" + WRITING, re.IGNORECASE)
OMITTED = re.compile(
    r"(?:đồng thời|bên cạnh đó|ngoài ra|qua đó|từ đó|cùng với đó|trong đó|do đó|vì vậy|đặc biệt|cũng"
    r"|tiếp đó|sau đó|và|cụ thể|[,\s])*$",
    re.IGNORECASE,
)
TRAILING = CLAUSE_CUES | {"nói", "viết", "kể", "chia sẻ", "thông tin"}
CONCESSION = re.compile(r"(?:dù|tuy|mặc dù)\s(?!nhiên|vậy|thế)", re.IGNORECASE)
SPEECH_VERBS = frozenset(
    {
        "cho biết",
        "cho biết thêm",
        "cho hay",
        "cho rằng",
        "nói rằng",
        "tin rằng",
        "nghĩ rằng",
        "nêu rõ",
        "ghi rõ",
        "nói rõ",
        "chỉ rõ",
        "chỉ ra",
    }
)
UNDENIED = frozenset(
    {"nhóm", "tổ", "ban", "hội đồng", "nguồn", "kênh", "bài báo", "lễ", "hệ thống", "tin", "vì", "cùng"}
)
# What may stand between a name and the colon of a statement without a verb: a bracket, a post.
ONLY_POST = re.compile(r"(?:\s?\([^()]{1,90}\))?(?:(?:\s[-–—]|,)\s[^:.;“”\"\n]{2,130}?(?:\([^()]{1,60}\))?)?\s?")
PHOTO = re.compile(r".*(?:Ảnh|Nguồn)\s?:\s?[^.“”\"\n]{2,40}$", re.DOTALL)  # a caption that runs into a quotation
PASSIVE = re.compile(
    r"(?<!\w)(?:được|bị)\s(?:(?:bạn|ông|bà|anh|chị|em|cô|thầy|các|nhiều|một số)\s){0,2}$", re.IGNORECASE
)
AFTER_QUOTE = re.compile(r"\s*[,.;]?\s*(?:[-–—]\s*)?")
THAT_IS = re.compile(
    r"(?:Đó|Đây|Trên đây)\s(?:cũng\s|chính\s)?là\s(?:những\s|một trong những\s|một\s)?(?:nội dung\s"
    r"|lời\s|ý kiến\s|quan điểm\s|điều\s|câu\s|đề\s)?(?P<cue>khẳng định|chia sẻ|nhận định|phát biểu"
    r"|ý kiến|lời|đề xuất|yêu cầu|nhấn mạnh|tâm sự|thông tin|chỉ đạo|quan điểm|cho biết|nói|khuyến cáo"
    r"|cảnh báo|lưu ý|mong muốn|nhận xét|bộc bạch)[^.\n“\"]{0,40}?\scủa\s",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Report:
    """A cue that may report: where its content begins, by what mark, and who is its subject."""

    cue: re.Match[str]
    start: int
    opening: str
    source: Source
    carried: bool
    score: float
    features: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """What the reading of an article carries along."""

    quotes: list[Quote]
    last: Source | None = None
    last_end: int = -1


def find_quotes(doc: Doc, model: QuoteModel | None = None) -> list[Quote]:
    """Return the quotes of an article, in order and without overlap.

    Args:
        doc: an article whose ``ents`` hold PER, ORG and LOC mentions; ``doc._.people`` (posts) and
            ``doc._.blocks`` (which line is the title) are used when they are there.
        model: the classifier of candidates; the one that ships with the package when None.

    Returns:
        Quotes with the content's offsets into ``doc.text`` (no quotation marks, no white space at the edges), the
        source by its fullest name in the article (or its description), the cue, and a score from 0 to 1 by how
        firmly the form of the sentence shows a quote.
    """
    return Reader(doc, model or shipped_model()).read()


class Reader:
    """One pass over the sentences of one article."""

    def __init__(self, doc: Doc, model: QuoteModel | None) -> None:
        self.text = doc.text
        self.model = model
        self.collected: list[Report] | None = None
        self.verbs: dict[tuple[int, int], list[re.Match[str]]] = {}
        self.sources = Sources(doc, self.text, list(doc._.people or []))
        self.quotations = pair_marks(self.text)
        self.units = units(self.text, self.quotations, frozenset(self.sources.person_starts))
        self.state = _State([])
        # An archive that puts each sentence on a line of its own: there a line is no paragraph.
        lines = sum(1 for line in self.text.split("\n") if line.strip())
        self.flat = lines >= FLAT_LINES and len(self.units) <= 1.1 * lines
        self.done = 0  # text before this offset belongs to a quote already
        titles = [(b.start, b.end) for b in doc._.blocks if b.kind == "title"]
        self.interview = Interview(self.text, self.sources)
        first = self.text.find("\n")
        self.titles = titles or [(0, first if first >= 0 else min(len(self.text), 300))]

    def read(self) -> list[Quote]:
        k = 0
        for index, (start, end) in enumerate(self.units):
            while k < len(self.quotations) and self.quotations[k].after <= start:
                k += 1
            j = k
            inside: list[Quotation] = []
            while j < len(self.quotations) and self.quotations[j].opening < end:
                inside.append(self.quotations[j])
                j += 1
            if end <= self.done:
                continue
            self._unit(index, max(start, self.done), end, inside)
        self.state.quotes.sort(key=lambda q: q.start)
        self._quoted_title()
        return self.state.quotes

    def _quoted_title(self) -> None:
        """Give a title that is nothing but a quotation to the person whom the article quotes first."""
        start, end = trim(self.text, *self.titles[0])
        quotation = next((q for q in self.quotations[:2] if q.start <= start + 1 and q.end >= end - 1), None)
        if quotation is None or not self.state.quotes or self.state.quotes[0].start < self.titles[0][1]:
            return
        begin, stop = trim_direct(self.text, quotation.start, quotation.end)
        first = self.state.quotes[0]
        if len(self.text[begin:stop].split()) < 4 or first.start - stop > 1500:
            return
        words = self.text[begin:stop]
        self.state.quotes.insert(0, Quote(begin, stop, words, "direct", first.speaker, None, first.speaker_id, 0.4))

    # -- one sentence --------------------------------------------------------------------------------------

    def _unit(self, index: int, start: int, end: int, inside: Sequence[Quotation]) -> None:
        text = self.text
        dateline = DATELINE.match(text, start, min(end, start + 30)) if start and text[start - 1] == "\n" else None
        start = dateline.end() if dateline else start
        if self._headline(start, end):
            return
        if self._that_is(index, start, end):
            return
        if self.interview and self._turn(index, start, end):
            return
        if self._statement(index, start, end):
            return
        speech = [q for q in inside if q.opening >= start and is_utterance(text, q)]
        cues = self._cues(start, end, inside)
        position = start
        for k, quotation in enumerate(speech):
            if quotation.opening < position:
                continue
            following = speech[k + 1].opening if k + 1 < len(speech) else end
            position = self._direct(index, position, start, end, following, quotation, cues)
        if position < end:
            self._indirect(index, position, start, end, cues)

    def _cues(self, start: int, end: int, inside: Sequence[Quotation]) -> list[re.Match[str]]:
        """Return the cues of a stretch that lie outside its quoted stretches."""
        found: list[re.Match[str]] = []
        k = 0
        for match in self._verbs(start, end):
            while k < len(inside) and inside[k].after <= match.start():
                k += 1
            if k < len(inside) and inside[k].closed and inside[k].opening <= match.start():
                continue
            found.append(match)
            if len(found) >= 4 * MOST_CUES:
                break
        return found

    def _verbs(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield what the lexicon finds and no name holds ("Bảo" of "Trịnh Bảo Khang" is no verb)."""
        if (start, end) not in self.verbs:
            self.verbs[start, end] = list(self._find_verbs(start, end))
        return iter(self.verbs[start, end])

    def _find_verbs(self, start: int, end: int) -> Iterator[re.Match[str]]:
        text = self.text
        for match in CUE.finditer(text, start, end):
            at = match.start()
            if self.sources.covers(at) or self.sources.covers(match.end() - 1):
                continue
            if (
                text[at].isupper()
                and at > start + 1
                and text[at - 1] == " "
                and (text[at - 2].isalnum() or text[at - 2] == ",")
            ):
                continue
            yield match

    def _add(self, start: int, end: int, kind: str, source: Source, cue: str, score: float) -> bool:
        if end - start < 2 or start < self.done or not any(c.isalpha() for c in self.text[start:end]):
            return False
        if start > 0 and self.text[start - 1].isalnum() and self.text[start].isalnum():
            return False
        quote = Quote(
            start, end, self.text[start:end], kind, source.name, cue or None, source.id, round(min(1.0, score), 3)
        )
        self.state.quotes.append(quote)
        self.state.last = Source(
            source.name, source.id, source.start, max(source.end, end), source.score, source.person
        )
        self.state.last_end = end
        self.done = end
        return True

    # -- direct quotes -------------------------------------------------------------------------------------

    def _direct(
        self,
        index: int,
        position: int,
        unit_start: int,
        unit_end: int,
        following: int,
        quotation: Quotation,
        cues: Sequence[re.Match[str]],
    ) -> int:
        """Attribute one quoted stretch; return where the reading of the sentence goes on."""
        text = self.text
        before = text[position : quotation.opening]
        lead = self._lead(position, unit_start, quotation, cues)
        trail = None if lead and lead[3] else self._trail(quotation, following, unit_end, index, cues)
        chosen = lead if lead and (trail is None or lead[3]) else trail
        start, end = trim_direct(text, quotation.start, quotation.end)
        after = quotation.after
        if lead and lead[3] and (not quotation.closed or self._goes_on(quotation, unit_end)):
            end = after = self._lost_end(index, start)
            start, end = trim_direct(text, start, end)
        elif not quotation.closed:
            return position if chosen is None else quotation.start
        if chosen is not None:
            source, cue, stop, _ = chosen
            if trail is not None and chosen is trail and before.strip(" -–—,:;."):
                # A clause in front of the marks belongs to the sentence: "… và “A”, ông X nói" stays a direct quote.
                pass
            if self._add(start, end, "direct", source, cue, 0.95 * source.score):
                self.done = max(self.done, after, stop)
                return max(after, stop)
            return after
        before = PHOTO.sub("", before)
        alone = not before.strip(" -–—,:;.+*•") and not re.search(
            r"\w", text[quotation.after : min(following, unit_end)]
        )
        last = self.state.last
        if (
            alone
            and last is not None
            and quotation.opening - self.state.last_end < 700
            and len(text[start:end].split()) >= 6
        ):
            if self._announced(index):
                return quotation.after
            self._add(start, end, "direct", last, "", 0.6 * last.score)
            return quotation.after
        return position if before.strip() or not alone else quotation.after

    def _announced(self, index: int) -> bool:
        """Tell whether the next sentence says whose words these were."""
        return index + 1 < len(self.units) and THAT_IS.match(self.text, *self.units[index + 1]) is not None

    def _lead(
        self, position: int, unit_start: int, quotation: Quotation, cues: Sequence[re.Match[str]]
    ) -> tuple[Source, str, int, bool] | None:
        """Find the attribution in front of a quoted stretch: "ông A nói: “…”"."""
        text = self.text
        gap = text[max(position, quotation.opening - 160) : quotation.opening]
        colon = gap.rstrip().endswith(":")
        before = [c for c in cues if position <= c.start() and c.end() <= quotation.opening]
        for cue in reversed(before[-4:]):
            between = text[cue.end() : quotation.opening]
            if len(between) > 150:
                break
            close = (
                re.fullmatch(r"(?:\s(?:thêm|rõ|lại|tiếp|ngay|rằng|là|lên))*\s?[,:]?\s*(?:rằng|là)?\s*[:,]?\s*", between)
                is not None
            )
            if not close and not colon:
                continue
            if not close and re.search(r"[.!?“”\"]", between):
                continue
            if self._denied(unit_start, cue) and not (colon and close):
                continue
            source = self.sources.subject(position, cue.start(), self.state.last) or self._carried(
                position, cue.start(), colon
            )
            if source is not None:
                return source, cue.group(), 0, colon or close
        theo = self._theo(position, quotation.opening, unit_start)
        if theo is not None and not text[theo[1] : quotation.opening].strip(" ,:"):
            return theo[0], theo[2], 0, True
        if colon:
            stop = quotation.opening - len(gap) + len(gap.rstrip()) - 1
            source = self.sources.subject(position, stop, self.state.last)
            if source is None:
                source = self.sources.leading(position, stop, self.state.last)
            if source is not None and not before:
                source.score *= 0.8
                return source, "", 0, True
            if self.state.last is not None and quotation.opening - self.state.last_end < 400:
                last = self.state.last
                return Source(last.name, last.id, last.start, last.end, 0.5, last.person), "", 0, True
        return None

    def _carried(self, start: int, cue_start: int, colon: bool) -> Source | None:
        """Return the last source for a verb without a subject: "Đồng thời nhấn mạnh: …"."""
        last = self.state.last
        clause = max(start, self.text.rfind(";", start, cue_start) + 1)
        if OMITTED.fullmatch(self.text, clause, cue_start) is None:
            return None
        # The subject of the sentence before, which need not have held a quote.
        k = bisect_right(self.units, (start, len(self.text))) - 2
        if k >= 0 and self.units[k][0] > self.state.last_end:
            before = self.sources.leading(*self.units[k], last)
            if before is not None and before.person:
                before.score *= 0.8
                return before
        if last is None or cue_start - self.state.last_end > 700:
            return None
        return Source(last.name, last.id, last.start, last.end, 0.6 if colon else 0.5, last.person)

    def _trail(
        self, quotation: Quotation, following: int, unit_end: int, index: int, cues: Sequence[re.Match[str]]
    ) -> tuple[Source, str, int, bool] | None:
        """Find the attribution behind a quoted stretch: "“…”, ông A nói"."""
        text = self.text
        if not quotation.closed:
            return None
        begin = AFTER_QUOTE.match(text, quotation.after).end()  # type: ignore[union-attr]
        if "\n" in text[quotation.after : begin]:
            return None
        limit = min(unit_end, following)
        if (
            begin >= limit
            and index + 1 < len(self.units)
            and self.units[index + 1][0] == begin
            and following >= unit_end
        ):
            # "“….” Ông A nói." : the next sentence holds nothing but the attribution.
            limit = self.units[index + 1][1]
            found = list(self._verbs(begin, min(limit, begin + 200)))
            if not found or text[found[-1].end() : limit].strip(" .…") or limit - begin > 200:
                return None
            cues = found
        for cue in cues:
            if cue.start() < begin:
                continue
            if cue.start() - begin > 220 or cue.start() >= limit:
                break
            tail = text[cue.end() : min(limit, cue.end() + 60)]
            if re.match(r"(?:\s(?:thêm|rõ))?\s?(?::|rằng|,?\srằng)", tail):
                dash = text[quotation.after : begin].strip() in ("-", "–", "—", ",")
                if not dash:
                    return None
            source = self.sources.subject(begin, cue.start(), self.state.last)
            if source is None:
                continue
            if re.search(r"[.!?]\s", text[begin : cue.start()]) and not re.search(
                r"\b(?:TS|GS|ThS|TP|PGS)\.", text[begin : cue.start()]
            ):
                break
            return source, cue.group(), cue.end(), False
        match = re.compile(r"(?:cũng\s)?theo\s", re.IGNORECASE).match(text, begin, limit)
        if match:
            source = self.sources.subject(match.end(), limit, self.state.last)
            if source is not None:
                return source, "theo", limit, False
        if text[quotation.after : begin].strip() and len(text[quotation.start : quotation.end].split()) >= 7:
            # "“…” - ông A nghẹn giọng." : nobody else stands behind the words, whatever the verb.
            person = self.sources.person_at(begin, limit)
            if person is not None and len(text[begin:limit].split()) <= 40:
                return person, "", person.end, False
        return None

    def _goes_on(self, quotation: Quotation, unit_end: int) -> bool:
        """Tell whether speech after a colon goes on behind the first closing mark, which closes a name within it."""
        rest = self.text[quotation.after : min(unit_end, quotation.after + 40)]
        words = self.text[quotation.start : quotation.end].split()
        return len(words) < 12 and re.match(r"\s[a-zà-ỹđ]", rest) is not None and CUE.search(rest) is None

    def _lost_end(self, index: int, start: int) -> int:
        """Guess where speech ends whose closing mark is missing: on its line, before the next report."""
        text = self.text
        line = text.find("\n\n" if self.flat else "\n", start, start + LONGEST)
        end = line if line >= 0 else min(len(text), start + LONGEST)
        for k in range(index, min(index + LONGEST_RUN, len(self.units))):
            unit_start, unit_end = self.units[k]
            if k > index and (unit_start >= end or self._reports(unit_start, unit_end)):
                return min(end, self.units[k - 1][1])
        return min(end, self.units[min(index + LONGEST_RUN, len(self.units)) - 1][1])

    def _reports(self, start: int, end: int, issuer: str | None = None) -> bool:
        """Tell whether a sentence brings a source of its own, so that the utterance before it has ended."""
        text = self.text
        if CAPTION.search(text, start, min(end, start + 200)) or text[start] in '“"':
            return True
        theo = self._theo(start, end, start)
        if issuer is None and (theo is not None or re.match(r"(?:Cũng )?[Tt]heo\s(?!đó)", text[start : start + 12])):
            return True
        last = self.state.last
        for count, cue in enumerate(self._verbs(start, end)):
            if count >= MOST_CUES:
                break
            if NO_REPORT.search(text, max(start, cue.start() - 16), cue.start()):
                continue
            opened = opener(text, cue.group(), cue.end(), end)
            if opened is None or (opened[1] in ("bare", "comma") and lemma(cue.group()) not in CLAUSE_CUES):
                continue
            source = self.sources.subject(start, cue.start(), last)
            if (
                source is not None
                and source.score >= 0.6
                and source.name != issuer
                and (issuer is None or source.person)
            ):
                return True
        named = self.sources.named_at(start, min(end, start + 60))
        return named is not None and last is not None and named == last.name

    # -- indirect quotes -----------------------------------------------------------------------------------

    def _indirect(
        self, index: int, position: int, unit_start: int, unit_end: int, cues: Sequence[re.Match[str]]
    ) -> None:
        text = self.text
        theo = self._theo(position, unit_end, unit_start)
        reports = self._candidates(position, unit_start, unit_end, cues)
        if theo is not None:
            source, begin, word, weak = theo
            stop = re.compile(r";\s(?=[A-ZĐ])").search(text, begin, unit_end)
            start, end = trim(text, begin, stop.start() if stop else unit_end)
            better = weak and any(r.source.person and not r.carried for r in reports)
            if len(text[start:end].split()) >= 3 and not better:
                end = self._run_on(index, end) if text[max(0, begin - 3) : begin].strip().endswith(":") else end
                if self._add(start, end, self._kind(start, end), source, word, (0.6 if weak else 0.9) * source.score):
                    return
        self._describe(reports, unit_start, unit_end)
        chosen = self._choose(reports)
        if chosen is not None:
            chosen = self._order_in_letter(chosen, unit_end)
            start, end = trim(text, chosen.start, unit_end)
            concession = CONCESSION.match(text, unit_start, chosen.cue.start())
            if concession and not re.search(r",|(?<!\w)nhưng(?!\w)", text[concession.end() : chosen.cue.start()]):
                stop = re.compile(r",?\s(?:nhưng|song)\s|,\s").search(text, start, end)
                end = stop.start() if stop else end
            if chosen.opening != "colon" and text[unit_end - 1] == ":":
                self.state.last = chosen.source
                end = self._run_on(index, end, chosen.source.name if not chosen.source.person else None)
            elif chosen.opening != "colon":
                stop = re.compile(r";\s(?=[A-ZĐ])").search(text, start, end)
                end = stop.start() if stop else end
            else:
                document = DOCUMENT.search(text, unit_start, chosen.cue.start()) and not chosen.source.person
                self.state.last = chosen.source
                end = self._run_on(index, end, chosen.source.name if document else None)
            trailer = TRAILER.search(text, max(start + 8, end - 90), end)
            end = trim(text, start, trailer.start())[1] if trailer else end
            second = self._second(cues, start, end) if chosen.opening != "colon" else None
            first, last = trim(text, start, second[0]) if second else (start, end)
            if self._add(first, last, self._kind(first, last), chosen.source, chosen.cue.group(), chosen.score):
                if second:
                    cue = second[1]
                    begin, end = trim(text, second[2], end)
                    self._add(begin, end, self._kind(begin, end), chosen.source, cue.group(), 0.9 * chosen.score)
                return
        tail = text.rfind(", theo ", max(position, unit_end - 110), unit_end)
        if tail > 0 and not THEO_NO_SOURCE.match(text, tail + 7, unit_end):
            behind = self.sources.subject_after(tail + 7, unit_end, self.state.last)
            start, end = trim(text, position, tail)
            if behind is not None and len(text[start:end].split()) >= 6:
                self._add(start, end, self._kind(start, end), behind, "theo", 0.7 * behind.score)
                return
        for cue in reversed(cues[-2:]):
            if cue.start() < position:
                break
            if lemma(cue.group()) in TRAILING and self._trailing(position, unit_end, cue):
                return

    def _order_in_letter(self, report: Report, unit_end: int) -> Report:
        """Go on to what a letter orders: "ký công văn hỏa tốc gửi Sở X, yêu cầu …" is about what is asked."""
        if report.opening == "colon" or lemma(report.cue.group()) not in LETTERS:
            return report
        for cue in self._verbs(report.start, min(unit_end, report.start + 160)):
            if lemma(cue.group()) not in LETTER_ORDERS or re.search(
                r"[.;:“”\"]", self.text[report.start : cue.start()]
            ):
                continue
            opened = opener(self.text, cue.group(), cue.end(), unit_end)
            if opened:
                return Report(cue, opened[0], opened[1], report.source, report.carried, report.score, report.features)
        return report

    def _second(self, cues: Sequence[re.Match[str]], start: int, end: int) -> tuple[int, re.Match[str], int] | None:
        """Find a second report of the same source in a sentence: "thông báo A, đồng thời nhấn mạnh B".

        Returns:
            Where the first report ends, the second cue, and where its content begins; None when there is none.
        """
        for cue in cues:
            word = lemma(cue.group())
            if cue.start() < start + 12 or cue.end() > end or word not in SECOND_CUES | SECOND_ORDERS:
                continue
            link = SECOND.search(self.text, max(start, cue.start() - 30), cue.start())
            if link is None or link.start() < start + 8 or (word in SECOND_ORDERS and "đồng" not in link.group()):
                continue
            opened = opener(self.text, cue.group(), cue.end(), end)
            if opened and len(self.text[opened[0] : end].split()) >= 4:
                return link.start(), cue, opened[0]
        return None

    def _denied(self, unit_start: int, cue: re.Match[str]) -> bool:
        """Tell whether the word in front makes no report of the verb; a name ("ông Đạt cho rằng") is no such word."""
        found = NO_REPORT.search(self.text, max(unit_start, cue.start() - 16), cue.start())
        if found is None or self.sources.named_before(cue.start()):
            return False
        # "một thành viên của nhóm cho biết": nouns that make a noun of other verbs do not of these.
        return not (lemma(cue.group()) in SPEECH_VERBS and found.group().strip().casefold() in UNDENIED)

    def _candidates(self, position: int, unit_start: int, unit_end: int, cues: Sequence[re.Match[str]]) -> list[Report]:
        """Return the cues of a stretch that may report, with their sources, in order."""
        text = self.text
        reports: list[Report] = []
        for cue in cues:
            if cue.start() < position:
                continue
            if len(reports) >= MOST_CUES:
                break
            written = WRITTEN.search(text, max(unit_start, cue.start() - 40), cue.start())
            if self._denied(unit_start, cue) and (not written or NEGATED.search(text, unit_start, cue.start())):
                continue
            opened = opener(text, cue.group(), cue.end(), unit_end)
            if opened is None:
                continue
            noun = opened[1] == "bare" and NOUN_BEFORE.search(text, max(unit_start, cue.start() - 12), cue.start())
            if noun and lemma(cue.group()) not in SPEECH_VERBS:
                continue
            source = self.sources.subject(position, cue.start(), self.state.last)
            carried = source is None
            if source is not None and PASSIVE.search(text, max(unit_start, source.start - 20), source.start):
                continue
            if source is None:
                source = self._carried(position, cue.start(), opened[1] == "colon")
                if source is None or lemma(cue.group()) not in CLAUSE_CUES | ORDER_CUES:
                    continue
                if opened[1] == "bare" and position == cue.start() and opened[1] != "colon":
                    continue
            source = self._issuer(unit_start, cue, source)
            letter = reports[-1] if reports and lemma(reports[-1].cue.group()) in LETTERS else None
            if letter and lemma(cue.group()) in LETTER_ORDERS and text[cue.start() - 2 : cue.start()] == ", ":
                source = letter.source  # "ký công văn gửi Sở A, yêu cầu": who wrote it asks for it
            sure = {"colon": 0.95, "rang": 0.95, "comma": 0.9, "bare": 0.85}[opened[1]]
            reports.append(Report(cue, opened[0], opened[1], source, carried, sure * source.score))
        return reports

    def _issuer(self, unit_start: int, cue: re.Match[str], source: Source) -> Source:
        """Return the body for the officer who signed its letter: "Thứ trưởng A đã ký công văn yêu cầu …"."""
        if not source.person or lemma(cue.group()) not in ORDER_CUES:
            return source
        if not SIGNED.search(self.text, max(unit_start, source.end), cue.end()):
            return source
        return self.sources.body_of(source) or source

    def _choose(self, reports: Sequence[Report]) -> Report | None:
        """Return the report that the sentence is about: the first that the model, or else the rules, accept."""
        for k, report in enumerate(reports):
            later = reports[k + 1 :]
            if report.carried and any(not r.carried for r in later):
                continue
            if self.model is not None:
                report.score = self.model.probability(report.features)
                # Verbs that do nothing but report need no second opinion.
                announced = report.opening == "colon" and report.start - report.cue.end() <= 3 and not report.carried
                if report.score >= self.model.threshold or announced or lemma(report.cue.group()) in SPEECH_VERBS:
                    return report
                continue
            cue = lemma(report.cue.group())
            weak = report.opening == "bare" and cue in MARKED_CUES
            if weak and any(lemma(r.cue.group()) in CLAUSE_CUES or r.opening in ("colon", "rang") for r in later[:2]):
                continue
            return report
        return None

    def _describe(self, reports: Sequence[Report], unit_start: int, unit_end: int) -> None:
        """Give the candidates of a sentence their features."""
        title = any(s <= unit_start < e for s, e in self.titles)
        for k, report in enumerate(reports):
            later = cue_class(reports[k + 1].cue.group()) if k + 1 < len(reports) else "none"
            source = report.source
            who = "carried" if report.carried else "person" if source.person else "body" if source.id else "described"
            report.features = candidate_features(
                self.text,
                (unit_start, unit_end),
                report.cue.span(),
                report.start,
                report.opening,
                (source.start, source.end, who, source.score),
                title=title,
                later=later,
            )
            if self.collected is not None:
                self.collected.append(report)

    def _trailing(self, position: int, unit_end: int, cue: re.Match[str]) -> bool:
        """Read an attribution at the end of the sentence it reports: "…, ông A cho biết."."""
        text = self.text
        if text[cue.end() : unit_end].strip(" .…/") not in ("", "thêm", "như vậy"):
            return False
        comma = text.rfind(", ", max(position, cue.start() - 160), cue.start())
        while comma >= 0 and self.sources.covers(comma):
            comma = text.rfind(", ", max(position, cue.start() - 160), comma)
        while comma > position:
            source = self.sources.subject(comma + 2, cue.start(), self.state.last)
            if source is not None and source.start <= comma + 30:
                start, end = trim(text, position, comma)
                if len(text[start:end].split()) >= 5:
                    return self._add(start, end, self._kind(start, end), source, cue.group(), 0.7 * source.score)
                return False
            comma = text.rfind(", ", max(position, cue.start() - 160), comma)
        return False

    def _theo(self, low: int, high: int, unit_start: int) -> tuple[Source, int, str, bool] | None:
        """Read "Theo X, …" at the head of a sentence: source, where the content begins, the cue, and whether weak."""
        text = self.text
        dateline = DATELINE.match(text, low, min(high, low + 30))
        low = dateline.end() if dateline else low
        match = re.compile(
            r"(?:[^\w“\"]|(?:Cũng|Còn|Tuy nhiên|Trong khi đó|Bên cạnh đó|Ngoài ra|Riêng|Tại \w+ \w+"
            r"|Trước đó)(?!\w),?)*\s*(?=theo\s)",
            re.IGNORECASE,
        ).match(text, low, min(high, low + 60))
        news = NEWS_FROM.match(text, low, min(high, low + 60)) if not match else None
        if news:
            return self.sources.after_theo(news.end(), high, news.group().strip(), False, True, self.state.last)
        if not match:
            match = re.compile(r"[^.\n]{0,70},\s(?:cũng\s)?(?=theo\s)").match(text, low, min(high, low + 80))
            if not match:
                return None
        word = THEO.match(text, match.end())
        if word is None:
            return None
        begin = word.end() + 1
        statement = THEO_STATEMENT.match(text, begin, high)
        weak = False
        cue = word.group()
        if statement:
            begin = statement.end()
            weak = statement["link"] is None
        elif THEO_NO_SOURCE.match(text, begin, high):
            owned = THEO_OWNED.match(text, begin, min(high, begin + 90))
            if owned is None or not self.sources.names_at(owned.end(), owned.end() + 16):
                return None
            begin = owned.end()
        return self.sources.after_theo(begin, high, cue, weak, statement is not None, self.state.last)

    def _kind(self, start: int, end: int) -> str:
        """Tell an indirect quote from a mixed one, which holds a quoted clause or phrase."""
        k = 0
        text = self.text
        found = text.find("“", start, end)
        if found < 0:
            found = text.find('"', start, end)
        while found >= 0 and k < 6:
            stop = min(
                (p for p in (text.find("”", found + 1, end), text.find('"', found + 1, end)) if p > 0), default=-1
            )
            if stop < 0:
                break
            if len(text[found + 1 : stop].split()) >= 3 and not text[found + 1].isupper():
                return "mixed"
            found = text.find("“", stop + 1, end)
            k += 1
        return "indirect"

    def _run_on(self, index: int, end: int, issuer: str | None = None) -> int:
        """Return the end of an utterance after a colon: the sentences up to the next report, on the same line or listed.

        ``issuer`` is the body whose document is being quoted; its own orders are then part of the content.
        """
        text = self.text
        listed = text[self.units[index][1] - 1] == ":"  # what is announced stands on the next lines
        for k in range(index + 1, min(index + 1 + LONGEST_RUN, len(self.units))):
            start, stop = self.units[k]
            between = text[end:start]
            broken = "\n" in between and not listed and not self.flat
            if broken or "  " in between or self._reports(start, stop, issuer):
                break
            end = trim(text, start, stop)[1]
        return end

    # -- interviews ----------------------------------------------------------------------------------------

    def _speaks(self, start: int, end: int) -> tuple[Source | None, int] | None:
        """Read whose turn of an interview begins here: the source (None for the reporter), and where the words begin."""
        colon = self.text.find(":", start, min(end, start + 80))
        reports = colon >= 0 and next(self._verbs(start, colon), None) is not None
        return self.interview.speaks(start, end, self.state.last, reports)

    def _turn(self, index: int, start: int, end: int) -> bool:
        """Take an answer of an interview, up to the next turn; a question of the reporter is no quote."""
        text = self.text
        turn = self._speaks(start, end)
        if turn is None:
            return False
        source, begin = turn
        starred = start in self.interview.stars
        if starred:
            begin = self.interview.question_end(start)
            source = self.interview.guest(self.state.last)
            if begin < 0 or source is None:
                return False
        stop = max(end, begin)
        line = text.find("\n", begin + 1 if starred else start)
        for k in range(index + 1, min(index + 1 + LONGEST_ANSWER, len(self.units))):
            unit_start, unit_end = self.units[k]
            if unit_start < begin:
                continue
            asks = (
                not starred and not self.interview.labels and text[unit_start - 1] == "\n" and text[unit_end - 1] == "?"
            )
            if asks or unit_start in self.interview.stars or self._speaks(unit_start, unit_end) is not None:
                line = len(text)
                break
            stop = unit_end
        if 0 <= line < stop:  # the last answer: nothing tells where it ends but its paragraph
            stop = line
        if source is None:
            self.done = max(self.done, stop if stop <= line or line == len(text) else end)
            return True
        first, last = trim(text, begin, stop)
        return self._add(first, last, "indirect", source, "", 0.8 * source.score)

    def _statement(self, index: int, start: int, end: int) -> bool:
        """Read "Ông A – Giám đốc B: nội dung", a statement without a verb, of a survey of opinions."""
        text = self.text
        colon = text.find(": ", start, min(end, start + 180))
        if colon < 0 or colon + 2 >= end or text[colon + 2] in '“"':
            return False
        source = self.sources.person_at(start, colon)
        if source is None or not ONLY_POST.fullmatch(text, source.end, colon):
            return False
        if next(self._verbs(start, colon), None):
            return False
        first, last = trim(text, colon + 1, end)
        if len(text[first:last].split()) < 4:
            return False
        self.state.last = source
        return self._add(first, self._run_on(index, last), "indirect", source, "", 0.8 * source.score)

    # -- headlines -----------------------------------------------------------------------------------------

    def _headline(self, start: int, end: int) -> bool:
        """Read "X: …" in a title, where X is a person or a body that speaks."""
        text = self.text
        title = next(((s, e) for s, e in self.titles if s <= start < e), None)
        if title is None or start != title[0]:
            return False
        colon = text.find(": ", start, min(end, start + 120))
        if colon < 0 or next(self._verbs(max(start, colon - 14), colon), None):
            return False
        source = self.sources.headline(start, colon)
        if source is None:
            return False
        begin, stop = trim(text, colon + 1, title[1])
        if len(text[begin:stop].split()) < 3:
            return False
        quoted = text[colon + 1 : begin].strip() != ""
        return self._add(begin, stop, "direct" if quoted else "indirect", source, "", 0.8 * source.score)

    def _that_is(self, index: int, start: int, end: int) -> bool:
        """Read "Đó là khẳng định của X" behind the words themselves (a quotation or the title)."""
        match = THAT_IS.match(self.text, start, end)
        if match is None or index == 0:
            return False
        source = self.sources.subject_after(match.end(), end, self.state.last)
        if source is None:
            return False
        before = self.units[index - 1]
        if before[0] < self.done and self.state.quotes and self.state.quotes[-1].start >= before[0]:
            return False
        quotation = next((q for q in self.quotations if q.opening >= before[0] - 1 and q.after <= start), None)
        in_title = any(s <= before[0] < e for s, e in self.titles)
        if quotation is None and not in_title:
            return False
        begin, stop = (quotation.start, quotation.end) if quotation else before
        if in_title and quotation is None:
            colon = self.text.find(": ", begin, min(stop, begin + 40))
            begin = colon + 2 if colon > 0 else begin
        begin, stop = trim(self.text, begin, stop)
        return self._add(begin, stop, "direct" if quotation else "indirect", source, match["cue"], 0.75 * source.score)


@Language.component("trichtin_quotes", requires=["doc.ents"], assigns=["doc._.quotes"])
def annotate_quotes(doc: Doc) -> Doc:
    """spaCy component: set ``doc._.quotes``, with calibrated scores, from ``doc.ents``, ``doc._.people`` and ``doc._.blocks``."""
    extensions.register()
    doc._.quotes = find_quotes(doc)
    calibrate_quotes(doc._.quotes)
    return doc
