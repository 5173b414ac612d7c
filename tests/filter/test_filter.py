import random

import numpy as np
import pytest

import trichtin
from trichtin.extraction import _filter
from trichtin.filter.lines import split_lines
from trichtin.filter.trees import SETTLED
from trichtin.read import Page


def label(text):
    return [(b.kind, b.keep, text[b.start : b.end]) for b in _filter().label(Page(id="p", source="p", text=text))]


def kept(text):
    return [line for _, keep, line in label(text) if keep]


TITLE = "Huyện vùng cao Pà Sin thiếu 120 giáo viên tiếng Anh"
LEAD = "GD&TĐ - Trước thềm năm học mới, Phòng GD&ĐT huyện Pà Sin cho biết còn thiếu 120 giáo viên tiếng Anh ở bậc tiểu học."
BODY = [
    "Theo ông Giàng A Sình, Trưởng phòng GD&ĐT huyện Pà Sin, cả huyện có 38 trường tiểu học nhưng mới có 21 giáo viên tiếng Anh.",
    "Huyện Pà Sin đã mời giáo viên tiếng Anh ở vùng thấp lên dạy trực tuyến cho 64 lớp, mỗi tuần 4 tiết, bắt đầu từ tháng 9.",
    "“Dạy trực tuyến chỉ là giải pháp trước mắt. Về lâu dài, chúng tôi cần nguồn tuyển tại chỗ”, ông Giàng A Sình nói.",
    "Các trường tiểu học của huyện Pà Sin cũng bố trí phòng máy và đường truyền để học sinh học tiếng Anh với giáo viên vùng thấp.",
]
ARTICLE = [TITLE, LEAD, *BODY]
TEASERS = [
    "Va chạm liên hoàn trên đèo, ba người nhập viện",
    "GD&TĐ - Vụ va chạm giữa xe khách và hai xe tải trên đèo khiến giao thông ùn tắc hơn bốn giờ trong sáng nay.",
    "Giá vàng trong nước tăng mạnh phiên cuối tuần",
    "GD&TĐ - Giá vàng miếng chiều nay được các doanh nghiệp niêm yết tăng thêm gần một triệu đồng mỗi lượng.",
]


def test_an_article_alone_is_kept_whole():
    assert kept("\n".join(ARTICLE)) == ARTICLE
    assert [kind for kind, _, _ in label("\n".join(ARTICLE))] == ["title", "lead", *["body"] * len(BODY)]


@pytest.mark.parametrize("heading", ["Đừng bỏ lỡ", "Chuyện bên hiên nhà", None])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_teasers_behind_the_article_go_whatever_their_heading(heading, gap):
    page = gap.join([*ARTICLE, *([heading] if heading else []), "Minh họa/INT", *TEASERS])
    assert kept(page) == ARTICLE


def test_a_hot_list_above_the_title_goes():
    page = "\n".join(["Tin nóng", TEASERS[0], TEASERS[2], "14/08/2024 07:30", *ARTICLE])
    assert kept(page) == ARTICLE


def test_a_link_in_the_middle_goes_and_the_rest_of_the_body_stays():
    page = "\n".join([TITLE, LEAD, BODY[0], ">> " + TEASERS[2], *BODY[1:]])
    assert kept(page) == ARTICLE


@pytest.mark.parametrize(
    "advert",
    [
        "[Quảng cáo] Trường tiểu học Pà Sin mời phụ huynh học thử tiếng Anh ngày 5/9.",
        "QC: Học tiếng Anh tại Pà Sin",
        "Thợ khóa Minh Long có mặt sau 15 phút, thay ổ nào bảo hành ổ ấy hai năm.",
        "Mẹ bỉm mách nhau cháo tươi Sao Mai, mở nắp là bé ăn được ngay!",
        "Cảm ơn bạn đã bình chọn, kết quả được cập nhật sau mỗi phút.",
        "Theo dõi báo chúng tôi trên Google News",
        "Giấy phép hoạt động báo điện tử số 12/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 5/9/2020.",
    ],
)
def test_an_advertisement_or_notice_in_the_middle_goes(advert):
    page = "\n".join([TITLE, LEAD, BODY[0], advert, *BODY[1:]])
    assert kept(page) == ARTICLE


def test_stamps_share_boxes_and_tags_go():
    page = "\n".join(
        [TITLE, "Thứ Tư, 14/8/2024, 07:30 GMT+7", LEAD, *BODY, "Chia sẻ", "Bình luận (3)", "Tags: giáo viên, tiếng Anh"]
    )
    assert kept(page) == ARTICLE


def test_the_byline_is_no_fact_of_the_article():
    (*_, (kind, keep, line)) = label("\n".join([*ARTICLE, "Hà Thu Trang"]))
    assert (kind, keep, line) == ("byline", True, "Hà Thu Trang")
    record = trichtin.extract("\n".join([*ARTICLE, "Hà Thu Trang"]))
    assert record["author"] == "Hà Thu Trang"
    assert "Hà Thu Trang" not in {entity["text"] for entity in record["entities"]}
    *_, (kind, keep, line) = label("\n".join([*ARTICLE, "Theo VnExpress"]))
    assert not keep, "an agency's credit is no line of the article"


def test_a_caption_equal_to_the_lead_is_not_kept_twice_one_that_is_a_part_is_kept_once():
    lead = LEAD.removeprefix("GD&TĐ - ")
    assert kept("\n".join([TITLE, LEAD, lead, lead, *BODY])) == ARTICLE
    part = "Phòng GD&ĐT huyện Pà Sin cho biết còn thiếu 120 giáo viên tiếng Anh."
    assert kept("\n".join([TITLE, LEAD, part, part, *BODY])) == [TITLE, LEAD, part, *BODY]


def test_offsets_of_lines_leave_out_the_white_space_at_their_edges():
    text = "  Một  \n\n\t\nHai ba\u00a0"
    assert [(line.text, text[line.start : line.end], line.gap) for line in split_lines(text)] == [
        ("Một", "Một", 0),
        ("Hai ba", "Hai ba", 2),
    ]


def test_a_page_of_one_long_line_is_kept():
    text = " ".join(BODY * 300)
    assert kept(text) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Y tế là cơ quan chủ quản của trường tiểu học thực hành ở huyện Pà Sin.",
        "Giấy phép hoạt động của trung tâm tiếng Anh ở huyện Pà Sin do Phòng GD&ĐT huyện cấp đã hết hạn.",
    ],
)
def test_a_sentence_of_the_article_on_licences_and_ministries_stays(sentence):
    page = [TITLE, LEAD, *BODY[:2], sentence, *BODY[2:]]
    assert kept("\n".join(page)) == page


def test_lines_that_the_first_rounds_settle_are_decided_as_all_rounds_would(samples):
    labeller, doubtful = _filter().labeller, 0
    for path in sorted(samples.glob("*.txt"))[:12]:
        lines = path.read_text(encoding="utf-8").splitlines()
        random.Random(1).shuffle(lines)  # in disorder many lines are in doubt
        rows = labeller.features(split_lines("\n".join(lines)))
        soon, full = labeller.article.log_odds(rows), labeller.article.scores(rows)[:, 0]
        open_ = np.abs(full) < SETTLED / 2
        doubtful += open_.sum()
        assert np.allclose(soon[open_], full[open_]) and (np.sign(soon) == np.sign(full)).all()
        longer = labeller.article.log_odds(np.tile(rows, (300, 1)))
        assert np.allclose(longer, np.tile(soon, 300)), "a list of thousands of lines is decided as a short one"
    assert doubtful > 5
