#!/bin/sh
# check.sh FOLDER: builds what build.sh builds, and runs the checks of all kernels. Where there is no
# C++ compiler that is said, and nothing is checked.
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
folder=$1
compiler=${CXX:-g++}
if ! command -v "$compiler" > /dev/null; then
  echo "NOT CHECKED: the kernels for GPUs, since $compiler is not on the PATH" >&2
  exit 0
fi
"$root/compute/src/test/cuda/build.sh" "$folder"
for checks in "$root"/*/src/test/cuda/*_checks.cpp; do
  program=$folder/$(basename "$checks" .cpp)
  "$compiler" -std=c++20 -O2 -g1 -Wall -Wextra -Werror -I"$root/compute/src/test/cuda" \
    -I"$root/word2vec/src/test/cuda" -I"$(dirname "$checks")" "$checks" "$folder"/*.o -o "$program"
  "$program"
done
