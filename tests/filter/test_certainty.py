"""What is dropped for a doubt, and what is kept in spite of one; the labeller is told what to say."""

import pytest

from trichtin.filter import PageFilter
from trichtin.read import Page

TITLE = "Trường tiểu học Pà Sin đón 320 học sinh"
LEAD = "GD&TĐ - Sáng 5/9, Trường Tiểu học Pà Sin (huyện Pà Sin) khai giảng năm học mới với 320 học sinh."
BODY = "Nhà trường có 12 lớp, nhiều hơn năm ngoái một lớp, và đủ giáo viên cho các môn học bắt buộc."
LINK = "Nhiều trường vùng cao thiếu giáo viên tiếng Anh"
SENTENCE = "Thứ trưởng Bộ GD&ĐT làm việc với lãnh đạo tỉnh về tình hình thiếu giáo viên ở các huyện vùng cao."


class Told:
    """A labeller that knows the lines of these pages, and is this sure of the one that is asked about."""

    def __init__(self, line, score, label):
        self.line, self.score, self.label_of_line = line, score, label

    def label(self, lines):
        known = {TITLE: "title", LEAD: "lead", LINK: "related-", self.line: self.label_of_line}
        return [known.get(line.text, "body") for line in lines], [
            self.score if line.text == self.line else 1.0 for line in lines
        ]


def kept(line, score, *, after=(), before=(), label="body"):
    """Tell whether a line is kept between two lines, of which those that are no body are links."""
    text = "\n".join([TITLE, LEAD, BODY, *before, line, *after])
    blocks = PageFilter(Told(line, score, label)).label(Page(id="p", source="p", text=text))
    return next(block.keep for block in blocks if text[block.start : block.end] == line)


def test_the_more_boxes_stand_around_a_sentence_the_surer_it_must_be():
    alone, beside, inside = ((LINK,), (LINK,)), ((), (LINK,)), ((), (BODY,))
    sure_enough = [
        min(score for score in (0.5, 0.95, 0.99, 0.995, 1.0) if kept(SENTENCE, score, before=before, after=after))
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
    assert not kept(line, 0.95, after=(LINK,)) and kept(line, 0.999, after=(BODY,))


def test_a_second_lead_with_a_papers_name_is_another_articles_in_doubt():
    second = "TTO - Chiều 6/9, Trường Cao đẳng Pà Sin công bố phương án tuyển sinh với 300 chỉ tiêu. " + " ".join(
        [BODY] * 2
    )
    assert not kept(second, 0.85, after=(BODY,))
    assert kept(second.removeprefix("TTO - "), 0.85, after=(BODY,))


def test_a_quotation_and_a_long_paragraph_stay_in_doubt_between_boxes():
    quotation = "“Chúng tôi chỉ mong các em đến lớp đều”, cô hiệu trưởng chia sẻ sau buổi lễ khai giảng."
    assert kept(quotation, 0.9, before=(LINK,), after=(LINK,)) and not kept(SENTENCE, 0.9, before=(LINK,))
    assert kept(" ".join([SENTENCE] * 3), 0.9, before=(LINK,), after=(LINK,))


def test_a_menu_is_no_title_and_an_answer_to_a_reader_no_paragraph_however_sure_the_labeller_is():
    menu = "Giáo dục | Thời sự | Tuyển sinh | Du học | Video"
    assert not kept(menu, 1.0, label="title", after=(BODY,)) and kept(menu, 1.0, after=(BODY,)), (
        "a row of a table stays"
    )
    answer = "Minh Anh: @Thu Hà chuẩn luôn bạn ơi, trường em năm nay cũng thiếu giáo viên tiếng Anh."
    assert not kept(answer, 1.0, after=(BODY,))
    assert kept("Bộ trưởng viết trên trang @bogddt của Bộ rằng giáo viên sẽ được tăng lương từ năm sau.", 1.0)
