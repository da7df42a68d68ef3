#!/bin/sh
# ptx.sh [NAME]: compiles the kernels to PTX and puts it among the resources of their modules; with a
# name, such as word2vec, those of that source alone. Needs nvcc.
#
# PTX for compute_75 runs on every GPU since Turing: the driver compiles it for the one it finds.
# nvcc writes the newest PTX version, which needs the newest driver, so the version is lowered to
# the oldest that assembles. Three lines before the code say what it was made from:
#
#   // sources SHA-256 HEX     of the files in the next line, one after the other
#   // from FILE ...           relative to the root of the repository
#   // width N                 floats of a row, or none
set -eu
cd "$(dirname "$0")/../../../.."
command -v nvcc > /dev/null || {
  echo "ptx.sh: nvcc is not on the PATH; it comes with the CUDA toolkit" >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The source and the headers that it includes from this repository, in the order of inclusion.
files_of() {
  echo "$1"
  # shellcheck disable=SC2086
  nvcc -M -arch=compute_75 $includes $2 "$1" | tr -d '\\' | tr ' ' '\n' |
    grep -o '[a-z0-9]*/src/main/cuda/[a-z0-9_]*\.cuh' | awk '!seen[$0]++'
}

assembles() {
  for architecture in sm_75 sm_120; do
    ptxas -arch=$architecture "$1" -o "$work/cubin" > /dev/null 2>&1 || return 1
  done
}

includes="-Icompute/src/main/cuda -Iword2vec/src/main/cuda"
compute/src/main/cuda/sources.sh | grep "/${1:-[a-z0-9]*}\.cu " | while read -r source width; do
  module=${source%%/*}
  name=$(basename "$source" .cu)
  define=
  suffix=
  if [ "$width" != none ]; then
    define=-DWIDTH=$width
    suffix=-$width
  fi
  # shellcheck disable=SC2086
  nvcc -ptx -arch=compute_75 -std=c++17 -O3 -fmad=false $includes $define \
    -o "$work/new.ptx" "$source"
  for version in 6.3 6.4 6.5 7.0 7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8 8.0 8.3 8.5 8.8 9.0; do
    sed "s/^\.version .*/.version $version/" "$work/new.ptx" > "$work/old.ptx"
    assembles "$work/old.ptx" && break
  done
  files=$(files_of "$source" "$define" | tr '\n' ' ' | sed 's/ $//')
  # shellcheck disable=SC2086
  hash=$(cat $files | sha256sum | cut -d' ' -f1)
  folder=$module/src/main/resources/org/wordvec/$module
  mkdir -p "$folder"
  {
    echo "// sources SHA-256 $hash"
    echo "// from $files"
    echo "// width $width"
    cat "$work/old.ptx"
  } > "$folder/$name$suffix.ptx"
  echo "$folder/$name$suffix.ptx: PTX $version"
done
