"""The post that stands before a name: "Thứ trưởng Bộ GD&ĐT A", "GS.TS A", "Hiệu trưởng trường này – bà A"."""

from __future__ import annotations

import re

from spacy.tokens import Span

from trichtin.annotate.people.article_bodies import Article
from trichtin.annotate.people.inner_offices import post_in_office
from trichtin.annotate.people.post import LEARNER, REACH, RELATIVE, Post, post_of_place
from trichtin.annotate.people.role_complements import COMPLEMENT, EPITHET, OWN_COMPLEMENT, SPECIALIST, WORKS_AT
from trichtin.annotate.people.roles import ADDRESS_END, EDUCATION, LISTENER, MINOR, ROLE, SCHOOL_ROLE, TITLE

LEFT_SEPARATOR = re.compile(r"\s{0,2}[-–—,:]\s{0,2}$")
# "luật sư của A" is not A.
OF_PERSON = re.compile(r"\scủa\s?$")
NAMED_BY = re.compile(r"\s(?:tên(?:\slà)?|là|gồm)\s?:?\s{1,2}$")
ACRONYM = re.compile(r"\s\([^()\n]{2,60}\)$")
# "Trường X, huyện Y", "Trường X ở huyện Y"
SEAT = re.compile(r"(?:,|\s[-–]|\s(?:ở|tại|về))\s$")
# "Bộ trưởng Bộ X, Trưởng ban Ban Y"
ALSO = re.compile(r"(?:,|,?\skiêm)\s$")
# What parts a name and its own post: "A, Thứ trưởng Bộ X"
BESIDE_NAME = re.compile(r"\s?[,(–-]?\s?(?:là\s)?")
CHAINED = re.compile(r"(?:,| -| –| thuộc| của)\s$")
# "3 học sinh gồm: A, B", "các em học sinh trường X là A và B", "ba thí sinh: A, B"
PLURAL = re.compile(
    r"(?<!\w)((?:học sinh|sinh viên|thí sinh|nữ sinh|nam sinh|phụ huynh|giáo viên"
    r"|giảng viên)(?:\slớp\s\d{1,2}\w{0,3})?)(?:\s[^.;:()\n]{1,70}?)?\s(?:gồm|là|gồm có|bao gồm)\s?:?\s?$"
    r"|(?<!\w)(?:hai|ba|bốn|năm|sáu|\d{1,2})\s(học sinh|sinh viên|thí sinh|nữ sinh|nam sinh|phụ huynh|giáo viên)"
    r"(?:\s[^.;:()\n]{1,50}?)?:\s$",
    re.IGNORECASE,
)
GROWN = frozenset({"cô", "thầy", "ông", "bà"})
YOUNG = frozenset({"em", "cháu", "bé", "bạn"})
# The field of a ministry behind the office: "Bộ trưởng Lao động, Thương binh và Xã hội".
MINISTER_OF = re.compile(
    r"(?<!\w)((?:(?:nguyên|cựu|tân|quyền)\s)?(?:bộ"
    r"|thứ)\strưởng(?:\sthường\strực)?)(\s(?!bộ(?!\w))[^.;:()\n“”\"]{2,60})$",
    re.IGNORECASE,
)
# "ca sĩ - diễn viên A"
ARTIST = re.compile(
    r"(?:(?:ca|nhạc|nghệ|họa|hoạ) s[ĩỹ]|diễn viên|mc|người mẫu|đạo diễn|nhà (?:văn|thơ|báo|giáo)|biên kịch|biên đạo"
    r"|hoa hậu|nhạc trưởng)",
    re.IGNORECASE,
)
DOUBLE = re.compile(rf"(?<!\w){ARTIST.pattern}\s[-–]\s$", re.IGNORECASE)
SCHOOL_HERE = re.compile(r"\s(?:của\s)?(?:nhà trường|trường này|trường trên|trường nói trên|trường)\s?$")
AFTER_NAME = re.compile(r"[)\]]\s?[-–,]\s$")


