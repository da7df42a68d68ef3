#!/bin/sh
# build.sh FOLDER: compiles the emulation, and every kernel for every width, to objects in a folder.
# What launches kernels links all of them. CXX and JOBS may be set.
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
folder=$1
compiler=${CXX:-g++}
mkdir -p "$folder"
flags="-std=c++20 -O2 -g1 -fPIC -Wall -Wextra -Werror -Wno-unknown-pragmas -Wno-unused-function"
# Sums and products are rounded where the source says so, as on the GPU with -fmad=false.
flags="$flags -ffp-contract=off"
if [ "$(uname -m)" = x86_64 ]; then
  flags="$flags -mfma"
fi
here=$root/compute/src/test/cuda
includes="-I$here -I$root/compute/src/main/cuda -I$root/word2vec/src/main/cuda"
commands=$folder/commands
: > "$commands"
for source in emulation fiber; do
  echo "$compiler $flags $includes -c $here/$source.cpp -o $folder/$source.o" >> "$commands"
done
"$root/compute/src/main/cuda/sources.sh" | while read -r source width; do
  name=$(basename "$source" .cu)
  if [ "$width" = none ]; then
    define= object=$name.o
  else
    define=-DWIDTH=$width object=$name-$width.o
  fi
  echo "$compiler $flags $includes -include $here/portable.h $define -x c++ -c $root/$source" \
    "-o $folder/$object" >> "$commands"
done
xargs -P "${JOBS:-2}" -I{} sh -c '{}' < "$commands"
