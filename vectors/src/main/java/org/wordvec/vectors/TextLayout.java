package org.wordvec.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What the first lines of a text file say about all of them: the one place that decides it, for
 * strict and tolerant readers.
 *
 * @param header the first line, if it is one
 * @param unusual the first line, if it is a header in a form of its own; empty if not
 * @param dimensions length of a vector, not yet believed
 * @param usual how many values most of the first rows have
 * @param wordless whether lines are numbers alone, as in a matrix
 * @param encoded whether words are in Base64, as Deeplearning4j writes them
 */
record TextLayout(
    Optional<Header> header,
    String unusual,
    long dimensions,
    int usual,
    boolean wordless,
    boolean encoded) {
  private static final String ENCODED = "B64:";

  /** Of Deeplearning4j's tables, which have a header, and words in Base64 or as they are. */
  static TextLayout ofTable(Header header) {
    int dimensions = (int) Math.min(header.dimensions(), Header.MOST_DIMENSIONS);
    return new TextLayout(Optional.of(header), "", header.dimensions(), dimensions, false, true);
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
      return new TextLayout(header, "", header.get().dimensions(), usual, false, encoded);
    }
    header = Header.unusual(first, lines);
    if (header.isPresent()) {
      String text = new String(first, StandardCharsets.UTF_8);
      return new TextLayout(header, text, header.get().dimensions(), usual, false, encoded);
    }
    boolean wordless = lines.areNumbers() && (apart || !lines.beginWithNames());
    int dimensions = wordless ? lines.fields() : lines.usual();
    return new TextLayout(header, "", dimensions, dimensions, wordless, encoded);
  }

  /** A row's word as it is meant. */
  byte[] word(byte[] bytes, int from, int to) throws RowException {
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

  /** The format as people call it. */
  VectorFormat format() {
    if (wordless) {
      return new ProjectorText();
    }
    return header.isPresent() ? new Word2VecText() : new GloveText();
  }
}
