"""What the pages of the server hold, asked without a browser."""

import asyncio
import csv
import html
import io
import re
import shutil
import time

import pytest

from trichtin.cli import main
from trichtin.search import Filters, open_db, search
from trichtin.search.find import FactsError
from trichtin.serve import plugin
from trichtin.serve.app import make_app
from trichtin.serve.cards import citation, cut, safe_url
from trichtin.serve.charts import month_bars
from trichtin.serve.export import _cell
from trichtin.serve.figure_page import differs
from trichtin.serve.language import ENGLISH, LANGUAGES, VIETNAMESE


@pytest.fixture(scope="module")
def ask(facts_db):
    app = make_app(facts_db)

    def get(path, **options):
        return asyncio.run(app.client.get(path, **options))

    get.app = app
    return get


@pytest.fixture(scope="module")
def db(facts_db):
    return open_db(facts_db)


def links(page, start):
    return [html.unescape(link) for link in re.findall(rf'href="({re.escape(start)}[^"]*)"', page.text)]


def test_a_search_without_tone_marks_marks_the_words_with_them(ask):
    page = ask("/?q=giao+vien")
    assert page.status_code == 200 and '<html lang="vi">' in page.text
    assert re.search(r"<mark>[Gg]iáo viên</mark>", page.text)


def test_every_link_of_the_pages_leads_somewhere(ask):
    seen, todo = set(), ["/?q=giao+vien", "/?kind=quote", "/?kind=figure&sort=value", "/?kind=person"]
    while todo and len(seen) < 80:
        path = todo.pop(0)
        if path in seen:
            continue
        seen.add(path)
        page = ask(path)
        assert page.status_code == 200, path
        for start in ("/person?", "/organization?", "/figure?", "/article?", "/search."):
            todo += [link.split("#")[0] for link in links(page, start)[:4]]
    kinds = {re.match(r"/(\w*)", path)[1] for path in seen}
    assert {"", "person", "organization", "figure", "article", "search"} <= kinds


def test_a_result_leads_to_its_sentence_in_the_article(ask, db):
    fact = search(db, "giáo viên", Filters(kind="figure")).facts[0]
    link = next(link for link in links(ask("/?q=giáo+viên&kind=figure"), "/article?") if f"fact={fact['id']}" in link)
    page = ask(link.split("#")[0]).text
    assert f'id="f{fact["id"]}"' in page and f'href="#l{fact["id"]}"' in page and f'id="l{fact["id"]}"' in page
    near = html.unescape(
        re.sub(r"<[^>]+>", "", "".join(re.findall(r'<(?:a|mark) class="[^"]*near[^"]*"[^>]*>.*?</', page)))
    )
    assert fact["text"] in near


def test_dropped_lines_are_folded_away_and_hold_no_fact(ask, db):
    key = db.execute("SELECT article_id FROM blocks WHERE keep = 0 LIMIT 1").fetchone()[0]
    page = ask(f"/article?id={key}").text
    folded = re.findall(r'<details class="dropped">.*?</details>', page, re.S)
    assert folded and not any('class="fact' in part for part in folded)


def test_the_text_of_an_article_is_shown_whole(ask, db):
    key, text = db.execute("SELECT id, text FROM articles WHERE id = '05-school-inspection'").fetchone()
    page = ask(f"/article?id={key}").text
    article = re.search(r'<article lang="vi">(.*)</article>', page, re.S)[1]
    article = re.sub(r"<summary.*?</summary>", "", article)
    shown = html.unescape(re.sub(r"</?(?:a|span|mark)\b[^>]*>", "", article))
    shown = re.sub(r"<[^>]+>", " ", shown)
    assert shown.split() == text.split()


def test_a_person_has_roles_quotes_and_company(ask, db):
    key, name = db.execute(
        "SELECT q.speaker_id, q.speaker FROM quotes q WHERE q.speaker_id LIKE 'per:%' AND q.role <> '' LIMIT 1"
    ).fetchone()
    page = ask(f"/person?id={key}").text
    assert name in page and "Chức vụ qua thời gian" in page and "Phát ngôn" in page and "<svg" in page
    assert "Roles over time" in ask(f"/person?id={key}&lang=en").text


