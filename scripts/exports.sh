#!/usr/bin/env bash
# Reads every export with programs that are not ours (pandas, pyarrow, PyLD, jsonschema, html5lib, LibreOffice): scripts/exports.sh
# All but LibreOffice come from PyPI into build/venv-exports, about 200 MB, once; so this is a command of its own and no part of
# `make check`.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -x build/onrecord ] || { echo "exports: build the program first: make build" >&2; exit 1; }
if ! cmp -s tests/exports/requirements.txt build/venv-exports/made-from.txt; then
  scripts/setup.sh develop
  rm -rf build/venv-exports
  python3 -m venv build/venv-exports
  build/venv-exports/bin/pip install --quiet --requirement tests/exports/requirements.txt
  cp tests/exports/requirements.txt build/venv-exports/made-from.txt
fi
build/venv-exports/bin/python tests/exports/validate.py build/onrecord
if ! command -v soffice > /dev/null; then
  echo "exports: CSV was not opened as a spreadsheet: lacks LibreOffice (Debian: apt-get install --no-install-recommends libreoffice-calc)" >&2
  exit 1
fi
python3 tests/exports/spreadsheet.py build/onrecord
