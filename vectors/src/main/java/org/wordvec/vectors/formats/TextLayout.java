package org.wordvec.vectors.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.RowException;
import org.wordvec.vectors.reading.SampledLines;
import org.wordvec.vectors.reading.WordSyntax;

/**
 * What the first lines of a text file say about all of them: the one place that decides it, for
 * strict and tolerant readers.
 *
 * @param header the first line, if it is one
 * @param unusual the first line, if it is a header in a form of its own or names columns; empty if
 *     not
 * @param named whether the first line names columns and is no row
 * @param dimensions length of a vector, not yet believed
 * @param usual how many values most of the first rows have
 * @param wordless whether lines are numbers alone, as in a matrix
 * @param encoded whether words are in Base64, as Deeplearning4j writes them
 * @param words how words stand on their lines
 */
public record TextLayout(
    Optional<Header> header,
    String unusual,
    boolean named,
    long dimensions,
    int usual,
    boolean wordless,
    boolean encoded,
    WordSyntax words) {
  private static final String ENCODED = "B64:";
  private static final int LONGEST_SHOWN = 40;

  /** Of Deeplearning4j's tables, which have a header, and words in Base64 or as they are. */
  static TextLayout ofTable(Header header) {
    int dimensions = (int) Math.min(header.dimensions(), Header.MOST_DIMENSIONS);
    return of(Optional.of(header), "", dimensions, true);
  }

  /**
   * Decides by the first lines.
   *
   * @param apart whether the words are in another file, which the user names or which fits
   */
  static TextLayout of(SampledLines lines, boolean apart) {
    byte[] first = lines.first();
    byte[] row = lines.rest().isEmpty() ? first : lines.rest().getFirst();
    boolean encoded =
        new String(row, StandardCharsets.ISO_8859_1).stripLeading().startsWith(ENCODED);
    int usual = lines.usualInRest();
    Optional<Header> header = Header.parse(first, 0, first.length);
    if (header.isEmpty()) {
      header = Header.withDocuments(first, lines);
    }
    if (header.isPresent()) {
      return of(header, "", usual, encoded);
    }
    header = Header.unusual(first, lines);
    if (header.isPresent()) {
      return of(header, shown(first), usual, encoded);
    }
    boolean named = ColumnNames.areFirst(lines);
    SampledLines rows = named ? lines.withoutFirst() : lines;
    boolean wordless = rows.areNumbers() && (apart || !rows.beginWithNames());
    int dimensions = wordless ? rows.fields() : rows.usual();
    return new TextLayout(
        header,
        named ? shown(first) : "",
        named,
        dimensions,
        dimensions,
        wordless,
        encoded,
        WordSyntax.PLAIN);
  }

  private static TextLayout of(
      Optional<Header> header, String unusual, int usual, boolean encoded) {
    long dimensions = header.map(Header::dimensions).orElse(0L);
    return new TextLayout(
        header, unusual, false, dimensions, usual, false, encoded, WordSyntax.PLAIN);
  }

  /** Returns the same, where words stand on their lines in a form of their own. */
  TextLayout with(WordSyntax form) {
    return new TextLayout(header, unusual, named, dimensions, usual, wordless, encoded, form);
  }

  /** Returns a line as it can be quoted in a note. */
  static String shown(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  /** Returns whether the first line is no row. */
  public boolean hasHead() {
    return header.isPresent() || named;
  }

  /** Returns whether words are other bytes than those that stand on the lines. */
  boolean changesWords() {
    return encoded || words.changesWords();
  }

  /** Returns a row's word as it is meant. */
  public byte[] word(byte[] bytes, int from, int to) throws RowException {
    if (words.changesWords()) {
      return words.word(bytes, from, to);
    }
    byte[] word = Arrays.copyOfRange(bytes, from, to);
    if (!encoded) {
      return word;
    }
    String text = new String(word, StandardCharsets.ISO_8859_1);
    try {
      return text.startsWith(ENCODED)
          ? Base64.getDecoder().decode(text.substring(ENCODED.length()))
          : word;
    } catch (IllegalArgumentException noBase64) {
      throw new RowException("expected a word in Base64 behind \"" + ENCODED + "\"");
    }
  }

  /** Returns the format as people call it. */
  public VectorFormat format() {
    if (wordless) {
      return new ProjectorText();
    }
    return header.isPresent() ? new Word2VecText() : new GloveText();
  }
}
