package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wordvec.vectors.formats.VectorFormatTest.bytes;
import static org.wordvec.vectors.formats.VectorFormatTest.floats;
import static org.wordvec.vectors.formats.VectorFormatTest.words;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

class FinalfusionTest {
  @TempDir private Path directory;

  @Test
  void readsTheLayoutOfTheSpecification() throws IOException {
    VectorFormat.Opened opened = open(file(vocabulary(1), true));
    assertThat(opened.format()).isEqualTo(new Finalfusion());
    assertThat(opened.vectors().isMapped()).isTrue();
    assertThat(opened.notes()).isEmpty();
    assertThat(words(opened.vectors())).containsExactly("a", "词");
    assertThat(opened.vectors().matrix().row(0)).containsExactly(1.2f, 1.6f);
    assertThat(opened.vectors().matrix().row(1)).containsExactly(0, 5);
    assertThat(new Neighbors(opened.vectors()).nearest("a", 1).getFirst().similarity())
        .isCloseTo(0.8, within(1e-6));
  }

  @Test
  void withoutNormsVectorsHaveLengthOne() throws IOException {
    WordVectors vectors = open(file(vocabulary(1), false)).vectors();
    assertThat(vectors.matrix().row(0)).containsExactly(0.6f, 0.8f);
  }

  @Test
  void ofSubwordsTheWordsAreReadAndTheRestIsNamed() throws IOException {
    byte[] lengths = {3, 0, 0, 0, 6, 0, 0, 0, 21, 0, 0, 0};
    byte[] explicit = {1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 6, 0, 0, 0};
    byte[] ngrams = bytes(int32(3), "<a>", new byte[8]);
    for (byte[] vocabulary :
        List.of(
            chunk(3, int64(2), lengths, int32(1), "a", int32(3), "词"),
            chunk(7, int64(2), lengths, int32(1), "a", int32(3), "词"),
            chunk(8, int64(2), explicit, int32(1), "a", int32(3), "词", ngrams))) {
      VectorFormat.Opened opened = open(file(vocabulary, true));
      assertThat(words(opened.vectors())).containsExactly("a", "词");
      assertThat(opened.notes()).singleElement().asString().contains("n-grams are left out");
    }
  }

  @Test
  void normsMayBeLeftOutOfTheListOfChunks() throws IOException {
    byte[] listed = file(vocabulary(1), true);
    byte[] old = bytes("FiFu", int32(0), int32(3), int32(5), int32(1), int32(2));
    byte[] unlisted = new byte[listed.length - 4];
    System.arraycopy(old, 0, unlisted, 0, old.length);
    System.arraycopy(listed, old.length + 4, unlisted, old.length, unlisted.length - old.length);
    // Padding depends on the place, which is another multiple of four.
    WordVectors vectors = open(unlisted).vectors();
    assertThat(vectors.vector("a").orElseThrow()).containsExactly(1.2f, 1.6f);
    assertRefused(bytes(unlisted, "more"), "expected the end of the file");
    assertRefused(bytes(file(vocabulary(1), false), int32(77)), "chunks of kind 77");
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    assertRefused(file(chunk(9, new byte[24]), true), "floret's vocabulary has n-grams alone");
    assertRefused(
        bytes("FiFu", int32(0), int32(2), int32(1), int32(4), vocabulary(1), chunk(4, int64(1))),
        "the vectors are quantised");
    assertRefused(bytes("FiFu", int32(1), int32(2)), "version 1 of finalfusion's format");
    assertRefused(bytes("FiFu", int32(0), int32(900)), "expected 2 to 16 chunks, found 900");
    assertRefused(
        bytes("FiFu", int32(0), int32(2), int32(1), int32(77), vocabulary(1), chunk(77)),
        "chunks of kind 77");
    assertRefused(
        bytes("FiFu", int32(0), int32(2), int32(1), int32(1), vocabulary(1), vocabulary(1)),
        "a second vocabulary");
    assertRefused(
        bytes("FiFu", int32(0), int32(2), int32(5), int32(5), chunk(5), chunk(5)),
        "has no vocabulary");
    byte[] endless = chunk(1, int64(Long.MAX_VALUE), int32(1), "a");
    assertRefused(file(endless, true), "9223372036854775807 words cannot be in");
    assertRefused(file(chunk(1, int64(1), int32(-1), "a"), true), "word 1 takes 4294967295 bytes");
  }

  @Test
  void readsBackAllButTheLastDigit() throws IOException {
    WordVectors written = Samples.random(100, 17, 4);
    Path path = directory.resolve("v.fifu");
    new Finalfusion().write(written, path);
    WordVectors read = VectorFormat.open(path, Arena.ofAuto());
    assertThat(words(read)).isEqualTo(words(written));
    for (int row = 0; row < 100; row++) {
      assertThat(read.matrix().row(row)).containsExactly(written.matrix().row(row), within(1e-6f));
    }
    // Cosines as in memory: unit rows and lengths must not be mixed up.
    for (int query : new int[] {1, 99}) {
      assertThat(new Neighbors(read).nearest("w" + query, 9).stream().map(Neighbor::word))
          .containsExactlyElementsOf(
              new Neighbors(written).nearest("w" + query, 9).stream().map(Neighbor::word).toList());
    }
  }

