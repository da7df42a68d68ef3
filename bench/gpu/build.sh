#!/bin/sh
# build.sh FOLDER: compiles what runs kernels on a GPU without Java: a program of checks for each family,
# and the one that measures ceilings. They need NVIDIA's driver to run and no CUDA toolkit, and bring
# their C++ library with them, so that they run where no compiler is. CXX and JOBS may be set.
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
flags="-std=c++20 -O1 -s -Wall -Wextra -Werror -static-libstdc++ -static-libgcc"
flags="$flags -Icompute/src/test/cuda -Iword2vec/src/test/cuda -Ibench/gpu"
export folder flags
# shellcheck disable=SC2016
compile='
  name=$(basename "$1" .cpp)
  device=
  [ "$name" = ceilings ] || device=bench/gpu/device.cpp
  exec ${CXX:-g++} $flags "$1" $device -o "$folder/$name" -ldl
'
ls -- */src/test/cuda/*_checks.cpp bench/gpu/ceilings.cpp |
  xargs -P "${JOBS:-2}" -n 1 sh -c "$compile" compile
