#!/usr/bin/env bash
# Starts wordvec where bench/gpu/pack.sh has put it beside a Java of its own.
here=${0%/*}
exec "$here/java/bin/java" -XX:+UseParallelGC -XX:-UsePerfData --add-modules jdk.incubator.vector \
  -Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0 --sun-misc-unsafe-memory-access=allow \
  -jar "$here"/app/wordvec-cli-*.jar "$@"
