#!/usr/bin/env bash
# Builds the Python package, installs it into build/venv-python and runs its tests: scripts/python.sh [spark]
# With "spark" also those on Spark, which takes pyspark and pandas from PyPI (about 500 MB) and needs Java 17 or newer. Everything else
# comes from PyPI, about 60 MB, once; so this is a command of its own and no part of `make check`.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -x build/onrecord ] || { echo "python: build the program first: make build" >&2; exit 1; }
scripts/setup.sh python
if ! cmp -s python/requirements.txt build/venv-python/made-from.txt; then
  rm -rf build/venv-python
  python3 -m venv build/venv-python
  build/venv-python/bin/pip install --quiet --requirement python/requirements.txt
  cp python/requirements.txt build/venv-python/made-from.txt
fi
if [ "${1:-}" = spark ]; then
  command -v java > /dev/null || { echo "python: Spark needs Java 17 or newer (Debian: apt-get install --no-install-recommends openjdk-17-jre-headless)" >&2; exit 1; }
  build/venv-python/bin/pip install --quiet pyspark==4.3.0 pandas==2.3.3
fi
build/venv-python/bin/pip install --quiet --no-build-isolation --no-deps --force-reinstall ./python
build/venv-python/bin/python -m pytest --quiet python/tests
