"""Set right where a mention begins and ends: pieces of words, names that were cut, heads that were left out.

Rules of the same kind as those of :mod:`~trichtin.annotate.entities.mending`; each takes the text and the mentions in order, and gives mentions
in order, none overlapping another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from trichtin.annotate.entities.known_bodies import PAPER_HEAD, find_bodies, find_papers
from trichtin.annotate.links.ids import fold
from trichtin.annotate.links.places import load_places
from trichtin.annotate.numbers import CAPITALS

Mention = tuple[int, int, str]

# The second half of a word of the sentence that is also the head of a place: "yêu cầu" (a bridge), "tiếng" before a people.
HALF_WORD = re.compile(r"(?<!\w)(?:yêu|nhu|toàn|cơn|khẩn|thỉnh|địa|đồng|quả|niềm)\s$", re.IGNORECASE)
HALF = re.compile(r"(?:cầu|phương|bào)\s", re.IGNORECASE)
BODY_HEAD = re.compile(
    r"(?:nhà máy|trường|sở|phòng|ubnd|ủy ban|công ty|bộ|đại học|bệnh viện|công an)(?!\w)", re.IGNORECASE
)
OFFICE = re.compile(r"(?<!\w)(?:Thanh tra|Văn phòng)[^\S\n]$", re.IGNORECASE)  # of a ministry
LANGUAGE = re.compile(r"(?:tiếng|môn|ngôn ngữ)\s", re.IGNORECASE)
LANGUAGE_BEFORE = re.compile(r"(?<!\w)(?:tiếng|môn)[^\S\n]$", re.IGNORECASE)
CITY = re.compile(r"(?:TP|Tp|T\.P|thành phố|Thành phố)\.?\s?$")
CITY_NAME = re.compile(r"Hồ Chí Minh|HCM")
HYPHENATED = re.compile(r"-(?:\w[\w’']*)(?!\w)")
DOMAIN = re.compile(r"\.(?:vn|com|net|org)(?![\w.])", re.IGNORECASE)
TAIL_WORDS = re.compile(
    r"(?:\s(?:sau|trước|đó|này|cử|đón|mời|phỏng|đổi|tên|về|vụ|đến|lên|ra|vào|gửi|nói|có|cùng|từ|trong|của|và|với|do|bởi|theo|như|đang|đã|sẽ"
    r"|là|được|bị|rằng|cho|ký|ban|niêm|yết|xong|trực|thờ|tự|còn|vẫn|cũng|đều|khi|năm|hiện|lại|nên|phải))+$"
)
# Words of two syllables that names are cut in.
COMPOUNDS = frozenset(
    """
    xã hội|đấu thầu|giáo dục|đào tạo|công nghệ|công nghiệp|công an|công thương|khoa học|mầm non|thể thao|du lịch|môi trường|kinh tế|tài chính
    kế hoạch|cảnh sát|quốc phòng|quốc gia|quốc tế|an ninh|báo chí|truyền thông|nông nghiệp|nông thôn|lao động|thương binh|văn hóa|nghệ thuật
    kỹ thuật|sư phạm|ngoại ngữ|ngoại thương|ngoại giao|đời sống|pháp luật|tư pháp|y tế|y dược|giao thông|vận tải|xây dựng|kiến trúc|thủy lợi
    kế toán|địa chất|nội vụ|lịch sử|thủy sản|hàng hải|hàng không|bưu chính|viễn thông|thông tin|mỹ thuật|âm nhạc|sân khấu|điện ảnh|quản trị
    kinh doanh|thương mại|lâm nghiệp|sinh học|hóa học|vật lý|toán học|ngữ văn|tâm lý|nhân văn|dầu khí|cơ khí|điện tử|tự nhiên|ứng dụng|nhân dân
    sức khỏe|chữa cháy|biên phòng|hải quan|kho bạc|kiểm toán|kiểm lâm|ngân hàng|bảo hiểm|dân tộc|tôn giáo|hành chính|thống kê|đo lường
    học sinh|sinh viên|phụ nữ|thanh niên|thiếu niên|nhi đồng|khuyến học|tuyên giáo|tổ chức|kiểm định|chất lượng|nghiên cứu|phát triển|quản lý
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
) - {""}
SECOND_HALF = re.compile(r"\s[^\W\d_]+")
# What stands before a name and is none of it: roles, marks of sources, generic words.
LEADING = re.compile(
    r"(?:Nguồn:?|Ảnh:?|P\.?V|[Pp]hóng viên|[Cc]ộng tác viên|CTV|(?:Phó )?[Bb]í thư(?: [Tt]hứ nhất)?|(?:Phó )?[Cc]hi [Cc]ục [Tt]rưởng|(?:Phó )?[Cc]ục trưởng|(?:Phó )?[Vv]ụ trưởng|mạng xã hội|trường(?= Học viện)"
    r"|giáo(?= mầm non)|quốc tịch|(?:[Tt]ân )?(?:[Tt]ổng thống|[Tt]hủ tướng|[Nn]goại trưởng)|[Bb]an [Gg]iám [Hh]iệu|[Hh]ội đồng (?:quản trị|trường)(?= ))\s"
)
DOUBLED = re.compile(r"(?!khoa)(\w+(?:\s\w+)?)\s(?=\1\s)", re.IGNORECASE)  # "Bệnh viện bệnh viện Nhiệt đới"
OF_COUNTRY = re.compile(r"quốc tịch|(?:Tân )?(?:tổng thống|thủ tướng|ngoại trưởng)", re.IGNORECASE)
INDUSTRY = re.compile(r"(?:[Nn]gành)\s")
PLACE_INSIDE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|TP|quận|huyện|thị xã)[\s.]")
TITLES = {
    "DOC": re.compile(r"(?:Luật|Bộ luật|Nghị quyết|Quy chế|Hiến pháp|Chiến lược|Pháp lệnh)(?!\w)"),
    "PROG": re.compile(r"(?:Hội nghị|Hội thảo|Kỳ thi|Cuộc thi|Lễ hội|Giải thưởng|Chương trình|Hội thi|Hội diễn)\s"),
}
SCHOOL = (
    r"(?:(?:trường\s)?(?:THPT|THCS|PTTH|PTDTNT|PTDTBT|TH|ĐH|CĐ|trung học phổ thông|trung học cơ sở|tiểu học|mầm non|mẫu giáo|đại học"
    r"|cao đẳng|học viện|phổ thông)(?:\s(?:công lập|tư thục|dân lập|bán công|chuyên|năng khiếu))?)"
)
SCHOOL_HEAD = re.compile(rf"(?<!\w){SCHOOL}[^\S\n]$", re.IGNORECASE)
BARE_SCHOOL = re.compile(rf"{SCHOOL}", re.IGNORECASE)
PLURAL = re.compile(r"(?<!\w)(?:các|những|nhiều|mỗi|từng|hai|ba|bốn|năm|\d+|một số|đa số)\s(?:\w+\s)?$", re.IGNORECASE)
EACH = re.compile(r"(?<!\w)(?:mỗi|từng)[^\S\n]$", re.IGNORECASE)
NO_BODY = re.compile(r"IT|INT|ITN|NVCC|P\.?V|TL")  # of photo credits, and the reporter
MEDIUM = re.compile(
    r"(?<!\w)(?:tạp chí|đài (?:phát thanh|truyền hình)(?: và (?:phát thanh|truyền hình))?|hãng (?:tin|thông tấn)|kênh truyền hình"
    r"|cơ sở(?= mầm non\s))[^\S\n]$",
    re.IGNORECASE,
)
NAME = re.compile(rf"\s((?:[{CAPITALS}]\w*)(?:\s[{CAPITALS}]\w*){{0,3}})(?!\w)")
# "các trường … như A, B, C", "2 trường công lập là A, B": what is listed there are schools.
SCHOOLS_LISTED = re.compile(
    r"(?<!\w)(?:các|những|hai|ba|bốn|\d+)\s(?:ngôi\s)?(?:trường|lớp chuyên|lớp không chuyên)(?!\s(?:hợp|quốc))(?:\s[^\s.,;:()“”\"]+){0,9}?(?:\s(?:như|gồm|là|gồm có)|:)\s",
    re.IGNORECASE,
)
LISTED = re.compile(
    rf"(?:(?i:{SCHOOL}|trường)\s)?[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*){{1,3}}(?=\s?(?:,|\.|;|\)|\(|và\s|…|\n|$))"
)
SCHOOLS_HEADED = re.compile(
    rf"(?<!\w)(?:các|những|hai|ba|bốn|\d+)\s(?:trường\s)?{SCHOOL}\s(?-i:[{CAPITALS}])\w*(?:\s(?-i:[{CAPITALS}])\w*){{1,3}}",
    re.IGNORECASE,
)
FURTHER = re.compile(rf"[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*){{1,3}}(?!\w|\s[{CAPITALS}\d])")
SEPARATOR = re.compile(r"\s?(?:\([^)]{1,30}\)\s?)?(?:,|;|và|,\svà)\s")
STATION = re.compile(r"(?<!\w)[Nn]hà[^\S\n]$")


