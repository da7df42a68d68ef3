#!/usr/bin/env bash
# Checks the kernels on the GPU, then measures speed and accuracy of every model family on it.
#
#   bench/gpu.sh CORPUS [QUESTIONS]          checks, and prints one table
#   bench/gpu.sh --pack FOLDER CORPUS        for a machine without network or JDK: writes a Java
#                                            image with wordvec in it, and the corpus, in parts
#   bench/gpu.sh --parts FOLDER [QUESTIONS]  the same as the first, from such parts
#
# From the environment: DIMS ("100 128 300"), MODELS (skipgram cbow skipgram-hs cbow-hs fasttext
# fasttext-cbow glove), EPOCHS (5), CONCURRENCY (sentences in flight, several in turn; wordvec's own
# choice), CPU (1: train on the CPU too, for its accuracy), CHECKS (1), LIMIT (540 seconds; what is
# left then is named and left out). Needs g++ and NVIDIA's driver; no CUDA toolkit.
#
# Kernel words/s are raw tokens x epochs / seconds in kernels; all is that of the whole training, the
# text already read. Traffic is what the kernel asks of the second-level cache by count of rows, not
# measured; its ratio is to the measured speed of a copy inside the GPU's memory.
set -euo pipefail

part_bytes=60m
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
begun=$SECONDS

die() {
  printf 'bench/gpu.sh: %s\n' "$1" >&2
  exit 1
}

pack() {
  local folder=$1 corpus=$2 jlink
  "$root/wordvec" --version >&2
  jlink=${JAVA_HOME:+$JAVA_HOME/bin/}jlink
  command -v "$jlink" >/dev/null || die 'jlink is not on the PATH: set JAVA_HOME to a JDK 25'
  mkdir -p "$folder"
  "$jlink" --add-modules java.base,java.logging,java.sql,jdk.incubator.vector,jdk.unsupported \
    --strip-debug --no-header-files --no-man-pages --output "$work/image" 2>/dev/null
  cp -r "$root/target/launcher/$(head -n 1 "$root/target/launcher/program")" "$work/image/app"
  tar -C "$work" -cz image | split -b "$part_bytes" - "$folder/image.part-"
  gzip -c "$corpus" | split -b "$part_bytes" - "$folder/corpus.part-"
  ls -l "$folder" >&2
}

questions=
case ${1:-} in
  --pack)
    pack "${2:?usage: bench/gpu.sh --pack FOLDER CORPUS}" "${3:?no corpus}"
    exit
    ;;
  --parts)
    parts=${2:?usage: bench/gpu.sh --parts FOLDER [QUESTIONS]}
    cat "$parts"/image.part-* | tar -C "$work" -xz
    cat "$parts"/corpus.part-* | gunzip >"$work/corpus.txt"
    corpus=$work/corpus.txt
    questions=${3:-}
    ;;
  *)
    parts=
    corpus=${1:?usage: bench/gpu.sh CORPUS [QUESTIONS]}
    [[ -r $corpus ]] || die "$corpus cannot be read"
    questions=${2:-}
    ;;
esac

wordvec() {
  if [[ -z $parts ]]; then
    "$root/wordvec" "$@"
  else
    "$work/image/bin/java" -XX:+UseParallelGC --add-modules jdk.incubator.vector \
      -Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0 \
      --enable-native-access=wordvec.compute,wordvec.corpora,com.github.luben.zstd_jni \
      --add-opens java.base/java.io=wordvec.cli -p "$work/image/app" \
      -m wordvec.cli/org.wordvec.cli.Main "$@" 2> >(grep -v 'Using incubator modules' >&2 || true)
  fi
}

# ---- what this machine has ----

