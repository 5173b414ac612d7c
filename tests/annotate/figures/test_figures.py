"""Figures: values, units, modifiers, and what is no figure at all."""

from __future__ import annotations

import time

import pytest
import spacy
from spacy.tokens import Doc

from trichtin.annotate import blank
from trichtin.annotate.dates.component import find_dates
from trichtin.annotate.figures.component import find_figures

NLP = blank()
Short = tuple[str, float, float | None, str | None, str | None]


def figures(text: str) -> list[Short]:
    found = find_figures(NLP.make_doc(text))
    assert all(figure.text == text[figure.start : figure.end] for figure in found)
    assert all(0 <= figure.score <= 1 for figure in found)
    return [(f.kind, pytest.approx(f.value), f.max and pytest.approx(f.max), f.unit, f.modifier) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trường có 4.000 sinh viên.", ("count", 4000, None, "sinh viên", None)),
        ("Trường có 4000 sinh viên.", ("count", 4000, None, "sinh viên", None)),
        ("Trường có 4 nghìn sinh viên.", ("count", 4000, None, "sinh viên", None)),
        ("Trường có hơn 4 ngàn sinh viên.", ("count", 4000, None, "sinh viên", "gt")),
        ("Khoảng 4k sinh viên dự lễ.", ("count", 4000, None, "sinh viên", "approx")),
        ("Gần hai mươi lăm nghìn thí sinh dự thi.", ("count", 25000, None, "thí sinh", "approx")),
        ("Có ba cô giáo vắng.", ("count", 3, None, "cô giáo", None)),
        ("Lớp chỉ còn năm học sinh.", ("count", 5, None, "học sinh", None)),
        ("Mỗi lớp có 15-20 học sinh.", ("count", 15, 20, "học sinh", None)),
        ("Mỗi lớp từ 15 đến 20 em.", ("count", 15, 20, "em", None)),
        ("Xây 3 – 4 phòng học.", ("count", 3, 4, "phòng học", None)),
        ("Có 02 chiếc xe máy bị hỏng.", ("count", 2, None, "chiếc xe máy", None)),
        ("Cả 12 Phòng GD&ĐT đều họp.", ("count", 12, None, "Phòng GD&ĐT", None)),
        ("Hồ sơ tăng gấp 3 lần.", ("count", 3, None, "lần", None)),
        ("Học sinh học ngày hai buổi.", ("count", 2, None, "buổi", None)),
        ("Nhóm 25 sinh viên đi làm tình nguyện.", ("count", 25, None, "sinh viên", None)),
        ("Tỉnh có 3 điểm trường lẻ.", ("count", 3, None, "điểm trường lẻ", None)),
        ("Tổng chỉ tiêu năm nay khoảng 8.500.", ("count", 8500, None, "chỉ tiêu", "approx")),
        ("Tổng số thí sinh dự thi là 1.250.", ("count", 1250, None, "thí sinh", None)),
        ("Kinh phí là 60,84 tỷ USD.", ("money", 60.84e9, None, "USD", None)),
        ("Lương 1,2 triệu đồng/tháng.", ("money", 1.2e6, None, "VND", None)),
        ("Học phí từ 15 đến 20 triệu đồng.", ("money", 15e6, 20e6, "VND", None)),
        ("Học phí từ 900 nghìn đồng đến 2 triệu đồng.", ("money", 900e3, 2e6, "VND", None)),
        ("Giải thưởng trị giá $5,000.", ("money", 5000, None, "USD", None)),
        ("Lương giáo viên là 5 triệu.", ("money", 5e6, None, "VND", None)),
        ("Tỷ lệ đỗ đạt 97,43%.", ("percent", 97.43, None, "%", None)),
        ("Có từ 5% - 10% em bỏ học.", ("percent", 5, 10, "%", None)),
        ("Tỷ lệ là 5‰.", ("percent", 5, None, "‰", None)),
        ("Em đạt 27,5 điểm.", ("score", 27.5, None, "điểm", None)),
        ("Bạn được điểm 10 môn Toán.", ("score", 10, None, "điểm", None)),
        ("Bài thi đạt 92,13/100 điểm.", ("score", 92.13, None, "điểm", None)),
        ("Điểm chuẩn dự kiến từ 17-18.25.", ("score", 17, 18.25, "điểm", None)),
        ("Thí sinh đạt 24,125 điểm.", ("score", 24.125, None, "điểm", None)),
        ("Yêu cầu IELTS 6.5 trở lên.", ("score", 6.5, None, "điểm", "ge")),
        ("Khóa học kéo dài ba tháng.", ("duration", 3, None, "tháng", None)),
        ("Bài thi kéo dài 2h30.", ("duration", 150, None, "phút", None)),
        ("Em về đích sau 2 phút 24 giây.", ("duration", 144, None, "giây", None)),
        ("Chương trình dài 3 năm 6 tháng.", ("duration", 42, None, "tháng", None)),
        ("Đợi hai, ba ngày nữa.", ("duration", 2, 3, "ngày", None)),
        ("Cháu bé 3,5 tuổi đã biết chữ.", ("age", 3.5, None, "tuổi", None)),
        ("Trẻ từ 6-36 tháng tuổi được nhận.", ("age", 6, 36, "tháng tuổi", None)),
        ("Em cao 1m65.", ("measure", 1.65, None, "m", None)),
        ("Sân rộng 2.500m2.", ("measure", 2500, None, "m2", None)),
        ("Nhiệt độ 30,5 độ C.", ("measure", 30.5, None, "độ C", None)),
        ("Em đi bộ 12km tới trường.", ("measure", 12, None, "km", None)),
        ("Chỉ 1/3 thí sinh đạt.", ("ratio", 1 / 3, None, "thí sinh", None)),
        ("Có 4/4 thí sinh đỗ.", ("ratio", 1, None, "thí sinh", None)),
        ("Một phần ba giáo viên đã nghỉ.", ("ratio", 1 / 3, None, "giáo viên", None)),
        ("Được 2 phần 3 phụ huynh đồng ý.", ("ratio", 2 / 3, None, "phụ huynh", None)),
        ("Tỷ lệ chọi 1/10.", ("ratio", 0.1, None, None, None)),
        ("Cứ 10 em thì có 3 em cận thị.", ("ratio", 0.3, None, "em", None)),
    ],
)
def test_one_figure(text: str, expected: Short) -> None:
    assert figures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("Ít nhất 5 phòng học bị hỏng.", "ge"),
        ("Tối thiểu là 5 phòng học.", "ge"),
        ("Có 5 phòng học trở lên.", "ge"),
        ("Tối đa 30 em một lớp.", "le"),
        ("Không quá 45 học sinh mỗi lớp.", "le"),
        ("Chưa đến 100 suất học bổng.", "lt"),
        ("Trường có dưới 200 em.", "lt"),
        ("Xấp xỉ 200 em đến lớp.", "approx"),
        ("Trên dưới 200 em đến lớp.", "approx"),
        ("Trên 200 em đến lớp.", "gt"),
        ("Đề án thí điểm trên hai lĩnh vực.", None),
        ("Lớp này đông hơn 5 em.", "gt"),
        ("Trường ấy có nhiều hơn 5 em.", None),
    ],
)
def test_modifiers(text: str, modifier: str | None) -> None:
    assert [found[4] for found in figures(text)][:1] == [modifier]


