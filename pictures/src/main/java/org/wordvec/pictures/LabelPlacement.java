package org.wordvec.pictures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wordvec.pictures.WordMap.MapWord;

/**
 * Places labels without overlap. In the order of the map, marked words first, each label takes the
 * first free position right, left, above or below its dot, or none. Labels overlap neither each
 * other nor the dots of words placed before, and stay inside the frame.
 */
final class LabelPlacement {
  private static final double GAP = 2;
  private static final double CELL = 60;

  private final MapFrame frame;
  private final TextMeasure measure;
  private final double size;
  private final Map<Long, List<Box>> taken = new HashMap<>();

  /**
   * Creates a placement for a picture.
   *
   * @param size font size in pixels
   */
  LabelPlacement(MapFrame frame, TextMeasure measure, double size) {
    this.frame = frame;
    this.measure = measure;
    this.size = size;
  }

  /** A rectangle in pixels. */
  record Box(double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** Returns the position of each word's label, or nothing where there is no room. */
  List<Optional<Box>> place(List<MapWord> words) {
    List<Optional<Box>> placed = new ArrayList<>();
    words.forEach(word -> placed.add(Optional.empty()));
    for (boolean marked : new boolean[] {true, false}) {
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).marked() == marked) {
          placed.set(i, place(words.get(i)));
        }
      }
    }
    return placed;
  }

  private Optional<Box> place(MapWord word) {
    double x = frame.x(word);
    double y = frame.y(word);
    double dot = frame.radius(word);
    double width = measure.ems(word.word()) * size * (word.marked() ? 1.1 : 1);
    double height = 1.15 * size;
    List<Box> candidates =
        List.of(
            box(x + dot + GAP, y - height / 2, width, height),
            box(x - dot - GAP - width, y - height / 2, width, height),
            box(x - width / 2, y - dot - GAP - height, width, height),
            box(x - width / 2, y + dot + GAP, width, height));
    Optional<Box> free = candidates.stream().filter(this::isFree).findFirst();
    if (free.isPresent()) {
      take(free.get());
      take(new Box(x - dot, y - dot, x + dot, y + dot));
    }
    return free;
  }

  private static Box box(double left, double top, double width, double height) {
    return new Box(left, top, left + width, top + height);
  }

  private boolean isFree(Box box) {
    return box.left >= 0
        && box.top >= 0
        && box.right <= frame.width()
        && box.bottom <= frame.height()
        && cells(box).stream()
            .flatMap(cell -> taken.getOrDefault(cell, List.of()).stream())
            .noneMatch(box::overlaps);
  }

  private void take(Box box) {
    cells(box).forEach(cell -> taken.computeIfAbsent(cell, key -> new ArrayList<>()).add(box));
  }

  private static List<Long> cells(Box box) {
    List<Long> cells = new ArrayList<>();
    for (long column = cell(box.left); column <= cell(box.right); column++) {
      for (long row = cell(box.top); row <= cell(box.bottom); row++) {
        cells.add(column * 1_000_003 + row);
      }
    }
    return cells;
  }

  private static long cell(double at) {
    return (long) Math.floor(at / CELL);
  }
}
