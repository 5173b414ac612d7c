"""The post beside one mention of a person: titles, role and organisation.

Titles and posts stand around a name in a few fixed patterns of Vietnamese news; of the two sides of a name, the one
that says more counts.
"""

from __future__ import annotations

import re

from spacy.tokens import Span

from trichtin.annotate.people.article_bodies import Article
from trichtin.annotate.people.post import Post
from trichtin.annotate.people.posts_after import post_after
from trichtin.annotate.people.posts_before import post_before

KIN = re.compile(
    r"(?<!\w)(?:con(?: trai| gái)?|cháu (?:nội|ngoại)|em (?:trai|gái)|anh trai|chị gái|vợ|chồng|mẹ|bố|cha)\s(?:của\s)?"
    r"(?:(?:ông|bà|anh|chị|cô|chú|bác)\s)?$",
    re.IGNORECASE,
)
IS = re.compile(r"\s(?:hiện |đang |cũng |vốn |từng ){0,2}(?:là|làm)\s")
LED_BY = re.compile(
    r"(?:\s\([^()\n]{2,20}\))?,?\sdo\s(?:(?:đồng chí|ông|bà|anh|chị|thầy|cô|GS|PGS|TS|ThS)[.\s]{1,2}){0,3}$",
    re.IGNORECASE,
)
OF_SCHOOL = re.compile(r"\scủa (?:nhà )?trường(?: này)?(?=[,.;]|\s[^\W\dA-ZĐ])")
OWNER = re.compile(r"\s(?:của|ở|tại|đến từ|thuộc|\()\s?")


def post_of(article: Article, mention: Span) -> Post:
    """Return the titles, role and organisation that stand beside one mention."""
    before = post_before(article, mention)
    before.shared = bool(before.role)
    if before.role and not before.organization:
        owner = OWNER.match(article.text, mention.end_char)  # "Hiệu trưởng A của trường B"
        organization = article.org_by_start.get(owner.end()) if owner else None
        if organization is not None:
            before.organization = article.fullest(organization.text)
        elif OF_SCHOOL.match(article.text, mention.end_char):  # "người phát ngôn A của trường"
            before.organization = article.school_near(mention.start_char, before.role)
    after = post_after(article, mention, known=bool(before.role or before.titles))
    led = LED_BY.search(article.text, max(0, mention.start_char - 40), mention.start_char)
    if led and after.role and not after.organization:  # "Ban chỉ đạo X do ông A làm trưởng ban"
        organization = article.org_by_end.get(led.start())
        after.organization = article.fullest(organization.text) if organization is not None else ""
    if KIN.search(article.text, max(0, mention.start_char - 30), mention.start_char) and IS.match(
        article.text, mention.end_char
    ):
        return before  # "con trai bà A đang là học sinh" says nothing of A
    if before.role and after.organization and not after.role:  # "thí sinh A (trường B)"
        before.organization = before.organization or after.organization
        return before
    if after.weight > before.weight:
        after.titles = before.titles
        return after
    return before