@pytest.mark.parametrize(
    "text",
    [
        "Học sinh lớp 10 học mô-đun 4 ở tầng 2.",
        "Sinh viên khóa 15 thi lần thứ 3, lần II.",
        "Theo Điều 17 của Thông tư 18 và công văn số 301.",
        "Xe chạy trên Quốc lộ 1 qua quận 5.",
        "Các khối A00, D01 và lớp 12A1, phòng 203.",
        "Năm 2017 và ngày 5/2/2018 trường nghỉ.",
        "Buổi lễ bắt đầu lúc 7h30, kết thúc vào 9 giờ sáng.",
        "Gọi số 0912 345 678 hoặc 0243.869.4485.",
        "Có hàng nghìn người, vài chục em và nhiều thầy cô.",
        "Số hồ sơ tăng gấp đôi.",
        "Một trường, một em, năm học mới, ba mẹ em.",
        "Chấm theo thang điểm 10, em xếp thứ 9/297.",
        "Đội nhà thắng 3-1, tỷ số hiệp một là 2-0.",
        "Chị Hai ở quận Hai Bà Trưng.",
        "Thứ hai, thứ ba các em nghỉ.",
        "Các lớp 10, 11, 12 trường làng.",
        "Đề án 5sáng tạo của trường.",
        "Mã ngành 7480201.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_count_of_marks_and_the_mark() -> None:
    assert figures("Cả tỉnh có 3 điểm 10.") == [("count", 3, None, "điểm 10", None)]
    assert figures("Cả nước có hơn 1.800 điểm 10.") == [("count", 1800, None, "điểm 10", "gt")]
    assert figures("Em được điểm 10 môn Toán.") == [("score", 10, None, "điểm", None)]


def test_the_numbers_of_a_list_share_the_unit_and_the_magnitude() -> None:
    found = figures("Các mức thưởng là 5, 10 và 15 triệu đồng.")
    assert [(kind, value, unit) for kind, value, _, unit, _ in found] == [
        ("money", 5e6, "VND"),
        ("money", 10e6, "VND"),
        ("money", 15e6, "VND"),
    ]


def test_marks_by_subject() -> None:
    found = figures("Em được 26 điểm, trong đó Toán: 10, Ngữ văn: 7,5 và Tiếng Anh: 8,5 điểm.")
    assert [(kind, value) for kind, value, *_ in found] == [("score", v) for v in (26, 10, 7.5, 8.5)]


def test_admission_marks_after_the_names_of_majors() -> None:
    found = figures("Điểm chuẩn: Sư phạm Toán 24,5; Sư phạm Văn 23; Kế toán - 22,75.")
    assert [(kind, value) for kind, value, *_ in found] == [("score", v) for v in (24.5, 23, 22.75)]


def test_hours_that_are_figures_beside_hours_that_are_times() -> None:
    found = find_figures(NLP.make_doc("Em làm bài từ 7 giờ 30 phút đến 9 giờ 30 phút, tức là trong 2 giờ."))
    assert [(f.text, f.kind) for f in found] == [("2 giờ", "duration")]


def test_a_rate_stops_before_its_slash_and_says_per_what() -> None:
    (figure,) = find_figures(NLP.make_doc("Chi phí là 251 tỷ đồng/năm."))
    assert (figure.text, figure.per, figure.of) == ("251 tỷ đồng", "năm", "Chi phí")


def test_days_counted_and_days_named() -> None:
    doc = NLP.make_doc("Thi trong hai ngày 10 và 11.5.")
    assert [f.text for f in find_figures(doc)] == ["hai ngày"]
    assert [d.text for d in find_dates(doc)] == ["10 và 11.5"]


def test_a_line_end_between_number_and_noun() -> None:
    assert figures("Kỳ này có 31.500\nthí sinh dự thi.") == [("count", 31500, None, "thí sinh", None)]
    # A capital begins another line of the page.
    assert figures("Đường tới trường số 5\nHọc sinh rất vui.") == []


def test_what_a_count_is_of() -> None:
    (figure,) = find_figures(NLP.make_doc("Có 12 giáo viên dạy Toán được khen."))
    assert (figure.unit, figure.of) == ("giáo viên", "giáo viên dạy Toán")


QUOTAS = (
    "Stt Ngành Mã ngành Chỉ tiêu Tổ hợp 1 Kế toán 7340301 120 A00, D01 2 Luật 7380101 80 "
    "3 Du lịch 7810103 60 A00: Toán + Lý + Hóa. Trường có 3 cơ sở."
)
MARKS = "Mã ngành Tên ngành Điểm chuẩn 7140202 Giáo dục Tiểu học 22,5 7140201 Mầm non 20 7140209 Sư phạm Toán 25,25"


def test_a_flattened_table_gives_the_quotas_alone() -> None:
    found = find_figures(NLP.make_doc(QUOTAS))
    assert [(f.value, f.unit, f.of) for f in found if f.unit == "chỉ tiêu"] == [
        (120, "chỉ tiêu", "Kế toán"),
        (80, "chỉ tiêu", "Luật"),
        (60, "chỉ tiêu", "Du lịch"),
    ]
    assert [(f.value, f.unit) for f in found][3:] == [(3, "cơ sở")]


def test_a_flattened_table_of_marks() -> None:
    found = find_figures(NLP.make_doc(MARKS))
    assert [(f.kind, f.value, f.of) for f in found] == [
        ("score", 22.5, "Giáo dục Tiểu học"),
        ("score", 20, "Mầm non"),
        ("score", 25.25, "Sư phạm Toán"),
    ]


def test_numbers_inside_names_are_left_out() -> None:
    doc = NLP.make_doc("Nhóm nhạc 365 ngày đến thăm 12 em.")
    doc.ents = [doc.char_span(0, len("Nhóm nhạc 365 ngày"), label="ORG")]
    assert [f.text for f in find_figures(doc)] == ["12"]


@pytest.mark.parametrize("language", ["vi", "en", "xx"])
def test_the_component_works_in_any_pipeline(language: str) -> None:
    config = {"nlp": {"tokenizer": {"use_pyvi": False}}} if language == "vi" else {}
    nlp = spacy.blank(language, config=config)
    nlp.add_pipe("trichtin_figures")
    doc = nlp("Sáng 14/5/2019, 1.200 thí sinh đến trường.")
    assert [(f.text, f.value, f.unit) for f in doc._.figures] == [("1.200", 1200, "thí sinh")]


SIZE = 60_000
PLAIN = "Năm nay toàn tỉnh có 31.500 thí sinh dự thi, điểm chuẩn là 24,5 điểm, tăng 1,2% so với ngày 5/2/2019. "
MONSTERS = {
    "digits": "1",
    "dots": "1.",
    "commas": "1,",
    "numbers": "1 ",
    "lines": "1\n",
    "shares": "1/",
    "ranges": "1 - ",
    "days": "12/7, ",
    "heads": "ngày ",
    "years": "2017-",
    "words": "hai ",
    "tens": "hai mươi ",
    "quotes": '"',
    "brackets": "([",
    "spaces": " ",
    "codes": "52510201 ",
    "rows": "52510201 520 ",
    "marks": "điểm ",
    "totals": "số ",
    "percents": "5%-",
    "parts": "1 phần ",
    "every": "cứ 10 em có ",
}


def _seconds(text: str) -> float:
    doc = Doc(NLP.vocab, words=[text], spaces=[False])
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        doc._.dates = find_dates(doc)
        find_figures(doc)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("piece", MONSTERS.values(), ids=MONSTERS.keys())
def test_time_is_linear(piece: str) -> None:
    """Ten times the monster takes about ten times as long, and no more than some times plain text of its size."""
    small, large = ((piece * size)[:size] for size in (SIZE // 10, SIZE))
    assert _seconds(large) < 40 * max(_seconds(small), 0.002)
    assert _seconds(large) < 25 * _seconds((PLAIN * SIZE)[:SIZE])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # neighbours are one vague number
        ("Em làm được khoảng 5, 6 điểm.", [("score", 5, 6, "điểm", "approx")]),
        ("Xóm có 4 hay 5 người đi làm xa.", [("count", 4, 5, "người", None)]),
        ("Có ba - bốn cơn bão đổ bộ.", [("count", 3, 4, "cơn bão", None)]),
        # what changes has the unit of what is said before or behind
        ("Điểm chuẩn ngành Luật từ 24,5 xuống còn 23 điểm.", [("score", 24.5, None), ("score", 23, None)]),
        ("Ngành Anh giảm 100 chỉ tiêu, từ 300 xuống còn 200.", [("count", 100), ("count", 300), ("count", 200)]),
        ("Trường tăng 20 chỉ tiêu (lên 695).", [("count", 20, None, "chỉ tiêu"), ("count", 695, None, "chỉ tiêu")]),
        ("Huế có 12 giải, Đà Nẵng 8, Cần Thơ 7.", [("count", 12), ("count", 8), ("count", 7)]),
        ("Chỉ tiêu các ngành gồm: Luật 50, Báo chí 120.", [("count", 50, None, "chỉ tiêu"), ("count", 120)]),
        ("Điểm lẻ đến 0,25; 0,5; 0,75.", [("score", 0.25), ("score", 0.5), ("score", 0.75)]),
        # thousands that are said once
        ("Học phí tăng từ 30 – 40.000 đồng.", [("money", 30_000, 40_000, "VND", None)]),
        ("Giá tăng 2 triệu đồng ở tỉnh, 100 nghìn ở huyện.", [("money", 2e6), ("money", 100_000, None, "VND")]),
        # what a unit makes of a number after a word that is else named by it
        ("Mỗi tiết 45 phút, mỗi môn 90 phút.", [("duration", 45, None, "phút"), ("duration", 90, None, "phút")]),
        ("Kết quả học tập 3 năm đều tốt.", [("duration", 3, None, "năm", None)]),
        ("Ngành này lấy ở mức 20-22 điểm.", [("score", 20, 22, "điểm", None)]),
        ("Mỗi tiêu chí 10 điểm.", [("score", 10, None, "điểm", None)]),
        ("Tỉnh điều 4.969 cán bộ đi coi thi.", [("count", 4969, None, "cán bộ", None)]),
        ("Em được đổi nguyện vọng 1 lần.", [("count", 1, None, "lần", None)]),
        # units and compounds
        ("Việc này mất nửa tháng.", [("duration", 0.5, None, "tháng", None)]),
        ("Thời gian là 21 giờ 34 phút 12 giây.", [("duration", 77652, None, "giây", None)]),
        ("Cô dạy được 1 tháng 12 ngày.", [("duration", 42, None, "ngày", None)]),
        ("Anh ra sân khi mới 16 tuổi 9 tháng.", [("age", 201, None, "tháng", None)]),
        ("Các cháu ở độ tuổi từ 24-36 tháng.", [("age", 24, 36, "tháng", None)]),
        ("Trường chi thêm 18 triệu bảng.", [("money", 18e6, None, "GBP", None)]),
        ("Bài luận dài 200 từ.", [("count", 200, None, "từ", None)]),
        ("Giá vàng tăng ở cả hai chiều.", [("count", 2, None, "chiều", None)]),
        ("Điểm sàn 18.", [("score", 18, None, "điểm", None)]),
        ("Cả hai Chính phủ ủng hộ trường.", [("count", 2, None, "Chính phủ", None)]),
        ("Hai bên chia nhau 50-50.", [("count", 2), ("ratio", 1)]),
        ("Điểm ưu tiên bằng 2/3 điểm của khu vực.", [("ratio", 2 / 3)]),
    ],
)
def test_numbers_that_take_their_meaning_from_around(text: str, expected: list[tuple]) -> None:
    found = figures(text)
    assert [figure[: len(wanted)] for figure, wanted in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Đây là năm đầu tiên trường tuyển sinh.",
        "Điểm chuẩn mọi năm từ đó đều cao.",
        "Nạn nhân để lại ba lô trên bàn.",
        "Dãy số may mắn là 28.",
        "Anh trở thành một tỷ phú.",
        "Chuyện xảy ra đã vài ba năm.",
        "Những năm 80 thế kỷ XX sách in trên giấy xấu.",
        "Khu nhà có camera giám sát 24/24.",
        "Ông là thương binh 4/4.",
        "Xe đến ngã ba đường thì dừng.",
    ],
)
def test_words_and_names_that_look_like_numbers(text: str) -> None:
    assert not figures(text)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("Trường nhận hồ sơ từ 18 điểm.", "ge"),
        ("Điểm chuẩn giảm từ 18 điểm xuống còn 17 điểm.", None),
        ("Điểm dao động từ 4-6 điểm.", None),
        ("Con đường dài hơn 300 m.", "gt"),
        ("Số em bỏ học giảm hơn 20.000 người.", "gt"),
        ("Lớp A cao hơn 2 điểm.", None),
        ("Hồ sơ tăng hơn gấp 7 lần.", "gt"),
        ("Bảng xếp hạng dựa trên 4 chỉ số.", None),
    ],
)
def test_what_makes_a_figure_more_or_less(text: str, modifier: str | None) -> None:
    assert figures(text)[0][4] == modifier


def test_one_of_several_is_no_count() -> None:
    assert figures("Bà là 1 trong 2 phụ huynh được mời.") == [("count", 2, None, "phụ huynh", None)]


def test_a_table_with_the_codes_of_2017_and_earlier() -> None:
    text = "Ngành Mã ngành Chỉ tiêu Luật D380101 120 A, C Báo chí D320101 80 C, D1 Văn học D220330 60 C"
    assert [(f[0], f[1], f[3]) for f in figures(text)] == [
        ("count", 120, "chỉ tiêu"),
        ("count", 80, "chỉ tiêu"),
        ("count", 60, "chỉ tiêu"),
    ]


def test_numbers_that_count_the_rows_of_a_table_are_no_quotas() -> None:
    text = "Mã ngành Chỉ tiêu 200 Kế toán D340301 3 Quản trị D340101 4 Kinh tế D310106 5 Luật D380101"
    assert not [f for f in find_figures(NLP.make_doc(text)) if f.value < 10]