EXAM = re.compile(
    r"(?:(?:kỳ|kì) thi|thi)\s(?:tốt nghiệp\s)?(?:THPT|trung học phổ thông)\squốc gia(?:\s(?:năm\s)?20\d\d)?",
    re.IGNORECASE,
)
# Exams that every province holds under one name.
COMMON_EXAM = re.compile(
    r"(?<!\w)(?:kỳ|kì) thi (?:tuyển sinh (?:vào )?lớp (?:10|6)(?: THPT| trung học phổ thông)?(?: công lập| chuyên)?"
    r"|(?:tốt nghiệp )?(?:THPT|trung học phổ thông)(?: quốc gia)?)(?:\s(?:năm học 20\d\d\s?[-–]\s?20\d\d|(?:năm )?20\d\d))?(?!\w)",
    re.IGNORECASE,
)
SAT_EXAM = re.compile(
    r"(?<!\w)thi (?:tốt nghiệp )?(?:THPT|trung học phổ thông)\s?(?:quốc gia|QG)(?: (?:năm )?20\d\d)?(?!\w)",
    re.IGNORECASE,
)
TITLE_OF_HONOUR = re.compile(r"(?<!\w)danh hiệu (?:Nhà giáo|Thầy thuốc|Nghệ sĩ) (?:Nhân dân|Ưu tú)", re.IGNORECASE)
EDITION = re.compile(r"\s(?:lần|khóa)\s(?:thứ\s)?(?:\d{1,3}|[IVX]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)")
REVOLUTION = re.compile(r"(?:cuộc\s)?cách mạng", re.IGNORECASE)
COMMITTEE = re.compile(r"(?<!\w)(?:Tiểu ban|Ban)\s(?:chỉ đạo|tổ chức)(?: quốc gia)?[^\S\n]$", re.IGNORECASE)
PROVINCE = re.compile(r"(?<!\w)(?:tỉnh\s)?Thừa Thiên\s?[-–]?\s?Huế(?!\w)")
PLACE_HEAD = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|(?<!phố )phường|xã|thị xã|thị trấn|thôn|làng|ấp|buôn|chùa|chợ|công viên|sân bay|nhà ga|bến xe|quần đảo"
    r"|bán đảo|chung cư|khu đô thị|khu công nghiệp|quốc lộ|cư xá|tiểu bang|vịnh|quảng trường|vương quốc)[^\S\n]$",
    re.IGNORECASE,
)
STREET = re.compile(
    r"(?<!\w)(?:đường|phố|(?<!phố )phường|quận|huyện|xã)[^\S\n]$", re.IGNORECASE
)  # which are named after people
NUMBERED_PLACE = re.compile(
    r"(?<!\w)(?:quận|phường) \d{1,2}(?! ?(?:và|,|-|–) ?\d)(?![\w/])|(?<!\w)(?:TP\.?\s?HCM|ĐBSCL)(?!\w)", re.IGNORECASE
)
DISCIPLINE = re.compile(r" học(?=[,;.:…)\n\d]| D\d| ngành)")  # "Nhật Bản học"
CURRENCY = re.compile(r"(?:đô ?-?la|USD) $", re.IGNORECASE)
AREA = re.compile(r"khu vực\s")
OFFICE_OF_PLACE = re.compile(
    r"(?:Sở|Phòng|UBND|Ủy ban|Uỷ ban|HĐND|Hội|Công an|Đài|Chi cục|Ban|Trung tâm|Tỉnh đoàn|Bệnh viện|Trường|ĐH|Đại học|THPT)(?!\w)",
    re.IGNORECASE,
)


