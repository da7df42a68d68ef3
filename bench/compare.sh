#!/usr/bin/env bash
# Trains with wordvec and with every other program found, in turn, and prints medians and ratios.
#
#   bench/compare.sh CORPUS [QUESTIONS [PAIRS...]]
#
# From the environment: ROUNDS (5), THREADS (2), EPOCHS (5), PEER_EPOCHS (1, as a peer's rate does not
# depend on it; EPOCHS with QUESTIONS), DIM (100), MODELS ("skipgram cbow skipgram-hs cbow-hs fasttext
# glove"), and where the peers are if not on PATH (empty: not wanted): WORD2VEC, PWORD2VEC, FASTTEXT,
# PYTHON (with gensim), GLOVE (the folder of vocab_count, cooccur, shuffle and glove).
#
# Rates are raw tokens x epochs / training seconds, for GloVe entries x epochs / training seconds. That
# of wordvec is by the clock, compilation of its first epoch included. word2vec and fastText report words
# per second of processor time of a thread, here times the threads: their best case on a busy machine.
# With fewer than 10 threads fastText leaves most of its input matrix uninitialised; its accuracy is that
# of a run with 12.
set -euo pipefail

corpus=${1:?usage: bench/compare.sh CORPUS [QUESTIONS [PAIRS...]]}
questions=${2:-}
pairs=("${@:3}")
rounds=${ROUNDS:-5} threads=${THREADS:-2} epochs=${EPOCHS:-5} dim=${DIM:-100}
peer_epochs=${PEER_EPOCHS:-$([[ -n $questions ]] && echo "$epochs" || echo 1)}
models=${MODELS:-skipgram cbow skipgram-hs cbow-hs fasttext glove}
root=$(cd "$(dirname "$0")/.." && pwd)
word2vec=${WORD2VEC-$(command -v word2vec || true)}
pword2vec=${PWORD2VEC-$(command -v pWord2Vec || true)}
fasttext=${FASTTEXT-$(command -v fasttext || true)}
glove=${GLOVE:-}
python=${PYTHON:-python3}
fail() {
  echo "compare.sh: $1" >&2
  exit 2
}
for file in "$corpus" ${questions:+"$questions"} "${pairs[@]}"; do
  [[ -r $file ]] || fail "$file: no such file"
done
for program in "$word2vec" "$pword2vec" "$fasttext"; do
  [[ -z $program || -x $program ]] || fail "$program: not a program"
done
case $corpus in
  *.gz | *.bz2 | *.xz | *.zst) fail "$corpus: unpack it first; the other programs read plain text only" ;;
esac
((rounds > 0)) || fail "ROUNDS must be at least 1, not $rounds"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

wordvec_run() { # model -> rate
  local family=(word2vec --architecture "${1%-hs}" --min-count 5)
  case $1 in
    *-hs) family+=(--objective hierarchical-softmax --sample 1e-4) ;;
    fasttext) family=(fasttext --architecture skipgram --min-count 5) ;;
    glove) family=(glove --min-count 5 --window 10 --x-max 10) ;;
    *) family+=(--negatives 5 --sample 1e-4) ;;
  esac
  [[ $1 == glove ]] || family+=(--window 5)
  "$root/wordvec" train "${family[@]}" "$corpus" -o "$work/wordvec-$1.bin" --quiet --dim "$dim" \
    --epochs "$epochs" --threads "$threads" --report "$work/report.json" >&2
  awk -F '[:,]' '/"rate"/ {printf "%.0f\n", $2; exit}' "$work/report.json"
}

word2vec_run() {
  local cbow=0 negative=5 hs=0
  [[ $1 == cbow* ]] && cbow=1
  [[ $1 == *-hs ]] && negative=0 hs=1
  "$word2vec" -train "$corpus" -output "$work/word2vec-$1.bin" -size "$dim" -window 5 -sample 1e-4 \
    -min-count 5 -threads "$threads" -iter "$peer_epochs" -binary 1 -cbow $cbow -negative $negative \
    -hs $hs | tr '\r' '\n' | sed -n 's/.*Words\/thread\/sec: *\([0-9.]*\)k.*/\1/p' | tail -1 |
    awk -v t="$threads" '{print $1 * 1000 * t}'
}

pWord2Vec_run() {
  OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=1 "$pword2vec" -train "$corpus" \
    -output "$work/pWord2Vec-$1.bin" -size "$dim" -window 5 -negative 5 -sample 1e-4 -min-count 5 \
    -threads "$threads" -iter "$peer_epochs" -batch-size 17 -binary 1 -save-vocab "$work/vocabulary" |
    tr '\r' '\n' | sed -n 's/.*Words\/sec: *\([0-9.]*\)k.*/\1/p' | tail -1 | awk '{print $1 * 1000}'
}

