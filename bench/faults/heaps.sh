#!/usr/bin/env bash
# Runs twenty commands with small heaps: bench/faults/heaps.sh [COMMANDS]. Each of the first COMMANDS
# (default 20) has 8, 12, 16, 24, 32 and 40 MB. A run must either answer as it does with a usual heap,
# or end with exit status 1 and one line that says that memory is short, with no output written.
# Prints counts; fails when a run did not end so. Needs python3.
set -u
most=${1:-20}
# shellcheck source=bench/faults/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

random_model one.bin 20000 100 1
random_model two.bin 20000 100 2
random_questions 2000
random_corpus corpus 20000
"$wordvec" convert one.bin one.vec >/dev/null || exit 2
"$wordvec" convert one.bin one.fifu >/dev/null || exit 2
"$wordvec" train fasttext corpus -o ft.bin --dim 50 --epochs 1 --buckets 20000 --threads 1 --quiet || exit 2
gzip -k one.vec

# Each ends with what it made on standard output.
ask() {
  case $1 in
    neighbors) "$wordvec" neighbors one.bin w00001 w00002 ;;
    batch) "$wordvec" neighbors one.bin --input words -k 20 ;;
    many) "$wordvec" neighbors one.bin --input words -k 2000 ;;
    text) "$wordvec" neighbors one.vec w00001 ;;
    packed) "$wordvec" neighbors one.vec.gz w00001 ;;
    subwords) "$wordvec" neighbors ft.bin w00001 w0001x ;;
    analogy) "$wordvec" analogy one.fifu --input sums --method 3cosmul ;;
    similarity) "$wordvec" similarity one.bin --input couples ;;
    rank) "$wordvec" rank one.bin w00001 w00002 w00003 ;;
    evaluate) "$wordvec" evaluate one.bin --analogies analogies --pairs pairs ;;
    compare) "$wordvec" compare one.bin two.bin --top 500 -k 20 ;;
    map) "$wordvec" map one.bin -o made.csv --method pca --top 500 >/dev/null && cat made.csv ;;
    convert) "$wordvec" convert one.bin made.vec >/dev/null && cksum <made.vec ;;
    doctor) "$wordvec" doctor one.vec ;;
    vocab) "$wordvec" vocab corpus --min-count 1 -o made.txt >/dev/null && cat made.txt ;;
    phrases) "$wordvec" phrases corpus -o made.txt >/dev/null && cat made.txt ;;
    tokenize) "$wordvec" tokenize corpus --head 1000 ;;
    word2vec) "$wordvec" train word2vec corpus -o made.bin --dim 50 --epochs 1 --threads 1 --device cpu --quiet &&
      cksum <made.bin ;;
    glove) "$wordvec" train glove corpus -o made.bin --dim 50 --epochs 2 --threads 1 --device cpu --quiet &&
      cksum <made.bin ;;
    shell) "$wordvec" shell one.bin <words ;;
  esac
}

commands=(neighbors batch many text packed subwords analogy similarity rank evaluate compare map convert
  doctor vocab phrases tokenize word2vec glove shell)
runs=0
for command in "${commands[@]:0:most}"; do
  ask "$command" >expected 2>/dev/null || exit 2
  for heap in 8 12 16 24 32 40; do
    run="$command with $heap MB"
    runs=$((runs + 1))
    rm -f made.*
    WORDVEC_JAVA_OPTS=-Xmx${heap}m ask "$command" >out 2>err
    rc=$?
    no_trace out err
    if [ "$rc" = 0 ]; then
      cmp -s out expected || problem "another answer: $(head -n 2 out; head -n 2 err)"
    else
      [ "$rc" = 1 ] || problem "exit status $rc, expected 0 or 1"
      # What phrases says of its work stands before.
      tail -n 1 err | grep -q 'memory' && { [ "$(wc -l <err)" = 1 ] || [ "$command" = phrases ]; } ||
        problem "not one line on memory: $(head -n 3 err)"
      ! ls made.* >/dev/null 2>&1 || problem "$(ls made.*) was written all the same"
    fi
    count "$heap MB, exit status $rc"
  done
done
report runs "$runs"