# Words that begin a sentence or a clause: a name ran on into them ("Ảnh Trí Kiên Quyết định …").
NEXT_SENTENCE = frozenset(
    """
    cả trong theo ngày sau trước khi đây các cụ tuy hiện ông bà nhiều tại thí học phụ giáo quyết được nhưng mặc hình bản ngoài vì để với những một từ
    """.split()
)
SUBJECT = re.compile(
    r"(?:Ngữ |Lịch |Địa |Vật |Sinh |Hóa |Tiếng )?(?:Văn|Sử|Sử học|Địa|Lý|Lí|Toán|Hóa|Hoá|Sinh|Tin|Anh|GDCD)",
    re.IGNORECASE,
)
SUBJECT_BESIDE = re.compile(
    r"(?:(?:Văn|Sử|Địa|Lý|Lí|Toán|Hóa|Hoá|Sinh|Anh|môn(?: thi)?|khối|tổ hợp(?: môn)?)[,:]?\s?(?:-\s)?)$"
)
OFFICE_WORD = re.compile(r"(?:Sở|Bộ|Ban|Phòng|Vụ|Cục|Trường|Khoa|Chánh(?:\s.*)?)$")
INITIAL_BEFORE = re.compile(r"(?<![\w.])[A-ZĐ]\.$")
RIVER = re.compile(r"(?<!\w)(?:đồng bằng sông|sông|núi|đèo|hồ|suối|biển)[^\S\n]$", re.IGNORECASE)


