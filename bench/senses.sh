#!/usr/bin/env bash
# Measures senses as docs/design/senses.md reports them: for each seed a training of words and one of
# senses, alternating; pseudo-words of the corpus, tagged contexts, analogies and word pairs.
set -eu
if [ $# -lt 4 ]; then
  echo "usage: bench/senses.sh CORPUS QUESTIONS PAIRS CONTEXTS [SEED...]" >&2
  exit 2
fi
corpus=$1 questions=$2 pairs=$3 contexts=$4
shift 4
for file in "$corpus" "$questions" "$pairs" "$contexts"; do
  [ -r "$file" ] || { echo "bench/senses.sh: cannot read $file" >&2; exit 1; }
done
wordvec=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/wordvec
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
grep -m1 'model name' /proc/cpuinfo || true
for seed in "${@:-1 2 3}"; do
  for s in $seed; do
    for family in word2vec senses; do
      model=$folder/$family.bin
      echo "== $family, seed $s"
      "$wordvec" train "$family" "$corpus" -o "$model" --seed "$s" 2>&1 | grep -E 'trained|several'
      "$wordvec" evaluate "$model" --analogies "$questions" --pairs "$pairs" 2>/dev/null |
        grep -E '^all  |main|maximum|spearman|^[^ ]+ +[0-9.-]+ +[0-9.-]+ +[0-9]+ '
    done
    "$wordvec" senses evaluate "$folder/senses.bin" --seed "$s" \
      --pseudo-words "$corpus" --contexts "$contexts"
  done
done
