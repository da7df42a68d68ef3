#!/usr/bin/env bash
# Builds the stand-in for NVIDIA's driver library, with all kernels in it compiled for the CPU:
#   library.sh LIBRARY
# for the row widths that the tests use, or those in EMULATED_WIDTHS. Does nothing where the library is newer than its sources. Without g++ or Linux it says so and
# builds nothing; the tests that need it are then left out.
set -eu
library=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../.." && pwd)

if [ "$(uname -s)" != Linux ] || ! command -v g++ >/dev/null 2>&1; then
  printf '%s\n' '' '*** NO GPU TESTS: they need Linux and g++ to build the stand-in for the GPU. ***' '' >&2
  rm -f "$library"
  exit 0
fi
if [ -e "$library" ] &&
  [ -z "$(find "$here" "$root"/*/src/main/cuda -type f -newer "$library" 2>/dev/null)" ]; then
  exit 0
fi

objects=${library%/*}/objects
rm -rf "$objects"
EMULATED_WIDTHS=${EMULATED_WIDTHS:-64 128} "$here/build.sh" "$objects"
# Renamed when complete, so that an interrupted build leaves none that looks finished.
g++ -std=c++20 -O2 -g1 -Wall -Wextra -fPIC -shared -I "$here" -o "$library.new" "$here/driver.cpp" "$objects"/*.o
mv "$library.new" "$library"
