package org.wordvec.vectors.repair;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wordvec.corpora.reading.PrintableText;

/**
 * Counts problems and keeps the first few positions of each kind. Not safe for use by several
 * threads.
 */
public final class ProblemCollector {
  private static final int EXAMPLES = 3;
  private static final float LONG = 100;
  private static final float SHORT = 1e-3f;

  private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);
  private final Map<ProblemKind, List<String>> examples = new EnumMap<>(ProblemKind.class);

  /** Creates an empty collector. */
  public ProblemCollector() {}

  /** Adds a problem at a position. */
  public void add(ProblemKind kind, String place) {
    add(kind, 1, place);
  }

  /** Adds several problems with one position. */
  public void add(ProblemKind kind, long count, String place) {
    counts.merge(kind, count, Long::sum);
    List<String> places = examples.computeIfAbsent(kind, first -> new ArrayList<>());
    if (places.size() < EXAMPLES) {
      places.add(visible(place));
    }
  }

  /** Returns all problems, in the order of {@link ProblemKind}. */
  public List<Problem> list() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new Problem(
                    entry.getKey(),
                    entry.getValue(),
                    examples.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  /**
   * Adds the problems of a word; returns whether its row can be kept.
   *
   * @param row number of the row, from 1
   */
  public boolean word(byte[] utf8, long row) {
    if (utf8.length == 0) {
      add(ProblemKind.EMPTY_WORD, "row " + row);
      return false;
    }
    String place = place(row, utf8);
    if (!isUtf8(utf8)) {
      add(ProblemKind.NOT_UTF8, place);
      return false;
    }
    String word = new String(utf8, StandardCharsets.UTF_8);
    if (word.indexOf('\ufffd') >= 0) {
      add(ProblemKind.REPLACEMENT_CHARACTER, place);
    }
    if (word.chars().anyMatch(ProblemCollector::isAsciiSpace)) {
      add(ProblemKind.SPACED_WORD, place);
    }
    if (word.chars().anyMatch(letter -> isAsciiControl(letter) && !isAsciiSpace(letter))) {
      add(ProblemKind.CONTROL_CHARACTER, place);
    }
    if (word.chars().anyMatch(ProblemCollector::isSpaceBeyondAscii)) {
      add(ProblemKind.UNICODE_SPACE, place);
    }
    return true;
  }

  private static boolean isAsciiSpace(int letter) {
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
  }

  private static boolean isAsciiControl(int letter) {
    return letter < ' ' || letter == 0x7f;
  }

  private static boolean isSpaceBeyondAscii(int letter) {
    return letter > 0x7f && (letter == 0x85 || Character.isSpaceChar(letter));
  }

  /** Returns the text with invisible characters and unusual spaces escaped. */
  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (isAsciiControl(letter)) {
        shown.append(String.format(Locale.ROOT, "\\x%02x", (int) letter));
      } else if (isSpaceBeyondAscii(letter)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
      } else {
        shown.append(letter);
      }
    }
    return shown.toString();
  }

  /** Adds duplicate words; returns for each row whether an earlier one has the same word. */
  public boolean[] duplicates(org.wordvec.corpora.words.WordList words) {
    boolean[] again = new boolean[words.size()];
    for (int id = 0; id < words.size(); id++) {
      byte[] word = words.utf8(id);
      int first = words.indexOf(word, 0, word.length);
      if (first != id && word.length > 0) {
        again[id] = true;
        add(ProblemKind.DUPLICATE_WORD, place(id + 1L, word) + " (also row " + (first + 1) + ")");
      }
    }
    return again;
  }

  /**
   * Adds vectors whose norms are far from the median of the positive ones.
   *
   * @param norms norms of all rows; 0 and NaN are skipped
   * @param count number of rows
   */
  public void norms(float[] norms, int count) {
    float[] sorted = Arrays.copyOf(norms, count);
    Arrays.sort(sorted);
    int from = 0;
    while (from < count && !(sorted[from] > 0)) {
      from++;
    }
    int to = count;
    while (to > from && Float.isNaN(sorted[to - 1])) {
      to--;
    }
    if (from == to) {
      return;
    }
    float median = sorted[(from + to) / 2];
    for (int row = 0; row < count; row++) {
      if (norms[row] > LONG * median) {
        add(ProblemKind.LONG_VECTOR, "row " + (row + 1) + ": " + norms[row] + ", median " + median);
      } else if (norms[row] > 0 && norms[row] < SHORT * median) {
        add(
            ProblemKind.SHORT_VECTOR,
            "row " + (row + 1) + ": " + norms[row] + ", median " + median);
      }
    }
  }

  /** Returns a description of a row and its word. */
  public static String place(long row, byte[] utf8) {
    String word = new String(utf8, StandardCharsets.UTF_8);
    String shown = PrintableText.shortened(word);
    return String.format(Locale.ROOT, "row %d: %s", row, shown);
  }

  /** Returns the word with ASCII white space and control characters replaced by underscores. */
  static byte[] joined(byte[] utf8) {
    byte[] joined = utf8.clone();
    for (int i = 0; i < joined.length; i++) {
      if ((joined[i] >= 0 && joined[i] <= ' ') || joined[i] == 0x7f) {
        joined[i] = '_';
      }
    }
    return joined;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException no) {
      return false;
    }
  }
}
