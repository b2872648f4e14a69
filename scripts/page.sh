#!/usr/bin/env bash
# Builds the page (Node 20 or newer, npm) from web/src into web/dist, which the program embeds:
#   scripts/page.sh           build and test it
#   scripts/page.sh --check   and fail where web/dist is not what web/src gives
set -euo pipefail
cd "$(dirname "$0")/../web"
command -v node > /dev/null || { echo "page: needs Node 20 or newer and npm" >&2; exit 1; }
# not `npm ci`: some versions of it refuse a lock file whose optional packages for other machines carry no version
npm install --no-audit --no-fund --silent
node shapes.mjs > src/shapes.ts
npm run --silent test
npm run --silent build
if [ "${1:-}" = --check ] && [ -n "$(git status --porcelain dist src/shapes.ts)" ]; then
  echo "page: web/dist is not what web/src and docs/openapi.json give; run make page and commit it" >&2
  exit 1
fi
