"""``trichtin explain``: what a researcher reaches for when a page goes wrong."""

import re

from trichtin.cli import main
from trichtin.filter import PageFilter
from trichtin.filter.explain import explain
from trichtin.read import read


def test_every_line_has_its_decision_and_what_weighed(samples):
    page_filter = PageFilter.load()
    (page,) = read([samples / "01-principals-training.txt"])
    told = explain(page_filter, page)
    assert [line.block for line in told] == page_filter.label(page)
    for line in told:
        assert line.text == page.text[line.block.start : line.block.end].strip()
        assert line.reasons or line.note
        assert all((reason.weight > 0) == line.block.keep for reason in line.reasons) and len(line.reasons) <= 3


def test_the_terminal_shows_each_line_with_its_mark(samples, capsys):
    path = samples / "01-principals-training.txt"
    assert main(["explain", str(path)]) == 0
    shown = capsys.readouterr().out
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert shown.count("✓ ") + shown.count("✗ ") == len(lines) and "✗ " in shown
    assert " ".join(lines[-1].split())[:40] in " ".join(shown.split())


def test_the_page_of_html_stands_alone_and_marks_the_facts(samples, tmp_path):
    source = tmp_path / "hostile.txt"
    text = (samples / "05-school-inspection.txt").read_text(encoding="utf-8")
    source.write_text(
        text + "\n<script>alert(1)</script> là tên một bài giảng về 12 điều cần nhớ của nhà trường.\n", encoding="utf-8"
    )
    out = tmp_path / "e.html"
    assert main(["explain", str(source), "--html", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert "<script" not in page and "http" not in re.sub(r"https?://[^<]*</", "", page)
    assert 'class="line dropped"' in page and page.count("<mark") > 10


def test_what_cannot_be_read_or_written_is_named(tmp_path, samples, capsys):
    assert main(["explain", str(tmp_path / "gone.txt")]) == 1
    assert "gone.txt" in capsys.readouterr().err
    page = str(samples / "05-school-inspection.txt")
    assert main(["explain", page, "--html", str(tmp_path / "no" / "e.html")]) == 2
    assert "cannot be written" in capsys.readouterr().err
