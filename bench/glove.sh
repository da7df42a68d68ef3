#!/usr/bin/env bash
# Counts and trains with wordvec and with Stanford's GloVe in turn, and prints times and accuracies.
#
#   bench/glove.sh CORPUS [QUESTIONS]
#
# From the environment: GLOVE (the folder of vocab_count, cooccur, shuffle and glove; required), THREADS
# (2), EPOCHS (2), DIM (100), WINDOW (10), X_MAX (10), ROUNDS (1). Counting and arranging is cooccur and
# shuffle for GloVe, and for wordvec reading the text, counting and arranging.
set -euo pipefail

corpus=${1:?usage: bench/glove.sh CORPUS [QUESTIONS]}
questions=${2:-}
glove=${GLOVE:?set GLOVE to the folder of GloVe\'s programs}
threads=${THREADS:-2} epochs=${EPOCHS:-2} dim=${DIM:-100} window=${WINDOW:-10} x_max=${X_MAX:-10}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

seconds() { # command... -> wall time
  local start
  start=$(date +%s.%N)
  "$@" >&2
  awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN {print b - a}'
}

field() {
  sed -n "s/.*\"$1\" *: *\([0-9.E+]*\).*/\1/p" "$work/report.json" | head -1
}

"$root/wordvec" vocab "$corpus" -o "$work/vocab.txt" --min-count 5 --quiet

wordvec_run() {
  "$root/wordvec" train glove "$corpus" -o "$work/wordvec.txt" --quiet --vocabulary "$work/vocab.txt" \
    --dim "$dim" --window "$window" --x-max "$x_max" --epochs "$epochs" --threads "$threads" \
    --report "$work/report.json" >&2
  awk -v r="$(field read)" -v n="$(field encode)" -v c="$(field count)" -v t="$(field train)" -v e="$epochs" \
    'BEGIN {printf "wordvec  counting and arranging %6.1f s  epoch %6.1f s\n", r + n + c, t / e}'
}

glove_count() {
  "$glove/cooccur" -window-size "$window" -vocab-file "$work/vocab.txt" -memory 4 -verbose 0 \
    -overflow-file "$work/overflow" <"$corpus" >"$work/counts"
  "$glove/shuffle" -memory 4 -verbose 0 -seed 1 -temp-file "$work/temp" <"$work/counts" >"$work/shuffled"
}

glove_train() {
  "$glove/glove" -input-file "$work/shuffled" -vocab-file "$work/vocab.txt" -save-file "$work/glove" \
    -vector-size "$dim" -x-max "$x_max" -iter "$epochs" -threads "$threads" -seed 1 -write-header 1
}

glove_run() {
  local count train
  count=$(seconds glove_count)
  train=$(seconds glove_train)
  awk -v c="$count" -v t="$train" -v e="$epochs" \
    'BEGIN {printf "GloVe    counting and arranging %6.1f s  epoch %6.1f s\n", c, t / e}'
}

for ((round = 0; round < ${ROUNDS:-1}; round++)); do
  wordvec_run
  glove_run
done
if [[ -n $questions ]]; then
  for program in wordvec glove; do
    printf '%-8s ' "$program"
    "$root/wordvec" evaluate "$work/$program.txt" --analogies "$questions" --format tsv 2>/dev/null |
      awk -F'\t' '$1 == "all" {print "analogies " $NF " %"}'
  done
fi
