package org.wordvec.glove;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Vocabulary;

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
  void countsAsThePlainWayDoesWhateverTheMemory(
      int window, ContextSides sides, DistanceWeighting weighting, int threads, long minimumCount)
      throws IOException, InterruptedException {
    CooccurrenceConfig config = new CooccurrenceConfig(window, sides, weighting);
    String text = Texts.random(window, 400, 700);
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Texts.encode(text, minimumCount, arena);
      byte[] atOnce = write(corpus, config, threads, PLENTY);
      check(atOnce, PlainCounts.of(text, corpus.vocabulary(), config));
      for (long memory : new long[] {16 * 100, 16 * 3000}) {
        check(
            write(corpus, config, threads, memory),
            PlainCounts.of(text, corpus.vocabulary(), config));
      }
    }
  }

  @Test
  void wordsOutsideTheVocabularyTakeNoPlace() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Texts.encode("a x a\nb a y b\n", 2, arena);
      CooccurrenceConfig config =
          new CooccurrenceConfig(1, ContextSides.LEFT, DistanceWeighting.INVERSE);
      // Ranks: a 1, b 2. Pairs: a a, b a, a b.
      assertThat(HexFormat.of().formatHex(write(corpus, config, 1, PLENTY)))
          .isEqualTo(
              "0100000001000000000000000000f03f"
                  + "0100000002000000000000000000f03f"
                  + "0200000001000000000000000000f03f");
    }
  }

  @Test
  void aFileGivesTheSameEntriesInAnyOrder() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Texts.encode(Texts.random(3, 300, 900), 1, arena);
      byte[] counted = write(corpus, USUAL, 2, PLENTY);
      Path sorted = Files.write(folder.resolve("sorted"), counted);
      Path shuffled = Files.write(folder.resolve("shuffled"), shuffle(counted));
      for (Path file : List.of(sorted, shuffled)) {
        for (long memory : new long[] {PLENTY, 100}) {
          assertThat(write(new Cooccurrences.Stored(file, corpus.vocabulary(), memory), 2))
              .isEqualTo(counted);
        }
      }
    }
  }

  @Test
  void aBadFileIsNamedWithItsByte() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      Vocabulary words = Texts.encode("a b\n", 1, arena).vocabulary();
      assertBad(words, entry(1, 2, 1, 7), "31 bytes");
      assertBad(words, entry(1, 3, 1, 0), "byte 16: words number 1 and 3");
      assertBad(words, entry(0, 1, 1, 0), "byte 16: words number 0 and 1");
      assertBad(words, entry(2, 1, Double.NaN, 0), "byte 16: NaN");
      assertBad(words, entry(2, 1, -1, 0), "byte 16: -1.0");
      assertBad(words, new byte[0], "0 bytes");
    }
  }

  private void assertBad(Vocabulary words, byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("bad"), content);
    assertThatThrownBy(() -> write(new Cooccurrences.Stored(file, words, PLENTY), 1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  /** A good entry, then one of these numbers, with bytes missing at the end. */
  private static byte[] entry(int word, int context, double count, int missing) {
    ByteBuffer buffer = ByteBuffer.allocate(32 - missing / 7).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(1).putInt(1).putDouble(1).putInt(word).putInt(context);
    if (missing == 0) {
      buffer.putDouble(count);
    }
    return buffer.array();
  }

  private static byte[] write(
      EncodedCorpus corpus, CooccurrenceConfig config, int threads, long memory)
      throws IOException, InterruptedException {
    return write(new Cooccurrences.Counted(corpus, config, memory), threads);
  }

  private static byte[] write(Cooccurrences cooccurrences, int threads)
      throws IOException, InterruptedException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    long entries = cooccurrences.write(threads, stream, CountingProgress.NONE);
    assertThat(stream.size()).isEqualTo(16 * entries);
    return stream.toByteArray();
  }

  private static void check(byte[] counted, Map<PlainCounts.Pair, Double> expected) {
    ByteBuffer buffer = ByteBuffer.wrap(counted).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(counted.length).isEqualTo(16 * expected.size());
    expected.forEach(
        (pair, value) -> {
          assertThat(new PlainCounts.Pair(buffer.getInt(), buffer.getInt())).isEqualTo(pair);
          assertThat(buffer.getDouble()).isCloseTo(value, within(1e-12 * value));
        });
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
