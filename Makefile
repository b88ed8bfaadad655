# Everyday commands; `make help` lists them. Each one first makes the virtual environment that it needs.
PYTHON ?= python3
LOWEST_PYTHON ?= python3.11
VENV ?= .venv
CONSTRAINTS ?= constraints.txt
BENCH ?= .bench
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest -q

# The README's commands install a copy, which would hide later changes to the code: then install again.
EDITABLE := $(wildcard $(VENV)/lib/python*/site-packages/_editable_impl_accords_data.pth)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help test exhaustive coverage lint generated interop browser programs minimum bench release FORCE

help: ## List these commands
	@grep -hE '^[a-z]+:.* ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.* ## /\1|/' | awk -F'|' '{ printf "make %-11s %s\n", $$1, $$2 }'

test: $(VENV)/.installed-test ## Run the tests that every change must pass; ARGS="-k word" picks some
	$(PYTEST) $(ARGS)

exhaustive: $(VENV)/.installed-test ## Run the sweeps over every cell and every character, which `test` leaves out
	$(PYTEST) -m exhaustive $(ARGS)

coverage: $(VENV)/.installed-test $(VENV)/.installed-coverage ## Run `test` and fail if it reaches too little of the code
	$(PYTEST) --cov --cov-report=term:skip-covered $(ARGS)

lint: $(VENV)/.installed-test $(VENV)/.installed-lint ## Check style, form and types of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

generated: $(BIN)/accords ## Check that exports/, schemas/ and the form of seeds/ are up to date
	$(BIN)/accords-export --check
	$(BIN)/accords schemas --check
	$(BIN)/accords fmt --check
	$(BIN)/accords coverage --fail-under 100
	$(BIN)/accords conflicts > /dev/null

interop: $(VENV)/.installed-test $(VENV)/.installed-interop $(VENV)/.installed-dask .editor/.installed .store/.installed ## Open the release with other people's programs
	$(call needs,minisign ssh-keygen Rscript)
	$(PYTEST) tests/interop $(ARGS)

browser: $(VENV)/.installed-test $(VENV)/.installed-browser ## Read the site in a real browser
	$(call needs,chromium)
	$(PYTEST) tests/browser $(ARGS)

programs: ## Install the programs that `interop` and `browser` call (Debian, as root)
	@$(call missing,minisign ssh-keygen) || { $(APT) minisign openssh-client; }
	@$(call missing,npm) || { $(APT) nodejs npm; }
	@$(call missing,Rscript) || { $(APT) --no-install-recommends r-base-core; }
	@$(call missing,chromium) || { $(APT) chromium; }

minimum: ## Run `test` with the lowest versions of everything that pyproject.toml allows
	$(MAKE) test VENV=.venv-minimum PYTHON=$(LOWEST_PYTHON) CONSTRAINTS=constraints-min.txt

bench: $(VENV)/.installed-test ## Measure commands, growth, and programs of other libraries (some 40 minutes; let nothing else run)
	$(BIN)/python benchmarks/every_command.py --work $(BENCH)/commands
	$(BIN)/python benchmarks/growth.py --work $(BENCH)/growth
	$(BIN)/python benchmarks/peers/measure.py --work $(BENCH)/peers

release: generated ## Pack and verify a release: make release VERSION=2026.12.0 [DATE=2026-12-03] [KEY=secret.key]
	@test -n "$(VERSION)" || { echo "which version? make release VERSION=2026.12.0" >&2; exit 2; }
	$(BIN)/accords release --version $(VERSION) --out dist $(if $(DATE),--date $(DATE)) $(if $(KEY),--key $(KEY))
	$(BIN)/accords verify dist/accords-data-$(VERSION).zip
	$(BIN)/accords verify dist/accords-data-$(VERSION).tar.gz

# An extra of pyproject.toml, installed once, and again when the versions change.
$(VENV)/.installed-%: pyproject.toml $(CONSTRAINTS) $(if $(EDITABLE),,FORCE)
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q -c $(CONSTRAINTS) -e '.[$*]'
	@touch $@

$(BIN)/accords:
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q -c $(CONSTRAINTS) -e .

# The language server that editors check seeds with.
.editor/.installed:
	$(call needs,npm)
	npm install --no-save --no-audit --no-fund --silent --prefix .editor yaml-language-server@2.0.0
	@touch $@

# Servers of s3 and gs for the tests of stores. What they need is not what we need, so they have an environment of their own.
.store/.installed:
	$(PYTHON) -m venv .store
	.store/bin/pip install -q 'moto[s3,server]==5.2.5' 'gcp-storage-emulator==2024.8.3' 'setuptools<81'
	@touch $@

FORCE:

# `command -v` with two names is content with one of them.
missing = (for program in $(1); do command -v $$program > /dev/null || exit 1; done)
needs = @for program in $(1); do command -v $$program > /dev/null || { echo "$$program is missing: run make programs as root" >&2; exit 1; }; done
APT := apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q
