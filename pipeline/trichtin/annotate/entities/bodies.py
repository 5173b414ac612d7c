"""Names of bodies of every kind: what leads up to them, what they run on into, words that were cut in their middle."""

from __future__ import annotations

import re

from trichtin.annotate.entities.spans import Mention
from trichtin.annotate.figures.counted import noun_after

ELEMENT = "(?:Na|Al|Ba|Ca|Cl|Cu|Fe|Mg|Zn|Ag|Mn|Br|Si|Pb|H|O|N|C|S|P|K|F|I)"
FORMULA = re.compile(rf"(?:{ELEMENT}\d?){{1,6}}")
# Words that no name of an organisation holds; a span runs on into the sentence there.
RUN_ON = re.compile(
    r"\s(?:đã|sẽ|đang|vừa|luôn|đều|từng|tự tin|dự kiến|là|được|(?<!hiết )bị|rằng|thì|mà|cũng|cho|(?<![Nn]goại )giao(?! thông)(?! dịch)|tặng|gồm|trao|xong|yêu cầu|khẳng định|kết luận|công bố|tổ chức"
    r"|trực thuộc|thuộc|thông báo|tiếp tục|phối hợp|đề nghị|chỉ đạo|sáp nhập|đổi tên|điều trị|tiếp quản|phân công|quyên góp|không|chưa|phải|nên|để|khi|nếu|nhưng|tại|ở)\s"
)
RUN_ON_ALLOWED = re.compile(
    r"(?:tổ chức|ban tổ chức|ban chỉ đạo|hội đồng|quỹ|nhóm|câu lạc bộ|clb|mạng|báo|chương trình)(?!\w)", re.IGNORECASE
)
COUNT_INSIDE = re.compile(r"(?<!số)(?<!Số)\s\d{1,5}(?=\s|$)")
RANGE_BEHIND = re.compile(r"\s?(?:tới|đến|hay|hoặc|[-–])\s?\d")
DOUBLED = re.compile(r"(?!khoa)(\w+(?:\s\w+)?)\s(?=\1\s)", re.IGNORECASE)  # "Bệnh viện bệnh viện Nhiệt đới"
# What stands before a name and is none of it: roles, marks of sources, generic words.
LEADING = re.compile(
    r"(?:Nguồn:?|Ảnh:?|P\.?V|[Pp]hóng viên|[Cc]ộng tác viên|CTV|(?:Phó )?[Bb]í thư(?: [Tt]hứ nhất)?|(?:Phó )?[Cc]hi [Cc]ục [Tt]rưởng|(?:Phó )?[Cc]ục trưởng|(?:Phó )?[Vv]ụ trưởng|mạng xã hội|trường(?= Học viện)"
    r"|giáo(?= mầm non)|quốc tịch|(?:[Tt]ân )?(?:[Tt]ổng thống|[Tt]hủ tướng|[Nn]goại trưởng)|[Bb]an [Gg]iám [Hh]iệu|[Hh]ội đồng (?:quản trị|trường)(?= ))\s"
)
OF_COUNTRY = re.compile(r"quốc tịch|(?:Tân )?(?:tổng thống|thủ tướng|ngoại trưởng)", re.IGNORECASE)
FIELD = re.compile(r"(?:Khoa học|Môn)\s")  # a field or a subject, and no body
INDUSTRY = re.compile(r"(?:[Nn]gành)\s")
PLACE_INSIDE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|TP|quận|huyện|thị xã)[\s.]")
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
    kế toán|địa chất|nội vụ|ngoại vụ|lịch sử|thủy sản|hàng hải|hàng không|bưu chính|viễn thông|thông tin|mỹ thuật|âm nhạc|sân khấu|điện ảnh|quản trị
    kinh doanh|thương mại|lâm nghiệp|sinh học|hóa học|vật lý|toán học|ngữ văn|tâm lý|nhân văn|dầu khí|cơ khí|điện tử|tự nhiên|ứng dụng|nhân dân
    sức khỏe|chữa cháy|biên phòng|hải quan|kho bạc|kiểm toán|kiểm lâm|ngân hàng|bảo hiểm|dân tộc|tôn giáo|hành chính|thống kê|đo lường
    học sinh|sinh viên|phụ nữ|thanh niên|thiếu niên|nhi đồng|khuyến học|tuyên giáo|tổ chức|kiểm định|chất lượng|nghiên cứu|phát triển|quản lý
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
) - {""}
TERM = re.compile(r"(?<=Trung ương Đảng)\s[Kk]h(?:óa|oá)\s[IVX]+.*$")
THIS = re.compile(r"\s(?:này|đó|ấy|nhà)(?!\w)")
KIND_OF_PLACE = re.compile(r"\s(?:quận|huyện|tỉnh|xã|phường)$")
SECOND_HALF = re.compile(r"\s[^\W\d_]+")
ABBREVIATION_INSIDE = re.compile(r"\s\((?:[A-ZĐ&\-]{2,8})\)\s")


