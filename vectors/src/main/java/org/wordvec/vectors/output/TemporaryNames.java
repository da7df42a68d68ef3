package org.wordvec.vectors.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names of temporary files: {@code .NAME.xxxxxxxx.wordvec} with eight random hexadecimal digits. A
 * long name is replaced by its beginning and a hash of the whole, since systems limit names to 255
 * bytes, some to 143.
 */
final class TemporaryNames {
  private static final int LONGEST_BYTES = 100;
  private static final int RANDOM_DIGITS = 8;
  private static final String END = ".wordvec";

  /** Extension of files that are never regarded as abandoned. */
  private static final String UNLOCKED_END = ".tmp";

  private final Path target;
  private final String start;

  TemporaryNames(Path target) {
    this.target = target;
    this.start = "." + shortened(String.valueOf(target.getFileName())) + ".";
  }

  /** Returns a new name for a file that its writer locks. */
  Path next() {
    return next(END);
  }

  /** Returns a new name for a file that cannot be locked. */
  Path nextUnlocked() {
    return next(UNLOCKED_END);
  }

  private Path next(String end) {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    return target.resolveSibling(start + random + end);
  }

  /** Returns whether the name of a file in the same directory has the form of {@link #next}. */
  boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.length() != start.length() + RANDOM_DIGITS + END.length()
        || !name.startsWith(start)
        || !name.endsWith(END)) {
      return false;
    }
    return name.substring(start.length(), start.length() + RANDOM_DIGITS)
        .chars()
        .allMatch(HexFormat::isHexDigit);
  }

  private static String shortened(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES) {
      return name;
    }
    int end = 0;
    for (int bytes = 0; ; ) {
      int character = name.codePointAt(end);
      bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_BYTES) {
        return name.substring(0, end) + "~" + HexFormat.of().toHexDigits(name.hashCode());
      }
      end += Character.charCount(character);
    }
  }
}
