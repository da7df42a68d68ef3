#!/usr/bin/env bash
# Runs the situations in bench/cases/*.sh, which public bug reports describe, through the launcher
# and prints a table, one line a case: bench/cases.sh [FILE-OR-ID ...]. An argument names a file of
# bench/cases without its ending (text) or the identifier of a case (text/F3). Exits with 1 when a
# case fails. Each case runs in an empty folder of its own. Needs bash 4, python3 and zstd.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$root:$PATH
unset WORDVEC_JAVA_OPTS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
selected=" $* "
passed=0
failed=0

# ---- what the files of cases call ----

# Begins a case: situation ID TITLE, followed by its commands. It lasts to the next one.
situation() {
  finish
  id=$group/$1
  title=$2
  began=$SECONDS
  problems=
  skipped=
  case $selected in
    '  ' | *" $group "* | *" $id "*) ;;
    *) return 1 ;;
  esac
  mkdir -p "$work/$id" && cd "$work/$id" || exit 2
}

# Runs a command (no pipeline: wrap one as run bash -c '...'); leaves its standard output in $out,
# standard error in $err and exit status in $rc, each without the newlines at the end.
run() {
  last=$*
  "$@" >"$work/out" 2>"$work/err"
  rc=$?
  out=$(tr -d '\000' <"$work/out")
  err=$(tr -d '\000' <"$work/err")
  case $err in
    *'	at '* | *'Exception in thread'* | *'internal error'*) problem "a stack trace: $err" ;;
  esac
}

rc_is() { [ "$rc" = "$1" ] || problem "exit status $rc, expected $1; standard error: $err"; }
out_is() { [ "$out" = "$1" ] || problem "printed «$out», expected «$1»; standard error: $err"; }
out_has() { contains "$out" "$1" || problem "printed «$out», expected to hold «$1»; standard error: $err"; }
out_lacks() { ! contains "$out" "$1" || problem "printed «$out», must not hold «$1»"; }
err_is() { [ "$err" = "$1" ] || problem "standard error «$err», expected «$1»"; }
err_has() { contains "$err" "$1" || problem "standard error «$err», expected to hold «$1»"; }
err_lacks() { ! contains "$err" "$1" || problem "standard error «$err», must not hold «$1»"; }
# Checks that the command failed with one line on standard error that holds all of the arguments.
refused() {
  [ "$rc" -gt 0 ] && [ "$rc" -lt 126 ] || problem "exit status $rc, expected an error; printed «$out»"
  [ "$(printf '%s\n' "$err" | grep -c .)" = 1 ] || problem "expected one line of error, found «$err»"
  local part
  for part in "$@"; do err_has "$part"; done
}
# Checks that a shell condition holds: holds 'two files are the same' cmp -s a b.
holds() {
  local what=$1
  shift
  "$@" || problem "not so: $what"
}
# Says that this machine cannot run the case, and why; it then counts neither way.
skip() { skipped=$1; }

# ---- the run ----

contains() { case $1 in *"$2"*) return 0 ;; *) return 1 ;; esac; }

problem() { problems="$problems
    $last: $1"; }

finish() {
  [ -n "${id:-}" ] || return 0
  case $selected in
    '  ' | *" $group "* | *" $id "*)
      if [ -n "$problems" ]; then
        failed=$((failed + 1))
        printf '%-18s FAILED   %3d s  %s%s\n' "$id" $((SECONDS - began)) "$title" "$problems"
      elif [ -n "$skipped" ]; then
        printf '%-18s LEFT OUT %3d s  %s: %s\n' "$id" $((SECONDS - began)) "$title" "$skipped"
      else
        passed=$((passed + 1))
        printf '%-18s ok       %3d s  %s\n' "$id" $((SECONDS - began)) "$title"
      fi
      ;;
  esac
  id=
  cd "$work" || exit 2
}

last='(nothing was run)'
# So that the first case's output holds nothing of a build.
wordvec --version >/dev/null || exit 2
for file in "$root"/bench/cases/*.sh; do
  group=$(basename "$file" .sh)
  # shellcheck source=/dev/null
  . "$file"
  finish
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
