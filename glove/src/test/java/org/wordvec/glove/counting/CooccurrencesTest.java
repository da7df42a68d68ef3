package org.wordvec.glove.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.Texts;
import org.wordvec.glove.counting.Cooccurrences.Counted;
import org.wordvec.glove.counting.Cooccurrences.Resources;
import org.wordvec.glove.counting.Cooccurrences.Stored;
import org.wordvec.testing.EncodedTexts;

class CooccurrencesTest {
  private static final long PLENTY = 1L << 30;
  private static final CooccurrenceConfig USUAL =
      new CooccurrenceConfig(10, ContextSides.BOTH, DistanceWeighting.INVERSE);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, BOTH, INVERSE, 1, 1",
    "10, BOTH, INVERSE, 1, 1",
    "10, BOTH, INVERSE, 2, 3",
    "10, BOTH, NONE, 3, 1",
    "4, LEFT, INVERSE, 2, 1",
    "4, LEFT, NONE, 1, 4",
    "100, BOTH, INVERSE, 2, 2"
  })
  void countsAsThePlainWayDoes(
      int window, ContextSides sides, DistanceWeighting weighting, int threads, long minimumCount)
      throws IOException, InterruptedException {
    CooccurrenceConfig config = new CooccurrenceConfig(window, sides, weighting);
    String text = Texts.random(window, 400, 700);
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode(text, minimumCount, arena);
      assertSame(
          read(write(new Counted(corpus, config), threads, PLENTY)),
          CooccurrenceReference.of(text, corpus.vocabulary(), config));
    }
  }

  @ParameterizedTest
  @EnumSource(ContextSides.class)
  void countsPieceByPieceWhereMemoryIsShort(ContextSides sides)
      throws IOException, InterruptedException {
    CooccurrenceConfig config = new CooccurrenceConfig(7, sides, DistanceWeighting.INVERSE);
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode(Texts.random(4, 12_000, 900), 2, arena);
      assertThat(8 * corpus.encodedTokens()).isGreaterThan(2 * Resources.LEAST_MEMORY / 2);
      Counted counted = new Counted(corpus, config);
      assertSame(read(write(counted, 2, Resources.LEAST_MEMORY)), read(write(counted, 1, PLENTY)));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anyNumberOfThreadsWritesTheSame() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      Counted counted = new Counted(EncodedTexts.encode(Texts.random(8, 2000, 900), arena), USUAL);
      assertThat(write(counted, 3, PLENTY)).isEqualTo(write(counted, 1, PLENTY));
    }
  }

  @Test
  void wordsOutsideTheVocabularyTakeNoPlace() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode("a x a\nb a y b\n", 2, arena);
      CooccurrenceConfig config =
          new CooccurrenceConfig(1, ContextSides.LEFT, DistanceWeighting.INVERSE);
      // Ranks: a 1, b 2. Pairs: a a, b a, a b.
      assertThat(HexFormat.of().formatHex(write(new Counted(corpus, config), 1, PLENTY)))
          .isEqualTo(
              "0100000001000000000000000000f03f"
                  + "0100000002000000000000000000f03f"
                  + "0200000001000000000000000000f03f");
    }
  }

  @Test
  void aFileGivesTheSameEntriesInAnyOrder() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode(Texts.random(3, 8000, 3000), arena);
      byte[] counted = write(new Counted(corpus, USUAL), 2, PLENTY);
      assertThat((long) counted.length).isGreaterThan(Resources.LEAST_MEMORY);
      Path shuffled = Files.write(folder.resolve("shuffled"), shuffle(counted));
      byte[] sorted = write(new Stored(shuffled, corpus.vocabulary()), 2, Resources.LEAST_MEMORY);
      assertThat(read(sorted)).isEqualTo(read(counted));
      Path again = Files.write(folder.resolve("sorted"), sorted);
      assertThat(write(new Stored(again, corpus.vocabulary()), 2, PLENTY)).isEqualTo(sorted);
    }
  }

  @Test
  void aBadFileIsNamedWithItsByte() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      Vocabulary words = EncodedTexts.encode("a b\n", arena).vocabulary();
      assertBad(words, new byte[31], "31 bytes");
      assertBad(words, new byte[0], "0 bytes");
      assertBad(words, entries(1, 3, 1), "byte 16: words number 1 and 3");
      assertBad(words, entries(0, 1, 1), "byte 16: words number 0 and 1");
      assertBad(words, entries(2, 1, Double.NaN), "byte 16: NaN");
      assertBad(words, entries(2, 1, Double.POSITIVE_INFINITY), "byte 16: Infinity");
      assertBad(words, entries(2, 1, -1), "byte 16: -1.0");
    }
  }

  @Test
  void resourcesAreChecked() {
    assertThatThrownBy(() -> new Resources(0, PLENTY, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be 1 to 1024, not 0");
    assertThatThrownBy(() -> new Resources(1, 1000, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the memory must be at least 1 MB, not 1000 bytes");
  }

  private void assertBad(Vocabulary words, byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("bad"), content);
    assertThatThrownBy(() -> write(new Stored(file, words), 1, PLENTY))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  /** A good entry, then one of these numbers. */
  private static byte[] entries(int word, int context, double count) {
    return ByteBuffer.allocate(32)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(1)
        .putInt(1)
        .putDouble(1)
        .putInt(word)
        .putInt(context)
        .putDouble(count)
        .array();
  }

  private byte[] write(Cooccurrences cooccurrences, int threads, long memory)
      throws IOException, InterruptedException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    long entries =
        cooccurrences.write(stream, new Resources(threads, memory, folder), CountingProgress.NONE);
    assertThat(stream.size()).isEqualTo(16 * entries);
    return stream.toByteArray();
  }

  private static Map<CooccurrenceReference.Pair, Double> read(byte[] bytes) {
    Map<CooccurrenceReference.Pair, Double> counts = new TreeMap<>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      CooccurrenceReference.Pair pair =
          new CooccurrenceReference.Pair(buffer.getInt(), buffer.getInt());
      assertThat(counts.put(pair, buffer.getDouble())).isNull();
    }
    return counts;
  }

  private static void assertSame(
      Map<CooccurrenceReference.Pair, Double> counted,
      Map<CooccurrenceReference.Pair, Double> expected) {
    assertThat(counted.keySet()).isEqualTo(expected.keySet());
    counted.forEach(
        (pair, value) -> assertThat(value).isCloseTo(expected.get(pair), within(1e-12 * value)));
  }

  private static byte[] shuffle(byte[] entries) {
    List<Integer> order = new ArrayList<>();
    for (int at = 0; at < entries.length; at += 16) {
      order.add(at);
    }
    Collections.shuffle(order, new Random(1));
    ByteBuffer shuffled = ByteBuffer.allocate(entries.length);
    order.forEach(at -> shuffled.put(entries, at, 16));
    return shuffled.array();
  }
}
