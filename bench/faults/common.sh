# Sourced by the scripts of this folder: a folder of its own to work in, what counts as a fault, and
# counts of what happened.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
wordvec=$root/wordvec
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export TMPDIR=$work
unset WORDVEC_JAVA_OPTS
"$wordvec" --version >/dev/null || exit 2
export WORDVEC_BUILD=never

# Writes a word2vec binary of random rows: random_model FILE WORDS DIMENSIONS SEED. Words are w00000,
# w00001 and so on.
random_model() {
  python3 - "$@" <<'PYTHON'
import array, random, sys
name, words, dimensions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(sys.argv[4])
with open(name, 'wb') as file:
    file.write(b'%d %d\n' % (words, dimensions))
    for word in range(words):
        values = array.array('f', (random.random() - 0.3 for _ in range(dimensions)))
        file.write(b'w%05d ' % word + values.tobytes() + b'\n')
PYTHON
}

# Writes the files words, couples, sums, pairs and analogies, of N questions each about words of a
# random model: random_questions N.
random_questions() {
  awk -v n="$1" 'BEGIN {
    print ": all" >"analogies"
    for (i = 0; i < n; i++) {
      a = sprintf("w%05d", i); b = sprintf("w%05d", i + 1); c = sprintf("w%05d", i + 2)
      print a >"words"
      print a, b >"couples"
      print a " - " b " + " c >"sums"
      print a, b, i >"pairs"
      print a, b, c, sprintf("w%05d", i + 3) >"analogies"
    }
  }'
}

# Writes lines of words of a random model, frequent ones more often: random_corpus FILE LINES.
random_corpus() {
  awk -v lines="$2" 'BEGIN {
    srand(1)
    for (line = 0; line < lines; line++) {
      for (i = 0; i < 10; i++) printf "w%05d ", int(300 * rand() ^ 2)
      print ""
    }
  }' >"$1"
}

failed=0
# Says what went wrong in the run that $run describes.
problem() {
  failed=$((failed + 1))
  printf '%s: %s: %s\n' "$(basename "$0" .sh)" "$run" "$1" >&2
}

# Finds stack traces in files, and what the JVM leaves behind when it dies.
no_trace() {
  if grep -qE '^	at |Exception|internal error|fatal error|StackOverflow' "$@"; then
    problem "a stack trace: $(cat "$@" | grep -E '^	at |Exception|internal error|fatal error|StackOverflow' | head -n 3)"
  fi
  for file in hs_err* wordvec-*.log; do
    [ -e "$file" ] && problem "the JVM died: $file" && rm -f "$file"
  done
}

declare -A counts
count() {
  counts[$1]=$((${counts[$1]:-0} + 1))
}

# Prints the counts, and ends with 1 where there was a fault: report WHAT NUMBER.
report() {
  local key
  for key in "${!counts[@]}"; do
    printf '%-32s %5d\n' "$key" "${counts[$key]}"
  done | sort
  printf '%d %s, %d faults\n' "$2" "$1" "$failed"
  [ "$failed" = 0 ]
}
