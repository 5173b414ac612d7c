"""Calendar expressions and their ISO forms."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from trichtin.annotate import blank
from trichtin.annotate.dates.component import find_dates
from trichtin.annotate.dates.relative import find_relative_dates

NLP = blank()


def dates(text: str) -> list[tuple[str, str]]:
    return [(date.text, date.iso) for date in find_dates(NLP.make_doc(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ ngày 5/2/2019 trường mở cửa.", [("ngày 5/2/2019", "2019-02-05")]),
        ("Hạn cuối là ngày thứ Năm 21/2/2019.", [("ngày thứ Năm 21/2/2019", "2019-02-21")]),
        ("Lễ hội diễn ra ngày 20 tháng 11 năm 2018.", [("ngày 20 tháng 11 năm 2018", "2018-11-20")]),
        ("Sáng 14/5, đoàn đến trường.", [("14/5", "--05-14")]),
        ("Chiều 6.7, Sở họp báo.", [("6.7", "--07-06")]),
        ("Hôm nay (15.5) các em nghỉ.", [("15.5", "--05-15")]),
        ("Nhân ngày 20-11, học sinh tặng hoa.", [("ngày 20-11", "--11-20")]),
        ("Dịp 30/4 các em được nghỉ.", [("30/4", "--04-30")]),
        ("Nộp hồ sơ từ ngày 25-27/6.", [("ngày 25-27/6", "--06-25/--06-27")]),
        ("Nộp hồ sơ từ ngày 2 - 9/8/2020.", [("ngày 2 - 9/8/2020", "2020-08-02/2020-08-09")]),
        ("Thi từ 28/6 đến hết ngày 2/7.", [("28/6 đến hết ngày 2/7", "--06-28/--07-02")]),
        ("Ngày 14, 15/8 sẽ có điểm.", [("Ngày 14, 15/8", "--08-14/--08-15")]),
        ("Thi trong hai ngày 10 và 11.5.", [("10 và 11.5", "--05-10/--05-11")]),
        ("Từ 8h ngày 2/8 đến 17h ngày 4/8.", [("ngày 2/8", "--08-02"), ("ngày 4/8", "--08-04")]),
        ("Đầu tháng 6/2017 có kết quả.", [("tháng 6/2017", "2017-06")]),
        ("6/1970-12/1979: đi bộ đội.", [("6/1970-12/1979", "1970-06/1979-12")]),
        ("Từ 7/2010 đến 5/2013 ông làm thứ trưởng.", [("7/2010 đến 5/2013", "2010-07/2013-05")]),
        ("Khảo sát từ tháng 10-11 năm 2017.", [("tháng 10-11 năm 2017", "2017-10/2017-11")]),
        ("Trường hẹn trả lời vào 31-1.", [("31-1", "--01-31")]),
        ("Phải xong trước 20-6.", [("20-6", "--06-20")]),
        ("Sân trường trong ngày khai giảng 5/9.", [("5/9", "--09-05")]),
        ("Cô dạy được 1 tháng 12 ngày.", []),
        ("Trẻ em Nhật 2-3 tuổi tự đi học.", []),
        ("Từ tháng 5 đến tháng 7 trời nóng.", [("tháng 5 đến tháng 7", "--05/--07")]),
        ("Cuối tháng Ba trường họp.", [("tháng Ba", "--03")]),
        ("Quý II/2019 sẽ xong.", [("Quý II/2019", "2019-04/2019-06")]),
        ("Vào năm học 2016 – 2017 có thêm lớp.", [("năm học 2016 – 2017", "2016/2017")]),
        ("Hội đồng nhiệm kỳ 2016-2021 họp.", [("nhiệm kỳ 2016-2021", "2016/2021")]),
        ("Từ năm 2010 đến 2015 có ba khóa.", [("năm 2010 đến 2015", "2010/2015")]),
        ("Từ năm 2008 đến tháng 5/2019 ông dạy ở đây.", [("năm 2008 đến tháng 5/2019", "2008/2019-05")]),
        ("Chị Lan (sinh 1988) là giáo viên.", [("1988", "1988")]),
        ("Năm 2015, 2016 và 2017 đều tăng.", [("Năm 2015", "2015"), ("2016", "2016"), ("2017", "2017")]),
    ],
)
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ 1/3 số học sinh đạt yêu cầu.",
        "Có 8/10 học sinh giỏi.",
        "Em đạt 9/10 điểm môn Toán.",
        "Học sinh lớp 6/2 nghỉ học.",
        "Nhà ở ngõ 20/7 đường làng.",
        "Đội bạn thua 1-3.",
        "Hôm qua trường họp, tuần tới họp tiếp.",
        "Hơn 2000 học sinh dự lễ.",
        "Theo Thông tư 08/2018/TT-BGDĐT thì khác.",
        "Các em dự kỳ thi THPT quốc gia năm 2017.",
        "Rằm tháng 7 âm lịch, mùng 3 tháng 1 âm lịch.",
        "Ngày 31/2 không có.",
        "Điểm trung bình 8.5, hệ số 1.2.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_dates_inside_names_are_left_out() -> None:
    doc = NLP.make_doc("Trường dự Hội trại Xanh năm 2019 vào năm 2020.")
    start = doc.text.index("Hội trại")
    doc.ents = [doc.char_span(start, doc.text.index(" vào"), label="PROG")]
    assert [date.iso for date in find_dates(doc)] == ["2020"]


def test_the_year_comes_from_the_day_of_publication() -> None:
    doc = NLP.make_doc("Ngày 28/12 vừa qua trường họp, ngày 5/1 họp lại; tháng 9 khai giảng; ngày 1/7/2016 đã xong.")
    resolved = [date.resolved for date in find_dates(doc, "2018-01-03")]
    assert resolved == ["2017-12-28", "2018-01-05", "2017-09", "2016-07-01"]
    assert [date.iso for date in find_dates(doc, "2018-01-03")] == ["--12-28", "--01-05", "--09", "2016-07-01"]


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    doc = NLP.make_doc("Ngày 28/12 và ngày 1/7/2016.")
    assert [date.resolved for date in find_dates(doc)] == [None, "2016-07-01"]


def test_a_span_may_cross_the_new_year() -> None:
    doc = NLP.make_doc("Nghỉ Tết từ ngày 28/12/2018 đến 3/1/2019.")
    assert [date.iso for date in find_dates(doc)] == ["2018-12-28/2019-01-03"]


def test_relative_expressions_are_apart() -> None:
    doc = NLP.make_doc("Hôm qua trường họp, tuần tới họp tiếp; năm ngoái có 5 năm trước như thế.")
    found = [(date.text, date.resolved) for date in find_relative_dates(doc, "2018-01-03")]
    assert found == [("Hôm qua", "2018-01-02"), ("tuần tới", "2018-01-08/2018-01-14"), ("năm ngoái", "2017")]
    assert find_relative_dates(doc, None) == []


@pytest.fixture(params=["vi", "en", "xx"])
def foreign(request: pytest.FixtureRequest) -> Language:
    """Pipelines of other tokenizers, into which somebody puts our component."""
    config = {"nlp": {"tokenizer": {"use_pyvi": False}}} if request.param == "vi" else {}
    nlp = spacy.blank(request.param, config=config)
    nlp.add_pipe("trichtin_dates")
    return nlp


def test_the_component_works_in_any_pipeline(foreign: Language) -> None:
    doc = foreign("Sáng 14/5/2019, trường khai mạc hội thi.")
    assert [(date.text, date.iso, doc.text[date.start : date.end]) for date in doc._.dates] == [
        ("14/5/2019", "2019-05-14", "14/5/2019")
    ]


def test_the_component_resolves_with_the_document_s_date() -> None:
    nlp = blank()
    nlp.add_pipe("trichtin_dates")
    doc = nlp.make_doc("Sáng 14/5 trường họp.")
    doc._.published = "2021-05-16"
    assert [date.resolved for date in nlp(doc)._.dates] == ["2021-05-14"]


def test_entities_of_other_kinds_do_not_hide_dates() -> None:
    doc = NLP.make_doc("Sáng 14/5 ông An đến.")
    doc.ents = [Span(doc, 0, len(doc), label="EVENT")]
    assert len(find_dates(doc)) == 1
