#!/usr/bin/env bash
# Cuts and overwrites models while commands read them: bench/faults/cuts.sh [CUTS [SEED]]. CUTS runs (default
# 30, two for each command; 300 is the full form) are spread over fifteen commands and five formats. A
# moment after the start the file is cut, overwritten by a shorter one, or overwritten by one of the
# same size. The command must either have answered as if nothing had happened (from the one file or
# from the other), or say so in one line that names the file, with exit status 1: no crash, no stack
# trace, no wrong answer. Prints counts; fails when a run did not end so. Needs python3.
set -u
cuts=${1:-30}
RANDOM=${2:-1}
# shellcheck source=bench/faults/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

random_model one.bin 12000 100 1
random_model two.bin 12000 100 2
random_questions 2000
random_corpus corpus 2000
for name in one two; do
  for format in fifu npy safetensors; do
    "$wordvec" convert $name.bin $name.$format >/dev/null || exit 2
  done
  seed=$((${seed:-0} + 1))
  "$wordvec" train fasttext corpus -o $name.ft.bin --dim 60 --epochs 1 --buckets 40000 --seed $seed \
    --threads 1 --quiet || exit 2
  mv $name.ft.bin $name.ft
done
cp one.vocab live.vocab

ask() { # COMMAND MODEL
  local model=$2
  case $1 in
    neighbors) "$wordvec" neighbors "$model" w00001 w00002 ;;
    batch) "$wordvec" neighbors "$model" --input words -k 20 ;;
    analogy) "$wordvec" analogy "$model" w00001 - w00002 + w00003 --method 3cosmul ;;
    similarity) "$wordvec" similarity "$model" --input couples ;;
    odd-one-out) "$wordvec" odd-one-out "$model" w00001 w00002 w00003 ;;
    rank) "$wordvec" rank "$model" w00001 w00002 w00003 ;;
    evaluate) "$wordvec" evaluate "$model" --analogies analogies --pairs pairs ;;
    compare) "$wordvec" compare "$model" one.bin --top 200 -k 20 ;;
    map) rm -f map.csv && "$wordvec" map "$model" -o map.csv --method pca --top 200 >note && cat map.csv ;;
    convert) rm -f out.vec && "$wordvec" convert "$model" out.vec >note && cksum out.vec ;;
    info) "$wordvec" info "$model" ;;
    doctor) "$wordvec" doctor "$model" ;;
    vectors) "$wordvec" vectors "$model" <words ;;
    senses) "$wordvec" senses "$model" w00001 ;;
    shell) head -n 200 words | "$wordvec" shell "$model" ;;
  esac
}

reference() { # COMMAND MODEL FORMAT: its answers, asked for once
  local kept=answers-$1-$2-$3
  if [ ! -e "$kept" ]; then
    cp "$2.$3" "live.$3"
    ask "$1" "live.$3" >"$kept" 2>/dev/null
  fi
  printf '%s\n' "$kept"
}

commands=(neighbors batch analogy similarity odd-one-out rank evaluate compare map convert info doctor
  vectors senses shell)
formats=(bin fifu npy safetensors ft)
ways=(cut shorter overwritten)
for ((n = 0; n < cuts; n++)); do
  command=${commands[n % 15]}
  format=${formats[(n + n / 15) % 5]}
  way=${ways[n / 3 % 3]}
  live=live.$format
  run="$way of $format under $command"
  first=$(reference "$command" one "$format")
  second=$(reference "$command" two "$format")
  cp "one.$format" "$live"
  size=$(wc -c <"$live")
  ask "$command" "$live" >out 2>err &
  pid=$!
  sleep "0.$(printf %03d $((RANDOM % 900)))"
  case $way in
    cut) truncate -s $((RANDOM % 32768 * (size / 32768))) "$live" ;;
    shorter) head -c $((RANDOM % 32768 * (size / 32768))) "two.$format" >"$live" ;;
    overwritten) dd if="two.$format" of="$live" conv=notrunc status=none ;;
  esac
  wait "$pid"
  rc=$?
  answered=no
  # With exit status 0 there may be notes, such as on words that were composed of n-grams.
  if cmp -s out "$first" || cmp -s out "$second"; then
    { [ "$rc" = 0 ] || [ ! -s err ]; } && answered=yes
  fi
  lines=$(wc -l <err)
  if [ "$answered" = no ]; then
    [ "$rc" = 1 ] || problem "exit status $rc, expected 1: $(head -c 300 err)"
    if [ "$command" = shell ] || [ "$command" = vectors ]; then
      [ "$lines" -ge 1 ] && ! grep -v "$live" err || problem "no line that names the file: $(head -n 3 err)"
    else
      [ "$lines" = 1 ] && grep -q "$live" err || problem "not one line that names the file: $(head -n 3 err)"
    fi
  fi
  no_trace err out
  count "$way-$([ "$answered" = yes ] && echo answered || echo refused)"
done
report 'files changed' "$cuts"
