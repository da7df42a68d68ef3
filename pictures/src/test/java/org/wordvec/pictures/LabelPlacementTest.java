package org.wordvec.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wordvec.pictures.LabelPlacement.Box;
import org.wordvec.pictures.WordMap.MapWord;

class LabelPlacementTest {
  private static final MapFrame FRAME = new MapFrame(600, 400);

  @Test
  void labelsOverlapNeitherEachOtherNorTheEdge() {
    List<Optional<Box>> labels = place(Maps.crowded(600));
    List<Box> boxes = labels.stream().flatMap(Optional::stream).toList();
    assertThat(boxes).hasSizeBetween(50, 599);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertThat(box.left()).isNotNegative();
      assertThat(box.right()).isLessThanOrEqualTo(600);
      assertThat(box.top()).isNotNegative();
      assertThat(box.bottom()).isLessThanOrEqualTo(400);
      for (Box other : boxes.subList(i + 1, boxes.size())) {
        assertThat(box.overlaps(other)).as("%s and %s", box, other).isFalse();
      }
    }
  }

  @Test
  void theMoreImportantWordKeepsItsLabel() {
    List<MapWord> words = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      words.add(new MapWord("word" + i, 0.5, 0.5, -1, false));
    }
    List<Optional<Box>> labels = place(new WordMap(words, 0));
    assertThat(labels.subList(0, 2)).allMatch(Optional::isPresent);
    assertThat(labels.subList(2, 20)).allMatch(Optional::isEmpty);
    words.add(new MapWord("marked", 0.5, 0.5, -1, true));
    assertThat(place(new WordMap(words, 0)).getLast()).as("the first of all").isPresent();
  }

  @Test
  void roomForAllIsUsed() {
    List<MapWord> words = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      words.add(new MapWord("a", i % 3 * 0.5, Math.floorDiv(i, 3) * 0.5, -1, false));
    }
    assertThat(place(new WordMap(words, 0))).allMatch(Optional::isPresent);
  }

  @Test
  void chineseIsWide() {
    assertThat(TextMeasure.GUESS.ems("中文")).isGreaterThan(2);
    assertThat(TextMeasure.GUESS.ems("ill")).isLessThan(1.2);
  }

  private static List<Optional<Box>> place(WordMap map) {
    return new LabelPlacement(FRAME, TextMeasure.GUESS, 12).place(map.words());
  }
}
