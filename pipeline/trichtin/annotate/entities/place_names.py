"""Names of places: the word for what they are, provinces and numbered districts, what only looks like a place."""

from __future__ import annotations

import re

from trichtin.annotate.entities.plurals import behind_plural
from trichtin.annotate.entities.spans import Mention, apart, free, over, touching
from trichtin.annotate.links.places import load_places

# The second half of a word of the sentence that is also the head of a place: "yêu cầu" (a bridge), "tiếng" before a people.
HALF_WORD = re.compile(r"(?<!\w)(?:yêu|nhu|toàn|cơn|khẩn|thỉnh|địa|đồng|quả|niềm)\s$", re.IGNORECASE)
HALF = re.compile(r"(?:cầu|phương|bào)\s", re.IGNORECASE)
BODY_HEAD = re.compile(
    r"(?:nhà máy|trường|sở|phòng|ubnd|ủy ban|công ty|bộ|đại học|bệnh viện|công an)(?!\w)", re.IGNORECASE
)
# "quận 1, 3 và 10": a number alone is a place only behind districts or wards.
DISTRICTS_BEFORE = re.compile(r"(?<!\w)(?:quận|phường|q\.|p\.)\s?\d[\d\s,và]*$", re.IGNORECASE)
# "các quận như 1, 2 và Gò Vấp"
NUMBERS_LISTED = re.compile(
    r"(?<!\w)(?:quận|phường)(?: \w+){0,2}(?: như|:| gồm)\s(?P<numbers>\d{1,2}(?:(?:, | và )\d{1,2})*)(?=,|\.|;| và)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+")
DISCIPLINE = re.compile(r" học(?=[,;.:…)\n\d]| D\d| ngành)")  # "Nhật Bản học"
CURRENCY = re.compile(r"(?:đô ?-?la|USD) $", re.IGNORECASE)
LANGUAGE = re.compile(r"(?:tiếng|môn|ngôn ngữ)\s", re.IGNORECASE)
LANGUAGE_BEFORE = re.compile(r"(?<!\w)(?:tiếng|môn)[^\S\n]$", re.IGNORECASE)
STATION = re.compile(r"(?<!\w)[Nn]hà[^\S\n]$")
RIVER = re.compile(r"(?<!\w)(?:đồng bằng sông|sông|núi|đèo|hồ|suối|biển)[^\S\n]$", re.IGNORECASE)
ADDRESSED = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|em|cô|thầy|cháu|bé|bạn|bác|chú)\s$", re.IGNORECASE)
HOUSE = re.compile(
    r"(?:(?<!\w)(?:số|tại|ở|chỉ:?|nhà)\s\d{1,4}[A-Z]?(?:/\d+)*|[,(]\s?\d{1,4}[A-Z]?(?:/\d+)*|\d{1,4}/\d+)\s$",
    re.IGNORECASE,
)
WARD = re.compile(r",\s?(?:phường|P\.|xã|quận|Q\.|TP|thành phố|thị trấn|huyện)", re.IGNORECASE)
CITY = re.compile(r"(?:TP|Tp|T\.P|thành phố|Thành phố)\.?\s?$")
CITY_NAME = re.compile(r"Hồ Chí Minh|HCM")
STREET = re.compile(
    r"(?<!\w)(?:đường|phố|(?<!phố )phường|quận|huyện|xã)[^\S\n]$", re.IGNORECASE
)  # which are named after people
AREA = re.compile(r"khu vực\s")
PLACE_HEAD = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện(?: đảo)?|quận|(?<!phố )phường|xã|thị xã|thị trấn|thôn|làng|ấp|buôn|chùa|chợ|công viên|sân bay|nhà ga|bến xe|quần đảo"
    r"|bán đảo|chung cư|khu đô thị|khu công nghiệp|quốc lộ|cư xá|tiểu bang|vịnh|quảng trường|vương quốc)[^\S\n]$",
    re.IGNORECASE,
)
OFFICE_OF_PLACE = re.compile(
    r"(?:Sở|Phòng|UBND|Ủy ban|Uỷ ban|HĐND|Hội|Công an|Đài|Chi cục|Ban|Trung tâm|Tỉnh đoàn|Bệnh viện|Trường|ĐH|Đại học|THPT)(?!\w)",
    re.IGNORECASE,
)
PROVINCE = re.compile(r"(?<!\w)(?:tỉnh\s)?Thừa Thiên\s?[-–]?\s?Huế(?!\w)")
NUMBERED_PLACE = re.compile(
    r"(?<!\w)(?:quận|phường) \d{1,2}(?! ?(?:và|,|-|–) ?\d)(?![\w/])|(?<!\w)(?:TP\.?\s?HCM|ĐBSCL)(?!\w)", re.IGNORECASE
)


