"""Names of schools: the head and the kind before a name, the number behind it, lists of schools behind one head."""

from __future__ import annotations

import re

from trichtin.annotate.entities.plurals import behind_plural
from trichtin.annotate.entities.spans import Mention, over
from trichtin.annotate.links.ids import fold
from trichtin.annotate.links.places import load_places
from trichtin.annotate.numbers import CAPITALS

SCHOOL_KIND = re.compile(
    r"(?:đại học|đh|cao đẳng|cđ|trung cấp|tiểu học|th|thcs|thpt|ptth|ptcs|ptdtnt|ptdtbt|pt|phổ thông|trung học|mầm non|mn"
    r"|mẫu giáo|quốc tế|dân lập|chuyên|liên cấp)(?!\w)",
    re.IGNORECASE,
)
SCHOOL_BEFORE = re.compile(r"(?<!các )(?<!những )(?<!nhiều )(?<!số )(?<!hai )(?<!ngôi )(?<!\w)trường\s$", re.IGNORECASE)
# A school of two levels: "trường THCS – THPT Bình An", "TH&THCS Bình An".
LEVEL_BEFORE = re.compile(
    r"(?<!\w)(?:mầm non|tiểu học|trung học cơ sở|th|thcs|thpt|pt)\s?(?:[-–&]|và)\s?$", re.IGNORECASE
)
# A kindergarten that is no school yet: "nhóm lớp mầm non Bình An".
GROUP_BEFORE = re.compile(r"(?<!\w)(?:nhóm lớp|cơ sở|lớp)(?: độc lập| tư thục)*[^\S\n]$", re.IGNORECASE)
KINDERGARTEN = re.compile(r"(?:mầm non|MN|mẫu giáo)\s(?-i:[A-ZĐ(])", re.IGNORECASE)
SCHOOL_NAME = re.compile(r"(?:trường\s)?(?:thpt|thcs|tiểu học|mầm non|mn|th|ptdtbt|ptdtnt|ptth)\s.*\w$", re.IGNORECASE)
NUMBER_BEHIND = re.compile(
    r"\s(?:\d|[A-E]|I{1,3})(?=[.,;:)\]”\"?!]|\s(?:\(|[-–]\s[A-ZĐ]|và|cho|đã|là|có|vừa|sẽ|qua|tại|ở|thuộc|được|bị|cũng|không|vào|với|về|nơi|do|năm)\b|\n|$)"
)
SCHOOL = (
    r"(?:(?:trường\s)?(?:THPT|THCS|PTTH|PTDTNT|PTDTBT|TH|ĐH|CĐ|trung học phổ thông|trung học cơ sở|tiểu học|mầm non|mẫu giáo|đại học"
    r"|cao đẳng|học viện|phổ thông)(?:\s(?:công lập|tư thục|dân lập|bán công|chuyên|năng khiếu))?)"
)
SCHOOL_HEAD = re.compile(rf"(?<!\w){SCHOOL}[^\S\n]$", re.IGNORECASE)
BARE_SCHOOL = re.compile(rf"{SCHOOL}", re.IGNORECASE)
NAME = re.compile(rf"\s((?:[{CAPITALS}]\w*)(?:\s[{CAPITALS}]\w*){{0,3}})(?!\w)")
# "các trường … như A, B, C", "2 trường công lập là A, B": what is listed there are schools.
SCHOOLS_LISTED = re.compile(
    r"(?<!\w)(?:các|những|hai|ba|bốn|\d+)\s(?:ngôi\s)?(?:trường|lớp chuyên|lớp không chuyên)(?!\s(?:hợp|quốc))(?:\s[^\s.,;:()“”\"]+){0,9}?(?:\s(?:như|gồm|là|gồm có)|:)\s",
    re.IGNORECASE,
)
LISTED = re.compile(
    rf"(?:(?i:{SCHOOL}|trường)\s)?[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*){{1,3}}(?=\s?(?:,|\.|;|\)|\(|và\s|…|\n|$))"
)
SCHOOLS_HEADED = re.compile(
    rf"(?<!\w)(?:các|những|hai|ba|bốn|\d+)\s(?:trường\s)?{SCHOOL}\s(?-i:[{CAPITALS}])\w*(?:\s(?-i:[{CAPITALS}])\w*){{1,3}}",
    re.IGNORECASE,
)
FURTHER = re.compile(rf"[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*){{1,3}}(?!\w|\s[{CAPITALS}\d])")
SEPARATOR = re.compile(r"\s?(?:\([^)]{1,30}\)\s?)?(?:,|;|và|,\svà)\s")


def whole_school(text: str, start: int, end: int, label: str) -> Mention:
    """Take in the head before a kind of school ("trường" ĐH Vinh) and the number behind a name (THPT Diễn Châu "3")."""
    if label != "ORG":
        return start, end, label
    if SCHOOL_KIND.match(text, start, end) and (level := LEVEL_BEFORE.search(text, max(start - 40, 0), start)):
        start = level.start()
    if SCHOOL_KIND.match(text, start, end) and (head := SCHOOL_BEFORE.search(text, max(start - 20, 0), start)):
        start = head.start()
    if KINDERGARTEN.match(text, start, end) and (group := GROUP_BEFORE.search(text, max(start - 34, 0), start)):
        start = start if behind_plural(text, group.start()) else group.start()
    if SCHOOL_NAME.fullmatch(text, start, end) and (number := NUMBER_BEHIND.match(text, end)):
        end = number.end()
    return start, end, label


def kind_and_name(text: str, start: int, end: int, label: str) -> Mention | None:
    """Take a school's kind and its name together ("THPT chuyên" + "Lê Hồng Phong"); a kind without a name goes."""
    head = SCHOOL_HEAD.search(text, max(start - 45, 0), start)
    if head and label == "PER" and not behind_plural(text, head.start()):
        return head.start(), end, "ORG"
    if head and label == "LOC" and "chuyên" in head.group().lower():
        return head.start(), end, "ORG"
    if label == "ORG" and BARE_SCHOOL.fullmatch(text, start, end):
        name = NAME.match(text, end)
        if name and not behind_plural(text, start):
            return start, name.end(), "ORG"
        if "khiếu" not in text[start:end].lower():
            return None
    return start, end, label


def schools_listed(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the members of a list of schools, whatever each alone was taken for."""
    listed: list[Mention] = []
    for head in SCHOOLS_LISTED.finditer(text):
        at = head.end()
        members: list[Mention] = []
        while member := LISTED.match(text, at):
            members.append((at, member.end(), "ORG"))
            gap = SEPARATOR.match(text, member.end())
            if not gap:
                break
            at = gap.end()
        if len(members) > 1:
            listed += members
    return over(found, listed)


def schools_behind_plural(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the further members of a list of schools that one head in the plural has: "các trường THCS Lê A, Bình B"."""
    listed: list[Mention] = []
    for head in SCHOOLS_HEADED.finditer(text):
        at = head.end()
        while (gap := SEPARATOR.match(text, at)) and (member := FURTHER.match(text, gap.end())):
            if load_places().province(fold(member.group())):  # "…, Hà Nội" says where they are
                break
            listed.append((member.start(), member.end(), "ORG"))
            at = member.end()
    return over(found, listed)
