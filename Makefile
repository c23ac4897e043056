# Everything a developer or an operator runs. `make demo` and `make test` need Python 3.11, make and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

BENCH := .venv-bench
BENCH_STAMP := $(BENCH)/.installed

.PHONY: setup demo test endurance check texts lock bench clean

setup: $(STAMP)

$(STAMP): requirements/dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Bashkë needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

demo: setup
	$(BIN)/bashke demo

test: setup
	$(BIN)/python -m pytest -n auto

# What takes minutes: the same questions as in the tests, asked of a crowd and a hundred times.
endurance: setup
	$(BIN)/python -m pytest -n auto -m endurance

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

texts: setup
	$(BIN)/python -m locales.extract

# Measures ours against its peers, each pinned to one core; `make bench ARGS="--quick send_vs_aiogram"` runs some.
bench: $(BENCH_STAMP)
	$(BENCH)/bin/python -m benchmarks $(ARGS)

$(BENCH_STAMP): requirements/bench.lock pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.lock
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(BENCH_STAMP)

# Writes the lock files anew. The index is whatever the machine's pip uses; its address is never written.
lock: setup
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet uv
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --group dev pyproject.toml -o requirements/dev.lock
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements/run.lock
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --group bench pyproject.toml -o requirements/bench.lock

clean:
	rm -rf $(VENV) $(BENCH) demo-output build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
