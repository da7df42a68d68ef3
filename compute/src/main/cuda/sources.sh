#!/bin/sh
# Lists the kernels' sources and the widths that each is compiled for, one pair a line. Where
# EMULATED_WIDTHS names widths, only those.
set -eu
cd "$(dirname "$0")/../../../.."
list() {
  if [ -f "$1" ]; then
    source=$1
    shift
    for width in "$@"; do
      case " ${EMULATED_WIDTHS:-$width} none " in
        *" $width "*) echo "$source $width" ;;
      esac
    done
  fi
}
list compute/src/main/cuda/matrix.cu none
list word2vec/src/main/cuda/word2vec.cu 64 128 256 320 512
list glove/src/main/cuda/glove.cu 64 128 192 256 320 512
list fasttext/src/main/cuda/fasttext.cu 64 128 256 320 512
list bench/src/main/cuda/ceilings.cu none
