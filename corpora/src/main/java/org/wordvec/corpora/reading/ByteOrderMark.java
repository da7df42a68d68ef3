package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A byte order mark, U+FEFF at the beginning of a text, which identifies its Unicode encoding. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
  // Tested before UTF-16LE, whose mark is a prefix of this one; no UTF-16 text begins with a NUL.
  UTF_32LE(Charset.forName("UTF-32LE"), "\u00ff\u00fe\0\0"),
  UTF_32BE(Charset.forName("UTF-32BE"), "\0\0\u00fe\u00ff"),
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00fe\u00ff");

  private final Charset charset;
  private final String bytes;

  ByteOrderMark(Charset charset, String bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  /** Returns the mark at the beginning of a stream, without consuming it. */
  static Optional<ByteOrderMark> of(BufferedInputStream stream) throws IOException {
    for (ByteOrderMark mark : values()) {
      if (FirstBytes.are(stream, mark.bytes.chars().toArray())) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  /** Returns the encoding that the mark identifies. */
  Charset charset() {
    return charset;
  }

  /** Returns the number of bytes of the mark. */
  int length() {
    return bytes.length();
  }
}
