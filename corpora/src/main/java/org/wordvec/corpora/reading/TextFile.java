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
 * A small text file: word lists, vocabularies, word pairs, analogy questions, settings.
 *
 * <p>Compressed files are decompressed. A byte order mark is removed and identifies UTF-16 and
 * UTF-32, as does a NUL in every second byte. Lines end in a line feed, a carriage return or both.
 * {@code -} is standard input. Text is UTF-8 unless another encoding is given; malformed text is an
 * error. Immutable.
 */
public final class TextFile {
  /** The argument that means standard input. */
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

  /** Returns a text file for a stream of UTF-8, which can be read once. */
  public static TextFile of(InputStream bytes, String name) {
    return new TextFile(name, () -> bytes, TextEncoding.UTF_8);
  }

  /** Returns the UTF-8 file that an argument names: a path, or {@code -} for standard input. */
  public static TextFile named(String argument, InputStream standardInput) {
    return argument.equals(STANDARD_INPUT)
        ? of(standardInput, "standard input")
        : at(Path.of(argument));
  }

  /** Returns this file with another encoding. */
  public TextFile in(TextEncoding other) {
    return new TextFile(name, opening, other);
  }

  /** Returns the name of the file in messages. */
  public String name() {
    return name;
  }

  /** Creates an error about the file as a whole. */
  public TextFileException failure(String problem) {
    return new TextFileException(name + ": " + problem);
  }

  /**
   * Opens the file for reading line by line.
   *
   * @throws TextFileException if it is a folder, or compressed in an unsupported format
   * @throws IOException if it cannot be opened
   */
  public NumberedLines lines() throws IOException {
    return new NumberedLines(name, utf8());
  }

  /** Opens the file as UTF-8 without a byte order mark; the bytes are not validated. */
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

  /**
   * Decodes text. Windows programs also write UTF-16 without a mark, whose Latin letters would be
   * valid UTF-8.
   */
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