def test_figures_of_one_quantity_stand_side_by_side(tmp_path):
    import json

    from trichtin.batch.run import Batch, run
    from trichtin.search import build_index

    texts = {
        "a": "Nghệ An thiếu giáo viên\nTỉnh Nghệ An hiện thiếu 1.200 giáo viên tiểu học.",
        "b": "Thiếu giáo viên ở Nghệ An\nTheo thống kê, tỉnh Nghệ An thiếu 1.500 giáo viên tiểu học.",
    }
    rows = [json.dumps({"id": key, "text": text, "published": "2018-05-01"}) for key, text in texts.items()]
    (tmp_path / "p.jsonl").write_text("\n".join(rows))
    run(Batch([str(tmp_path / "p.jsonl")], str(tmp_path / "set")))
    build_index(tmp_path / "set", tmp_path / "facts.db")
    app = make_app(tmp_path / "facts.db")
    with_ids = search(open_db(tmp_path / "facts.db"), "giáo viên", Filters(kind="figure", min_value=1200)).facts
    assert len(with_ids) == 2
    page = asyncio.run(app.client.get(f"/figure?id={with_ids[0]['id']}")).text
    assert "1.200" in page and "1.500" in page and VIETNAMESE["disagree"] in page


def test_figures_contradict_each_other_only_in_one_province_and_year():
    one = {"value": 10.0, "max": None, "province": "Huế", "published": "2018"}
    assert differs(one, one | {"value": 12.0})
    assert not differs(one, one | {"value": 8.0, "max": 11.0})
    assert not differs(one, one | {"value": 12.0, "province": "Hà Nội"})
    assert not differs(one, one | {"value": 12.0, "published": "2019"})


