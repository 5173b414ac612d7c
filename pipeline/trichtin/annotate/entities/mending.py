"""Mend the tagger's mentions by what the guideline and the rest of the article say: small rules, one a function.

The tagger sees one sentence. These rules see the whole article (a name that is given in full elsewhere) and the fixed
forms of Vietnamese officialese (numbers of documents, heads of schools, officers behind their office).
Every rule takes the text and the mentions in order, and gives mentions in order, none overlapping another.
"""

from __future__ import annotations

import re
from collections import Counter

from trichtin.annotate.entities.edges import BARE_SCHOOL, over, set_edges, touching
from trichtin.annotate.entities.parts import part
from trichtin.annotate.figures.counted import noun_after
from trichtin.annotate.numbers import CAPITALS

Mention = tuple[int, int, str]
MOST_NAMES = 300  # names of an article that are looked for again: keeps the work linear on hostile pages

INITIAL = r"(?:[A-ZĐ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)"
INITIALS_BEHIND = re.compile(rf"\s{INITIAL}\.(?:{INITIAL}\.?){{0,2}}(?!\w)")
INITIALS_AT_END = re.compile(rf"\s{INITIAL}(?:\.{INITIAL}){{0,2}}$")
MORE_INITIALS = re.compile(rf"\.(?:{INITIAL}\.?){{0,2}}(?!\w)")
PLURAL_BEFORE = re.compile(r"(?:^|\s)(?:các|những|nhiều|một số|mỗi|từng|hai|tất cả)\s(?:\w+\s)?$", re.IGNORECASE)
BARE_OFFICE = re.compile(
    r"(?:sở|phòng|vụ|ubnd|trường)\s(?:gd\s?[&-]\s?đt|gdđt|giáo dục(?: (?:và|&) đào tạo)?|thpt|thcs|đh|cđ)$",
    re.IGNORECASE,
)
BARE_HEAD = re.compile(r"bộ|sở|phòng|vụ|cục|ban|ban giám hiệu|trường|khoa|viện", re.IGNORECASE)
OPENING_MARK, CLOSING_MARK = re.compile(r"[“«‘\"']"), re.compile(r"[”»’\"'](?!\w)")
QUOTED_HEAD = re.compile(
    r"(?<!\w)(?:chương trình|cuộc thi|hội thi|dự án|đề án|chiến dịch|phong trào|cuộc vận động|giải|giải thưởng|ngày hội|hội thảo|tọa đàm"
    r"|diễn đàn|triển lãm|học bổng|đêm hội|gala)\s[“”«‘\"']\s?$",
    re.IGNORECASE,
)
# A title in quotation marks behind the word for what bears it: head and title are the name.
TITLED = re.compile(
    r"(?<!\w)(?:cuộc vận động|cuộc thi|hội thi|chiến dịch|phong trào(?: thi đua)?|chương trình|dự án|giải thưởng|ngày hội|hội thảo|tọa đàm"
    rf"|diễn đàn|triển lãm)\s[“«\"](?-i:[{CAPITALS}\d])[^\s“”«»\"]*(?:\s[^\s“”«»\"]+){{2,20}}[”»\"]",
    re.IGNORECASE,
)
BARE_PROGRAMME = re.compile(
    r"(?:chương trình|cuộc thi|kỳ thi|hội thi|dự án|đề án|phong trào|chiến dịch|cuộc vận động|hội thảo|hội nghị|giải)\s?",
    re.IGNORECASE,
)
BARE_DOCUMENT = re.compile(
    r"(?:bộ )?luật|quy chế|quy định|nghị định|nghị quyết|thông tư|quyết định|công văn|kế hoạch|đề án|chỉ thị|văn bản|báo cáo",
    re.IGNORECASE,
)
LAUNCH_BEFORE = re.compile(r"(?<!\w)[Ll]ễ (?:ra quân|phát động) $")  # a launch is an event by itself
ADDRESS_FIRST = re.compile(r"(?:Ông|Bà|Anh|Chị|Em|Cô|Thầy|Bác|Chú)\s(?=\w+\s\w+\s\w)")  # "Anh Thư" is a name by itself
COUNT_INSIDE = re.compile(r"(?<!số)(?<!Số)\s\d{1,5}(?=\s|$)")
RANGE_BEHIND = re.compile(r"\s?(?:tới|đến|hay|hoặc|[-–])\s?\d")
ELEMENT = "(?:Na|Al|Ba|Ca|Cl|Cu|Fe|Mg|Zn|Ag|Mn|Br|Si|Pb|H|O|N|C|S|P|K|F|I)"
FORMULA = re.compile(rf"(?:{ELEMENT}\d?){{1,6}}")
SCHOOL_KIND = re.compile(
    r"(?:đại học|đh|cao đẳng|cđ|trung cấp|tiểu học|th|thcs|thpt|ptth|ptcs|ptdtnt|ptdtbt|pt|phổ thông|trung học|mầm non|mn"
    r"|mẫu giáo|quốc tế|dân lập|chuyên|liên cấp)(?!\w)",
    re.IGNORECASE,
)
SCHOOL_BEFORE = re.compile(r"(?<!các )(?<!những )(?<!nhiều )(?<!số )(?<!hai )(?<!ngôi )(?<!\w)trường\s$", re.IGNORECASE)
# A school of two levels: "trường THCS – THPT Bình An", "TH&THCS Bình An".
LEVEL_BEFORE = re.compile(
    r"(?<!\w)(?:mầm non|tiểu học|trung học cơ sở|th|thcs|thpt|pt)\s?(?:[-–&]|và)\s?$", re.IGNORECASE
)
SCHOOL_NAME = re.compile(r"(?:trường\s)?(?:thpt|thcs|tiểu học|mầm non|mn|th|ptdtbt|ptdtnt|ptth)\s.*\w$", re.IGNORECASE)
NUMBER_BEHIND = re.compile(
    r"\s(?:\d|[A-E]|I{1,3})(?=[.,;:)\]”\"?!]|\s(?:\(|[-–]\s[A-ZĐ]|và|cho|đã|là|có|vừa|sẽ|qua|tại|ở|thuộc|được|bị|cũng|không|vào|với|về|nơi|do|năm)\b|\n|$)"
)
# "quận 1, 3 và 10": a number alone is a place only behind districts or wards.
DISTRICTS_BEFORE = re.compile(r"(?<!\w)(?:quận|phường|q\.|p\.)\s?\d[\d\s,và]*$", re.IGNORECASE)
# Words that no name of an organisation holds; a span runs on into the sentence there.
RUN_ON = re.compile(
    r"\s(?:đã|sẽ|đang|vừa|luôn|đều|từng|tự tin|dự kiến|là|được|(?<!hiết )bị|rằng|thì|mà|cũng|cho|(?<![Nn]goại )giao(?! thông)(?! dịch)|tặng|gồm|trao|xong|yêu cầu|khẳng định|kết luận|công bố|tổ chức"
    r"|trực thuộc|thuộc|thông báo|tiếp tục|phối hợp|đề nghị|chỉ đạo|không|chưa|phải|nên|để|khi|nếu|nhưng|tại|ở)\s"
)
RUN_ON_ALLOWED = re.compile(
    r"(?:tổ chức|ban tổ chức|ban chỉ đạo|hội đồng|quỹ|nhóm|câu lạc bộ|clb|mạng|báo|chương trình)(?!\w)", re.IGNORECASE
)
# A document identified by its number: head and number, as the guideline has it.
NUMBERED_DOCUMENT = re.compile(
    r"(?<!\w)(?:Luật|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định|Chỉ thị|Công văn|Công điện|Thông báo|Kế hoạch|Văn bản"
    r"|Hướng dẫn|Kết luận|Tờ trình|Báo cáo|Quy định|Pháp lệnh)(?:\s(?!tại\s|theo\s|ngày\s|tháng\s|năm\s|quý\s|ký\s)\w{2,8}){0,4}?(?:\s(?:số|số:))?\s?"
    r"\d{1,5}(?:[/-][\dA-ZĐƯ][\wĐƯ&.]*(?:[/\-–]?[A-ZĐƯ][\w&ĐƯ]*){0,4})(?:\s[-–]\s(?-i:[A-ZĐƯ]{2,8})(?!\w))?"
    r"|(?<!\w)(?:Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Chỉ thị|Quyết định|Công văn|Kế hoạch|Công điện)(?:\s(?:số))?\s\d{1,5}(?![\w/.,]\d)(?!\w)(?!\s(?:năm|trang|điều|nội dung|tỷ|triệu|nghìn))",
    re.IGNORECASE,
)
# Announced by number alone, and laws by their field (codes and acts in force).
ANNOUNCED = re.compile(
    r"(?<!\w)(?:thông báo|văn bản|tờ trình|kết luận|báo cáo|hướng dẫn) số \d{1,5}(?![\w/-]|[.,]\d)", re.IGNORECASE
)
LAW = re.compile(
    r"(?<!\w)(?:(?:Bộ )?luật (?:Hình sự|Dân sự|Lao động|Tố tụng (?:hình sự|dân sự|hành chính))|luật (?:Giáo dục(?: (?:đại học|ĐH|nghề nghiệp))?"
    r"|trẻ em|viên chức|cán bộ,? công chức|nhà giáo|đất đai|đấu thầu|hôn nhân và gia đình|giao thông đường bộ|bảo hiểm (?:xã hội|y tế)"
    r"|doanh nghiệp|đầu tư công|ngân sách nhà nước|an ninh mạng|xuất bản|báo chí|thi đua,? khen thưởng|thanh niên|thư viện|khiếu nại|tố cáo"
    r"|phòng cháy,? chữa cháy|phòng,? chống tham nhũng|an toàn thực phẩm|bảo vệ môi trường|nghĩa vụ quân sự|khoa học và công nghệ))(?!\w)",
    re.IGNORECASE,
)
PLATFORM = re.compile(
    r"(?<!\w)(?:facebook|zalo|youtube|twitter|instagram|tiktok|weibo|wikipedia)(?![\w.])", re.IGNORECASE
)
ABBREVIATION_INSIDE = re.compile(r"\s\((?:[A-ZĐ&\-]{2,8})\)\s")
WORD = re.compile(r"\w+")


