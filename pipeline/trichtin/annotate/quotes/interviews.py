"""Interviews and dialogues: whose turn begins where, told by the labels ("PV:", "Ông A:") and stars of the layout."""

from __future__ import annotations

import re
from collections import Counter

from trichtin.annotate.quotes.source_names import Source, Sources
from trichtin.annotate.quotes.source_subject import find_subject
from trichtin.annotate.quotes.source_verbless import before_colon
from trichtin.annotate.quotes.source_words import PRONOUN

# The reporter's turn of an interview.
ASKED = re.compile(
    r"(?:(?<=\n)|(?<=[.?!”]\s)|^)[-–*\s]{0,3}(?:PV|P\.V|Phóng viên|Hỏi)(?!\w)[^:\n]{0,40}:\s?", re.IGNORECASE
)
# A short label at the beginning of a line; it names a speaker where it comes again and again.
_LABEL = re.compile(r"^[-–*\s]{0,3}(?P<label>[^\W\d_][^:\n.?!“”\"]{0,40}):\s", re.MULTILINE)
NO_LABEL = re.compile(
    r"(?:ảnh|nguồn|video|clip|câu|bài|lưu ý|ví dụ|cụ thể|môn|khối|điểm|ngành|mã|địa chỉ|điện thoại|email|thời gian|địa điểm"
    r"|trường|đáp án|phần|website|tổng|giải|hạng|bước|cách|xem thêm|theo|đề|phương án)(?!\w)",
    re.IGNORECASE,
)
# A question in a layout that stars the questions and leaves the answers bare.
_STARRED = re.compile(r"^\s?\*\s?[^\n*]{8,}$", re.MULTILINE)
FEWEST_TURNS = 3
LONGEST_QUESTION = 900  # characters from the star to the question mark
INTERVIEWED = re.compile(r"(?:phỏng vấn|trao đổi|trò chuyện|trả lời|đối thoại)", re.IGNORECASE)


class Interview:
    """The turns of one article; false when it is no interview."""

    def __init__(self, text: str, sources: Sources) -> None:
        self.text = text
        self.sources = sources
        found = [match["label"].strip() for match in _LABEL.finditer(text)]
        counts = Counter(label for label in found if len(label.split()) <= 5 and not NO_LABEL.match(label))
        repeated = {label for label, count in counts.items() if count >= FEWEST_TURNS}
        self.asked = ASKED.search(text) is not None
        self.labels = repeated if len(repeated) >= 2 else set()
        stars = [match.start() for match in _STARRED.finditer(text)]
        self.stars = {at + len(text[at:]) - len(text[at:].lstrip()) for at in stars} if self._answered(stars) else set()

    def __bool__(self) -> bool:
        return self.asked or bool(self.labels) or bool(self.stars)

    def _answered(self, stars: list[int]) -> bool:
        """Tell whether most starred lines are questions with an answer below."""
        questions = [at for at in stars if self.question_end(at) > 0]
        return len(questions) >= FEWEST_TURNS and len(questions) * 3 >= len(stars) * 2

    def question_end(self, at: int) -> int:
        """Return the end of the line with the question mark of a starred question, or -1."""
        stop = self.text.find("?\n", at, at + LONGEST_QUESTION)
        return stop + 1 if stop >= 0 and "\n*" not in self.text[at + 1 : stop] else -1

    def guest(self, last: Source | None) -> Source | None:
        """Return who answers starred questions: the person of the line that tells of the interview, else the last source."""
        for match in INTERVIEWED.finditer(self.text):
            low, high = self.text.rfind("\n", 0, match.start()) + 1, self.text.find("\n", match.end())
            persons = [e for e in self.sources.within(low, high if high > 0 else len(self.text)) if e.label_ == "PER"]
            if persons:
                return self.sources.of_person(persons[0], 0.7)
        if last is not None and last.person:
            return last
        persons = self.sources.persons[:1]
        return self.sources.of_person(persons[0], 0.5) if persons else None

    def speaks(self, start: int, end: int, last: Source | None, reports: bool) -> tuple[Source | None, int] | None:
        """Read whose turn begins here: the source (None for the reporter), and where the words begin.

        Args:
            start: where the sentence begins.
            end: where it ends.
            last: the source of the quote before.
            reports: whether a reporting verb stands before the colon.
        """
        asked = ASKED.match(self.text, start, min(end, start + 60))
        if asked:
            return None, asked.end()
        if start in self.stars:
            return None, start + 1
        colon = self.text.find(":", start, min(end, start + 80))
        if colon < 0 or reports:
            return None
        source = before_colon(self.sources, start, colon)
        label = self.text[start:colon].strip(" -–*")
        if source is None and PRONOUN.fullmatch(label):
            source = find_subject(self.sources, start, colon, last)
        if (source is None or not source.person) and label in self.labels:
            source = source or Source(label, None, start, colon, 0.7)
            return source, colon + 1
        return (source, colon + 1) if source is not None and source.person else None
