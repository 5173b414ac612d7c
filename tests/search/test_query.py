"""What people type, and what they find by it."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trichtin.search import Filters, open_db, search

PAGES = {
    "mot": "Mức học phí của trường là 500.000 đồng một tháng.\n\nTỉnh thiếu 1.200 giáo viên trong năm học này.",
    "hai": "Lớp học phi công trẻ có 24 học viên ở sân bay.\n\nHuyện thiếu 90 giáo viên dạy tiếng Anh.",
    "ba": "Trường ĐH Hoà Sơn tuyển 300 chỉ tiêu.\n\nTrường đại học Hòa Sơn có 45 giảng viên.",
    "bon": "Đường tới trường dài 7 km, đoạn đèo cao 800 m.\n\nPhòng GDĐT huyện có 12 chuyên viên về giáo dục mầm non.",
}


@pytest.fixture
def find(indexed):
    path = indexed(PAGES)
    with closing(open_db(path)) as db:

        def run(query, **filters):
            page = search(db, query, Filters(**filters), limit=100)
            return {fact["sentence"] for fact in page.facts if fact["kind"] in ("figure", "quote")}

        run.db, run.path = db, path
        yield run


def test_tone_marks_are_needed_by_nobody_and_obeyed_when_typed(find):
    fee, pilots = "Mức học phí của trường là 500.000 đồng một tháng.", "Lớp học phi công trẻ có 24 học viên ở sân bay."
    assert {fee, pilots} <= find("hoc phi") and find("HOC PHI") == find("hoc phi")
    assert find("học phí") == {fee}
    assert pilots in find("học phi công")


def test_d_with_a_stroke_is_a_d(find):
    assert find("duong deo") == find("đường đèo") == {"Đường tới trường dài 7 km, đoạn đèo cao 800 m."}


def test_old_and_new_tone_placement_and_abbreviations_are_one(find):
    both = {"Trường ĐH Hoà Sơn tuyển 300 chỉ tiêu.", "Trường đại học Hòa Sơn có 45 giảng viên."}
    assert find("đại học hoà sơn") == find("ĐH Hòa Sơn") == both


def test_phrase_prefix_and_not(find):
    assert find('"giáo viên dạy tiếng"') == {"Huyện thiếu 90 giáo viên dạy tiếng Anh."}
    assert "Phòng GDĐT huyện có 12 chuyên viên về giáo dục mầm non." in find("chuyê*")
    assert find("giáo viên NOT tiếng") == {"Tỉnh thiếu 1.200 giáo viên trong năm học này."}


def test_a_comparison_asks_for_the_figure(find):
    assert find("giáo viên > 1000") == {"Tỉnh thiếu 1.200 giáo viên trong năm học này."}
    assert find("giáo viên < 100") == {"Huyện thiếu 90 giáo viên dạy tiếng Anh."}


@pytest.mark.parametrize(
    "typed",
    ['"', "'", '""', "(", ")))", "NOT", "NOT NOT", "AND OR", "*", "a*b*", "^x", "a:b", "-", "--", "; DROP TABLE facts", "' OR 1=1 --",
     "{{7*7}}", "%s%n", "\x00", "\u202e", "😀", "> 5", "giáo viên >", "giáo viên > abc", "x" * 5000, "a " * 2000, "NEAR(a b)", '"a" "b', "đ" * 300],
)  # fmt: skip
def test_anything_may_be_typed(find, typed):
    find(typed)
    assert find("học phí")  # and the facts are still there


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60) | st.text('"*()NOT^:-><=+ học đ', max_size=40))
def test_no_text_is_an_error(find, typed):
    find(typed)


def test_the_command_line_gives_json_and_csv(find):
    def command(*words):
        done = subprocess.run(
            [sys.executable, "-m", "trichtin", "search", *words, "--db", str(find.path)],
            capture_output=True, text=True, check=True, encoding="utf-8",
        )  # fmt: skip
        return done.stdout

    assert json.loads(command("khủng long bạo chúa xyzzy", "--format", "json")) == []
    facts = json.loads(command("hoc phi", "--kind", "figure", "--format", "json"))
    assert {"sentence", "value", "unit", "url"} <= set(facts[0]) and facts[0]["value"] == 500000
    assert command("học phí", "--kind", "figure", "--format", "csv").count("500.000") >= 1
