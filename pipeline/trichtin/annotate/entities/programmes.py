"""Names of exams, contests, programmes and events: heads, quoted titles, editions, exams that every province holds."""

from __future__ import annotations

import re

from trichtin.annotate.entities.spans import Mention, apart, free, holding, over
from trichtin.annotate.numbers import CAPITALS

OPENING_MARK, CLOSING_MARK = re.compile(r"[“«‘\"']"), re.compile(r"[”»’\"'](?!\w)")
QUOTED_HEAD = re.compile(
    r"(?<!\w)(?:chương trình|cuộc thi|hội thi|dự án|đề án|chiến dịch|phong trào|cuộc vận động|giải|giải thưởng|ngày hội|hội thảo|tọa đàm"
    r"|diễn đàn|triển lãm|học bổng|đêm hội|gala)\s[“”«‘\"']\s?$",
    re.IGNORECASE,
)
BARE_PROGRAMME = re.compile(
    r"(?:chương trình|cuộc thi|kỳ thi|hội thi|dự án|đề án|phong trào|chiến dịch|cuộc vận động|hội thảo|hội nghị|giải)\s?",
    re.IGNORECASE,
)
LAUNCH_BEFORE = re.compile(r"(?<!\w)[Ll]ễ (?:ra quân|phát động) $")  # a launch is an event by itself
PROGRAMME_HEAD = re.compile(r"(?:Hội nghị|Hội thảo|Kỳ thi|Cuộc thi|Lễ hội|Giải thưởng|Chương trình|Hội thi|Hội diễn)\s")
EVENT_GOES_ON = re.compile(r"\s(?:có|do|đã|sẽ|được|diễn ra|nhằm|tại|ở)\s")
REVOLUTION = re.compile(r"(?:cuộc\s)?cách mạng", re.IGNORECASE)
EXAM = re.compile(
    r"(?:(?:kỳ|kì) thi|thi)\s(?:tốt nghiệp\s)?(?:THPT|trung học phổ thông)\squốc gia(?:\s(?:năm\s)?20\d\d)?",
    re.IGNORECASE,
)
EDITION = re.compile(r"\s(?:lần|khóa)\s(?:thứ\s)?(?:\d{1,3}|[IVX]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)")
COMMITTEE = re.compile(r"(?<!\w)(?:Tiểu ban|Ban)\s(?:chỉ đạo|tổ chức)(?: quốc gia)?[^\S\n]$", re.IGNORECASE)
# Exams that every province holds under one name.
COMMON_EXAM = re.compile(
    r"(?<!\w)(?:kỳ|kì) thi (?:tuyển sinh (?:vào )?lớp (?:10|6)(?: THPT| trung học phổ thông)?(?: công lập| chuyên)?"
    r"|(?:tốt nghiệp )?(?:THPT|trung học phổ thông)(?: quốc gia)?)(?:\s(?:năm học 20\d\d\s?[-–]\s?20\d\d|(?:năm )?20\d\d))?(?!\w)",
    re.IGNORECASE,
)
SAT_EXAM = re.compile(
    r"(?<!\w)thi (?:tốt nghiệp )?(?:THPT|trung học phổ thông)\s?(?:quốc gia|QG)(?: (?:năm )?20\d\d)?(?!\w)",
    re.IGNORECASE,
)
TITLE_OF_HONOUR = re.compile(r"(?<!\w)danh hiệu (?:Nhà giáo|Thầy thuốc|Nghệ sĩ) (?:Nhân dân|Ưu tú)", re.IGNORECASE)
# A title in quotation marks behind the word for what bears it: head and title are the name.
TITLED = re.compile(
    r"(?<!\w)(?:cuộc vận động|cuộc thi|hội thi|chiến dịch|phong trào(?: thi đua)?|chương trình|dự án|giải thưởng|ngày hội|hội thảo|tọa đàm"
    rf"|diễn đàn|triển lãm)\s[“«\"](?-i:[{CAPITALS}\d])[^\s“”«»\"]*(?:\s[^\s“”«»\"]+){{2,20}}[”»\"]",
    re.IGNORECASE,
)


def whole_programme(text: str, start: int, end: int, label: str) -> Mention | None:
    """Give a programme its quoted title in full and the launch before it; a head without a name goes."""
    if label != "PROG":
        return start, end, label
    start, end = whole_quoted(text, start, end)
    if BARE_PROGRAMME.fullmatch(text, start, end):
        return None
    if launch := LAUNCH_BEFORE.search(text, max(start - 20, 0), start):
        start = launch.start()
    return start, end, label


def whole_quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Mend a programme's name that holds the closing quotation mark of its title but not the opening one.

    With a head before the mark both are taken in (`chương trình "Em yêu sách" 2017`), else the name is the title alone.
    """
    closing = CLOSING_MARK.search(text, start, end)
    if closing is None or OPENING_MARK.search(text, start, closing.start()):
        return start, end
    head = QUOTED_HEAD.search(text, max(start - 40, 0), start)
    return (head.start(), end) if head else (start, start + len(text[start : closing.start()].rstrip()))


def programme_by_head(text: str, start: int, end: int, label: str) -> Mention:
    """Make a programme of a body whose name begins with the word for an event, an exam or a prize."""
    return start, end, "PROG" if label == "ORG" and PROGRAMME_HEAD.match(text, start, end) else label


def before_event_goes_on(text: str, start: int, end: int, label: str) -> Mention:
    """End a programme's name before what the sentence tells of it."""
    more = EVENT_GOES_ON.search(text, start + 8, end) if label == "PROG" else None
    return start, more.start() if more else end, label


def whole_exams(text: str, found: list[Mention]) -> list[Mention]:
    """Set the ends of named exams and events; their committees are bodies, and revolutions are none of them."""
    out: list[Mention] = []
    for start, end, label in found:
        if label == "PROG":
            if REVOLUTION.match(text, start, end):
                continue
            if exam := EXAM.match(text, start):
                end = exam.end()
            elif edition := EDITION.match(text, end):
                end = edition.end()
            if committee := COMMITTEE.search(text, max(start - 24, 0), start):
                start, label = committee.start(), "ORG"
        out.append((start, end, label))
    return apart(out)


def with_common_exams(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the exams that every province holds, and titles of honour, where they were missed."""
    held = [
        (m.start(), m.end(), "PROG")
        for pattern in (COMMON_EXAM, SAT_EXAM, TITLE_OF_HONOUR)
        for m in pattern.finditer(text)
    ]
    return over(found, free(found, held))


def with_titles(text: str, found: list[Mention]) -> list[Mention]:
    """Tag programmes by their quoted titles, but where a mention goes on beyond them ("… năm 2017")."""
    titles = [(m.start(), m.end(), "PROG") for m in TITLED.finditer(text)]
    return over(found, holding(found, titles))