def mend(text: str, found: list[Mention], syllables: dict[str, str]) -> list[Mention]:
    """Apply all rules.

    Args:
        text: the article.
        found: mentions as ``(start, end, label)``, in order, none overlapping another.
        syllables: habit of each syllable in personal names (see :class:`trichtin.annotate.entities.lexicon.Lexicon`).

    Returns:
        The mended mentions, in order, none overlapping another.
    """
    found = [one for mention in found for one in part(text, mention, syllables)]
    found = [mended for mention in found if (mended := _one(text, mention))]
    found = set_edges(text, found)
    found = with_documents(text, found)
    found = with_titles(text, found)
    found = with_platforms(text, found)
    found = bridged(text, found)
    found = consistent(text, found)
    return given_names(text, found)


def _one(text: str, mention: Mention) -> Mention | None:
    start, end, label = with_initial(text, *mention)
    if label == "PROG":
        start, end = whole_quoted(text, start, end)
        if BARE_PROGRAMME.fullmatch(text, start, end):
            return None
        if launch := LAUNCH_BEFORE.search(text, max(start - 20, 0), start):
            start = launch.start()
    end = closed_pair(text, start, end)
    if label == "DOC" and BARE_DOCUMENT.fullmatch(text, start, end):
        return None
    if label == "LOC" and text[start:end].isdigit() and not DISTRICTS_BEFORE.search(text, max(start - 40, 0), start):
        return None
    if label == "PER":
        start = without_address(text, start, end)
    if label in ("ORG", "LOC") and in_formula(text, start, end):
        return None
    if label == "ORG":
        start, end = cut_run_on(text, start, end)
        end = before_count(text, start, end)
        if BARE_HEAD.fullmatch(text, start, end) or plural_office(text, start, end):
            return None
        start, end = whole_school(text, start, end)
    return start, end, label


