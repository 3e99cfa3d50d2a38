# Everything a newcomer needs: `make demo` to try it, `make test` to trust it.

# The system's own Python where it will do: distributions build it with optimisations that others may lack, worth a fifth.
SYSTEM = $(shell /usr/bin/python3 -c 'import ensurepip, sys; print(sys.executable if sys.version_info >= (3, 11) else "")' 2>/dev/null)
PYTHON ?= $(or $(SYSTEM),python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PORT ?= 9100
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1 2>/dev/null || echo auto)# one more than cores: stories also wait
BROWSER := $(firstword $(foreach name,chromium chromium-browser,$(shell command -v $(name) 2>/dev/null)))
PAGES := $(if $(BROWSER),,--ignore=tests/sandbox_page)

.PHONY: install setup demo demo-reset test check format clean

demo: $(VENV)/run.stamp ## try everything: a local LINE, a local Slack, the bot, and you in both
	@$(BIN)/kotsu demo --port $(PORT)

demo-reset: $(VENV)/run.stamp ## the same, from the beginning
	@$(BIN)/kotsu demo --port $(PORT) --fresh

install: $(VENV)/run.stamp ## what a server needs to run `.venv/bin/kotsu`, without the tools of developers

setup: $(VENV)/dev.stamp ## make .venv with everything for developing, and nothing else

test: $(VENV)/dev.stamp ## everything, on SQLite and on a PostgreSQL of its own
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kotsu course check lessons/courses/jichitai-dx-kihon
	$(BIN)/pytest -n $(WORKERS) --dist worksteal $(PAGES)
	@$(if $(BROWSER),,echo "NOT RUN: the sandbox page's tests, for want of Chromium. On Debian: apt-get install chromium fonts-noto-cjk")

check: $(VENV)/dev.stamp ## the quick loop: law, types and unit tests, on SQLite only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS) --dist worksteal -q -k "not postgresql" --ignore=tests/acceptance --ignore=tests/sandbox_page

format: $(VENV)/dev.stamp ## put imports and lines in order
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

clean: ## forget .venv and caches; the demo's folder var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Kotsukotsu needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment here. On Debian: apt-get install python3-venv"; exit 2; }

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up .venv (about a minute, once) ..."
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up .venv for development (about a minute, once) ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
	@touch $(VENV)/run.stamp
