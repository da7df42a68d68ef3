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
 * Detects arguments that Java could not decode. Java reads arguments and file names in the encoding
 * of the locale, which the launcher sets to UTF-8. On Linux, file names are bytes and need not be
 * valid UTF-8; writing to such a name would create a file with a different name.
 */
final class UnreadableArgument {
  private static final char LOST = '\uFFFD';
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path FOLDER = Path.of("/proc/self/cwd");

  private UnreadableArgument() {}

  /**
   * Returns an error message for the first argument that was not decoded, or for the current
   * folder; empty if all were decoded.
   */
  static Optional<String> errorMessage(List<String> arguments) {
    Optional<String> lost =
        errorMessage(arguments, System.getProperty("sun.jnu.encoding", ""), COMMAND_LINE);
    return lost.isPresent() ? lost : errorMessage(System.getProperty("user.dir", ""), FOLDER);
  }

  /**
   * Returns an error message for the first argument that was not decoded.
   *
   * @param encoding of the arguments
   * @param commandLine file that ends with the arguments as bytes, each followed by a 0
   */
  static Optional<String> errorMessage(List<String> arguments, String encoding, Path commandLine) {
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
                + "' has characters that the locale's encoding, "
                + encoding
                + ", does not contain: start ./wordvec, or set LC_ALL=C.UTF-8");
      }
      if (!isGiven(argument, arguments.size() - i, commandLine)) {
        return Optional.of(
            "the argument '"
                + argument
                + "' is not valid UTF-8: convert it, or rename the file or folder");
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether the user wrote U+FFFD, which can be a word; true if that cannot be found out.
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

  /**
   * Returns an error message if Java could not decode the name of the current folder, against which
   * it resolves file names.
   */
  static Optional<String> errorMessage(String folder, Path current) {
    try {
      if (folder.indexOf(LOST) < 0 || !Files.exists(current) || leadsTo(folder, current)) {
        return Optional.empty();
      }
    } catch (IOException unknown) {
      return Optional.empty();
    }
    return Optional.of(
        "the name of the current folder, '"
            + folder
            + "', is not valid UTF-8: start from another folder");
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
