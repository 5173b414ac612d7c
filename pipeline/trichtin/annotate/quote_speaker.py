"""Sources of quotes: who is the subject of a reporting verb, and which name in the article that is.

Two steps, as in Citron: the source phrase is read from the clause before (or behind) the cue, then it is resolved:
a short name to the fullest one, a pronoun or a post ("ông", "vị hiệu trưởng này", "Sở") to the person or the body
that was named before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from trichtin.annotate.ids import entity_id, fold, person_id
from trichtin.annotate.people import Article, group_mentions
from trichtin.annotate.roles import ROLE, TITLE
from trichtin.facts import Person

Chunk = tuple[int, int, str]  # start, end and the mark or conjunction in front
WINDOW = 420  # characters before a cue in which its subject is looked for
MOST_CHUNKS = 12

MALE = frozenset({"ông", "anh", "thầy", "chú", "cậu", "bác", "ngài", "nam"})
FEMALE = frozenset({"bà", "chị", "cô", "cô giáo", "dì", "nữ"})
PRONOUN = re.compile(
    r"(?:chính\s|bản thân\s|còn\s|vị\s|người\s)?(?P<word>ông|bà|anh|chị|cô giáo|cô|thầy giáo|thầy|em"
    r"|cháu|bác|chú|cậu|cụ|ngài)(?:\s(?:ấy|này|ta|nói trên))?$",
    re.IGNORECASE,
)
DEMONSTRATIVE = re.compile(
    r"^(?:vị|nữ|nam|người|viên|ông|bà|thầy|cô|em|tân)?\s?(?P<role>\S[^,]{0,40}?)\s(?:này|nói trên|trên"
    r"|kể trên|ấy)$",
    re.IGNORECASE,
)
SHORT_BODY = re.compile(
    r"^(?:phía\s|về phía\s|lãnh đạo\s)?(?P<head>sở|bộ|phòng|cục|vụ|ban|nhà trường|trường|học viện|viện"
    r"|công ty|tập đoàn|trung tâm|cơ quan|đơn vị|tờ báo|tòa|ủy ban|uỷ ban|hội|tổ chức|hãng tin|hãng"
    r"|thanh tra|công an|cơ quan công an|cơ quan điều tra|cơ quan cảnh sát điều tra|báo)"
    r"(?:\s(?:này|trên|nói trên|kể trên))?$",
    re.IGNORECASE,
)
# A person described by no name; the first words of such a phrase.
DESCRIBED = re.compile(
    r"(?:cả (?:hai|ba|bốn|\d+)(?!\w)|(?:(?:một|hai|ba|bốn|nhiều|các|những|số đông|đa số|phần lớn|không ít|một số|một vài|vài|hầu hết"
    r"|đông đảo|mọi|rất nhiều|đại đa số)\s)?"
    r"(?:phụ huynh|lãnh đạo|đại diện|chánh|chàng trai|cô gái|chàng|nàng|thanh niên|giới chức|giới|chuyên gia|học sinh|sinh viên|thí sinh|giáo viên"
    r"|thầy cô|giảng viên|bạn|người|cán bộ|nhà|cư dân|dân|cộng đồng|dư luận|nữ|nam|cô|thầy|anh|chị|ông"
    r"|bà|em|cháu|hiệu trưởng|hiệu phó|phó|giám đốc|tổng bí thư|tổng giám đốc"
    r"|trưởng|chủ|thứ trưởng|bộ trưởng|thủ tướng|tổng thống|bí thư|viện trưởng|vụ trưởng|cục trưởng"
    r"|phát ngôn viên|quan chức|viên|bác sĩ|luật sư|nhân chứng|nạn nhân|gia đình|bố|mẹ|cha|vợ|chồng"
    r"|con|hàng xóm|tài khoản|cổ động viên|khán giả|độc giả"
    r"|nguồn tin|cơ quan|công an|cảnh sát|ban|tòa|hội đồng|báo|tờ|hãng|truyền thông|ý kiến|thành viên"
    r"|nhân viên|bảo vệ|tác giả|đồng chí|vị|đội|nhóm|trường|đoàn|tổ|phía|tân|cựu|nguyên|thủ khoa|tỉnh"
    r"|thành phố|huyện|chính quyền|chính phủ|nước|quân đội|doanh nghiệp|công ty|đơn vị|lực lượng"
    r"|bị cáo|bị can|đối tượng|nghi phạm|tài xế|diễn viên|ca sĩ|đạo diễn|nghệ sĩ|fan|netizen|dân mạng"
    r"|đồng nghiệp|khách|du khách|hành khách|bà con|ngư dân|nông dân|kỹ sư|giáo sư|tiến sĩ"
    r"|huấn luyện viên|hlv|cầu thủ|đội trưởng|thanh tra|sĩ quan|điều tra viên|vđv|bên|chúng|kiểm toán"
    r"|phó|nhà trường|bệnh viện|hội|hiệp hội|ubnd|hđnd|sở|bộ|phòng|cục|vụ|viện|quốc hội|trung tâm"
    r"|các)(?!\w))",
    re.IGNORECASE,
)
# Those who are described by a person of whom they are kin or speak: "mẹ em A", "luật sư của ông B".
_CALLED = (
    r"(?:\s(?:em|cháu|bé|anh|chị|ông|bà|cô|thầy|bạn|học sinh|nữ sinh|nam sinh|sinh viên|nạn nhân|bị cáo"
    r"|tổng thống))"
)
RELATION = re.compile(
    r"(?<!\w)(?:(?:(?:phía )?gia đình|người nhà|người thân|bố|mẹ|cha|vợ|chồng|con|cha mẹ|bố mẹ|anh trai|chị gái|em trai"
    rf"|em gái|bà nội|ông nội|bà ngoại|ông ngoại|hàng xóm)(?:\s(?:của|đẻ|ruột)){{0,2}}{_CALLED}{{0,3}}"
    rf"|(?:phụ huynh|đại diện|lãnh đạo)(?:\scủa{_CALLED}{{0,3}}|{_CALLED}{{1,3}})"
    r"|(?:luật sư(?: bào chữa)?|phát ngôn viên|người phát ngôn|trợ lý|bạn|bạn thân|đồng nghiệp|nhóm"
    r"|học trò|thầy|cô|em|con)"
    rf"\s(?:của|cho){_CALLED}{{0,3}})\s?$",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"\s*(?:(?:tuy nhiên|tuy vậy|tuy thế|trong khi đó|trong khi|ngoài ra|bên cạnh đó|do đó|do vậy"
    r"|vì vậy|vì thế|theo đó|đồng thời|cùng ngày|cùng lúc|trước đó|sau đó|mới đây|mới nhất|gần đây"
    r"|hiện nay|hiện|mặc dù|dù|nhưng|và|song|thế nhưng"
    r"|đặc biệt|cụ thể|thậm chí|qua đó|từ đó|về phần mình|về phần|về phía|riêng|còn|nói về|chính"
    r"|ngay cả|cả|khi đó|lúc đó|tại đây|đến nay|tiếp đó|cuối cùng|cũng|tuy|bởi|vì|nếu|rằng|thì|mà|nên"
    r"|rồi|sau cùng|nhân dịp này|dịp này|đáp lại|ngược lại|trái lại|đáng chú ý|tương tự|thêm vào đó"
    r"|hơn nữa|quả thật|thực tế|một lần nữa|chia sẻ thêm|năm ngoái|năm nay|vừa qua|hôm qua|hôm nay"
    r"|chiều nay|sáng nay|tối qua|chiều qua|sáng qua|tối nay)(?!\w)"
    r"|(?:(?:sáng|trưa|chiều|tối|đêm|khuya|rạng sáng|vào|đến|cũng trong|trong|hồi|lúc|từ|tính đến"
    r"|khoảng)\s){0,3}(?:ngày|hôm|tháng|năm|thứ|mùng|\d{1,2}\s?(?:h"
    r"|giờ)\d{0,2})?\s?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?(?!\d)"
    r"|(?:sáng|trưa|chiều|tối|đêm)\s(?:ngày\s|hôm\s)?\d{1,2}(?!\d)"
    r")[\s,]*",
    re.IGNORECASE,
)
ADVERB = re.compile(
    r"\s(?:đã|đang|vừa|cũng|lại|còn|từng|vẫn|luôn|đều|thì|mới|tiếp tục|chính thức|thẳng thắn|liên tục"
    r"|nhiều lần|một lần nữa|có|rất|ngay|trực tiếp|vừa mới|cùng|mạnh mẽ|bức xúc|buồn bã|vui vẻ"
    r"|xúc động|nghẹn ngào|hồ hởi|phấn khởi|dứt khoát|khéo léo"
    r"|công khai|chỉ|tự tin|tự hào|hài hước|chia sẻ và|phát biểu|lên tiếng|trả lời|bất ngờ|nhanh chóng"
    r"|không ngần ngại|bộc bạch|trao đổi và|cười|lo lắng|chua xót|rưng rưng|ngậm ngùi|xót xa|sau đó"
    r"|trước đó|và|nói|nhấn mạnh|đồng thời|đến)$",
    re.IGNORECASE,
)
BOUNDARY = re.compile(
    r"[,;:()\[\]…“”\"«»?!]|\s[-–—]|[-–—]\s|\s(?:và|nhưng|đồng thời|khi|rằng|song|để|sau khi|trước khi|nên"
    r"|vì|do|thì)(?=\s)",
    re.IGNORECASE,
)
# A post between a person's name and a body's: set off by commas, without a verb of its own.
POST_BETWEEN = re.compile(
    r"(?:\s?\([^()]{1,40}\))?\s?,\s(?:(?!\s(?:đã|sẽ|đang|có|được|bị|cho|và|còn|nói|thì|là)\s)[^.;:“”\"\n]){0,110}",
    re.IGNORECASE,
)
APPOSITION = re.compile(
    r"\s*(?:(?:hiện\s|hiện là\s|là\s|nguyên\s|đang\s|hiện đang\s|cũng là\s|vốn là\s|một\s|một trong\s"
    r"|cựu\s|kiêm\s|đồng\s|người\s|nhà\s|vị\s|tân\s|nữ\s|nam\s|công tác|làm việc|học|giảng dạy"
    r"|phụ trách|đến từ|thuộc|tại|của|ở\s|ngụ|trú|quê|sinh năm|SN|trưởng|phó|quyền|thành viên|tác giả"
    r"|bí danh|tên|giấu tên|lớp|khoa|bộ môn|phòng|ban|đơn vị|đồng chủ|chuyên|chủ|mẹ|bố|cha|vợ|chồng"
    r"|con|anh trai|phụ huynh|học sinh|sinh viên|giáo viên|giảng viên|cán bộ|HS|SV|tổ)"
    r"|\d{1,3}(?:\s?tuổi)?\s*$)",
    re.IGNORECASE,
)
TO_SOMEONE = re.compile(
    r"(?<!\w)(?:với|cho|gửi|của|về|từ|đối với|gặp|gọi|gọi cho|đến|tới|và|cùng|mời|bởi|hỏi|theo|nhờ|tặng|vụ"
    r"|việc|bị|được|do|giữa)\s(?:\S{1,12}\s){0,4}$",
    re.IGNORECASE,
)
OBJECT = re.compile(
    r"(?:^|\s)(?:với|cho|gửi|của|về|từ|đến|tới|và|cùng|bởi|theo|tại|ở|trong|thuộc|do|bị|được|vào|trước|học|làm|ra|là|nơi"
    r"|giữa|qua|các|những|nhiều|một số)\s(?:\S{1,12}\s){0,2}$",
    re.IGNORECASE,
)
TAIL_PRONOUN = re.compile(
    r"(?<!của)(?<!với)(?<!cho)(?<!các)(?<!những)(?<!sinh)(?<!về)(?<!hai)(?<!giáo)(?<!và)\s(?P<word>ông|bà|anh|chị|cô)$"
)
PREPOSITION = re.compile(
    r"\s*(?:tại|trong|ở|theo|trước|sau|liên quan|trao đổi|chia sẻ|trả lời|nói|phát biểu|về|với|từ|khi"
    r"|để|ngay|xung quanh|nhận|qua|thông qua|đánh giá|lý giải|giải thích|bàn|đề cập|nhìn|cùng|bằng"
    r"|nhằm|ngoài|gửi|kết luận|do|vì|việc|xác nhận|trả lời|làm việc|thay mặt|cho rằng|đặt|góp ý"
    r"|chỉ đạo|chứng kiến|nhớ|dưới|bên lề|lo|chung|đối với|căn cứ|thực hiện|dẫn|lưu ý|trên|nhân|đến"
    r"|khẳng định|tâm sự|kể|hỏi|đồng tình|mong|tham dự|tới dự|dự|hưởng ứng|đại diện cho|rất|bày tỏ"
    r"|nhận định|nhận xét|phân tích|bình luận|thông tin|được|bị|là|đây là|đó là|điều|không|chưa"
    r"|có)(?!\w)",
    re.IGNORECASE,
)
CLAUSE_VERB = re.compile(
    r"\s(?:đã|đang|vừa|cũng|lại|còn|từng|vẫn|luôn|đều|thì|mới|sẽ|có|cho|chờ|đứng|tham gia|đến|khi|sau"
    r"|trước|giấu|không|chưa|phát biểu|trao đổi|nói|trả lời|lên tiếng|bày tỏ|ngày|hôm|sáng|chiều|tối"
    r"|tiếp tục|bức xúc|lo|rất|là|đi|ra|gửi|dẫn|viết|qua|vào|nhấn mạnh|xúc động|thẳng thắn|chính thức"
    r"|chia sẻ|gọi|liên tục|đồng loạt|mạnh mẽ|thất vọng|nghẹn|phấn khởi|hồ hởi|buồn|tỏ ra|nhận)(?=\s)",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"(?:bộ|sở|ubnd|ủy ban|uỷ ban|phòng|cục|vụ|công an|chính phủ|văn phòng|thanh tra|ban chỉ đạo)(?!\w)", re.IGNORECASE
)
DOCUMENT = re.compile(
    r"\s*(?:(?:trong|tại|theo|ở|qua)\s)?(?:nội dung\s|bản\s|bức\s|một\s|các\s|dự thảo\s)?(?:công văn"
    r"|văn bản|văn thư|tờ trình|thông báo|thông cáo|báo cáo|chỉ thị|công điện|quyết định|thông tư"
    r"|nghị quyết|kết luận|biên bản|tuyên bố|thư|hướng dẫn|nghị định|quy chế|đơn|cáo trạng|bản án"
    r"|thông tin từ|nguồn tin từ|tin từ|thông tin của|số liệu|thống kê)(?!\w)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"\s*(?:GD&TĐ|[A-ZĐ][\w&Đ.]{1,14}(?:\s\w{1,10})?)\s?[-–—]\s")
SAYS_SOMETHING = re.compile(r"\s(?:là|đã|sẽ|cần|phải|nên|không|chưa|vẫn|có thể|được|bị|rất|cũng|còn|chỉ)\s")
NOT_DESCRIBED = re.compile(
    r"(?:cô|thầy|anh|chị|em|nhà|người|con|bạn|phía|các|nhiều|một số|những|nước|viên|bên|chủ|phó|trưởng|vị"
    r"|chúng|chúng tôi|tôi|điều|việc)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _identity(name: str) -> str:
    """Return an organisation's id without its bracketed abbreviation: "Sở Giáo dục và Đào tạo (GD&ĐT) tỉnh A"."""
    return entity_id("ORG", re.sub(r"\s?\([^()]{1,40}\)", "", name))


