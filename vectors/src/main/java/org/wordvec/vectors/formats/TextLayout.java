package org.wordvec.vectors.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.RowException;
import org.wordvec.vectors.reading.SampledLines;
import org.wordvec.vectors.reading.WordSyntax;

/**
 * The layout of a text file, detected by its first lines, for strict and tolerant readers.
 *
 * @param header the header, if there is one
 * @param unusual the first line as written, if it is an unusual header or contains column names;
 *     else empty
 * @param dimensions declared length of a vector, not validated
 * @param usual number of values of most of the first rows
 * @param wordless whether lines contain numbers only, as in a matrix
 * @param encoded whether words are in Base64, as Deeplearning4j writes them
 * @param words syntax of words
 */
@SuppressWarnings("exports") // Public for the repair package, whose readers need it.
public record TextLayout(
    Optional<Header> header,
    String unusual,
    long dimensions,
    int usual,
    boolean wordless,
    boolean encoded,
    WordSyntax words) {
  private static final String ENCODED = "B64:";

  /**
   * Returns the layout of Deeplearning4j's tables, which have a header, and words in Base64 or
   * plain.
   */
  static TextLayout ofTable(Header header) {
    int dimensions = (int) Math.min(header.dimensions(), Header.MOST_DIMENSIONS);
    return of(Optional.of(header), "", dimensions, true);
  }

  /**
   * Detects the layout by the first lines.
   *
   * @param apart whether the words are in another file, named by the user or found beside it
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
        dimensions,
        dimensions,
        wordless,
        encoded,
        WordSyntax.PLAIN);
  }

  private static TextLayout of(
      Optional<Header> header, String unusual, int usual, boolean encoded) {
    long dimensions = header.map(Header::dimensions).orElse(0L);
    return new TextLayout(header, unusual, dimensions, usual, false, encoded, WordSyntax.PLAIN);
  }

  /** Returns this layout with another syntax of words. */
  TextLayout with(WordSyntax form) {
    return new TextLayout(header, unusual, dimensions, usual, wordless, encoded, form);
  }

  /** Returns a line shortened for a quotation in a note. */
  static String shown(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    return PrintableText.shortened(text);
  }

  /** Returns whether the first line contains column names. */
  boolean isNamed() {
    return header.isEmpty() && !unusual.isEmpty();
  }

  /** Returns whether the first line is a header or contains column names. */
  public boolean hasHead() {
    return header.isPresent() || isNamed();
  }

  /** Returns whether words must be decoded from the bytes of the lines. */
  boolean changesWords() {
    return encoded || words.changesWords();
  }

  /** Returns the decoded word of a row. */
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

  /** Returns the format, for its description. */
  public VectorFormat format() {
    if (wordless) {
      return new ProjectorText();
    }
    return header.isPresent() ? new Word2VecText() : new GloveText();
  }
}
