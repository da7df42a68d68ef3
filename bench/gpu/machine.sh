#!/usr/bin/env bash
# Prints what is needed to understand a table made on this machine, or why there is none: processor,
# memory, system, and what NVIDIA's tools say of the GPU and of the driver library.
set -uo pipefail
line() { # name, command ...
  local name=$1
  shift
  printf -- '- %s: %s\n' "$name" "$("$@" 2>/dev/null | tr -s '\n ' ' ' || true)"
}

date -u +'- %Y-%m-%d %H:%M UTC'
line processor sed -n 's/^model name[^:]*: //p;T;q' /proc/cpuinfo
line cores nproc
line memory sed -n 's/^MemTotal: *//p' /proc/meminfo
line system uname -srm
line 'driver library' sh -c 'ldconfig -p | grep libcuda.so.1'
line LD_LIBRARY_PATH printenv LD_LIBRARY_PATH
fields=name,driver_version,memory.total,memory.free,clocks.sm,clocks.max.sm,clocks.mem,mig.mode.current
line nvidia-smi nvidia-smi --query-gpu=$fields --format=csv,noheader
