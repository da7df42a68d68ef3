package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.MappedBytes;

/** Opens NumPy arrays, whose words are in another file. */
final class NumpyReader {
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([\\d, ]*)\\)");
  private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d{1,18}), *(\\d{1,18}),?");

  private NumpyReader() {}

  static VectorFormat.Opened read(MappedBytes in, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    String header = header(in);
    ValueType type = type(in, header);
    if (field(in, header, ORDER).equals("True")) {
      throw new VectorFormatException(
          in.path(), "has its columns first; save numpy.ascontiguousarray(array) instead");
    }
    Matcher shape = TWO_NUMBERS.matcher(field(in, header, SHAPE).strip());
    if (!shape.matches()) {
      throw new VectorFormatException(
          in.path(), "expected an array of rows and columns, found " + header.strip());
    }
    long rows = Long.parseLong(shape.group(1));
    long columns = Long.parseLong(shape.group(2));
    ArrayShape.check(in, rows, columns, type.bytes(), in.remaining());
    long first = in.skip(rows * columns * type.bytes(), "the values");
    in.expectEnd();
    WordList words = VocabularyFile.find(in.path(), vocabulary).read(rows);
    return new VectorFormat.Opened(
        new NumpyArray(),
        new WordVectors(words, type.rows(in, arena, first, (int) rows, (int) columns)));
  }

  private static String header(MappedBytes in) throws IOException {
    in.skip(6, "the mark of NumPy");
    int version = in.nextByte("the version");
    in.nextByte("the version");
    if (version < 1 || version > 3) {
      throw in.before(2, "version " + version + " of NumPy's format; 1 to 3 can be read");
    }
    long length =
        version == 1
            ? Byte.toUnsignedInt(in.nextByte("the header"))
                | Byte.toUnsignedInt(in.nextByte("the header")) << 8
            : Integer.toUnsignedLong(in.nextInt("the header"));
    if (length > LONGEST_HEADER) {
      throw in.before(4, "the header takes " + length + " bytes; it is not an array of numbers");
    }
    MemorySegment text = in.next(length, "the header");
    return new String(text.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  private static ValueType type(MappedBytes in, String header) throws IOException {
    String type = field(in, header, TYPE);
    return switch (type) {
      case "<f4" -> ValueType.FLOAT32;
      case "<f8" -> ValueType.FLOAT64;
      case "<f2" -> ValueType.FLOAT16;
      default ->
          throw new VectorFormatException(
              in.path(),
              "has values of type %s; <f4, <f8 and <f2 can be read: array.astype(\"<f4\")"
                  .formatted(type));
    };
  }

  private static String field(MappedBytes in, String header, Pattern pattern)
      throws VectorFormatException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new VectorFormatException(
          in.path(), "expected the header of an array of numbers, found " + header.strip());
    }
    return matcher.group(1);
  }
}