def whole_quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Mend a programme's name that holds the closing quotation mark of its title but not the opening one.

    With a head before the mark both are taken in (`chương trình "Em yêu sách" 2017`), else the name is the title alone.
    """
    closing = CLOSING_MARK.search(text, start, end)
    if closing is None or OPENING_MARK.search(text, start, closing.start()):
        return start, end
    head = QUOTED_HEAD.search(text, max(start - 40, 0), start)
    return (head.start(), end) if head else (start, start + len(text[start : closing.start()].rstrip()))


def closed_pair(text: str, start: int, end: int) -> int:
    """Take in the quotation mark that closes a name's own, and end the name before a bracket that it does not close."""
    for opening, closing in ("“”", "«»", '""', "””"):
        inside = text.count(opening, start, end) - (text.count(closing, start, end) if opening != closing else 0)
        if (inside > 0 if opening != closing else inside % 2) and text.startswith(closing, end):
            return end + 1
    bracket = text.rfind("(", start, end)
    if bracket > start and ")" not in text[bracket:end]:
        return start + len(text[start:bracket].rstrip())
    return end


def without_address(text: str, start: int, end: int) -> int:
    """Leave the word of address at the head of a sentence out of a full name: "Anh Trần Văn Bưởi"."""
    address = ADDRESS_FIRST.match(text, start, end)
    return address.end() if address else start


