#!/usr/bin/env bash
# Kills `onrecord add` with SIGKILL at random moments and adds the same articles again: the export must equal that of an
# undisturbed run, byte for byte, and `check` must find nothing.
#   tests/kill9/run.sh PROGRAM [KILLS] [SEED]
# One ledger is killed again and again; after every kill it must open and hold whole articles only.
set -euo pipefail
program=$(realpath "$1")
kills=${2:-50}
RANDOM=${3:-1}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 "$here/articles.py" 400 > articles.jsonl
add() { "$program" add --ledger "$1" --threads 2 articles.jsonl > "$1.log" 2>&1; }

began=$(date +%s%N)
add undisturbed.ledger || { cat undisturbed.ledger.log; exit 1; }
millis=$((($(date +%s%N) - began) / 1000000))
"$program" export --ledger undisturbed.ledger > undisturbed.jsonl

landed=0
for ((i = 1; i <= kills; i++)); do
  # A quarter of the ledgers begin anew, so that kills also fall into the making of one.
  if ((i % 4 == 1)); then rm -f killed.ledger*; fi
  # Not through add(): the program itself must be the job that is killed.
  "$program" add --ledger killed.ledger --threads 2 articles.jsonl > killed.ledger.log 2>&1 &
  adding=$!
  moment=$(((RANDOM * 32768 + RANDOM) % (millis + 1)))
  sleep "$((moment / 1000)).$(printf '%03d' $((moment % 1000)))"
  if kill -9 "$adding" 2> /dev/null; then landed=$((landed + 1)); fi
  wait "$adding" 2> /dev/null || :
  if [ -s killed.ledger ] && ! "$program" check --ledger killed.ledger > check.log 2>&1; then
    # Killed before its tables stood, a ledger is empty and says so.
    grep -q "the ledger is empty" check.log || { echo "kill $i: check finds:"; cat check.log; exit 1; }
  fi
  if ((i % 4 == 0 || i == kills)); then
    add killed.ledger || { echo "kill $i: adding again failed:"; cat killed.ledger.log; exit 1; }
    "$program" check --ledger killed.ledger > check.log 2>&1 || { echo "kill $i: check finds:"; cat check.log; exit 1; }
    "$program" export --ledger killed.ledger > killed.jsonl
    cmp undisturbed.jsonl killed.jsonl || { echo "kill $i: the exports differ"; exit 1; }
  fi
done
echo "$landed of $kills kills fell into an add; every export equals the undisturbed one"
