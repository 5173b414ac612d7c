"""The organisations and people of one article as the posts of its people are looked up in them."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc, Span

from trichtin.annotate.links.ids import ABBREVIATIONS, entity_id, expand, fold
from trichtin.annotate.people.post import ADMINISTRATIVE
from trichtin.annotate.people.roles import SCHOOL

EDUCATION_MINISTRY = "org:bo-giao-duc-va-dao-tao"
# The short name behind a full one: "(MISIM)", "– SimBank,".
SHORT_NAME = re.compile(
    r"\s?(?:\((?:gọi tắt là |viết tắt là |tên viết tắt:? )?([A-ZĐ][^\W_]{1,11})\)"
    r"|[-–]\s([A-ZĐ][^\W_]*[A-ZĐ][^\W_]*)(?=[,.)]))"
)
# Parts of a body that are not the body: "SimBank Chi nhánh X".
BRANCH = re.compile(r"[\s.](?:bộ|chi nhánh|cơ sở|phân hiệu|khoa|phòng|văn phòng|tại)(?!\w)", re.IGNORECASE)
INNER_SHORT = re.compile(r"\s\([A-ZĐ]{2,8}\)(?=\s)")
UNIVERSITY = re.compile(r"(?:Trường )?(?:ĐH|Đại học|Học viện|Cao đẳng|CĐ)(?!\w)", re.IGNORECASE)
OF_CLASS = re.compile(r"(?<!\w)(?:lớp|khối)\s(?:\d|chuyên)|chủ nhiệm(?! khoa| bộ môn)|bảo mẫu", re.IGNORECASE)
UNION = re.compile(r"(?:ĐH|Đại học) (?:Quốc gia|Đà Nẵng|Huế|Thái Nguyên)|ĐHQG", re.IGNORECASE)
BRACKET_BEFORE = re.compile(r"\s?\($")
PARENT_BEFORE = re.compile(r"(?:\s?\(|,\s|\s?[-–]\s|\s(?:thuộc|của)\s)$")
KEPT_BY = re.compile(r"-(?:tu-thuc|dan-lap|cong-lap|ban-cong)-")
COMPANY = re.compile(r"(?:công ty|tập đoàn|ngân hàng|hãng|câu lạc bộ|CLB|báo|tổ chức|quỹ)(?!\w)", re.IGNORECASE)
LEVELS = "dai-hoc|cao-dang|hoc-vien|trung-hoc-pho-thong|trung-hoc-co-so|trung-hoc|tieu-hoc|mam-non|mau-giao".split("|")
LEVEL_HEADS = frozenset(f"org:{level}-{chosen}" for level in LEVELS for chosen in ("", "chuyen-"))


class Article:
    """What the people of one article are looked up in: its text, its people's mentions and its organisations."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self._fullest: dict[str, str] = {}
        self._bodies: dict[str, list[Span]] = {}  # the schools, and the bodies of a noun, in the order of the text
        ents = doc.ents
        self.persons = [ent for ent in ents if ent.label_ == "PER"]
        self.person_by_start = {ent.start_char: ent for ent in self.persons}
        self.starts = [ent.start_char for ent in self.persons]
        self.organizations = [ent for ent in ents if ent.label_ == "ORG"]
        self.names = {name: _identity(name) for name in dict.fromkeys(ent.text for ent in self.organizations)}
        self.places = [ent for ent in ents if ent.label_ == "LOC"]
        self.org_by_start = {ent.start_char: ent for ent in self.organizations}
        self.org_by_end = {ent.end_char: ent for ent in self.organizations}
        self.place_by_start = {ent.start_char: ent for ent in self.places}
        self.place_by_end = {ent.end_char: ent for ent in self.places}
        self._written_out = self._find_written_out()

    def fullest(self, organization: str) -> str:
        """Return the fullest name in the article of the organisation that a mention names."""
        if organization not in self._fullest:
            self._fullest[organization] = self._find_fullest(organization)
        return self._fullest[organization]

    def _find_written_out(self) -> dict[str, str]:
        """Return the short names that the article gives behind a full one: "Công ty Mía đường Sim (MISIM)"."""
        written_out: dict[str, str] = {}
        for ent in self.organizations:
            short = SHORT_NAME.match(self.text, ent.end_char)
            if short and fold(short.group(1) or short.group(2)) not in ABBREVIATIONS and " " in ent.text:
                written_out.setdefault((short.group(1) or short.group(2)).casefold(), ent.text)
        return written_out

    def _find_fullest(self, organization: str) -> str:
        same = [organization]
        long = self._written_out.get(organization.casefold())
        identities = {_identity(name) for name in (organization, long) if name}
        folded = organization.casefold()
        longer: list[str] = []
        for name, of_name in self.names.items():
            if (
                of_name in identities
                or _is_kind_of(identities, of_name)
                or abbreviates(organization, name)
                or _is_brand(organization, name)
                or any(_of_level(identity, of_name) for identity in identities)
            ):
                same.append(name)
            elif name.casefold().startswith((folded + " ", folded + ".")) and not BRANCH.match(name, len(folded)):
                longer.append(name)
        if len({entity_id("ORG", name) for name in longer}) == 1:  # "Trường Mầm non" when there is one kindergarten
            same.extend(longer)
        return max(same, key=lambda name: (*_fullness(name), name == organization))

    def body_near(self, position: int, noun: str) -> str:
        """Return the body that its noun alone ("công ty", "Sở") means at a position: the last of that kind before it."""
        head = noun.casefold() + " "
        if head not in self._bodies:
            self._bodies[head] = [ent for ent in self.organizations if ent.text.casefold().startswith(head)]
        return self._nearest(self._bodies[head], position)

    def _nearest(self, bodies: list[Span], position: int) -> str:
        """Return the fullest name of the last body before a position, else of the first behind it."""
        k = bisect_left(bodies, position, key=lambda ent: ent.start_char)
        return self.fullest(bodies[max(0, k - 1)].text) if bodies else ""

    def committee_of(self, place: str) -> str:
        """Return the people's committee of a district that the article names, which its chairman is of."""
        if not ADMINISTRATIVE.match(place):
            return place
        committee = entity_id("ORG", f"UBND {place}")
        named = [name for name, identity in self.names.items() if identity == committee]
        return self.fullest(named[0]) if named else place

    def names_person(self, start: int, end: int) -> bool:
        """Tell whether the text names a person between two positions."""
        k = bisect_left(self.starts, start)
        return k < len(self.starts) and self.starts[k] < end

    def end_of_name_before(self, start: int) -> int:
        """Return where the last name of a person before a position ends."""
        k = bisect_left(self.starts, start)
        return self.persons[k - 1].end_char if k else 0

    def ministry(self, of_field: str = "") -> str:
        """Return the ministry of a field ("Lao động"), else the only one of the article or that of education."""
        ministries = {name: identity for name, identity in self.names.items() if identity.startswith("org:bo-")}
        if of_field:
            wanted = entity_id("ORG", "Bộ " + of_field)
            ministries = {n: i for n, i in ministries.items() if i.startswith(wanted) or wanted.startswith(i)}
        elif len(set(ministries.values())) > 1:
            ministries = {n: i for n, i in ministries.items() if i == EDUCATION_MINISTRY}
        return self.fullest(max(ministries, key=len)) if ministries else ""

    def only_body(self, kind: re.Pattern[str]) -> str:
        """Return the one body of a kind that the article names; nothing when it names several."""
        names = {self.fullest(name) for name in self.names if kind.match(name)}
        return names.pop() if len(names) == 1 else ""

    def school_near(self, position: int, role: str = "") -> str:
        """Return the school that "nhà trường" at a position means: the last named before, else the first after.

        Pupils, and those who teach a class, are not of a university.
        """
        kind = "of pupils" if OF_CLASS.search(role) else "any"
        if kind not in self._bodies:
            self._bodies[kind] = [
                ent
                for ent in self.organizations
                if SCHOOL.match(ent.text)
                and " " in ent.text
                and not (kind == "of pupils" and UNIVERSITY.match(ent.text))
                and not self._is_parent(ent)
            ]
        return self._nearest(self._bodies[kind], position)

    def _is_parent(self, school: Span) -> bool:
        """Tell whether a university is named as what another belongs to: "Trường ĐH A (ĐH Quốc gia B)"."""
        before = PARENT_BEFORE if UNION.match(school.text) else BRACKET_BEFORE
        link = before.search(self.text, max(0, school.start_char - 8), school.start_char)
        child = self.org_by_end.get(link.start()) if link else None
        return child is not None and bool(SCHOOL.match(child.text))


