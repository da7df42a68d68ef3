#!/bin/sh
# check-ptx.sh: assembles the committed PTX for every kind of GPU since Turing, prints the registers
# of each kernel, and fails where one spills, does not assemble, or is older than its sources. Needs
# ptxas, of the CUDA toolkit; where it is missing that is said, and only the age is checked. With -q,
# prints failures alone. JOBS assemble at once;
# ARCHITECTURES may name fewer.
set -eu
cd "$(dirname "$0")/../../../.."
architectures=${ARCHITECTURES:-75 80 86 89 90 100 103 110 120 121}
quiet=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

compute/src/main/cuda/sources.sh | while read -r source width; do
  module=${source%%/*}
  suffix=$([ "$width" = none ] || echo "-$width")
  ptx=$module/src/main/resources/org/wordvec/$module/$(basename "$source" .cu)$suffix.ptx
  if [ ! -f "$ptx" ]; then
    echo "$ptx is missing: run compute/src/main/cuda/ptx.sh" >&2
    echo "$ptx" >> "$work/failed"
    continue
  fi
  files=$(sed -n '2s|^// from ||p' "$ptx")
  # shellcheck disable=SC2086
  hash=$(cat $files | sha256sum | cut -d' ' -f1)
  if [ "$(sed -n 1p "$ptx")" != "// sources SHA-256 $hash" ]; then
    echo "$ptx is older than its sources: run compute/src/main/cuda/ptx.sh" >&2
    echo "$ptx" >> "$work/failed"
  fi
  for architecture in $architectures; do
    echo "$ptx $architecture"
  done
done > "$work/pairs"

if ! command -v ptxas > /dev/null; then
  echo "NOT CHECKED: whether the PTX of the kernels assembles, since ptxas is not on the PATH" >&2
  [ ! -e "$work/failed" ]
  exit
fi

# One pair: what ptxas says of it, as lines of kernel, architecture, registers and spilled bytes.
cat > "$work/assemble" <<'ASSEMBLE'
work=$1 ptx=$2 architecture=$3
log=$work/$(basename "$ptx").$architecture
if ! ptxas -v -arch="sm_$architecture" "$ptx" -o "$log.cubin" > "$log" 2>&1; then
  { echo "$ptx does not assemble for sm_$architecture:"; cat "$log"; } >&2
  echo "$ptx" >> "$work/failed"
fi
awk -v architecture="$architecture" '
  /Compiling entry function/ { split($0, part, "\047"); name = part[2] }
  /bytes spill stores/ { spills = $5 + $9 }
  /Used [0-9]+ registers/ {
    for (i = 1; i < NF; i++) if ($i == "Used") registers = $(i + 1)
    print name, architecture, registers, spills
  }' "$log" > "$log.table"
ASSEMBLE
xargs -P "${JOBS:-2}" -n 2 sh "$work/assemble" "$work" < "$work/pairs"
sort "$work"/*.table > "$work/table"

awk '$4 > 0 { print $1 " spills " $4 " bytes on sm_" $2 }' "$work/table" > "$work/spills"
cat "$work/spills" >&2
if [ "$quiet" != -q ]; then
  awk -v columns="$architectures" '
    BEGIN {
      count = split(columns, column, " ")
      printf "| kernel |"; for (i = 1; i <= count; i++) printf " sm_%s |", column[i]
      printf "\n| --- |"; for (i = 1; i <= count; i++) printf " --: |"
      printf "\n"
    }
    { registers[$1, $2] = $3; if (!($1 in seen)) { seen[$1] = 1; name[++names] = $1 } }
    END {
      for (n = 1; n <= names; n++) {
        printf "| %s |", name[n]
        for (i = 1; i <= count; i++) printf " %s |", registers[name[n], column[i]]
        printf "\n"
      }
    }' "$work/table"
fi
[ ! -s "$work/spills" ] && [ ! -e "$work/failed" ]
