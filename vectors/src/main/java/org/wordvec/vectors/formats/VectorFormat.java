package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.corpora.sources.Compression;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;

/**
 * A file layout for word vectors. Writing chooses it by the file's extension, reading by the file's
 * content.
 *
 * <p>Formats have no state and are safe for use by several threads.
 */
public sealed interface VectorFormat
    permits StreamedFormat,
        Finalfusion,
        NumpyArray,
        Safetensors,
        ProjectorText,
        CompressedFormat,
        ForeignFormat {
  /**
   * Returns the format that a file name asks for: {@code .txt} and {@code .vec} for word2vec text,
   * {@code .bin} for word2vec binary, {@code .glove} for GloVe text, {@code .fifu} for finalfusion,
   * {@code .npy} for NumPy, {@code .safetensors}, {@code .tsv} for TensorBoard's projector; the
   * first three also with {@code .gz} or {@code .zst} behind. Upper and lower case are the same.
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
    throw unknownExtension(path, extensions());
  }

  /** Says which extensions a file of vectors may have. */
  static IllegalArgumentException unknownExtension(Path path, List<String> extensions) {
    int last = extensions.size() - 1;
    return new IllegalArgumentException(
        "%s: the name of a file of vectors ends in %s or %s; .gz or .zst may follow %s"
            .formatted(
                path,
                String.join(", ", extensions.subList(0, last)),
                extensions.get(last),
                ".txt, .vec, .bin and .glove"));
  }

  /**
   * Returns the extensions that {@link #forOutput} knows, each with its dot; compressed ones left
   * out.
   */
  static List<String> extensions() {
    return all().stream()
        .filter(format -> !(format instanceof CompressedFormat))
        .flatMap(format -> format.ownExtensions().stream())
        .toList();
  }

  /**
   * Opens a file of any of the formats, found out from its content: the marks of finalfusion, NumPy
   * and safetensors; without one, a first line of two whole numbers is a header and means word2vec,
   * text if the lines after it are printable and binary otherwise; no header means GloVe text, or
   * where all is numbers a matrix. Rows of text and word2vec binary may be compressed.
   *
   * <p>Binary files stay where they are and are mapped, so that opening reads the words' places
   * alone; a value that is NaN or infinite is found when it is asked for, as an {@link
   * java.io.UncheckedIOException}. If such a file is cut while it is in use, to read it is an
   * {@link InternalError}; {@link WordVectors#requireUnchanged} tells whether it was cut or
   * overwritten. Text and what is compressed, as well as arrays of other than float32, are read
   * into memory.
   *
   * <p>Read are the dialects of word2vec, fastText ({@code .vec}), GloVe and gensim: with a space
   * at the end of a row or not, with CR LF, with the newline after a binary row that C writes or
   * without it; also the text of Deeplearning4j, with a third number in its header and words in
   * Base64. A row of text is read from the right, separators being the space and the tab alone, so
   * that a word may hold spaces; it does not end in a number behind one. The bytes of a word are
   * kept as they are, even where they are not UTF-8; {@link
   * org.wordvec.corpora.words.WordList#word} shows such bytes as U+FFFD. Of two rows of a word the
   * first counts and the other is left out.
   *
   * <p>The words of a NumPy array, or of tensors without any, are those of {@code NAME.vocab} or
   * {@code NAME.txt} beside it, one a line; those of a matrix that is text, of {@code
   * NAME.metadata.tsv} or {@code NAME.vocab}.
   *
   * <p>What is odd about a file that can be read all the same is in the {@link Opened#notes notes}
   * of {@link #detect}.
   *
   * @param arena owns the matrix or the mapping; a shared one, where several threads ask
   * @throws VectorFormatException if the file is none of the formats, is cut off, has fewer rows
   *     than its header promises, holds NaN or an infinite value and is not mapped, or is binary
   *     whose rows do not begin where they should
   * @throws IOException if the file cannot be read, or the matrix does not fit in memory
   */
  static WordVectors open(Path path, Arena arena) throws IOException {
    return detect(path, arena).vectors();
  }

  /** Opens a file as {@link #open} does, and tells which format it has. */
  static Opened detect(Path path, Arena arena) throws IOException {
    return FormatDetector.open(path, null, arena);
  }

  /**
   * Opens a file as {@link #open} does, with the words of another file, one a line.
   *
   * @throws VectorFormatException also if the file has words of its own
   */
  static Opened detect(Path path, Path vocabulary, Arena arena) throws IOException {
    return FormatDetector.open(path, vocabulary, arena);
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

  /** Returns the format's name for people, for example {@code word2vec text}. */
  String description();

  /** Returns the extensions that mean this format, each with its dot. */
  List<String> ownExtensions();

  /** Returns the files that {@link #write} to this path makes: it, and perhaps others beside. */
  default List<Path> files(Path path) {
    return List.of(path);
  }

  private static List<VectorFormat> all() {
    List<StreamedFormat> streamed =
        List.of(new Word2VecText(), new Word2VecBinary(), new GloveText());
    List<VectorFormat> all = new ArrayList<>(streamed);
    all.addAll(
        List.of(new Finalfusion(), new NumpyArray(), new Safetensors(), new ProjectorText()));
    for (StreamedFormat format : streamed) {
      for (Compression compression : Compression.values()) {
        all.add(new CompressedFormat(format, compression));
      }
    }
    return all;
  }

  /**
   * What a file held, and in which format.
   *
   * @param notes what was left out of it, taken for what it is not quite, or odd about it, in
   *     words, a line each; empty as a rule
   */
  record Opened(VectorFormat format, WordVectors vectors, List<String> notes) {
    /** Copies the notes. */
    public Opened {
      notes = List.copyOf(notes);
    }

    /** Where nothing was left out. */
    public Opened(VectorFormat format, WordVectors vectors) {
      this(format, vectors, List.of());
    }
  }
}