def in_formula(text: str, start: int, end: int) -> bool:
    """Say whether the mention is a part of a chemical formula: "Al(OH) 3", "BaSO 4"."""
    return FORMULA.fullmatch(text, start, end) is not None and (
        text[end : end + 1] in ("(", ")", "+") or re.match(r"\s?\d", text[end : end + 2]) is not None
    )


def before_count(text: str, start: int, end: int) -> int:
    """End an organisation's name before a number that counts what follows: "khoa Toán 45 sinh viên"."""
    for number in COUNT_INSIDE.finditer(text, start, end):
        counted = noun_after(text, number.end())
        if (counted and counted.known) or (number.end() == end and RANGE_BEHIND.match(text, end)):
            return number.start()
    return end


def cut_run_on(text: str, start: int, end: int) -> tuple[int, int]:
    """End an organisation's name before a verb or function word that names do not hold."""
    head = RUN_ON_ALLOWED.match(text, start)
    cut = RUN_ON.search(text, head.end() if head else start, end)
    return (start, cut.start()) if cut and cut.start() > start else (start, end)


def plural_office(text: str, start: int, end: int) -> bool:
    """Say whether the mention is an office of no place behind a plural word ("các Sở GD&ĐT"): not a name."""
    return BARE_OFFICE.fullmatch(text, start, end) is not None and (
        PLURAL_BEFORE.search(text, max(start - 20, 0), start) is not None
    )


