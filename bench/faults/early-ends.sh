#!/usr/bin/env bash
# Ends streams of questions early, and checks that no thread goes on reading a model that is closed:
# bench/faults/early-ends.sh [ENDS [SEED]]. ENDS runs (default 20, one of each kind; 500 is the full form)
# are spread over five commands (neighbors, analogy, similarity, vectors, shell) and four ways to end:
# the reader of the answers leaves, a word is unknown, the heap is too small, SIGTERM. Each run must
# end with a documented exit status and at most one line of error, without a stack trace and without a
# file that the JVM writes when it dies. Prints counts; fails when a run did not end so. Needs python3.
set -u
ends=${1:-20}
RANDOM=${2:-1}
# shellcheck source=bench/faults/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

random_model model.bin 20000 100 1
random_questions 4000
mv words neighbors
mv sums analogy
mv couples similarity
cp neighbors vectors
cp neighbors shell

questions() { # COMMAND, its standard input from there on
  case $1 in
    neighbors | analogy) "$wordvec" "$1" model.bin --input - -k 300 ;;
    similarity) "$wordvec" "$1" model.bin --input - ;;
    *) "$wordvec" "$1" model.bin ;;
  esac
}

commands=(neighbors analogy similarity vectors shell)
ways=(pipe unknown heap signal)
for ((end = 0; end < ends; end++)); do
  command=${commands[end % 5]}
  way=${ways[end / 5 % 4]}
  run="$way of $command"
  case $way in
    pipe)
      lines=$((RANDOM % 3000 + 1))
      questions "$command" <"$command" 2>err | head -n "$lines" >out
      rc=${PIPESTATUS[0]}
      allowed='0 141' most=0
      ;;
    unknown)
      at=$((RANDOM % 4000 + 1))
      sed "${at}s/w[0-9]*/nobody/" "$command" >input
      questions "$command" <input >out 2>err
      rc=$?
      allowed=1 most=1
      [ "$command" != shell ] || allowed='0 1'
      grep -q nobody err || problem "does not name the word: $(head -c 300 err)"
      ;;
    heap)
      WORDVEC_JAVA_OPTS=-Xmx$((RANDOM % 33 + 8))m questions "$command" <"$command" >out 2>err
      rc=$?
      allowed='0 1' most=1
      ;;
    signal)
      questions "$command" <"$command" >out 2>err &
      pid=$!
      sleep "$((RANDOM % 2)).$(printf %03d $((RANDOM % 1000)))"
      kill -TERM "$pid" 2>/dev/null
      wait "$pid"
      rc=$?
      allowed='0 130 143' most=1
      ;;
  esac
  case " $allowed " in
    *" $rc "*) ;;
    *) problem "exit status $rc, expected one of $allowed: $(head -c 300 err)" ;;
  esac
  [ "$(wc -l <err)" -le "$most" ] || problem "more than $most lines of error: $(head -n 3 err)"
  no_trace err out
  count "$way-$rc"
done
report ends "$ends"
