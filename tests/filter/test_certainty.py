"""What is dropped for a doubt, and what is kept in spite of one; the labeller is told what to say."""

import pytest

from trichtin.filter import PageFilter
from trichtin.read import Page

TITLE = "Trường tiểu học Pà Sin đón 320 học sinh"
LEAD = "GD&TĐ - Sáng 5/9, Trường Tiểu học Pà Sin (huyện Pà Sin) khai giảng năm học mới với 320 học sinh."
BODY = "Nhà trường có 12 lớp, nhiều hơn năm ngoái một lớp, và đủ giáo viên cho các môn học bắt buộc."
LINK = "Nhiều trường vùng cao thiếu giáo viên tiếng Anh"
OTHER = "Các em học sinh lớp 1 được phát sách giáo khoa từ cuối tháng 8, sớm hơn năm học trước hai tuần."
SENTENCE = "Thứ trưởng Bộ GD&ĐT làm việc với lãnh đạo tỉnh về tình hình thiếu giáo viên ở các huyện vùng cao."


class Told:
    """A labeller that says what it was told."""

    def __init__(self, *told):
        self.told = told

    def label(self, lines):
        labels, scores = zip(*self.told, strict=True)
        return list(labels), list(scores)


def label(lines, told):
    return PageFilter(Told(*told)).label(Page(id="p", source="p", text="\n".join(lines)))


def kept(line, score, *, after=(), before=(), as_what="body"):
    """Tell whether a line is kept between others, of which those that are no body are links."""
    known = {TITLE: "title", LEAD: "lead", BODY: "body", LINK: "related-"}
    above, below = ([(known[text], 1.0) for text in part] for part in ([TITLE, LEAD, BODY, *before], after))
    blocks = label([TITLE, LEAD, BODY, *before, line, *after], [*above, (as_what, score), *below])
    return blocks[len(above)].keep


def test_a_doubtful_sentence_stays_among_the_articles_own_and_goes_beside_a_box():
    lines = [TITLE, BODY, SENTENCE, OTHER, LINK]
    told = [("title", 1.0), ("body", 1.0), ("body", 0.93), ("body", 0.93), ("related-", 1.0)]
    blocks = label(lines, told)
    assert [(block.kind, block.keep) for block in blocks[1:]] == [
        ("body", True),
        ("body", True),
        ("related", False),
        ("related", False),
    ]
    assert blocks[3].score == pytest.approx(0.07), "how sure it is of what it was made"


def test_the_more_boxes_stand_around_a_sentence_the_surer_it_must_be():
    alone, beside, inside = ((LINK,), (LINK,)), ((), (LINK,)), ((), (BODY,))
    sure_enough = [
        min(score for score in (0.5, 0.85, 0.975, 0.99, 1.0) if kept(SENTENCE, score, before=before, after=after))
        for before, after in (inside, beside, alone)
    ]
    assert sure_enough == sorted(set(sure_enough)), "each needs more than the one before"
    assert not kept(SENTENCE, sure_enough[1], before=(LINK,)), "the last line of a page, behind a box, stands alone"


@pytest.mark.parametrize(
    "line",
    [
        "Chín em học sinh lớp 5 vượt suối đi thi học kỳ và câu chuyện phía sau đã khiến...",
        "Vì sao nhiều trường ở Pà Sin còn thiếu giáo viên?",
        "Học phí Trường Cao đẳng Pà Sin tăng 10 triệu đồng!",
        "Trường Cao đẳng Pà Sin tuyển 300 chỉ tiêu",
    ],
)
def test_what_links_look_like_is_not_taken_for_a_paragraph_in_doubt(line):
    assert not kept(line, 0.85, after=(LINK,)) and kept(line, 0.999, after=(BODY,))


def test_a_second_lead_with_a_papers_name_is_another_articles_in_doubt():
    second = "TTO - Chiều 6/9, Trường Cao đẳng Pà Sin công bố phương án tuyển sinh với 300 chỉ tiêu. " + " ".join(
        [BODY] * 2
    )
    assert not kept(second, 0.85, after=(BODY,))
    assert kept(second.removeprefix("TTO - "), 0.85, after=(BODY,))


def test_a_quotation_and_a_long_paragraph_stay_beside_a_box_where_a_sentence_goes():
    quotation = "“Chúng tôi chỉ mong các em đến lớp đều”, cô hiệu trưởng chia sẻ sau buổi lễ khai giảng."
    assert kept(quotation, 0.9, after=(LINK,)) and not kept(SENTENCE, 0.9, after=(LINK,))
    assert kept(" ".join([SENTENCE] * 3), 0.9, after=(LINK,))


