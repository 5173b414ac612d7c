"""Offices inside a body: their chiefs are officers of the body, "Trưởng phòng Đào tạo" of the university.

An office of a district or a province ("Phòng GD&ĐT quận X") is a body by itself, the offices of a school or a
department are not. Where the text names the two as one ("Thanh tra Sở GD&ĐT X"), the name is taken apart.
"""

from __future__ import annotations

import re

from spacy.tokens import Span

from trichtin.annotate.people.article_bodies import Article
from trichtin.annotate.people.roles import CHIEF, UNIT_HEAD

INNER_OFFICE = re.compile(
    r"(?:(?:phòng|tổ|bộ môn)\s(?!(?:GD|Giáo dục (?:và|&|-)|Giáo dục,|Giáo dục (?:quận|huyện|thị|thành)|LĐ|Lao động"
    r"|Nội vụ|Tư pháp|Y tế|Văn hóa|Cảnh sát|PC\d))"
    r"|khoa\s|hội đồng (?:quản trị|trường)|thanh tra\s|thanh tra$)",
    re.IGNORECASE,
)
PARENT_LINK = re.compile(r"\s?(?:,\s|\(|[-–]\s|của\s|thuộc\s)")
# "Hội đồng quản trị Trường X", "Thanh tra Sở Y tế", "Khoa Luật Trường ĐH X" as one name.
OFFICE_AND_BODY = re.compile(
    r"((?:hội đồng (?:quản trị|trường)|thanh tra|(?:khoa|phòng)\s[^,()]{2,40}?))\s"
    r"((?:Trường|ĐH|Đại học|Học viện|Cao đẳng|CĐ|Công ty|Tập đoàn|Ngân hàng)\s.+)",
    re.IGNORECASE,
)
INSPECTORS = re.compile(r"(thanh tra)\s((?:Sở|Bộ|UBND|huyện|tỉnh)\s.+)", re.IGNORECASE)
# Offices that only schools have.
SCHOOL_OFFICE = re.compile(
    r"(?:phòng|ban) (?:đào tạo|công tác (?:chính trị|sinh viên|học sinh)|khảo thí|tuyển sinh|quản lý đào tạo)",
    re.IGNORECASE,
)
# Those who head an office, whose body need not be named beside it.
HEAD_OF_OFFICE = re.compile(r"(?:(?:phó\s)?trưởng|phó|chánh|chủ tịch|tổ trưởng|tổ phó)$", re.IGNORECASE)


def with_unit(role: str, organization: str) -> str:
    """Return the role with the head of the unit it takes as its own: "Trưởng phòng"."""
    unit = UNIT_HEAD.match(organization)
    return f"{role} {unit.group()}" if unit and CHIEF.search(role) else role


def parent_of(article: Article, unit: Span) -> Span | None:
    """Return the body that an inner office ("phòng Đào tạo") is named with."""
    if not INNER_OFFICE.match(unit.text):
        return None
    link = PARENT_LINK.match(article.text, unit.end_char)
    return article.org_by_start.get(link.end()) if link else None


def post_in_office(article: Article, chief: str, unit: Span) -> tuple[str, str, int]:
    """Return role, organisation and end of a post whose unit is named behind it.

    Args:
        article: the article of the mention.
        chief: the role without the unit: "Phó trưởng".
        unit: the organisation behind it: "khoa Luật".
    """
    parent = parent_of(article, unit)
    if parent is not None:
        return f"{chief} {unit.text}", article.fullest(parent.text), parent.end_char
    if HEAD_OF_OFFICE.search(chief):
        joined = OFFICE_AND_BODY.fullmatch(article.fullest(unit.text)) or INSPECTORS.fullmatch(unit.text)
        if joined:
            return f"{chief} {joined.group(1)}", article.fullest(joined.group(2)), unit.end_char
        school = article.school_near(unit.start_char) if SCHOOL_OFFICE.match(unit.text) else ""
        if school:
            return f"{chief} {unit.text}", school, unit.end_char
    return with_unit(chief, unit.text), article.fullest(unit.text), unit.end_char
