#!/usr/bin/env bash
# Builds every fuzz target and runs each for SECONDS (600 unless told): scripts/fuzz.sh [SECONDS] [TARGET...]
# What a target finds stands in build/fuzz/findings/TARGET.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh develop
seconds=${1:-600}
shift || :
cmake --preset fuzz > /dev/null
cmake --build build/fuzz -j "$(nproc)"
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  for program in build/fuzz/fuzz/*; do [ -x "$program" ] && [ -f "$program" ] && targets+=("$(basename "$program")"); done
fi
if [ ${#targets[@]} -eq 0 ]; then echo "fuzz: no targets in build/fuzz/fuzz" >&2; exit 1; fi
failed=0
for target in "${targets[@]}"; do
  mkdir -p "build/fuzz/corpus/$target" "build/fuzz/findings/$target"
  seeds=()
  [ -d "fuzz/seeds/$target" ] && seeds+=("fuzz/seeds/$target")
  [ "$target" = model_file ] && seeds+=(tests/models)
  echo "== $target, $seconds s"
  if ! "build/fuzz/fuzz/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -verbosity=0 -print_final_stats=1 \
      -artifact_prefix="build/fuzz/findings/$target/" "build/fuzz/corpus/$target" "${seeds[@]}" 2> "build/fuzz/$target.log"; then
    failed=1
    tail -40 "build/fuzz/$target.log"
  fi
  grep -E "number_of_executed_units|peak_rss_mb" "build/fuzz/$target.log" || :
done
exit $failed
