# Every target sets up what it needs: a fresh machine has python3 and make, no more.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JUDGES := tests/accessibility/node_modules/.package-lock.json
YEAR ?= 2017

.PHONY: help report test check lint format types rooms tests judge wheel bench clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tools: $(VENV)/.installed
	$(BIN)/python tools/requirements.py | $(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement /dev/stdin
	touch $@

report: $(VENV)/.installed ## Build the annual report for 2017 (YEAR=… for another) and say where the files are
	$(BIN)/arsrapport build $(YEAR)

test: check tests ## Run every check and every test

check: lint types rooms ## Run the linter, the type checker and the import contract

lint: $(VENV)/.tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.tools
	$(BIN)/mypy

rooms: $(VENV)/.tools
	PYTHONPATH=src $(BIN)/lint-imports --no-cache

$(JUDGES): tests/accessibility/package-lock.json
	npm ci --silent --prefix tests/accessibility
	touch $@

judge: $(VENV)/.tools $(JUDGES) ## Let the tools that are not ours judge PDF and HTML (docs/accessibility.md)
	$(BIN)/python -m pytest tests/accessibility

tests: $(VENV)/.tools $(JUDGES) wheel ## Run the tests on the built wheel, in a folder outside this one
	$(BIN)/python tools/test_wheel.py dist

wheel: $(VENV)/.tools ## Build the wheel in dist/
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist . > /dev/null

$(VENV)/.bench: $(VENV)/.tools
	$(BIN)/python tools/requirements.py bench | $(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement /dev/stdin && touch $@ || echo "the peers could not be installed"

bench: $(VENV)/.bench ## Measure start-up, builds and checks against floors and peers (BENCH=… for parts and flags)
	$(BIN)/python tools/bench.py $(BENCH)

format: $(VENV)/.tools ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix --exit-zero .

clean: ## Remove what was built
	rm -rf build dist $(VENV) tests/accessibility/node_modules
