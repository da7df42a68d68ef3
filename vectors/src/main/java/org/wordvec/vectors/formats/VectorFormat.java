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
 * A file format for word vectors. For writing it is chosen by the file's extension, for reading by
 * its content.
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
   * Returns the format for a file name: {@code .txt} and {@code .vec} for word2vec text, {@code
   * .bin} for word2vec binary, {@code .glove} for GloVe text, {@code .fifu} for finalfusion, {@code
   * .npy} for NumPy, {@code .safetensors}, {@code .tsv} for TensorBoard's projector; the first
   * three also with {@code .gz} or {@code .zst} appended. Case is ignored.
   *
   * @throws IllegalArgumentException if the extension is unknown; the message lists the known ones
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

  /** Creates an exception that lists the extensions of vector files. */
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

  /** Returns the extensions for {@link #forOutput}, with their dots and without compressed ones. */
  static List<String> extensions() {
    return all().stream()
        .filter(format -> !(format instanceof CompressedFormat))
        .flatMap(format -> format.ownExtensions().stream())
        .toList();
  }

  /**
   * Opens a file of any format, detected by its content: finalfusion, NumPy and safetensors by
   * their signatures. Otherwise a first line of two integers is the header of word2vec, text if the
   * lines after it are printable and binary if not; without a header it is GloVe text, or a matrix
   * if all fields are numbers. Text and word2vec binary may be compressed.
   *
   * <p>Uncompressed binary files are mapped, so that opening only locates the words. NaN and
   * infinite values are then detected on access, as an {@link java.io.UncheckedIOException}.
   * Reading a mapped file that was truncated in the meantime throws an {@link InternalError};
   * {@link WordVectors#requireUnchanged} detects truncated and overwritten files. Text, compressed
   * files and arrays of other types than float32 are read into memory.
   *
   * <p>The dialects of word2vec, fastText ({@code .vec}), GloVe and gensim are read: with or
   * without a space at the end of a row, with CR LF, with or without a newline after a binary row;
   * also the text of Deeplearning4j, with a third number in its header and words in Base64. A row
   * of text is parsed from the right with spaces and tabs as the only separators, so that a word
   * may contain spaces, but not end in a space and a number. The bytes of a word are kept even if
   * they are not UTF-8; {@link org.wordvec.corpora.words.WordList#word} shows such bytes as U+FFFD.
   * Later rows of a repeated word are left out.
   *
   * <p>The words of a NumPy array, or of tensors without words, are those of {@code NAME.vocab} or
   * {@code NAME.txt} beside it, one per line; those of a text matrix, of {@code NAME.metadata.tsv}
   * or {@code NAME.vocab}.
   *
   * <p>The {@link Opened#notes notes} of {@link #detect} describe irregularities of a readable
   * file.
   *
   * @param arena owns the matrix or the mapping; must be shared if several threads read
   * @throws VectorFormatException if the format is unknown, or the file is truncated, has fewer
   *     rows than its header promises, is not mapped and contains NaN or an infinite value, or is
   *     binary with misaligned rows
   * @throws IOException if the file cannot be read, or the matrix does not fit in memory
   */
  static WordVectors open(Path path, Arena arena) throws IOException {
    return detect(path, arena).vectors();
  }

  /** Opens a file as {@link #open} does, and returns its format and notes as well. */
  static Opened detect(Path path, Arena arena) throws IOException {
    return FormatDetector.open(path, null, arena);
  }

  /**
   * Opens a file as {@link #open} does, with words from another file.
   *
   * @param vocabulary file with one word per line
   * @throws VectorFormatException also if the file has words of its own
   */
  static Opened detect(Path path, Path vocabulary, Arena arena) throws IOException {
    return FormatDetector.open(path, vocabulary, arena);
  }

  /**
   * Writes a file atomically, see {@link OutputFile#write}.
   *
   * @throws VectorFormatException if a word is empty or contains a space, tab or line break, which
   *     other programs could not read, or if a value is NaN or infinite; nothing is written then
   * @throws IOException if writing fails; an older file of that name is kept
   */
  void write(WordVectors vectors, Path path) throws IOException;

  /** Returns the name of the format for messages, such as {@code word2vec text}. */
  String description();

  /** Returns about how many bytes a value takes in a file: 4, or the digits of a text. */
  default int bytesPerValue() {
    return Float.BYTES;
  }

  /** Returns the extensions of this format, with their dots. */
  List<String> ownExtensions();

  /**
   * Returns the files that {@link #write} creates for a path: the path itself, and any files beside
   * it.
   */
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
   * An opened file.
   *
   * @param format the detected format
   * @param vectors the words and vectors
   * @param notes one line for each irregularity, such as rows that were left out or an unusual
   *     header; usually empty
   */
  record Opened(VectorFormat format, WordVectors vectors, List<String> notes) {
    /** Copies the notes. */
    public Opened {
      notes = List.copyOf(notes);
    }

    /** Creates the result of a file without irregularities. */
    public Opened(VectorFormat format, WordVectors vectors) {
      this(format, vectors, List.of());
    }
  }
}
