#!/usr/bin/env bash
# pack.sh FOLDER CORPUS QUESTIONS: writes all that bench/gpu.sh --parts needs on a bare Linux machine to a
# new folder, tries it as on such a machine, but without a GPU, and prints its size. Fails where the
# folder is larger than MOST_BYTES (58,000,000) or what is in it does not run. Needs g++ and xz, whose
# options may be in XZ_OPT.
set -euo pipefail
folder=${1:?usage: bench/gpu/pack.sh FOLDER CORPUS QUESTIONS} corpus=${2:?no corpus} questions=${3:?no questions}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
image=$work/image
without='without a JDK and without network'

die() {
  printf 'bench/gpu.sh: %s\n' "$1" >&2
  exit 1
}

# The runtime and the jars alone: class archives belong to another Java, and extensions are not needed.
add_java() {
  local launcher=$root/target/launcher jdk
  "$root/wordvec" --version >&2
  jdk=$(sed -n 2p "$launcher/jdk")
  "$jdk/bin/jlink" --add-modules \
    java.base,java.logging,java.management,java.xml,jdk.incubator.vector,jdk.management,jdk.unsupported \
    --strip-debug --no-header-files --no-man-pages --output "$image/java" 2>"$work/errors" ||
    die "jlink of $jdk failed: $(tail -n 1 "$work/errors")"
  mkdir "$image/app"
  cp "$launcher/$(head -n 1 "$launcher/program")"/*.jar "$image/app"
  cp "$root/bench/gpu/packed-wordvec.sh" "$image/wordvec"
  keep_own_library "$jdk" "$image"/app/zstd-jni-*.jar
}

# The jar holds a library for each of eighteen systems.
keep_own_library() { # JDK, jar
  local architecture
  case $(uname -m) in
    x86_64) architecture=amd64 ;;
    *) architecture=$(uname -m) ;;
  esac
  mkdir "$work/jar"
  (
    cd "$work/jar"
    "$1/bin/jar" --extract --file "$2"
    find . -name 'libzstd-jni*' ! -path "./linux/$architecture/*" -delete
    "$1/bin/jar" --create --file "$2" --manifest META-INF/MANIFEST.MF .
  )
}

add_kernels() {
  (cd "$root" && cp --parents bench/gpu/* */src/main/resources/org/wordvec/*/*.ptx \
    */src/test/cuda/*.h */src/test/cuda/*_checks.cpp "$image")
  "$root/bench/gpu/build.sh" "$image/programs"
}

# What unpacks the rest, for a machine that has no xz.
add_xz() {
  mkdir "$folder/xz"
  cp "$(command -v xz)" "$(ldd "$(command -v xz)" | sed -n 's/.*=> \(.*liblzma[^ ]*\).*/\1/p')" "$folder/xz"
}

# Every family trains on the first lines of the text, and is asked the questions.
try() {
  local family unpacked=$work/unpacked try=$work/try
  mkdir "$unpacked" "$try"
  "$root/bench/gpu/bare.sh" bash "$folder/gpu.sh" --unpack "$folder" "$unpacked"
  "$root/bench/gpu/bare.sh" "$unpacked/image/wordvec" --version 2>"$work/errors" >&2 ||
    die "what was packed does not start: $(tail -n 1 "$work/errors")"
  ! grep -q 'may not cut off' "$work/errors" || without='and without a JDK; the network could not be cut off'
  "$root/bench/gpu/bare.sh" "$unpacked/image/wordvec" tokenize "$folder"/corpus-* --head 200 >"$try/text"
  for family in word2vec glove fasttext; do
    "$root/bench/gpu/bare.sh" "$unpacked/image/wordvec" train $family "$try/text" -o "$try/$family.bin" \
      --dim 20 --epochs 1 --device cpu --quiet --report "$try/$family.json" \
      --report-analogies "$folder/questions.txt" 2>"$work/errors" ||
      die "what was packed does not train $family: $(tail -n 1 "$work/errors")"
    [[ -s $try/$family.bin && -s $try/$family.json ]] || die "what was packed wrote no $family"
  done
  [[ $("$root/bench/gpu/bare.sh" "$unpacked/image/programs/ceilings" 2>&1) == *usage* ]] ||
    die 'the programs that were packed do not start'
}

for file in "$corpus" "$questions"; do
  [[ -f $file && -r $file ]] || die "$file is no file that can be read"
done
[[ ! -e $folder ]] || rmdir "$folder" 2>/dev/null || die "$folder is there already and not empty"
# What fails leaves nothing, so that it can be tried again.
trap 'rm -rf "$work" "$folder"' EXIT
mkdir -p "$folder" "$image"
add_java
add_kernels
tar -C "$work" -c image | XZ_OPT=${XZ_OPT:--3} xz -T0 >"$folder/image.tar.xz"
add_xz
cp "$root/bench/gpu.sh" "$folder"
# As it is, since wordvec unpacks what it reads.
cp "$corpus" "$folder/corpus-$(basename "$corpus")"
cp "$questions" "$folder/questions.txt"
chmod -R u+w "$folder"
try
ls -l "$folder" >&2
size=$(find "$folder" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
echo "$folder: $size bytes; starts with an empty environment, $without"
((size <= ${MOST_BYTES:-58000000})) || die "$folder is larger than ${MOST_BYTES:-58000000} bytes"
trap 'rm -rf "$work"' EXIT
