"""People: who is named, with which titles, in which post of which organisation.

Titles and posts stand around a name in a few fixed patterns of Vietnamese news: rank and post before it
("Thứ trưởng Bộ GD&ĐT A", "GS.TS A"), post after a comma, dash or bracket ("bà A, Hiệu trưởng trường B",
"em A (lớp 12A1, trường B)"). Later mentions ("ông Hoan") are joined to the full name by its tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span

from trichtin.annotate import extensions
from trichtin.annotate.ids import entity_id, expand, fold, person_id
from trichtin.annotate.known_bodies import is_paper
from trichtin.annotate.roles import (
    ADDRESS_END,
    CHIEF,
    CLASS_ONLY,
    EDUCATION,
    MINOR,
    ROLE,
    SCHOOL,
    SCHOOL_ROLE,
    TITLE,
    UNIT_HEAD,
)
from trichtin.facts import Person

REACH = 160  # characters on either side of a name in which its post is looked for
LEFT_SEPARATOR = re.compile(r"\s{0,2}[-–—,:]\s{0,2}$")
ASIDE = re.compile(
    r"\s?\((?:SN|sinh|sinh năm|năm sinh)?\s?\d{1,4}(?:[,.]\d)?(?:\stuổi)?\)|,?\s(?:cùng\s|đều\s)?\d{1,2}\stuổi(?=\s?[,(-])|,\s(?:SN|sinh năm)\s\d{4}"
)
# "ông A vừa thôi giữ chức Chi cục trưởng …"
OFFICE = re.compile(
    r"(?:\s[^\s,.;:()]{1,8}){0,5}\sgiữ\schức(?:\svụ)?\s|\sđược\s(?:bổ\snhiệm|bầu)\s(?:làm\s|giữ\schức\s(?:vụ\s)?)?"
)
OPENER = re.compile(
    r"\s{0,2}(?:[,(–—-]\s{0,2}(?:là\s|hiện\slà\s|hiện\s|nguyên\slà\s|đang\slà\s|đang\shọc\s)?|(?:\.{3}|…)?(?:\s?(?:hiện|đang|vốn|cũng|từng|đều)){0,2}\s?(?:là|làm)\s|)(?:một\s)?",
    re.IGNORECASE,
)
# "lớp 11B5 do cô giáo A làm chủ nhiệm"
HOMEROOM = re.compile(r"(?:cô|thầy)\s(?:giáo\s)?[^,.;:\n]{1,40}\slàm\s$", re.IGNORECASE)
THIS_SCHOOL = re.compile(r"\s(?:của\s)?(?:nhà trường|trường này|trường|trường trên|trường nói trên)(?!\s?[A-ZĐ])")
NAMED_BY = re.compile(r"\s(?:là|gồm)\s?:?\s{1,2}$")
ACRONYM = re.compile(r"\s\([^()\s]{2,12}\)$")
CHAINED = re.compile(r"(?:,| -| –| thuộc| của)\s$")
# "3 học sinh gồm: A, B", "các em học sinh trường X là A và B"
PLURAL = re.compile(
    r"(?<!\w)((?:học sinh|sinh viên|thí sinh|nữ sinh|nam sinh|phụ huynh|giáo viên|giảng viên)(?:\slớp\s\d{1,2}\w{0,3})?)(?:\s[^.;:()\n]{1,70}?)?\s(?:gồm|là|gồm có|bao gồm)\s?:?\s?$",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s?\(([^()\n]{5,160})(?:[()]|$)")
OWN_SCHOOL = re.compile(r"\s?\((?:trường|TH|THCS|THPT|ĐH|đại học|học viện|cao đẳng)(?!\w)", re.IGNORECASE)
CLASS_ALONE = re.compile(r"\.?\s?\(((?:[1-9]|1[0-2])[A-ZĐ]\d{0,2})\)")
STUDIES = re.compile(r"(?:đang |hiện |hiện đang )?(?:theo )?(?:học|công tác|làm việc|giảng dạy)(?: tại| ở)?\s")
SEGMENT = re.compile(r"(?:[,;]|\s[-–])\s(?:là\s|hiện\slà\s|nguyên\slà\s)?")
LIST_LINK = re.compile(
    r"(?:\s?\([^()\n]{1,120}\)|\s\d{1,2}\stuổi)?\s?(?:,|;|và|cùng|,\s?và)\s(?:(?:em|cháu|bạn|ông|bà|cô|thầy|anh|chị)\s)?",
    re.IGNORECASE,
)
SCHOOL_LEVEL = "org:(?:dai-hoc|cao-dang|hoc-vien|trung-hoc-pho-thong|trung-hoc-co-so|trung-hoc|tieu-hoc|mam-non|mau-giao)-(?:chuyen-)?"
LEARNER = re.compile(r"(?:cựu )?(?:học sinh|sinh viên|nam sinh|nữ sinh|thí sinh|hs|sv)(?!\w)", re.IGNORECASE)
RELATIVE = re.compile(r"(?:phụ huynh|mẹ|bố|cha|ông nội|bà nội|ông ngoại|bà ngoại|giáo viên chủ nhiệm)", re.IGNORECASE)
FAMILY = frozenset({"mẹ", "bố", "cha", "con gái", "con trai", "ông nội", "bà nội", "ông ngoại", "bà ngoại"})
YOUNG = frozenset({"em", "cháu", "bé", "bạn"})
CHILD = re.compile(r"(?:\scủa)?(?:\s(?:em|cháu|bé|học sinh|nữ sinh|nam sinh|sinh viên|con)){1,2}\s?")
INITIALS = re.compile(r"[A-ZĐ]{1,2}(?:\.[A-ZĐ]{1,2}){0,3}(?!\w)")
ADDRESS_START = re.compile(r"\s{1,2}(?:(?:ông|bà|anh|chị|em|thầy|cô)\s(?:giáo\s)?)?")
# An office of the district is a body by itself; the offices of a department or a school are not.
INNER_OFFICE = re.compile(
    r"(?:phòng|tổ|bộ môn)\s(?!(?:GD|Giáo dục (?:và|&|-)|Giáo dục (?:quận|huyện|thị|thành)|LĐ|Lao động|Nội vụ|Tư pháp|Y tế|Văn hóa|Cảnh sát|PC\d))",
    re.IGNORECASE,
)
PARENT_LINK = re.compile(r"\s?(?:,\s|\(|[-–]\s|của\s|thuộc\s)")
EPITHET = re.compile(
    r"\s(?:đầu tiên|duy nhất|trẻ tuổi|nổi tiếng|xuất sắc|tiêu biểu|người (?:Mỹ|Anh|Pháp|Đức|Nga|Nhật|Việt))"
)
OWNER = re.compile(r"\s(?:của|ở|tại|đến từ|thuộc|\()\s?")
CLAUSE = re.compile(
    r"[.;:!?”\"\n]|\s(?:cho biết|cho rằng|cho hay|nói|chia sẻ|khẳng định|đã|đang|sẽ|cũng|vừa|có|phát biểu|nhấn mạnh|và|thì|bị|được|tại buổi)\s"
)


@dataclass(slots=True)
class Post:
    """A post found beside one mention of a person."""

    titles: list[str] = field(default_factory=list)
    role: str = ""
    organization: str = ""
    shared: bool = False  # found before the name, so it may hold for a whole list of names

    @property
    def weight(self) -> tuple[bool, bool, bool, int]:
        """Fuller posts first: a proper role, then an organisation, then any role, then the role of more words."""
        proper = bool(self.role) and not MINOR.match(self.role)
        return proper, bool(self.organization), bool(self.role), self.role.count(" ")


class Article:
    """What the people of one article are looked up in: its text, its people's mentions and its organisations."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self._fullest: dict[str, str] = {}
        self.persons = [ent for ent in doc.ents if ent.label_ == "PER"]
        self.organizations = [ent for ent in doc.ents if ent.label_ == "ORG"]
        self.names = {name: entity_id("ORG", name) for name in dict.fromkeys(ent.text for ent in self.organizations)}
        self.places = [ent for ent in doc.ents if ent.label_ == "LOC"]
        self.org_by_start = {ent.start_char: ent for ent in self.organizations}
        self.org_by_end = {ent.end_char: ent for ent in self.organizations}
        self.place_by_start = {ent.start_char: ent for ent in self.places}
        self.place_by_end = {ent.end_char: ent for ent in self.places}

    def fullest(self, organization: str) -> str:
        """Return the fullest name in the article of the organisation that a mention names."""
        if organization not in self._fullest:
            self._fullest[organization] = self._find_fullest(organization)
        return self._fullest[organization]

    def _find_fullest(self, organization: str) -> str:
        same = [organization]
        identity = entity_id("ORG", organization)
        folded = organization.casefold()
        longer: list[str] = []
        for name, of_name in self.names.items():
            if of_name == identity or abbreviates(organization, name) or _of_level(identity, of_name):
                same.append(name)
            elif name.casefold().startswith((folded + " ", folded + ".")):
                longer.append(name)
        identities = {entity_id("ORG", name) for name in longer}
        if len(identities) == 1:  # "Trường Mầm non" when the article knows one kindergarten
            same.extend(longer)
        return max(same, key=lambda name: (len(expand(fold(name))), len(name)))

    def school_near(self, position: int) -> str:
        """Return the school that "nhà trường" at a position means: the last named before, else the first after."""
        schools = [ent for ent in self.organizations if SCHOOL.match(ent.text) and " " in ent.text]
        before = [ent for ent in schools if ent.start_char < position]
        chosen = before[-1:] or schools[:1]
        return self.fullest(chosen[0].text) if chosen else ""


