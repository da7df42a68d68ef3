package org.wordvec.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;
import org.wordvec.cli.base.ExitCode;

class DoctorCommandTest {
  private static final float NAN = Float.NaN;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m.bin",
        "m.txt",
        "m.vec",
        "m.glove",
        "m.fifu",
        "m.npy",
        "m.safetensors",
        "m.bin.gz",
        "m.txt.zst"
      })
  void aSoundFileIsNothingOdd(String name) throws IOException {
    Path model = TinyModel.write(folder.resolve(name));
    CommandRun run = CommandRun.of("doctor", model.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(name, "8 rows, 4 dimensions; no problems found");
    Path copy = folder.resolve("copy.bin");
    assertThat(CommandRun.of("doctor", model.toString(), "--fix", copy.toString()).code()).isZero();
    assertThat(CommandRun.of("info", copy.toString()).out()).contains("8");
  }

  @Test
  void oddRowsOfTextAreListedAndLeftOut() throws IOException {
    Path model =
        write(
            "odd.txt",
            """
            9 2
            king 1 2
            queen 2 nan
            king 3 1
            new york 1 1
            zero 0 0
            short 1
            man 1 3

            caf\ufffd 2 1
            long 9999 1
            """);
    CommandRun run = CommandRun.of("doctor", model.toString(), "--format", "tsv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .containsExactly(
            "finding\tcount\trepair\texamples",
            "rows that cannot be read\t1\tleft out\tline 7: expected a word and 2 values, found 1",
            "empty lines\t1\tleft out\tline 9",
            "fewer rows than the header says\t2\tthe header is written anew\tline 1: the header"
                + " promises 9, found 7",
            "words that occur twice\t1\tthe first row is kept\trow 2: king (also row 1)",
            "words with white space\t1\tan underscore takes its place\trow 3: new york",
            "words with U+FFFD, as damaged text has\t1\tkept\trow 6: caf\ufffd",
            "vectors of zeros\t1\tleft out\trow 4: zero",
            "vectors with NaN or infinite values\t1\tleft out\t\"line 3: value 2 is \"\"nan\"\","
                + " not a finite float32\"",
            "vectors over 100 times the median length\t1\tkept\trow 7: 9999.0, median 3.1622777");
    assertThat(fixed(model, "fixed.txt"))
        .hasContent(
            """
            5 2
            king 1.0 2.0
            new_york 1.0 1.0
            man 1.0 3.0
            caf\ufffd 2.0 1.0
            long 9999.0 1.0
            """);
    assertThat(model).content(StandardCharsets.UTF_8).startsWith("9 2\nking");
  }

  @Test
  void rowsBeforeTheCutOfABinaryAreKept() throws IOException {
    byte[] whole = binary("3 2\n", "king", 1, 2, "queen", 2, 1, "man", 3, 1);
    Path model = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(whole, whole.length - 3));
    assertThat(CommandRun.of("info", model.toString()).code()).isEqualTo(1);
    CommandRun run = CommandRun.of("doctor", model.toString(), "--format", "tsv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "breaks off\t1\tthe rows before are kept\tbyte 33: no whole row 3 of a word and 2",
            "fewer rows than the header says\t1");
    assertThat(fixed(model, "fixed.txt")).hasContent("2 2\nking 1.0 2.0\nqueen 2.0 1.0\n");
  }

  @Test
  void aBinaryMayHoldAnything() throws IOException {
    byte[] rows =
        binary("5 2\n", "king", 1, 2, "queen", NAN, 1, "king", 3, 1, "\u00e4", 1, 1, "man", 1, 3);
    // Cuts the two bytes of the letter in two.
    int letter = indexOf(rows, (byte) 0xc3);
    rows[letter + 1] = 'x';
    Path model = Files.write(folder.resolve("odd.bin"), concat(rows, new byte[] {1, 2, 3}));
    CommandRun run = CommandRun.of("doctor", model.toString(), "--format", "tsv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "bytes behind the last row\t3\t",
            "words that occur twice\t1\t",
            "words that are not UTF-8\t1\t",
            "vectors with NaN or infinite values\t1\tleft out\trow 2: queen");
    assertThat(fixed(model, "fixed.glove")).hasContent("king 1.0 2.0\nman 1.0 3.0\n");
  }

  @Test
  void aHeaderThatPromisesTooMuchIsNoLossOfRows() throws IOException {
    Path model = Files.write(folder.resolve("m.bin"), binary("2000000000 2\n", "king", 1, 2));
    assertThat(fixed(model, "fixed.txt")).hasContent("1 2\nking 1.0 2.0\n");
    Path text = write("m.txt", "1 2\nking 1 2\nqueen 2 1\n");
    assertThat(CommandRun.of("doctor", text.toString()).out())
        .contains("more rows than the header says");
    assertThat(fixed(text, "fixed.vec")).hasContent("2 2\nking 1.0 2.0\nqueen 2.0 1.0\n");
  }

  @Test
  void whatCanBeUnpackedOfACutArchiveIsKept() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      StringBuilder text = new StringBuilder("20000 2\n");
      for (int i = 0; i < 20_000; i++) {
        text.append("w").append(i).append(' ').append(i % 97 + 1).append(" 0.5\n");
      }
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path model =
        Files.write(
            folder.resolve("cut.txt.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    assertThat(CommandRun.of("doctor", model.toString()).out())
        .contains("breaks off", "cannot be unpacked", "fewer rows than the header says");
    Path copy = fixed(model, "fixed.bin");
    assertThat(CommandRun.of("doctor", copy.toString()).code()).isZero();
    assertThat(CommandRun.of("neighbors", copy.toString(), "w5", "-k", "1").code()).isZero();
  }

  @Test
  void mappedFilesAreReadThrough() throws IOException {
    Path model = TinyModel.write(folder.resolve("m.npy"));
    byte[] bytes = Files.readAllBytes(model);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, NAN);
    Files.write(model, bytes);
    CommandRun run = CommandRun.of("doctor", model.toString(), "--format", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("\"count\" : 1", "row 8: ice,cream");
    assertThat(CommandRun.of("info", fixed(model, "fixed.npy").toString()).out()).contains(" 7 ");
  }

  @Test
  void untrainedAndDamagedRowsOfFastTextAreFound() throws IOException {
    Path text = write("text", "the king and the queen\n".repeat(20));
    Path model = folder.resolve("ft.bin");
    CommandRun trained =
        CommandRun.of(
            ("train fasttext " + text + " -o " + model + " --dim 4 --buckets 10 --min-count 1 -q")
                .split(" "));
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(CommandRun.of("doctor", model.toString()).code()).isZero();
    byte[] bytes = Files.readAllBytes(model);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int rows = bytes.length - 4 * 16 - 17 - 14 * 16;
    buffer.putFloat(rows + 4, NAN);
    Arrays.fill(bytes, rows + 16, rows + 32, (byte) 0);
    Arrays.fill(bytes, rows + 13 * 16, rows + 14 * 16, (byte) 0);
    Files.write(model, bytes);
    CommandRun run = CommandRun.of("doctor", model.toString(), "--format", "tsv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("words whose own row is zeros\t1\tkept\trow 2: "))
        .contains("n-gram rows of zeros\t1\tkept\trow 14, n-grams of bucket 9")
        .anyMatch(line -> line.startsWith("input rows with NaN or infinite values\t1\tzeros"));
    assertThat(CommandRun.of("neighbors", model.toString(), "the").code()).isEqualTo(1);
    Path copy = fixed(model, "fixed.bin");
    assertThat(CommandRun.of("neighbors", copy.toString(), "the").code()).isZero();
    assertThat(Files.size(copy)).isEqualTo(bytes.length);
    CommandRun refused = CommandRun.of("doctor", model.toString(), "--fix", folder + "/x.txt");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theModelIsNeverOverwritten() throws IOException {
    Path model = TinyModel.write(folder.resolve("m.bin"));
    byte[] before = Files.readAllBytes(model);
    CommandRun run = CommandRun.of("doctor", model.toString(), "--fix", model.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.errorLines()).singleElement().asString().contains("would overwrite MODEL");
    assertThat(model).hasBinaryContent(before);
  }

  @Test
  void whatIsNoFileOfVectorsIsAFailure() throws IOException {
    assertRefused("nothing.bin", "no such file");
    assertRefused(write("empty", "").toString(), "is empty");
    assertRefused(write("text", "just some words\nand more\n").toString(), "a word and its values");
    assertRefused(write("none.txt", "2 2\nx y\n").toString(), "no row that can be kept");
  }

  private void assertRefused(String model, String words) {
    CommandRun run =
        CommandRun.of("doctor", model, "--fix", folder.resolve("never.bin").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains(words);
    assertThat(folder.resolve("never.bin")).doesNotExist();
  }

  private Path fixed(Path model, String name) {
    Path copy = folder.resolve(name);
    CommandRun run = CommandRun.of("doctor", model.toString(), "--fix", copy.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.errorLines()).singleElement().asString().startsWith("wordvec: wrote " + copy);
    return copy;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] binary(String header, Object... rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(header.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < rows.length; i += 3) {
      bytes.write((rows[i] + " ").getBytes(StandardCharsets.UTF_8));
      bytes.write(
          ByteBuffer.allocate(9)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putFloat(((Number) rows[i + 1]).floatValue())
              .putFloat(((Number) rows[i + 2]).floatValue())
              .put((byte) '\n')
              .array());
    }
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte value) {
    int at = 0;
    while (bytes[at] != value) {
      at++;
    }
    return at;
  }

  private static byte[] concat(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }
}