def no_bare_number(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop a number that was taken for a place, but behind districts or wards: "quận 1, 3 và 10"."""
    number = label == "LOC" and text[start:end].isdigit()
    return None if number and not DISTRICTS_BEFORE.search(text, max(start - 40, 0), start) else (start, end, label)


def without_half_word(text: str, start: int, end: int, label: str) -> Mention:
    """Leave the second half of a word of the sentence out of the name behind it: "yêu cầu Trường THPT"."""
    half = HALF.match(text, start, end)
    if half and HALF_WORD.search(text, max(start - 8, 0), start):
        start = half.end()
        label = "ORG" if BODY_HEAD.match(text, start, end) else label
    return start, end, label


def no_language(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop what is called after a country and is none: a language, a discipline, a currency."""
    if label == "LOC" and (DISCIPLINE.match(text, end) or CURRENCY.search(text, max(start - 7, 0), start)):
        return None
    if label == "LOC" and (
        LANGUAGE.match(text, start, end)
        or (" " not in text[start:end] and LANGUAGE_BEFORE.search(text, max(start - 7, 0), start))
    ):
        return None
    return start, end, label


def whole_station(text: str, start: int, end: int, label: str) -> Mention:
    """Take the first half of "nhà ga" into the station's name."""
    if label == "LOC" and text.startswith("ga ", start) and (nha := STATION.search(text, max(start - 4, 0), start)):
        start = nha.start()
    return start, end, label


def rivers(text: str, start: int, end: int, label: str) -> Mention:
    """Make a place of a person of one syllable behind the word for a river, a mountain or a sea."""
    if label == "PER" and " " not in text[start:end] and (river := RIVER.search(text, max(start - 16, 0), start)):
        return river.start(), end, "LOC"
    return start, end, label


def provinces_listed(text: str, found: list[Mention]) -> list[Mention]:
    """Take what bears a province's name for the province, but where an address word or a longer name shows a person."""
    provinces = set(load_places().provinces.values())
    fuller = {
        " ".join(text[a:b].split(" ")[-2:]) for a, b, label in found if label == "PER" and text.count(" ", a, b) > 1
    }
    out: list[Mention] = []
    for start, end, label in found:
        name = text[start:end]
        if label == "PER" and name in provinces and not ADDRESSED.search(text, max(start - 8, 0), start):
            label = label if name in fuller else "LOC"
        out.append((start, end, label))
    return out


def house_numbers(text: str, found: list[Mention]) -> list[Mention]:
    """Take a name between a house number and a ward for the street's: "47/1 Lý Thường Kiệt, phường 1"."""
    return [
        (start, end, "LOC")
        if label == "PER" and HOUSE.search(text, max(start - 20, 0), start) and WARD.match(text, end)
        else (start, end, label)
        for start, end, label in found
    ]


def city_names(text: str, found: list[Mention]) -> list[Mention]:
    """Join what was cut between "TP" and "Hồ Chí Minh", the city alone or at the end of a body's name."""
    out: list[Mention] = []
    for start, end, label in found:
        name = CITY_NAME.match(text, start, end)
        city = CITY.search(text, max(start - 12, 0), start) if name else None
        if name and city and label in ("PER", "LOC"):
            rest = (name.end() + 1, end, "PER") if end > name.end() + 1 else None
            end = name.end()
            if out and out[-1][1] > city.start() and CITY.search(text, out[-1][0], out[-1][1]):
                before = out.pop()
                out.append((before[0], end, "ORG" if before[2] == "ORG" else "LOC"))
            else:
                out.append((city.start(), end, "LOC"))
            if rest:
                out.append(rest)
        else:
            out.append((start, end, label))
    return out


def with_place_heads(text: str, found: list[Mention]) -> list[Mention]:
    """Give places the word for what they are, and bodies the place that follows them without a mark."""
    out: list[Mention] = []
    for start, end, label in found:
        street = STREET.search(text, max(start - 8, 0), start) if label == "PER" else None
        if street and not behind_plural(text, street.start()):
            start, label = street.start(), "LOC"
        if label == "LOC":
            if text.startswith("nước ", start) and text.endswith("đất ", 0, start):
                start += len("nước ")
            if area := AREA.match(text, start, end):
                start = area.end()
            head = PLACE_HEAD.search(text, max(start - 16, 0), start)
            if head and not behind_plural(text, head.start()) and text[start].isupper():
                start = head.start()
            beside = bool(out) and out[-1][2] == "ORG" and text[out[-1][1] : start] in ("", " ")
            if beside and OFFICE_OF_PLACE.match(text, out[-1][0]):
                start, label = out.pop()[0], "ORG"
        out.append((start, end, label))
    return apart(out)


def with_known_places(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the province whose name a dash parts, and the districts and wards that bear numbers, where they were missed."""
    provinces = [
        (m.start(), m.end(), "LOC")
        for m in PROVINCE.finditer(text)
        if not any(label == "ORG" for *_, label in touching(found, m.start(), m.end()))
    ]
    numbered = free(found, [(m.start(), m.end(), "LOC") for m in NUMBERED_PLACE.finditer(text)])
    for listed in NUMBERS_LISTED.finditer(text):
        numbered += [(m.start(), m.end(), "LOC") for m in NUMBER.finditer(text, *listed.span("numbers"))]
    return over(found, provinces + numbered)
