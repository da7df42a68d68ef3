#!/usr/bin/env bash
# Checks the kernels on the GPU, then measures speed and quality of every model family on it, in at most
# six minutes; the tables are Markdown on standard output.
#
#   bench/gpu.sh CORPUS [QUESTIONS]               on a machine that has a JDK and g++
#   bench/gpu.sh --pack FOLDER CORPUS QUESTIONS   for a machine without these and without network: writes
#                                                 a folder below 58 MB that holds all it needs
#   bench/gpu.sh --parts FOLDER                   the same as the first, from such a folder, which holds
#                                                 this script too
#
# bench/gpu/measure.sh says what else can be chosen.
set -euo pipefail

usage() {
  sed -n '/^#   bench/,/^#$/s/^# *//p' "$0" >&2
  exit 2
}

unpack() { # folder, where to
  if command -v xz >/dev/null; then
    xz -dc "$1/image.tar.xz"
  else
    LD_LIBRARY_PATH=$1/xz "$1/xz/xz" -dc "$1/image.tar.xz"
  fi | tar -C "$2" -x
}

BEGUN=$(date +%s)
export BEGUN
case ${1:-} in
  --pack)
    [[ $# == 4 ]] || usage
    exec "$(dirname "$0")/gpu/pack.sh" "${@:2}"
    ;;
  --unpack)
    [[ $# == 3 && -r $2/image.tar.xz && -d $3 ]] || usage
    unpack "$2" "$3"
    ;;
  --parts)
    [[ $# == 2 && -r $2/image.tar.xz ]] || usage
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    unpack "$2" "$work"
    "$work/image/bench/gpu/measure.sh" "$2"/corpus-* "$2/questions.txt"
    ;;
  '' | -*) usage ;;
  *) exec "$(dirname "$0")/gpu/measure.sh" "$@" ;;
esac
