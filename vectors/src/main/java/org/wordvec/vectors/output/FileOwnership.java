package org.wordvec.vectors.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Transfers owner, group and permissions of a file to the file that replaces it. */
final class FileOwnership {
  private FileOwnership() {}

  /**
   * Returns attributes for creating a file that will replace another: no other user can open it
   * before its permissions are set.
   */
  static FileAttribute<?>[] whileCreated(Path old) {
    return isKnown(old)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Copies the mode, and owner and group as far as permitted; does nothing if the old file does not
   * exist.
   */
  static void copy(Path old, Path created) throws IOException {
    if (!isKnown(old)) {
      return;
    }
    PosixFileAttributes wanted = attributes(old);
    PosixFileAttributes own = attributes(created);
    PosixFileAttributeView view = view(created);
    Set<PosixFilePermission> mode = EnumSet.copyOf(wanted.permissions());
    try {
      // After changing the owner, only root can change the group.
      if (!wanted.group().equals(own.group())) {
        view.setGroup(wanted.group());
      }
    } catch (IOException notPermitted) {
      leaveGroupNoMoreThanOthers(mode);
    }
    view.setPermissions(mode);
    try {
      if (!wanted.owner().equals(own.owner())) {
        view.setOwner(wanted.owner());
      }
    } catch (IOException notPermitted) {
      // The file belongs to its writer, as a new file does.
      return;
    }
  }

  /** Limits the permissions of a different group to those of all other users. */
  private static void leaveGroupNoMoreThanOthers(Set<PosixFilePermission> mode) {
    if (!mode.contains(PosixFilePermission.OTHERS_READ)) {
      mode.remove(PosixFilePermission.GROUP_READ);
    }
    if (!mode.contains(PosixFilePermission.OTHERS_WRITE)) {
      mode.remove(PosixFilePermission.GROUP_WRITE);
    }
    if (!mode.contains(PosixFilePermission.OTHERS_EXECUTE)) {
      mode.remove(PosixFilePermission.GROUP_EXECUTE);
    }
  }

  private static boolean isKnown(Path old) {
    return Files.exists(old) && old.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class);
  }

  private static PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class);
  }
}
