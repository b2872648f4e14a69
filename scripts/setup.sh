#!/usr/bin/env bash
# Installs what is missing from Debian 12's own packages, says what, and does nothing when all is there.
#   scripts/setup.sh          what a build, the demo and the tests need
#   scripts/setup.sh python   what the Python package needs besides
#   scripts/setup.sh develop  and besides: clang for fuzzing, Python environments, clang-format, clang-tidy, benchmarks
set -euo pipefail

build=(g++ make cmake ninja-build pkg-config python3 ca-certificates
  libxml2-dev libuchardet-dev libicu-dev libsimdjson-dev libboost-json1.81-dev zlib1g-dev libbrotli-dev libzstd-dev libcurl4-openssl-dev libsqlite3-dev
  libboost-url1.81-dev libcli11-dev libfmt-dev libexpected-dev libxxhash-dev libgtest-dev libgmock-dev librapidcheck-dev)
develop=(python3-venv ccache clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev libbenchmark-dev)

python=(python3-venv python3-dev)

wanted=("${build[@]}")
if [ "${1:-}" = develop ]; then wanted+=("${develop[@]}"); fi
if [ "${1:-}" = python ]; then wanted+=("${python[@]}"); fi

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "set-up: these Debian packages are missing and there is no sudo: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "set-up: installing from Debian: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
