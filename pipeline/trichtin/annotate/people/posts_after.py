"""The post that stands behind a name: "bà A, Hiệu trưởng trường B", "em A (lớp 12A1, trường B)"."""

from __future__ import annotations

import re

from spacy.tokens import Span

from trichtin.annotate.people.article_bodies import Article
from trichtin.annotate.people.inner_offices import PARENT_LINK, parent_of, post_in_office
from trichtin.annotate.people.post import (
    ACTING,
    ADMINISTRATIVE,
    FAMILY,
    LEARNER,
    LOCAL_CHIEF,
    REACH,
    RELATIVE,
    Post,
    post_of_place,
)
from trichtin.annotate.people.role_complements import ANAPHORIC, COMPLEMENT_WORD, complement_end, complement_in
from trichtin.annotate.people.roles import ADDRESS_END, CHIEF, CLASS_ONLY, EDUCATION, ROLE, SCHOOL, SCHOOL_ROLE, TITLE

ASIDE = re.compile(
    r"\s?\((?:SN|sinh|sinh năm|năm sinh)?\s?\d{1,4}(?:[,.]\d)?(?:\stuổi)?\)|,?\s(?:cùng\s"
    r"|đều\s)?\d{1,2}\stuổi(?=\s?[,(-])|,\s(?:SN|sinh năm)\s\d{4}|,?\snăm\snay\s\d{1,2}\stuổi(?=\s?[,(-])"
)
# "bà A (trú tại xã X), giáo viên …", "em A (17 tuổi, trú huyện X) là học sinh …"
ORIGIN = re.compile(
    r"\s?\((?:(?:SN|sinh năm|năm sinh)\s?\d{4}|\d{1,2}\stuổi)?(?:,\s)?(?:(?:trú|ngụ|quê|sống|ở|hiện ở|thường trú|cư trú|người"
    r"|dân tộc)\s[^()\n]{2,80})?\)(?=,?\s)",
    re.IGNORECASE,
)
# "ông A vừa thôi giữ chức Chi cục trưởng …"
OFFICE = re.compile(
    r"(?:\s[^\s,.;:()]{1,8}){0,5}\sgiữ\schức(?:\svụ)?\s|,\s(?:hiện\s|đang\s|người\s|từng\s){0,2}giữ\schức(?:\svụ)?\s"
    r"|\sđược\s(?:điều\sđộng,?\s|luân\schuyển,?\s)?(?:bổ\snhiệm|bầu)\s(?:làm\s|giữ\schức\s(?:vụ\s)?)?"
)
OPENER = re.compile(
    r"\s{0,2}(?:[,(–—-]\s{0,2}(?:người\s(?:từng\s|đang\s|hiện\s)?là\s"
    r"|(?:lúc|khi|thời điểm)\s(?:đó|ấy|này)\s(?:đang\s)?(?:là|giữ chức)\s|(?:từng|cũng|vốn)\slà\s|là\s|hiện\slà\s"
    r"|đều\slà\s|cùng\slà\s|hiện\s|nguyên\slà\s|đang\slà\s|đang\shọc\s)?|(?:\.{3}|…)?(?:\s?(?:hiện|đang|vốn|cũng"
    r"|từng|đều|cùng|nguyên)){0,3}\s?(?:là|làm)\s|(?:đã\s|vừa\s|sẽ\s|chính\sthức\s)?trở\sthành\s|(?:với|trong|ở|trên)\s(?:tư\scách|cương\svị|vai\strò)\s(?:là\s)?"
    r"|)(?:một\s(?:trong\s(?:hai|ba|bốn|những|các|số)\s)?)?(?:(?:nữ|nam)\s(?!sinh))?",
    re.IGNORECASE,
)
# "lớp 11B5 do cô giáo A làm chủ nhiệm"
HOMEROOM = re.compile(r"(?:cô|thầy)\s(?:giáo\s)?[^,.;:\n]{1,40}\slàm\s$", re.IGNORECASE)
OF_MINISTRY = re.compile(r".{0,16}?(?:bộ|thứ) trưởng", re.IGNORECASE)
THIS_SCHOOL = re.compile(
    r"\s(?:của\s|phụ trách\s)?(?:nhà trường|trường này|trường|trường trên|trường nói trên)(?!\s?[A-ZĐ])"
)
BRACKET = re.compile(r"\s?\(([^()\n]{5,160})(?:[()]|$)")
CLASS_ALONE = re.compile(r"\.?\s?\(((?:[1-9]|1[0-2])[A-ZĐ]\d{0,2})(?:\)|,\s)")
STUDIES = re.compile(r"(?:đang |hiện |hiện đang )?(?:theo )?(?:học|công tác|làm việc|giảng dạy)(?: tại| ở)?\s")
SEGMENT = re.compile(r"(?:[,;]|\s[-–])\s(?:là\s|hiện\slà\s|nguyên\slà\s)?")
CHILD = re.compile(r"(?:\scủa)?(?:\s(?:em|cháu|bé|học sinh|nữ sinh|nam sinh|sinh viên|con)){1,2}\s?")
INITIALS = re.compile(r"[A-ZĐ]{1,2}(?:\.[A-ZĐ]{1,2}){0,3}(?!\w)")
ADDRESS_START = re.compile(r"\s{1,2}(?:(?:ông|bà|anh|chị|em|thầy|cô)\s(?:giáo\s)?)?")
FOLLOWING = re.compile(r"\s?(?:,|;|kiêm|–|-)\s{1,2}(?:kiêm\s)?")
WORKS = re.compile(
    r"(?:\s\([^()\n]{1,60}\))?,?(?:\s(?:hiện|đang|cũng|đều|cùng|vẫn|chàng trai|cô gái|người)){0,2}\s(?:đến từ|của|thuộc|(?:theo |đi )?học(?: tập)?(?: (?:năm|ngành|khoa) [^,.;:()\n]{1,30}?)?"
    r"|công tác"
    r"|làm việc|giảng dạy|công tác)\s(?:(?:tại|ở)\s)?"
)
OF_BODY = re.compile(r"\s(?:của|thuộc)\s")
AT_WORK = re.compile(r"\s(?:công tác|làm việc)\s")
# What is said of a person between the name and the post.
PIECE = re.compile(r"[^,.;:()\n–]{1,40}(?:,\s|\s[-–]\s)(?:(?:hiện |đang |nguyên )?là\s)?")
CIRCUMSTANCE = re.compile(
    r"(?:(?:dân tộc|người|quê|trú|ngụ|sống|cư trú|sinh|SN|ở|đến từ|tổ|thôn|bản|xóm|ấp)\s[^,.;:()\n–]{1,40}"
    r"|\d{1,2}\stuổi|[“\"][^“”\"\n]{1,60}[”\"])"
    r"(?:,\s|\s[-–]\s)(?:(?:hiện |đang |nguyên )?là\s)?"
)
JOINED = re.compile(r"(?:\svà|,)\s")
CLAUSE = re.compile(
    r"[.;:!?”\"\n]|\s[Tt]rước đó[\s,]|\s(?:nguyên nhân|cho biết|cho rằng|cho hay|nói|chia sẻ|khẳng định|đã|đang|sẽ|cũng|vừa|có|phát biểu|nhấn mạnh"
    r"|thì|(?<!thiết )(?<!chuẩn )bị|được|tại buổi)\s"
)


