package org.wordvec.glove.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.glove.Texts;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.CooccurrenceReference;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.Cooccurrences.Resources;
import org.wordvec.glove.counting.CountingProgress;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.EntrySlice.Orientation;
import org.wordvec.testing.EncodedTexts;

class EntryTilesTest {
  private static final Weighting WEIGHTING = new Weighting(3, 0.75);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"BOTH, 1073741824", "BOTH, 1048576", "LEFT, 1073741824"})
  void holdEveryEntryOnce(ContextSides sides, long memory)
      throws IOException, InterruptedException {
    CooccurrenceConfig config = new CooccurrenceConfig(8, sides, DistanceWeighting.INVERSE);
    String text = Texts.random(5, 6000, 9000);
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode(text, arena);
      Map<CooccurrenceReference.Pair, Double> expected =
          CooccurrenceReference.of(text, corpus.vocabulary(), config);
      Map<CooccurrenceReference.Pair, Double> found = new TreeMap<>();
      try (Entries entries =
          Entries.of(
              new Cooccurrences.Counted(corpus, config),
              WEIGHTING,
              1,
              new Resources(2, memory, folder),
              CountingProgress.NONE)) {
        entries.tiles().slices().forEach(slice -> addTo(found, slice));
        assertThat(entries.size()).isEqualTo(expected.size());
      }
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      found.forEach(
          (pair, count) -> assertThat(count).isCloseTo(expected.get(pair), within(1e-5 * count)));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static void addTo(Map<CooccurrenceReference.Pair, Double> found, EntrySlice slice) {
    for (int entry = 0; entry < slice.size(); entry++) {
      long at = (long) entry * EntrySlice.ENTRY_BYTES;
      int pair = slice.entries().get(ValueLayout.JAVA_INT, at);
      double count = Math.exp(slice.entries().get(ValueLayout.JAVA_FLOAT, at + 4));
      double weight = count < 3 ? Math.pow(count / 3, 0.75) : 1;
      assertThat(slice.entries().get(ValueLayout.JAVA_FLOAT, at + 8))
          .isCloseTo((float) weight, within(1e-5f));
      int row = slice.firstRow() + (pair >>> 16) + 1;
      int column = slice.firstColumn() + (pair & 0xFFFF) + 1;
      if (slice.orientation() == Orientation.UPRIGHT) {
        assertThat(found.put(new CooccurrenceReference.Pair(row, column), count)).isNull();
      } else if (row != column) {
        assertThat(found.put(new CooccurrenceReference.Pair(column, row), count)).isNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void everyEpochVisitsEverySliceInAnotherOrder(int threads) {
    List<EntrySlice> slices = slices(50);
    EpochOrder order = new EpochOrder(slices, threads, 1);
    List<Integer> first = visited(order, 0);
    List<Integer> second = visited(order, 1);
    assertThat(first).isNotEqualTo(second).containsExactlyInAnyOrderElementsOf(second);
    assertThat(first).doesNotHaveDuplicates();
    assertThat(visited(order, 2)).isNotEqualTo(first);
    assertThat(visited(order, 0)).isEqualTo(first);
    assertThat(visited(new EpochOrder(slices, threads, 2), 0)).isNotEqualTo(first);
  }

  @Test
  void slicesThatMeetAreNotTrainedAtTheSameTime() {
    List<EntrySlice> slices = slices(50);
    int meetings = meetings(slices, new EpochOrder(slices, 1, 1));
    assertThat(meetings).isGreaterThan(5);
    assertThat(meetings(slices, new EpochOrder(slices, 2, 1))).isLessThan(meetings / 4);
  }

  /** How often a slice stands behind one that it meets. */
  private static int meetings(List<EntrySlice> slices, EpochOrder order) {
    List<Integer> visited = visited(order, 0);
    return (int)
        IntStream.range(1, visited.size())
            .filter(
                place -> slices.get(visited.get(place)).meets(slices.get(visited.get(place - 1))))
            .count();
  }

  @Test
  void slicesMeetWhereTheyHaveWordsOrContextsInCommon() {
    EntrySlice upright = slice(0, 3, Orientation.UPRIGHT);
    assertThat(upright.meets(slice(0, 5, Orientation.UPRIGHT))).isTrue();
    assertThat(upright.meets(slice(7, 3, Orientation.UPRIGHT))).isTrue();
    assertThat(upright.meets(slice(3, 0, Orientation.UPRIGHT))).isFalse();
    assertThat(upright.meets(slice(0, 3, Orientation.MIRRORED))).isFalse();
    assertThat(upright.meets(slice(3, 7, Orientation.MIRRORED))).isTrue();
    assertThat(upright.meets(slice(7, 0, Orientation.MIRRORED))).isTrue();
    assertThat(upright.meets(slice(7, 8, Orientation.MIRRORED))).isFalse();
  }

  private static List<EntrySlice> slices(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> slice(i / 2 % 7, i / 14, i % 2 == 0 ? Orientation.UPRIGHT : Orientation.MIRRORED))
        .toList();
  }

  /** One of a tile of ten rows and ten columns. */
  private static EntrySlice slice(int row, int column, Orientation orientation) {
    return new EntrySlice(
        MemorySegment.NULL, 10 * row, 10 * row + 10, 10 * column, 10 * column + 10, orientation);
  }

  private static List<Integer> visited(EpochOrder order, int epoch) {
    return IntStream.range(0, 50).map(place -> order.slice(epoch, place)).boxed().toList();
  }
}
