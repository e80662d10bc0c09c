# `make run` and `make test` put all they need into .venv; a repeat starts at once.

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
PYTEST := $(PY) -m pytest -n auto --dist loadfile
PIP := $(PY) -m pip --disable-pip-version-check --quiet install
# Deno comes from a wheel and fetches nothing.
DENO := DENO_NO_UPDATE_CHECK=1 DENO_DIR=$(VENV)/deno $(BIN)/deno
RUNTIME := $(VENV)/runtime.stamp
TOOLS := $(VENV)/tools.stamp

.PHONY: help run test check format bench generate clean

help:
	@echo "make run      serve the page and open the browser (ARGS='serve --port 9000' for more)"
	@echo "make test     check everything, and run every test, those in a browser too"
	@echo "make check    formatting, lint and types alone"
	@echo "make format   mend formatting and what the linters can mend"
	@echo "make bench    what is fast, as ratios (ARGS=... for one of them)"
	@echo "make generate write again what the page has from Python: types of the wire, words"
	@echo "make clean    take away what these made"

run: $(RUNTIME)
	@$(BIN)/whygrad $(ARGS)

test: check
	$(DENO) test --quiet --no-check --allow-read tests/
	@# Without a browser the rest still runs, and the browser's tests fail.
	-@$(PY) -m tools.browser --install
ifdef ARGS
	$(PY) -m pytest $(ARGS)
else
	@# Apart, since Playwright leaves a running loop in a worker; a file stays with one worker,
	@# whose browser and server are started once.
	$(PYTEST) --ignore=tests/browser; one=$$?; $(PYTEST) tests/browser && exit $$one
endif

check: $(TOOLS)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(wildcard backprop_core server tests benchmarks tools)
	$(DENO) fmt --check
	$(DENO) lint
	$(DENO) check static/ tests/ benchmarks/

format: $(TOOLS)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(DENO) fmt

bench: $(TOOLS)
	$(PY) -m benchmarks $(ARGS)

generate: $(RUNTIME)
	$(PY) -m server.wire
	$(PY) -m server.words

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results dist

$(PY):
	@sh tools/venv.sh $(VENV)

$(RUNTIME): $(PY) requirements.txt pyproject.toml
	@echo "installing what whygrad needs into $(VENV) (once, half a minute)"
	@$(PIP) -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(TOOLS): $(RUNTIME) requirements-dev.txt
	@echo "installing the tools for tests and checks into $(VENV) (once, half a minute)"
	@$(PIP) -r requirements-dev.txt
	@touch $@
