package org.wordvec.vectors.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first line of a file that may be text and a few lines after it, by which the format is
 * detected. Blank lines are skipped.
 */
public final class SampledLines {
  private static final int MOST = 20;
  private static final int AT_HAND = 1 << 19;

  private final byte[] first;
  private final List<byte[]> rest;

  private SampledLines(byte[] first, List<byte[]> rest) {
    this.first = first;
    this.rest = rest;
  }

  /** Returns the current line of a reader and those after it, without advancing the reader. */
  public static SampledLines of(ByteReader in) throws IOException {
    byte[] first = in.lineBytes();
    in.lookAhead(AT_HAND);
    if (newline(in.window(), in.position(), in.limit()) == in.limit()) {
      in.lookAhead(ByteReader.LONGEST);
    }
    List<byte[]> rest = new ArrayList<>();
    int start = in.position();
    while (rest.size() < MOST && start < in.limit()) {
      int end = newline(in.window(), start, in.limit());
      // A line that exceeds the window is used only if there is no other.
      if (end < in.limit() || in.isEnded() || rest.isEmpty()) {
        int last = end > start && in.window()[end - 1] == '\r' ? end - 1 : end;
        if (!TextRow.isBlank(in.window(), start, last)) {
          rest.add(Arrays.copyOfRange(in.window(), start, last));
        }
      }
      start = end + 1;
    }
    return new SampledLines(first, rest);
  }

  private static int newline(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Returns the first line; not a copy. */
  public byte[] first() {
    return first;
  }

  /** Returns the lines after it; no copies. */
  public List<byte[]> rest() {
    return rest;
  }

  /**
   * Returns whether most lines after the first are printable after their first field, as rows of
   * text are, valid or not. Binary values are printable by accident in a few rows at most.
   */
  public boolean areText() {
    int text = 0;
    for (byte[] line : rest) {
      int field = 0;
      while (field < line.length && line[field] != ' ' && line[field] != '\t') {
        field++;
      }
      boolean more = !TextRow.isBlank(line, field, line.length);
      text += more && WordBytes.of(line, field, line.length).arePlausible() ? 1 : 0;
    }
    return 2 * text > rest.size() || rest.isEmpty();
  }

  /** Returns whether all lines after the first are printable. */
  public boolean arePrintable() {
    for (byte[] line : rest) {
      if (!WordBytes.of(line, 0, line.length).arePlausible()) {
        return false;
      }
    }
    return true;
  }

  /** Returns these lines without the first; there must be at least two. */
  public SampledLines withoutFirst() {
    return new SampledLines(rest.getFirst(), rest.subList(1, rest.size()));
  }

  /** Returns whether the lines after the first contain numbers that are not integers. */
  public boolean hasFractionsInRest() {
    for (byte[] line : rest) {
      int end = line.length;
      while (end > 0 && line[end - 1] != '.') {
        end--;
      }
      if (end > TextRow.wordEnd(line, 0, line.length, usualInRest())) {
        return true;
      }
    }
    return false;
  }

  /** Returns all lines. */
  public List<byte[]> all() {
    List<byte[]> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  /**
   * Returns the most common number of values after a word in the lines after the first; 0 if there
   * are none.
   */
  public int usualInRest() {
    return middle(rest);
  }

  /** Returns the most common number of values after a word in all lines. */
  public int usual() {
    return middle(all());
  }

  private static int middle(List<byte[]> lines) {
    int[] counts = new int[lines.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = TextRow.trailingNumbers(lines.get(i), 0, lines.get(i).length);
    }
    Arrays.sort(counts);
    return counts.length == 0 ? 0 : counts[counts.length / 2];
  }

  /** Returns the number of fields of the first line. */
  public int fields() {
    return TextRow.fields(first, 0, first.length);
  }

  /** Returns whether all fields of all lines are numbers, as in a matrix without words. */
  public boolean areNumbers() {
    return isNumbers(first) && isRestNumbers();
  }

  /** Returns whether all fields of the lines after the first are numbers. */
  public boolean isRestNumbers() {
    for (byte[] line : rest) {
      if (!isNumbers(line)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumbers(byte[] line) {
    int fields = TextRow.fields(line, 0, line.length);
    return fields > 0 && TextRow.numbersAtEnd(line, 0, line.length) == fields;
  }

  /**
   * Returns whether the first fields can be words although they are numbers: integers before
   * fractional values, as for vectors of graph nodes.
   */
  public boolean beginWithNames() {
    boolean fractions = false;
    for (byte[] line : all()) {
      int at = 0;
      while (at < line.length && line[at] >= '0' && line[at] <= '9') {
        at++;
      }
      if (at == 0 || (at < line.length && line[at] != ' ' && line[at] != '\t')) {
        return false;
      }
      for (; at < line.length; at++) {
        fractions |= line[at] == '.';
      }
    }
    return fractions;
  }
}
