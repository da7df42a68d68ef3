package org.wordvec.vectors.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.NamedChannel;
import org.wordvec.corpora.reading.MissingFile;

class OutputFileTest {
  @TempDir private Path directory;

  @Test
  void writesAndReplaces() throws IOException {
    Path path = directory.resolve("file");
    OutputFile.write(path, stream -> stream.write("old".getBytes(UTF_8)));
    OutputFile.write(path, stream -> stream.write("new".getBytes(UTF_8)));
    assertThat(path).hasContent("new");
    assertThat(directory.toFile().list()).containsExactly("file");
  }

  @Test
  void anOpenFileIsWrittenInPlaceBehindWhatItHas() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(descriptors));
    Path path = Files.writeString(directory.resolve("file"), "old,");
    try (FileChannel _ = FileChannel.open(path, StandardOpenOption.APPEND)) {
      Path descriptor;
      try (Stream<Path> all = Files.list(descriptors)) {
        descriptor =
            all.filter(each -> leadsTo(each, path))
                .findFirst()
                .map(each -> descriptors.resolve(each.getFileName()))
                .orElseThrow();
      }
      OutputFile.write(descriptor, stream -> stream.write("new,".getBytes(UTF_8)));
      Path link = Files.createSymbolicLink(directory.resolve("link"), descriptor);
      OutputFile.write(link, stream -> stream.write("newer".getBytes(UTF_8)));
    }
    assertThat(path).hasContent("old,new,newer");
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file.toRealPath());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  @Test
  void failureLeavesTheOldFileAlone() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    path,
                    stream -> {
                      stream.write(new byte[1 << 20]);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(path).hasContent("old");
    assertThat(directory.toFile().list()).containsExactly("file");
  }

  @Test
  void partialFilesAreNeverVisible() throws IOException {
    Path path = directory.resolve("file");
    OutputFile.write(
        path,
        stream -> {
          stream.write(1);
          stream.flush();
          assertThat(path).doesNotExist();
        });
    assertThat(path).exists();
  }

  @Test
  void symbolicLinkStaysALink() throws IOException {
    Path target = Files.writeString(directory.resolve("target"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);
    OutputFile.write(link, stream -> stream.write("new".getBytes(UTF_8)));
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void behindALinkToNothingAFileIsMade() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("target"));
    OutputFile.write(link, stream -> stream.write("new".getBytes(UTF_8)));
    assertThat(link).isSymbolicLink();
    assertThat(directory.resolve("target")).hasContent("new");
    Path far = Files.createSymbolicLink(directory.resolve("far"), Path.of("none/target"));
    assertThatThrownBy(() -> OutputFile.check(far))
        .hasMessage(far + ": cannot write, there is no directory " + directory.resolve("none"));
  }

  @Test
  void cyclicLinksAndPathsThroughFilesAreRejected() throws IOException {
    Path circle = Files.createSymbolicLink(directory.resolve("circle"), Path.of("circle"));
    for (Path path : List.of(circle, circle.resolve("x.bin"))) {
      assertThatThrownBy(() -> OutputFile.write(path, stream -> stream.write(1)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(path + ": cannot write, ")
          .hasMessageContaining(" cycle");
    }
    assertThat(circle).isSymbolicLink();
    Path file = Files.writeString(directory.resolve("m.txt"), "old");
    for (String inside : List.of("x.bin", "x/y.bin")) {
      Path path = file.resolve(inside);
      assertThatThrownBy(() -> OutputFile.check(path))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(path + ": cannot write, " + file + " is a file, not a folder");
    }
  }

  @Test
  void fullDeviceIsAFailure() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no /dev/full on this system");
    assertThatThrownBy(() -> OutputFile.write(full, stream -> stream.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void aFailureThatTheContentSwallowsIsAFailure() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no /dev/full on this system");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    full,
                    stream -> {
                      PrintWriter writer = new PrintWriter(new OutputStreamWriter(stream, UTF_8));
                      writer.print("x".repeat(1 << 20));
                      assertThat(writer.checkError()).isTrue();
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("/dev/full: cannot write: No space left on device");
  }

  @Test
  void newFileKeepsReadPermissions() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    OutputFile.write(path, stream -> stream.write(1));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void temporaryFileKeepsReadPermissions() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    OutputFile.write(
        path,
        stream ->
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary())))
                .isEqualTo("rw-------"));
  }

  @Test
  void ownerIsKept() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    try {
      Files.setAttribute(path, "unix:uid", 12_345);
      Files.setAttribute(path, "unix:gid", 12_346);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "only root gives files away");
    }
    OutputFile.write(
        path, stream -> assertThat(Files.getAttribute(temporary(), "unix:uid")).isEqualTo(12_345));
    assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(12_345);
    assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(12_346);
  }

  @Test
  void temporaryFilesOfKilledWritersAreRemoved() throws Exception {
    Path path = directory.resolve("file");
    Process writer = otherWriter(path);
    Path left = temporary();
    writer.destroyForcibly().waitFor();
    assertThat(left).exists();
    Files.writeString(directory.resolve(".file.12345678.tmp"), "of another program");
    OutputFile.write(path, stream -> stream.write(1));
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("file", ".file.12345678.tmp");
  }

  @Test
  void temporaryFilesOfLivingWritersAreKept() throws Exception {
    Path path = directory.resolve("file");
    Process writer = otherWriter(path);
    try {
      OutputFile.write(path, stream -> stream.write(1));
      assertThat(temporary()).exists();
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  @Test
  void twoWritersOfOneProcessDoNotDisturbEachOther() throws IOException {
    Path path = directory.resolve("file");
    OutputFile.write(
        path,
        first -> {
          first.write(1);
          OutputFile.write(path, second -> second.write(2));
          assertThat(path).hasBinaryContent(new byte[] {2});
        });
    assertThat(path).hasBinaryContent(new byte[] {1});
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 101, 240, 241, 250, 255})
  void namesMayBeAsLongAsTheSystemAllows(int length) throws IOException {
    for (String name : List.of("n".repeat(length), "\u00e9".repeat(length / 2))) {
      Path path;
      try {
        path = Files.createFile(directory.resolve(name));
      } catch (IOException | InvalidPathException e) {
        continue;
      }
      OutputFile.write(path, stream -> stream.write(1));
      assertThat(directory.toFile().list()).containsExactly(name);
      Files.delete(path);
    }
  }

  /** The one file of the directory that is hidden. */
  private Path temporary() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(".file."))
          .findFirst()
          .orElseThrow();
    }
  }

  /** A process that begins to write a file and never ends. */
  private static Process otherWriter(Path path) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                Stream.of(
                        OutputFile.class,
                        OutputFileTest.class,
                        NamedChannel.class,
                        MissingFile.class)
                    .map(OutputFileTest::classes)
                    .collect(Collectors.joining(File.pathSeparator)),
                EndlessWriter.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.getInputStream().read()).isEqualTo('w');
    return process;
  }

  private static String classes(Class<?> of) {
    return Path.of(URI.create(of.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  static final class EndlessWriter {
    private EndlessWriter() {}

    public static void main(String[] arguments) throws IOException {
      OutputFile.write(
          Path.of(arguments[0]),
          stream -> {
            stream.write(1);
            System.out.write('w');
            System.out.flush();
            LockSupport.park();
          });
    }
  }

  @Test
  void aReadOnlyFileIsNotReplaced() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), path);
    for (Path output : List.of(path, link)) {
      String message = output + ": cannot write, the file is read-only";
      assertThatThrownBy(() -> OutputFile.check(output)).hasMessage(message);
      assertThatThrownBy(() -> OutputFile.write(output, stream -> stream.write(1)))
          .hasMessage(message);
    }
    assertThat(path).hasContent("old");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("file", "link");
  }

  @Test
  void checkFindsWhatCannotBeWritten() throws IOException {
    OutputFile.check(directory.resolve("file"));
    OutputFile.check(Path.of("file"));
    assertThatThrownBy(() -> OutputFile.check(directory))
        .isInstanceOf(IOException.class)
        .hasMessage(directory + ": cannot write, this is a directory");
    Path orphan = directory.resolve("none").resolve("file");
    assertThatThrownBy(() -> OutputFile.check(orphan))
        .isInstanceOf(IOException.class)
        .hasMessage(orphan + ": cannot write, there is no directory " + orphan.getParent());
    Path locked = Files.createDirectory(directory.resolve("locked"));
    assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "running as root");
    assertThatThrownBy(() -> OutputFile.check(locked.resolve("file")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no permission to write to " + locked);
  }
}
