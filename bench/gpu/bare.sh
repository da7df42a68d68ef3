#!/usr/bin/env bash
# Runs a command as on a bare machine: with an empty environment, a PATH of usual small tools alone, so
# without Java and compilers, and without network where this user may cut it off.
#
#   bare.sh [NAME=VALUE ...] COMMAND ...
set -euo pipefail
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
for tool in awk basename bash cat cut date dirname env grep head ls mkdir mktemp nproc printenv rm sed sh \
  sort stat tail tar tee timeout tr uname wc; do
  ln -s "$(command -v "$tool")" "$tools/$tool"
done
cut_off=()
for options in -n -rn; do
  if unshare $options true 2>/dev/null; then
    cut_off=("$(command -v unshare)" $options)
    break
  fi
done
[[ ${#cut_off[@]} -gt 0 ]] || echo 'bare.sh: this user may not cut off the network' >&2
"${cut_off[@]}" env -i PATH="$tools" "$@"
