#!/usr/bin/env bash
# Ends streams of questions early, and checks that no thread goes on reading a model that is closed:
# bench/early-ends.sh [ENDS [SEED]]. ENDS runs (default 20, one of each kind; 500 is the full form)
# are spread over five commands (neighbors, analogy, similarity, vectors, shell) and four ways to end:
# the reader of the answers leaves, a word is unknown, the heap is too small, SIGTERM. Each run must
# end with a documented exit status and at most one line of error, without a stack trace and without a
# file that the JVM writes when it dies. Prints counts; fails when a run did not end so. Needs python3.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ends=${1:-20}
RANDOM=${2:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export TMPDIR=$work
wordvec=$root/wordvec
unset WORDVEC_JAVA_OPTS
"$wordvec" --version >/dev/null || exit 2

python3 - <<'PYTHON'
import array, random
random.seed(1)
words, dimensions, questions = 20000, 100, 4000
with open('model.bin', 'wb') as file:
    file.write(b'%d %d\n' % (words, dimensions))
    for word in range(words):
        values = array.array('f', (random.random() - 0.3 for _ in range(dimensions)))
        file.write(b'w%d ' % word + values.tobytes() + b'\n')
with open('neighbors', 'w') as one, open('analogy', 'w') as sum, open('similarity', 'w') as two:
    for i in range(questions):
        one.write('w%d\n' % i)
        sum.write('w%d - w%d + w%d\n' % (i, i + 1, i + 2))
        two.write('w%d w%d\n' % (i, i + 1))
PYTHON
cp neighbors vectors
cp neighbors shell

questions() { # COMMAND, its standard input from there on
  case $1 in
    neighbors | analogy) "$wordvec" "$1" model.bin --input - -k 300 ;;
    similarity) "$wordvec" "$1" model.bin --input - ;;
    *) "$wordvec" "$1" model.bin ;;
  esac
}

failed=0
problem() {
  failed=$((failed + 1))
  printf 'early-ends: %s of %s: %s\n' "$way" "$command" "$1" >&2
}

declare -A counts
commands=(neighbors analogy similarity vectors shell)
ways=(pipe unknown heap signal)
for ((end = 0; end < ends; end++)); do
  command=${commands[end % 5]}
  way=${ways[end / 5 % 4]}
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
  if grep -qE '^	at |Exception|internal error|fatal error' err out; then
    problem "a stack trace: $(head -n 3 err)"
  fi
  for file in hs_err* wordvec-*.log; do
    [ -e "$file" ] && problem "the JVM died: $file" && rm -f "$file"
  done
  counts[$way-$rc]=$((${counts[$way-$rc]:-0} + 1))
done
for key in $(printf '%s\n' "${!counts[@]}" | sort); do
  printf '%-8s exit status %3s: %4d\n' "${key%-*}" "${key##*-}" "${counts[$key]}"
done
printf '%d ends, %d faults\n' "$ends" "$failed"
[ "$failed" = 0 ]
