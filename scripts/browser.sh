#!/usr/bin/env bash
# The page in real Chromium: walks by mouse and by keyboard, accessibility, hostile articles. `scripts/browser.sh pictures
# FOLDER` takes pictures of every view instead. Needs build/onrecord, Node 20 or newer with npm, and Debian's chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
lacking=()
[ -x build/onrecord ] || lacking+=("build/onrecord (make build)")
command -v node > /dev/null || lacking+=("Node 20 or newer (Debian: nodejs npm)")
command -v npm > /dev/null || lacking+=("npm")
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || lacking+=("Chromium (Debian: chromium, or its path in CHROMIUM)")
if [ ${#lacking[@]} -gt 0 ]; then
  printf 'browser: lacks %s\n' "${lacking[@]}" >&2
  exit 1
fi
(cd web && npm install --no-audit --no-fund --silent)
if [ "${1:-}" = pictures ]; then exec node web/browser/pictures.mjs "${@:2}"; fi
exec node --test web/browser/
