package org.wordvec.corpora;

import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.text.UnicodeSpaces;
import org.wordvec.corpora.tokenizing.Segmentation;

/** Where a line that is longer than a block may be cut. */
public enum LineCut {
  /** After white space as C's {@code isspace} defines it. */
  AT_SPACE_OF_C {
    @Override
    int last(byte[] bytes, int length) {
      for (int i = length - 1; i >= 0; i--) {
        if (bytes[i] == ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r')) {
          return i + 1;
        }
      }
      return -1;
    }
  },
  /** After a byte up to 0x20. */
  AT_ASCII_SPACE {
    @Override
    int last(byte[] bytes, int length) {
      for (int i = length - 1; i >= 0; i--) {
        if (bytes[i] >= 0 && bytes[i] <= ' ') {
          return i + 1;
        }
      }
      return -1;
    }
  },
  /** After any Unicode white space. */
  AT_SPACE {
    @Override
    int last(byte[] bytes, int length) {
      int ascii = AT_ASCII_SPACE.last(bytes, length);
      for (int i = length - 3; i >= Math.max(0, ascii); i--) {
        if (UnicodeSpaces.first(bytes, i, i + 1) == i) {
          return i + UnicodeSpaces.length(bytes[i]);
        }
      }
      return ascii;
    }
  },
  /** Between any two characters. */
  AT_CHARACTER {
    @Override
    int last(byte[] bytes, int length) {
      int spaced = AT_SPACE.last(bytes, length);
      int end = length - 1;
      while (end > 0 && (bytes[end] & 0xc0) == 0x80) {
        end--;
      }
      return spaced > 0 ? spaced : end;
    }
  },
  /** Nowhere. */
  NOWHERE {
    @Override
    int last(byte[] bytes, int length) {
      return -1;
    }
  };

  /** Returns the last index at which the line can be cut, or -1 if there is none. */
  abstract int last(byte[] bytes, int length);

  static LineCut of(SourceFormat format, Segmentation segmentation) {
    return switch (format) {
      case SourceFormat.JsonLines json -> NOWHERE;
      case SourceFormat.Wikipedia wikipedia -> NOWHERE;
      case SourceFormat.Plain plain -> of(segmentation);
      case SourceFormat.Csv csv -> of(segmentation);
    };
  }

  private static LineCut of(Segmentation segmentation) {
    return switch (segmentation) {
      case Segmentation.Whitespace whitespace -> whitespace.asciiOnly() ? AT_SPACE_OF_C : AT_SPACE;
      case Segmentation.Named named -> AT_CHARACTER;
    };
  }
}
