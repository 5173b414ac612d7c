"""Make the notebooks (``.ipynb``, with outputs) of their text form (``.py``): ``python notebooks/render.py [NAME …]``.

Cell ids are numbers and outputs have no times in them, so that a change shows as what it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent


def render(source: Path) -> nbformat.NotebookNode:
    """Return the executed notebook of a text form."""
    notebook = jupytext.read(source)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number:02d}"
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(HERE)}}, record_timing=False).execute()
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return notebook


if __name__ == "__main__":
    for source in sorted(HERE.glob("[0-9]*.py")):
        if len(sys.argv) < 2 or any(name in source.name for name in sys.argv[1:]):
            nbformat.write(render(source), source.with_suffix(".ipynb"))
            print(source.with_suffix(".ipynb").name)