wordvec devices >&2
${CXX:-g++} -std=c++20 -O2 "$root/bench/gpu/copy_bandwidth.cpp" -o "$work/copy_bandwidth" -ldl
bandwidth=$("$work/copy_bandwidth") || die 'no GPU to measure on'
printf 'GPU: %s, copying at %s TB/s\n\n' "${bandwidth%$'\t'*}" "${bandwidth#*$'\t'}"
copy=${bandwidth#*$'\t'}

if [[ ${CHECKS:-1} == 1 ]]; then
  "$root/bench/gpu/check.sh" "$work/checks" || die 'the kernels are wrong on this GPU'
  echo
fi

# ---- speed and accuracy ----

epochs=${EPOCHS:-5} limit=${LIMIT:-540}
window=5 negatives=5 sample=1e-4
wordvec vocab "$corpus" -o "$work/vocab.txt" --min-count 5 --quiet >&2

# Of all words, how many subsampling keeps; and how long a word's path and how many its rows are.
read -r kept path rows < <(awk -v t=$sample '
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
  }' "$work/vocab.txt")

field() { # name -> value in the report
  sed -n "s/.*\"$1\" *: *\([-0-9.E+]*\).*/\1/p" "$work/report.json" | head -1
}

train() { # model, dimensions, more arguments
  local model=$1 dim=$2 output=$work/vectors.bin
  shift 2
  local arguments=(train word2vec "$corpus" --window $window --sample $sample)
  case $model in
    *cbow*) arguments+=(--architecture cbow) ;;
    *) arguments+=(--architecture skipgram) ;;
  esac
  case $model in
    *-hs) arguments+=(--objective hierarchical-softmax) ;;
    *) arguments+=(--objective negative-sampling --negatives $negatives) ;;
  esac
  case $model in
    fasttext*) arguments[1]=fasttext ;;
    glove)
      output=$work/vectors.txt
      arguments=(train glove "$corpus" --window 10 --x-max 10)
      ;;
  esac
  rm -f "$work"/vectors.*
  wordvec "${arguments[@]}" -o "$output" --dim "$dim" --min-count 5 --epochs "$epochs" \
    --report "$work/report.json" --quiet "$@" >&2
  accuracy=-
  if [[ -n $questions ]]; then
    accuracy=$(wordvec evaluate "$output" --analogies "$questions" --format tsv 2>/dev/null |
      awk -F'\t' '$1 == "all" {printf "%.1f", $NF}')
  fi
}

row() { # model, dimensions, sentences in flight, accuracy on the CPU
  local width=512 w
  local columns=$2
  [[ $1 == glove ]] && columns=$(($2 + 2))
  for w in 320 256 128 64; do
    [[ $columns -le $w ]] && width=$w
  done
  [[ $1 == glove && $columns -gt 128 && $columns -le 192 ]] && width=192
  awk -v model="$1" -v dim="$2" -v flight="$3" -v cpu="$4" -v accuracy="$accuracy" -v copy="$copy" \
    -v rate="$(field words_per_second)" -v entries="$(field entries_per_second)" \
    -v train="$(field train_seconds)" -v seconds="$(field train)" \
    -v kernel="$(field kernel_seconds)" -v copying="$(field copy_seconds)" \
    -v host="$(field host_seconds)" -v row=$((4 * width)) -v kept="$kept" -v path="$path" \
    -v rows="$rows" -v negatives=$negatives '
    BEGIN {
      contexts = 6; targets = 1 + negatives
      if (model == "glove") { rate = entries; seconds = train; traffic = 8 * row }
      else {
        if (model ~ /-hs/) targets = path
        groups = model ~ /-hs/ ? int((path + 5) / 6) : 1
        if (model == "fasttext") moved = 3 * rows + 2 * contexts * targets
        else if (model == "fasttext-cbow") moved = 3 * contexts * rows + 2 * targets
        else if (model ~ /cbow/) moved = 3 * contexts + 2 * targets
        else moved = 2 * contexts * groups + 2 * targets
        traffic = moved * row * kept
      }
      inKernel = kernel > 0 ? rate * seconds / kernel : 0
      printf "| %s | %d | %s | %.1f | %.1f | %.2f, %.2f, %.2f | %s | %s | %.2f | %.2f |\n", model, dim,
        flight, inKernel / 1e6, rate / 1e6, kernel, copying, host, accuracy, cpu,
        inKernel * traffic / 1e12, inKernel * traffic / 1e12 / copy
    }'
}

printf '%s words of text kept after subsampling, %s nodes on a path, %s rows a word\n\n' \
  "$kept" "$path" "$rows"
echo '| model | dim | in flight | kernel, M/s | all, M/s | kernel, copy, host s | accuracy % | on the CPU % | traffic, TB/s | of copy |'
echo '| --- | --: | --: | --: | --: | --- | --: | --: | --: | --: |'
left_out=
for model in ${MODELS:-skipgram cbow skipgram-hs cbow-hs fasttext fasttext-cbow glove}; do
  for dim in ${DIMS:-100 128 300}; do
    if ((SECONDS - begun > limit)); then
      left_out="$left_out $model/$dim"
      continue
    fi
    cpu=-
    if [[ ${CPU:-1} == 1 && -n $questions ]]; then
      train "$model" "$dim" --device cpu
      cpu=$accuracy
    fi
    for flight in ${CONCURRENCY:-auto}; do
      more=()
      [[ $flight == auto ]] || more=(--gpu-concurrency "$flight")
      train "$model" "$dim" --device cuda "${more[@]}"
      row "$model" "$dim" "$flight" "$cpu"
    done
  done
done
[[ -z $left_out ]] || echo "left out after $limit seconds:$left_out" >&2