def abbreviates(short: str, long: str) -> bool:
    """Tell whether one name is another with some of its words as initials: "Chi cục ATVSTP Nghệ An"."""
    words = long.split()
    k = 0
    for word in short.split():
        if k < len(words) and word.casefold() == words[k].casefold():
            k += 1
        elif word.isupper() and len(word) >= 3 and "".join(w[0] for w in words[k : k + len(word)]).upper() == word:
            k += len(word)
        else:
            return False
    return k == len(words)


def _of_level(identity: str, other: str) -> bool:
    """Tell whether a school without its level ("Trường An Dương") can be the other, which has one."""
    return identity.startswith("org:truong-") and bool(
        re.fullmatch(SCHOOL_LEVEL + re.escape(identity.removeprefix("org:truong-")), other)
    )


def find_people(doc: Doc) -> list[Person]:
    """Return the people whom the article profiles, in the order of their first mention.

    Args:
        doc: an article whose ``ents`` hold PER and ORG mentions.

    Returns:
        One person a name with titles, role and organisation, empty where the article does not say;
        ``aliases`` are the shorter forms by which later sentences call the person.
    """
    article = Article(doc)
    posts = {mention.start: _profiled(post_of(article, mention)) for mention in article.persons}
    _share_in_lists(article, posts)
    people: list[Person] = []
    for mentions in group_mentions(article.persons):
        name = max((m.text for m in mentions), key=len)
        own = [posts[mention.start] for mention in mentions]
        best = max(own, key=lambda post: post.weight)
        titles = next((post.titles for post in own if post.titles), [])
        organization = best.organization
        if not organization and SCHOOL_ROLE.match(best.role):
            organization = article.school_near(mentions[0].start_char)
        if not (best.role or organization or titles):
            continue
        aliases = {called(article.text, mention) for mention in mentions} - {name}
        people.append(Person(person_id(name), name, titles, best.role, organization, sorted(aliases)))
    return people


