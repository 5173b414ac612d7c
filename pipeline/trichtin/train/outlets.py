"""What an outlet's pages are furnished with: its headings, stamps, share and comment boxes, notices and marks.

An outlet is a draw from these pools, and keeps to it on its page. For measuring, a third of every pool is held out.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from trichtin.train.adverts import LABELS, PAGE_NOTICES, PAGE_TRADES, TRADES, read_texts

Part = Literal["all", "training", "held out"]

HEADINGS = (
    "Tin tiêu điểm|Đừng bỏ lỡ|Có thể bạn quan tâm|Đọc nhiều|Đọc nhiều nhất|Tin liên quan|Tin cùng chuyên mục|Tin khác|Tin mới|Xem nhiều"
    "|Bài liên quan|Cùng chuyên mục|Tin nóng|Tin nổi bật|Đề xuất cho bạn|Có thể bạn thích|Bạn nên đọc|Đọc thêm|Tiêu điểm|Dòng sự kiện"
    "|Bài cùng chuyên mục|Video nổi bật|Góc nhìn|Nổi bật trong ngày|Mới nhất|Tin tức liên quan|Chủ đề nóng|Được quan tâm|Xem tiếp"
    "|Những tin mới hơn|Những tin cũ hơn|Các tin khác|Các bài đã đăng|Bài viết khác|Tin xem nhiều|Cùng tác giả|Tin trong ngày|Bài mới nhất"
    "|Các bài liên quan|Bài đọc nhiều trong tuần|Tin đã đưa|Đang được đọc|Chuyện hôm nay|Gợi ý cho bạn|Xem thêm về|Trong chuyên mục này"
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
    "|Nghe podcast|Podcast|Tải ứng dụng đọc báo|Gửi ý kiến của bạn|Xem tất cả bình luận|Gửi|Hủy|Thích|Không thích|Lưu|In|Thêm vào danh sách đọc|Góp ý|Chuyên mục: {section}"
    "|Cỡ chữ A A|Đánh giá bài viết|Trở lại Giáo dục|Trở lại đầu trang|Bấm để tải ứng dụng|Zalo|Facebook|Trả lời · Thích"
    "|0:00|1x|0:00 / 0:00|{m}:{s}|Giọng nam|Giọng nữ miền Bắc|Tốc độ 1x|A- A A+|A-|A+|In ra|In trang này|Đóng cửa sổ này|Gửi mail|Đọc bài|Phát|Tắt tiếng"
    "|Lưu tin|Quan tâm 0|{n}{m} lượt xem|Lượt xem: {n}{m}|Google News|+ Theo dõi|Chia sẻ qua Zalo|Tweet|Like {n}|Share {n}|Theo dõi {paper} trên"
    "|Tổng số điểm của bài viết là: {n} trong {n} đánh giá|Click để đánh giá bài viết|Xếp hạng: {n} - {m} phiếu bầu|Mã QR|Phản hồi|Báo lỗi nội dung"
    "|Bạn đánh giá thế nào về bài viết này?|Ý kiến độc giả|Hãy là người đầu tiên bình luận|Đăng ký nhận bản tin|Kết nối với chúng tôi|Dịch vụ thông báo"
).split("|")
FOOTERS = (
    "© Bản quyền thuộc về tòa soạn|Giấy phép số {n}{m}/GP-BTTTT|Tổng biên tập: {name}|Tòa soạn: {n} {street}, Hà Nội|Điện thoại: 024 {m}{s}{m}{s}"
    "|Đường dây nóng: 09{m}{s}{m}{s}|Email: toasoan@example.vn|® Ghi rõ nguồn khi phát hành lại thông tin từ trang này|Cơ quan chủ quản: {section}"
    "|Phó Tổng biên tập: {name}|Liên hệ quảng cáo: {m}{s} {m}{s}|Chính sách bảo mật|Về chúng tôi"
    "|Đang truy cập: {m}|Hôm nay: {n}.{m}{n}|Tổng lượt truy cập: {n}.{m}{n}.{m}{n}|Bản đồ trang|Thiết kế bởi {street}|Máy chủ tìm kiếm: {n}|Tháng hiện tại{m}{m}"
).split("|")
COMMENTS = read_texts("comments")
# What stands on composed pages must be unheard of: how readers speak is learned from the other comments.
PAGE_COMMENTS, LEARNED_COMMENTS = COMMENTS[::2], COMMENTS[1::2]
CLICKS = (
    "Trả lời|Thích {n} Trả lời|{n} Thích · Trả lời|Thích|Trả lời · {n} giờ trước|Thích Trả lời Chia sẻ|Thích {m} Trả lời {h}:{mi} {d}/{mo}|Trả lời {n}"
    "|Hữu ích ({n})|{m} thích|Báo vi phạm|Xem {n} trả lời|Phản hồi Thích ({n})|Chia sẻ"
).split("|")
CREDITS = (
    "Ảnh: INT|Minh họa/INT|Ảnh minh họa: INT|Ảnh minh họa|Ảnh: NVCC|Ảnh: {name}|(Ảnh: {name})|Ảnh minh hoạ|Nguồn: Internet|Ảnh: TL|Ảnh: {initials}"
    "|Ảnh minh họa/INT|Ảnh: TTXVN|Ảnh: Internet|Ảnh: ITN|Minh họa/ITN|Photo: {name}|Hình minh họa."
    "|Mô tả ảnh.|Ảnh do nhà trường cung cấp|Ảnh tư liệu|Ảnh chụp màn hình|Nguồn ảnh: Internet|![]() {name}|Ảnh: {paper}|Ảnh cắt từ clip"
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
BYLINES = (
    "{name} (thực hiện)|Thực hiện: {name}|Bài và ảnh: {name}|Bài, ảnh: {name}|PV|Nhóm PV|{name} (ghi)|Tác giả: {name}|Tác giả bài viết: {name}"
    "|Tin, ảnh: {name}|{name} (tổng hợp)|{name} - CTV|{name}/{paper}|Theo {name}|Phóng viên {name}|{initials}|Nguồn tin: {paper}"
).split("|")
STAMPS = (
    "{d}/{mo}/{y} {h}:{mi}|{d}/{mo}/{y}|{h}:{mi} {d}/{mo}/{y}|Thứ Sáu, {d}/{mo}/{y}, {h}:{mi} GMT+7|{n} giờ trước|{n} phút trước|{n} ngày trước"
    "|Thứ hai, ngày {d}/{mo}/{y} - {h}:{mi}|Chủ nhật, {d}/{mo}/{y}|{d}-{mo}-{y} {h}:{mi}|{d}.{mo}.{y}|{h}:{mi} – {d}/{mo}/{y}|{d}/{mo}/{y} {h}:{mi} (GMT+7)"
    "|Thứ tư - {d}/{mo}/{y} {h}:{mi}|Cập nhật lúc {h}:{mi}, {d}/{mo}/{y} (GMT+7)|Cập nhật: {d}/{mo}/{y}|Đăng lúc: {d}/{mo}/{y} {h}:{mi}|Ngày đăng: {d}/{mo}/{y}"
    "|{paper} - {d}/{mo}/{y} - {h}:{mi}|({d}/{mo}/{y})|Hôm qua {h}:{mi}|{h} giờ {mi} phút, ngày {d}/{mo}/{y}|{d} Tháng {mo}, {y}|Thứ Bảy {d}/{mo}/{y} {h}:{mi}"
).split("|")
SIGNS = (
    ">> |>>> |Xem thêm: |» |Đọc thêm: |=> |→ |Tin liên quan: |Mời xem thêm: |> |Bài liên quan: |▶ |Mời bạn đọc xem: |Xem ngay: |[Đọc thêm] "
    "|Có thể bạn quan tâm: |>>Xem thêm: |» Đọc tiếp: "
).split("|")
SEPARATORS = (" | ", " ", " · ", " / ", " - ", " • ")


@dataclass(frozen=True, slots=True)
class Outlet:
    """The words and habits of one outlet."""

    headings: Sequence[str]
    sections: Sequence[str]
    menus: Sequence[str]
    share: Sequence[str]
    ads: list[str]
    ad_labels: Sequence[str]
    footers: Sequence[str]
    comments: Sequence[str]
    clicks: Sequence[str]  # below a comment
    notices: Sequence[str]
    credits: Sequence[str]
    bylines: Sequence[str]
    sources: Sequence[str]
    papers: Sequence[str]
    stamps: Sequence[str]
    signs: Sequence[str]
    separator: str
    heading_end: str
    heading_upper: bool
    dateline: float  # how often a lead begins with the paper's name or the place
    # How much of a page's boxes is in whole sentences, which alone can bear many facts.
    leads: float  # how often a teaser has its lead
    worded_adverts: float  # how often an advertisement is a text and no picture, whose label alone is left
    commented: float  # how often readers comment
    # What no site prints, but makes the filter look at what a line speaks of.
    foreign_comments: float  # how often a comment is a sentence of another article
    lone_leads: float  # how often a link between paragraphs is the lead of another article, without its title
    told_by_photos: float  # how often the first sentences of an article's paragraphs stand alone, as captions of photos
    news_as_adverts: float  # how often an advertisement is a sentence of the news that sounds like an offer


def in_part(pool: Sequence[str], part: Part) -> list[str]:
    """Return the items of a pool that a part of the outlets may have."""
    return [item for k, item in enumerate(pool) if part == "all" or (k % 3 == 0) == (part == "held out")]


def draw_outlet(rng: random.Random, part: Part = "all", *, hard: bool = True, crowded: bool = True) -> Outlet:
    """Draw an outlet from the pools, or from the part of them that is held out (or is not).

    Args:
        rng: source of all choices.
        part: of the pools.
        hard: whether the outlet's pages also bear what no site prints.
        crowded: whether its boxes have several times as many leads and advertisements in whole sentences as sites print,
            to learn from. Else they have as many as the 464 pages of ``corpus/gold/layouts_*.jsonl``, whose writers did
            not know these pools: 76 leads of other articles below the article in 100 pages, 6 boxes with leads and 5 with
            advertisements in sentences within it, 66 comments and notices in sentences below it.
    """

    def some(pool: Sequence[str], most: int) -> list[str]:
        items = in_part(pool, part)
        return rng.sample(items, min(len(items), rng.randint(1, most)))

    return Outlet(
        headings=some(HEADINGS, 6),
        sections=some(SECTIONS, 14),
        menus=some(MENUS, 8),
        share=some(SHARE, 8),
        ads=[rng.choice(TRADES[trade]) for trade in some(PAGE_TRADES, 5)],
        ad_labels=some(LABELS, 2),
        footers=some(FOOTERS, 6),
        comments=some(PAGE_COMMENTS, 6),
        clicks=some(CLICKS, 2),
        notices=some(PAGE_NOTICES, 4),
        credits=some(CREDITS, 3),
        bylines=some(BYLINES, 2),
        sources=some(SOURCES, 2),
        papers=some(PAPERS, 1),
        stamps=some(STAMPS, 2),
        signs=some(SIGNS, 2),
        separator=rng.choice(SEPARATORS),
        heading_end=rng.choice(("", "", "", ":", " >", " »")),
        heading_upper=rng.random() < 0.2,
        dateline=rng.choice((0.0, 0.1, 0.6, 0.9, 0.95, 1.0)),
        leads=0.7 if crowded else 0.2,
        worded_adverts=1.0 if crowded else 0.3,
        commented=0.16 if crowded else 0.45,
        foreign_comments=0.3 * hard,
        lone_leads=0.03 * hard,
        told_by_photos=0.03 * hard,
        news_as_adverts=0.3 * hard,
    )
