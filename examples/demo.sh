#!/bin/sh
# A fresh ledger from the invented story in examples/ferries: who changed what, one minister's timeline, and a change that nobody reported.
# usage: examples/demo.sh [PROGRAM]    (default: build/onrecord, as `make build` leaves it)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
program=${1:-$root/build/onrecord}
if [ ! -x "$program" ]; then
  echo "demo: $program is not there; run make build first" >&2
  exit 1
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM

say() { printf '\n$ %s\n\n' "$*"; }

cd "$root"
say "onrecord add --ledger ferries.ledger examples/ferries"
"$program" add --ledger "$folder/ferries.ledger" examples/ferries
say "onrecord changes --ledger ferries.ledger"
"$program" changes --ledger "$folder/ferries.ledger"
say "onrecord timeline --ledger ferries.ledger Maren Oskeld"
"$program" timeline --ledger "$folder/ferries.ledger" Maren Oskeld
say "onrecord review --ledger ferries.ledger --limit 1"
"$program" review --ledger "$folder/ferries.ledger" --limit 1