def _profiled(post: Post) -> Post:
    """Leave out what says nothing of a person's work: the paper behind a byline, a place in a family without the family."""
    if not post.role and is_paper(post.organization):
        post.organization = ""
    if post.role.lower() in FAMILY and not post.organization:
        post.role, post.shared = "", False
    return post


def _share_in_lists(article: Article, posts: dict[int, Post]) -> None:
    """Give the members of a list ("các em A, B và C (lớp 12A1)") the post that one of them has."""
    pairs = list(zip(article.persons, article.persons[1:], strict=False))
    links = [bool(LIST_LINK.fullmatch(article.text, a.end_char, b.start_char)) for a, b in pairs]
    for (one, two), linked in zip(pairs, links, strict=True):
        giver, taker = posts[one.start], posts[two.start]
        if linked and not taker.role and not taker.organization and giver.role and giver.shared:
            taker.role, taker.shared = giver.role, True
            if not OWN_SCHOOL.match(article.text, two.end_char):  # one that the tagger missed
                taker.organization = giver.organization
        elif linked and not taker.role and giver.shared and LEARNER.match(giver.role):
            taker.role, taker.shared = giver.role, True  # "học sinh lớp 12 là A (trường B), C (trường D)"
    for (one, two), linked in zip(reversed(pairs), reversed(links), strict=True):
        giver, taker = posts[two.start], posts[one.start]
        if linked and taker.role == giver.role and not taker.organization and giver.organization and taker.shared:
            taker.organization = giver.organization  # "2 sinh viên gồm A và B (học Trường C)"
        if (
            linked
            and LEARNER.match(taker.role)
            and LEARNER.match(giver.role)
            and "lớp" in giver.role
            and "lớp" not in taker.role
        ):
            taker.role = giver.role  # "hai nữ sinh là A và B, học sinh lớp 9"
        if linked and not taker.role and not taker.organization and LEARNER.match(giver.role):
            taker.role, taker.organization = giver.role, giver.organization


