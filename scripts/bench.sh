#!/usr/bin/env bash
# Builds and runs every benchmark; its figures are for comparison inside one run, on one machine.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh develop
cmake --preset release -DONRECORD_BENCH=ON > /dev/null
cmake --build build -j "$(nproc)"
for program in build/bench/*_bench; do
  [ -x "$program" ] && [ -f "$program" ] && "$program" --benchmark_min_time=0.2
done
