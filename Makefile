# Two commands do everything from a fresh clone: "make demo" and "make test".
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo search test quick bench notebooks clean

demo: $(VENV)/base  ## extract the facts of the bundled sample pages and show them
	$(BIN)/trichtin extract corpus/samples -o out/samples.jsonl --show

search: $(VENV)/base  ## extract and index the sample pages, and search them in a browser
	$(BIN)/trichtin extract corpus/samples -o out/dataset --quiet
	$(BIN)/trichtin index out/dataset -o out/facts.db
	$(BIN)/trichtin serve out/facts.db

test: $(VENV)/installed  ## linter, type checker and all tests, the slow ones too
	tests/system_packages.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

quick: $(VENV)/installed  ## the fast tests only
	$(BIN)/pytest -m "not slow"

bench: $(VENV)/installed  ## speed and memory of every stage beside underthesea's ner
	$(BIN)/trichtin bench corpus/samples

$(VENV)/base: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "trichtin needs Python 3.11 or newer: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade "pip>=24"  # older ones fail over lxml's extras
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/installed: $(VENV)/base
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@

notebooks: $(VENV)/installed  ## execute the notebooks again and keep their outputs
	$(BIN)/python notebooks/render.py

clean:
	rm -rf $(VENV) out dist
