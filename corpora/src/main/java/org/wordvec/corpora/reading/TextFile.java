package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of text that people make: word lists, vocabularies, pairs, questions, settings.
 *
 * <p>All are opened alike. What is compressed is unpacked; a byte order mark is no part of the text
 * and tells UTF-16 and UTF-32, as does a NUL in every second byte; lines end in a line feed, a
 * carriage return or both; {@code -} is standard input. Text is UTF-8 unless another encoding is
 * given, and an error where it is not. Immutable.
 */
public final class TextFile {
  /** What stands for standard input where the name of a file is expected. */
  public static final String STANDARD_INPUT = "-";

  private final String name;
  private final Opening opening;
  private final TextEncoding encoding;

  private TextFile(String name, Opening opening, TextEncoding encoding) {
    this.name = name;
    this.opening = opening;
    this.encoding = encoding;
  }

  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  /** Returns the file at a path, in UTF-8. */
  public static TextFile at(Path path) {
    return new TextFile(path.toString(), () -> bytes(path), TextEncoding.UTF_8);
  }

  /** Returns the text of a stream, in UTF-8, which can be read once. */
  public static TextFile of(InputStream bytes, String name) {
    return new TextFile(name, () -> bytes, TextEncoding.UTF_8);
  }

  /** Returns what an argument names, in UTF-8: a path, or {@code -} for standard input. */
  public static TextFile named(String argument, InputStream standardInput) {
    return argument.equals(STANDARD_INPUT)
        ? of(standardInput, "standard input")
        : at(Path.of(argument));
  }

  /** Returns the same file in another encoding. */
  public TextFile in(TextEncoding other) {
    return new TextFile(name, opening, other);
  }

  /** Returns how messages name the file. */
  public String name() {
    return name;
  }

  /** Returns an error about the file as a whole. */
  public TextFileException failure(String problem) {
    return new TextFileException(name + ": " + problem);
  }

  /**
   * Opens the file to read it line by line.
   *
   * @throws TextFileException if it is a folder, or packed in a way that is not known
   * @throws IOException if it cannot be opened
   */
  public NumberedLines lines() throws IOException {
    return new NumberedLines(name, utf8());
  }

  /** Opens the file as UTF-8 without a byte order mark, whether or not it is valid. */
  public BufferedInputStream utf8() throws IOException {
    InputStream bytes = opening.open();
    try {
      BufferedInputStream text =
          new BufferedInputStream(
              decoded(new BufferedInputStream(Decompression.open(bytes, name))));
      if (FirstBytes.are(text, 0xef, 0xbb, 0xbf)) {
        text.skipNBytes(3);
      }
      return text;
    } catch (TextFileException namesTheFile) {
      bytes.close();
      throw namesTheFile;
    } catch (IOException e) {
      bytes.close();
      throw new TextFileException(name + ": cannot be read: " + TextFileException.reason(e), e);
    }
  }

  /** Windows' programs write UTF-16 without a mark as well, whose letters are valid UTF-8. */
  private InputStream decoded(BufferedInputStream text) throws IOException {
    Optional<Charset> unicode =
        encoding.equals(TextEncoding.UTF_8)
            ? Transcoding.unmarkedUnicode(FirstBytes.atHand(text))
            : Optional.empty();
    return Transcoding.open(
        text,
        unicode.<TextEncoding>map(TextEncoding.Named::new).orElse(encoding),
        EncodingErrors.STRICT,
        name);
  }

  private static InputStream bytes(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, MissingFile.reason(path));
    }
    if (Files.isDirectory(path)) {
      throw new TextFileException(path + ": is a folder, where a text file was expected");
    }
    return InputFile.open(path);
  }
}
