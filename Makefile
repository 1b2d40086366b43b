# Two commands matter: `make run` serves Markscheme, `make test` checks all of it. Both set up what they need.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NPM := ../tools/with-node npm
# Folders too: their time changes when a file goes away.
SOURCES := $(shell find frontend/src frontend/public 2>/dev/null) \
           $(wildcard frontend/*.html frontend/*.json frontend/*.ts frontend/*.js frontend/.npmrc)
export PYTHON CHROMIUM

.PHONY: help run test setup lint format check build lock bench clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

run: setup build ## Set up what is missing and serve on http://HOST:PORT (127.0.0.1:8000)
	@exec $(BIN)/python -m markscheme.cli serve --host "$(HOST)" --port "$(PORT)"

test: check build ## Set up what is missing (a browser too) and run every check and test
	@browser="$$(tools/find-browser)"; CHROMIUM="$$browser" $(BIN)/python -m pytest

setup: .venv/.run ## Make .venv and install the pinned packages

build: frontend/dist/index.html ## Build the web page

check: lint ## Lint and type-check everything, and run the front end's own tests
	@$(BIN)/python -m mypy
	@cd frontend && ../tools/with-node npx --no-install openapi-typescript openapi.json 2>/dev/null \
	  | diff -q - src/api/schema.d.ts >/dev/null || { echo "stale types; cure: cd frontend && npm run types"; exit 1; }
	@cd frontend && $(NPM) run --silent check && $(NPM) run --silent test

lint: .venv/.test frontend/node_modules/.installed ## Lint Python
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .

format: .venv/.test ## Format Python
	@$(BIN)/python -m ruff check --fix-only --quiet .
	@$(BIN)/python -m ruff format .

bench: setup ## Measure speed and fairness here; with MARKSCHEME_GOLD=DIR accuracy too
	@$(BIN)/python -m markscheme.cli bench speed
	@$(BIN)/python -m markscheme.cli bench traps tools/marked_answers/traps tools/marked_answers/twins
	@if [ -n "$${MARKSCHEME_GOLD:-}" ]; then $(BIN)/python -m markscheme.cli bench accuracy --gold "$$MARKSCHEME_GOLD"; fi

# uv.lock names the registry's host, so only the exported files are kept.
lock: .venv/.test ## Renew the three Python lock files
	@$(BIN)/uv lock --quiet --upgrade
	@export="$(BIN)/uv export --quiet --frozen --no-header --no-annotate --no-emit-project"; \
	  $$export --group build --output-file requirements.lock; \
	  $$export --only-group dev --output-file requirements-dev.lock; \
	  $$export --only-group node --output-file requirements-node.lock
	@if grep -nE '://|^--' requirements*.lock; then echo "a lock file names an address" >&2; exit 1; fi

clean: ## Remove everything that make has made (never your data)
	rm -rf .venv frontend/node_modules frontend/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.made:
	@tools/make-venv
	@touch $@

.venv/.run: requirements.lock pyproject.toml | .venv/.made
	@echo "Installing the pinned Python packages"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: requirements-dev.lock .venv/.run
	@echo "Installing the pinned test packages"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

frontend/node_modules/.installed: frontend/package.json frontend/package-lock.json | .venv/.run
	@echo "Installing the pinned front-end packages"
	@cd frontend && $(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

frontend/dist/index.html: $(SOURCES) frontend/node_modules/.installed
	@echo "Building the web page"
	@cd frontend && $(NPM) run --silent build
	@touch $@
