"""Content of quotes: where the reported words begin and end, and whether a quoted stretch is speech at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trichtin.annotate.numbers import CAPITALS
from trichtin.annotate.quotes.cue_lexicon import CLAUSE_CUES, ORDER_CUES, PLAIN_ORDERS, SPEECH_ONLY, lemma
from trichtin.annotate.quotes.marks import QUOTATION_MARKS, Quotation
from trichtin.annotate.sentences import sentences

FEWEST = 4  # syllables of a quoted stretch that may be a full clause
Span = tuple[int, int]

# Between the cue and the content: "cho biết thêm", "nói với báo giới:", "chia sẻ rằng,".
_MORE = r"(?:\s(?:thêm|rõ|lại|ngay|tiếp|luôn|rất rõ|như sau|như vậy|ngắn gọn|thẳng|nhanh))?"
_ASIDE = (
    r"(?:\s(?:với|cùng|trên|tại|trong|qua|về|cho|gửi|tới|khi|sau|trước|bằng|nhân|quan điểm|ý kiến|câu hỏi"
    r"|thông tin)\s[^:“\"\n;.!?]{1,90}?)?"
)
_PLACE = (
    r"(?:\s(?:với|cùng|(?:trên|tại|trong|ở|qua)\s(?:buổi|cuộc|hội|phiên|lễ|bài|báo|tờ|trang|mạng|sóng|kênh"
    r"|facebook|twitter|kỳ họp|chương trình|văn bản|thông báo|công văn))\s[^,:“\"\n;.!?]{1,60}?)?"
)
# "cảnh báo tại hội nghị hồi đầu tuần rằng": with "rằng" behind it, whatever stands between is no content.
_CIRCUMSTANCE = r"\s(?:với|cùng|tại|trong|trên|ở|qua|hồi|ngày|sau|trước|khi|vào)\s[^,.:;“”\"\n]{1,80}?"
_ADDRESSEE = r"(?:\s[^,:“”\"\n;.!?]{2,90})?"
OPENER = re.compile(
    rf"{_MORE}(?:"
    rf"(?P<colon>{_ASIDE}(?:\s(?:rằng|là))?\s?:)"
    rf"|(?P<rang>(?:{_PLACE}|{_CIRCUMSTANCE}),?\s(?:rằng)(?:\s?,)?)"
    rf"|(?P<comma>{_PLACE}\s?,)"
    rf"|(?P<bare>(?=\s))"
    r")\s*",
    re.IGNORECASE,
)
TO_COLON = re.compile(rf"{_MORE}{_ADDRESSEE}\s?:\s*", re.IGNORECASE)
CLAUSE = re.compile(
    r"(?<!\w)(?:là|đã|sẽ|đang|có|được|bị|cần|phải|không|nên|rất|vẫn|chỉ|chưa|luôn|còn|đều|cũng|thì|vì"
    r"|do|nếu|khi|mình|tôi|em|hiện|mới|vừa|muốn|thấy|trong|đến|từ|nhờ|sau|tại|tuy|mỗi|hơn|gồm"
    r"|cho)(?!\w)",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"(?:cuốn sách|cuốn|sách|bài|bài viết|bài báo|bài hát|ca khúc|bài thơ|tập thơ|phim|bộ phim|vở"
    r"|vở kịch|tác phẩm|truyện|tiểu thuyết|chương trình|dự án|đề tài|cuộc thi|giải|giải thưởng"
    r"|hội thảo|tọa đàm|hội nghị|diễn đàn|chủ đề|chuyên đề|với tên|tên gọi|mang tên"
    r"|có tên|tên|tựa đề|nhan đề|tiêu đề|danh hiệu|phong trào|cuộc vận động|chiến dịch|khẩu hiệu"
    r"|slogan|thông điệp|biệt danh|mục|chuyên mục|hạng mục|triển lãm|phương châm|tiểu phẩm|nhóm|quỹ"
    r"|mô hình|đề án|bức ảnh|album|mv|hội thi|ngày hội|lễ hội|câu lạc bộ|gameshow|series|trò chơi"
    r"|dòng chữ|cụm từ|từ khóa|hashtag|tội|tội danh|hành vi|về)\s*[:,]?\s*$",
    re.IGNORECASE,
)
# What stands behind a verb that is no report here: "nói về …", "yêu cầu của …", "đánh giá cao …".
NO_CLAUSE = re.compile(
    r"(?:về|với|bởi|tại|trên|gì|vào|của|cùng|qua|như|này|đó|trước|trong|từ|cả|và|đến|cao|thấp|cho"
    r"|nhau)(?!\w)",
    re.IGNORECASE,
)
# ... and behind verbs that take a clause more often than not, where "trong", "từ", "vào" may begin one.
NO_CONTENT = re.compile(r"(?:về|với|bởi|gì|của|này|cả|và|cao|thấp|nhau|như|lên|tới)(?!\w)", re.IGNORECASE)
FREE = frozenset({"mong muốn", "hy vọng", "cho rằng", "cho biết", "cho hay", "khẳng định", "nhấn mạnh"})
FIRST_PERSON = re.compile(
    r"(?<!\w)(?:tôi|chúng tôi|chúng ta|mình|em|chúng em|tao|chúng con|bọn em|bọn mình)(?!\w)", re.IGNORECASE
)
ADDRESS = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Thầy|Cô|Em|PGS|GS|TS|ThS|Thứ trưởng|Bộ trưởng|Tiến sĩ)[\s.]{1,2}(?:\S{1,8}\s){0,2}"
)
# The caption or the news agency that runs into the end of a sentence is no part of what was said.
TRAILER = re.compile(
    r"\s*(?:[-–(]\s?(?:ảnh|nguồn|clip|video)(?!\w)|,\s?theo\s(?:hãng|báo|tờ|đài|kênh|trang|thông tấn)(?!\w))[^“”\"\n]{0,50}$",
    re.IGNORECASE,
)
CAPTION = re.compile(r"(?:Ảnh|Nguồn|Clip|Video|Đồ họa|Theo)\s?[:(]|\(Ảnh|\(Nguồn", re.IGNORECASE)
# A word that governs the name behind it: "theo Thứ trưởng A", "gặp ông B" go on.
GOVERNS = re.compile(
    r"(?<!\w)(?:theo|của|với|cho|là|và|hay|hoặc|do|bởi|về|tới|đến|từ|cùng|gửi|tại|khi|rằng|để|mà|nhưng|còn|nguyên|cựu"
    r"|tân|quyền|như|có|gặp|mời|hỏi|nhờ|gồm|thì|được|bị|vì|trước|sau|sang|đối với|thay|dù|nếu|trong|giữa|chính|cả|giáo sư|tiến sĩ|nhà giáo|ông|bà)$",
    re.IGNORECASE,
)


# The full stop of an academic title ends no sentence.
TITLE_END = re.compile(r"(?<!\w)(?:GS|PGS|TS|ThS|BS|LS|KS)\.$")
ENDS_IN_CUE = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(ORDER_CUES | CLAUSE_CUES, key=len, reverse=True)) + r")$", re.I
)


# Where a sentence begins without a full stop before it: captions and headings run into the text in many archives.
STARTER = re.compile(
    r"(?<=[^\s.,;:!?(\[“\"‘'–—-])\.?\s{1,3}(?=(?:Cũng theo|Theo|Tuy nhiên,?|Trong khi đó,?"
    r"|Bên cạnh đó,?|Ngoài ra,?|Đồng thời,?|Trước đó,|Sau đó,|Trao đổi với|Liên quan|Chia sẻ với"
    r"|Trả lời|Nói về|Phát biểu|Về phía|Được biết,?|Cụ thể,|Tại buổi"
    r"|Tại cuộc|Tại hội|Tại văn bản|Trong văn bản|Trong công văn|Đại diện|Hiện nay|Sáng ngày"
    r"|Chiều ngày|Ngày \d)(?:\s|$))"
    r"|\.?\s{1,3}(?=(?:Ông|Bà|Anh|Chị|Thầy|Cô|Em|PGS|GS|TS|ThS|Thứ trưởng|Bộ trưởng|Tiến sĩ)[\s.])"
    rf"|(?<=\S)\s{{2,}}(?=[{CAPITALS}])"
)


def units(text: str, quotations: Sequence[Quotation], names: frozenset[int]) -> list[Span]:
    """Return the sentences of a text as spans, none of which ends within a quoted stretch.

    Args:
        text: the article.
        quotations: its quoted stretches, in order.
        names: the offsets at which persons' names begin (a form of address in front of one may begin a sentence).
    """
    joined: list[Span] = []
    closed = [q for q in quotations if q.closed]
    k = 0
    for start, end in _cuts(text, names):
        while k < len(closed) and closed[k].after <= start:
            k += 1
        if joined:
            inside = k < len(closed) and closed[k].opening < joined[-1][1] and start < closed[k].after
            spoken = text[joined[-1][1] - 1] in QUOTATION_MARKS and "\n" not in text[joined[-1][1] : start]
            follows = spoken and text[start] in "-–—,;"
            titled = start - joined[-1][1] <= 2 and TITLE_END.search(text, max(0, joined[-1][1] - 6), joined[-1][1])
            if inside or follows or titled:
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _cuts(text: str, names: frozenset[int]) -> Iterator[Span]:
    for tokens in sentences(text):
        start, end = tokens[0][0], tokens[-1][0] + len(tokens[-1][1])
        for match in STARTER.finditer(text, start + 8, end):
            if match.end() <= start or match.start() <= start:
                continue
            address = ADDRESS.match(text, match.end(), end)
            if address is not None:
                low = max(start, match.start() - 24)
                if GOVERNS.search(text, low, match.start()) or ENDS_IN_CUE.search(text, low, match.start()):
                    continue
                before = text[match.start() - 1]
                named = any(position in names for position in range(match.end() + 2, address.end() + 1))
                spaced = match.end() - match.start() > 1
                if not named or not (before.islower() or before.isdigit() or spaced) or text[match.start() - 1] == ",":
                    continue
            yield start, match.start()
            start = match.end()
        yield start, end


def trim(text: str, start: int, end: int) -> Span:
    """Cut white space, quotation marks and trailing stops from a span."""
    edge = QUOTATION_MARKS + " \t\n\r\u00a0\u200b\ufeff"
    while start < end and (text[start] in edge or text[start].isspace() or text[start] in ",:;-–—…"):
        start += 1
    while end > start and (text[end - 1] in edge or text[end - 1].isspace() or text[end - 1] in ".,:;-–—…/"):
        end -= 1
    return start, end


def trim_direct(text: str, start: int, end: int) -> Span:
    """Cut white space and quotation marks from the edges of a quoted stretch; its own full stop stays."""
    while start < end and (text[start].isspace() or text[start] in QUOTATION_MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in QUOTATION_MARKS + ","):
        end -= 1
    return start, end


def is_utterance(text: str, quotation: Quotation) -> bool:
    """Tell whether a quoted stretch may be a full clause: no title, slogan, nickname or single term."""
    words = text[quotation.start : min(quotation.end, quotation.start + 200)].split()
    if len(words) < FEWEST:
        return False
    announced = ":" in text[max(0, quotation.opening - 3) : quotation.opening]
    if not announced and TITLED.search(text, max(0, quotation.opening - 24), quotation.opening):
        return False
    if len(words) >= 7 or text[quotation.end - 1] in ".!?…" or text[quotation.start].isupper():
        return True
    return FIRST_PERSON.search(text, quotation.start, quotation.end) is not None


def opener(text: str, cue: str, cue_end: int, limit: int) -> tuple[int, str] | None:
    """Return where the content of an indirect quote may begin, and by what mark: colon, rang, comma or bare.

    None when the cue takes no such content here ("chia sẻ kinh nghiệm" is no report).
    """
    cue = lemma(cue)
    match = OPENER.match(text, cue_end, limit)
    if match is None:
        return None
    kind = match.lastgroup or "bare"
    start = match.end()
    if kind != "colon" and cue in ORDER_CUES:
        addressed = TO_COLON.match(text, cue_end, min(limit, cue_end + 110))
        if addressed:
            kind, start = "colon", addressed.end()
    rest = text[start:limit].strip(" .,:;…")
    if len(rest.split()) < 2 or rest.casefold() in ("gì", "gì?", "như sau"):
        return None
    if kind == "bare":
        if cue in SPEECH_ONLY:
            return None
        head = text[start : min(limit, start + 110)]
        sure = cue in CLAUSE_CUES or (cue in ORDER_CUES and cue not in PLAIN_ORDERS)
        if len(rest.split()) < (2 if sure else 5):
            return None
        if not sure and not CLAUSE.search(head):
            return None
        if head[:1].islower() and (NO_CONTENT if cue in CLAUSE_CUES else NO_CLAUSE).match(head) and cue not in FREE:
            return None
    if kind == "comma" and (cue in SPEECH_ONLY or cue in PLAIN_ORDERS):
        return None
    return start, kind
