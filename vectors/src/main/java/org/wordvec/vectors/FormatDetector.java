package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out a file's format from its first bytes and reads it. */
final class FormatDetector {
  private FormatDetector() {}

  static VectorFormat.Opened open(Path path, Arena arena) throws IOException {
    try (ByteReader in = ByteReader.open(path)) {
      refuseForeign(in);
      if (!in.nextLine()) {
        throw new VectorFormatException(path, "is empty");
      }
      Optional<Header> header = Header.parse(in.window(), in.lineStart(), in.lineEnd());
      if (header.isEmpty()) {
        return new VectorFormat.Opened(new GloveText(), TextReader.readGlove(in, arena));
      }
      return readWord2Vec(in, header.get(), arena);
    }
  }

  private static VectorFormat.Opened readWord2Vec(ByteReader in, Header header, Arena arena)
      throws IOException {
    if (!isRow(in, header) && !printable(in, dimensions(header) * Float.BYTES)) {
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
    return new VectorFormat.Opened(new Word2VecBinary(), BinaryReader.read(in, header, arena));
  }

  private static void refuseForeign(ByteReader in) throws IOException {
    if (!in.require(4)) {
      return;
    }
    byte[] bytes = in.window();
    String packed = null;
    if (bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      packed = "gzip";
    } else if (bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
      packed = "zip";
    } else if (bytes[0] == 0x28 && bytes[1] == (byte) 0xb5 && bytes[2] == 0x2f) {
      packed = "zstd";
    } else if (bytes[0] == 'B' && bytes[1] == 'Z' && bytes[2] == 'h' && bytes[3] < ':') {
      packed = "bzip2";
    }
    if (packed != null) {
      throw new VectorFormatException(
          in.path(), "is compressed with " + packed + "; unpack it first");
    }
  }

  /** Whether the line after the header is a row of text. */
  private static boolean isRow(ByteReader in, Header header) throws IOException {
    int dimensions = dimensions(header);
    // Room for the longest word, and for longer numbers than any tool writes.
    in.require(Math.min(BinaryReader.LONGEST_WORD + 64 * dimensions, ByteReader.LONGEST));
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
