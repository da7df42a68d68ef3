#!/usr/bin/env bash
# Runs the JMH benchmarks of the kernels; arguments go to JMH, for example: -p dimensions=100 -prof gc
# BENCH_JAVA_OPTS adds JVM options, for example -XX:MaxVectorSize=16 for 128-bit vectors.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -B -ntp -Dquick -Pbench package
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" --list-modules 2>/dev/null | grep -q '^java.base@2[5-9]' || {
  echo "bench/kernels.sh: set JAVA_HOME to a JDK 25" >&2
  exit 1
}
exec "$java" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
  --add-modules jdk.incubator.vector -Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0 \
  -XX:+UseParallelGC ${BENCH_JAVA_OPTS:-} \
  -cp 'bench/target/classes:bench/target/lib/*' org.openjdk.jmh.Main -f 1 "$@"