def post_after(article: Article, mention: Span, *, known: bool) -> Post:
    """Return the post behind a mention.

    Args:
        article: the article of the mention.
        mention: the name.
        known: the words before the name tell a title or a role, so "A của Công ty X" tells where.
    """
    text = article.text
    position = mention.end_char
    limit = min(len(text), position + REACH)
    line_end = text.find("\n", position, limit - 1)
    if line_end >= 0 and text[line_end + 1] != "(":  # a byline and the caption below it
        limit = line_end
    aside = ASIDE.match(text, position, limit)
    if aside:
        position = aside.end()
    origin = ORIGIN.match(text, position, limit)
    start = origin.end() if origin else position
    opener = OFFICE.match(text, start, limit) or OPENER.match(text, start, limit)
    start = opener.end() if opener else start
    if opener and opener.group().strip() and not ROLE.match(text, start, limit):
        start = _behind_circumstances(article, start, limit)
    title = TITLE.match(text, start, limit)
    if title:  # "ông A, Tiến sĩ, Viện trưởng …"
        scholar, _ = _post_at(article, start, limit, bare=False)
        if scholar.role and text.startswith(" của ", title.end()) and not scholar.organization:
            return Post(role=scholar.role)  # "A, luật sư của B"
        if scholar.organization and scholar.role and COMPLEMENT_WORD.match(text, title.end()):
            return scholar  # "bà A, giáo sư luật của Đại học X"
        start = title.end() + (2 if text[title.end() : title.end() + 2] == ", " else 0)
    best = _in_brackets(article, position, limit)
    for _ in range(4):  # several posts in a row: "Ủy viên …, Bộ trưởng …"
        post, end = _post_at(article, start, limit, bare=not opener or not opener.group().strip())
        if end > start and _another_follows(article, end):
            break
        if opener and opener.group().endswith("trở thành ") and not post.organization:
            break  # "A trở thành thủ lĩnh của nhóm" tells no post
        if post.weight[:-1] > best.weight[:-1]:
            best = post
        if RELATIVE.match(post.role) and " " in post.role and not post.organization:
            break  # what follows is said of the child
        following = FOLLOWING.match(text, end, limit)
        if end == start or not following:
            break
        start = following.end()
    return best if best.role or best.organization else Post(organization=_place_of_work(article, position, known=known))


