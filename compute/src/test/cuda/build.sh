#!/bin/sh
# build.sh FOLDER: compiles the emulation, and every kernel for every width, to objects in a folder.
# What launches kernels links all of them. CXX and JOBS may be set.
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd)
compiler=${CXX:-g++}
flags="-std=c++20 -O2 -g1 -fPIC -Wall -Wextra -Werror -Wno-unknown-pragmas -Wno-unused-function"
# Sums and products are rounded where the source says so, as on the GPU with -fmad=false.
flags="$flags -ffp-contract=off"
if [ "$(uname -m)" = x86_64 ]; then
  flags="$flags -mfma"
fi
# The names of sources hold no space from here, whatever the folder's name is.
cd "$(dirname "$0")/../../../.."
flags="$flags -Icompute/src/test/cuda -Icompute/src/main/cuda -Iword2vec/src/main/cuda"
export compiler flags folder
# Takes a source and its width, or none.
# shellcheck disable=SC2016
compile='
  name=$(basename "$1")
  object=${name%.*}
  options=
  if [ "$2" != none ]; then
    options=-DWIDTH=$2
    object=$object-$2
  fi
  case $name in
    *.cu) options="-include compute/src/test/cuda/portable.h $options -x c++" ;;
  esac
  exec $compiler $flags $options -c "$1" -o "$folder/$object.o"
'
{
  for source in emulation fiber options; do
    echo "compute/src/test/cuda/$source.cpp none"
  done
  compute/src/main/cuda/sources.sh
} | xargs -P "${JOBS:-2}" -n 2 sh -c "$compile" compile
