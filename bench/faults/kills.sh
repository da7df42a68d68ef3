#!/usr/bin/env bash
# Kills trainings with SIGKILL at random moments, resumes them, and checks that they end as if nothing
# had happened: bench/faults/kills.sh [KILLS [SEED [CORPUS]]]. For each model family a run without kills
# gives the file to compare with, then as many runs are cut as it takes for KILLS kills (default 2;
# 30 is the full form). With one thread every file must be the same to the byte, and no resumed run
# may begin before the last checkpoint that was reported. Fails at the first difference.
# From the environment: FAMILIES ("word2vec fasttext glove senses").
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
wanted=${1:-2}
RANDOM=${2:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
  printf 'kills: %s\n' "$1" >&2
  exit 1
}

# Words of unequal frequency that prefer their neighbours, enough for some seconds of training.
corpus() {
  awk 'BEGIN {
    srand(1)
    for (line = 0; line < 60000; line++) {
      topic = int(20 * rand())
      for (i = 0; i < 12; i++)
        printf "w%d ", int(400 * rand() ^ 3) * 20 + (rand() < 0.7 ? topic : int(20 * rand()))
      print ""
    }
  }'
}
if [ $# -ge 3 ]; then
  cp "$3" corpus.txt
else
  corpus >corpus.txt
fi

now() {
  local time=${EPOCHREALTIME/[.,]/}
  echo $((time / 1000))
}

pause() { # MILLISECONDS
  sleep "$(($1 / 1000)).$(printf %03d $(($1 % 1000)))"
}

# The slice in the name of the newest checkpoint, or of a line that names one; -1 for none.
slice() {
  local name=${1##*slice-}
  case $1 in
    *slice-*) echo $((10#${name%%.checkpoint*})) ;;
    *) echo -1 ;;
  esac
}

newest() {
  local file last=
  for file in saved/slice-*.checkpoint; do
    [ -e "$file" ] && last=$file
  done
  slice "$last"
}

until_said() { # WORDS PID
  while kill -0 "$2" 2>/dev/null && ! grep -q "$1" log; do
    pause 20
  done
}

until_writing() { # PID
  local file
  while kill -0 "$1" 2>/dev/null; do
    pause 1
    for file in saved/*.unfinished; do
      [ ! "$file" -nt started ] || return 0
    done
  done
}

begin() { # FAMILY OPTIONS...
  : >log
  touch started
  "$root/wordvec" train "$@" corpus.txt -o cut.bin --checkpoint saved --checkpoint-every 3% 2>>log &
}

kills_of() { # FAMILY OPTIONS...
  local started took kills=0 writing=0 runs=0 before resumed pid unfinished
  started=$(now)
  "$root/wordvec" train "$@" corpus.txt -o whole.bin -q
  took=$(($(now) - started))
  # Measured on a busy machine, a run may seem longer than it will be.
  [ "$took" -lt 6000 ] || took=6000
  before=-1
  begin "$@"
  pid=$!
  while :; do
    if [ "$kills" -lt "$wanted" ]; then
      # Two of three are killed in training, one may be while it starts.
      [ $((kills % 3)) = 2 ] || until_said 'first words' "$pid"
      # Two draws, as one has no more than 15 bits.
      pause $((200 + (RANDOM * 32768 + RANDOM) % (took * 6 / 10)))
      # Every third kill waits for a checkpoint to be under way.
      [ $((kills % 3)) != 1 ] || until_writing "$pid"
    fi
    if [ "$kills" -lt "$wanted" ] && kill -KILL "$pid" 2>/dev/null; then
      wait "$pid" 2>/dev/null || [ $? = 137 ] || fail "$1: failed before it was killed: $(cat log)"
      kills=$((kills + 1))
      unfinished=$(find saved -name '*.unfinished' -newer started 2>/dev/null | wc -l)
      writing=$((writing + unfinished))
      # What it said to be safe must be there.
      before=$(slice "$(grep 'checkpoint saved' log | tail -n 1)")
      resumed=$(slice "$(grep 'resuming from' log | tail -n 1)")
      [ "$resumed" -le "$before" ] || before=$resumed
      [ "$(newest)" -ge "$before" ] || fail "$1: checkpoint $before is gone"
    else
      wait "$pid" || fail "$1: failed: $(cat log)"
      cmp whole.bin cut.bin || fail "$1: not the file of the run that was not killed"
      [ ! -e whole.bin.senses ] || cmp whole.bin.senses cut.bin.senses ||
        fail "$1: not the senses of the run that was not killed"
      runs=$((runs + 1))
      rm -rf cut.bin cut.bin.senses saved
      [ "$kills" -lt "$wanted" ] || break
      before=-1
    fi
    if [ "$(newest)" -ge 0 ]; then
      before=$(newest)
      : >log
      touch started
      "$root/wordvec" train --resume saved 2>>log &
      pid=$!
      until_said 'resuming from' "$pid"
      resumed=$(slice "$(grep 'resuming from' log)")
      [ "$resumed" -ge "$before" ] || fail "$1: resumed at $resumed, not at $before: $(cat log)"
    else
      begin "$@"
      pid=$!
    fi
  done
  printf '%-8s  %d kills, %d while a checkpoint was written; %d files, all the same to the byte\n' \
    "$1" "$kills" "$writing" "$runs"
}

"$root/wordvec" --version >version
common=(--threads 1 --device cpu --min-count 1)
for family in ${FAMILIES:-word2vec fasttext glove senses}; do
  case $family in
    word2vec) kills_of word2vec "${common[@]}" --dim 200 --epochs 8 ;;
    fasttext) kills_of fasttext "${common[@]}" --dim 100 --epochs 4 --buckets 20000 ;;
    glove) kills_of glove "${common[@]}" --dim 100 --epochs 6 ;;
    senses) kills_of senses "${common[@]}" --dim 100 --epochs 6 ;;
    *) fail "no model family: $family" ;;
  esac
done
