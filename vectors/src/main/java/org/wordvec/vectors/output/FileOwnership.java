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

/** Whose a file is and who may read it, which a file that replaces it takes on. */
final class FileOwnership {
  private FileOwnership() {}

  /** Attributes for a file that will replace another: nobody else opens it before it is known. */
  static FileAttribute<?>[] whileCreated(Path old) {
    return isKnown(old)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Copies owner and group, as far as that is permitted, and the mode; nothing if there is none.
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
      // A file that was given away can no longer be given to a group, but by root.
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
      // It belongs to whoever writes it, as a new file does.
      return;
    }
  }

  /** The group is another one, which could read the old file only as all others could. */
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
