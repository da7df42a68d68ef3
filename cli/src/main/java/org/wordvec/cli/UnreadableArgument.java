package org.wordvec.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An argument of which Java lost letters. It reads arguments and names of files in the encoding of
 * the locale; the launcher sees to it that this is UTF-8.
 */
final class UnreadableArgument {
  private static final char LOST = '\uFFFD';

  private UnreadableArgument() {}

  /** Returns what to do about the first of these, in one line. */
  static Optional<String> complaint(List<String> arguments, String encoding) {
    if (encoding.equals(StandardCharsets.UTF_8.name())) {
      return Optional.empty();
    }
    for (String argument : arguments) {
      if (argument.indexOf(LOST) >= 0) {
        return Optional.of(
            "the argument '"
                + argument
                + "' has letters that the locale's encoding, "
                + encoding
                + ", lacks: start ./wordvec, or set LC_ALL=C.UTF-8");
      }
    }
    return Optional.empty();
  }
}