FIELD = re.compile(r"(?:Khoa học|Môn)\s")  # a field or a subject, and no body
EVENT_GOES_ON = re.compile(r"\s(?:có|do|đã|sẽ|được|diễn ra|nhằm|tại|ở)\s")
# The offices of education that every province and district has.
OFFICE_OF_EDUCATION = re.compile(
    r"(?<!\w)(?:Sở|Phòng)\s(?:GD\s?[&-]\s?ĐT|GDĐT|Giáo dục(?:\s?(?:và|&|-|–)\s?Đào tạo)?)(?!\w)(?! và )"
)


def set_edges(text: str, found: list[Mention]) -> list[Mention]:
    """Apply all rules."""
    found = [fixed for mention in found if (fixed := _edges(text, *mention)) and (fixed := person(text, *fixed))]
    found = city_names(text, _apart(found))
    found = schools_behind_plural(text, schools_listed(text, found))
    found = whole_bodies(text, found)
    found = with_papers(text, found)
    found = with_offices(text, found)
    found = with_exams(text, found)
    return with_places(text, found)


def _edges(text: str, start: int, end: int, label: str) -> Mention | None:
    half = HALF.match(text, start, end)
    if half and HALF_WORD.search(text, max(start - 8, 0), start):
        start = half.end()
        label = "ORG" if BODY_HEAD.match(text, start, end) else label
    if label == "LOC" and (DISCIPLINE.match(text, end) or CURRENCY.search(text, max(start - 7, 0), start)):
        return None
    if label == "LOC" and (
        LANGUAGE.match(text, start, end)
        or (" " not in text[start:end] and LANGUAGE_BEFORE.search(text, max(start - 7, 0), start))
    ):
        return None
    if label == "ORG":
        for other, title in TITLES.items():
            if title.match(text, start, end):
                label = other
    if label == "ORG" and (gap := text.find("  ", start, end)) > 0:
        end = gap
    if label == "ORG" and (doubled := DOUBLED.match(text, start, end)):
        start = doubled.end()
    if label == "ORG" and (lead := LEADING.match(text, start, end)):
        start = lead.end()
        label = "LOC" if OF_COUNTRY.match(lead.group()) else label
    if label == "ORG" and (medium := MEDIUM.search(text, max(start - 34, 0), start)):
        start = medium.start()
    if label == "ORG" and (FIELD.match(text, start, end) or NO_BODY.fullmatch(text, start, end)):
        return None
    if label == "PROG" and (more := EVENT_GOES_ON.search(text, start + 8, end)):
        end = more.start()
    if label == "ORG" and INDUSTRY.match(text, start, end):
        place = PLACE_INSIDE.search(text, start, end)
        if not place:
            return None
        start, label = place.start(), "LOC"
    if label == "ORG" and (tail := TAIL_WORDS.search(text, start, end)):
        end = tail.start()
    if label in ("ORG", "DOC") and (half := SECOND_HALF.match(text, end)):
        last = text[text.rfind(" ", start, end) + 1 : end]
        if last[:1].isupper() and half.group().strip().islower() and (last + half.group()).lower() in COMPOUNDS:
            end = half.end()
    if label == "LOC" and text.startswith("ga ", start) and (nha := STATION.search(text, max(start - 4, 0), start)):
        start = nha.start()
    if label == "PER" and (more := HYPHENATED.match(text, end)) and not text[more.start() + 1].isdigit():
        end = more.end()
    if label == "ORG" and (more := DOMAIN.match(text, end)):
        end = more.end()
    if label in ("PER", "ORG", "LOC"):
        start, end, label = school_around(text, start, end, label)
    return (start, end, label) if end > start else None


