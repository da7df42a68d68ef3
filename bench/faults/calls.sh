#!/usr/bin/env bash
# Lets system calls fail under each reader and writer: bench/faults/calls.sh [RUNS [SEED]]. Of all
# pairs of a command and a call RUNS are taken (default all). In each, the first, second, fifth or
# last-but-few call on files of the folder fails, or reads and writes are short from then on. With
# short ones the answer must be as always. Where a call fails the command must end with exit status 1
# and one line that names a file, and an older output must be whole; or it did without and says so, or
# had no such call. Prints counts; fails when a run did not end so. Needs gcc and python3.
set -u
most=${1:-100000}
RANDOM=${2:-1}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=bench/faults/common.sh
. "$here/common.sh"
gcc -shared -fPIC -O1 -o calls.so "$here/calls.c" -ldl || exit 2

mkdir files
random_model files/one.bin 6000 50 1
random_questions 500
mv words couples sums pairs analogies files
random_corpus files/corpus 3000
for format in fifu npy safetensors vec glove; do
  "$wordvec" convert files/one.bin files/one.$format >/dev/null || exit 2
done
gzip -k files/one.vec
"$wordvec" train fasttext files/corpus -o files/ft.bin --dim 20 --epochs 1 --buckets 2000 --threads 1 --quiet || exit 2
printf '[neighbors]\ncount = 3\n' >files/defaults
export CALLS_FOLDER=$work/files CALLS_FILE=$work/met

# Prints what a command answers, or the sum of what it wrote.
ask() {
  case $1 in
    neighbors-*) "$wordvec" neighbors files/one."${1#*-}" --input files/words -k 3 ;;
    subwords) "$wordvec" neighbors files/ft.bin w00001 w0001x ;;
    analogy) "$wordvec" analogy files/one.bin --input files/sums ;;
    evaluate) "$wordvec" evaluate files/one.bin --analogies files/analogies --pairs files/pairs ;;
    similarity) "$wordvec" similarity files/one.bin --input files/couples ;;
    info) "$wordvec" info files/one.fifu ;;
    doctor) "$wordvec" doctor files/one.vec ;;
    vocab) "$wordvec" vocab files/corpus -o files/made.txt >/dev/null && cksum <files/made.txt ;;
    cooccur) "$wordvec" cooccur files/corpus -o files/made.counts --threads 1 >/dev/null && cksum <files/made.counts ;;
    phrases) "$wordvec" phrases files/corpus -o files/made.txt >/dev/null && cksum <files/made.txt ;;
    convert-*) "$wordvec" convert files/one.bin files/made."${1#*-}" >/dev/null && cksum <files/made."${1#*-}" ;;
    repair) "$wordvec" doctor files/one.vec --fix files/made.vec >/dev/null && cksum <files/made.vec ;;
    map) "$wordvec" map files/one.bin -o files/made.html --method pca --top 100 >/dev/null && cksum <files/made.html ;;
    word2vec | glove) "$wordvec" train "$1" files/corpus -o files/made.bin --dim 20 --epochs 2 --threads 1 \
      --device cpu --quiet && cksum <files/made.bin ;;
    fasttext) "$wordvec" train fasttext files/corpus -o files/made.bin --dim 20 --epochs 1 --buckets 2000 \
      --threads 1 --quiet && cksum <files/made.bin ;;
    checkpoints) rm -rf files/saved && "$wordvec" train word2vec files/corpus -o files/made.bin --dim 20 --epochs 4 \
      --threads 1 --device cpu --checkpoint files/saved --checkpoint-every 1s --quiet && cksum <files/made.bin ;;
  esac
}

commands=(neighbors-bin neighbors-fifu neighbors-npy neighbors-safetensors neighbors-vec neighbors-vec.gz
  subwords analogy evaluate similarity info doctor vocab cooccur phrases convert-bin convert-fifu convert-npy
  convert-safetensors convert-vec convert-vec.gz convert-glove convert-tsv repair map word2vec glove fasttext
  checkpoints)
ways=(open:2 open:13 open:24 read:5 read:short write:28 write:5 write:short sync:5 sync:28 close:5 close:28
  rename:5 rename:13 map:12 map:22 truncate:5)
pairs=()
for command in "${commands[@]}"; do
  for way in "${ways[@]}"; do
    pairs+=("$command $way")
  done
done

declare -A answers sums
runs=0
while [ "$runs" -lt "$most" ] && [ ${#pairs[@]} -gt 0 ]; do
  if [ "$most" -lt 10000 ]; then
    at=$((RANDOM % ${#pairs[@]}))
  else
    at=0
  fi
  read -r command way <<<"${pairs[at]}"
  unset "pairs[at]"
  pairs=("${pairs[@]}")
  runs=$((runs + 1))
  if [ -z "${answers[$command]:-}" ]; then
    rm -f files/made.*
    answers[$command]=$(ask "$command" 2>/dev/null | cksum)
    sums[$command]=$(cat files/made.* 2>/dev/null | cksum)
  fi
  rm -f files/made.* files/.made.* met
  # What is there already must stay whole where the command fails.
  for name in txt counts bin fifu npy vocab safetensors vec vec.gz glove tsv metadata.tsv html; do
    echo older >files/made.$name
  done
  nth=$((RANDOM % 4 == 0 ? 1 : RANDOM % 6 + 1))
  run="$way at call $nth of $command"
  LD_PRELOAD=$work/calls.so CALLS_NAME=${way%:*} CALLS_AT=$nth CALLS_WAY=${way#*:} ask "$command" >out 2>err
  rc=$?
  no_trace out err
  same=no
  [ "$(cksum <out)" = "${answers[$command]}" ] && same=yes
  if [ ! -e met ]; then
    [ "$rc-$same" = 0-yes ] || problem "no call was met, but exit status $rc: $(head -n 3 err)"
    count 'no such call'
  elif [ "${way#*:}" = short ]; then
    [ "$rc-$same" = 0-yes ] || problem "exit status $rc, same answer: $same: $(head -n 3 err)"
    count 'short, the same answer'
  elif [ "$rc" = 0 ]; then
    [ "$same" = yes ] || problem "exit status 0, but another answer: $(head -n 3 err)"
    count "did without ${way%:*}"
  else
    [ "$rc" = 1 ] || problem "exit status $rc: $(head -n 3 err)"
    # What a command says of its work stands before.
    [ "$(wc -l <err)" = 1 ] || [[ $command = phrases || $command = cooccur ]] || problem "not one line: $(head -n 3 err)"
    tail -n 1 err | grep -q files || problem "names no file: $(tail -n 1 err)"
    grep -qE '\.made|\.wordvec' err && problem "names a temporary file: $(tail -n 1 err)"
    changed=
    for name in files/made.*; do
      [ "$(head -c 6 "$name" | tr -d "\0")" = older ] || changed+=" $name"
    done
    # Where closing fails, or forcing the new name to the disk, all is written and maybe not for ever.
    [ -z "$changed" ] || [ "$(cat -- $changed | cksum)" = "${sums[$command]}" ] ||
      problem "$changed is not the older one: exit status $rc, $(tail -n 1 err)"
    count "refused by ${way%:*}"
  fi
done
report runs "$runs"
