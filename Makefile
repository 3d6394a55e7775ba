# hasila: make install | demo | test | check | score | compiled | bench
# Needs git, make and Python 3.11 or newer with venv; PYTHON=python3.12 picks another one.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The material for measuring stands beside the checkout; where it does not, scores say what they skip.
SHARED ?= ../shared

.PHONY: help install demo test check score compiled bench schema docs figures pins clean

help:
	@echo "make install  the command line, in $(BIN)/hasila"
	@echo "make demo     read composed reports, show the claims, open the desk on them"
	@echo "make test     all tests"
	@echo "make check    style, types, floors, language pack, schema"
	@echo "make score    accuracy on the reference sets"
	@echo "make docs     bring README.md and docs/commands.md up to date; make figures: the table of accuracy too"
	@echo "make compiled the reader as machine code, for archives: the same claims in three fifths of the time"
	@echo "make bench    speed and memory, beside what one would else run"

install: .venv/installed

.venv/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "hasila needs Python 3.11 or newer; name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "This Python has no venv; install it (on Debian and Ubuntu: apt-get install python3-venv) and run make again."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing into .venv (about 100 MB, a minute) ..."
	@$(PIP) install -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@$(PIP) install -r requirements-dev.txt
	@touch $@

# DEMO_SERVE=0 ends after the claims; without a terminal nothing is served either.
DEMO_SERVE ?= 1
demo: install
	@$(BIN)/hasila read src/hasila/data/demo/*.html
	@if [ "$(DEMO_SERVE)" != 0 ] && [ -t 1 ]; then \
		echo "The same reports on the review desk; Ctrl-C ends it:"; \
		HASILA_HOME="$$(mktemp -d)" $(BIN)/hasila serve --demo --no-open; \
	fi

test: .venv/installed-dev
	@$(BIN)/python -m pytest -n auto

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/hasila check ar
	$(BIN)/python tools/schema.py --check

score: .venv/installed-dev
	@$(BIN)/python tools/score.py $(SHARED)

# Used from then on, until a source changes; without a C compiler it says so, and hasila stays plain Python.
compiled: .venv/installed-dev
	@$(BIN)/python tools/compile.py

bench: .venv/installed
	@$(BIN)/python bench/bench.py $(SHARED)

schema: .venv/installed
	@$(BIN)/python tools/schema.py

# What the README shows of the program, and docs/commands.md; `make figures` measures the table of accuracy anew.
docs: .venv/installed
	@$(BIN)/python tools/readme.py

figures: .venv/installed
	@$(BIN)/python tools/readme.py --figures $(SHARED)

pins: .venv/installed-dev
	$(BIN)/python tools/pin.py

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
