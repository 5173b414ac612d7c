"""What the docs show is so: recipes run, links lead somewhere."""

import os
import re
from pathlib import Path

import pytest

import trichtin

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_recipe_runs(tmp_path, samples, monkeypatch, capsys):
    trichtin.extract_dataset([samples], tmp_path / "dataset")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8"), re.S)
    assert len(blocks) >= 6
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "recipes.md", "exec"), names)  # what a reader would paste
    assert (tmp_path / "out" / "quotes.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "documents with entities" in capsys.readouterr().out
    assert len(names["principals"]) > 3 and len(names["near"]) == len(names["figures"])


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_and_pictures_are_there(page):
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not link.startswith(("http:", "https:")):
            assert os.path.exists(page.parent / link), f"{page.name}: {link}"
