#!/usr/bin/env bash
# Trains a model once and prints what came of it as a row of a table:
#
#   train.sh --header                                the table's head
#   train.sh SECONDS MODEL DIM [OPTION OF WORDVEC ...]
#
# MODEL is skipgram, cbow, skipgram-hs, cbow-hs, fasttext, fasttext-cbow or glove. A training that fails
# or takes longer than SECONDS has a row that says so, and exit status 1. From the environment: CORPUS,
# VOCABULARY (its words and counts), WORK (a folder), and, if wanted, QUESTIONS, EPOCHS (5), BUCKETS of
# FastText (2,000,000), SAMPLE (1e-4).
#
# M/s are millions of words of text x epochs (for GloVe entries) a second: of seconds in kernels; of the
# training, the text already read; and from the start of the command until the vectors are on the disk.
# Words kept are those that subsampling leaves. Rows are those that a kernel reads or adds to by count
# (docs/design/gpu.md), not measured, in rows of 512 bytes, as bench/gpu/ceilings.cpp moves them.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
if [[ ${1:-} == --header ]]; then
  echo '| model | dim | on | loss | accuracy, % | kernels, M/s | of words kept, M/s | training, M/s | text to vectors, M/s | kernels, copies, host, s | rows, G/s |'
  echo '| --- | --: | --- | --: | --: | --: | --: | --: | --: | --- | --: |'
  exit
fi
seconds=$1 model=$2 dim=$3
shift 3
negatives=5 sample=${SAMPLE:-1e-4}
arguments=("$CORPUS" -o "$WORK/vectors.bin" --dim "$dim" --min-count 5 --epochs "${EPOCHS:-5}" --quiet
  --report "$WORK/report.json" ${QUESTIONS:+--report-analogies "$QUESTIONS"} "$@")
case $model in
  glove) arguments=(glove "${arguments[@]}" --window 10 --x-max 10) ;;
  fasttext*) arguments=(fasttext "${arguments[@]}" --buckets "${BUCKETS:-2000000}") ;;
  *) arguments=(word2vec "${arguments[@]}") ;;
esac
if [[ $model != glove ]]; then
  arguments+=(--window 5 --sample "$sample")
  case $model in
    *cbow*) arguments+=(--architecture cbow) ;;
    *) arguments+=(--architecture skipgram) ;;
  esac
  case $model in
    *-hs) arguments+=(--objective hierarchical-softmax) ;;
    *) arguments+=(--objective negative-sampling --negatives $negatives) ;;
  esac
fi

rm -f "$WORK"/vectors.* "$WORK/report.json"
begun=$(date +%s.%N)
timeout --foreground -k 5 "$seconds" "$root/wordvec" train "${arguments[@]}" </dev/null >"$WORK/errors" 2>&1
status=$?
if [[ $status != 0 ]]; then
  why=$(grep -v '^WARNING' "$WORK/errors" | grep . | tail -n 1 | tr '|' ' ')
  [[ $status != 124 && $status != 137 ]] || why="did not end within $seconds s"
  echo "| $model | $dim | $* | **failed**: ${why:-status $status} |"
  exit 1
fi

# Of all words, how many subsampling keeps; of a kept word, how many nodes its path has, and rows.
statistics() {
  awk -v t="$sample" '
    { n[NR] = $2; all += $2; letters[NR] = length($1) }
    END {
      for (i = 1; i <= NR; i++) {
        f = n[i] / all; p = sqrt(t / f) + t / f; if (p > 1) p = 1
        kept += p * n[i]
        # By entropy, which a Huffman path exceeds by less than one.
        path += p * n[i] * (-log(f) / log(2))
        # One of its own, and the n-grams of 3 to 6 letters with both its ends.
        grams = 0
        for (g = 3; g <= 6; g++) if (letters[i] + 2 >= g) grams += letters[i] + 3 - g
        rows += p * n[i] * (1 + grams)
      }
      print kept / all, path / kept, rows / kept
    }' "$VOCABULARY"
}

field() { # name -> its number in the report, of a list the last
  sed -n "s/^ *\"$1\" : \(\[.*[ ,[]\)\{0,1\}\([-+0-9.eE]\{1,\}\)[] ,]*$/\2/p" "$WORK/report.json" | head -n 1
}

read -r kept path rows < <(statistics)
awk -v model="$model" -v dim="$dim" -v begun="$begun" -v ended="$(stat -c %.9Y "$WORK/vectors.bin")" \
  -v flight="$(field concurrency)" -v threads="$(field threads)" -v loss="$(field losses)" \
  -v percent="$(field percent)" -v epochs="$(field epochs)" -v tokens="$(field tokens)" \
  -v encoded="$(field encoded_tokens)" -v entries="$(field entries)" \
  -v training="$(field train)" \
  -v kernel="$(field kernel_seconds)" -v copy="$(field copy_seconds)" -v host="$(field host_seconds)" \
  -v kept="$kept" -v path="$path" -v rows="$rows" -v negatives=$negatives '
  function rate(amount, seconds) { return seconds > 0 ? sprintf("%.3g", amount / seconds / 1e6) : "-" }
  BEGIN {
    glove = model == "glove"
    columns = glove ? dim + 2 : dim
    width = columns <= 64 ? 64 : columns <= 128 ? 128 : glove && columns <= 192 ? 192 : \
      columns <= 256 ? 256 : columns <= 320 ? 320 : 512
    contexts = 6
    targets = model ~ /-hs/ ? path : 1 + negatives
    groups = model ~ /-hs/ ? int((path + 5) / 6) : 1
    if (glove) moved = 8
    else if (model == "fasttext") moved = 2 * rows + 2 * contexts * targets
    else if (model == "fasttext-cbow") moved = 2 * contexts * rows + 2 * targets
    else if (model ~ /cbow/) moved = 2 * contexts + 2 * targets
    else moved = 2 * contexts * groups + 2 * targets
    work = (glove ? entries : tokens) * epochs
    trained = glove ? work : encoded * epochs * kept
    on = "CPU, " threads (threads == 1 ? " thread" : " threads"); times = moves = "-"
    if (flight != "") {
      on = "GPU, " flight " in flight"
      times = sprintf("%.2f, %.2f, %.2f", kernel, copy, host)
      moves = sprintf("%.3g", trained * moved * width / 128 / kernel / 1e9)
    }
    printf "| %s | %d | %s | %.4g | %s | %s | %s | %s | %s | %s | %s |\n", model, dim, on, loss,
      percent == "" ? "-" : sprintf("%.1f", percent), rate(work, kernel),
      glove ? "-" : rate(trained, kernel), rate(work, training),
      rate(work, ended - begun), times, moves
  }'
