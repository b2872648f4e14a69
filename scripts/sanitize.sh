#!/usr/bin/env bash
# The unit and property tests under address+undefined and under thread sanitizers: scripts/sanitize.sh [asan|tsan]...
set -euo pipefail
cd "$(dirname "$0")/.."
for preset in ${@:-asan tsan}; do
  cmake --preset "$preset" > /dev/null
  cmake --build "build/$preset" -j "$(nproc)"
  echo "== $preset"
  ctest --test-dir "build/$preset" --output-on-failure -j "$(nproc)" -LE unsanitized
done
