"""The post of a person: titles, role and organisation, and the words that posts of all places share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Span

from trichtin.annotate.people.roles import MINOR

REACH = 160  # characters on either side of a name in which its post is looked for
LEARNER = re.compile(r"(?:cựu )?(?:học sinh|sinh viên|nam sinh|nữ sinh|thí sinh|hs|sv)(?!\w)", re.IGNORECASE)
FAMILY = frozenset({"mẹ", "bố", "cha", "con gái", "con trai", "ông nội", "bà nội", "ông ngoại", "bà ngoại"})
RELATIVE = re.compile(r"(?:phụ huynh|mẹ|bố|cha|ông nội|bà nội|ông ngoại|bà ngoại|giáo viên chủ nhiệm)", re.IGNORECASE)
OF_STATE = re.compile(r"(?:phó )?(?:thủ tướng|tổng thống)|tổng bí thư|chủ tịch nước", re.IGNORECASE)
LOCAL_CHIEF = re.compile(r"(?:chủ tịch|bí thư)$", re.IGNORECASE)
NO_OFFICE = re.compile(
    r"(?:nhà (?:báo|văn|thơ|nghiên cứu|khoa học|phân tích|hoạt động)|(?:ca|nhạc|nghệ|họa|bác|luật|kỹ|tiến|nghị) s[ĩỹ]|diễn viên"
    r"|cầu thủ|tiền đạo|tiền vệ|hậu vệ|thủ môn|huấn luyện viên|hlv|tỷ phú|doanh nhân|(?:học|nam|nữ|thí|sinh) (?:sinh|viên)|chuyên gia"
    r"|giáo sư|người mẫu|đạo diễn|phóng viên)$",
    re.IGNORECASE,
)
ADMINISTRATIVE = re.compile(r"(?:phường|xã|thị trấn|quận|huyện|thị xã|thành phố|TP|tỉnh)[\s.]", re.IGNORECASE)
# Heads of posts that are verbs where no mark parts them from the name.
ACTING = re.compile(
    r"chủ tọa|đại diện|phụ trách|bảo vệ|cố vấn|quản lý|thường trực|trợ giảng|lãnh đạo|chỉ huy", re.IGNORECASE
)


@dataclass(slots=True)
class Post:
    """A post found beside one mention of a person."""

    titles: list[str] = field(default_factory=list)
    role: str = ""
    organization: str = ""
    shared: bool = False  # found before the name, so it may hold for a whole list of names

    @property
    def weight(self) -> tuple[bool, bool, bool, bool, int]:
        """Fuller posts first: an office of state, a proper role, an organisation, any role, the role of more words."""
        proper = bool(self.role) and not MINOR.match(self.role)
        return bool(OF_STATE.match(self.role)), proper, bool(self.organization), bool(self.role), self.role.count(" ")


def post_of_place(role: str, place: Span) -> Post:
    """Return a post with its place: the organisation of who heads a district, else a part of the role.

    "Phó Chủ tịch phường X" is Phó Chủ tịch of the ward; "Tổng thống Pháp" is the role.
    """
    if LOCAL_CHIEF.search(role) and ADMINISTRATIVE.match(place.text):
        return Post(role=role, organization=place.text)
    if NO_OFFICE.search(role):
        return Post(role=role)  # "nhà báo Nga"
    return Post(role=f"{role} {place.text}")
