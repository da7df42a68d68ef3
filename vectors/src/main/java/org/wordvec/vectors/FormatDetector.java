package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out a file's format from its first bytes and opens it. */
final class FormatDetector {
  private FormatDetector() {}

  static VectorFormat.Opened open(Path path, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    try (ByteReader in = ByteReader.open(path)) {
      FileKind kind = in.kind();
      if (!kind.refusal().isEmpty()) {
        throw new VectorFormatException(path, kind.refusal());
      }
      if (in.isPacked() && kind != FileKind.ROWS) {
        throw new VectorFormatException(
            path, "is compressed; what is in it can be read when it is unpacked");
      }
      if (vocabulary != null && kind != FileKind.NUMPY && kind != FileKind.SAFETENSORS) {
        throw new VectorFormatException(path, "has words of its own and needs no vocabulary");
      }
      return switch (kind) {
        case FINALFUSION -> FinalfusionReader.read(MappedBytes.open(path, arena));
        case NUMPY -> NumpyReader.read(MappedBytes.open(path, arena), vocabulary, arena);
        case SAFETENSORS ->
            SafetensorsReader.read(MappedBytes.open(path, arena), vocabulary, arena);
        case ZIP -> ZipArchives.open(path, arena);
        default -> rows(in, arena);
      };
    }
  }

  private static VectorFormat.Opened rows(ByteReader in, Arena arena) throws IOException {
    if (!in.nextLine()) {
      throw new VectorFormatException(in.path(), "is empty");
    }
    Optional<Header> header = Header.parse(in.window(), in.lineStart(), in.lineEnd());
    if (header.isEmpty()) {
      return new VectorFormat.Opened(new GloveText(), TextReader.readGlove(in, arena));
    }
    return word2Vec(in, header.get(), arena);
  }

  private static VectorFormat.Opened word2Vec(ByteReader in, Header header, Arena arena)
      throws IOException {
    if (!isText(in, header)) {
      return binary(in, header, arena);
    }
    // Damaged text should be reported as such, but a few bytes of floats may look like text too.
    try {
      return text(in, header, arena);
    } catch (VectorFormatException damagedText) {
      in.rewind();
      in.nextLine();
      try {
        return binary(in, header, arena);
      } catch (VectorFormatException noBinaryEither) {
        damagedText.addSuppressed(noBinaryEither);
        throw damagedText;
      }
    }
  }

  private static VectorFormat.Opened text(ByteReader in, Header header, Arena arena)
      throws IOException {
    return new VectorFormat.Opened(new Word2VecText(), TextReader.readWord2Vec(in, header, arena));
  }

  private static VectorFormat.Opened binary(ByteReader in, Header header, Arena arena)
      throws IOException {
    Optional<WordVectors> mapped =
        in.isPacked() ? Optional.empty() : BinaryReader.map(in, header, arena);
    // What is laid out in another way is read row by row, and what is damaged is told by its byte.
    WordVectors vectors = mapped.isPresent() ? mapped.get() : BinaryReader.read(in, header, arena);
    return new VectorFormat.Opened(new Word2VecBinary(), vectors);
  }

  /** Whether what follows a header is text, or damaged text. */
  static boolean isText(ByteReader in, Header header) throws IOException {
    return isRow(in, header) || printable(in, dimensions(header) * Float.BYTES);
  }

  /** Whether the line after the header is a row of text. */
  private static boolean isRow(ByteReader in, Header header) throws IOException {
    int dimensions = dimensions(header);
    // Room for the longest word, and for longer numbers than any tool writes.
    in.lookAhead(Math.min(BinaryReader.LONGEST_WORD + 64 * dimensions, ByteReader.LONGEST));
    byte[] bytes = in.window();
    int end = in.position();
    while (end < in.limit() && bytes[end] != '\n') {
      end++;
    }
    try {
      new TextRow(dimensions).parse(bytes, in.position(), end);
      return true;
    } catch (RowException noRow) {
      return false;
    }
  }

  private static int dimensions(Header header) {
    return Math.clamp(header.dimensions(), 1, Header.MOST_DIMENSIONS);
  }

  /** Whether what stands where the first values should be has none of the bytes of binary data. */
  private static boolean printable(ByteReader in, int valueBytes) {
    byte[] bytes = in.window();
    int from = in.position();
    while (from < in.limit() && bytes[from] != ' ') {
      from++;
    }
    int to = Math.min(from + 1 + valueBytes, in.limit());
    for (int i = from; i < to; i++) {
      boolean layout = bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n';
      if (!layout && (bytes[i] < ' ' || bytes[i] == 0x7f)) {
        return false;
      }
    }
    return true;
  }
}
