package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file layout for word vectors. Writing chooses it by the file's extension, reading by the file's
 * content.
 *
 * <p>Formats have no state and are safe for use by several threads.
 */
public sealed interface VectorFormat
    permits Word2VecText, Word2VecBinary, GloveText, ForeignFormat {
  /**
   * The format that a file name asks for: {@code .txt} and {@code .vec} for word2vec text, {@code
   * .bin} for word2vec binary, {@code .glove} for GloVe text. Upper and lower case are the same.
   *
   * @throws IllegalArgumentException if the extension is another; the message lists the known ones
   */
  static VectorFormat forOutput(Path path) {
    Path fileName = path.getFileName();
    String name = fileName == null ? "" : fileName.toString().toLowerCase(Locale.ROOT);
    for (VectorFormat format : all()) {
      for (String extension : format.ownExtensions()) {
        if (name.endsWith(extension)) {
          return format;
        }
      }
    }
    throw new IllegalArgumentException(
        "the name of an output file tells its format, and "
            + path
            + " ends in none of "
            + String.join(", ", extensions()));
  }

  /** The extensions that {@link #forOutput} knows, each with its dot. */
  static List<String> extensions() {
    return all().stream().flatMap(format -> format.ownExtensions().stream()).toList();
  }

  /**
   * Reads a file of any of the formats, found out from its content: a first line of two whole
   * numbers is a header and means word2vec, text if the row after it reads as text and binary
   * otherwise; no header means GloVe text.
   *
   * <p>Read are the dialects of word2vec, fastText ({@code .vec}), GloVe and gensim: with a space
   * at the end of a row or not, with CR LF, with the newline after a binary row that C writes or
   * without it. A row of text is read from the right, separators being the space and the tab alone,
   * so that a word may hold spaces. The bytes of a word are kept as they are, even where they are
   * not UTF-8; {@link org.wordvec.corpora.WordList#word} shows such bytes as U+FFFD. Where a word
   * occurs twice, both rows stay and look-up finds the first.
   *
   * @param arena owns the matrix
   * @throws VectorFormatException if the file is none of the formats, is cut off, does not have as
   *     many rows as its header promises, or holds NaN or an infinite value
   * @throws IOException if the file cannot be read, or the matrix does not fit in memory
   */
  static WordVectors open(Path path, Arena arena) throws IOException {
    return detect(path, arena).vectors();
  }

  /** Reads a file as {@link #open} does, and tells which format it has. */
  static Opened detect(Path path, Arena arena) throws IOException {
    return FormatDetector.open(path, arena);
  }

  /**
   * Writes a file, whole or not at all: see {@link OutputFile#write}.
   *
   * @throws VectorFormatException if a word is empty or holds a space, tab or line break, which
   *     would break the layout for other programs, or if a value is NaN or infinite; nothing is
   *     written then
   * @throws IOException if writing fails; an older file of that name is whole then
   */
  void write(WordVectors vectors, Path path) throws IOException;

  /** The format's name for people, for example {@code word2vec text}. */
  String description();

  /** The extensions that mean this format, each with its dot. */
  List<String> ownExtensions();

  private static List<VectorFormat> all() {
    return List.of(new Word2VecText(), new Word2VecBinary(), new GloveText());
  }

  /** What a file held, and in which format. */
  record Opened(VectorFormat format, WordVectors vectors) {}
}
