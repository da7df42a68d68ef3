package org.wordvec.cli.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Finds the history file of the shell: readable by the user only, in the XDG state folder. */
final class ShellHistory {
  private ShellHistory() {}

  /** Returns the history file, creating it if needed, or nothing if that is impossible. */
  static Optional<Path> file() {
    String state = System.getenv("XDG_STATE_HOME");
    Path base =
        state != null && state.indexOf('\uFFFD') < 0 && Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(System.getProperty("user.home", "."), ".local", "state");
    return file(base.resolve("wordvec"));
  }

  /** Returns the history file in a folder, creating it if needed. */
  static Optional<Path> file(Path folder) {
    Path file = folder.resolve("history");
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      Files.createDirectories(folder, mode(posix, "rwx------"));
      Files.createFile(file, mode(posix, "rw-------"));
    } catch (FileAlreadyExistsException old) {
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(file);
  }

  private static FileAttribute<?>[] mode(boolean posix, String mode) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