  @Test
  void zeroVectorsStayZero() throws IOException {
    Path path = directory.resolve("v.fifu");
    new Finalfusion().write(Samples.of(List.of("a"), new float[] {0, -0f}), path);
    assertThat(VectorFormat.open(path, Arena.ofAuto()).matrix().row(0)).containsExactly(0, -0f);
  }

  @Test
  void refusesWhatFinalfusionWouldNotRead() throws IOException {
    Path path = directory.resolve("v.fifu");
    WordVectors twice =
        Samples.of(List.of("a", "b", "a"), new float[] {1}, new float[] {2}, new float[] {3});
    assertThatThrownBy(() -> new Finalfusion().write(twice, path))
        .hasMessageContaining("cannot write the word \"a\" of row 3: row 1 has the same word");
    Path cut =
        Files.write(directory.resolve("cut"), bytes("1 1\n", new byte[] {(byte) 0xe8}, " 1\n"));
    WordVectors noUtf8 = VectorFormat.open(cut, Arena.ofAuto());
    assertThatThrownBy(() -> new Finalfusion().write(noUtf8, path))
        .hasMessageContaining("(row 1): it is not UTF-8");
    assertThat(path).doesNotExist();
  }

  @Test
  void aLengthBeyondFloat32IsNotWrittenOverTheOldFile() throws IOException {
    Path path = Files.writeString(directory.resolve("v.fifu"), "old");
    WordVectors huge =
        Samples.of(List.of("a", "b"), new float[] {1, 1}, new float[] {3e38f, 3e38f});
    assertThatThrownBy(() -> new Finalfusion().write(huge, path))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining("cannot write the vector of \"b\" (row 2)")
        .hasMessageContaining("4.2E+38");
    assertThat(path).hasContent("old");
    WordVectors large = Samples.of(List.of("a"), new float[] {Float.MAX_VALUE, 0});
    new Finalfusion().write(large, path);
    assertThat(VectorFormat.open(path, Arena.ofAuto()).matrix().row(0))
        .containsExactly(Float.MAX_VALUE, 0);
  }

  @Test
  void aFullVocabularyMayHoldAnything() throws IOException {
    Path path = directory.resolve("v.fifu");
    WordVectors odd =
        Samples.of(
            List.of("New York", "a\nb", "\t"), new float[] {1}, new float[] {2}, new float[] {3});
    new Finalfusion().write(odd, path);
    assertThat(words(VectorFormat.open(path, Arena.ofAuto())))
        .containsExactlyElementsOf(words(odd));
  }

  @Test
  void badValuesAreFoundWhenTheyAreRead() throws IOException {
    byte[] content = file(vocabulary(1), true);
    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putFloat(content.length - 4, Float.NaN);
    WordVectors vectors = open(content).vectors();
    assertThatThrownBy(() -> vectors.vector("词")).hasMessageContaining("the norm of row 2 is NaN");
    assertThat(vectors.vector("a")).isPresent();
  }

  /** A file of two words, with a piece of metadata before. */
  static byte[] file(byte[] vocabulary, boolean norms) {
    int kind = vocabulary[0];
    byte[] head =
        norms
            ? bytes("FiFu", int32(0), int32(4), int32(5), int32(kind), int32(2), int32(6))
            : bytes("FiFu", int32(0), int32(3), int32(5), int32(kind), int32(2));
    byte[] content = bytes(head, chunk(5, "a = 'b'"), vocabulary);
    byte[] array = bytes(int64(2), int32(2), int32(10));
    content =
        bytes(
            content,
            chunk(2, array, padding(content.length + 12 + array.length), floats(0.6f, 0.8f, 0, 1)));
    if (!norms) {
      return content;
    }
    byte[] lengths = bytes(int64(2), int32(10));
    return bytes(
        content, chunk(6, lengths, padding(content.length + 12 + lengths.length), floats(2, 5)));
  }

  static byte[] vocabulary(String... words) {
    byte[] all = int64(words.length);
    for (String word : words) {
      all = bytes(all, int32(word.getBytes(UTF_8).length), word);
    }
    return chunk(1, all);
  }

  /** A file of vectors with one value each, without norms. */
  static byte[] file(byte[] vocabulary, float... values) {
    byte[] content = bytes("FiFu", int32(0), int32(2), int32(1), int32(2), vocabulary);
    byte[] array = bytes(int64(values.length), int32(1), int32(10));
    return bytes(
        content, chunk(2, array, padding(content.length + 12 + array.length), floats(values)));
  }

  static byte[] vocabulary(int kind) {
    return chunk(kind, int64(2), int32(1), "a", int32(3), "词");
  }

  private static byte[] chunk(int kind, Object... content) {
    byte[] all = bytes(content);
    return bytes(int32(kind), int64(all.length), all);
  }

  private static byte[] padding(int offset) {
    return new byte[4 - offset % 4];
  }

  static byte[] int32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  static byte[] int64(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  private VectorFormat.Opened open(byte[] content) throws IOException {
    return VectorFormat.detect(Files.write(directory.resolve("vectors"), content), Arena.ofAuto());
  }

  private void assertRefused(byte[] content, String message) {
    assertThatThrownBy(() -> open(content))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(directory.resolve("vectors").toString())
        .hasMessageContaining(message);
    assertThat("词".getBytes(UTF_8)).hasSize(3);
  }
}
