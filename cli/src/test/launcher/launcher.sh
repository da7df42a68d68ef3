#!/usr/bin/env bash
# launcher.sh ROOT FOLDER: tests the launcher of ROOT, which is built, in a copy of it in FOLDER.
# A class archive must be used where it fits, and cost nobody a word or an answer where it does not.
set -eu

root=$1
copy=$2
failed=0

fail() {
  printf 'launcher test: %s\n' "$1" >&2
  failed=1
}

rm -rf "$copy"
mkdir -p "$copy/target/launcher"
cp -p "$root/wordvec" "$copy/"
app=$copy/target/launcher/app-of-test
cp -Rp "$root/cli/target/app" "$app"
printf '%s\n' "${app##*/}" 0 >"$copy/target/launcher/program"
printf '2 2\nking 1 2\nqueen 1 3\n' >"$copy/model.txt"

# Runs wordvec; leaves how many classes came from the archive in $archived.
run() {
  rm -f "$copy/classes"
  # The options are words, which a folder's name may be several of.
  (cd "$copy" && WORDVEC_JAVA_OPTS=-Xlog:class+load:file=classes \
    ./wordvec "$@" >"$copy/out" 2>"$copy/err") || fail "'$*' ended with $?: $(cat "$copy/err")"
  archived=$(grep -c ' org\.wordvec\..*shared objects file' "$copy/classes" || true)
  grep -q 'wordvec\.cli\.Main ' "$copy/classes" || fail "'$*' logged no classes"
}

# Asks in both ways to start; $2 says whether the archive fits.
ask() {
  local short vector
  run neighbors "$copy/model.txt" king
  short=$archived
  grep -q queen "$copy/out" || fail "$1: no answer"
  [ -s "$copy/err" ] && fail "$1: $(cat "$copy/err")"
  run cooccur "$copy/model.txt" -o "$copy/counts" --min-count 1 --quiet
  vector=$archived
  [ -s "$copy/err" ] && fail "$1: $(cat "$copy/err")"
  case $2 in
    archived) [ "$short" -gt 50 ] && [ "$vector" -gt 50 ] || fail "$1: archives were not used" ;;
    *) [ "$short" -eq 0 ] && [ "$vector" -eq 0 ] || fail "$1: old classes were used" ;;
  esac
}

ask 'as built, but moved' archived

chmod -R a-w "$copy/target"
ask 'read-only' archived
chmod -R u+w "$copy/target"

for jar in "$app"/picocli-*.jar "$app"/wordvec-vectors-*.jar; do
  cp -p "$jar" "$copy/kept.jar"
  touch "$jar"
  ask "${jar##*/} changed" ignored
  cp -p "$copy/kept.jar" "$jar"
done
ask 'changed back' archived

for archive in short vector; do
  head -c 100000 "$app/$archive.jsa" >"$copy/part" && mv "$copy/part" "$app/$archive.jsa"
done
ask 'archives cut off' ignored

rm "$app"/*.jsa
ask 'no archives' ignored

# What cannot be printed is a failure with one line; who closes a pipe wants no line.
full() {
  local code=0
  "$copy/wordvec" "$@" >/dev/full 2>"$copy/err" || code=$?
  [ "$code" -eq 1 ] || fail "'$*' into a full device ended with $code"
  [ "$(cat "$copy/err")" = 'wordvec: cannot write to standard output: No space left on device' ] ||
    fail "'$*' into a full device: $(cat "$copy/err")"
}

if [ -w /dev/full ]; then
  full info "$copy/model.txt"
  full neighbors "$copy/model.txt" king
  full tokenize "$copy/model.txt"
  full manual train
else
  printf 'launcher test: NO TEST OF A FULL DEVICE: there is no /dev/full\n' >&2
fi
yes king | head -n 200000 >"$copy/questions"
echo 0 >"$copy/code"
{
  "$copy/wordvec" neighbors "$copy/model.txt" --input "$copy/questions" 2>"$copy/err" ||
    echo $? >"$copy/code"
} | head -n 1 >/dev/null
[ "$(cat "$copy/code")" = 141 ] || fail "a closed pipe ended with $(cat "$copy/code")"
[ -s "$copy/err" ] && fail "a closed pipe: $(cat "$copy/err")"

exit "$failed"
