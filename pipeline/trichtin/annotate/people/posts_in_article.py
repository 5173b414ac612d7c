"""What the whole article adds to the post beside a name: the body that a post implies, or a post told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from trichtin.annotate.people.article_bodies import Article
from trichtin.annotate.people.post import LEARNER, Post
from trichtin.annotate.people.posts_after import post_at
from trichtin.annotate.people.roles import SCHOOL_ROLE

# Posts that only one kind of body has: the article's one body of that kind is meant.
COURT_POSTS = (
    (
        re.compile(r"thẩm phán|(?:phó )?chánh án|hội thẩm|chủ t[oọ][aà]", re.IGNORECASE),
        re.compile(r"TAND|Tòa án|Toà án", re.IGNORECASE),
    ),
    (re.compile(r"(?:kiểm sát|công tố) viên", re.IGNORECASE), re.compile(r"VKS|Viện Kiểm sát", re.IGNORECASE)),
)
EDITOR = re.compile(r"(?:nguyên\s)?(?:phó\s)?tổng biên tập", re.IGNORECASE)
PAPER = re.compile(r"(?:báo|tạp chí|tập san)(?!\w)", re.IGNORECASE)
DEPUTY = re.compile(r"đại biểu|đb", re.IGNORECASE)
# "… A. Cô hiện là …"
TOLD_LATER = re.compile(
    r"(?:[.!?”\"]\s|\n)(?:Cô|Anh|Cậu|Em|Bạn|Bà|Ông|Chị|Thầy|Nam sinh|Nữ sinh|Chàng trai|Cô gái)"
    r"(?:\s(?:nàng|chàng|ấy|này|bạn|hot\s?girl|hot\s?boy)){0,3}(?:\s(?:hiện|đang|cũng|vốn|từng|nguyên|nay|tại)){0,3}"
    r"\s(?:là|làm)\s(?:một\s)?"
)
# "Phó Giám đốc Sở", "giám đốc công ty này"
BODY_NOUN = re.compile(
    r"(?<=\w)\s(sở|công ty|bệnh viện|trung tâm|viện|học viện|ngân hàng|UBND (?:tỉnh|thành phố|TP|huyện|quận|xã|phường)"
    r"|hiệp hội|hội|tập đoàn|câu lạc bộ|quỹ|cục|vụ)(?:\snày)?$",
    re.IGNORECASE,
)
# "Trưởng phòng GD&ĐT"
FIELD_OFFICE = re.compile(
    r"((?:phó\s)?(?:trưởng\s)?phòng)\s((?:GD|Giáo dục|Nội vụ|Tư pháp|Y tế)\S*(?:\s.+)?)", re.IGNORECASE
)
CHAIR = re.compile(r"chủ tịch$", re.IGNORECASE)
TEACHER_END = re.compile(r"(?<!\w)((?:cô|thầy)\sgiáo)\s$", re.IGNORECASE)
CHILD_END = re.compile(r"(?<!\w)(?:cháu|bé)(?:\s(?:trai|gái|bé))?\s$", re.IGNORECASE)
KINDERGARTEN = re.compile(r"mầm non|mẫu giáo|nhóm (?:lớp|trẻ)|(?<!\w)MN(?!\w)", re.IGNORECASE)
MINISTER = re.compile(r"(?:(?:nguyên|tân|quyền)\s)?(?:bộ|thứ)\strưởng(?:\sthường\strực)?", re.IGNORECASE)
PRIME_MINISTER = re.compile(r"(?:phó\s)?thủ\stướng(?:\sthường\strực)?", re.IGNORECASE)


def in_article(article: Article, best: Post, own: Sequence[Post], mentions: Sequence[Span]) -> tuple[str, str]:
    """Return role and organisation of a person, with what the rest of the article tells of them.

    Args:
        article: the article of the mentions.
        best: the post beside the mention that says most.
        own: the posts beside all mentions of the person.
        mentions: the mentions.
    """
    start = mentions[0].start_char
    role, organization = best.role, best.organization
    if role and not organization:
        role, organization = _named_by_noun(article, role, start)
    if organization and CHAIR.search(role):
        organization = article.committee_of(organization)
    if role:
        return role, organization or _elsewhere(own) or _implied_body(article, role, start)
    if organization:
        return role, organization
    told = _told_later(article, mentions)
    return told if any(told) else _of_story(article, mentions)


def _elsewhere(own: Sequence[Post]) -> str:
    """Return the body that another mention names without a post: "ThS A – Công ty X", later "A, chuyên gia tâm lý"."""
    return next((post.organization for post in own if post.organization and not post.role), "")


def _named_by_noun(article: Article, role: str, position: int) -> tuple[str, str]:
    """Take a role that ends with the noun of its body apart: "Phó Giám đốc Sở", "Trưởng phòng GD&ĐT"."""
    office = FIELD_OFFICE.fullmatch(role)
    body = article.body_near(position, f"phòng {office.group(2)}") if office else ""
    if office and body:
        return office.group(1), body
    noun = BODY_NOUN.search(role)
    body = article.body_near(position, noun.group(1)) if noun else ""
    return (role[: noun.start()], body) if noun and body else (role, "")


def _told_later(article: Article, mentions: Sequence[Span]) -> tuple[str, str]:
    """Return the post that the next sentences tell of one who has no other: "… A. Cô hiện là giáo viên trường B"."""
    for mention in mentions[:3]:
        stop = min(len(article.text), mention.end_char + 400)
        told = TOLD_LATER.search(article.text, mention.end_char, stop)
        if told is None or article.names_person(mention.end_char, told.end()):
            continue
        post = post_at(article, told.end())
        if post.role and (post.organization or not LEARNER.fullmatch(post.role)):
            return post.role, post.organization
    return "", ""


def _implied_body(article: Article, role: str, position: int) -> str:
    """Return the body that a role alone tells: the school of the story, the ministry, the government."""
    if SCHOOL_ROLE.match(role):
        return article.school_near(position, role)
    if MINISTER.fullmatch(role):
        return article.ministry()
    for post, body in COURT_POSTS:
        if post.match(role):
            return article.only_body(body)
    if EDITOR.fullmatch(role):
        return article.only_body(PAPER)
    if DEPUTY.fullmatch(role) and "Quốc hội" in article.names:
        return "Quốc hội"
    if PRIME_MINISTER.fullmatch(role) and "Chính phủ" in article.names:
        return "Chính phủ"
    return ""


def _of_story(article: Article, mentions: Sequence[Span]) -> tuple[str, str]:
    """Return role and organisation of a teacher or a small child who has no other: they are of the story's school."""
    for mention in mentions:
        before = article.text[max(0, mention.start_char - 12) : mention.start_char]
        teacher, child = TEACHER_END.search(before), CHILD_END.search(before)
        school = article.school_near(mention.start_char) if teacher or child else ""
        if teacher and school:
            return teacher.group(1), school
        if child and KINDERGARTEN.search(school):
            return "", school
    return "", ""