def post_at(article: Article, start: int) -> Post:
    """Return the post that begins at a position, behind "là"."""
    return _post_at(article, start, min(len(article.text), start + REACH), bare=False)[0]


def _behind_circumstances(article: Article, start: int, limit: int) -> int:
    """Return where the words on a person's origin and age end: "A, dân tộc Mông, quê ở X, sinh viên …"."""
    position = start
    for _ in range(3):
        circumstance = CIRCUMSTANCE.match(article.text, position, limit)
        if circumstance is None and position in article.place_by_start:
            circumstance = PIECE.match(article.text, position, limit)
        if circumstance is None:
            break
        position = circumstance.end()
    return position


def _place_of_work(article: Article, position: int, *, known: bool) -> str:
    """Return where the sentence says that the one named studies or works: "A đang học ĐH X", "A đến từ Học viện X"."""
    works = WORKS.match(article.text, position)
    organization = article.org_by_start.get(works.end()) if works else None
    if works is None or organization is None:
        return ""
    words = works.group()
    belongs = AT_WORK.search(words) or (OF_BODY.search(words) and (known or "(" in words))
    return article.fullest(organization.text) if belongs or SCHOOL.match(organization.text) else ""


def _another_follows(article: Article, end: int) -> bool:
    """Tell whether a name stands right behind a post, whose post it then is: "…; Phó Chủ nhiệm Ủy ban X Phạm B"."""
    address = ADDRESS_START.match(article.text, end)
    return (address.end() if address else end) in article.person_by_start


def _school_at(article: Article, start: int, limit: int) -> Span | None:
    """Return the school among the organisations, one behind the other, at which somebody studies or works."""
    organization = article.org_by_start.get(start)
    while organization is not None and not SCHOOL.match(organization.text):
        link = PARENT_LINK.match(article.text, organization.end_char, limit)
        organization = article.org_by_start.get(link.end()) if link else None
    return organization


def _in_brackets(article: Article, position: int, limit: int) -> Post:
    """Return the post that stands among other things in brackets: "(SN 1977, trú tại xã X, giáo viên trường Y)"."""
    best = Post()
    class_ = CLASS_ALONE.match(article.text, position, limit)
    if class_:
        school = article.org_by_start.get(class_.end())
        return Post(role="học sinh lớp " + class_.group(1), organization=article.fullest(school.text) if school else "")
    bracket = BRACKET.match(article.text, position, limit)
    if bracket:
        for segment in SEGMENT.finditer(article.text, bracket.start(1), bracket.end(1)):
            studies = STUDIES.match(article.text, segment.end(), bracket.end(1))
            school = _school_at(article, studies.end(), bracket.end(1)) if studies else None
            if studies is None and not best.role and segment.start() not in article.org_by_end:
                school = article.org_by_start.get(segment.end())  # "(SN 2014, lớp lá, Trường X)"
                school = school if school is not None and SCHOOL.match(school.text) else None
            if school is not None and not best.organization:
                best.organization = article.fullest(school.text)
            post, _ = _post_at(article, segment.end(), bracket.end(1), bare=True)
            if post.weight > best.weight:
                best = post
    return best


