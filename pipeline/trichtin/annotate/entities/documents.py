"""Names of documents: heads without a name, documents with numbers, laws by their field."""

from __future__ import annotations

import re

from trichtin.annotate.entities.spans import Mention, free, over
from trichtin.annotate.numbers import CAPITALS

BARE_DOCUMENT = re.compile(
    r"(?:bộ )?luật|quy chế|quy định|nghị định|nghị quyết|thông tư|quyết định|công văn|kế hoạch|đề án|chỉ thị|văn bản|báo cáo",
    re.IGNORECASE,
)
DOCUMENT_HEAD = re.compile(r"(?:Luật|Bộ luật|Nghị quyết|Quy chế|Hiến pháp|Chiến lược|Pháp lệnh)(?!\w)")
# A document identified by its number: head and number, as the guideline has it.
NUMBERED_DOCUMENT = re.compile(
    r"(?<!\w)(?:Luật|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định|Chỉ thị|Công văn|Công điện|Thông báo|Kế hoạch|Văn bản"
    r"|Hướng dẫn|Kết luận|Tờ trình|Báo cáo|Quy định|Pháp lệnh)(?:\s(?!tại\s|theo\s|ngày\s|tháng\s|năm\s|quý\s|ký\s)\w{2,8}){0,4}?(?:\s(?:số|số:))?\s?(?!\d{1,2}/\d{1,2}(?![\w/]))"
    r"\d{1,5}(?:[/-][\dA-ZĐƯ][\wĐƯ&.]*(?:[/\-–]?[A-ZĐƯ][\w&ĐƯ]*){0,4})(?:\s[-–]\s(?-i:[A-ZĐƯ]{2,8})(?!\w))?"
    r"|(?<!\w)(?:Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Chỉ thị|Quyết định|Công văn|Kế hoạch|Công điện)(?:\s(?:số))?\s\d{1,5}(?![\w/.,]\d)(?!\w)(?!\s(?:năm|trang|điều|nội dung|tỷ|triệu|nghìn))",
    re.IGNORECASE,
)
# Announced by number alone, and laws by their field (codes and acts in force).
ANNOUNCED = re.compile(
    r"(?<!\w)(?:thông báo|văn bản|tờ trình|kết luận|báo cáo|hướng dẫn) số \d{1,5}(?![\w/-]|[.,]\d)", re.IGNORECASE
)
CODE = r"(?:Hình sự|Dân sự|Lao động|Tố tụng (?:hình sự|dân sự|hành chính))"
FIELD_OF_LAW = (
    r"(?:Giáo dục(?: (?:đại học|ĐH|nghề nghiệp))?|trẻ em|(?:cán bộ,? )?công chức(?:,? viên chức)?|viên chức|nhà giáo|đất đai|đấu thầu"
    r"|hôn nhân và gia đình|giao thông đường bộ|bảo hiểm (?:xã hội|y tế)|doanh nghiệp|đầu tư công|ngân sách nhà nước|an ninh mạng|xuất bản"
    r"|báo chí|thi đua,? khen thưởng|thanh niên|thư viện|khiếu nại|tố cáo|phòng cháy,? chữa cháy|phòng,? chống tham nhũng|kiến trúc"
    r"|an toàn thực phẩm|bảo vệ môi trường|nghĩa vụ quân sự|khoa học và công nghệ|thể dục,? thể thao)"
)
# A capital somewhere: "luật dân sự" is a subject, "kỷ luật công chức" discipline.
LAW = re.compile(
    rf"(?<!\w)(?<!kỷ )(?<!kỉ )(?:(?-i:Bộ luật|bộ luật|Bộ Luật)\s{CODE}|(?-i:Luật)\s(?:{CODE}|{FIELD_OF_LAW})"
    rf"|(?-i:luật)\s(?=(?-i:[{CAPITALS}]))(?:{CODE}|{FIELD_OF_LAW}))(?!\w)",
    re.IGNORECASE,
)
BILL = re.compile(r"dự án (?=luật\s)", re.IGNORECASE)


def no_bare_document(text: str, start: int, end: int, label: str) -> Mention | None:
    """Drop the word for a document without its name."""
    return None if label == "DOC" and BARE_DOCUMENT.fullmatch(text, start, end) else (start, end, label)


def document_by_head(text: str, start: int, end: int, label: str) -> Mention:
    """Make a document of a body whose name begins with the word for a document, and of a bill before the parliament."""
    if label in ("DOC", "PROG") and (bill := BILL.match(text, start, end)):
        return bill.end(), end, "DOC"
    return start, end, "DOC" if label == "ORG" and DOCUMENT_HEAD.match(text, start, end) else label


def with_documents(text: str, found: list[Mention]) -> list[Mention]:
    """Tag documents that are identified by their number; what overlapped such a mention goes."""
    documents = [
        (m.start(), m.end(), "DOC") for pattern in (NUMBERED_DOCUMENT, ANNOUNCED) for m in pattern.finditer(text)
    ]
    found = over(found, documents)
    return over(found, free(found, [(m.start(), m.end(), "DOC") for m in LAW.finditer(text)]))
