"""Small data sets of our own sentences, extracted and indexed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from trichtin.batch.run import Batch, run
from trichtin.search import build_index

Extracted = Callable[[dict[str, str]], Path]
TITLE = "Sở Giáo dục và Đào tạo Nghệ An họp về năm học mới"
LEAD = "GD&TĐ - Sáng 5/8, Sở GD&ĐT Nghệ An họp với các trường trung học phổ thông trong tỉnh."


@pytest.fixture
def extracted(tmp_path: Path) -> Extracted:
    """Write pages (name to the body's sentences) into one folder, extract it, and return the data set."""

    def make(pages: dict[str, str]) -> Path:
        folder = tmp_path / "pages"
        folder.mkdir(exist_ok=True)
        for name, body in pages.items():
            (folder / f"{name}.txt").write_text(f"{TITLE} {name}\n\n{LEAD}\n\n{body}\n", encoding="utf-8")
        run(Batch([str(folder)], str(tmp_path / "set")))
        return tmp_path / "set"

    return make


@pytest.fixture
def indexed(extracted: Extracted, tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """The same, and index it."""

    def make(pages: dict[str, str]) -> Path:
        build_index(extracted(pages), tmp_path / "facts.db")
        return tmp_path / "facts.db"

    return make