def person(text: str, start: int, end: int, label: str) -> Mention | None:
    """Set a person's name free of what is none of it; None for what is no person at all."""
    if label != "PER":
        return start, end, label
    last = text.rfind(" ", start, end)
    following = text[end : end + 2]
    goes_on = following[:1] == " " and (following[1:].islower() or following[1:].isdigit())
    if goes_on and " " in text[start : max(last, start)] and text[last + 1 : end].lower() in NEXT_SENTENCE:
        end = last
    if OFFICE_WORD.match(text, start, end):
        return None
    if SUBJECT.fullmatch(text, start, end) and SUBJECT_BESIDE.search(text, max(start - 16, 0), start):
        return None
    if " " not in text[start:end] and (river := RIVER.search(text, max(start - 16, 0), start)):
        return river.start(), end, "LOC"
    if initial := INITIAL_BEFORE.search(text, max(start - 3, 0), start):
        start = initial.start()
    return start, end, label


def school_around(text: str, start: int, end: int, label: str) -> Mention:
    """Take a school's kind and its name together: "THPT chuyên" + "Lê Hồng Phong"."""
    head = SCHOOL_HEAD.search(text, max(start - 45, 0), start)
    if head and label == "PER" and not PLURAL.search(text, max(head.start() - 20, 0), head.start()):
        return head.start(), end, "ORG"
    if head and label == "LOC" and "chuyên" in head.group().lower():
        return head.start(), end, "ORG"
    if label == "ORG" and BARE_SCHOOL.fullmatch(text, start, end):
        name = NAME.match(text, end)
        if name and not PLURAL.search(text, max(start - 20, 0), start):
            return start, name.end(), "ORG"
        if "khiếu" not in text[start:end].lower():
            return start, start, label
    return start, end, label


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