def group_mentions(mentions: Sequence[Span]) -> list[list[Span]]:
    """Group the mentions of one person.

    A shorter form joins the last longer name before it that ends with it ("ông Hoan"); a short form that comes before
    its full name, as in a title, joins the only later name that ends with it.

    Args:
        mentions: PER spans in the order of the text.

    Returns:
        One list of mentions a person, in the order of the first mention.
    """
    groups: list[list[Span]] = []
    names: list[tuple[str, ...]] = []  # the fullest name of each group, in syllables
    by_tail: dict[tuple[str, ...], int] = {}  # every ending of a name to the last group that has it
    for mention in mentions:
        words = tuple(mention.text.casefold().split())
        home = by_tail.get(words)
        if home is None:  # a fuller form of a name that was short so far, given name alone left out
            home = next(
                (by_tail[words[k:]] for k in range(1, len(words) - 1) if _is_name(by_tail, names, words[k:])), None
            )
        if home is None:
            groups.append([])
            names.append(words)
            home = len(groups) - 1
        groups[home].append(mention)
        if len(words) > len(names[home]):
            names[home] = words
        for k in range(len(names[home])):
            by_tail[names[home][k:]] = home
    return _join_early_short(groups, names)


def _is_name(by_tail: dict[tuple[str, ...], int], names: list[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    return words in by_tail and names[by_tail[words]] == words


def _join_early_short(groups: list[list[Span]], names: list[tuple[str, ...]]) -> list[list[Span]]:
    """Join a short form that comes before its full name (in the title) to the only later group it can mean."""
    longer: dict[tuple[str, ...], list[int]] = {}
    for k, name in enumerate(names):
        for length in (1, 2):
            if len(name) > length:
                longer.setdefault(name[-length:], []).append(k)
    out: list[list[Span]] = []
    for k, group in enumerate(groups):
        later = [j for j in longer.get(names[k], ())[-2:] if j > k]
        if len(names[k]) <= 2 and len(later) == 1:
            groups[later[0]][:0] = group
        else:
            out.append(group)
    return out


def called(text: str, mention: Span) -> str:
    """Return the mention with its form of address: ``ông Hoan``."""
    match = ADDRESS_END.search(text, max(0, mention.start_char - 16), mention.start_char)
    return text[match.start() if match else mention.start_char : mention.end_char]


def post_of(article: Article, mention: Span) -> Post:
    """Return the titles, role and organisation that stand beside one mention."""
    before = _left(article, mention)
    before.shared = bool(before.role)
    if before.role and not before.organization:
        owner = OWNER.match(article.text, mention.end_char)  # "Hiệu trưởng A của trường B"
        organization = article.org_by_start.get(owner.end()) if owner else None
        if organization is not None:
            before.organization = article.fullest(organization.text)
    after = _right(article, mention)
    if before.role and after.organization and not after.role:  # "thí sinh A (trường B)"
        before.organization = before.organization or after.organization
        return before
    if after.weight > before.weight:
        after.titles = before.titles
        return after
    return before


def _left(article: Article, mention: Span) -> Post:
    text, end = article.text, mention.start_char
    floor = max(text.rfind("\n", 0, end) + 1, end - REACH)
    post = Post()
    addressed = ""
    # Ranks and forms of address, read backwards: "cho GS.TS ", "bà ", "ông - PGS ".
    while True:
        match = ADDRESS_END.search(text, max(floor, end - 16), end)
        if match:
            end, addressed = match.start(), addressed or match.group().strip().lower()
            continue
        title = _title_before(text, floor, end)
        if title is None:
            break
        end = title.start()
        post.titles.insert(0, title.group())
    post.titles = [".".join(post.titles)] if _abbreviated(post.titles) else post.titles
    plural = PLURAL.search(text, max(floor, end - 120), end)
    if plural:
        post.role = plural.group(1)
        return post
    separator = LEFT_SEPARATOR.search(text, max(floor, end - 5), end)
    if separator and (addressed or post.titles) and ":" not in separator.group():
        end = separator.start()
    elif separator and separator.group().strip():
        return post
    named = NAMED_BY.search(text, max(floor, end - 8), end)  # "Hiệu trưởng nhà trường là bà A"
    if named:
        end = named.start()
    stop = len(text[floor:end].rstrip()) + floor
    acronym = ACRONYM.search(text, floor, stop)
    if acronym:
        stop = acronym.start()
    organization = article.org_by_end.get(stop)
    if organization is not None:
        # "Phó Vụ trưởng Vụ Hợp tác quốc tế, Bộ GD&ĐT A": the post is in the first of the chain.
        for _ in range(3):
            begin = organization.start_char
            role = _role_before(text, floor, begin)
            if role:
                post.role = _with_unit(role, organization.text)
                post.organization = article.fullest(organization.text)
                return post
            chained = CHAINED.search(text, floor, begin)
            parent = article.org_by_end.get(chained.start()) if chained else None
            if parent is None:
                return post
            organization = parent
        return post
    place = article.place_by_end.get(stop)
    if place is not None:
        role = _role_before(text, floor, place.start_char)
        if role:
            post.role = f"{role} {place.text}"
        return post
    role = _role_before(text, floor, stop)
    if role and not (RELATIVE.fullmatch(role) and addressed in YOUNG):  # "phụ huynh cháu A" is not A
        post.role = role
        return post
    # "Bộ trưởng GD&ĐT A": the ministry is not named, only its field.
    field_ = re.search(r"\s(?:GD\s?(?:&|-|–)?\s?ĐT|Giáo dục(?: và Đào tạo)?)$", text[max(floor, stop - 24) : stop])
    if field_:
        role = _role_before(text, floor, stop - len(field_.group()))
        if role and re.search(r"bộ trưởng|thứ trưởng", role, re.IGNORECASE):
            post.role = role
            post.organization = _ministry(article)
    return post


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


def _role_before(text: str, floor: int, end: int) -> str:
    """Return the role that ends at ``end``."""
    stop = len(text[floor:end].rstrip()) + floor
    if stop < end - 2:
        return ""
    for match in ROLE.finditer(text, max(floor, stop - 60), stop):
        if match.end() == stop and (match.start() == 0 or not text[match.start() - 1].isalnum()):
            return match.group()
        tail = text[match.end() : stop]
        if EPITHET.fullmatch(tail):
            return match.group()
        # "Phó Chủ tịch Hội đồng trường", "Tổ trưởng tổ Toán": the role's own complement
        if len(tail) <= 24 and re.fullmatch(
            r"(?:\s(?:tổ|khối|bộ môn|khoa|chuyên trách|thứ nhất|của|thường trực|văn phòng)){1,2}(?:\s[\w&-]+){0,2}",
            tail,
        ):
            return match.group() + tail.removesuffix(" của")
    return ""


def _with_unit(role: str, organization: str) -> str:
    unit = UNIT_HEAD.match(organization)
    return f"{role} {unit.group()}" if unit and CHIEF.search(role) else role


def _ministry(article: Article) -> str:
    names = [ent.text for ent in article.organizations if entity_id("ORG", ent.text) == "org:bo-giao-duc-va-dao-tao"]
    return max(names, key=len) if names else ""


def _right(article: Article, mention: Span) -> Post:
    text = article.text
    position = mention.end_char
    limit = min(len(text), position + REACH)
    aside = ASIDE.match(text, position, limit)
    if aside:
        position = aside.end()
    opener = OFFICE.match(text, position, limit) or OPENER.match(text, position, limit)
    start = opener.end() if opener else position
    post = Post()
    title = TITLE.match(text, start, limit)
    if title:  # "ông A, Tiến sĩ, Viện trưởng …"
        start = title.end() + (2 if text[title.end() : title.end() + 2] == ", " else 0)
    best = _in_brackets(article, position, limit)
    for _ in range(4):  # several posts in a row: "Ủy viên …, Bộ trưởng …"
        post, end = _post_at(article, start, limit, bare=not opener or not opener.group().strip())
        if end > start and _another_follows(article, end):
            break
        if post.weight[:3] > best.weight[:3]:
            best = post
        following = re.compile(r"\s?(?:,|;|kiêm|–|-)\s{1,2}(?:kiêm\s)?").match(text, end, limit)
        if end == start or not following:
            break
        start = following.end()
    return best


def _parent_of(article: Article, unit: Span) -> Span | None:
    """Return the body that an inner office ("phòng Đào tạo") is named with; its chief is an officer of that body."""
    if not INNER_OFFICE.match(unit.text):
        return None
    link = PARENT_LINK.match(article.text, unit.end_char)
    return article.org_by_start.get(link.end()) if link else None


def _another_follows(article: Article, end: int) -> bool:
    """Tell whether a name stands right behind a post, whose post it then is: "…; Phó Chủ nhiệm Ủy ban X Phạm B"."""
    address = ADDRESS_START.match(article.text, end)
    return any(person.start_char == (address.end() if address else end) for person in article.persons)


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
        return Post(role="học sinh lớp " + class_.group(1))
    bracket = BRACKET.match(article.text, position, limit)
    if bracket:
        for segment in SEGMENT.finditer(article.text, bracket.start(1), bracket.end(1)):
            studies = STUDIES.match(article.text, segment.end(), bracket.end(1))
            school = _school_at(article, studies.end(), bracket.end(1)) if studies else None
            if school is not None and not best.organization:
                best.organization = article.fullest(school.text)
            post, _ = _post_at(article, segment.end(), bracket.end(1), bare=True)
            if post.weight > best.weight:
                best = post
    return best


def _post_at(article: Article, start: int, limit: int, *, bare: bool) -> tuple[Post, int]:
    """Return the post that begins at ``start`` and where it ends; ``start`` itself when there is none."""
    text = article.text
    post = Post()
    match = ROLE.match(text, start, limit)
    if match is None:
        learner = CLASS_ONLY.match(text, start, limit)
        if learner and not bare:
            post.role, end = "học sinh lớp " + learner.group(1), learner.end()
            post.organization, end = _organization_after(article, end)
            return post, end
        organization = article.org_by_start.get(start)
        if organization is not None and not bare and text[start - 1] in "( ":
            post.organization = article.fullest(organization.text)
            return post, organization.end_char
        return post, start
    role, end = match.group(), match.end()
    if role.lower() == "chủ nhiệm" and HOMEROOM.search(text, max(0, start - REACH), start):
        return Post(role="giáo viên chủ nhiệm", organization=article.school_near(start)), end
    if RELATIVE.fullmatch(role) and role.lower() != "phụ huynh":
        child = CHILD.match(text, end, limit)
        named = next((p for p in article.persons if child and p.start_char == child.end()), None)
        if named is not None:
            return Post(role=text[start : named.end_char]), named.end_char
        if child:
            initials = INITIALS.match(text, child.end(), limit)
            stop = initials.end() if initials else child.end()
            return Post(role=text[start:stop].rstrip()), stop
    for inner in range(start + 1, end):  # "Trưởng phòng GD&ĐT huyện X": the unit's name opens inside the role
        unit = article.org_by_start.get(inner)
        if unit is not None:
            chief = text[start:inner].rstrip()
            parent = _parent_of(article, unit)
            if CHIEF.search(chief) and parent is not None:
                return Post(
                    role=text[start : unit.end_char], organization=article.fullest(parent.text)
                ), parent.end_char
            if CHIEF.search(chief):
                return Post(role=_with_unit(chief, unit.text), organization=article.fullest(unit.text)), unit.end_char
            if unit.end_char > end:
                return Post(role=chief, organization=article.fullest(unit.text)), unit.end_char
    place = article.place_by_start.get(end + 1)
    if EDUCATION.match(text, end) and re.search(r"(?:bộ|thứ) trưởng$", role, re.IGNORECASE):
        post.role, post.organization = role, _ministry(article)
        return post, end
    name, reach = _organization_after(article, end)
    if name:
        post.role, post.organization = role, name
        ent_start = next(s for s in article.org_by_start if article.org_by_start[s].end_char == reach)
        between = text[end:ent_start]
        complement = re.match(r"(?:\s[^\s,(–—-]{1,12}){1,5}", between)
        if complement:
            extra = re.split(
                r"\s(?:(?:đang |hiện )?(?:theo )?(?:học|công tác|làm việc|giảng dạy)(?:\s(?:tại|ở|của))?|của|tại|ở|thuộc|trong|tới|đến)(?=\s|$)",
                complement.group(),
            )[0]
            post.role = role + extra.rstrip()
        post.role = _with_unit(post.role, text[ent_start:reach])
        return post, reach
    here = THIS_SCHOOL.match(text, end, limit)
    post.role = role
    if here and SCHOOL_ROLE.match(role):
        post.organization = article.school_near(start)
        return post, here.end()
    if place is not None and not SCHOOL_ROLE.match(role):
        post.role = f"{role} {place.text}"
        return post, place.end_char
    return post, end


def _organization_after(article: Article, end: int) -> tuple[str, int]:
    """Return the organisation that follows a role within the same phrase, and where it ends."""
    text = article.text
    for position in range(end, min(end + 48, len(text))):
        ent = article.org_by_start.get(position)
        if ent is None:
            continue
        between = text[end:position]
        if CLAUSE.search(between + " ") or between.count(",") > 1:
            return "", end
        if any(end <= person.start_char < position for person in article.persons):
            return "", end
        return article.fullest(ent.text), ent.end_char
    return "", end


@Language.component("trichtin_people", requires=["doc.ents"], assigns=["doc._.people"])
def annotate_people(doc: Doc) -> Doc:
    """spaCy component: set ``doc._.people`` from the PER and ORG entities of the document."""
    extensions.register()
    doc._.people = find_people(doc)
    return doc