gensim_run() {
  "$python" - "$corpus" "$1" "$dim" "$threads" "$peer_epochs" "$work/gensim-$1.bin" <<'PYTHON'
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

fastText_train() { # model threads
  "$fasttext" skipgram -input "$corpus" -output "$work/fastText-$1" -dim "$dim" \
    -epoch "$peer_epochs" -thread "$2" -t 1e-4 2>&1 >/dev/null
}

fastText_run() {
  fastText_train "$1" "$threads" | tr '\r' '\n' |
    sed -n 's/.*words\/sec\/thread: *\([0-9]*\).*/\1/p' | tail -1 |
    awk -v t="$threads" '{print $1 * t}'
}

GloVe_run() {
  if [[ ! -e $work/entries ]]; then
    "$glove/vocab_count" -min-count 5 -verbose 0 <"$corpus" >"$work/glove-vocabulary"
    "$glove/cooccur" -memory 4 -vocab-file "$work/glove-vocabulary" -verbose 0 -window-size 10 \
      <"$corpus" >"$work/counts" 2>/dev/null
    "$glove/shuffle" -memory 4 -verbose 0 <"$work/counts" >"$work/entries" 2>/dev/null
    rm "$work/counts"
  fi
  # Two runs, so that reading and writing cancel out.
  local iterations seconds=() start
  for iterations in 1 2; do
    start=$(date +%s.%N)
    "$glove/glove" -save-file "$work/GloVe-$1" -threads "$threads" -input-file "$work/entries" \
      -x-max 10 -iter $iterations -vector-size "$dim" -binary 0 -write-header 1 \
      -vocab-file "$work/glove-vocabulary" -verbose 0 >&2
    seconds+=("$(date +%s.%N) - $start")
  done
  awk -v bytes="$(stat -c %s "$work/entries")" "BEGIN {print bytes / 16 / ((${seconds[1]}) - (${seconds[0]}))}"
}

programs() { # model -> the programs that train it
  echo wordvec
  case $1 in
    fasttext) [[ -z $fasttext ]] || echo fastText ;;
    glove) [[ -z $glove ]] || echo GloVe ;;
    *)
      [[ -z $word2vec ]] || echo word2vec
      [[ -z $pword2vec || $1 != skipgram ]] || echo pWord2Vec
      [[ $1 == *-hs ]] || ! "$python" -c 'import gensim' 2>/dev/null || echo gensim
      ;;
  esac
}

accuracy() { # program model -> analogies and correlations
  local file=$work/$1-$2.bin
  [[ $1 != GloVe ]] || file=$work/$1-$2.txt
  if [[ $1 == fastText ]]; then
    fastText_train "$2" 12 >/dev/null
  fi
  "$root/wordvec" evaluate "$file" --analogies "$questions" --format tsv 2>/dev/null |
    awk -F'\t' '$1 == "all" {printf "%.1f %%", $NF}'
  local file_of_pairs
  for file_of_pairs in ${pairs[@]+"${pairs[@]}"}; do
    "$root/wordvec" evaluate "$file" --pairs "$file_of_pairs" --format tsv 2>/dev/null |
      awk -F'\t' 'END {printf "  %.3f", $2}'
  done
}

median() { sort -g | awk '{v[NR] = $1} END {if (NR) print v[int((NR + 1) / 2)]}'; }

"$root/wordvec" --version >&2
processor=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -1)
vectors=$(grep -o -w avx512f /proc/cpuinfo 2>/dev/null || grep -o -w avx2 /proc/cpuinfo 2>/dev/null || true)
vectors=${vectors%%$'\n'*}
printf '%s, %s, %s threads, medians of %s runs in turn\n' \
  "${processor:-unknown processor}" "${vectors:-no AVX}" "$threads" "$rounds"
printf '%-12s %-10s %14s %10s  %s\n' model program rate wordvec: accuracy
for model in $models; do
  list=$(programs "$model")
  for ((round = 0; round < rounds; round++)); do
    for program in $list; do
      "${program}_run" "$model" >>"$work/$model-$program.rates"
    done
  done
  ours=$(median <"$work/$model-wordvec.rates")
  for program in $list; do
    awk -v m="$model" -v p="$program" -v r="$(median <"$work/$model-$program.rates")" -v o="$ours" \
      -v a="$([[ -z $questions ]] || accuracy "$program" "$model")" \
      'BEGIN {printf "%-12s %-10s %14.0f %9.2fx  %s\n", m, p, r, o / r, a}'
  done
done