@pytest.mark.parametrize(
    "line",
    [
        "PV: Nhà trường cần gì nhất trong năm học này?",
        "- Phóng viên Báo: Vậy phụ huynh nên làm gì?",
        "Thưa Thứ trưởng, vì sao vùng cao vẫn thiếu giáo viên tiếng Anh?",
        "Xin trân trọng cảm ơn PGS.TS Lương Bá Thiệp!",
    ],
)
def test_what_an_interviewer_says_stays_in_doubt_as_speech_does_and_a_box_s_question_goes(line):
    assert kept(line, 0.8, after=(BODY,)) and not kept("Vì sao vùng cao vẫn thiếu giáo viên?", 0.8, after=(BODY,))


def test_a_line_that_can_hold_no_fact_and_a_photo_s_caption_stay_in_doubt():
    for line in (
        "Nhưng các cháu vẫn chăm chỉ đến lớp đều đặn.",
        "Các em học sinh Pà Sin trong giờ ra chơi - Ảnh: SEO PAO",
        "Khai giảng ở Trường Tiểu học Pà Sin. (Ảnh: Lò Pao)",
        "Cô giáo Pà Sin vượt suối đến lớp - Ảnh SEO PAO",
    ):
        assert kept(line, 0.7, before=(LINK,), after=(LINK,))
    assert not kept("Nhưng các cháu ở Pà Sin vẫn đến lớp đều đặn.", 0.7, before=(LINK,), after=(LINK,))


def test_the_more_facts_a_sentence_bears_the_surer_it_must_be():
    spare = "Cô Pao vẫn ở lại với các em nhỏ ở điểm trường xa nhất của xã này."
    full = "Cô Pao vẫn ở lại với 32 em nhỏ ở điểm trường Nà Lầu, xã Pà Sin, huyện Mường Tè."
    assert kept(spare, 0.92, after=(LINK,)) and not kept(full, 0.92, after=(LINK,)) and kept(full, 0.98, after=(LINK,))


def test_a_menu_is_no_title_and_an_answer_to_a_reader_no_paragraph_however_sure_the_labeller_is():
    menu = "Giáo dục | Thời sự | Tuyển sinh | Du học | Video"
    assert not kept(menu, 1.0, as_what="title", after=(BODY,)) and kept(menu, 1.0, after=(BODY,)), (
        "a row of a table stays"
    )
    for menu in (
        "Giáo dục - Thời sự - Tuyển sinh - Du học - Video",
        "Trang chủ / Tin tức / Giáo dục / Phổ thông / Lớp 1",
    ):
        assert not kept(menu, 1.0, as_what="title", after=(BODY,))
    assert kept("Hà Nội - Huế - Cà Mau: chuyến tàu của thầy và trò", 1.0, as_what="title", after=(BODY,))
    answer = "Minh Anh: @Thu Hà chuẩn luôn bạn ơi, trường em năm nay cũng thiếu giáo viên tiếng Anh."
    assert not kept(answer, 1.0, after=(BODY,))
    assert kept("Bộ trưởng viết trên trang @bogddt của Bộ rằng giáo viên sẽ được tăng lương từ năm sau.", 1.0)


@pytest.mark.parametrize("credit", ["Mô tả ảnh.", "Chú thích ảnh", "Ảnh Lò Seo Pao", "(Ảnh: Lò Seo Pao)"])
def test_a_credit_alone_or_the_form_of_a_photo_left_empty_goes_however_sure_the_labeller_is(credit):
    assert not kept(credit, 1.0, after=(BODY,)) and kept("Ảnh hưởng của mưa lũ đến các trường", 1.0, after=(BODY,))


def test_the_only_long_line_of_a_page_is_its_body_though_it_is_cut_off():
    long = " ".join([SENTENCE] * 4).rstrip(".")
    assert label([long], [("related-", 0.95)])[0].keep and not label([LINK], [("related-", 0.95)])[0].keep


def test_of_the_doubtful_sentences_of_a_page_without_a_body_only_the_likeliest_are_its_body():
    lines = [TITLE, BODY, SENTENCE, OTHER]
    blocks = label(lines, [("title", 1.0), ("related-", 0.4), ("related-", 0.6), ("related-", 0.9)])
    assert [block.keep for block in blocks] == [True, True, True, False]