def _identity(name: str) -> str:
    """Return the id of an organisation, the short form in the middle of its name left out: "Trường Trung học (TH) X"."""
    return entity_id("ORG", INNER_SHORT.sub("", name) if "(" in name else name)


def _fullness(name: str) -> tuple[int, int]:
    """Order the names of one body: the longest written out, then the least abbreviated."""
    folded = fold(name)
    return len(expand(folded)), len(folded.replace(" ", ""))


def _is_kind_of(identities: set[str], other: str) -> bool:
    """Tell whether another name is one of the identities but for who keeps the school: "Trường mầm non tư thục X"."""
    plain = KEPT_BY.sub("-", other)
    return plain != other and plain in identities


def _is_brand(short: str, long: str) -> bool:
    """Tell whether one name is another without its kind: "Simtour", "Công ty du lịch Simtour"."""
    return bool(COMPANY.match(long)) and not COMPANY.match(short) and long.endswith(" " + short)


def abbreviates(short: str, long: str) -> bool:
    """Tell whether one name is another with some of its words as initials: "Chi cục ATVSTP Nghệ An", "MU"."""
    words = long.split()
    initials = short.replace(".", "")
    if initials.isupper() and 2 <= len(initials) == len(words):
        return "".join(word[0] for word in words).upper() == initials
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
    name = identity.removeprefix("org:truong-")
    return name != identity and other.endswith(name) and other.removesuffix(name) in LEVEL_HEADS
