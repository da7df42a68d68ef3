package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;
import org.wordvec.compute.cuda.Ptx;

/** Checks that the PTX files in the repository were compiled from the sources beside them. */
class PtxTest {
  private static final Path ROOT = Path.of("..");

  static List<Path> files() throws IOException {
    return found("glob:../*/src/main/resources/org/wordvec/*/*.ptx");
  }

  @Test
  void everySourceWasCompiled() throws IOException {
    List<Path> sources = found("glob:../*/src/main/cuda/*.cu");
    assertThat(sources).hasSizeGreaterThanOrEqualTo(3);
    for (Path source : sources) {
      String name = ROOT.relativize(source).toString().replace('\\', '/');
      assertThat(files()).anyMatch(ptx -> sourcesOf(ptx).contains(name));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void ptxMatchesItsSources(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String source : sourcesOf(file)) {
      digest.update(Files.readAllBytes(ROOT.resolve(source)));
    }
    assertThat(Ptx.of(Files.readString(file)).sourceHash())
        .as("%s is stale: run compute/src/main/cuda/ptx.sh", file)
        .isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void ptxNeedsOnlyTheDocumentedGpuAndDriver(Path file) throws IOException {
    Ptx ptx = Ptx.of(Files.readString(file));
    assertThat(ptx.target()).isEqualTo(CudaDevice.LEAST_CAPABILITY);
    // CUDA 10.0 brought PTX 6.3.
    assertThat(ptx.version()).isLessThanOrEqualTo(63);
    assertThat(CudaDriver.LEAST_VERSION).isEqualTo(10_000);
    assertThat(ptx.kernels()).isNotEmpty();
  }

  /** Returns the second line, after "// from ". */
  private static List<String> sourcesOf(Path file) {
    try {
      String line = Files.readAllLines(file).get(1);
      assertThat(line).startsWith("// from ");
      return List.of(line.substring("// from ".length()).split(" ", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> found(String pattern) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher(pattern);
    try (Stream<Path> paths = Files.find(ROOT, 8, (path, attributes) -> matcher.matches(path))) {
      return paths.filter(path -> !path.toString().contains("target")).sorted().toList();
    }
  }
}
