package org.wordvec.compute.kernels;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.lang.foreign.Arena;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.VectorApi;

/** A JVM without the Vector API has the plain loops, and needs no class of that module. */
class RowSumsFallbackTest {
  private static final int DIMENSIONS = 37;

  @Test
  void addsTheSameInAJvmWithoutTheVectorApi() throws Exception {
    assertThat(VectorApi.isPresent()).isTrue();
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes(RowSums.class) + File.pathSeparator + classes(RowSumsFallbackTest.class),
                Adding.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    assertThat(process.waitFor()).isZero();
    String[] lines = said.split("\n");
    assertThat(lines[0]).isEqualTo("false");
    float[] expected = sums();
    assertThat(lines).hasSize(expected.length + 1);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Float.parseFloat(lines[i + 1])).isCloseTo(expected[i], within(1e-6f));
    }
  }

  private static String classes(Class<?> of) {
    return Path.of(URI.create(of.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  private static float[] sums() {
    float[] sum = new float[DIMENSIONS + 5];
    try (Arena arena = Arena.ofConfined()) {
      Matrix rows = KernelData.random(arena, 4, DIMENSIONS, 2, 1);
      RowSums.add(rows, 3, 0.5f, sum, 2);
      RowSums.add(rows, 0, -1, sum, 2);
    }
    return sum;
  }

  static final class Adding {
    private Adding() {}

    public static void main(String[] arguments) {
      System.out.println(VectorApi.isPresent());
      for (float value : sums()) {
        System.out.println(value);
      }
    }
  }
}
