#!/usr/bin/env bash
# Trains FastText with wordvec and with fastText, in turn, and prints medians and ratios.
#
#   bench/fasttext.sh CORPUS [QUESTIONS [PAIRS]]
#
# From the environment: ROUNDS (3), THREADS (2), EPOCHS (1), DIM (100), MODELS ("skipgram cbow"),
# FASTTEXT if it is not on PATH. Words per second are raw tokens x epochs / training seconds by the
# clock; fastText's is what its progress shows at the end, for each thread, times the threads. With
# fewer than 10 threads fastText leaves most of its input matrix uninitialised, so its accuracy is
# that of a run of its own with 12.
set -euo pipefail

corpus=${1:?usage: bench/fasttext.sh CORPUS [QUESTIONS [PAIRS]]}
questions=${2:-} pairs=${3:-}
rounds=${ROUNDS:-3} threads=${THREADS:-2} epochs=${EPOCHS:-1} dim=${DIM:-100}
root=$(cd "$(dirname "$0")/.." && pwd)
fasttext=${FASTTEXT:-fasttext}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ours() { # model -> words/s
  "$root/wordvec" train fasttext "$corpus" -o "$work/ours-$1.bin" --quiet --architecture "$1" \
    --dim "$dim" --epochs "$epochs" --threads "$threads" --report "$work/report.json" >&2
  sed -n 's/.*"rate" *: *\([0-9.E+]*\).*/\1/p' "$work/report.json" | head -1
}

theirs() { # model threads -> words/s
  "$fasttext" "$1" -input "$corpus" -output "$work/theirs-$1" -dim "$dim" -epoch "$epochs" \
    -thread "$2" -t 1e-4 2>&1 >/dev/null | tr '\r' '\n' |
    sed -n 's/.*words\/sec\/thread: *\([0-9]*\).*/\1/p' | tail -1 |
    awk -v t="$2" '{print $1 * t}'
}

median() { sort -g | awk '{v[NR] = $1} END {if (NR) print v[int((NR + 1) / 2)]}'; }

for model in ${MODELS:-skipgram cbow}; do
  for ((round = 0; round < rounds; round++)); do
    ours "$model" >>"$work/$model-ours"
    theirs "$model" "$threads" >>"$work/$model-theirs"
  done
  awk -v m="$model" -v o="$(median <"$work/$model-ours")" -v t="$(median <"$work/$model-theirs")" \
    'BEGIN {printf "%-8s wordvec %.0f words/s, fastText %.0f words/s: %.1f times\n", m, o, t, o / t}'
  if [[ -n $questions ]]; then
    theirs "$model" 12 >/dev/null
    for program in ours theirs; do
      echo "$model, $program:"
      "$root/wordvec" evaluate "$work/$program-$model.bin" --analogies "$questions" \
        ${pairs:+--pairs "$pairs"} --format tsv 2>/dev/null | grep -E '^all|spearman' -A1
    done
  fi
done
