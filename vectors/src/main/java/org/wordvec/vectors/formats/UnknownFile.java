package org.wordvec.vectors.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.FileKind;
import org.wordvec.vectors.reading.SampledLines;
import org.wordvec.vectors.reading.WordBytes;

/** Explains why a file without a known format cannot be read. */
final class UnknownFile {
  private static final String EXPECTED =
      "line 1: expected \"rows dimensions\" (word2vec) or a word and its values (GloVe)";

  private UnknownFile() {}

  /**
   * Returns whether lines end in carriage returns alone, or a comment precedes numbers without
   * words.
   */
  static boolean hasOtherLines(SampledLines lines) {
    return hasReturns(lines.first()) || isCommentedMatrix(lines);
  }

  private static boolean hasReturns(byte[] line) {
    for (byte character : line) {
      if (character == '\r') {
        return true;
      }
    }
    return false;
  }

  private static boolean isCommentedMatrix(SampledLines lines) {
    return lines.first().length > 0
        && lines.first()[0] == '#'
        && !lines.rest().isEmpty()
        && lines.isRestNumbers();
  }

  /**
   * Returns the problem, for a message.
   *
   * @param lines first lines of the file
   */
  static String problem(ByteReader in, SampledLines lines) throws IOException {
    byte[] first = lines.first();
    if (isCommentedMatrix(lines)) {
      return "line 1: is a comment before numbers without words; remove it";
    }
    if (hasReturns(first) && lines.arePrintable()) {
      return "line 1: ends in a carriage return alone, as text of old Macs; convert it:"
          + " tr '\\r' '\\n'";
    }
    if (WordBytes.of(first, 0, first.length).arePlausible() && lines.arePrintable()) {
      String text = new String(first, StandardCharsets.UTF_8);
      return text.indexOf(',') > 0 || text.indexOf(';') > 0
          ? EXPECTED + ", with spaces or tabs between and no commas"
          : EXPECTED;
    }
    in.rewind();
    in.lookAhead(FileKind.MARK);
    if (areDoubles(in)) {
      return "is bare numbers of 8 bytes, as GloVe's vectors.bin, which has no words; use the"
          + " vectors.txt that GloVe writes beside it";
    }
    return "is binary data of an unknown kind; files of vectors are word2vec binary and"
        + " text, GloVe text, fastText's .bin, finalfusion, NumPy and safetensors";
  }

  private static boolean areDoubles(ByteReader in) {
    int count = Math.min(in.limit() - in.position(), FileKind.MARK) / Double.BYTES;
    ByteBuffer bytes =
        ByteBuffer.wrap(in.window(), in.position(), count * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      double size = Math.abs(bytes.getDouble());
      if (!(size == 0 || (size > 1e-12 && size < 1e6))) {
        return false;
      }
    }
    return count > 0 && in.size() % Double.BYTES == 0;
  }
}
