#!/usr/bin/env bash
# check.sh FOLDER: runs the committed PTX of every kernel on the first GPU, from the programs that
# build.sh left in the folder, and prints a table: a row for each kernel, its verdict, its largest error
# against the plain program. Rows appear as they are known. A kernel that kills its program, or does not
# end within CHECK_SECONDS (30) of it, costs its own row; the program is started again for the others.
# Fails unless every kernel is right.
set -uo pipefail
folder=${1:?usage: bench/gpu/check.sh FOLDER}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

kernels() { # those of the table so far
  sed -n 's/^| `\([a-z0-9_]*\)` |.*/\1/p' "$work/table"
}

failed=0
echo '| kernel | verdict | largest error | first fault |'
echo '| --- | --- | --: | --- |'
for program in "$folder"/{word2vec,fasttext,glove,matrix}_checks; do
  : >"$work/table"
  while true; do
    before=$(wc -c <"$work/table")
    # shellcheck disable=SC2046 # A list of names.
    WORDVEC_ROOT=$root timeout --foreground "${CHECK_SECONDS:-30}" "$program" $(kernels) 2>"$work/errors" |
      tee -a "$work/table"
    status=${PIPESTATUS[0]}
    [[ $status == 0 ]] || failed=1
    if [[ $(wc -c <"$work/table") == "$before" ]]; then
      [[ $status == 0 ]] || echo "| ${program##*/} | **died** | | $(tail -n 1 "$work/errors") |"
      break
    fi
    # A row without an end is that of the kernel which the program died of.
    [[ -n $(tail -c 1 "$work/table") ]] || break
    why=$(tail -n 1 "$work/errors")
    [[ $status != 124 ]] || why="did not end within ${CHECK_SECONDS:-30} s"
    echo "**died** | | ${why:-status $status} |" | tee -a "$work/table"
  done
done
exit $failed
