package org.wordvec.spark;

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
 * Where the rounds of a training are kept, and how far it has come. Each is a folder, which counts
 * once its state is written; the one before stays, in case the newest is damaged.
 */
final class RunFolder implements AutoCloseable {
  private static final String STATE = "state.properties";

  private final Configuration configuration;
  private final Path folder;
  private final boolean temporary;
  private final String run = UUID.randomUUID().toString();

  private RunFolder(Configuration configuration, Path folder, boolean temporary) {
    this.configuration = configuration;
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * Opens a folder that was given, or makes a temporary one on this machine.
   *
   * @param near whether all executors are on this machine
   */
  static RunFolder open(Configuration configuration, Optional<String> given, boolean near)
      throws IOException {
    if (given.isPresent()) {
      return new RunFolder(configuration, new Path(given.get()), false);
    }
    if (!near) {
      throw new IOException(
          "the cluster's machines need a folder that all of them see, to keep rounds in: give"
              + " --round-folder, such as hdfs:///tmp/wordvec");
    }
    java.nio.file.Path made = Files.createTempDirectory("wordvec-rounds");
    return new RunFolder(configuration, new Path(made.toUri()), true);
  }

  /** Names this process's training. */
  String run() {
    return run;
  }

  String path() {
    return folder.toString();
  }

  Path child(String name) {
    return new Path(folder, name);
  }

  KeptModel model(int round) {
    return new KeptModel(configuration, path(), round);
  }

  private Path state(int round) {
    return new Path(model(round).folder(), STATE);
  }

  private FileSystem system() throws IOException {
    return folder.getFileSystem(configuration);
  }

  /**
   * The rounds that were kept whole, the newest first.
   *
   * @throws IllegalArgumentException if the folder is that of an older program
   */
  List<Integer> rounds() throws IOException {
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
        KeptModel.round(child.getPath().getName()).ifPresent(found::add);
      }
    }
    return found;
  }

  /** What was written of a round that was kept. */
  KeptRound read(int round) throws IOException {
    Path path = state(round);
    try (InputStream in = system().open(path)) {
      KeptRound kept = KeptRound.read(in);
      if (kept.at().round() != round) {
        throw new DamagedRoundException(path + ": is damaged: it is that of another round");
      }
      return kept;
    } catch (IllegalArgumentException | ChecksumException | FileNotFoundException e) {
      throw new DamagedRoundException(path + ": is damaged: " + e.getMessage(), e);
    }
  }

  /** How large the parts of the text were made, if a round was kept. */
  OptionalLong partBytes() throws IOException {
    for (int round : rounds()) {
      Optional<KeptRound> kept = readable(round);
      if (kept.isPresent()) {
        return OptionalLong.of(kept.get().partBytes());
      }
    }
    return OptionalLong.empty();
  }

  /** Damage is told of when the round's model would be read. */
  private Optional<KeptRound> readable(int round) throws IOException {
    try {
      return Optional.of(read(round));
    } catch (DamagedRoundException e) {
      return Optional.empty();
    }
  }

  /** Makes room for a round, of which a training that was cut off may have left something. */
  void begin(int round) throws IOException {
    model(round).delete();
  }

  /** Says that a round's model is complete. */
  void keep(KeptRound round) throws IOException {
    Path path = state(round.at().round());
    Path beside = path.suffix(".new");
    try (OutputStream out = system().create(beside, true)) {
      round.write(out);
    }
    if (!system().rename(beside, path)) {
      throw new IOException(path + ": cannot be written");
    }
  }

  /** Removes all rounds but these two and where the training began. */
  void forgetAllBut(int newest, int before) throws IOException {
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
