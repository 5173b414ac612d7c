import contextlib
import time

import pytest

from trichtin.read import ReadError, read_html

CMS = """<!DOCTYPE html><html><head><title>x</title>
<meta property="article:published_time" content="2024-05-17T08:00:00+07:00">
<link rel="canonical" href="https://bao.example/pa-sin-post1.html"></head><body>
<nav class="navbar"><a href="/">Trang chủ</a><a href="/gd">Giáo dục</a></nav>
<h1 class="article__title cms-title">Pà Sin xóa&nbsp;lớp ghép</h1>
<div class="article__meta"><time datetime="2024-05-17">17/05/2024 08:00</time></div>
<div class="article__sapo cms-desc">GD&amp;TĐ - Sau ba năm, huyện Pà Sin xóa xong lớp ghép.</div>
<div class="article__body cms-body">
<p>Đoạn một có <b>chữ</b> đậm,
  xuống dòng.</p>
<div class="article-relate"><h3>Bài khác</h3><a href="/2">Giá xăng tăng</a></div>
<figure><img src="a.jpg"><figcaption>Lớp học mới</figcaption></figure>
<h2>Niềm vui của thầy</h2>
<table><tr><td>Ngành</td><td>Chỉ tiêu</td></tr><tr><td>Toán</td><td>40</td></tr></table>
<p>Đoạn hai<br>có hai dòng.</p><script>var x = "không được đọc";</script>
</div><div class="article__author"><span class="name">Hà Thu</span></div>
<div class="box-tin"><h3>Đừng bỏ lỡ</h3><p>Một tin khác</p></div></body></html>"""


def marked(page):
    by_start = {h.start: h.kind for h in page.hints}
    out, at = [], 0
    for line in page.text.split("\n"):
        out.append((by_start.get(at, ""), line))
        at += len(line) + 1
    return out


def test_the_papers_own_markup_tells_the_parts_and_boxes_are_kept_as_marked_lines():
    page = read_html(CMS, "p", "p.html")
    assert marked(page) == [
        ("chrome-", "Trang chủ Giáo dục"),
        ("title", "Pà Sin xóa lớp ghép"),
        ("chrome-", "17/05/2024 08:00"),
        ("lead", "GD&TĐ - Sau ba năm, huyện Pà Sin xóa xong lớp ghép."),
        ("body", "Đoạn một có chữ đậm, xuống dòng."),
        ("heading-", "Bài khác"),
        ("related-", "Giá xăng tăng"),
        ("caption", "Lớp học mới"),
        ("heading", "Niềm vui của thầy"),
        ("body", "Ngành | Chỉ tiêu"),
        ("body", "Toán | 40"),
        ("body", "Đoạn hai"),
        ("body", "có hai dòng."),
        ("byline-", "Hà Thu"),
        ("heading-", "Đừng bỏ lỡ"),
        ("related-", "Một tin khác"),
    ]


def test_metadata_of_the_page():
    page = read_html(CMS, "p", "p.html")
    assert (page.title, page.published, page.author, page.url) == (
        "Pà Sin xóa lớp ghép", "2024-05-17", "Hà Thu", "https://bao.example/pa-sin-post1.html",
    )  # fmt: skip


@pytest.mark.parametrize(
    "head, body, expected",
    [
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-01-02T03:04"}</script>',
            "",
            "2023-01-02",
        ),
        ('<meta itemprop="datePublished" content="2023-01-02">', "", "2023-01-02"),
        ("", '<span class="date">Thứ Hai, 2/1/2023, 03:04 (GMT+7)</span>', "2023-01-02"),
        ('<meta property="article:published_time" content="hôm qua">', "", None),
        ("", '<span class="date">31/02/2023</span>', None),
    ],
)
def test_the_date_of_publication_wherever_the_page_gives_it(head, body, expected):
    html = f"<html><head>{head}</head><body>{body}<p>Nội dung</p></body></html>"
    assert read_html(html, "p", "p").published == expected


def test_another_site_goes_through_trafilatura_and_the_rest_stays_as_related():
    story = "".join(
        f"<p>Ngày thứ {k}, thầy trò trường Pà Sin dựng lại dãy phòng học bị gió cuốn, người dân góp công góp gỗ từ sáng sớm.</p>"
        for k in range(1, 8)
    )
    html = (
        "<html><head><title>x</title></head><body><div class='top'><a href='/'>Trang chủ</a> <a href='/v'>Video</a></div>"
        f"<main><h1>Dựng lại trường sau lốc</h1><article>{story}</article></main>"
        "<aside><h3>Đọc nhiều</h3><ul><li><a href='/x'>Giá vàng tăng vọt</a></li></ul></aside></body></html>"
    )
    lines = dict((text, kind) for kind, text in marked(read_html(html, "p", "p")))
    assert lines["Dựng lại trường sau lốc"] == "title"
    assert lines["Giá vàng tăng vọt"] == "related-"
    assert sum(kind in ("lead", "body") for kind in lines.values()) == 7


@pytest.mark.parametrize("cut", range(400, len(CMS), 97))
def test_a_page_cut_anywhere_is_read_up_to_the_cut(cut):
    assert "Pà Sin" in read_html(CMS[:cut] + "<h1 class='article__title'>Pà Sin</h1>", "p", "p").text


def test_a_page_without_text_says_so():
    with pytest.raises(ReadError, match="has no text"):
        read_html("<html><body><script>x()</script></body></html>", "p", "p.html")


def test_hostile_nesting_costs_no_more_than_its_size():
    def seconds(html):
        started = time.perf_counter()
        with contextlib.suppress(ReadError):
            read_html(html, "p", "p")
        return time.perf_counter() - started

    plain = "<html><body>" + "<p>học sinh vùng cao</p>" * 40_000 + "</body></html>"
    deep = "<div class='article__body'>" * 40_000 + "học sinh" + "</div>" * 40_000
    assert seconds(deep) < 5 * seconds(plain) + 1
