package org.wordvec.corpora.reading;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Detects compression by the first bytes of a stream and decompresses the supported formats. */
public final class Decompression {
  private static final int BUFFER = 1 << 16;

  /**
   * Memory limit in KiB: more than any preset of xz needs; a crafted header could request 4 GiB.
   */
  private static final int XZ_MEMORY_KIB = 1 << 18;

  /** Maximum number of nested compressions. */
  private static final int DEEPEST = 4;

  private static final int TAR_BLOCK = 512;
  private static final int TAR_MARK = 257;

  private Decompression() {}

  /**
   * Returns the decompressed text of a stream.
   *
   * @throws TextFileException if it is in an unsupported binary format
   */
  public static InputStream open(InputStream raw, String name) throws IOException {
    BufferedInputStream stream = unpack(raw);
    refuseStrangers(stream, name);
    return stream;
  }

  /** Returns the decompressed content of a stream; the stream itself if it is not compressed. */
  public static BufferedInputStream unpack(InputStream raw) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(raw, BUFFER);
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<InputStream> unpacked = unpacked(stream);
      if (unpacked.isEmpty()) {
        break;
      }
      stream = new BufferedInputStream(unpacked.get(), BUFFER);
    }
    return stream;
  }

  private static Optional<InputStream> unpacked(BufferedInputStream stream) throws IOException {
    if (FirstBytes.are(stream, 0x1f, 0x8b)) {
      return Optional.of(new GzipMembers(stream));
    }
    if (FirstBytes.are(stream, 0x28, 0xb5, 0x2f, 0xfd)
        || FirstBytes.are(stream, 0x50, 0x2a, 0x4d, 0x18)) {
      return Optional.of(new ZstdInputStream(stream));
    }
    if (FirstBytes.are(stream, 'B', 'Z', 'h')) {
      return Optional.of(new BzipMembers(stream));
    }
    if (FirstBytes.are(stream, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return Optional.of(
          XZCompressorInputStream.builder()
              .setInputStream(stream)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(XZ_MEMORY_KIB)
              .get());
    }
    return Optional.empty();
  }

  private static void refuseStrangers(BufferedInputStream stream, String name) throws IOException {
    for (Stranger stranger : Stranger.ALL) {
      if (FirstBytes.are(stream, stranger.first.chars().toArray())) {
        throw new TextFileException(name + ": " + stranger.refusal);
      }
    }
    if (isTar(stream)) {
      throw new TextFileException(
          name + ": a tar archive; unpack it, or pass its texts on: tar -xOf FILE | wordvec ... -");
    }
  }

  /**
   * Returns whether a stream is a tar archive. Reads no more than a line: an archive begins with a
   * file name and zeros.
   */
  private static boolean isTar(BufferedInputStream stream) throws IOException {
    byte[] header = new byte[TAR_BLOCK];
    stream.mark(TAR_BLOCK);
    int length = 0;
    while (length < TAR_BLOCK) {
      int next = stream.read();
      if (next < 0 || next == '\n' || next == '\r') {
        break;
      }
      header[length++] = (byte) next;
    }
    stream.reset();
    return length == TAR_BLOCK
        && new String(header, TAR_MARK, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  /**
   * A common format that is not text.
   *
   * @param first its first bytes, as characters
   * @param refusal the error message
   */
  private record Stranger(String first, String refusal) {
    static final List<Stranger> ALL =
        List.of(
            packed("PK\003\004", "a zip archive"),
            packed("7z\u00bc\u00af'\u001c", "a 7z archive"),
            packed("Rar!\032\007", "a RAR archive"),
            packed("\004\"M\030", "lz4"),
            packed("]\0\0", "lzma"),
            packed("LZIP\001", "lzip"),
            packed("\037\u009d", "Unix compress (.Z)"),
            packed("\u00ff\006\0\0sNaPpY", "snappy"),
            new Stranger(
                "WARC/1.",
                "WARC (Common Crawl, also WET); take the text out of its records first, with"
                    + " warcio for instance"),
            new Stranger("%PDF-", "a PDF; pdftotext makes text of it"),
            new Stranger("PAR1", "Parquet; train --engine spark --parquet-column reads it"),
            new Stranger("SQLite format 3", "an SQLite database; export its text"),
            new Stranger("\u0089HDF", "HDF5; export its text"));

    private static Stranger packed(String first, String what) {
      return new Stranger(
          first,
          what + ", where text (plain, .gz, .bz2, .xz or .zst) was expected; unpack it first");
    }
  }
}
