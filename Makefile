# make site   the handbook in site/, from nothing but git, make and Python >= 3.11 with venv
# make test   the whole test suite
# make fuzz   10,000 odd handbooks (COUNT, SEED)
# make kill   100 builds killed at a random moment (KILLS, SEED)
# make lock   writes requirements/*.txt anew (needs uv and a network)

PYTHON ?= python3
COUNT ?= 10000
KILLS ?= 100
SEED ?= 1
VENV := .venv
BIN := $(VENV)/bin
LOCKED := --require-hashes --only-binary :all: --disable-pip-version-check --quiet
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test check fuzz kill lock clean

site: $(VENV)/site
	@$(BIN)/handbook build

test: $(VENV)/site $(VENV)/test
	@$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

check: $(VENV)/site $(VENV)/test
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/handbook check

fuzz: $(VENV)/site $(VENV)/test
	@$(BIN)/python -m tests.fuzz --count $(COUNT) --seed $(SEED)

kill: $(VENV)/site $(VENV)/test
	@$(BIN)/python -m tests.killing --count $(KILLS) --seed $(SEED)

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make site PYTHON=python3.12"; exit 1; }
	@echo "Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv is missing. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/site: requirements/site.txt requirements/build.txt pyproject.toml | $(VENV)/python
	@echo "Installing what the handbook needs (once, about 450 MB) ..."
	@$(BIN)/pip install $(LOCKED) -r requirements/build.txt -r requirements/site.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test: requirements/test.txt | $(VENV)/site
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/pip install $(LOCKED) -r requirements/test.txt
	@touch $@

lock:
	uv pip compile $(LOCK) requirements/build.in -o requirements/build.txt
	uv pip compile $(LOCK) pyproject.toml -o requirements/site.txt
	uv pip compile $(LOCK) pyproject.toml --extra test -o requirements/test.txt

clean:
	rm -rf build site
