"""Compose labelled pages from articles: layouts drawn at random from a grammar of what news sites print.

A page is the article between menus, stamps, hot lists, links in its middle, and the boxes after its end. Every part
may be there or not, with or without a heading, in many wordings; headings are half of the time made up from words of
other titles, so that no list of known headings is enough.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

Labelled = tuple[str, str]  # label (filter.labeller.LABELS), text

SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZĐÀ-Ỹ“\"])")
HEADINGS = (
    "Tin tiêu điểm|Đừng bỏ lỡ|Có thể bạn quan tâm|Đọc nhiều|Đọc nhiều nhất|Tin liên quan|Tin cùng chuyên mục|Tin khác|Tin mới|Xem nhiều"
    "|Bài liên quan|Cùng chuyên mục|Tin nóng|Tin nổi bật|Đề xuất cho bạn|Có thể bạn thích|Bạn nên đọc|Đọc thêm|Tiêu điểm|Dòng sự kiện"
    "|Bài cùng chuyên mục|Video nổi bật|Góc nhìn|Nổi bật trong ngày|Mới nhất|Tin tức liên quan|Chủ đề nóng|Được quan tâm|Xem tiếp"
).split("|")
OPENINGS = "Nóng|Chuyên đề|Góc|Câu chuyện|Nhịp sống|Hôm nay|Chuyển động|Toàn cảnh|Thế giới|Sự kiện|Tâm điểm|Thông tin|Điểm tin|Bản tin".split(
    "|"
)
SECTIONS = (
    "Giáo dục|Thời sự|Kết nối|Giáo dục pháp luật|Trao đổi|Phương pháp|Gia đình|Thế giới|Khoa học|Văn hóa|Thể thao|Đời sống|Tuyển sinh"
    "|Du học|Học đường|Xã hội|Kinh tế|Pháp luật|Sức khỏe|Giải trí|Công nghệ|Địa phương|Chính trị|Bạn đọc|Media|Nhân ái|Quốc phòng"
).split("|")
MENUS = (
    "Trang chủ|Đăng nhập|Liên hệ|Quảng cáo|RSS|Video|E-Magazine|Podcast|Báo in|Đăng ký|Tìm kiếm|Menu|Mới nhất|Infographic|English|Đặt báo"
).split("|")
SHARE = (
    "Chia sẻ|Chia sẻ Facebook|Facebook Twitter Zalo|Chia sẻ bài viết|Sao chép liên kết|Copy link|Thích 0|Lưu bài viết|In bài viết|Theo dõi trên"
    " Google News|Gửi email|Theo dõi|Bình luận (0)|Bình luận ({n})|Bình luận|Gửi bình luận|Ý kiến bạn đọc ({n})|Ý kiến của bạn|Chưa có bình luận"
    "|Nhập nội dung bình luận...|Xem thêm bình luận|Đăng nhập để bình luận|Mới nhất – Quan tâm nhất|Nghe đọc bài|Nghe bài viết này|0:00 / {m}:{s}"
    "|Cỡ chữ A A|Đánh giá bài viết|Trở lại Giáo dục|Trở lại đầu trang|Bấm để tải ứng dụng|Zalo|Facebook|Trả lời · Thích"
).split("|")
ADS = (
    "Quảng cáo|ADVERTISEMENT|Tài trợ|Nội dung tài trợ|QC|Đặt mua báo giấy tại đây|Khóa học tiếng Anh trực tuyến giảm {n}0%|Ưu đãi học phí đến {n}0%"
    "|Đăng ký tư vấn du học miễn phí ngay hôm nay|Giảm giá sách giáo khoa, đặt hàng qua hotline 1900 {n}{m}{s}"
).split("|")
FOOTERS = (
    "© Bản quyền thuộc về tòa soạn|Giấy phép số {n}{m}/GP-BTTTT|Tổng biên tập: {name}|Tòa soạn: {n} {street}, Hà Nội|Điện thoại: 024 {m}{s}{m}{s}"
    "|Đường dây nóng: 09{m}{s}{m}{s}|Email: toasoan@example.vn|® Ghi rõ nguồn khi phát hành lại thông tin từ trang này|Cơ quan chủ quản: {section}"
    "|Phó Tổng biên tập: {name}|Liên hệ quảng cáo: {m}{s} {m}{s}|Chính sách bảo mật|Về chúng tôi"
).split("|")
COMMENTS = (
    "Rất mong các cấp quan tâm hơn|Bài viết hay quá|Tôi thấy như vậy là chưa hợp lý|Cảm ơn tòa soạn|Con tôi cũng đang gặp cảnh này|Đồng ý với tác giả"
    "|Cần xử lý nghiêm|Ở quê tôi cũng vậy|Chúc các em thi tốt"
).split("|")
CREDITS = (
    "Ảnh: INT|Minh họa/INT|Ảnh minh họa: INT|Ảnh minh họa|Ảnh: NVCC|Ảnh: {name}|(Ảnh: {name})|Ảnh minh hoạ|Nguồn: Internet|Ảnh: TL|Ảnh: {initials}"
    "|Ảnh minh họa/INT|Ảnh: TTXVN|Ảnh: Internet|Ảnh: ITN|Minh họa/ITN|Photo: {name}|Hình minh họa."
).split("|")
PAPERS = (
    "GD&TĐ|GDTĐ|TTO|TNO|VOV|ANTĐ|NLĐ|PLO|Dân trí|SGGP|HNM|TPO|VTV|QĐND|LĐO|VTC News|VnEconomy|ĐCSVN|GDVN|CAND".split(
        "|"
    )
)
PLACES = "Hà Nội|TP.HCM|Nghệ An|Đà Nẵng|Cần Thơ|Thanh Hóa|Quảng Nam|Lào Cai|Đắk Lắk|Hải Phòng|Huế|Cà Mau".split("|")
SURNAMES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Mai|Hà|Cao".split("|")
MIDDLES = "Văn|Thị|Minh|Thanh|Ngọc|Quang|Đức|Thu|Hồng|Anh|Hải|".split("|")
GIVENS = "Lan|Hùng|Bình|Hương|Tâm|Phong|Linh|Hà|Sơn|Dũng|Trang|Hòa|Nam|Yến|Thủy|Long|Vân|Khánh|Phương|Đăng".split("|")
SOURCES = "Theo TTXVN|Theo Tuổi Trẻ|(Theo VnExpress)|Tổng hợp|(Tổng hợp)|Theo Dân trí|(T/h)|Theo Reuters|Theo AP|Theo {paper}".split(
    "|"
)
STAMPS = (
    "{d}/{mo}/{y} {h}:{mi}|{d}/{mo}/{y}|{h}:{mi} {d}/{mo}/{y}|Thứ Sáu, {d}/{mo}/{y}, {h}:{mi} GMT+7|{n} giờ trước|{n} phút trước|{n} ngày trước"
    "|Thứ hai, ngày {d}/{mo}/{y} - {h}:{mi}|Chủ nhật, {d}/{mo}/{y}|{d}-{mo}-{y} {h}:{mi}|{d}.{mo}.{y}|{h}:{mi} – {d}/{mo}/{y}|{d}/{mo}/{y} {h}:{mi} (GMT+7)"
).split("|")


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article to build a page around, or to cut teasers from."""

    title: str
    lead: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page with the label of each of its lines."""

    text: str
    labels: tuple[str, ...]
    family: str


def paragraphs_of(body: str, rng: random.Random) -> tuple[str, ...]:
    """Cut a body that came as one line into paragraphs of one to five sentences; keep its own line ends."""
    out: list[str] = []
    for line in body.split("\n"):
        line = " ".join(line.split())
        if len(line) < 500:
            if line:
                out.append(line)
            continue
        sentences = SENTENCE.split(line)
        while sentences:
            size = rng.choice((1, 2, 2, 3, 3, 4, 5))
            out.append(" ".join(sentences[:size]))
            sentences = sentences[size:]
    return tuple(out)


FAMILIES = ("tail", "tail-bare", "head", "middle", "around", "clean", "dense")


def compose(
    article: Article, others: Sequence[Article], rng: random.Random, family: str | None = None
) -> GeneratedPage:
    """Compose one page.

    Args:
        article: the page's own article.
        others: articles from which teasers and links are cut; about a dozen, near and far in topic.
        rng: source of all choices.
        family: which parts the layout has; drawn at random when None.

    Returns:
        The page's text and the label of each non-empty line.
    """
    family = family or rng.choice(FAMILIES)
    pick = Picker(others, rng)
    lines: list[Labelled] = []
    if family in ("head", "around", "dense") or rng.random() < 0.15:
        lines += _head(pick, rng, hot=family in ("head", "dense") or rng.random() < 0.3)
    lines += _article(article, pick, rng, links=family in ("middle", "dense", "around") or rng.random() < 0.15)
    if family != "clean":
        lines += _tail(pick, rng, bare=family == "tail-bare", heavy=family in ("tail", "dense", "around"))
    lines = [(label, " ".join(line.split())) for label, line in lines if line.strip()]
    gap = rng.choice(("\n", "\n\n", "mixed"))
    text = ""
    for k, (_, line) in enumerate(lines):
        text += ("" if not k else rng.choice(("\n", "\n\n", "\n\n\n")) if gap == "mixed" else gap) + line
    return GeneratedPage(text, tuple(label for label, _ in lines), family)


class Picker:
    """Draw small pieces of pages: names, stamps, headings, teasers."""

    def __init__(self, others: Sequence[Article], rng: random.Random) -> None:
        self.others = list(others)
        self.rng = rng
        self.turn = 0

    def other(self) -> Article:
        self.turn += 1
        return self.others[self.turn % len(self.others)]

    def name(self) -> str:
        rng = self.rng
        parts = [rng.choice(SURNAMES), rng.choice(MIDDLES), rng.choice(GIVENS)]
        if rng.random() < 0.4:
            parts = [rng.choice(MIDDLES), rng.choice(GIVENS)]
        return " ".join(part for part in parts if part)

    def fill(self, pattern: str) -> str:
        rng = self.rng
        return pattern.format(
            n=rng.randint(1, 9),
            m=rng.randint(10, 99),
            s=rng.randint(10, 59),
            d=f"{rng.randint(1, 28):02d}",
            mo=f"{rng.randint(1, 12):02d}",
            y=rng.randint(2015, 2026),
            h=f"{rng.randint(0, 23):02d}",
            mi=f"{rng.randint(0, 59):02d}",
            name=self.name(),
            initials=rng.choice(("L.A", "T.H", "Q.V", "N.T", "H.Đ")),
            street=rng.choice(("Hai Bà Trưng", "Giải Phóng", "Lý Thường Kiệt")),
            section=rng.choice(SECTIONS),
            paper=rng.choice(PAPERS),
        )

    def heading(self) -> str:
        rng = self.rng
        roll = rng.random()
        if roll < 0.45:
            text = rng.choice(HEADINGS)
        elif roll < 0.6:
            text = rng.choice(OPENINGS) + " " + rng.choice(SECTIONS).lower()
        elif roll < 0.7:
            text = rng.choice(SECTIONS)
        else:  # two to five words of some title: a heading nobody has listed
            words = self.other().title.split()
            at = rng.randint(0, max(len(words) - 3, 0))
            text = " ".join(words[at : at + rng.randint(2, 5)]).strip(" ,.:;-?!'\"“”") or "Tin khác"
            text = text[:1].upper() + text[1:]
        text = text.upper() if rng.random() < 0.2 else text
        return text + rng.choice(("", "", "", ":", " >", " »"))

    def stamp(self) -> str:
        return self.fill(self.rng.choice(STAMPS))

    def dateline(self) -> str:
        rng = self.rng
        roll = rng.random()
        if roll < 0.45:
            return "GD&TĐ - "
        if roll < 0.65:
            return rng.choice(PAPERS) + rng.choice((" - ", " – ", " -"))
        if roll < 0.72:
            return f"({rng.choice(PAPERS)}) - "
        if roll < 0.77:
            return rng.choice(PLACES) + " - "
        return ""


def _head(pick: Picker, rng: random.Random, *, hot: bool) -> list[Labelled]:
    out: list[Labelled] = []
    if rng.random() < 0.5:
        menu = rng.sample(SECTIONS, rng.randint(3, 9)) + rng.sample(MENUS, rng.randint(1, 4))
        if rng.random() < 0.5:
            out.append(("chrome-", rng.choice((" | ", " ", " · ", " / ")).join(menu)))
        else:
            out += [("chrome-", item) for item in menu]
    if hot:
        if rng.random() < 0.6:
            out.append(("heading-", pick.heading()))
        out += _links(pick, rng, rng.randint(1, 6))
    if rng.random() < 0.3:
        out.append(("chrome-", pick.fill(rng.choice(ADS))))
    if rng.random() < 0.35:
        out.append(
            (
                "chrome-",
                rng.choice(
                    (rng.choice(SECTIONS), " > ".join(rng.sample(SECTIONS, 2)), "Trang chủ / " + rng.choice(SECTIONS))
                ),
            )
        )
    return out


def _article(article: Article, pick: Picker, rng: random.Random, *, links: bool) -> list[Labelled]:
    out: list[Labelled] = [("title", article.title)]
    for maker, chance in (
        (pick.stamp, 0.3),
        (lambda: rng.choice(SECTIONS), 0.1),
        (lambda: pick.fill(rng.choice(SHARE)), 0.12),
    ):
        if rng.random() < chance:
            out.append(("chrome-", maker()))
    if rng.random() < 0.08:
        out.append(("byline-", pick.name()))
    lead = re.sub(r"^\(?[A-ZĐ&][\w&.Đ]{1,10}\)?\s?[-–]\s", "", article.lead)
    body = list(article.paragraphs)
    if lead:
        out.append(("lead", pick.dateline() + lead))
    elif body and rng.random() < 0.5:
        out.append(("lead", pick.dateline() + body.pop(0)))
    out += _captions(lead, pick, rng)
    if links and rng.random() < 0.3:
        out += _links(pick, rng, rng.randint(1, 3))
    style = rng.random()
    for k, paragraph in enumerate(body):
        if k and k < len(body) - 1 and rng.random() < 0.07:
            out.append(("heading", _subheading(paragraph)))
        out += _paragraph(paragraph, rng, pick, style)
        if rng.random() < 0.07 and len(paragraph) > 80:
            sentence = SENTENCE.split(paragraph)[0]
            tail = rng.choice(
                ("", "", " Ảnh: " + pick.name(), f". (Ảnh: {pick.name()})", " " + pick.fill(rng.choice(CREDITS)))
            )
            if len(sentence) < 220:
                words = sentence.rstrip(".").split()
                cut = " ".join(words[: rng.randint(6, max(7, len(words)))])
                out.append(("caption", cut + ("." if rng.random() < 0.5 else "") + tail))
        elif rng.random() < 0.04:
            out.append(("chrome-", pick.fill(rng.choice(CREDITS))))
        if links and k < len(body) - 1 and rng.random() < 0.22:
            out += _inline_box(pick, rng)
    if rng.random() < 0.45:
        out.append(("byline-", pick.name() if rng.random() < 0.8 else pick.name().upper()))
    if rng.random() < 0.12:
        out.append(("byline-", pick.fill(rng.choice(SOURCES))))
    return out


def _captions(lead: str, pick: Picker, rng: random.Random) -> list[Labelled]:
    """A photo under the lead: its caption is often the lead once more, often printed twice."""
    roll = rng.random()
    if roll < 0.28 and lead:
        copy = [("caption-", lead)] * rng.choice((1, 2, 2))
        return copy + ([("chrome-", pick.fill(rng.choice(CREDITS)))] if rng.random() < 0.25 else [])
    if roll < 0.4 and len(lead) > 60:
        words = lead.rstrip(".").split()
        start = rng.randint(0, max(len(words) - 8, 0))
        part = " ".join(words[start : start + rng.randint(7, 18)])
        part = part[:1].upper() + part[1:] + rng.choice((".", ""))
        tail = rng.choice(("", " Ảnh: " + pick.name(), " (Ảnh: " + pick.name() + ")"))
        return [("caption", part + tail), *([("caption-", part + tail)] if rng.random() < 0.4 else [])]
    if roll < 0.46:
        return [("chrome-", pick.fill(rng.choice(CREDITS)))]
    return []


def _paragraph(paragraph: str, rng: random.Random, pick: Picker, style: float) -> list[Labelled]:
    """A paragraph as news sites print it: whole, as a list, as short lines, as question and answer, as verse."""
    roll = rng.random()
    sentences = SENTENCE.split(paragraph)
    if style < 0.08 and len(sentences) > 1:  # every sentence a line
        return [("body", sentence) for sentence in sentences]
    if roll < 0.05 and paragraph.count(";") + paragraph.count(",") >= 3:
        sign = rng.choice(("- ", "• ", "+ ", "* ", ""))
        parts = [p.strip() for p in re.split(r"[;,]\s", paragraph) if p.strip()]
        return [("body", sign + part + rng.choice((";", "", "."))) for part in parts[:8]]
    if roll < 0.08:
        return [("body", sentences[0]), *[("body", s) for s in sentences[1:]]]
    if roll < 0.1 and style > 0.8:  # an interview
        question = rng.choice(("PV: ", "- ", "Phóng viên: ", "- PV: ", "", "Hỏi: ")) + sentences[0].rstrip(".") + "?"
        return [
            ("body", question),
            ("body", rng.choice(("", "- ", f"Ông {pick.name()}: ", f"Bà {pick.name()}: ")) + paragraph),
        ]
    if roll < 0.115:  # verse
        words = paragraph.split()[:42]
        return [("body", " ".join(words[k : k + 7]).capitalize()) for k in range(0, len(words), 7)]
    if roll < 0.14 and len(sentences[0]) < 90:
        return (
            [("body", sentences[0]), ("body", " ".join(sentences[1:]))]
            if len(sentences) > 1
            else [("body", sentences[0])]
        )
    return [("body", paragraph)]


def _subheading(paragraph: str) -> str:
    words = re.split(r"[,.;:]", paragraph)[0].split()[:10]
    return " ".join(words).strip(" “”\"'-–")


def _inline_box(pick: Picker, rng: random.Random) -> list[Labelled]:
    roll = rng.random()
    if roll < 0.3:
        sign = rng.choice(
            (">> ", ">>> ", "Xem thêm: ", "» ", "Đọc thêm: ", "=> ", "→ ", "Tin liên quan: ", "Mời xem thêm: ")
        )
        return [("related-", sign + pick.other().title)]
    if roll < 0.6:
        return [("related-", pick.other().title) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
    if roll < 0.75:
        return [("heading-", pick.heading()), *_links(pick, rng, rng.randint(1, 3))]
    if roll < 0.87:
        return _teaser(pick, rng, lead=0.7)
    return [("chrome-", pick.fill(rng.choice(ADS)))]


def _links(pick: Picker, rng: random.Random, count: int) -> list[Labelled]:
    sign = rng.choice(("", "", "", "• ", "- ", ">> ", "» ", "# "))
    stamped = rng.random() < 0.2
    out: list[Labelled] = []
    for k in range(count):
        mark = f"{k + 1}. " if sign == "# " else sign
        out.append(("related-", mark + pick.other().title))
        if stamped:
            out.append(("chrome-", pick.stamp()))
    return out


def _teaser(pick: Picker, rng: random.Random, *, lead: float) -> list[Labelled]:
    other = pick.other()
    out: list[Labelled] = []
    if rng.random() < 0.35:
        out.append(("chrome-", pick.fill(rng.choice(CREDITS))))
    if rng.random() < 0.1:
        out.append(("chrome-", rng.choice(SECTIONS)))
    out.append(("related-", other.title))
    if rng.random() < 0.12:
        out.append(("chrome-", pick.stamp()))
    text = re.sub(r"^\(?[A-ZĐ&][\w&.Đ]{1,10}\)?\s?[-–]\s", "", other.lead) or (
        other.paragraphs[0] if other.paragraphs else ""
    )
    if text and rng.random() < lead:
        if rng.random() < 0.25:
            text = " ".join(text.split()[: rng.randint(12, 30)]) + "..."
        out.append(("related-", pick.dateline() + text))
    return out


def _tail(pick: Picker, rng: random.Random, *, bare: bool, heavy: bool) -> list[Labelled]:
    out: list[Labelled] = []
    if not bare and rng.random() < 0.35:
        topics = [
            " ".join(pick.other().title.split()[: rng.randint(1, 4)]).strip(" ,.:;-?!“”\"'")
            for _ in range(rng.randint(2, 6))
        ]
        style = rng.random()
        if style < 0.4:
            out.append(("chrome-", rng.choice(("Tags: ", "Từ khóa: ", "Tags ", "TAGS: ")) + ", ".join(topics)))
        elif style < 0.6:
            out += [("chrome-", "#" + topic.replace(" ", "")) for topic in topics]
        elif style < 0.8:
            out += [("chrome-", "Từ khóa"), *[("chrome-", topic) for topic in topics]]
        else:
            out.append(("chrome-", " ".join("#" + topic for topic in topics)))
    if not bare and rng.random() < 0.4:
        out += [("chrome-", pick.fill(text)) for text in rng.sample(SHARE, rng.randint(1, 4))]
    if not bare and rng.random() < 0.12:
        for _ in range(rng.randint(1, 3)):
            comment = rng.choice(COMMENTS)
            out += (
                [("chrome-", pick.name()), ("chrome-", comment)]
                if rng.random() < 0.5
                else [("chrome-", f"{pick.name()}: {comment}")]
            )
            if rng.random() < 0.5:
                out.append(("chrome-", pick.stamp()))
    boxes = rng.randint(2, 4) if heavy else rng.randint(1, 2)
    for _ in range(boxes):
        if not bare and rng.random() < 0.75:
            out.append(("heading-", pick.heading()))
            if rng.random() < 0.25:
                out.append(("heading-", pick.heading()))
        if rng.random() < 0.6:
            for _ in range(rng.randint(1, 4)):
                out += _teaser(pick, rng, lead=0.8)
        else:
            out += _links(pick, rng, rng.randint(1, 7))
    if not bare and rng.random() < 0.3:
        out += [("chrome-", pick.fill(text)) for text in rng.sample(FOOTERS, rng.randint(1, 5))]
    return out