def post_before(article: Article, mention: Span) -> Post:
    """Return the titles, role and organisation that stand before a mention."""
    text, floor = article.text, max(mention.start_char - REACH, article.end_of_name_before(mention.start_char))
    floor = max(floor, text.rfind("\n", floor, mention.start_char) + 1)
    titles, addressed, end = _ranks(text, floor, mention.start_char)
    plural = PLURAL.search(text, max(floor, end - 120), end)
    if plural and not (LEARNER.match(plural.group(1) or plural.group(2)) and addressed.split(" ")[0] in GROWN):
        return Post(titles, plural.group(1) or plural.group(2))
    separator = LEFT_SEPARATOR.search(text, max(floor, end - 5), end)
    apart = bool(separator and separator.group().strip())
    if separator and (addressed or titles) and ":" not in separator.group():
        end = separator.start()
    elif separator and apart:
        post = Post() if ":" in separator.group() else _apposition(article, floor, separator.start())
        return Post(titles, post.role, post.organization)
    if OF_PERSON.search(text, max(floor, end - 6), end):
        return Post(titles)
    named = NAMED_BY.search(text, max(floor, end - 8), end)  # "Hiệu trưởng nhà trường là bà A"
    end = named.start() if named else end
    post = _main_of_several(article, floor, end, _post_ending(article, floor, end))
    if apart and LISTENER.fullmatch(post.role):  # "trao đổi với phóng viên, bà A …"
        return Post(titles)
    if RELATIVE.fullmatch(post.role) and addressed in YOUNG:  # "phụ huynh cháu A" is not A
        return Post(titles)
    return Post(titles, post.role, post.organization)


def _ranks(text: str, floor: int, end: int) -> tuple[list[str], str, int]:
    """Read ranks and forms of address backwards from a name: "cho GS.TS ", "bà ", "ông - PGS ".

    Returns:
        The titles, the form of address beside the name, and where the first of them begins.
    """
    titles: list[str] = []
    addressed = ""
    while True:
        match = ADDRESS_END.search(text, max(floor, end - 16), end)
        if match:
            end, addressed = match.start(), addressed or match.group().strip().lower()
            continue
        title = _title_before(text, floor, end)
        if title is None:
            return [".".join(titles)] if _abbreviated(titles) else titles, addressed, end
        end = title.start()
        titles.insert(0, title.group())


def _post_ending(article: Article, floor: int, end: int) -> Post:
    """Return the post whose words end at ``end``: with an organisation, a place, a ministry's field, or alone."""
    text = article.text
    here = SCHOOL_HERE.search(text, max(floor, end - 28), end)
    role = _role_before(text, floor, here.start()) if here else ""
    if SCHOOL_ROLE.match(role):  # "hiệu trưởng trường này – bà A"
        return Post(role=role, organization=article.school_near(end, role))
    stop = len(text[floor:end].rstrip()) + floor
    acronym = ACRONYM.search(text, floor, stop)
    stop = acronym.start() if acronym else stop
    organization = article.org_by_end.get(stop)
    if organization is not None:
        return _in_chain(article, floor, organization)
    place = article.place_by_end.get(stop)
    if place is not None:
        of_place = OF_PERSON.search(text, max(floor, place.start_char - 6), place.start_char)
        role = _role_before(text, floor, of_place.start() if of_place else place.start_char, wide=bool(of_place))
        if role:
            return Post(role=role) if of_place else post_of_place(role, place)
        body = _body_seated(article, floor, place)
        post = _in_chain(article, floor, body) if body is not None else Post()
        return Post() if LEARNER.match(post.role) or MINOR.match(post.role) else post
    role = _role_before(text, floor, stop)
    return Post(role=role) if role else _minister(article, floor, stop)


def _body_seated(article: Article, floor: int, place: Span | None) -> Span | None:
    """Return the body whose seat a place is: "Hiệu trưởng Trường X, huyện Y, tỉnh Z, bà A"."""
    for _ in range(3):
        if place is None:
            break
        link = SEAT.search(article.text, max(floor, place.start_char - 6), place.start_char)
        organization = article.org_by_end.get(link.start()) if link else None
        if organization is not None:
            return organization
        place = article.place_by_end.get(link.start()) if link else None
    return None


def _main_of_several(article: Article, floor: int, end: int, last: Post) -> Post:
    """Return the first of several posts before a name: "Bộ trưởng Bộ X, Trưởng ban Ban Y A"; a mere membership never."""
    begin = article.text.rfind(last.role, floor, end) if last.role else -1
    link = ALSO.search(article.text, max(floor, begin - 7), begin) if begin >= 0 else None
    organization = article.org_by_end.get(link.start()) if link else None
    if link is None or organization is None:
        return last
    first = _main_of_several(article, floor, link.start(), _in_chain(article, floor, organization))
    if not first.role or MINOR.match(first.role) or LEARNER.match(first.role):
        return last
    of_other = article.end_of_name_before(begin)  # "A, Thứ trưởng Bộ X, Phó Chủ nhiệm Ủy ban Y B"
    at = article.text.rfind(first.role, floor, begin)
    return last if of_other and BESIDE_NAME.fullmatch(article.text, of_other, at) else first


