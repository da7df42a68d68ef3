package org.wordvec.vectors.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The kind of a file, detected by its first bytes. */
public enum FileKind {
  /** Rows of words and values, as text or binary, which have no signature. */
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
  ARROW("is an Arrow file, which is not read; export the vectors to .npy or word2vec text"),
  TAR("is a tar archive; unpack it (tar -xf) and name the file of vectors in it"),
  ARCHIVE("is an archive of a kind that is not read; unpack it first"),
  LZ("is packed with lz4, lzma or lzip, which are not read; unpack it first"),
  GIT_LFS("is a pointer of Git LFS and not the file itself; git lfs pull fetches that"),
  HTML("is a page of HTML or XML, not a file of vectors; perhaps the download failed"),
  JSON("is JSON, which is not read; export the vectors as text, a line \"word v1 ... vD\" each"),
  WARC("is a WARC archive of web pages, not a file of vectors"),
  PDF("is a PDF, not a file of vectors"),
  PROGRAM("is a program, not a file of vectors"),
  JAVA_OBJECT("is a serialized object of Java, which is not read; export the vectors as text"),
  GGUF("is a language model (GGUF or GGML), not a file of word vectors"),
  ONNX("is an ONNX model, which is not read; export its embeddings to .npy"),
  TFLITE("is a TensorFlow Lite model, which is not read; export its embeddings to .npy"),
  MATLAB("is a MATLAB file, which is not read; in Python, numpy.save what scipy.io.loadmat reads"),
  R_DATA(
      "is saved data of R, which is not read; write.table(vectors, \"vectors.txt\") exports them"),
  FAISS("is an index of Faiss, which has no words; use the vectors that it was made of"),
  UTF_16("is UTF-16 text; convert it to UTF-8 first: iconv -f UTF-16 -t UTF-8"),
  UTF_32("is UTF-32 text; convert it to UTF-8 first: iconv -f UTF-32 -t UTF-8"),
  UNMARKED_UTF_16(
      "is UTF-16 text without a byte order mark; convert it to UTF-8 first: iconv -f UTF-16LE -t"
          + " UTF-8, or from UTF-16BE");

  /** Maximum length of a header that the safetensors library reads. */
  public static final long LONGEST_SAFETENSORS_HEADER = 100_000_000;

  /** Number of bytes that determine the kind of a file. */
  public static final int MARK = 512;

  private static final int FASTTEXT_MARK = 793712314;

  /** Number of bytes of three UTF-16 characters. */
  private static final int SPREAD = 6;

  private static final int LONGEST_BEGINNING = 24;

  private static final int ONNX_VERSIONS = 31;

  /** Offset of the signature of a tar archive. */
  private static final int TAR_MARK = 257;

  private final String refusal;

  FileKind(String refusal) {
    this.refusal = refusal;
  }

  /** Returns the error message for a file that cannot be read; empty if it can. */
  public String refusal() {
    return refusal;
  }

  /**
   * Returns the kind of a file.
   *
   * @param first its first bytes, at least {@link #MARK} or all
   */
  static FileKind of(byte[] first) {
    if (isCompressed(first)) {
      return COMPRESSED;
    } else if (starts(first, "FiFu")) {
      return FINALFUSION;
    } else if (starts(first, "\u0093NUMPY")) {
      return NUMPY;
    } else if (isSafetensors(first)) {
      return SAFETENSORS;
    } else if (starts(first, "PK\3\4") || starts(first, "PK\5\6") || starts(first, "PK\7\b")) {
      return ZIP;
    } else if (first.length >= 4 && little(first).getInt() == FASTTEXT_MARK) {
      return FASTTEXT;
    }
    FileKind encoding = encoding(first);
    return encoding == ROWS ? stranger(first) : encoding;
  }

  private static FileKind encoding(byte[] first) {
    if (starts(first, "\u00ff\u00fe\0\0") || starts(first, "\0\0\u00fe\u00ff")) {
      return UTF_32;
    } else if (starts(first, "\u00ff\u00fe") || starts(first, "\u00fe\u00ff")) {
      return UTF_16;
    }
    return isSpread(first) ? UNMARKED_UTF_16 : ROWS;
  }

