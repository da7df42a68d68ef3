package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordvec.vectors.formats.FinalfusionTest.int64;
import static org.wordvec.vectors.formats.VectorFormatTest.bytes;
import static org.wordvec.vectors.formats.VectorFormatTest.floats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.FloatRows;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;

/** Tensors by name, in safetensors files. */
class TensorFileTest {
  private static final WordList WORDS = WordList.of(List.of("a", "词 语", "ß#1"));
  private static final byte[] HALVES = {0x00, 0x3c, 0x00, (byte) 0xc0, 0x00, 0x38, 0x01, 0x00};

  @TempDir private Path directory;
  @AutoClose private final Arena arena = Arena.ofShared();
  private Path path = Path.of("");

  @BeforeEach
  void choosePath() {
    path = directory.resolve("x.senses");
  }

  private void write() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "a \"quoted\" text\nof ß");
    metadata.put("empty", "");
    TensorFile.write(
        path,
        metadata,
        List.of(
            tensor("floats", "F32", floats(1, -2, 3, 4, 0.1f, 6), 3, 2),
            tensor("halves", "F16", HALVES, 2, 2),
            tensor("ints", "I32", ints(7, -8, Integer.MAX_VALUE), 3, 1),
            tensor("none", "F32", new byte[0], 0, 5),
            TensorFile.words("words", WORDS)));
  }

  private static TensorFile.Tensor tensor(String name, String type, byte[] values, long... shape) {
    return new TensorFile.Tensor(
        name, type, Arrays.stream(shape).boxed().toList(), stream -> stream.write(values));
  }

  private static byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(values);
    return buffer.array();
  }

  @Test
  void readsWhatItWrote() throws IOException {
    write();
    TensorFile file = TensorFile.open(path, arena);
    assertThat(file.path()).isEqualTo(path);
    assertThat(file.metadata())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("format", "a \"quoted\" text\nof ß", "empty", ""));
    FloatRows rows = file.rows("floats", arena);
    assertThat(rows.rows()).isEqualTo(3);
    assertThat(rows.row(0)).containsExactly(1, -2);
    assertThat(rows.row(2)).containsExactly(0.1f, 6);
    assertThat(file.rows("halves", arena).row(0)).containsExactly(1, -2);
    assertThat(file.rows("halves", arena).row(1)).containsExactly(0.5f, 0x1p-24f);
    assertThat(file.values("ints", "I32", 12).toArray(ValueLayout.JAVA_BYTE))
        .isEqualTo(ints(7, -8, Integer.MAX_VALUE));
    assertThat(file.shape("ints")).containsExactly(3L, 1L);
    assertThat(file.shape("none")).containsExactly(0L, 5L);
    assertThat(file.values("none", "F32", 0).byteSize()).isZero();
    assertThat(words(file.words("words", 3))).containsExactly("a", "词 语", "ß#1");
    assertThat(file.has("halves")).isTrue();
    assertThat(file.has("format")).isFalse();
    assertThat(file.tables()).containsExactly("floats", "halves", "ints", "none");
  }

  private static List<String> words(WordList words) {
    return IntStream.range(0, words.size()).mapToObj(words::word).toList();
  }

  @Test
  void writesAHeaderThatEndsAtALineOfTheCache() throws IOException {
    write();
    byte[] written = Files.readAllBytes(path);
    int length = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN).getInt();
    assertThat((8 + length) % 64).isZero();
    assertThat(new String(written, 8, length, UTF_8).strip())
        .startsWith(
            "{\"__metadata__\":{\"format\":\"a \\\"quoted\\\" text\\nof ß\",\"empty\":\"\"},")
        .contains("\"ints\":{\"dtype\":\"I32\",\"shape\":[3,1],\"data_offsets\":[32,44]}")
        .contains("\"none\":{\"dtype\":\"F32\",\"shape\":[0,5],\"data_offsets\":[44,44]}")
        .endsWith("\"words\":{\"dtype\":\"U8\",\"shape\":[15],\"data_offsets\":[44,59]}}");
    assertThat(written)
        .hasSize(8 + length + 59)
        .endsWith(bytes(HALVES, ints(7, -8, Integer.MAX_VALUE), "a\n词 语\nß#1\n"));
  }

  @Test
  void leavesWhatWasThereWhenItCannotWrite() throws IOException {
    write();
    byte[] before = Files.readAllBytes(path);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TensorFile.write(path, Map.of(), List.of(tensor("x", "I64", new byte[8], 1))))
        .withMessageContaining("I64");
    TensorFile.Tensor failing =
        new TensorFile.Tensor(
            "x",
            "U8",
            List.of(1L),
            stream -> {
              throw new IOException("full");
            });
    assertThatThrownBy(() -> TensorFile.write(path, Map.of(), List.of(failing)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("full");
    assertThat(path).hasBinaryContent(before);
    assertThat(directory.toFile().list()).containsExactly("x.senses");
  }

  @Test
  void namesWhatIsNotAsExpected() throws IOException {
    write();
    TensorFile file = TensorFile.open(path, arena);
    assertRefused(() -> file.rows("x", arena), "tensor \"x\" is not within the 59 bytes");
    assertRefused(() -> file.shape("x"), "tensor \"x\" is not within the 59 bytes");
    assertRefused(() -> file.rows("ints", arena), "has values of type I32");
    assertRefused(() -> file.rows("none", arena), "has 0 rows");
    assertRefused(() -> file.values("ints", "F32", 12), "is of type I32, not F32");
    assertRefused(() -> file.values("ints", "I32", 8), "takes 12 bytes, not what its shape tells");
    assertRefused(() -> file.words("words", 4), "has 3 words and 4 rows");
    assertRefused(() -> file.words("ints", 3), "is of type I32, not U8");
  }

  @FunctionalInterface
  private interface Reading {
    Object read() throws IOException;
  }

  private void assertRefused(Reading reading, String message) {
    assertThatThrownBy(reading::read)
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                    | 0
          {"__metadata__":{"a":"b"}}            | 1
          {"__metadata__":{"a":"b","c":"d"}}    | 2
          {"__metadata__":{"a":7,"b":"c"}}      | 1
          {"__metadata__":{"a":["b"],"c":"d"}}  | 1
          {"__metadata__":{"a":{"b":"c"}}}      | 0
          {"__metadata__":{"a":null}}           | 0
          {"__metadata__":"a"}                  | 0
          {"__metadata__":["a","b"]}            | 0
          """,
      quoteCharacter = '~')
  void metadataIsWhatIsText(String header, int texts) throws IOException {
    Files.write(path, bytes(int64(header.length()), header));
    assertThat(TensorFile.open(path, arena).metadata()).hasSize(texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"__metadata__\":{\"a\":\"b\"",
        "{\"__metadata__\":{\"a\"}}",
        "{\"__metadata__\":{\"a\":\"b\"}",
        "[]",
        "7 ",
        "nothing",
        "{\"x\":7}",
        "{\"x\":{}}",
        "{\"x\":{\"data_offsets\":[0]}}",
        "{\"x\":{\"data_offsets\":[0,4,8]}}",
        "{\"x\":{\"data_offsets\":[0,\"4\"]}}",
        "{\"x\":{\"data_offsets\":[0,99999999999999999999]}}",
        "{\"x\":{\"data_offsets\":[0,4],\"shape\":4}}",
      })
  void aHeaderThatIsNoneIsRefused(String header) throws IOException {
    Files.write(path, bytes(int64(header.length()), header, new byte[8]));
    assertRefused(() -> TensorFile.open(path, arena), "its header is not a valid");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 1000, Long.MAX_VALUE, Long.MIN_VALUE, 100_000_001})
  void aHeaderOfAnImpossibleLengthIsRefused(long length) throws IOException {
    Files.write(path, bytes(int64(length), "{}"));
    assertRefused(() -> TensorFile.open(path, arena), "header");
  }

  @Test
  void everyCutIsRefusedByWhatIsCutOff() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertRefused(() -> TensorFile.open(path, arena).words("words", 3), "");
    }
  }

  @Test
  void everyDamageIsRefusedOrRead() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(path);
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = whole.clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(path, damaged);
      refused += isRead() ? 0 : 1;
    }
    assertThat(refused).isBetween(100, 2_900);
  }

  private boolean isRead() throws IOException {
    try (Arena own = Arena.ofConfined()) {
      TensorFile file = TensorFile.open(path, own);
      FloatRows rows = file.rows("floats", own);
      float[] row = new float[rows.dimensions()];
      for (int i = 0; i < rows.rows(); i++) {
        rows.copyRow(i, row, 0);
      }
      file.rows("halves", own);
      file.values("ints", "I32", 12).toArray(ValueLayout.JAVA_BYTE);
      file.words("words", 3);
      return true;
    } catch (VectorFormatException refused) {
      assertThat(refused.getMessage()).startsWith(path + ": ").doesNotContain("\n");
      return false;
    }
  }
}
