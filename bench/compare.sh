#!/usr/bin/env bash
# Trains with wordvec and with every other program found, in turn, and prints medians and ratios.
#
#   bench/compare.sh CORPUS [QUESTIONS]
#
# From the environment: ROUNDS (3), THREADS (2), EPOCHS (1), DIM (100), MODELS ("skipgram cbow
# skipgram-hs cbow-hs"), and where the peers are if not on PATH: WORD2VEC, PWORD2VEC, FASTTEXT, PYTHON.
# Words per second are raw tokens x epochs / training seconds. word2vec and fastText report CPU time
# per thread, so on a busy machine they look better than they are.
set -euo pipefail

corpus=${1:?usage: bench/compare.sh CORPUS [QUESTIONS]}
questions=${2:-}
rounds=${ROUNDS:-3} threads=${THREADS:-2} epochs=${EPOCHS:-1} dim=${DIM:-100}
models=${MODELS:-skipgram cbow skipgram-hs cbow-hs}
root=$(cd "$(dirname "$0")/.." && pwd)
word2vec=${WORD2VEC:-$(command -v word2vec || true)}
pword2vec=${PWORD2VEC:-$(command -v pWord2Vec || true)}
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

wordvec_run() { # model -> words/s
  local objective=(--objective negative-sampling --negatives 5)
  [[ $1 == *-hs ]] && objective=(--objective hierarchical-softmax)
  "$root/wordvec" train word2vec "$corpus" -o "$work/wordvec-$1.bin" --quiet \
    --architecture "${1%-hs}" "${objective[@]}" --dim "$dim" --window 5 --sample 1e-4 \
    --min-count 5 --epochs "$epochs" --threads "$threads" --report "$work/report.json" >&2
  sed -n 's/.*"rate" *: *\([0-9.E+]*\).*/\1/p' "$work/report.json" | head -1
}

word2vec_run() {
  local cbow=0 negative=5 hs=0
  [[ $1 == cbow* ]] && cbow=1
  [[ $1 == *-hs ]] && negative=0 hs=1
  "$word2vec" -train "$corpus" -output "$work/word2vec-$1.bin" -size "$dim" -window 5 -sample 1e-4 \
    -min-count 5 -threads "$threads" -iter "$epochs" -binary 1 -cbow $cbow -negative $negative -hs $hs |
    tr '\r' '\n' | sed -n 's/.*Words\/thread\/sec: *\([0-9.]*\)k.*/\1/p' | tail -1 |
    awk -v t="$threads" '{print $1 * 1000 * t}'
}

pWord2Vec_run() {
  [[ $1 == skipgram ]] || return 0
  OMP_NUM_THREADS=$threads "$pword2vec" -train "$corpus" -output "$work/pWord2Vec-$1.bin" -size "$dim" \
    -window 5 -negative 5 -sample 1e-4 -min-count 5 -threads "$threads" -iter "$epochs" \
    -batch-size 17 -binary 1 -save-vocab "$work/vocabulary" |
    tr '\r' '\n' | sed -n 's/.*Words\/sec: *\([0-9.]*\)k.*/\1/p' | tail -1 | awk '{print $1 * 1000}'
}

gensim_run() {
  [[ $1 == *-hs ]] && return 0
  "$python" - "$corpus" "$1" "$dim" "$threads" "$epochs" "$work/gensim-$1.bin" <<'PYTHON'
import sys, time
from gensim.models import Word2Vec
corpus, kind, dim, threads, epochs, out = sys.argv[1:]
model = Word2Vec(vector_size=int(dim), window=5, negative=5, sample=1e-4, min_count=5,
                 sg=1 if kind == "skipgram" else 0, workers=int(threads),
                 alpha=0.025 if kind == "skipgram" else 0.05)
model.build_vocab(corpus_file=corpus)
start = time.time()
model.train(corpus_file=corpus, total_words=model.corpus_total_words,
            total_examples=model.corpus_count, epochs=int(epochs))
print(model.corpus_total_words * int(epochs) / (time.time() - start))
model.wv.save_word2vec_format(out, binary=True)
PYTHON
}

programs=(wordvec)
[[ -n $word2vec ]] && programs+=(word2vec)
[[ -n $pword2vec ]] && programs+=(pWord2Vec)
"$python" -c 'import gensim' 2>/dev/null && programs+=(gensim)

median() { sort -g | awk '{v[NR] = $1} END {if (NR) print v[int((NR + 1) / 2)]}'; }

"$root/wordvec" --version >&2
printf '%-12s %-10s %14s %10s  %s\n' model program words/s wordvec: accuracy
for model in $models; do
  for ((round = 0; round < rounds; round++)); do
    for program in "${programs[@]}"; do
      "${program}_run" "$model" >>"$work/$model-$program.rates"
    done
  done
  ours=$(median <"$work/$model-wordvec.rates")
  for program in "${programs[@]}"; do
    rate=$(median <"$work/$model-$program.rates")
    [[ -n $rate ]] || continue
    accuracy=-
    if [[ -n $questions ]]; then
      accuracy=$("$root/wordvec" evaluate "$work/$program-$model.bin" --analogies "$questions" \
        --format tsv 2>/dev/null | awk -F'\t' '$1 == "all" {print $NF " %"}')
    fi
    awk -v m="$model" -v p="$program" -v r="$rate" -v o="$ours" -v a="$accuracy" \
      'BEGIN {printf "%-12s %-10s %14.0f %9.2fx  %s\n", m, p, r, o / r, a}'
  done
done
