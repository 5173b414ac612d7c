"""The notebooks run on the bundled samples, and what is committed is what they are made of."""

import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "notebooks").glob("[0-9]*.py"))
sys.path.insert(0, str(ROOT / "notebooks"))


def test_there_are_five():
    assert len(SOURCES) == 5


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_committed_notebook_is_that_of_its_text_form(source):
    import jupytext

    committed = nbformat.read(source.with_suffix(".ipynb"), 4)
    text = jupytext.read(source)
    assert [cell.source for cell in committed.cells] == [cell.source for cell in text.cells], (
        "make it again: python notebooks/render.py"
    )
    assert any(cell.get("outputs") for cell in committed.cells)
    assert source.with_suffix(".ipynb").stat().st_size < 700_000


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_it_runs_from_its_question_to_its_answer(source):
    import render

    notebook = render.render(source)
    assert notebook.cells[0].source.startswith("# ") and "?**" in notebook.cells[0].source, (
        "a story opens with its question"
    )
    answer = next(k for k, cell in enumerate(notebook.cells) if cell.source == "## Answer")
    assert notebook.cells[answer + 1].outputs, "and ends with an answer"
    assert "**Limits.**" in notebook.cells[-1].source
    told = [out for cell in notebook.cells for out in cell.get("outputs", []) if out.get("name") == "stderr"]
    assert not told, told
    if source.name[0] in "2345":
        assert (
            sum("image/png" in out.get("data", {}) for cell in notebook.cells for out in cell.get("outputs", [])) >= 3
        )
