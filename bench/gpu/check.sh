#!/bin/sh
# check.sh FOLDER: runs the checks of all kernels on the first GPU, from the committed PTX; what they
# compile goes into the folder. Needs g++ and NVIDIA's driver, and no CUDA toolkit.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$1
compiler=${CXX:-g++}
mkdir -p "$folder"
for checks in "$root"/*/src/test/cuda/*_checks.cpp; do
  program=$folder/$(basename "$checks" .cpp)
  "$compiler" -std=c++20 -O2 -I"$root/compute/src/test/cuda" -I"$root/word2vec/src/test/cuda" \
    -I"$(dirname "$checks")" -I"$root/bench/gpu" "$checks" "$root/bench/gpu/device.cpp" \
    -o "$program" -ldl
  WORDVEC_ROOT=$root "$program"
done