def test_the_list_is_exported_as_it_was_searched(ask, db):
    page = search(db, "học sinh", Filters(kind="figure"), limit=1000)
    facts = ask("/search.json?q=học+sinh&kind=figure").json()
    assert [fact["id"] for fact in facts] == [fact["id"] for fact in page.facts] != []
    sheet = ask("/search.csv?q=học+sinh&kind=figure")
    assert sheet.content.startswith(b"\xef\xbb\xbf") and "attachment" in sheet.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(sheet.text.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [str(fact["id"]) for fact in page.facts]
    assert ask("/search.json?q=khôngcógìcả").json() == []


def test_a_spreadsheet_takes_no_text_for_a_formula(ask):
    assert _cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0" and _cell("@x") == "'@x"
    assert (_cell("1.200 giáo viên"), _cell(-4.0), _cell([(1, 2)])) == ("1.200 giáo viên", -4.0, "1-2")
    rows = list(csv.reader(io.StringIO(ask("/search.csv?q=giáo+viên").text)))
    assert len(rows) > 1 and not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_nothing_hostile_gets_out_of_the_text(ask, db):
    key = "<hostile>&\"'"
    person = [row[0] for row in db.execute("SELECT person_id FROM people WHERE article_id = ?", [key])]
    paths = ["/?q=giáo+viên", "/?q=họp+báo", '/?q="><script>alert(1)</script>', "/?speaker=<script>alert(1)</script>"]
    paths += ["/article?id=%3Chostile%3E%26%22%27", *(f"/person?id={one}" for one in person)]
    for path in paths:
        page = ask(path)
        assert page.status_code == 200, path
        scripts = re.findall(r"<script[^>]*>", page.text)
        assert scripts == ['<script src="/assets/trichtin.js" defer>'], path
        assert not re.search(r"<[^>]+\son\w+\s*=", page.text) and "<style" not in page.text, path
        assert 'href="javascript:' not in page.text and "49" not in re.findall(r"THPT (\S+)", page.text)


def test_every_answer_has_a_strict_policy(ask):
    for path in ("/", "/?q=x", "/facts", "/facts/figures", "/search.json", "/nothing", "/assets/trichtin.css"):
        headers = ask(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy, path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_visitors_read_only_and_not_for_long(ask, facts_db):
    before = facts_db.read_bytes()
    assert ask("/facts.json?sql=delete+from+facts").status_code == 400
    assert ask("/facts.json?sql=attach+'x.db'+as+x").status_code == 400
    endless = "with recursive n(i) as (select 1 union all select i+1 from n) select sum(i) from n"
    started = time.monotonic()
    assert ask(f"/facts.json?sql={endless}").status_code == 400
    assert time.monotonic() - started < 10
    assert facts_db.read_bytes() == before


def test_two_hundred_at_once_are_all_answered(ask):
    async def crowd():
        words = ("giáo viên", "hoc sinh", "trường", "lớp", "tỉnh")
        paths = [f"/?q={words[k % 5]}&page={k % 3 + 1}" for k in range(200)]
        return await asyncio.gather(*(ask.app.client.get(path) for path in paths))

    assert {answer.status_code for answer in asyncio.run(crowd())} == {200}


def test_a_new_database_is_served_without_a_new_start(facts_db, tmp_path, monkeypatch):
    monkeypatch.setattr(plugin, "LOOK_EVERY", 0.0)
    served = tmp_path / "facts.db"
    shutil.copyfile(facts_db, served)
    app = make_app(served)
    assert asyncio.run(app.client.get("/article?id=added")).status_code == 404
    fresh = tmp_path / "other.db"
    shutil.copyfile(facts_db, fresh)
    import sqlite3

    with sqlite3.connect(fresh) as writable:
        writable.execute("UPDATE articles SET id = 'added' WHERE id = '05-school-inspection'")
    fresh.replace(served)
    assert asyncio.run(app.client.get("/article?id=added")).status_code == 200
    (tmp_path / "broken.db").write_text("no database")
    (tmp_path / "broken.db").replace(served)
    assert asyncio.run(app.client.get("/article?id=added")).status_code == 200, "the old one goes on"


def test_what_does_not_exist_is_said_in_both_languages(ask):
    for path in ("/article?id=none", "/person?id=per:none", "/organization?id=x", "/figure?id=999999", "/figure?id=x"):
        page = ask(path)
        assert page.status_code == 404 and VIETNAMESE["not found"] in page.text
        assert ENGLISH["not found"] in ask(path + "&lang=en").text


def test_nonsense_in_an_address_is_no_error(ask):
    for path in ("/?page=-1", "/?page=x&min_value=lots&kind=zzz&sort=up", "/?q=" + "%22(*" * 40, "/?min_score=nan"):
        assert ask(path).status_code == 200


def test_the_language_is_remembered(ask):
    first = ask("/?lang=en")
    assert '<html lang="en">' in first.text and "lang=en" in first.headers["set-cookie"]
    assert '<html lang="en">' in ask("/", cookies={"lang": "en"}).text
    assert VIETNAMESE.keys() == ENGLISH.keys()


def test_numbers_and_dates_are_written_as_the_language_writes_them():
    vi, en = LANGUAGES["vi"], LANGUAGES["en"]
    assert (vi.number(1234.5), en.number(1234.5), vi.number(60840000000)) == ("1.234,5", "1,234.5", "60.840.000.000")
    assert (vi.day("2018-09-05"), vi.day("2018-09"), en.day("2018-09-05")) == ("5/9/2018", "9/2018", "2018-09-05")


def test_a_citation_has_source_date_and_link():
    fact = {
        "sentence": "Có 5\n thầy.",
        "title": "Tựa",
        "outlet": "bao.example",
        "published": "2018-09-05",
        "url": "https://a/b",
    }
    assert citation(fact, LANGUAGES["vi"]) == "“Có 5 thầy.” (Tựa, bao.example, 5/9/2018, https://a/b)"
    assert safe_url("javascript:x") == safe_url("//x") == safe_url(None) == ""


def test_spans_cut_a_text_where_they_begin_and_end():
    assert cut("abcdef", 0, 6, [(1, 4, "x"), (3, 5, "y")]) == [
        ("a", ""),
        ("bc", "x"),
        ("d", "x y"),
        ("e", "y"),
        ("f", ""),
    ]


def test_a_chart_has_a_bar_for_every_month_between():
    chart = month_bars([("2017-11", 2), ("2018-02", 4)], LANGUAGES["vi"])
    assert [bar["count"] for bar in chart["bars"]] == [2, 0, 0, 4] and chart["bars"][3]["height"] == chart["height"]
    assert month_bars([], LANGUAGES["vi"]) is None


def test_a_file_that_is_no_database_is_named(tmp_path, capsys):
    (tmp_path / "x.db").write_text("text")
    with pytest.raises(FactsError):
        make_app(tmp_path / "x.db")
    assert main(["serve", str(tmp_path / "x.db")]) == 2 and "x.db" in capsys.readouterr().err
    assert main(["serve", str(tmp_path / "gone.db")]) == 2 and "gone.db" in capsys.readouterr().err
