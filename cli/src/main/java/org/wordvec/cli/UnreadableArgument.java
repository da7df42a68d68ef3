package org.wordvec.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An argument of which Java lost letters. It reads arguments and names of files in the encoding of
 * the locale; the launcher sees to it that this is UTF-8. Names of files are bytes on Linux, so
 * that one can be no UTF-8: written to, a file of another name would be made.
 */
final class UnreadableArgument {
  private static final char LOST = '\uFFFD';
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path FOLDER = Path.of("/proc/self/cwd");

  private UnreadableArgument() {}

  /** Returns what to do about the first of these, or about the current folder, in one line. */
  static Optional<String> complaint(List<String> arguments) {
    Optional<String> lost =
        complaint(arguments, System.getProperty("sun.jnu.encoding", ""), COMMAND_LINE);
    return lost.isPresent() ? lost : complaint(System.getProperty("user.dir", ""), FOLDER);
  }

  /**
   * The same for an encoding.
   *
   * @param commandLine a file of the arguments as bytes, each with a 0 behind, and others before
   */
  static Optional<String> complaint(List<String> arguments, String encoding, Path commandLine) {
    boolean utf8 = encoding.equals(StandardCharsets.UTF_8.name());
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.indexOf(LOST) < 0) {
        continue;
      }
      if (!utf8) {
        return Optional.of(
            "the argument '"
                + argument
                + "' has letters that the locale's encoding, "
                + encoding
                + ", lacks: start ./wordvec, or set LC_ALL=C.UTF-8");
      }
      if (!isGiven(argument, arguments.size() - i, commandLine)) {
        return Optional.of(
            "the argument '"
                + argument
                + "' is not UTF-8: convert it, or rename the file or folder that it names");
      }
    }
    return Optional.empty();
  }

  /**
   * Whether U+FFFD is what the user wrote, which can be a word; it is believed where nobody knows.
   *
   * @param fromEnd 1 for the last argument
   */
  private static boolean isGiven(String argument, int fromEnd, Path commandLine) {
    try {
      // As Latin-1, each byte is a character.
      String bytes = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
      List<String> all = Arrays.asList(bytes.split("\0", -1));
      int place = all.size() - 1 - fromEnd;
      if (place < 0) {
        return true;
      }
      byte[] raw = all.get(place).getBytes(StandardCharsets.ISO_8859_1);
      boolean same = new String(raw, StandardCharsets.UTF_8).equals(argument);
      return !same || Arrays.equals(raw, argument.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unknown) {
      return true;
    }
  }

  /** Java resolves names of files against a name of the current folder, which may be another's. */
  static Optional<String> complaint(String folder, Path current) {
    try {
      if (folder.indexOf(LOST) < 0 || !Files.exists(current) || leadsTo(folder, current)) {
        return Optional.empty();
      }
    } catch (IOException unknown) {
      return Optional.empty();
    }
    return Optional.of(
        "the name of the current folder, '" + folder + "', is not UTF-8: start from another");
  }

  private static boolean leadsTo(String folder, Path current) throws IOException {
    try {
      Path path = Path.of(folder);
      return Files.exists(path) && Files.isSameFile(current, path);
    } catch (InvalidPathException unencodable) {
      return false;
    }
  }
}
