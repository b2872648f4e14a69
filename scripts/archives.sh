#!/usr/bin/env bash
# Archives on the corpora beside the project: those that others made give what can be saved of them, and 5,000 pages packed into
# one give what the loose files give: scripts/archives.sh [COUNT]
set -euo pipefail
cd "$(dirname "$0")/.."
data=../shared/data
lacking=()
[ -x build/onrecord ] || lacking+=("build/onrecord (make build)")
[ -d $data/warc ] || lacking+=("$data/warc, a folder with the archives that tests/archives/given.json names")
[ -d $data/html ] || lacking+=("$data/html, a folder with pages")
if [ ${#lacking[@]} -gt 0 ]; then printf 'archives: lacks %s\n' "${lacking[@]}" >&2; exit 1; fi
python3 tests/archives/given.py build/onrecord $data/warc
python3 tests/archives/compare.py build/onrecord --count "${1:-5000}" $data/html examples
