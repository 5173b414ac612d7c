"""Hostile and broken pages: nothing raises, nothing takes more than its size allows."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trichtin

PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "«", "(", "[", "]", ".", ",", ":", ";", "-", "–", "/", "%", "\n", "\n\n", " ", "\u00a0", "\t", "1", "4.000", "12/5",
     "60,84 tỷ USD", "từ 15 đến 20", "hai phần ba", "năm 2018", "ông", "Trần Văn Khảm", "cho biết", "Theo", "nói:", "Trường THPT Đồi Sim",
     "GD&TĐ -", "Giám đốc", "lớp 12A1", "🎓", "\u0301", "\u200b", "học sinh", "Đừng bỏ lỡ"]
)  # fmt: skip


def check(record):
    kept = [(b["start"], b["end"]) for b in record["blocks"] if b["keep"]]
    for kind in ("entities", "figures", "dates", "quotes"):
        for fact in record[kind]:
            assert fact["text"] == record["text"][fact["start"] : fact["end"]] and fact["text"].strip()
            assert kind == "quotes" or any(s <= fact["start"] and fact["end"] <= e for s, e in kept)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=80))
def test_any_mixture_of_the_pieces_of_news_gives_a_sound_record(pieces):
    check(trichtin.extract("".join(pieces)))
    check(trichtin.extract(" ".join(pieces)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_a_sound_record(text):
    check(trichtin.extract(text))


PLAIN = "Nhà trường tổ chức lớp học cho các em ở vùng cao vào mỗi buổi chiều. "
MONSTERS = {
    "digits": "1234567890",
    "dotted": "1.000.000,5-",
    "quotes": "“",
    "ascii quotes": '" ',
    "brackets": "([",
    "colons": "ông nói: ",
    "dots": ". . . ",
    "capitals": "Nguyễn Văn ",
    "slashes": "1/2/3/",
    "numbers": "hai mươi ba triệu ",
    "lines": "một dòng thơ\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("monster", MONSTERS)
def test_time_stays_a_small_multiple_of_plain_text_of_the_same_size(monster):
    size = 200_000

    def seconds(piece):
        text = (piece * (size // len(piece) + 1))[:size]
        started = time.perf_counter()
        trichtin.extract(text)
        return time.perf_counter() - started

    trichtin.extract(PLAIN)
    assert seconds(MONSTERS[monster]) < 12 * seconds(PLAIN) + 1


@pytest.mark.slow
@pytest.mark.parametrize("monster", MONSTERS)
def test_a_line_of_a_megabyte_costs_little_more_than_a_long_article(monster):
    prose = (PLAIN * 1000)[:60_000].replace(". ", ".\n")
    trichtin.extract(PLAIN)
    started = time.perf_counter()
    trichtin.extract(prose)
    of_prose = time.perf_counter() - started
    piece = MONSTERS[monster].strip("\n")
    started = time.perf_counter()
    record = trichtin.extract("Tiêu đề của một bài báo\n" + piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - started < 3 * of_prose + 1
    assert len(record["text"]) > 990_000 and (record["warnings"] or not record["blocks"][1]["keep"])


@pytest.mark.slow
@pytest.mark.parametrize("monster", MONSTERS)
@pytest.mark.parametrize("component", ["trichtin_dates", "trichtin_figures", "trichtin_people", "trichtin_quotes"])
def test_each_component_takes_time_in_proportion_to_the_text(component, monster):
    nlp = trichtin.load()
    names = nlp.pipe_names

    def seconds(size):
        doc = nlp.make_doc((MONSTERS[monster] * (size // len(MONSTERS[monster]) + 1))[:size])
        for name in names[: names.index(component)]:
            doc = nlp.get_pipe(name)(doc)
        started = time.perf_counter()
        nlp.get_pipe(component)(doc)
        return time.perf_counter() - started

    seconds(1000)
    assert seconds(120_000) < 4 * 2 * seconds(30_000) + 0.3