  /**
   * Detects files that are mistaken for vectors, or that a failed download leaves in their place.
   */
  private static FileKind stranger(byte[] first) {
    if (isPickle(first)) {
      return PICKLE;
    } else if (starts(first, "\u0089HDF")) {
      return HDF5;
    } else if (starts(first, "SQLite format")) {
      return SQLITE;
    } else if (starts(first, "PAR1")) {
      return PARQUET;
    } else if (starts(first, "ARROW1")
        || starts(first, "FEA1")
        || (starts(first, "\u00ff\u00ff\u00ff\u00ff") && holds(first, 6, "\0\0"))) {
      return ARROW;
    } else if (holds(first, TAR_MARK, "ustar")) {
      return TAR;
    } else if (starts(first, "7z\u00bc\u00af'\u001c") || starts(first, "Rar!\u001a\7")) {
      return ARCHIVE;
    } else if (starts(first, "\4\"M\u0018") || starts(first, "]\0\0") || starts(first, "LZIP")) {
      return LZ;
    } else if (starts(first, "\u007fELF")
        || starts(first, "\u00cf\u00fa\u00ed\u00fe")
        || starts(first, "MZ\u0090\0")) {
      return PROGRAM;
    } else if (starts(first, "\u00ac\u00ed\0\5")) {
      return JAVA_OBJECT;
    }
    FileKind model = model(first);
    return model == ROWS ? textual(first) : model;
  }

  /** Detects models and data of other programs. */
  private static FileKind model(byte[] first) {
    if (starts(first, "GGUF") || starts(first, "lmgg") || starts(first, "tjgg")) {
      return GGUF;
    } else if (isOnnx(first)) {
      return ONNX;
    } else if (holds(first, 4, "TFL3")) {
      return TFLITE;
    } else if (starts(first, "MATLAB 5.0 MAT-file")) {
      return MATLAB;
    } else if (starts(first, "X\n\0\0\0") || starts(first, "RDX2\n") || starts(first, "RDX3\n")) {
      return R_DATA;
    } else if (starts(first, "IxF2") || starts(first, "IxFI") || starts(first, "IwFl")) {
      return FAISS;
    }
    return ROWS;
  }

  /**
   * Returns whether a file begins like ONNX: a small version, then the name of the program that
   * wrote it.
   */
  private static boolean isOnnx(byte[] first) {
    if (first.length < 6 || first[0] != 8 || first[1] < 1 || first[1] > ONNX_VERSIONS) {
      return false;
    }
    return first[2] == 0x12 && first[3] > 0 && Character.isLetter((char) first[4]);
  }

  private static FileKind textual(byte[] first) {
    int at = starts(first, ByteReader.MARK_OF_UTF8) ? 3 : 0;
    while (at < first.length && first[at] <= ' ' && first[at] >= 0) {
      at++;
    }
    int length = Math.min(first.length - at, LONGEST_BEGINNING);
    String start =
        new String(first, at, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (start.startsWith("version https://git-")) {
      return GIT_LFS;
    } else if (start.startsWith("<!doctype")
        || start.startsWith("<html")
        || start.startsWith("<?xml")
        || start.startsWith("<head")) {
      return HTML;
    } else if (start.startsWith("warc/")) {
      return WARC;
    } else if (start.startsWith("%pdf-")) {
      return PDF;
    } else if (start.startsWith("{") && start.substring(1).stripLeading().startsWith("\"")) {
      return JSON;
    }
    return ROWS;
  }

  private static boolean isPickle(byte[] first) {
    boolean numbered =
        first.length > 1 && first[0] == (byte) 0x80 && first[1] >= 2 && first[1] <= 5;
    // Protocols 0 and 1 have no signature.
    return numbered
        || starts(first, "ccopy_reg\n")
        || starts(first, "cgensim.")
        || starts(first, "cnumpy.")
        || starts(first, "(dp0\n")
        || starts(first, "(lp0\n")
        || starts(first, "}q\0")
        || starts(first, "]q\0");
  }

  private static boolean isCompressed(byte[] first) {
    return starts(first, "\u001f\u008b")
        || starts(first, "(\u00b5/\u00fd")
        || starts(first, "P*M\u0018")
        || (starts(first, "BZh") && first.length > 3 && first[3] >= '1' && first[3] <= '9')
        || starts(first, "\u00fd7zXZ\0");
  }

  /** Returns whether a file begins with a length that is not text, and a JSON object. */
  private static boolean isSafetensors(byte[] first) {
    if (first.length < 10 || first[8] != '{') {
      return false;
    }
    long length = little(first).getLong();
    return length >= 2 && length <= LONGEST_SAFETENSORS_HEADER;
  }

  /** Returns whether every other byte is 0 and the others are printable, as ASCII in UTF-16. */
  private static boolean isSpread(byte[] first) {
    for (int zero = 0; zero < 2; zero++) {
      boolean spread = first.length >= SPREAD;
      for (int i = 0; i < SPREAD && spread; i++) {
        spread = i % 2 == zero ? first[i] == 0 : first[i] >= '\t' && first[i] < 0x7f;
      }
      if (spread) {
        return true;
      }
    }
    return false;
  }

  private static ByteBuffer little(byte[] first) {
    return ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean starts(byte[] bytes, String prefix) {
    return holds(bytes, 0, prefix);
  }

  /** Returns whether bytes occur at an index; each is given as the character of that number. */
  private static boolean holds(byte[] bytes, int place, String expected) {
    if (bytes.length < place + expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (bytes[place + i] != (byte) expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