def whole_school(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the head before a kind of school ("trường" ĐH Vinh) and the number behind a name (THPT Diễn Châu "3")."""
    if SCHOOL_KIND.match(text, start, end) and (level := LEVEL_BEFORE.search(text, max(start - 40, 0), start)):
        start = level.start()
    if SCHOOL_KIND.match(text, start, end) and (head := SCHOOL_BEFORE.search(text, max(start - 20, 0), start)):
        start = head.start()
    if SCHOOL_NAME.fullmatch(text, start, end) and (number := NUMBER_BEHIND.match(text, end)):
        end = number.end()
    return start, end


def with_initial(text: str, start: int, end: int, label: str) -> Mention:
    """Take the initials and their full stop into a person's name: the press writes "Lê Thị N." of minors and suspects."""
    if label in ("PER", "LOC") and " " in text[start:end]:
        if INITIALS_AT_END.search(text, start, end):
            if more := MORE_INITIALS.match(text, end):
                return start, more.end(), "PER"
        elif label == "PER" and (initial := INITIALS_BEHIND.match(text, end)):
            return start, initial.end(), label
    return start, end, label


def with_documents(text: str, found: list[Mention]) -> list[Mention]:
    """Tag documents that are identified by their number; what overlapped such a mention goes."""
    documents = [
        (m.start(), m.end(), "DOC") for pattern in (NUMBERED_DOCUMENT, ANNOUNCED) for m in pattern.finditer(text)
    ]
    found = _over(found, documents)
    laws = [(m.start(), m.end(), "DOC") for m in LAW.finditer(text) if not touching(found, m.start(), m.end())]
    return over(found, laws)


def with_titles(text: str, found: list[Mention]) -> list[Mention]:
    """Tag programmes by their quoted titles, but where a mention goes on beyond them ("… năm 2017")."""
    titles = [(m.start(), m.end(), "PROG") for m in TITLED.finditer(text)]
    inside = [
        title for title in titles if all(title[0] <= m[0] and m[1] <= title[1] for m in touching(found, *title[:2]))
    ]
    return over(found, inside)


def with_platforms(text: str, found: list[Mention]) -> list[Mention]:
    """Tag the platforms that the press names in any case, where no longer name holds them."""
    spans = [(m.start(), m.end(), "ORG") for m in PLATFORM.finditer(text)]
    return _under(found, spans)


def bridged(text: str, found: list[Mention]) -> list[Mention]:
    """Join a name that its own abbreviation interrupts: "Sở Giáo dục và Đào tạo (GD&ĐT) tỉnh Bến Tre"."""
    out: list[Mention] = []
    for start, end, label in found:
        if out and out[-1][2] == "ORG" and label in ("ORG", "LOC"):
            gap = ABBREVIATION_INSIDE.fullmatch(text, out[-1][1], start)
            abbreviation = ABBREVIATION_INSIDE.match(text, out[-1][1])
            if (gap and label == "LOC") or (abbreviation and abbreviation.end() < end and start < abbreviation.end()):
                out[-1] = (out[-1][0], end, "ORG")
                continue
        out.append((start, end, label))
    return out


def consistent(text: str, found: list[Mention]) -> list[Mention]:
    """Use what the article says elsewhere: tag the repeated full names that were missed, part names that ran together.

    A person's full name that was found somewhere is tagged wherever it stands; a longer span that ends with it
    ("Bộ GDĐT Bùi Văn Ga") is cut in two. A long name of an organisation, document or event is tagged again where
    nothing was found.
    """
    names: dict[str, Counter[str]] = {}
    for start, end, label in found:
        syllables = text.count(" ", start, end) + 1
        if syllables >= (2 if label == "PER" else 3):
            names.setdefault(text[start:end], Counter())[label] += 1
    people = [name for name, labels in names.items() if labels["PER"] == sum(labels.values()) and name.count(" ") >= 2]
    people = people[:MOST_NAMES]
    fuller = _fuller(names)
    cut: list[Mention] = []
    for start, end, label in found:
        longer = next((name for name in fuller.get(text[start:end], ()) if text.startswith(name, start)), None)
        if longer and not (cut and cut[-1][1] > start):
            end = start + len(longer)
        if cut and cut[-1][1] > start:
            continue
        tail = next(
            (n for n in people if label != "PER" and end - start > len(n) and text.endswith(" " + n, start, end)), None
        )
        if tail and BARE_SCHOOL.fullmatch(text, start, end - len(tail) - 1):  # "cô giáo mầm non" and her name
            cut.append((end - len(tail), end, "PER"))
        elif tail:
            cut += [(start, end - len(tail) - 1, label), (end - len(tail), end, "PER")]
        else:
            cut.append((start, end, label))
    again: list[Mention] = []
    taken = _taken(text, cut)
    for name, labels in sorted(names.items(), key=lambda item: -len(item[0]))[:MOST_NAMES]:
        label, times = labels.most_common(1)[0]
        if times < sum(labels.values()):
            continue
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not text[max(at - 1, 0) : at].isalnum() and not text[end : end + 1].isalnum()
            if whole and not any(taken[at:end]):
                again.append((at, end, label))
                taken[at:end] = b"\1" * (end - at)
            at = text.find(name, end)
    return sorted(cut + again)


def given_names(text: str, found: list[Mention]) -> list[Mention]:
    """Tag a person's given name alone where it clearly is one: a capital within the sentence, nothing capital beside it."""
    names = {
        text[start:end].rsplit(" ", 1)[-1] for start, end, label in found if label == "PER" and " " in text[start:end]
    }
    names |= {text[start:end] for start, end, label in found if label == "PER" and " " not in text[start:end]}
    names = {name for name in names if len(name) > 1 and name.isalpha() and not name.isupper()}
    if not names:
        return found
    taken = _taken(text, found)
    more: list[Mention] = []
    words = list(WORD.finditer(text))
    for k, word in enumerate(words):
        name = word.group()
        if name not in names or any(taken[word.start() : word.end()]):
            continue
        before = words[k - 1].group() if k else ""
        after = words[k + 1].group() if k + 1 < len(words) else ""
        gap_before = text[words[k - 1].end() : word.start()] if k else "\n"
        gap_after = text[word.end() : words[k + 1].start()] if after else "."
        if before.lower() in ("tiếng", "môn"):  # a language, a subject
            continue
        if not before or gap_before.strip(" ,") or "\n" in gap_before:  # the start of a sentence tells nothing
            continue
        if (gap_before == " " and before[0].isupper()) or (gap_after == " " and after[0].isupper()):
            continue
        more.append((word.start(), word.end(), "PER"))
    return sorted(found + more)


def _fuller(names: dict[str, Counter[str]]) -> dict[str, list[str]]:
    """Return for each name that another continues the names that do, longest first: it was cut short somewhere."""
    fuller: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True)[:MOST_NAMES]:
        if names[name]["ORG"] or (names[name]["PER"] and name.count(" ") > 1):
            words = name.split(" ")
            for k in range(2, min(len(words), 30)):
                fuller.setdefault(" ".join(words[:k]), []).append(name)
    return fuller


def _taken(text: str, found: list[Mention]) -> bytearray:
    taken = bytearray(len(text))
    for start, end, _ in found:
        taken[start:end] = b"\1" * (end - start)
    return taken


def _over(found: list[Mention], spans: list[Mention]) -> list[Mention]:
    """Put spans over mentions: a mention that overlaps one is cut to what stands before it, or goes."""
    if not spans:
        return found
    out: list[Mention] = []
    for start, end, label in found:
        hit = next(((a, b) for a, b, _ in spans if a < end and start < b), None)
        if hit is None:
            out.append((start, end, label))
    return sorted(out + spans)


def _under(found: list[Mention], spans: list[Mention]) -> list[Mention]:
    """Put spans under mentions: one inside a longer mention stays out, one at a mention's start parts it."""
    out: list[Mention] = []
    for start, end, label in found:
        hit = next(((a, b, c) for a, b, c in spans if a == start and b < end), None)
        if hit:
            out += [hit, (hit[1] + 1, end, "PER" if label != "LOC" else label)]
        else:
            out.append((start, end, label))
    free = [(a, b, c) for a, b, c in spans if not any(s < b and a < e for s, e, _ in out)]
    return sorted(out + free)
