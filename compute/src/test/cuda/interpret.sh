#!/bin/sh
# interpret.sh FOLDER [--all | --driver]: executes the committed PTX of the kernels on the CPU, under
# the checks that compare them with plain programs; what is compiled goes into the folder. For rows of
# 64 floats, or of every width with --all. With --driver it builds FOLDER/libcuda.so instead, a
# stand-in for NVIDIA's driver that executes the PTX, and says how Java's tests run on it. Where
# there is no C++ compiler that is said, and nothing is checked.
set -eu
compiler=${CXX:-g++}
if ! command -v "$compiler" > /dev/null; then
  echo "NOT CHECKED: the PTX of the kernels, since $compiler is not on the PATH" >&2
  exit 0
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
# The names of sources hold no space from here, whatever the folder's name is.
cd "$(dirname "$0")/../../../.."
root=$PWD
flags="-std=c++20 -O2 -g1 -fPIC -Wall -Wextra -Werror -Icompute/src/test/cuda -Iword2vec/src/test/cuda"
# Sums and products are rounded one by one, as the PTX has them.
flags="$flags -ffp-contract=off"
if [ "$(uname -m)" = x86_64 ]; then
  flags="$flags -mfma"
fi
export compiler flags folder
for source in ptx/reader ptx/operations ptx/warp ptx/interpreter options fiber; do
  echo "$source"
done | xargs -P "${JOBS:-2}" -I{} sh -c \
  '$compiler $flags -c "compute/src/test/cuda/$1.cpp" -o "$folder/${1##*/}.o"' compile {}

if [ "${2:-}" = --driver ]; then
  # shellcheck disable=SC2086
  "$compiler" $flags -shared compute/src/test/cuda/driver.cpp "$folder"/*.o -o "$folder/libcuda.so"
  echo "WORDVEC_ROOT='$root' mvn test -Demulated.library='$folder/libcuda.so'" \
    "-Dtest='DeviceTrainingTest,GpuTrainingTest' -Dsurefire.failIfNoSpecifiedTests=false"
  exit
fi
[ "${2:-}" = --all ] || export EMULATED_WIDTHS=64
export WORDVEC_ROOT="$root"
failed=0
for checks in */src/test/cuda/*_checks.cpp; do
  program=$folder/$(basename "$checks" .cpp)
  # shellcheck disable=SC2086
  "$compiler" $flags "$checks" "$folder"/*.o -o "$program"
  "$program" || failed=1
done
exit $failed
