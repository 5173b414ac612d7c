# Two commands do everything from a fresh clone: "make demo" and "make test".
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test quick bench clean

demo: $(VENV)/installed  ## extract the facts of the bundled sample pages and show them
	$(BIN)/trichtin extract corpus/samples -o out/samples.jsonl --show

test: $(VENV)/installed  ## linter, type checker and all tests, the slow ones too
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

quick: $(VENV)/installed  ## the fast tests only
	$(BIN)/pytest -m "not slow"

bench: $(VENV)/installed  ## speed beside underthesea's ner, on the sample pages
	$(BIN)/trichtin bench corpus/samples

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "trichtin needs Python 3.11 or newer: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@

clean:
	rm -rf $(VENV) out dist
