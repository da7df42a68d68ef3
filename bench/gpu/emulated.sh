#!/usr/bin/env bash
# Tries bench/gpu.sh without a GPU: packs a small text, then measures from the packed folder, elsewhere and
# as on a bare machine, on the stand-in for NVIDIA's driver (compute/src/test/cuda). Prints the tables,
# and fails where a row is missing or wrong. The speeds in them are the stand-in's and mean nothing.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
if ! command -v g++ >/dev/null || ! command -v xz >/dev/null; then
  echo 'NOT CHECKED: bench/gpu.sh, which needs g++ and xz to pack' >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

library=$root/compute/target/cuda/libcuda.so
"$root/compute/src/test/cuda/library.sh" "$library"
mkdir "$work/driver"
ln -s "$library" "$work/driver/libcuda.so.1"

# 20,000 words in lines about a topic each, so that there is something to learn.
awk '
  function below(bound) { state = state * 16807 % 2147483647; return state % bound }
  BEGIN {
    state = 1
    for (line = 0; line < 1000; line++) {
      topic = below(40)
      for (i = 0; i < 20; i++)
        printf "%s ", below(10) < 7 ? "word" below(12) "of" topic : "common" below(60)
      print ""
    }
  }' >"$work/text"
printf ': topics\nword1of2 word2of2 word1of3 word2of3\nword3of4 word4of4 word5of6 word7of6\n' >"$work/questions"

XZ_OPT=-0 "$root/bench/gpu.sh" --pack "$work/packed" "$work/text" "$work/questions"
mv "$work/packed" "$work/elsewhere"
# Blocks take turns, so that they are in flight together, as on a GPU. None has as many in flight as the
# last concurrency, so that this training costs its row.
"$root/bench/gpu/bare.sh" LD_LIBRARY_PATH="$work/driver" EMULATED_WIDTHS=64 EMULATED_BLOCKS=16 \
  COPY_MEGABYTES=64 ROWS_A_WARP=40 EPOCHS=2 SAMPLE=1e-3 DIM=62 DIMS= BUCKETS=20000 CONCURRENCY='8 99999' \
  CONCURRENCY_MODELS=cbow THREADS='1 2' bash "$work/elsewhere/gpu.sh" --parts "$work/elsewhere" | tee "$work/tables"

expect() { # number, pattern of rows
  local found
  found=$(grep -Ec "$2" "$work/tables" || true)
  if [[ $found != "$1" ]]; then
    echo "bench/gpu/emulated.sh: $found rows, not $1, are like $2" >&2
    failed=1
  fi
}

expect 12 '^\| `[a-z0-9_]+` \| right \| [0-9.e+-]+ \| \|$'
expect 12 '^\| `[a-z_]*rows` \| [0-9a-zA-Z ]+ \|( [0-9.e+-]+ \|){5}$'
expect 8 '^\| [a-z-]+ \| 62 \| GPU, [0-9]+ in flight \| [0-9.]+ \| [0-9.]+ \|'
expect 9 '^\| [a-z-]+ \| 62 \| CPU, [0-9]+ threads? \| [0-9.]+ \| [0-9.]+ \|'
expect 1 '\*\*failed\*\*: wordvec: --gpu-concurrency must be 1 to 65535, not 99999'
expect 1 '\*\*(failed|wrong|died|lost)\*\*'
expect 1 '^Ended after [0-9]+ s\.$'

# Of every model, the loss in the first row of the GPU, and in the last of the CPU.
awk -F ' *[|] *' '
  $4 ~ /^GPU/ && !($2 in gpu) { gpu[$2] = $5 }
  $4 ~ /^CPU/ { cpu[$2] = $5 }
  END {
    for (model in gpu) {
      ratio = gpu[model] / cpu[model]
      if (ratio < 0.8 || ratio > 1.1) {
        printf "%s: a loss of %s, on the CPU %s\n", model, gpu[model], cpu[model] > "/dev/stderr"
        wrong = 1
      }
    }
    exit wrong
  }' "$work/tables" || failed=1
exit $failed
