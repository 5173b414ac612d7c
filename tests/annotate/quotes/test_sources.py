"""Who speaks: descriptions of a person, units of a body, letters, interviews, titles; on invented people and schools."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from trichtin.annotate.quotes.component import find_quotes

TITLE = "Tin trường học\n"


def said(article: Callable[[str], Doc], marked: str) -> list[tuple[str, str]]:
    return [(quote.speaker, quote.text) for quote in find_quotes(article(marked))]


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        # a description takes up who was named before
        (
            "Bà [PER Trần Thị Sao Mai] cho biết lớp đã đủ chỗ. Bà mẹ 44 tuổi cho rằng con cần thêm thời gian.",
            "Trần Thị Sao Mai",
        ),
        # a title in front of the name, then alone
        (
            "Phó thủ tướng [PER Lý Văn Mây] đến thăm trường. Ông [PER Đỗ Sông] cho biết trường đã xong."
            " Phó thủ tướng cho rằng trường cần thêm sân chơi.",
            "Lý Văn Mây",
        ),
        # a name of another language cut to its front
        ("[PER Katie Holmwood] dạy con ở nhà. Cô [PER Katie] cho biết các con không phải thi.", "Katie Holmwood"),
        # the school of a person's post is not the speaker
        ("Em [PER Ngô Hoàng Sóc] - [ORG Trường THCS Sông Mây] cho biết đề năm nay khá dài.", "Ngô Hoàng Sóc"),
        # a unit and its parent
        ("[ORG Cục Đồi Xanh], [ORG Bộ GD-ĐT] cho biết sẽ kiểm tra trường trong tuần này.", "Cục Đồi Xanh"),
        # whose statement "Theo" brings
        ("Theo lịch tuyển sinh của [ORG Sở GD&ĐT Bình Lâm], các trường nhập điểm trước ngày 9.", "Sở GD&ĐT Bình Lâm"),
        ("Thông tin từ [ORG Sở GD&ĐT Bình Lâm], toàn tỉnh có 128 bài thi điểm 10.", "Sở GD&ĐT Bình Lâm"),
        ("Theo Phó Giáo sư, Tiến sĩ [PER Vũ Lam Sơn], quy chế năm nay có nhiều điểm mới.", "Vũ Lam Sơn"),
        # subjects that begin like an adverbial
        ("Chính quyền cho biết đã chuẩn bị đủ mũ bảo hiểm cho học sinh.", "Chính quyền"),
        ("Nhân chứng cho biết chiếc xe lao nhanh qua cổng trường.", "Nhân chứng"),
        ("Khảo sát xong, 53,1% sinh viên cho biết họ không đọc sách.", "53,1% sinh viên"),
        # who wrote the letter orders
        (
            "Bà [PER Lê Thị Đồi], Giám đốc [ORG Sở GD&ĐT Bình Lâm], đã ký công văn gửi [ORG Phòng GD&ĐT Mây], yêu cầu"
            " các trường phải kiểm tra bếp ăn.",
            "Sở GD&ĐT Bình Lâm",
        ),
    ],
)
def test_last_speaker(article: Callable[[str], Doc], marked: str, speaker: str) -> None:
    assert said(article, TITLE + marked)[-1][0] == speaker


def test_verb_that_no_list_knows_behind_a_quotation(article: Callable[[str], Doc]) -> None:
    text = TITLE + '"Em đi học xa nhà từ năm lớp sáu và rất nhớ mẹ" - [PER Đinh Thị Suối] nghẹn giọng.'
    assert said(article, text) == [("Đinh Thị Suối", "Em đi học xa nhà từ năm lớp sáu và rất nhớ mẹ")]


def test_title_that_is_a_quotation_belongs_to_who_is_quoted_first(article: Callable[[str], Doc]) -> None:
    text = "'Đề thi năm nay không hề dễ'\nThầy [PER Vũ Lam Sơn] cho rằng đề năm nay dài hơn năm trước."
    assert said(article, text)[0] == ("Vũ Lam Sơn", "Đề thi năm nay không hề dễ")


def test_labels_that_come_again_are_the_speakers_of_a_dialogue(article: Callable[[str], Doc]) -> None:
    turns = ["Mực: Lương về chưa?", "Bút: Chưa thấy đâu.", "Mực: Thế thì sống sao?", "Bút: Vay mượn thôi."]
    found = said(article, TITLE + "\n".join([*turns, "Mực: Rõ khổ cho anh.", "Bút: Ừ, khổ thật."]))
    assert [speaker for speaker, _ in found] == ["Mực", "Bút"] * 3
    assert found[1][1] == "Chưa thấy đâu"


def test_starred_questions_are_no_quotes_and_their_answers_are(article: Callable[[str], Doc]) -> None:
    text = TITLE + (
        "Ông [PER Lý Văn Mây] trả lời phỏng vấn về việc dạy bơi.\n"
        "* Vì sao trường cần bể bơi?\nVì trẻ em vùng sông nước rất cần.\n"
        "* Kinh phí lấy ở đâu?\nMột phần do phụ huynh đóng góp.\n"
        "* Bao giờ khởi công?\nCuối năm nay chúng tôi bắt đầu."
    )
    found = said(article, text)
    assert {speaker for speaker, _ in found} == {"Lý Văn Mây"}
    assert [words.split()[0] for _, words in found] == ["Vì", "Một", "Cuối"]


def test_statement_with_name_and_post_before_the_colon(article: Callable[[str], Doc]) -> None:
    text = TITLE + "[PER Vũ Lam Sơn] – Chủ tịch Hội đồng trường (Hà Nội): Dự thảo lần này thay đổi rất nhiều."
    assert said(article, text) == [("Vũ Lam Sơn", "Dự thảo lần này thay đổi rất nhiều")]


def test_what_stands_between_verb_and_rang_is_no_content(article: Callable[[str], Doc]) -> None:
    text = TITLE + "Ông [PER Lý Văn Mây] cảnh báo tại cuộc họp hồi đầu tuần rằng nước sông đang lên."
    assert said(article, text) == [("Lý Văn Mây", "nước sông đang lên")]


def test_caption_behind_the_words_is_no_content(article: Callable[[str], Doc]) -> None:
    text = TITLE + "Ông [PER Lý Văn Mây] cho biết trường đã xây xong dãy nhà mới - Ảnh: N.C."
    assert said(article, text) == [("Lý Văn Mây", "trường đã xây xong dãy nhà mới")]