@dataclass(slots=True)
class Source:
    """Who speaks: the resolved ``name``, the ``id`` of a named person or organisation, and how sure we are."""

    name: str
    id: str | None
    start: int
    end: int
    score: float
    person: bool = False


class Sources:
    """The possible sources of one article."""

    def __init__(self, doc: Doc, text: str, people: list[Person]) -> None:
        self.text = text
        self.doc = doc
        self.persons = [ent for ent in doc.ents if ent.label_ == "PER"]
        self.organizations = [ent for ent in doc.ents if ent.label_ == "ORG"]
        self.ents = [ent for ent in doc.ents if ent.label_ in ("PER", "ORG", "LOC", "DOC", "PROG")]
        self.starts = [ent.start_char for ent in self.ents]
        self.ends = [ent.end_char for ent in self.ents]
        self.people = people
        self.full: dict[int, str] = {}
        self.sex: dict[str, set[str]] = {}
        self._bodies: dict[str, str] = {}
        self.person_starts = [ent.start_char for ent in self.persons]
        for group in group_mentions(self.persons):
            name = max((mention.text for mention in group), key=len)
            sexes = self.sex.setdefault(name, set())
            if " Thị " in name:
                sexes.add("f")
            for mention in group:
                self.full[mention.start_char] = name
                before = self.text[max(0, mention.start_char - 14) : mention.start_char].casefold().split()
                word = before[-1] if before else ""
                sexes.update({"m"} if word in MALE else {"f"} if word in FEMALE else ())

    def within(self, start: int, end: int) -> list[Span]:
        """Return the entities that lie within a stretch."""
        return [
            ent
            for ent in self.ents[bisect_left(self.starts, start) : bisect_right(self.ends, end)]
            if ent.end_char <= end
        ]

    def covers(self, position: int) -> bool:
        """Tell whether an entity covers a position (and does not begin there)."""
        k = bisect_right(self.starts, position) - 1
        return k >= 0 and self.starts[k] < position < self.ends[k]

    def named_before(self, position: int) -> bool:
        """Tell whether an entity ends right before a position (white space between)."""
        k = bisect_right(self.starts, position - 1) - 1
        return k >= 0 and 0 <= position - self.ends[k] <= 1

    def body_of(self, source: Source) -> Source | None:
        """Return the organisation in which a person of the article holds a post."""
        person = next((p for p in self.people if p.name == source.name and p.organization), None)
        if person is None:
            return None
        name = self.fullest(person.organization)
        return Source(name, entity_id("ORG", name), source.start, source.end, source.score * 0.9)

    # -- names ---------------------------------------------------------------------------------------------

    def of_person(self, ent: Span, score: float = 0.95) -> Source:
        """Return the source that a PER mention names."""
        name = self.full.get(ent.start_char, ent.text)
        return Source(name, person_id(name), ent.start_char, ent.end_char, score, True)

    def of_body(self, ent: Span, score: float = 0.9) -> Source:
        """Return the source that an ORG mention names, by its fullest name."""
        name = self.fullest(ent.text)
        return Source(name, entity_id("ORG", name), ent.start_char, ent.end_char, score)

    def fullest(self, name: str) -> str:
        """Return the fullest name in the article of an organisation."""
        if name not in self._bodies:
            identity = _identity(name)
            same = {ent.text for ent in self.organizations if _identity(ent.text) == identity}
            if len(name.split()) <= 3 and not same - {name}:
                same.add(Article(self.doc).fullest(name))
            if name.isupper() and " " not in name:  # KCNA -> Hãng thông tấn Triều Tiên KCNA
                same.update(ent.text for ent in self.organizations if ent.text.endswith((" " + name, f"({name})")))
            self._bodies[name] = max(sorted(same | {name}), key=lambda other: (len(other), other == name))
        return self._bodies[name]

    # -- the subject of a cue ------------------------------------------------------------------------------

    def subject(self, low: int, high: int, last: Source | None) -> Source | None:
        """Return the subject of a verb that begins at ``high``, from the clause that may begin at ``low``.

        Args:
            low: where the sentence begins.
            high: where the cue begins.
            last: the source of the quote before, for pronouns and omitted subjects.

        Returns:
            The source, or None when nothing before the verb can speak.
        """
        found = self._subject(self._chunks(max(low, high - WINDOW), high), last)
        return self._whose_post(low, found) if found is not None and not found.person else found

    def _whose_post(self, low: int, found: Source) -> Source:
        """Return the person whose post ends with a body: "Em A, học sinh lớp 12, Trường THPT B cho biết"."""
        for ent in reversed(self.within(low, found.start)):
            if ent.label_ == "PER":
                if POST_BETWEEN.fullmatch(self.text, ent.end_char, found.start):
                    return self.of_person(ent, found.score)
                break
        return found

    def _subject(self, chunks: list[Chunk], last: Source | None) -> Source | None:
        k = len(chunks) - 1
        start, end = self._trim(*chunks[k][:2])
        while k > 0 and chunks[k][2] == "," and self._is_place(start, end):
            # "Công an phường A, TP B, tỉnh C cho biết": the chain of places belongs to the name before it.
            before = self._trim(*chunks[k - 1][:2])
            named = self.within(*before)
            if not named or named[-1].end_char != before[1]:
                break
            k, (start, end) = k - 1, before
            chunks = chunks[: k + 1]
        if start < end:
            found = self._phrase(start, end, last)
            if (found is None or not found.person or found.start == start) and self._is_post_like(start, end):
                owner = self._owner(chunks, k)
                if owner is not None:
                    return owner
            if (
                found is None
                and k == 0
                and 2 <= len(self.text[start:end].split()) <= 6
                and all(word[0].isupper() for word in self.text[start:end].split())  # a name that was not tagged
                and not PREPOSITION.match(self.text, start, end)
            ):
                return Source(self.text[start:end], None, start, end, 0.4)
            return found
        mark = chunks[k][2]
        if mark == ")":
            opened = next((j for j in range(k - 1, -1, -1) if chunks[j][2] == "("), 0)
            if opened:
                return self._subject(chunks[:opened], last)
        owner = self._owner(chunks, k)
        if owner is not None:
            return owner
        if (
            mark in (",", "-")
            and k >= 2
            and APPOSITION.match(self.text, *chunks[k - 1][:2])
            and chunks[k - 1][2] == mark
        ):
            host = self._trim(*chunks[k - 2][:2])
            described = (
                self._phrase(*host, last) if host[0] < host[1] and not PREPOSITION.match(self.text, *host) else None
            )
            if described is not None:
                return described
        return self._first_subject(chunks[:k], last)

    def _chunks(self, low: int, high: int) -> list[Chunk]:
        """Cut the text before a verb at its commas, dashes, brackets and conjunctions, outside names."""
        cuts = [
            m
            for m in BOUNDARY.finditer(self.text, low, high)
            if not self.covers(m.start()) and not self.covers(m.end() - 1)
        ]
        begin, mark = low, ""
        if len(cuts) > MOST_CHUNKS:
            begin, mark = cuts[-MOST_CHUNKS - 1].end(), ","
            cuts = cuts[-MOST_CHUNKS:]
        chunks: list[Chunk] = []
        for cut in cuts:
            chunks.append((begin, cut.start(), mark))
            begin, mark = cut.end(), cut.group().strip().replace("–", "-").replace("—", "-")
        chunks.append((begin, high, mark))
        return chunks

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Cut adverbials from both ends of a phrase."""
        for _ in range(5):
            match = LEADING.match(self.text, start, end)
            if not match or self.covers(match.end()):
                break
            start = match.end()
        for _ in range(5):
            while end > start and self.text[end - 1].isspace():
                end -= 1
            match = ADVERB.search(self.text, max(start - 1, end - 24), end)
            if not match or self.covers(match.start() + 1):
                break
            end = match.start()
        while start < end and self.text[start].isspace():
            start += 1
        return start, max(start, end)

    def _is_place(self, start: int, end: int) -> bool:
        ents = self.within(start, end)
        return len(ents) == 1 and ents[0].label_ == "LOC" and (ents[0].start_char, ents[0].end_char) == (start, end)

    def _is_post_like(self, start: int, end: int) -> bool:
        return bool(APPOSITION.match(self.text, start, end) or ROLE.match(self.text, start, end))

    def _stands_beside(self, start: int, end: int) -> bool:
        """Tell whether a phrase may stand beside a name: a post, an organisation, a place, an age."""
        ents = self.within(start, end)
        named = bool(ents) and ents[0].start_char <= start + 1 and ents[0].label_ in ("ORG", "LOC")
        return named or self._is_post_like(start, end)

    def _owner(self, chunks: list[Chunk], k: int) -> Source | None:
        """Return the person beside whom the phrases up to chunk ``k`` stand: "ông A, Hiệu trưởng B,"."""
        for j in range(k - 1, max(-1, k - 8), -1):
            start, end = self._trim(*chunks[j][:2])
            if start >= end:
                continue
            persons = [ent for ent in self.within(start, end) if ent.label_ == "PER"]
            if persons:
                ent = persons[-1]
                owned = RELATION.search(self.text[max(start, ent.start_char - 48) : ent.start_char])
                if TO_SOMEONE.search(self.text, max(start, ent.start_char - 60), ent.start_char) and j == k - 1:
                    # "B gửi thư cho ông A, nhấn mạnh": A is spoken to.
                    return self.of_person(persons[0], 0.85) if len(persons) > 1 else None
                if not owned and len(self.text[ent.end_char : end].split()) <= 2:
                    if j < k - 1 and self._is_post_like(start, end) and not ROLE.match(self.text, start, end):
                        continue  # "(mẹ của nữ sinh A)" is itself an aside
                    return self.of_person(ent, 0.92)
                if self._is_post_like(start, end):
                    continue
                if len(self.text[start : persons[0].start_char].split()) <= 1:
                    return self.of_person(persons[0], 0.85)
                return None
            if not self._stands_beside(start, end) or PREPOSITION.match(self.text, start, end):
                return None
        return None

    def _first_subject(self, chunks: list[Chunk], last: Source | None) -> Source | None:
        """Return the subject of the sentence for a second verb: "ông A lên án …, đồng thời nhấn mạnh"."""
        for chunk in chunks:
            start, end = self._trim(*chunk[:2])
            if start >= end or PREPOSITION.match(self.text, start, end):
                continue
            found = self._phrase(start, end, last)
            if found is not None:
                found.score *= 0.8
                return found
        return None

    def _phrase(self, start: int, end: int, last: Source | None) -> Source | None:
        """Resolve one phrase as a source."""
        text = self.text
        ents = self.within(start, end)
        persons = [ent for ent in ents if ent.label_ == "PER"]
        for ent in persons:
            left = text[max(start, ent.start_char - 48) : ent.start_char]
            if RELATION.search(left):
                begin = start if ent is persons[0] and ent.start_char - start < 60 else ent.start_char
                if begin < ent.start_char and not PREPOSITION.match(text, begin, end):
                    return Source(text[begin : ent.end_char], None, begin, ent.end_char, 0.7)
                continue
            if TO_SOMEONE.search(text, max(start, ent.start_char - 60), ent.start_char) and not self._leads(start, ent):
                continue
            return self.of_person(ent)
        if persons and not PREPOSITION.match(text, start, end):
            return self.of_person(persons[-1], 0.6)
        if DOCUMENT.match(text, start, end):
            issuer = self._document(text[start:end], start, end)
            if issuer is not None:
                return issuer
        bodies = [ent for ent in ents if ent.label_ == "ORG"]
        begin = start
        for ent in bodies:
            before = text[begin : ent.start_char].strip()
            if not before or re.fullmatch(
                r"(?:đại diện\s)?(?:phía|về phía|cơ quan|cả|riêng|còn|bản thân|tờ|báo|hãng|hãng tin|trang"
                r"|kênh|chính|nhà trường|tạp chí|lãnh đạo của|tập đoàn)",
                before,
                re.IGNORECASE,
            ):
                if any(other.start_char - ent.end_char <= 1 for other in bodies if other.start_char >= ent.end_char):
                    begin = ent.end_char  # a photo credit before the name
                    continue
                rest = text[ent.end_char : end]
                if rest.strip() and DESCRIBED.match(rest.strip()) and len(rest.split()) <= 4:
                    continue
                return self.of_body(ent)
            if (
                DESCRIBED.match(text, start, end)
                and len(before.split()) <= 9
                and not CLAUSE_VERB.search(text, start, ent.start_char)
            ):
                return self._described(start, ent.end_char, last)
        if bodies and bodies[-1].end_char == end and not OBJECT.search(text, start, bodies[-1].start_char):
            # A heading or a caption that runs into the sentence: "Tuyển sinh lớp 10 Sở GD&ĐT A cho biết".
            return self.of_body(bodies[-1], 0.6)
        pronoun = TAIL_PRONOUN.search(text, start, end)
        if pronoun is not None and pronoun.start() > start:
            return self._pronoun(pronoun["word"].casefold(), pronoun.start("word"), end, last)
        if PREPOSITION.match(text, start, end):
            # "Tại cuộc họp Sở yêu cầu": no entity speaks; look no further than the last words.
            tail = text[start:end].split()
            if tail and tail[-1] in ("Sở", "Bộ", "Phòng", "Ban"):
                return self._short(tail[-1], end - len(tail[-1]), end)
            return None
        return self._unnamed(start, end, last)

    def _leads(self, start: int, ent: Span) -> bool:
        """Tell whether nothing but posts and forms of address stands before a person's name."""
        return len(self.text[start : ent.start_char].split()) <= 1

    def _unnamed(self, start: int, end: int, last: Source | None) -> Source | None:
        text = self.text
        phrase = text[start:end].strip()
        if not phrase or len(phrase) > 160:
            return None
        pronoun = PRONOUN.fullmatch(phrase)
        if pronoun:
            return self._pronoun(pronoun["word"].casefold(), start, end, last)
        if SHORT_BODY.match(phrase) and not phrase.casefold().startswith("lãnh đạo"):
            return self._short(phrase, start, end)
        if DOCUMENT.match(phrase):
            issuer = self._document(phrase, start, end)
            if issuer is not None:
                return issuer
        places = [ent for ent in self.within(start, end) if ent.label_ == "LOC"]
        if places and places[0].start_char == start and len(text[places[0].end_char : end].split()) <= 3:
            return Source(places[0].text, None, start, places[0].end_char, 0.6)
        documents = [ent for ent in self.within(start, end) if ent.label_ in ("DOC", "PROG")]
        if documents and documents[0].start_char == start:
            return Source(documents[0].text, None, start, documents[0].end_char, 0.5)
        if DESCRIBED.match(phrase):
            return self._described(start, end, last)
        return None

    def _described(self, start: int, end: int, last: Source | None) -> Source | None:
        text = self.text
        for verb in CLAUSE_VERB.finditer(text, start + 2, end):
            if not self.covers(verb.start() + 1):
                end = verb.start()
                break
        bracket = text.find("(", start, end)
        end = bracket if bracket > start and not self.covers(bracket) else end
        phrase = text[start:end].strip()
        if NOT_DESCRIBED.fullmatch(phrase) and not PRONOUN.fullmatch(phrase):
            return None
        if len(phrase.split()) > 16:
            return None
        if PRONOUN.fullmatch(phrase):
            return self._pronoun(PRONOUN.fullmatch(phrase)["word"].casefold(), start, end, last)  # type: ignore[index]
        if SHORT_BODY.match(phrase) and not phrase.casefold().startswith("lãnh đạo"):
            return self._short(phrase, start, end)
        holder = self._holder(phrase, start, last) or self._shown(phrase, start, last)
        if holder is not None:
            return holder
        return Source(phrase, None, start, start + len(phrase), 0.65)

    def _holder(self, phrase: str, at: int, last: Source | None) -> Source | None:
        """Return the person of the article who holds a post: "Hiệu trưởng Trường X", "vị Hiệu trưởng này"."""
        shown = DEMONSTRATIVE.match(phrase)
        wanted = shown["role"] if shown else phrase
        post = ROLE.match(wanted)
        if post is None:
            return None
        folded = fold(post.group())
        rest = fold(wanted[post.end() :])
        best: Person | None = None
        matches = []
        for person in self.people:
            role = fold(person.role)
            if not role or not (role == folded or role.startswith(folded) or folded.startswith(role)):
                continue
            body = fold(person.organization)
            if (
                rest
                and body
                and not (
                    rest in body
                    or body in rest
                    or entity_id("ORG", person.organization) == entity_id("ORG", wanted[post.end() :].strip())
                )
            ):
                continue
            if rest and not body and rest not in role and not shown:
                continue
            matches.append(person)
        if last is not None and any(person.name == last.name for person in matches):
            best = next(person for person in matches if person.name == last.name)
        elif len({person.name for person in matches}) == 1 and (
            rest or shown or folded not in ("hoc sinh", "sinh vien", "giao vien", "phu huynh", "thi sinh")
        ):
            best = matches[0]
        if best is None:
            return None
        return Source(best.name, person_id(best.name), at, at + len(phrase), 0.8, True)

    def _shown(self, phrase: str, at: int, last: Source | None) -> Source | None:
        """Return the last source for "vị này", "sinh viên này", "nữ giáo viên nói trên"."""
        shown = DEMONSTRATIVE.match(phrase)
        if shown is None or last is None:
            return None
        if last.person or fold(shown["role"]) in fold(last.name):
            return Source(last.name, last.id, at, at + len(phrase), 0.6, last.person)
        return None

    def _pronoun(self, word: str, start: int, end: int, last: Source | None) -> Source | None:
        sex = "m" if word.split()[0] in MALE else "f" if word.split()[0] in FEMALE else ""
        if last is not None and last.person and self._agrees(last.name, sex) and start - last.end < 2500:
            return Source(last.name, last.id, start, end, 0.85, True)
        k = bisect_left(self.person_starts, start)
        for ent in reversed(self.persons[max(0, k - 12) : k]):
            name = self.full[ent.start_char]
            if self._agrees(name, sex):
                return Source(name, person_id(name), start, end, 0.7, True)
        if last is not None and last.id is None:
            return Source(last.name, None, start, end, 0.6)
        return None

    def _agrees(self, name: str, sex: str) -> bool:
        known = self.sex.get(name, set())
        return not sex or not known or sex in known

    def _document(self, phrase: str, start: int, end: int) -> Source | None:
        """Return the body that issued a document: "công văn của Sở X", "văn bản này" (by who was named before)."""
        for ent in self.within(start, end):
            if ent.label_ in ("ORG", "PER") and re.search(
                r"(?:của|do|từ)\s(?:\S{1,12}\s){0,3}$", self.text[start : ent.start_char]
            ):
                return self.of_body(ent, 0.8) if ent.label_ == "ORG" else self.of_person(ent, 0.8)
        k = bisect_left(self.starts, start)
        bodies = [ent for ent in self.ents[max(0, k - 12) : k] if ent.label_ == "ORG"]
        for ent in reversed(bodies):
            if not re.search(
                r"(?:gửi|tới|đến|cho|lên|với|tại|thuộc|về)\s(?:\S{1,10}\s)?$",
                self.text[max(0, ent.start_char - 16) : ent.start_char],
            ):
                return self.of_body(ent, 0.65)
        return None

    def _short(self, phrase: str, start: int, end: int) -> Source | None:
        """Resolve "Sở", "nhà trường", "đơn vị này" to the body of that kind that was named last before."""
        match = SHORT_BODY.match(phrase)
        head = fold(match["head"]) if match else fold(phrase)
        kind = {"nha truong": "truong", "to bao": "bao"}.get(head, head)
        kind = kind.removeprefix("co quan ") or kind
        open_kind = kind in ("co quan", "don vi", "to chuc")
        bodies = self.organizations
        before = [ent for ent in bodies if ent.start_char < start][-40:]
        for ent in reversed(before):
            folded = fold(ent.text)
            first = folded.split(" ")[0] if folded else ""
            school = kind == "truong" and first in (
                "truong",
                "dh",
                "dai",
                "cd",
                "cao",
                "hoc",
                "thpt",
                "thcs",
                "mam",
                "nhom",
            )
            if open_kind or school or first == kind or folded.startswith(kind + " "):
                return self.of_body(ent, 0.75)
        return Source(self.text[start:end].strip(), None, start, end, 0.5)

    # -- sources without a verb ----------------------------------------------------------------------------

    def named_at(self, start: int, end: int) -> str | None:
        """Return the fullest name of the person whom a sentence begins with."""
        persons = [ent for ent in self.within(start, end) if ent.label_ == "PER"]
        if persons and len(self.text[start : persons[0].start_char].split()) <= 5:
            return self.full.get(persons[0].start_char)
        return None

    def leading(self, start: int, end: int, last: Source | None) -> Source | None:
        """Return the first person of a sentence that ends in a colon without a reporting verb."""
        return self._first_subject(self._chunks(max(start, end - WINDOW), end), last)

    def subject_after(self, start: int, end: int, last: Source | None) -> Source | None:
        """Return the source whom "Đó là khẳng định của …" names."""
        ents = self.within(start, min(end, start + 120))
        for ent in ents:
            if ent.label_ == "PER" and len(self.text[start : ent.start_char].split()) <= 12:
                return self.of_person(ent, 0.9)
        stop = re.compile(r"[,.;\n]|\s(?:tại|trong|khi|về|trước|sau|với|ngày|sáng|chiều)\s").search(
            self.text, start, end
        )
        begin, finish = self._trim(start, stop.start() if stop and not self.covers(stop.start()) else end)
        return self._phrase(begin, finish, last)

    def headline(self, start: int, end: int) -> Source | None:
        """Return the source that stands before the colon of a headline."""
        ents = self.within(start, end)
        persons = [ent for ent in ents if ent.label_ == "PER"]
        phrase = self.text[start:end].strip(" “”\"'")
        if persons:
            ent = persons[-1]
            words = len(self.text[start : ent.start_char].split())
            post = ROLE.match(self.text, start, end) or TITLE.match(self.text, start, end) or words <= 1
            behind = self.text[ent.end_char : end].strip()
            if (
                (post or words <= 4)
                and not behind
                and not re.search(r"(?<!\w)(?:vụ|việc|từ)(?!\w)", phrase, re.IGNORECASE)
            ):
                return self.of_person(ent, 0.9)
            return None
        if (
            ents
            and ents[0].label_ == "ORG"
            and ents[0].start_char == start
            and ents[0].end_char >= end - 1
            and AUTHORITY.match(ents[0].text)
        ):
            return self.of_body(ents[0], 0.7)
        if ROLE.match(phrase) and len(phrase.split()) <= 10:
            holder = self._holder(phrase, start, None)
            return holder or Source(phrase, None, start, end, 0.6)
        return None

    def after_theo(
        self, begin: int, high: int, cue: str, weak: bool, stated: bool, last: Source | None
    ) -> tuple[Source, int, str, bool] | None:
        """Read the source behind "Theo" and find where the content begins (-1 when there is none)."""
        text = self.text
        limit = min(high, begin + 260)
        end = -1
        content = -1
        person: Span | None = None
        for match in re.compile(
            r"\s?[,:]\s*|\s(?=thì\s)|\s[-–—]\s|(?<!TS)(?<!GS)(?<!ThS)\.(?=\s)|[;\n]", re.IGNORECASE
        ).finditer(text, begin, limit):
            if self.covers(match.start()) or self.covers(match.end() - 1):
                continue
            mark = match.group().strip()
            if mark in (".", ";") or "\n" in match.group():
                break
            if end < 0:
                end = match.start()
                persons = [ent for ent in self.within(begin, end) if ent.label_ == "PER"]
                person = persons[0] if persons else None
            if mark == "," or mark == "":
                if person is not None and " " not in person.text:
                    content = match.end() + (4 if mark == "" else 0)
                    break
                following = text[match.end() : min(limit, match.end() + 60)]
                if person is not None and self._is_post(match.end(), limit):
                    continue
                content = match.end() + (4 if mark == "" and following.startswith("thì") else 0)
                break
            if mark == ":":
                content = match.end()
                break
            if mark in "-–—" and person is None:
                end = -1
                continue
        named = next((ent for ent in self.within(begin, limit) if ent.label_ in ("PER", "ORG")), None)
        if named is not None and named.start_char - begin <= 14 and (content < 0 or content > named.end_char + 40):
            # "Theo thống kê của Sở A đã có …": no comma behind the source.
            behind = text[named.end_char : named.end_char + 24]
            runs_on = (
                re.match(r"\s[a-zà-ỹđ]", behind)
                and not ROLE.match(behind.lstrip())
                and not re.match(
                    r"\s(?:và|của|tại|ở|về|quy định|công bố|ban hành|ngày|năm|trên|cung cấp|vừa|đưa|là|thì|cho|phụ trách)\s",
                    behind,
                )
            )
            if runs_on:
                end, content = named.end_char, named.end_char + 1
        if end < 0 or content < 0:
            return None
        if weak and re.match(r"(?:mà|về|vừa|được|đã|thu|có)\s", text[begin : begin + 6].lstrip()):
            return None
        start, finish = self._trim(begin, end)
        if start >= finish:
            issuer = (
                self._document("", begin, begin)
                if stated and weak and text[max(0, content - 2) : content].strip() == ":"
                else None
            )
            return (issuer, content, cue, False) if issuer is not None else None
        phrase = text[start:finish]
        if re.match(r"(?:này|trên|đó|mà|nói trên|của|do)(?!\w)", phrase, re.IGNORECASE) and not stated:
            return None
        if weak and re.match(r"(?:này|trên|nói trên)$", phrase, re.IGNORECASE):
            issuer = self._document("", begin, begin)
            return (issuer, content, cue, True) if issuer is not None else None
        found = self._phrase(start, finish, last)
        if found is None and len(phrase.split()) <= 12 and DESCRIBED.match(phrase):
            found = Source(phrase, None, start, finish, 0.6)
        if found is None:
            ents = [ent for ent in self.within(start, finish) if ent.label_ in ("ORG", "LOC")]
            if ents and ents[0].start_char - start <= 16:
                found = self.of_body(ents[0], 0.6) if ents[0].label_ == "ORG" else None
        return (found, content, cue, weak) if found is not None else None

    def _is_post(self, start: int, limit: int) -> bool:
        """Tell whether a post follows the name ("ông A, Hiệu trưởng B, …")."""
        match = ROLE.match(self.text, start, limit) or APPOSITION.match(self.text, start, limit)
        if not match:
            return False
        stop = re.compile(r",|\s[-–—]|:").search(self.text, start, limit)
        if stop is None or len(self.text[start : stop.start()].split()) > 25:
            return False
        return not SAYS_SOMETHING.search(self.text, start, stop.start())
