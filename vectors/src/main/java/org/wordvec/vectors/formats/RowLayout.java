package org.wordvec.vectors.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.SampledLines;
import org.wordvec.vectors.reading.TextRow;

/** The layout of rows in a file without a signature, detected by its first lines. */
@SuppressWarnings("exports") // Public for the repair package, whose readers need it.
public sealed interface RowLayout {
  /**
   * The binary format of word2vec.
   *
   * @param unusual the header as written, if its form is unusual; else empty
   */
  record Binary(Header header, String unusual) implements RowLayout {}

  /** Lines of text. */
  record Text(TextLayout layout) implements RowLayout {}

  /**
   * Detects the layout and leaves the reader at the first line that is not blank.
   *
   * @param named whether the user names another file with the words
   * @throws VectorFormatException if the file contains no rows
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
    if (!lines.areText()) {
      if (header.isPresent()) {
        return new Binary(header.get(), "");
      }
      header = Header.unusualOfBinary(lines.first());
      if (header.isPresent()) {
        return new Binary(header.get(), TextLayout.shown(lines.first()));
      }
    }
    boolean apart = named || haveWordsBeside(in, lines);
    TextLayout layout = TextLayout.of(lines, apart);
    boolean rows = layout.dimensions() > 0 || layout.header().isPresent();
    if (!rows || UnknownFile.hasOtherLines(lines)) {
      throw new VectorFormatException(in.path(), UnknownFile.problem(in, lines));
    }
    List<byte[]> sampled = layout.hasHead() ? lines.rest() : lines.all();
    return new Text(layout.with(WordSyntaxDetector.of(in, layout, sampled)));
  }

  private static boolean haveWordsBeside(ByteReader in, SampledLines lines) throws IOException {
    boolean head = ColumnNames.areFirst(lines);
    SampledLines rows = head ? lines.withoutFirst() : lines;
    return rows.areNumbers()
        && rows.beginWithNames()
        && MatrixWords.areBeside(in.path(), rows, head ? 1 : 0);
  }

  /** Returns whether rows have values only, without words. */
  default boolean isWordless() {
    return this instanceof Text text && text.layout.wordless();
  }
}
