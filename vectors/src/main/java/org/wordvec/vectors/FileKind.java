package org.wordvec.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the first bytes of a file say that it is. */
enum FileKind {
  /** Rows of words and values, as text or binary; nothing marks these. */
  ROWS(""),
  COMPRESSED(""),
  FINALFUSION(""),
  NUMPY(""),
  SAFETENSORS(""),
  ZIP(""),
  PICKLE(
      "is a Python pickle, as gensim's save() writes it; to read one is to run the code in it, so"
          + " export it with gensim: model.wv.save_word2vec_format(\"vectors.bin\", binary=True)"),
  FASTTEXT("is fastText's binary, where a file of vectors was expected"),
  HDF5("is HDF5, which is not read; export the vectors to .npy or word2vec text"),
  SQLITE("is an SQLite database (Magnitude?), which is not read; export the vectors as text"),
  PARQUET("is Parquet, which is not read; export the vectors to .npy or word2vec text"),
  UTF_16("is UTF-16 text; convert it to UTF-8 first");

  private static final int FASTTEXT_MARK = 793712314;

  private final String refusal;

  FileKind(String refusal) {
    this.refusal = refusal;
  }

  /** What to tell whoever wants to read such a file; empty if it can be read. */
  String refusal() {
    return refusal;
  }

  /** Decides by the first bytes, all there are or sixteen at least. */
  static FileKind of(byte[] first) {
    if (isCompressed(first)) {
      return COMPRESSED;
    } else if (starts(first, 'F', 'i', 'F', 'u')) {
      return FINALFUSION;
    } else if (starts(first, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
      return NUMPY;
    } else if (isSafetensors(first)) {
      return SAFETENSORS;
    } else if (starts(first, 'P', 'K', 3, 4)) {
      return ZIP;
    } else if (first.length > 1 && first[0] == (byte) 0x80 && first[1] >= 2 && first[1] <= 5) {
      return PICKLE;
    } else if (first.length >= 4 && little(first).getInt() == FASTTEXT_MARK) {
      return FASTTEXT;
    } else if (starts(first, 0x89, 'H', 'D', 'F')) {
      return HDF5;
    } else if (starts(first, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't')) {
      return SQLITE;
    } else if (starts(first, 'P', 'A', 'R', '1')) {
      return PARQUET;
    } else if (starts(first, 0xff, 0xfe) || starts(first, 0xfe, 0xff)) {
      return UTF_16;
    } else {
      return ROWS;
    }
  }

  private static boolean isCompressed(byte[] first) {
    return starts(first, 0x1f, 0x8b)
        || starts(first, 0x28, 0xb5, 0x2f, 0xfd)
        || starts(first, 0x50, 0x2a, 0x4d, 0x18)
        || (starts(first, 'B', 'Z', 'h') && first.length > 3 && first[3] >= '1' && first[3] <= '9')
        || starts(first, 0xfd, '7', 'z', 'X', 'Z', 0);
  }

  /** A length that is no text, and an object in JSON. */
  private static boolean isSafetensors(byte[] first) {
    if (first.length < 10 || first[8] != '{') {
      return false;
    }
    long length = little(first).getLong();
    return length >= 2 && length <= Safetensors.LONGEST_HEADER;
  }

  private static ByteBuffer little(byte[] first) {
    return ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[i] != (byte) prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
