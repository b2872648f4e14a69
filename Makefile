# The few commands that people use. `make demo` and `make check` each work alone, on a clean clone on bare Debian 12.
.PHONY: demo check build setup house eval fuzz sanitize bench page exports archives browser try python spark
JOBS ?= $(shell nproc)

build: setup
	@cmake --preset release > build-configure.log 2>&1 || { cat build-configure.log; exit 1; }; rm -f build-configure.log
	@cmake --build build -j $(JOBS)

setup:
	@scripts/setup.sh

# A fresh ledger from the invented story in examples/, its changes and one timeline.
demo: build
	@examples/demo.sh

# The page of the same story, until it is stopped (Ctrl-C).
try: build
	@build/onrecord add --ledger build/ferries.ledger examples/ferries
	@build/onrecord serve --ledger build/ferries.ledger

# House rules, then every test.
check: build house
	@ctest --test-dir build --output-on-failure -j $(JOBS)

house:
	@python3 scripts/house.py

# What follows needs more than a user has: the corpora beside the project, clang, or time.
eval: build
	@python3 eval/run.py

sanitize: setup
	@scripts/sanitize.sh

# The Python package: built, installed into build/venv-python, tested; and the same on Spark.
python: build
	@scripts/python.sh

spark: build
	@scripts/python.sh spark

# Every export, read by pandas, pyarrow, PyLD, jsonschema and html5lib from PyPI, and CSV by LibreOffice.
exports: build
	@scripts/exports.sh

# Web archives that others made, and one of 5,000 pages against the loose files.
archives: build
	@scripts/archives.sh

fuzz:
	@scripts/fuzz.sh

bench: setup
	@scripts/bench.sh

page:
	@scripts/page.sh

browser: build
	@scripts/browser.sh
