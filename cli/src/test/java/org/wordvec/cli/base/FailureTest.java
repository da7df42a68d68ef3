package org.wordvec.cli.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.training.DivergedException;

class FailureTest {
  static Stream<Arguments> causes() {
    return Stream.of(
        arguments(new NoSuchFileException("a.txt"), 1, "a.txt: no such file or folder"),
        arguments(new AccessDeniedException("a.txt"), 1, "a.txt: permission denied"),
        arguments(
            new FileSystemException("a.txt", null, "No space left on device"),
            1,
            "a.txt: No space left on device"),
        arguments(new IOException("two\nlines"), 1, "two lines"),
        arguments(new UncheckedIOException(new NoSuchFileException("b")), 1, "b: no such"),
        arguments(new DivergedException("lower the learning rate"), 1, "lower the learning rate"),
        arguments(new IllegalArgumentException("dim must be"), 2, "dim must be"),
        arguments(new OutOfMemoryError("Java heap space"), 1, "out of memory"),
        arguments(
            new IOException("m.txt: its values need 9 GB", new OutOfMemoryError("no bytes")),
            1,
            "m.txt: its values need 9 GB"),
        arguments(
            new IllegalArgumentException("Self-suppression", new OutOfMemoryError("heap space")),
            1,
            "out of memory: heap space"),
        arguments(new InterruptedException(), 130, "interrupted"),
        arguments(new IllegalStateException("bug"), 1, "internal error"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void everyCauseHasAnExitCodeAndAMessage(Throwable cause, int code, String words) {
    Failure failure = Failure.of(cause);
    assertThat(failure.exitCode()).isEqualTo(code);
    assertThat(failure.line()).contains(words).doesNotContain("\n");
  }

  @Test
  void anInternalErrorRefersToTheStackTrace() {
    assertThat(Failure.of(new NullPointerException("x")).line()).contains("--stacktrace");
  }

  @Test
  void theMiddleOfAVeryLongLineIsLeftOut() {
    String line = Failure.oneLine("begin " + "x".repeat(200_000) + " end");
    assertThat(line).startsWith("begin xxx").contains("xxx … xxx").endsWith("xxx end");
    assertThat(line).hasSizeLessThan(3100);
  }
}