def no_formula(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop a part of a chemical formula: "Al(OH) 3", "BaSO 4"."""
    symbols = label in ("ORG", "LOC") and FORMULA.fullmatch(text, start, end)
    goes_on = text[end : end + 1] in ("(", ")", "+") or re.match(r"\s?\d", text[end : end + 2])
    return None if symbols and goes_on else (start, end, label)


def before_run_on(text: str, start: int, end: int, label: str) -> Mention:
    """End a body's name before a verb or function word that names do not hold."""
    if label == "ORG":
        head = RUN_ON_ALLOWED.match(text, start)
        cut = RUN_ON.search(text, head.end() if head else start, end)
        if cut and cut.start() > start:
            end = cut.start()
    return start, end, label


def before_count(text: str, start: int, end: int, label: str) -> Mention:
    """End a body's name before a number that counts what follows: "khoa Toán 45 sinh viên"."""
    if label != "ORG":
        return start, end, label
    for number in COUNT_INSIDE.finditer(text, start, end):
        counted = noun_after(text, number.end())
        if (counted and counted.known) or (number.end() == end and RANGE_BEHIND.match(text, end)):
            return start, number.start(), label
    return start, end, label


def before_gap(text: str, start: int, end: int, label: str) -> Mention:
    """End a body's name before two spaces."""
    gap = text.find("  ", start, end) if label == "ORG" else -1
    return start, gap if gap > 0 else end, label


def without_leading(text: str, start: int, end: int, label: str) -> Mention:
    """Leave out a head that is written twice, and roles, marks of sources and generic words before a name."""
    if label == "ORG" and (doubled := DOUBLED.match(text, start, end)):
        start = doubled.end()
    if label == "ORG" and (lead := LEADING.match(text, start, end)):
        start = lead.end()
        label = "LOC" if OF_COUNTRY.match(lead.group()) else label
    return start, end, label


def no_field(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop fields and school subjects."""
    return None if label == "ORG" and FIELD.match(text, start, end) else (start, end, label)


def no_industry(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop what begins with "ngành", but for the place within it."""
    if label == "ORG" and INDUSTRY.match(text, start, end):
        place = PLACE_INSIDE.search(text, start, end)
        return (place.start(), end, "LOC") if place else None
    return start, end, label


def before_tail(text: str, start: int, end: int, label: str) -> Mention:
    """Leave words of the sentence at the end of a body's name out of it."""
    tail = TAIL_WORDS.search(text, start, end) if label == "ORG" else None
    return start, tail.start() if tail else end, label


def before_term(text: str, start: int, end: int, label: str) -> Mention:
    """End a body's name before the term of its members ("Trung ương Đảng khóa X") and before "quận này"."""
    cut = TERM.search(text, start, end) if label == "ORG" else None
    if cut is None and label == "ORG" and THIS.match(text, end):
        cut = KIND_OF_PLACE.search(text, start, end)
    return start, cut.start() if cut else end, label


def whole_compound(text: str, start: int, end: int, label: str) -> Mention:
    """Take in the second half of a word that the end of a body's or a document's name cut: "ĐH Mỏ Địa" + "chất"."""
    if label in ("ORG", "DOC") and (half := SECOND_HALF.match(text, end)):
        last = text[text.rfind(" ", start, end) + 1 : end]
        if last[:1].isupper() and half.group().strip().islower() and (last + half.group()).lower() in COMPOUNDS:
            end = half.end()
    return start, end, label


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
