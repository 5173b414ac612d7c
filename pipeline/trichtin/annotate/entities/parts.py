"""Part mentions that ran together: a body and its officer, two bodies, schools in a row, places that a dash joins.

Each rule takes the text and one mention, and gives the mentions that it is made of, in order.
"""

from __future__ import annotations

import re

from trichtin.annotate.entities.spans import Mention
from trichtin.annotate.links.ids import SYLLABLE, fold
from trichtin.annotate.links.places import load_places
from trichtin.annotate.numbers import CAPITALS

ADMINISTRATIVE = re.compile(
    r"(?:bộ|ban|quốc hội|chính phủ|[uủ][yỷ] ban|đảng|hội|đoàn|ubnd|hđnd|sở|vụ|cục|chi cục|tổng cục|thành ủy|tỉnh ủy|huyện ủy"
    r"|quận ủy|trung ương|tw|phòng|công an|văn phòng|mặt trận|liên đoàn|thanh tra|hội đồng)(?!\w)",
    re.IGNORECASE,
)
# Schools and places bear the names of people.
BEARERS = frozenset("huyện quận xã phường trấn trường đường phố thpt thcs th ptth học non".split())
# Surnames that are other words too, which their habit in the corpus does not show.
SURNAMES = frozenset("Hồ Bùi Đỗ Ngô Dương Phùng Võ Vũ Đinh Đoàn Mai Tạ Trịnh Cao Hà".split())
WORD = re.compile(r"\w+")
AND_BODY = re.compile(
    r"\svà\s(?=(?:UBND|Ủy ban|Uỷ ban|Sở|Bộ|HĐND|Thành ủy|Tỉnh ủy|Trường|Công an|Đại học|ĐH|Hội|Phòng|Ban)\s)"
    r"|\s[-–]\s(?=(?:UBND|Sở|Bộ|Trường|Đại học|ĐH|ĐHQG|Văn phòng)\s)"
)
COUNTRY_BEFORE = re.compile(r"(?:Mỹ|Anh|Pháp|Nga|Đức|Nhật|Úc|Hàn Quốc|Việt Nam)\s")
# A head with a capital within a name begins the next school of a list without commas.
SCHOOL_IN_ROW = re.compile(r"(?<=\w)\s(?:[-–]\s)?(?=(?:Đại học|Học viện|Cao đẳng|ĐH|CĐ|Trường)\s)")
KIND_BEFORE = re.compile(r"(?:Trường|(?<![Mm]ôi )trường|thuộc|của|và|Khoa|khoa|Viện|chuyên|Chuyên)$")
HIGHER = re.compile(
    r"(?:Đại học|ĐH|Học viện|Cao đẳng|CĐ)\s"
)  # which hold no other school; a "Trường ĐH" may be a university's
FEWEST_IN_ROW = 3
CITY_HEAD = re.compile(r"^(?:tp|thanh pho|tinh) ")
AGENCY = re.compile(rf"[{CAPITALS}]{{2,8}}/(?=[{CAPITALS}]\w+\s[{CAPITALS}])")
DASH = re.compile(r"\s[-–]\s")


def part(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Apply all rules to a mention.

    Args:
        text: the article.
        mention: ``(start, end, label)``.
        syllables: habit of each syllable in personal names (see :class:`trichtin.annotate.entities.lexicon.Lexicon`).

    Returns:
        The mentions that it is made of; most often itself.
    """
    found = [mention]
    for rule in (officer_behind, after_country, two_bodies, schools_in_row, places_joined, agency_and_author):
        found = [one for each in found for one in rule(text, each, syllables)]
    return found


def officer_behind(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Part a body and the name of its officer that ran together: "Ban Tuyên giáo Trung ương Võ Văn Bưởi".

    Schools and prizes bear people's names, and so do districts ("huyện Trần Văn Thời"); administrative bodies do not, nor
    does what ends with its province ("ĐH Bách khoa Hà Nội").
    """
    start, end, label = mention
    if label != "ORG":
        return [mention]
    administrative = ADMINISTRATIVE.match(text, start)
    words = [(m.start(), m.group()) for m in WORD.finditer(text, start, end)]
    for length in (4, 3):
        if len(words) <= length + 1 or words[-length - 1][1].lower() in BEARERS:
            continue
        tail = [word for _, word in words[-length:]]
        at = words[-length][0]
        plain = text[at:end] == " ".join(tail)
        surname = (syllables.get(tail[0], "").startswith("S") or tail[0] in SURNAMES) and not syllables.get(
            tail[1], ""
        ).startswith("S2")
        if not administrative and not _ends_with_place(text[start:at]):
            continue
        if plain and surname and all(word[0].isupper() and not word.isupper() for word in tail):
            return [(start, len(text[:at].rstrip()), label), (at, end, "PER")]
    return [mention]


def _ends_with_place(name: str) -> bool:
    """Say whether the last two words of a name are a province's, or its last that of Ho Chi Minh City."""
    words = name.split()
    return bool(words) and (words[-1].endswith("HCM") or load_places().province(fold(" ".join(words[-2:]))) is not None)


def after_country(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Part a country and the foreign name behind it: "Tổng thống Mỹ Donald Trump"."""
    start, end, label = mention
    country = COUNTRY_BEFORE.match(text, start, end) if label == "PER" else None
    if country and not SYLLABLE.fullmatch(fold(text[country.end() : end].split(" ", 1)[0])):
        return [(start, country.end() - 1, "LOC"), (country.end(), end, "PER")]
    return [mention]


def two_bodies(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Part two bodies that "và" or a dash joins: "Bộ GD&ĐT và UBND TP Hà Nội", "Trường ĐH Bách khoa - ĐH Quốc gia"."""
    start, end, label = mention
    joint = AND_BODY.search(text, start, end) if label == "ORG" else None
    return [(start, joint.start(), label), (joint.end(), end, label)] if joint and joint.start() > start else [mention]


def schools_in_row(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Part schools that stand one behind the other without a comma: "Đại học Hồng Đức Đại học Mở Học viện Tài chính"."""
    start, end, label = mention
    if label != "ORG":
        return [mention]
    joints = [
        joint
        for joint in SCHOOL_IN_ROW.finditer(text, start, end)
        if not KIND_BEFORE.search(text, max(joint.start() - 8, start), joint.start())
    ]
    if len(joints) + 1 < (2 if HIGHER.match(text, start, end) else FEWEST_IN_ROW):
        return [mention]
    starts = [start, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), end]
    return [(a, b, label) for a, b in zip(starts, ends, strict=True)]


def places_joined(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Part two places that a dash joins, a route or a district and its province: "Hà Nội - Nha Trang".

    Both must be known; "Bà Rịa - Vũng Tàu" is one province.
    """
    start, end, label = mention
    dash = DASH.search(text, start, end) if label == "LOC" else None
    if dash is None:
        return [mention]
    places = load_places()
    known = [places.province_of(fold(text[a:b])) for a, b in ((start, dash.start()), (dash.end(), end))]
    if all(known) and places.province_of(CITY_HEAD.sub("", fold(text[start:end]))) is None:
        return [(start, dash.start(), label), (dash.end(), end, label)]
    return [mention]


def agency_and_author(text: str, mention: Mention, syllables: dict[str, str]) -> list[Mention]:
    """Part an agency and the photographer in a credit: "TTXVN/Bùi Hải Yến"."""
    start, end, label = mention
    agency = AGENCY.match(text, start, end) if label == "ORG" else None
    return [(start, agency.end() - 1, label), (agency.end(), end, "PER")] if agency else [mention]
