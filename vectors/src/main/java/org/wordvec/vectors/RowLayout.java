package org.wordvec.vectors;

import java.io.IOException;
import java.util.Optional;

/** How the rows of a file without a mark are laid out, as its first lines tell. */
sealed interface RowLayout {
  /** word2vec's binary. */
  record Binary(Header header) implements RowLayout {}

  /** Lines. */
  record Text(TextLayout layout) implements RowLayout {}

  /**
   * Decides, and leaves the reader at the first line that is not blank.
   *
   * @param named whether the words are in another file, which the user names
   * @throws VectorFormatException if these are no rows
   */
  static RowLayout of(ByteReader in, boolean named) throws IOException {
    String nothing = "is empty";
    do {
      if (!in.nextLine()) {
        throw new VectorFormatException(in.path(), nothing);
      }
      nothing = "holds empty lines alone";
    } while (TextRow.isBlank(in.window(), in.lineStart(), in.lineEnd()));
    SampledLines lines = SampledLines.of(in);
    Optional<Header> header = Header.parse(lines.first(), 0, lines.first().length);
    if (header.isPresent() && !lines.areText()) {
      return new Binary(header.get());
    }
    boolean apart =
        named
            || (lines.areNumbers()
                && lines.beginWithNames()
                && MatrixWords.areBeside(in.path(), lines));
    TextLayout layout = TextLayout.of(lines, apart);
    boolean rows = layout.dimensions() > 0 || layout.header().isPresent();
    if (!rows || UnknownFile.hasOtherLines(lines)) {
      throw new VectorFormatException(in.path(), UnknownFile.problem(in, lines));
    }
    return new Text(layout);
  }

  /** Whether there are values alone. */
  default boolean isWordless() {
    return this instanceof Text text && text.layout.wordless();
  }
}
