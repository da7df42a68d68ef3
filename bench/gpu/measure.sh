#!/usr/bin/env bash
# Checks the kernels on the first GPU, then measures speed and quality of every model family on it, and
# prints tables as Markdown, each line as soon as it is known, the most important tables first:
#
#   measure.sh CORPUS [QUESTIONS]
#
# From the environment: LIMIT (350 seconds for all; what is left then is named), BEGUN (the second of
# the epoch from which it counts), LONGEST (60 seconds for a training), EPOCHS (5), DIM (128), DIMS
# ("100 300", the other dimensions), MODELS, CONCURRENCY ("128 256 512 1024 2048", beside wordvec's own
# choice) for CONCURRENCY_MODELS, THREADS ("1 2 4 8 16", as far as there are cores).
#
# What fails or takes too long costs its row. The exit status tells whether every kernel is right. Needs
# NVIDIA's driver and no CUDA toolkit, and a C++ compiler where no programs are packed.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
export CORPUS=${1:?usage: bench/gpu/measure.sh CORPUS [QUESTIONS]} QUESTIONS=${2:-}
begun=${BEGUN:-$(date +%s)} limit=${LIMIT:-350} longest=${LONGEST:-60}
dim=${DIM:-128} dims=${DIMS-100 300} threads=${THREADS-1 2 4 8 16}
models=${MODELS:-skipgram cbow skipgram-hs cbow-hs fasttext fasttext-cbow glove}
concurrency=${CONCURRENCY-128 256 512 1024 2048}
concurrency_models=${CONCURRENCY_MODELS-skipgram skipgram-hs fasttext glove cbow}
# Seconds on a GPU are few: what cannot end well does not begin.
for number in "$limit" "$longest"; do
  [[ $number =~ ^-?[0-9]+$ ]] || { echo "measure.sh: LIMIT and LONGEST are seconds, not '$number'" >&2; exit 2; }
done
for file in "$CORPUS" ${QUESTIONS:+"$QUESTIONS"}; do
  [[ -f $file && -r $file ]] || { echo "measure.sh: $file: no file that can be read" >&2; exit 2; }
done
WORK=$(mktemp -d)
export WORK VOCABULARY=$WORK/vocabulary
trap 'rm -rf "$WORK"' EXIT
# What the next training begins, if it does.
title=
left_out=

remaining() { echo $((begun + limit - $(date +%s))); }

# Where the loader does not find NVIDIA's library, looks in folders where containers have it.
find_driver() {
  local folder
  ! ldconfig -p 2>/dev/null | grep -q 'libcuda\.so\.1 ' || return 0
  for folder in ${LD_LIBRARY_PATH//:/ } /usr/local/nvidia/lib64 /usr/lib/x86_64-linux-gnu /usr/lib64 \
    /usr/lib/wsl/lib; do
    if [[ -e $folder/libcuda.so.1 ]]; then
      [[ :$LD_LIBRARY_PATH: == *:$folder:* ]] ||
        export LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
      return
    fi
  done
}

section() { printf '\n## %s\n\n' "$1"; }

train() { # model, dimensions, options ...
  local seconds text="$*"
  seconds=$(remaining)
  if ((seconds < 5)); then
    text=${text/--device /}
    left_out="$left_out${left_out:+, }${text/--gpu-concurrency /}"
    return
  fi
  if [[ -n $title ]]; then
    section "$title"
    "$root/bench/gpu/train.sh" --header
    title=
  fi
  "$root/bench/gpu/train.sh" $((seconds < longest ? seconds : longest)) "$@"
}

train_all() { # title, dimensions, options ...
  title=$1
  for model in $models; do
    train "$model" "${@:2}"
  done
}

LD_LIBRARY_PATH=${LD_LIBRARY_PATH:-}
PATH=$PATH:/usr/sbin:/sbin:/usr/local/nvidia/bin
find_driver
section Machine
"$root/bench/gpu/machine.sh"

programs=$root/programs
if [[ $("$programs/ceilings" 2>&1) != usage* ]]; then
  programs=$WORK/programs
  "$root/bench/gpu/build.sh" "$programs" >&2
fi

section 'Kernels against the sequential program'
timeout 90 "$root/bench/gpu/check.sh" "$programs"
kernels=$?

section Ceilings
timeout 60 "$programs/ceilings" "$root/bench/src/main/resources/org/wordvec/bench/ceilings.ptx" 2>&1 ||
  echo '**failed**'

timeout -k 5 60 "$root/wordvec" vocab "$CORPUS" -o "$VOCABULARY" --min-count 5 --quiet >&2 || exit

# Without a GPU that wordvec can use, what the CPU does is still of use.
if gpu=$(timeout -k 5 30 "$root/wordvec" devices --format tsv 2>&1 | grep '^cuda:'); then
  train_all "Every model, $dim dimensions" "$dim" --device cuda
  title="Concurrency, $dim dimensions"
  for model in $concurrency_models; do
    for flight in $concurrency; do
      train "$model" "$dim" --device cuda --gpu-concurrency "$flight"
    done
  done
else
  printf '\n**No GPU to train on.** %s\n' "$(timeout -k 5 30 "$root/wordvec" devices 2>&1 >/dev/null | tail -n 1)"
fi

title='Threads of the CPU, skip-gram, an epoch'
for count in $threads; do
  ((count > $(nproc))) || EPOCHS=1 train skipgram "$dim" --device cpu --threads "$count"
done

for other in ${gpu:+$dims}; do
  train_all "Every model, $other dimensions" "$other" --device cuda
done

train_all "The CPU's quality, all threads" "$dim" --device cpu

printf '\nEnded after %s s.%s\n' $(($(date +%s) - begun)) "${left_out:+ Left out: $left_out.}"
exit $kernels
