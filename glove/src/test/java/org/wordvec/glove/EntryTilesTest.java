package org.wordvec.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.EncodedCorpus;

class EntryTilesTest {
  private static final CooccurrenceConfig CONFIG =
      new CooccurrenceConfig(8, ContextSides.BOTH, DistanceWeighting.INVERSE);

  @ParameterizedTest
  @ValueSource(longs = {1L << 30, 20_000})
  void holdEveryEntryOnce(long memory) throws IOException, InterruptedException {
    String text = Texts.random(5, 3000, 9000);
    Weighting weighting = new Weighting(3, 0.75);
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Texts.encode(text, 1, arena);
      Map<PlainCounts.Pair, Double> expected = PlainCounts.of(text, corpus.vocabulary(), CONFIG);
      Map<PlainCounts.Pair, Double> found = new TreeMap<>();
      try (Entries entries =
          new Cooccurrences.Counted(corpus, CONFIG, memory)
              .arrange(weighting, 2, 1, CountingProgress.NONE)) {
        for (EntrySlice slice : entries.tiles().slices()) {
          addTo(found, slice, weighting);
        }
        assertThat(entries.size()).isEqualTo(expected.size());
      }
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      found.forEach(
          (pair, count) -> assertThat(count).isCloseTo(expected.get(pair), within(1e-5 * count)));
    }
  }

  private static void addTo(
      Map<PlainCounts.Pair, Double> found, EntrySlice slice, Weighting weighting) {
    for (int entry = 0; entry < slice.size(); entry++) {
      long at = (long) entry * EntrySlice.ENTRY_BYTES;
      int pair = slice.entries().get(ValueLayout.JAVA_INT_UNALIGNED, at);
      double count = Math.exp(slice.entries().get(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4));
      assertThat(slice.entries().get(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 8))
          .isCloseTo((float) weighting.of(count), within(1e-5f));
      int word = slice.firstWord() + (pair >>> 16) + 1;
      int context = slice.firstContext() + (pair & 0xFFFF) + 1;
      assertThat(found.put(new PlainCounts.Pair(word, context), count)).isNull();
    }
  }

  @Test
  void everyEpochVisitsEverySliceInAnotherOrder() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Texts.encode(Texts.random(5, 3000, 9000), 1, arena);
      try (Entries entries =
          new Cooccurrences.Counted(corpus, CONFIG, 1L << 30)
              .arrange(new Weighting(10, 0.75), 1, 1, CountingProgress.NONE)) {
        List<EntrySlice> slices = entries.tiles().slices();
        EpochOrder order = new EpochOrder(slices, 1);
        List<Integer> first = order(order, 0, slices.size());
        List<Integer> second = order(order, 1, slices.size());
        assertThat(first).isNotEqualTo(second).containsExactlyInAnyOrderElementsOf(second);
        assertThat(first).doesNotHaveDuplicates();
        assertThat(order(order, 0, slices.size())).isEqualTo(first);
      }
    }
  }

  private static List<Integer> order(EpochOrder order, int epoch, int slices) {
    return IntStream.range(0, slices).map(place -> order.slice(epoch, place)).boxed().toList();
  }
}