def _in_chain(article: Article, floor: int, organization: Span) -> Post:
    """Return the post in the first of a chain of bodies: "Phó Vụ trưởng Vụ Hợp tác quốc tế, Bộ GD&ĐT A"."""
    for _ in range(3):
        begin = organization.start_char
        role = _role_before(article.text, floor, begin, wide=True)
        if LISTENER.fullmatch(role):
            return Post(role=role)
        if role:
            role, name, _ = post_in_office(article, role, organization)
            return Post(role=role, organization=name)
        chained = CHAINED.search(article.text, floor, begin)
        parent = article.org_by_end.get(chained.start()) if chained else None
        if parent is None:
            break
        organization = parent
    return Post()


def _minister(article: Article, floor: int, stop: int) -> Post:
    """Return the post of a minister whose ministry is told by its field: "Bộ trưởng GD&ĐT A", "Bộ trưởng Lao động A"."""
    minister = MINISTER_OF.search(article.text, max(floor, stop - 80), stop)
    if minister is None:
        return Post()
    education = EDUCATION.fullmatch(minister.group(2))
    ministry = article.ministry("" if education else minister.group(2).strip())
    return Post(role=minister.group(1), organization=ministry) if ministry or education else Post()


def _apposition(article: Article, floor: int, stop: int) -> Post:
    """Return the post that a bare name is set beside: "Phó Chủ tịch Hội X, Trần Văn A"; not one behind another name."""
    organization = article.org_by_end.get(stop) or _body_seated(article, floor, article.place_by_end.get(stop))
    if organization is None:
        return Post()
    role = _role_before(article.text, floor, organization.start_char, wide=True)
    at = article.text.rfind(role, floor, organization.start_char) if role else -1
    if at < 0 or LISTENER.match(role) or LEARNER.match(role) or AFTER_NAME.search(article.text, floor, at):
        return Post()
    if article.end_of_name_before(at) >= max(1, at - 40):
        return Post()
    role, name, _ = post_in_office(article, role, organization)
    return Post(role=role, organization=name)


def _title_before(text: str, floor: int, end: int) -> re.Match[str] | None:
    window = max(floor, end - 24)
    for match in TITLE.finditer(text, window, end):
        if re.fullmatch(r"[.\s]{0,3}(?:[-–]\s)?", text[match.end() : end]) and (
            match.start() == 0 or not text[match.start() - 1].isalnum()
        ):
            return match
    return None


def _abbreviated(titles: list[str]) -> bool:
    return (
        len(titles) > 1
        and all(re.fullmatch(r"[A-ZƯĐ][A-Za-zƯ.]{0,5}", title) for title in titles)
        and titles[0] in ("GS", "PGS")
    )


def _role_before(text: str, floor: int, end: int, *, wide: bool = False) -> str:
    """Return the role that ends at ``end``; a wide one may have any words that say what it is for."""
    stop = len(text[floor:end].rstrip()) + floor
    if stop < end - 2:
        return ""
    found = ""
    for match in ROLE.finditer(text, max(floor, stop - 60), stop):
        if match.start() > 0 and text[match.start() - 1].isalnum():
            continue
        tail = text[match.end() : stop]
        if not tail or EPITHET.fullmatch(tail):
            double = DOUBLE.search(text, floor, match.start()) if ARTIST.fullmatch(match.group()) else None
            return text[double.start() if double else match.start() : match.end()]
        # "Phó Chủ tịch Hội đồng trường", "Tổ trưởng tổ Toán": the role's own complement
        if len(tail) <= 24 and OWN_COMPLEMENT.fullmatch(tail):
            return match.group() + re.split(r"\scủa(?!\w)", tail)[0]
        tail = WORKS_AT.sub("", tail) if wide else tail
        if (wide or SPECIALIST.match(match.group())) and COMPLEMENT.fullmatch(tail):
            found = match.group() + tail
    return found