def _post_at(article: Article, start: int, limit: int, *, bare: bool) -> tuple[Post, int]:
    """Return the post that begins at ``start`` and where it ends; ``start`` itself when there is none."""
    text = article.text
    match = ROLE.match(text, start, limit)
    if match is None:
        return _post_without_role(article, start, limit, bare=bare)
    role, end = match.group(), match.end()
    if bare and text[start - 1] == " " and ACTING.fullmatch(role):
        return Post(), start  # "ông A chủ tọa cuộc họp"
    if LEARNER.fullmatch(role) and ANAPHORIC.match(text, end):  # "nữ sinh trên" is somebody else
        return Post(), start
    if role.lower() == "chủ nhiệm" and HOMEROOM.search(text, max(0, start - REACH), start):
        return Post(role="giáo viên chủ nhiệm", organization=article.school_near(start, role)), end
    found = _relative(article, start, end, limit) or _body_inside(article, start, end)
    if found is not None:
        return found
    minister = OF_MINISTRY.match(role)
    field = EDUCATION.match(text, start + minister.end()) if minister else None
    if minister and field and (ministry := article.ministry()):
        return Post(role=minister.group(), organization=ministry), field.end()
    unit = _organization_after(article, end)
    if unit is not None:
        role, organization, end = post_in_office(article, role + complement_in(text[end : unit.start_char]), unit)
        return Post(role=role, organization=organization), end
    if not bare and not match["whole"] and role.lower() not in FAMILY:
        end = complement_end(article, end, limit)
        role = text[start:end]
    here = THIS_SCHOOL.match(text, end, limit)
    if here:
        return Post(role=role, organization=article.school_near(start, role)), here.end()
    place = article.place_by_start.get(end + 1)
    if place is not None and not SCHOOL_ROLE.match(role):
        return post_of_place(role, place), place.end_char
    return Post(role=role), end


def _post_without_role(article: Article, start: int, limit: int, *, bare: bool) -> tuple[Post, int]:
    """Return the post that a class or an organisation alone tells: "em A (lớp 9, trường B)", "TS A (ĐH B)"."""
    text = article.text
    learner = CLASS_ONLY.match(text, start, limit)
    if learner and (not bare or text[start - 1] == " "):
        school = _organization_after(article, learner.end())
        if school is None:
            return Post(role=_class_role(learner)), learner.end()
        return Post(role=_class_role(learner), organization=article.fullest(school.text)), school.end_char
    organization = article.org_by_start.get(start)
    if organization is not None and not bare and text[start - 1] in "( ":
        parent = parent_of(article, organization)
        organization = parent if parent is not None else organization
        return Post(organization=article.fullest(organization.text)), organization.end_char
    return Post(), start


def _relative(article: Article, start: int, end: int, limit: int) -> tuple[Post, int] | None:
    """Return the post of a relative, the child named with it: "mẹ của em B"."""
    text = article.text
    role = text[start:end]
    child = CHILD.match(text, end, limit) if RELATIVE.fullmatch(role) else None
    if child is None:
        return None
    named = article.person_by_start.get(child.end())
    if role.lower() == "phụ huynh":  # a post by itself, whosever child it is
        return (Post(role=role), named.end_char) if named is not None else None
    initials = INITIALS.match(text, child.end(), limit)
    stop = named.end_char if named is not None else initials.end() if initials else child.end()
    return Post(role=text[start:stop].rstrip()), stop


def _body_inside(article: Article, start: int, end: int) -> tuple[Post, int] | None:
    """Return the post whose body opens inside the role: "Trưởng phòng GD&ĐT huyện X", "Phó Chủ tịch phường X"."""
    for inner in range(start + 1, end + 1):
        chief = article.text[start:inner].rstrip()
        place, unit = article.place_by_start.get(inner), article.org_by_start.get(inner)
        if place is not None and LOCAL_CHIEF.search(chief) and ADMINISTRATIVE.match(place.text):
            return Post(role=chief, organization=place.text), place.end_char
        if unit is not None and inner < end:
            chief = re.sub(r"\s(?:của|tại|ở)$", "", chief)
            if CHIEF.search(chief) or unit.end_char > end:
                role, organization, reach = post_in_office(article, chief, unit)
                return Post(role=role, organization=organization), reach
    return None


def _class_role(learner: re.Match[str]) -> str:
    """Return the role that a class tells: "học lớp 7" as in the text, a bare "lớp 7" as that of its pupil."""
    studies = learner["studies"] and not learner["together"]
    return f"{'học' if studies else 'học sinh'} {learner['of']} {learner['name']}"


def _organization_after(article: Article, end: int) -> Span | None:
    """Return the organisation that follows a role within the same phrase."""
    text = article.text
    for position in range(end, min(end + 64, len(text))):
        ent = article.org_by_start.get(position)
        if ent is None:
            continue
        between = text[end:position]
        joined = list(JOINED.finditer(between))
        if CLAUSE.search(between + " ") or between.count(",") > 1:
            return None
        others = [other for mark in joined if (other := ROLE.match(between, mark.end()))]
        if any(not ACTING.fullmatch(other.group()) for other in others) or (joined and ADDRESS_END.search(between)):
            return None
        if article.names_person(end, position):
            return None
        return ent
    return None
