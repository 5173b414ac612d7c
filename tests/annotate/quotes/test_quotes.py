"""Quotes: each kind of reporting sentence of Vietnamese news, on invented people and schools."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from trichtin.annotate import blank
from trichtin.annotate.quotes.component import find_quotes
from trichtin.annotate.quotes.cue_lexicon import CUES
from trichtin.facts import Block, Quote

PRINCIPAL = "[PER Trịnh Bảo Khang], Hiệu trưởng [ORG Trường THPT Sông Mây]"
DEPARTMENT = "[ORG Sở GD&ĐT Bình Lâm]"


def quotes(article: Callable[[str], Doc], body: str, title: str = "Tin giáo dục trong ngày") -> list[Quote]:
    doc = article(f"{title}\n{body}")
    found = find_quotes(doc)
    for quote in found:
        assert quote.text == doc.text[quote.start : quote.end]
        assert 0 <= quote.score <= 1
    return found


def one(article: Callable[[str], Doc], body: str, title: str = "Tin giáo dục trong ngày") -> Quote:
    found = quotes(article, body, title)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("body", "kind", "speaker", "text"),
    [
        (  # speaker before the words
            f"Ông {PRINCIPAL} nói: “Chúng tôi đã mua đủ sách cho cả khối 10”.",
            "direct",
            "Trịnh Bảo Khang",
            "Chúng tôi đã mua đủ sách cho cả khối 10",
        ),
        (  # speaker behind them, with a comma
            f"“Chúng tôi đã mua đủ sách cho cả khối 10”, ông {PRINCIPAL}, chia sẻ.",
            "direct",
            "Trịnh Bảo Khang",
            "Chúng tôi đã mua đủ sách cho cả khối 10",
        ),
        (  # behind a dash, ASCII marks
            f'"Chúng tôi đã mua đủ sách cho cả khối 10" - ông {PRINCIPAL} nhấn mạnh.',
            "direct",
            "Trịnh Bảo Khang",
            "Chúng tôi đã mua đủ sách cho cả khối 10",
        ),
        (  # bare clause
            f"Ông {PRINCIPAL} cho biết nhà trường đã mua đủ sách.",
            "indirect",
            "Trịnh Bảo Khang",
            "nhà trường đã mua đủ sách",
        ),
        (  # comma, post in brackets, adverbs
            "Bà [PER Đàm Thu Nguyệt] (Phó Giám đốc [ORG Công ty Sách Hạ Vàng]) cũng thừa nhận, sách in chậm.",
            "indirect",
            "Đàm Thu Nguyệt",
            "sách in chậm",
        ),
        (  # post between dashes
            "Bà [PER Đàm Thu Nguyệt] – Phó Giám đốc [ORG Công ty Sách Hạ Vàng] – khẳng định sách sẽ về đủ.",
            "indirect",
            "Đàm Thu Nguyệt",
            "sách sẽ về đủ",
        ),
        (  # rằng
            f"{DEPARTMENT} cho rằng thí sinh cần ôn tập kỹ.",
            "indirect",
            "Sở GD&ĐT Bình Lâm",
            "thí sinh cần ôn tập kỹ",
        ),
        (  # a quoted clause in an indirect quote
            f"Ông {PRINCIPAL} cho rằng học sinh “không còn sợ môn Toán” như trước.",
            "mixed",
            "Trịnh Bảo Khang",
            "học sinh “không còn sợ môn Toán” như trước",
        ),
        (  # an order
            f"Trước tình hình đó, {DEPARTMENT} yêu cầu các trường báo cáo sĩ số.",
            "indirect",
            "Sở GD&ĐT Bình Lâm",
            "các trường báo cáo sĩ số",
        ),
        (  # an order with its addressee before the colon
            f"{DEPARTMENT} yêu cầu các phòng chức năng: Rà soát sĩ số; báo cáo trước ngày 10/9.",
            "indirect",
            "Sở GD&ĐT Bình Lâm",
            "Rà soát sĩ số; báo cáo trước ngày 10/9",
        ),
        (  # Theo X, with a post between commas
            f"Theo ông {PRINCIPAL}, năm nay trường tuyển thêm hai lớp.",
            "indirect",
            "Trịnh Bảo Khang",
            "năm nay trường tuyển thêm hai lớp",
        ),
        (  # Theo báo cáo của X
            f"Theo báo cáo của {DEPARTMENT}, có 12 trường thiếu giáo viên.",
            "indirect",
            "Sở GD&ĐT Bình Lâm",
            "có 12 trường thiếu giáo viên",
        ),
        (  # nobody named
            "Một phụ huynh cho hay con chị đi học từ 6h sáng.",
            "indirect",
            "Một phụ huynh",
            "con chị đi học từ 6h sáng",
        ),
        (  # the attribution at the end, without marks
            f"Điểm chuẩn năm nay sẽ giảm nhẹ ở nhiều ngành, {DEPARTMENT} cho biết.",
            "indirect",
            "Sở GD&ĐT Bình Lâm",
            "Điểm chuẩn năm nay sẽ giảm nhẹ ở nhiều ngành",
        ),
        (  # a second verb of the same subject
            f"Ông {PRINCIPAL} biểu dương các em, đồng thời nhấn mạnh việc học phải đi đôi với rèn luyện.",
            "indirect",
            "Trịnh Bảo Khang",
            "việc học phải đi đôi với rèn luyện",
        ),
    ],
)
def test_reporting_sentences(article: Callable[[str], Doc], body: str, kind: str, speaker: str, text: str) -> None:
    quote = one(article, body)
    assert (quote.kind, quote.speaker, quote.text) == (kind, speaker, text)


def test_speaker_id_names_persons_and_bodies_only(article: Callable[[str], Doc]) -> None:
    assert one(article, f"Ông {PRINCIPAL} cho biết trường đã mở cửa.").speaker_id == "per:trinh-bao-khang"
    assert (one(article, f"{DEPARTMENT} cho biết trường đã mở cửa.").speaker_id or "").startswith("org:")
    assert one(article, "Một phụ huynh cho biết trường đã mở cửa.").speaker_id is None


def test_quotation_broken_by_its_attribution_is_two(article: Callable[[str], Doc]) -> None:
    found = quotes(article, f"“Năm nay khó hơn nhiều”, ông {PRINCIPAL} nói, “nhưng các em đã sẵn sàng cho kỳ thi”.")
    assert [q.text for q in found] == ["Năm nay khó hơn nhiều", "nhưng các em đã sẵn sàng cho kỳ thi"]
    assert {q.speaker for q in found} == {"Trịnh Bảo Khang"}


def test_pronouns_and_short_names_resolve_to_the_full_name(article: Callable[[str], Doc]) -> None:
    found = quotes(
        article,
        f"Ông {PRINCIPAL} cho biết trường thiếu hai phòng học. Thầy [PER Khang] cho rằng cần xây thêm ngay. "
        "Ông cũng nhấn mạnh việc xây dựng phải an toàn. Đồng thời cho biết: Kinh phí đã được duyệt.",
    )
    assert len(found) == 4
    assert {q.speaker for q in found} == {"Trịnh Bảo Khang"}


def test_pronoun_agrees_with_the_person(article: Callable[[str], Doc]) -> None:
    found = quotes(
        article,
        "Bà [PER Đàm Thị Nguyệt] cho biết sách in chậm. Ông [PER Lục Văn Tạo] cho rằng giấy khan hiếm. "
        "Bà cho hay xưởng in đã tăng ca.",
    )
    assert [q.speaker for q in found] == ["Đàm Thị Nguyệt", "Lục Văn Tạo", "Đàm Thị Nguyệt"]


def test_short_body_resolves_to_the_one_named_before(article: Callable[[str], Doc]) -> None:
    found = quotes(article, f"{DEPARTMENT} vừa họp. Sở yêu cầu các trường báo cáo sĩ số trước ngày 10/9.")
    assert [q.speaker for q in found] == ["Sở GD&ĐT Bình Lâm"]


def test_post_resolves_to_its_holder(article: Callable[[str], Doc]) -> None:
    found = quotes(
        article, f"Ông {PRINCIPAL} vừa nhậm chức. Vị hiệu trưởng này khẳng định trường sẽ không tăng học phí."
    )
    assert [q.speaker for q in found] == ["Trịnh Bảo Khang"]


def test_document_speaks_for_its_issuer(article: Callable[[str], Doc]) -> None:
    found = quotes(article, f"{DEPARTMENT} vừa có công văn. Công văn nêu rõ: Các trường không được dạy thêm trong hè.")
    assert [(q.speaker, q.text) for q in found] == [("Sở GD&ĐT Bình Lâm", "Các trường không được dạy thêm trong hè")]


def test_quotation_alone_continues_the_speaker(article: Callable[[str], Doc]) -> None:
    found = quotes(
        article, f"Ông {PRINCIPAL} cho biết trường thiếu hai phòng học. “Chúng tôi đã đề nghị xây thêm từ năm ngoái”."
    )
    assert [(q.kind, q.speaker) for q in found] == [("indirect", "Trịnh Bảo Khang"), ("direct", "Trịnh Bảo Khang")]


def test_speech_after_a_colon_runs_to_the_next_report(article: Callable[[str], Doc]) -> None:
    found = quotes(
        article,
        f"Ông {PRINCIPAL} cho biết: Trường đã chuẩn bị từ sớm. Chúng tôi có đủ phòng học. "
        "Theo bà [PER Đàm Thu Nguyệt], sách đã về đủ.",
    )
    assert [q.text for q in found] == ["Trường đã chuẩn bị từ sớm. Chúng tôi có đủ phòng học", "sách đã về đủ"]


def test_speech_after_a_colon_stays_on_its_paragraph(article: Callable[[str], Doc]) -> None:
    found = quotes(article, f"Ông {PRINCIPAL} cho biết: Trường đã chuẩn bị từ sớm.\nNgày khai giảng có mưa lớn.")
    assert [q.text for q in found] == ["Trường đã chuẩn bị từ sớm"]


def test_missing_closing_mark_ends_with_the_paragraph(article: Callable[[str], Doc]) -> None:
    found = quotes(article, f"Ông {PRINCIPAL} nói: “Trường đã chuẩn bị từ sớm.\nNgày khai giảng có mưa lớn.")
    assert [q.text for q in found] == ["Trường đã chuẩn bị từ sớm."]


def test_decimal_points_and_abbreviations_end_no_quote(article: Callable[[str], Doc]) -> None:
    quote = one(article, f"Ông {PRINCIPAL} cho biết điểm chuẩn là 24.5, tức cao hơn TP. Hạ Vàng 1.5 điểm.")
    assert quote.text == "điểm chuẩn là 24.5, tức cao hơn TP. Hạ Vàng 1.5 điểm"


@pytest.mark.parametrize(
    "body",
    [
        "Em đọc cuốn sách “Đường về nhà của những cơn mưa” trong hai ngày.",  # title of a book
        f"{DEPARTMENT} phát động cuộc thi “Em yêu tiếng nước tôi” từ ngày 1/9.",  # name of a contest
        "Học sinh gọi thầy là “ông bụt” của trường.",  # nickname
        "Theo đó, thí sinh nộp hồ sơ trước ngày 1/9.",
        "Theo quy chế, thí sinh nộp hồ sơ trước ngày 1/9.",
        "Theo kế hoạch, lễ khai giảng diễn ra ngày 5/9.",
        f"{DEPARTMENT} được yêu cầu rà soát các khoản thu.",  # passive
        f"Ông {PRINCIPAL} không cho biết trường thiếu bao nhiêu phòng.",  # denial
        f"Ông {PRINCIPAL} nói gì?",
        "Các em chia sẻ bữa cơm trưa với bạn.",  # a plain verb
    ],
)
def test_what_is_no_quote(article: Callable[[str], Doc], body: str) -> None:
    assert quotes(article, body) == []


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Hiệu trưởng [PER Trịnh Bảo Khang]: Trường sẽ không tăng học phí", "Trịnh Bảo Khang"),
        ("[LOC Bình Lâm]: Trường học mở cửa trở lại sau bão", None),
        ("Tuyển sinh lớp 10: Nhiều trường còn thiếu chỉ tiêu", None),
    ],
)
def test_headline_with_a_colon(article: Callable[[str], Doc], title: str, speaker: str | None) -> None:
    found = quotes(article, "Trời đẹp.", title)
    assert [q.speaker for q in found] == ([speaker] if speaker else [])
    assert all(q.cue is None and q.kind == "indirect" for q in found)


def test_title_is_read_from_the_blocks(article: Callable[[str], Doc]) -> None:
    doc = article("Thứ Hai, 4/9\nHiệu trưởng [PER Trịnh Bảo Khang]: Trường sẽ không tăng học phí\nTrời đẹp.")
    start = doc.text.index("Hiệu")
    doc._.blocks = [Block(start, doc.text.index("\nTrời"), "title", True, 1.0)]
    assert [q.speaker for q in find_quotes(doc)] == ["Trịnh Bảo Khang"]


def test_interview(article: Callable[[str], Doc]) -> None:
    found = quotes(
        article,
        f"Nhân dịp năm học mới, chúng tôi đã gặp ông {PRINCIPAL}.\n"
        "PV: Thưa ông, trường đã chuẩn bị thế nào?\n"
        "Ông [PER Trịnh Bảo Khang]: Chúng tôi bắt đầu từ mùa hè.\nPhòng học nào dột đều đã được lợp lại.\n"
        "PV: Còn sách giáo khoa?\n"
        "Ông [PER Trịnh Bảo Khang]: Sách đã về đủ.\nXin cảm ơn ông!",
    )
    assert [(q.speaker, q.text) for q in found] == [
        ("Trịnh Bảo Khang", "Chúng tôi bắt đầu từ mùa hè.\nPhòng học nào dột đều đã được lợp lại"),
        ("Trịnh Bảo Khang", "Sách đã về đủ"),
    ]


def test_works_without_entities(article: Callable[[str], Doc]) -> None:
    found = quotes(article, "Nhiều học sinh cho biết đề thi vừa sức. “Em làm được gần hết bài”, một nữ sinh nói.")
    assert [q.speaker for q in found] == ["Nhiều học sinh", "một nữ sinh"]


def test_spans_are_clean_and_apart(article: Callable[[str], Doc]) -> None:
    body = (
        f"Ông {PRINCIPAL} nói: “ Trường đã chuẩn bị từ sớm ” . “”, ông nói. “ ” Ông [PER Khang] cho biết: “"
        f"\n«Các em rất vui khi đến trường», cô [PER Lê Mai] nói. Theo {DEPARTMENT}, \n: “... ”"
    )
    found = quotes(article, body)
    assert found
    for quote in found:
        assert quote.text.strip(' “”"«»\n') == quote.text
        assert quote.text
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start


def test_two_reports_of_one_sentence_are_two_quotes(article: Callable[[str], Doc]) -> None:
    body = f"{DEPARTMENT} cho biết các trường đã đủ phòng học, đồng thời khẳng định không thu thêm khoản nào ngoài quy định."
    assert [(q.speaker, q.text) for q in quotes(article, body)] == [
        ("Sở GD&ĐT Bình Lâm", "các trường đã đủ phòng học"),
        ("Sở GD&ĐT Bình Lâm", "không thu thêm khoản nào ngoài quy định"),
    ]


def test_the_order_in_a_letter_is_the_quote_and_not_its_address(article: Callable[[str], Doc]) -> None:
    body = f"{DEPARTMENT} đã ký công văn hỏa tốc gửi các phòng giáo dục, yêu cầu các trường rà soát lại bếp ăn bán trú."
    assert one(article, body).text == "các trường rà soát lại bếp ăn bán trú"


def test_what_a_letter_does_not_say_is_no_quote(article: Callable[[str], Doc]) -> None:
    assert not quotes(article, f"Tuy nhiên công văn của {DEPARTMENT} không nêu rõ thời gian thực hiện trong bao lâu.")


def test_the_speaker_is_the_person_and_not_the_school_behind_the_name(article: Callable[[str], Doc]) -> None:
    body = "Em [PER Lò Thị Mây], học sinh lớp 12, [ORG Trường THPT Sông Mây], [LOC tỉnh Bình Lâm] cho biết năm nay em dự định thi ngành y."
    assert one(article, body).speaker == "Lò Thị Mây"


def test_component_sets_the_extension() -> None:
    pipeline = blank()
    pipeline.add_pipe("trichtin_quotes")
    doc = pipeline("Tin vắn\nMột phụ huynh cho biết trường đã mở cửa trở lại.")
    assert [q.speaker for q in doc._.quotes] == ["Một phụ huynh"]


def test_lexicon_has_the_everyday_cues() -> None:
    assert len(CUES) >= 80
    assert {
        "cho biết",
        "cho rằng",
        "khẳng định",
        "nhấn mạnh",
        "chia sẻ",
        "đề nghị",
        "yêu cầu",
        "chỉ đạo",
        "ghi rõ",
    } <= CUES
