package org.wordvec.spark.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Manages the folder with the stored rounds of a training. Each round is a folder, which is valid
 * once its state is written; the previous one is kept in case the newest is damaged.
 */
public final class RoundFolder implements AutoCloseable {
  private static final String STATE = "state.properties";

  private final Configuration configuration;
  private final Path folder;
  private final boolean temporary;
  private final String run = UUID.randomUUID().toString();

  private RoundFolder(Configuration configuration, Path folder, boolean temporary) {
    this.configuration = configuration;
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * Opens the given folder, or creates a temporary one on this machine.
   *
   * @param local whether all executors are on this machine
   * @throws IOException if they are not, and no folder was given
   */
  public static RoundFolder open(Configuration configuration, Optional<String> given, boolean local)
      throws IOException {
    if (given.isPresent()) {
      return new RoundFolder(configuration, new Path(given.get()), false);
    }
    if (!local) {
      throw new IOException(
          "the cluster's machines need a folder that all of them see, to keep rounds in: give"
              + " --round-folder, such as hdfs:///tmp/wordvec");
    }
    java.nio.file.Path created = Files.createTempDirectory("wordvec-rounds");
    return new RoundFolder(configuration, new Path(created.toUri()), true);
  }

  /** Returns a unique name of this process's training. */
  public String run() {
    return run;
  }

  /** Returns the folder's path. */
  public String path() {
    return folder.toString();
  }

  /** Returns the path of a file or folder in it. */
  public Path child(String name) {
    return new Path(folder, name);
  }

  /** Returns the store of a round's model. */
  public ModelStore model(int round) {
    return new ModelStore(configuration, path(), round);
  }

  private Path state(int round) {
    return new Path(model(round).folder(), STATE);
  }

  private FileSystem system() throws IOException {
    return folder.getFileSystem(configuration);
  }

  /**
   * Returns the rounds that were stored completely, the newest first.
   *
   * @throws IllegalArgumentException if the folder was written by an older version
   */
  public List<Integer> rounds() throws IOException {
    if (system().exists(child(STATE))) {
      throw new IllegalArgumentException(
          "cannot resume: "
              + folder
              + " holds rounds of an older wordvec, without checksums; give another"
              + " --round-folder, or remove this one");
    }
    List<Integer> found = new ArrayList<>();
    for (int round : folders()) {
      if (system().exists(state(round))) {
        found.add(round);
      }
    }
    found.sort(Comparator.reverseOrder());
    return found;
  }

  private List<Integer> folders() throws IOException {
    List<Integer> found = new ArrayList<>();
    if (system().exists(folder)) {
      for (FileStatus child : system().listStatus(folder)) {
        ModelStore.round(child.getPath().getName()).ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * Reads the description of a round.
   *
   * @throws DamagedRoundException if it is not as it was written
   */
  public StoredRound read(int round) throws IOException {
    Path path = state(round);
    try (InputStream in = system().open(path)) {
      StoredRound stored = StoredRound.read(in);
      if (stored.at().round() != round) {
        throw new DamagedRoundException(path + ": is damaged: it is that of another round");
      }
      return stored;
    } catch (IllegalArgumentException | ChecksumException | FileNotFoundException e) {
      throw new DamagedRoundException(path + ": is damaged: " + e.getMessage(), e);
    }
  }

  /** Returns the size of the parts of the text, if a round was stored. */
  public OptionalLong partBytes() throws IOException {
    for (int round : rounds()) {
      try {
        return OptionalLong.of(read(round).partBytes());
      } catch (DamagedRoundException e) {
        // Reported when the round's model would be read.
      }
    }
    return OptionalLong.empty();
  }

  /** Removes what an interrupted training may have left of a round. */
  public void begin(int round) throws IOException {
    model(round).delete();
  }

  /** Marks a round, whose model is complete, as valid. */
  public void commit(StoredRound round) throws IOException {
    Path path = state(round.at().round());
    Path beside = path.suffix(".new");
    try (OutputStream out = system().create(beside, true)) {
      round.write(out);
    }
    if (!system().rename(beside, path)) {
      throw new IOException(path + ": cannot be written");
    }
  }

  /** Removes all rounds except these two and the start of the training. */
  public void deleteAllBut(int newest, int before) throws IOException {
    Set<Integer> needed = temporary ? Set.of(0, newest) : new HashSet<>(List.of(0, newest, before));
    for (int round : folders()) {
      if (!needed.contains(round)) {
        model(round).delete();
      }
    }
  }

  /** Removes a temporary folder. */
  @Override
  public void close() throws IOException {
    if (temporary) {
      system().delete(folder, true);
    }
  }
}
