"""What real collections do to a reader: cut archives, broken rows, odd encodings, hostile markup."""

import io
import json
import time

import pyarrow as pa
import pytest
import zstandard

from trichtin.read import Page, ReadError, count, read, read_html, read_text

SENTENCE = "Trường Tiểu học Cồn Lau đón 320 học sinh trong năm học mới, nhiều hơn năm ngoái 20 em. "


def texts(*inputs, stdin=None):
    """The text of each page, or the error in its place."""
    return [p.text if isinstance(p, Page) else str(p) for p in read(inputs, stdin)]


def write(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_json_lines_are_read_from_zstd_frame_after_frame(tmp_path):
    frame = zstandard.compress('{"text": "Một"}\n'.encode())
    assert texts(write(tmp_path / "t.jsonl.zst", frame + frame)) == ["Một", "Một"]


@pytest.mark.parametrize("kind", ["txt", "jsonl"])
def test_a_zstd_file_cut_short_is_an_error_and_no_shorter_page(tmp_path, kind):
    rows = "".join(json.dumps({"text": hex(k**90)}) + "\n" for k in range(2, 3000))
    path = write(tmp_path / f"t.{kind}.zst", zstandard.compress(rows.encode())[:150_000])
    assert "cannot be read" in texts(path)[-1] and "t." + kind in texts(path)[-1]


def test_a_bad_csv_row_costs_that_row_and_is_named_by_its_number(tmp_path):
    found = texts(write(tmp_path / "t.csv", 'id,text\n1,"Một"\n2,"ab"c\n3,Ba,bốn,năm\n4,\n5,"Năm\ndòng"\n'))
    assert [found[0], found[-1]] == ["Một", "Năm\ndòng"]
    assert [error.split(":")[1] for error in found[1:-1]] == ["3", "4", "5"]


def test_broken_letters_in_one_row_cost_that_row(tmp_path):
    good = ("1," + SENTENCE.replace(",", " ") * 40 + "\n").encode()
    found = texts(write(tmp_path / "t.csv", b"id,text\n" + good + b"2,h\xff c\n" + good))
    assert [f[:6] for f in (found[0], found[2])] == ["Trường"] * 2 and "t.csv:3: has broken letters" in found[1]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_as_spreadsheets_of_any_country_save_it(tmp_path, delimiter):
    assert texts(write(tmp_path / "t.csv", f"id{delimiter}text\n1{delimiter}Một\n")) == ["Một"]
    utf16 = f"id{delimiter}text\n1{delimiter}Một\n".encode("utf-16")
    assert texts(write(tmp_path / "t.csv", utf16)) == ["Một"]


@pytest.mark.parametrize(
    "row",
    [
        '{"text": "x", "id": ' + "1" * 5000 + "}",
        "[" * 100_000,
        '{"text": "a\\u0000b"}',
        '{"text": "\\ud800"}',
        '{"text": [1]}',
    ],
    ids=["long number", "deep", "nul", "surrogate", "list"],
)
def test_a_hostile_row_costs_that_row(tmp_path, row):
    found = texts(write(tmp_path / "t.jsonl", '{"text": "A"}\n' + row + '\n{"text": "B"}\n'))
    assert found[0] == "A" and found[2] == "B" and "t.jsonl:2: " in found[1]


def test_a_parquet_row_that_is_no_text_costs_that_row(tmp_path):
    import pyarrow.parquet as pq

    broken = pa.array([b"Mot", b"\xff\xfe\xfd", b"Ba"]).view(pa.string())
    pq.write_table(pa.table({"text": broken}), tmp_path / "t.parquet")
    found = texts(tmp_path / "t.parquet")
    assert found[0] == "Mot" and found[2] == "Ba" and "t.parquet:2: " in found[1]


def test_the_date_of_a_row_is_an_iso_date_in_vietnam(tmp_path):
    rows = [{"text": "x", "published": d} for d in ("14/6/2021", "2021-06-13T20:00:00Z", "hôm qua")]
    path = write(tmp_path / "t.jsonl", "\n".join(map(json.dumps, rows)))
    assert [p.published for p in read([path])] == ["2021-06-14", "2021-06-14", None]


def test_ids_stay_unique_when_a_row_bears_the_name_of_a_second_one(tmp_path):
    rows = "\n".join(json.dumps({"id": i, "text": "x"}) for i in ("a-2", "a", "a", "a"))
    ids = [p.id for p in read([write(tmp_path / "t.jsonl", rows)])]
    assert ids == ["a-2", "a", "a-3", "a-4"]


def test_one_path_is_one_input(tmp_path):
    path = write(tmp_path / "a.txt", "Một")
    assert [p.text for p in read(str(path))] == ["Một"] and count(str(path)) == 1


def test_tables_are_counted_for_the_progress_bar(tmp_path):
    write(tmp_path / "a.jsonl", '{"text": "A"}\n\n{"text": "B"}\n')
    write(tmp_path / "b.csv", 'text\n"Một\nhai"\nBa\n')
    assert count([tmp_path]) == 4
    assert count(["-"]) is None


def test_standard_input_of_json_lines_is_streamed():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            row = b'{"text": "A"}\n'
            buffer[: len(row)] = row
            return len(row)

    pages = read(["-"], io.BufferedReader(Endless()))
    assert [next(pages).text for _ in range(3)] == ["A", "A", "A"]


def test_json_over_many_lines_on_standard_input_is_no_text():
    (found,) = texts("-", stdin=io.BytesIO(json.dumps({"text": "Một"}, indent=1).encode()))
    assert "one object a line" in found


def test_a_letter_broken_in_the_middle_leaves_the_rest_of_a_utf8_text():
    data = (SENTENCE * 20).encode()
    text = read_text(data[:900] + b"\xff" + data[900:], "x")
    assert "\ufffd" in text and text.startswith(SENTENCE * 3) and text.endswith(SENTENCE.strip())


@pytest.mark.parametrize("data", ["Trường\0 Cồn Lau".encode("utf-16"), (SENTENCE * 2000).encode() + b"\0"])
def test_nul_anywhere_is_binary(data):
    with pytest.raises(ReadError, match="binary"):
        read_text(data, "x")


def test_a_text_too_short_to_judge_keeps_its_letters():
    assert read_text("Quán café".encode("cp1252"), "x") == "Quán café"


@pytest.mark.parametrize(
    "text, name",
    [
        ("Tr­êng häc ®· cã nhiÒu häc sinh giái n¨m nay, ®ång chÝ c« gi¸o vµ thÇy ®Òu rÊt vui mõng víi ®iÓm sè", "TCVN3"),
        ("Tröôøng ñoâng hoïc sinh, thaày coâ giaùo vaø phuï huynh ñeàu raát vui möøng vôùi keát quaû naêm nay", "VNI"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_font_encodings_are_told_as_bytes_and_as_unicode(text, name, encoding):
    with pytest.raises(ReadError, match=name):
        read_text(text.encode(encoding), "x")


def test_other_languages_are_no_font_encoding():
    for text in (
        "« L’été » où l’élève créé à Genève, dès août, a été reçu. " * 9,
        "Müßige Bücher über große Häuser, © ® ",
    ):
        assert read_text(text.encode(), "x") == text.strip()


def test_a_page_cannot_choose_a_codec_that_takes_for_ever():
    started = time.perf_counter()
    read_text(b'<meta charset="punycode">' + b"\xe9-" * 200_000, "x")
    assert time.perf_counter() - started < 3


def cms(body, frame="", after=""):
    return (
        f"<html><body class='{frame}'><div class='{frame}'><h1 class='article__title cms-title'>Tựa<br>bài</h1>"
        f"<div class='article__body cms-body'>{body}<p>{SENTENCE}</p></div></div>{after}</body></html>"
    )


def marked(html):
    page = read_html(html, "p", "p.html")
    kinds = {hint.start: hint.kind for hint in page.hints}
    assert all(page.text[hint.start : hint.end] in page.text.split("\n") for hint in page.hints)
    starts = [0]
    for line in page.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return {line: kinds.get(start, "") for start, line in zip(starts, page.text.split("\n"), strict=False)}


@pytest.mark.parametrize("frame", ["has-comments", "timeline-layout", "threads uploads", "main related sidebar-right"])
def test_the_frame_of_the_page_is_no_box_whatever_it_is_called(frame):
    assert marked(cms(f"<p>{SENTENCE}</p>", frame))["Tựa bài"] == "title"
    assert marked(cms("<p>Có 12 lớp học mới.</p>", frame))["Có 12 lớp học mới."] == "body"
    story = "".join(f"<p>Tuần {k}, {SENTENCE}</p>" for k in range(8))
    other = marked(f"<html><body><div class='{frame}'><h1>Tựa</h1><div>{story}</div></div></body></html>")
    assert set(other.values()) == {"title", "lead", "body"}


def test_a_note_of_the_article_stays_and_one_of_links_goes():
    link = "Giá xăng dầu đồng loạt giảm từ chiều nay"
    lines = marked(
        cms(f"<div class='notebox'><p>Xã có 11 thôn.</p></div><div class='notebox'><a href='/x'>{link}</a></div>")
    )
    assert (lines["Xã có 11 thôn."], lines[link]) == ("body", "related-")


def test_a_paragraph_that_is_only_a_link_is_a_teaser_and_a_link_in_a_sentence_is_not():
    lines = marked(
        cms(
            "<p>&gt;&gt; <a href='/x'>Giá phân bón giảm nhẹ trước vụ đông</a></p>"
            "<p>Theo <a href='/y'>Sở Giáo dục và Đào tạo tỉnh Ven Phá</a>, có 12 lớp.</p>"
        )
    )
    assert lines[">> Giá phân bón giảm nhẹ trước vụ đông"] == "related-"
    assert lines["Theo Sở Giáo dục và Đào tạo tỉnh Ven Phá, có 12 lớp."] == "body"


def test_a_row_of_figures_is_one_line_and_a_table_that_lays_out_the_page_is_not():
    rows = marked(cms("<table><tr><td><p>Toán</p></td><td><p>40</p></td></tr></table>"))
    assert rows["Toán | 40"] == "body"
    figures = "<table><tr><td>A</td><td>1</td></tr></table>"
    page = f"<html><body><table><tr><td><p>{SENTENCE}</p>{figures}</td><td>Bên phải</td></tr></table></body></html>"
    assert list(marked(page))[:3] == [SENTENCE.strip(), "A | 1", "Bên phải"]


def test_words_of_a_link_and_what_follows_are_not_torn_apart():
    assert "Bộ GD&ĐT, theo báo cáo, có 5 vụ." in marked(
        cms("<p><a href='x'>Bộ GD&amp;ĐT</a><b>, theo</b> báo cáo, có 5 vụ.</p>")
    )


CLOCK = "<div class='header'><span class='time'>Thứ Hai, 23/11/2026</span></div>"
LINKED_DATA = """<script type="application/ld+json">
{"@type": "NewsArticle", "description": "a
b", "datePublished": "2024-09-05"}</script>"""


@pytest.mark.parametrize(
    "head, before, after, expected",
    [
        ("<meta property='article:published_time' content='2024-09-04T23:30:00Z'>", "", "", "2024-09-05"),
        ("", CLOCK, "<span class='time'>5/9/2024 07:00</span>", "2024-09-05"),
        (LINKED_DATA, "", "", "2024-09-05"),
        ("", "", "<footer><span class='date'>Giấy phép 1/2/2015</span></footer>", None),
    ],
    ids=["moment in UTC", "clock in the head", "JSON-LD with line ends", "licence in the foot"],
)
def test_the_date_is_that_of_the_article(head, before, after, expected):
    html = f"<html><head>{head}</head><body>{before}<h1>Tựa</h1>{after}<p>{SENTENCE}</p></body></html>"
    assert read_html(html, "p", "p").published == expected


def test_the_sample_pages_keep_their_article_and_mark_the_rest(root):
    pages = {p.id: p for p in read([root / "corpus" / "samples_html"])}
    assert (pages["cms"].published, pages["cms"].author) == ("2024-09-16", "Hoàng Thu Sương")
    assert (pages["other"].published, pages["other"].author) == ("2023-11-20", "Tôn Nữ Hạ Vy")
    for page in pages.values():
        dropped = {page.text[hint.start : hint.end] for hint in page.hints if hint.kind.endswith("-")}
        left = [line for line in page.text.split("\n") if line not in dropped]
        assert left[0] == page.title and len(left) >= 7
        assert not [line for line in left if any(word in line for word in ("Giá ", "Xe tải", "Vé tàu", "Giấy phép"))]
        assert any("Giá " in line for line in dropped)


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><article>" + "".join(f"<p>{k} {SENTENCE}</p>" for k in range(9000)) + "</article></body></html>",
        "<h1 class='article__title'>T</h1><div class='article__body'>" + f"<p>{SENTENCE}" * 16_000,
        "<div class='a related b'>" * 2000 + "<p>a" * 100_000,
        "<table><tr><td>" * 600 + "x" + "<tr><td>1<td>2" * 60_000,
        "<p>" + "<" * 1_500_000,
        "<p>" + " \u00a0" * 700_000 + "x",
        "<p class='time'>" + "1/" * 700_000,
        "<li><a href='x'>" + "abc" * 5 + "</a>" * 60_000,
    ],
    ids=["long", "cms", "deep", "tables", "brackets", "spaces", "digits", "links"],
)
def test_a_hostile_page_costs_no_more_than_its_size(html):
    started = time.perf_counter()
    try:
        read_html(html, "p", "p")
    except ReadError as error:
        assert "p: " in str(error)
    assert time.perf_counter() - started < 16


def test_a_page_nested_too_deep_is_an_error_and_no_shorter_page():
    with pytest.raises(ReadError, match="deeper than"):
        read_html(cms("<span>" * 3000 + "<p>mất</p>"), "p", "p")
