package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.FileKind;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.MappedBytes;

/**
 * Detects a file's format by its first bytes and opens it. What looks like text is read or rejected
 * as text: its bytes would be valid but wrong values of a binary file.
 */
public final class FormatDetector {
  private FormatDetector() {}

  static VectorFormat.Opened open(Path path, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    return DuplicateWords.remove(openWhole(path, vocabulary, arena), path, arena);
  }

  /**
   * Opens a file with all of its rows, including those of repeated words.
   *
   * @param vocabulary file with the words of a matrix, or null for the one beside it
   * @param arena owns the matrix or the mapping
   */
  public static VectorFormat.Opened openWhole(Path path, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    try (ByteReader in = ByteReader.open(path)) {
      FileKind kind = in.kind();
      checkReadable(in, kind);
      boolean hasWords =
          kind != FileKind.NUMPY && kind != FileKind.SAFETENSORS && kind != FileKind.ROWS;
      if (vocabulary != null && hasWords) {
        throw withWords(path);
      }
      return switch (kind) {
        case FINALFUSION -> FinalfusionReader.read(MappedBytes.open(path, arena));
        case NUMPY -> NumpyReader.read(MappedBytes.open(path, arena), vocabulary, arena);
        case SAFETENSORS ->
            SafetensorsReader.read(MappedBytes.open(path, arena), vocabulary, arena);
        case ZIP -> ZipArchives.open(path, arena);
        default -> rows(in, vocabulary, arena);
      };
    }
  }

  private static void checkReadable(ByteReader in, FileKind kind) throws VectorFormatException {
    if (in.isPacked() && kind != FileKind.ROWS) {
      String inside =
          switch (kind) {
            case FASTTEXT -> "is fastText's binary, compressed";
            case COMPRESSED -> "is compressed more than once";
            case FINALFUSION, NUMPY, SAFETENSORS -> "is compressed, and made to be mapped";
            case ZIP -> "is a compressed zip archive";
            default -> kind.refusal();
          };
      String remedy = kind.refusal().equals(inside) ? "" : "; unpack it first, with gunzip -k, say";
      throw new VectorFormatException(in.path(), inside + remedy);
    }
    if (!kind.refusal().isEmpty()) {
      throw new VectorFormatException(in.path(), kind.refusal());
    }
  }

  private static VectorFormatException withWords(Path path) {
    return new VectorFormatException(path, "has words of its own and needs no vocabulary");
  }

  private static VectorFormat.Opened rows(ByteReader in, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    RowLayout rows = RowLayout.of(in, vocabulary != null);
    if (vocabulary != null && !rows.isWordless()) {
      throw withWords(in.path());
    }
    try {
      return rows instanceof RowLayout.Text text
          ? TextReader.read(in, text.layout(), vocabulary, arena)
          : binary(in, (RowLayout.Binary) rows, arena);
    } catch (VectorFormatException damaged) {
      throw damaged.repairable();
    }
  }

  private static VectorFormat.Opened binary(ByteReader in, RowLayout.Binary rows, Arena arena)
      throws IOException {
    if (rows.unusual().isEmpty()) {
      return binary(in, rows.header(), arena);
    }
    String line = "line " + in.line() + ": \"" + rows.unusual() + "\" is ";
    try {
      VectorFormat.Opened opened = binary(in, rows.header(), arena);
      List<String> notes = new ArrayList<>(List.of(line + "taken for the header"));
      notes.addAll(opened.notes());
      return new VectorFormat.Opened(opened.format(), opened.vectors(), notes);
    } catch (VectorFormatException damaged) {
      String problem = String.valueOf(damaged.getMessage()).substring((in.path() + ": ").length());
      throw new VectorFormatException(
          in.path(),
          line + "not a header of word2vec; read as one, the file is incomplete: " + problem);
    }
  }

  private static VectorFormat.Opened binary(ByteReader in, Header header, Arena arena)
      throws IOException {
    Optional<VectorFormat.Opened> mapped =
        in.isPacked() ? Optional.empty() : BinaryReader.map(in, header, arena);
    // Other layouts are read row by row, and errors name the byte.
    return mapped.isPresent() ? mapped.get() : BinaryReader.read(in, header, arena);
  }
}