def schools_listed(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the members of a list of schools, whatever each alone was taken for."""
    listed: list[Mention] = []
    for head in SCHOOLS_LISTED.finditer(text):
        at = head.end()
        members: list[Mention] = []
        while member := LISTED.match(text, at):
            members.append((at, member.end(), "ORG"))
            gap = SEPARATOR.match(text, member.end())
            if not gap:
                break
            at = gap.end()
        if len(members) > 1:
            listed += members
    return over(found, listed)


def schools_behind_plural(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the further members of a list of schools that one head in the plural has: "các trường THCS Lê A, Bình B"."""
    listed: list[Mention] = []
    for head in SCHOOLS_HEADED.finditer(text):
        at = head.end()
        while (gap := SEPARATOR.match(text, at)) and (member := FURTHER.match(text, gap.end())):
            if load_places().province(fold(member.group())):  # "…, Hà Nội" says where they are
                break
            listed.append((member.start(), member.end(), "ORG"))
            at = member.end()
    return over(found, listed)


def whole_bodies(text: str, found: list[Mention]) -> list[Mention]:
    """Give known bodies their whole name; a mention that holds more than that stays."""
    bodies: list[Mention] = []
    for start, end in find_bodies(text):
        if office := OFFICE.search(text, max(start - 12, 0), start):
            start = office.start()
        around = touching(found, start, end)
        inside = (
            len(around) == 1
            and around[0][0] <= start
            and around[0][1] >= end
            and around[0][2] in ("ORG", "PROG", "DOC")
        )
        if not inside:
            last = max((m[1] for m in around if m[2] == "ORG"), default=end)
            bodies.append((start, last if last > end and around[-1][0] <= start else end, "ORG"))
    return over(found, bodies)


def with_papers(text: str, found: list[Mention]) -> list[Mention]:
    """Tag papers where the words before say that they are papers, and take the word "báo" into their name."""
    papers = [
        (start, end, "ORG")
        for start, end in find_papers(text)
        if not any(m[0] <= start and m[1] >= end and m[:2] != (start, end) for m in touching(found, start, end))
    ]
    found = over(found, papers)
    out: list[Mention] = []
    for start, end, label in found:
        head = PAPER_HEAD.search(text, max(start - 14, 0), start) if label in ("ORG", "PER") else None
        if head and text[start].isupper() and not (out and out[-1][1] > head.start()):
            start, label = head.start(), "ORG"
        out.append((start, end, label))
    return out


def with_offices(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the offices of education that were missed, where they are not spoken of in the plural."""
    offices = [
        (m.start(), m.end(), "ORG")
        for m in OFFICE_OF_EDUCATION.finditer(text)
        if not touching(found, m.start(), m.end()) and not PLURAL.search(text, max(m.start() - 20, 0), m.start())
    ]
    return over(found, offices)


def with_exams(text: str, found: list[Mention]) -> list[Mention]:
    """Set the ends of named exams and events, and tag the exams that every province holds."""
    out: list[Mention] = []
    for start, end, label in found:
        if label == "PROG":
            if REVOLUTION.match(text, start, end):
                continue
            if exam := EXAM.match(text, start):
                end = exam.end()
            elif edition := EDITION.match(text, end):
                end = edition.end()
            if committee := COMMITTEE.search(text, max(start - 24, 0), start):
                start, label = committee.start(), "ORG"
        out.append((start, end, label))
    found = _apart(out)
    held = [
        (m.start(), m.end(), "PROG")
        for pattern in (COMMON_EXAM, SAT_EXAM, TITLE_OF_HONOUR)
        for m in pattern.finditer(text)
        if not touching(found, m.start(), m.end())
    ]
    return over(found, held)


def with_places(text: str, found: list[Mention]) -> list[Mention]:
    """Give places the word for what they are, and bodies the place that follows them without a mark."""
    out: list[Mention] = []
    for start, end, label in found:
        street = STREET.search(text, max(start - 8, 0), start) if label == "PER" else None
        if street and not PLURAL.search(text, max(street.start() - 20, 0), street.start()):
            start, label = street.start(), "LOC"
        if label == "LOC":
            if area := AREA.match(text, start, end):
                start = area.end()
            head = PLACE_HEAD.search(text, max(start - 16, 0), start)
            if head and not PLURAL.search(text, max(head.start() - 20, 0), head.start()) and text[start].isupper():
                start = head.start()
            beside = bool(out) and out[-1][2] == "ORG" and text[out[-1][1] : start] in ("", " ")
            if beside and OFFICE_OF_PLACE.match(text, out[-1][0]):
                start, label = out.pop()[0], "ORG"
        out.append((start, end, label))
    out = _apart(out)
    provinces = [
        (m.start(), m.end(), "LOC")
        for m in PROVINCE.finditer(text)
        if not any(label == "ORG" for *_, label in touching(out, m.start(), m.end()))
    ]
    numbered = [
        (m.start(), m.end(), "LOC") for m in NUMBERED_PLACE.finditer(text) if not touching(out, m.start(), m.end())
    ]
    return over(out, provinces + numbered)


def touching(found: list[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions that overlap a span; those given are in order and none overlaps another."""
    k = bisect_right(found, start, key=itemgetter(1))
    out = []
    while k < len(found) and found[k][0] < end:
        out.append(found[k])
        k += 1
    return out


def over(found: list[Mention], spans: list[Mention]) -> list[Mention]:
    """Put spans over mentions: a mention that overlaps one goes."""
    if not spans:
        return found
    spans = _apart(spans)
    return sorted([m for m in found if not touching(spans, m[0], m[1])] + spans)


def _apart(found: list[Mention]) -> list[Mention]:
    """Leave out what overlaps the mention before it, once a rule has widened that one."""
    out: list[Mention] = []
    for mention in sorted(found):
        if not out or mention[0] >= out[-1][1]:
            out.append(mention)
        elif mention[1] - mention[0] > out[-1][1] - out[-1][0]:
            out[-1] = mention
    return out
