package org.wordvec.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where the rounds of a training are kept, and how far it has come. */
final class RunFolder implements AutoCloseable {
  private static final String STATE = "state.properties";

  private final Configuration configuration;
  private final Path folder;
  private final String settings;
  private final boolean temporary;
  private final String run = UUID.randomUUID().toString();

  private RunFolder(Configuration configuration, Path folder, String settings, boolean temporary) {
    this.configuration = configuration;
    this.folder = folder;
    this.settings = settings;
    this.temporary = temporary;
  }

  /**
   * Opens a folder that was given, or makes a temporary one on this machine.
   *
   * @param settings of the training; what a training with others has kept is no use
   * @param near whether all executors are on this machine
   */
  static RunFolder open(
      Configuration configuration, Optional<String> given, String settings, boolean near)
      throws IOException {
    if (given.isPresent()) {
      return new RunFolder(configuration, new Path(given.get()), settings, false);
    }
    if (!near) {
      throw new IOException(
          "the cluster's machines need a folder that all of them see, to keep rounds in: give"
              + " --round-folder, such as hdfs:///tmp/wordvec");
    }
    java.nio.file.Path made = Files.createTempDirectory("wordvec-rounds");
    return new RunFolder(configuration, new Path(made.toUri()), settings, true);
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

  /**
   * The latest round that was kept.
   *
   * @throws IOException if it is that of a training with other settings
   */
  RoundState latest() throws IOException {
    Path path = child(STATE);
    FileSystem system = path.getFileSystem(configuration);
    if (!system.exists(path)) {
      return RoundState.BEGINNING;
    }
    Properties state = new Properties();
    try (InputStream in = system.open(path)) {
      state.load(in);
    }
    if (!settings.equals(state.getProperty("settings"))) {
      throw new IOException(
          folder + ": holds rounds of a training with other settings; give another folder");
    }
    try {
      return new RoundState(
          Integer.parseInt(state.getProperty("round", "")),
          Double.parseDouble(state.getProperty("seconds", "")),
          numbers(state, "losses").stream().map(Double::valueOf).toList(),
          numbers(state, "predictions").stream().map(Long::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IOException(path + ": is damaged: " + e.getMessage(), e);
    }
  }

  private static List<String> numbers(Properties state, String name) {
    return Arrays.stream(state.getProperty(name, "").split(" ", -1))
        .filter(number -> !number.isEmpty())
        .toList();
  }

  /** Says that a round's model is complete. */
  void keep(RoundState at) throws IOException {
    Properties state = new Properties();
    state.setProperty("settings", settings);
    state.setProperty("round", "" + at.round());
    state.setProperty("seconds", "" + at.seconds());
    state.setProperty(
        "losses", at.losses().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    state.setProperty(
        "predictions",
        at.predictions().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    Path path = child(STATE);
    Path beside = child(STATE + ".new");
    FileSystem system = path.getFileSystem(configuration);
    try (OutputStream out = system.create(beside, true)) {
      state.store(out, null);
    }
    system.delete(path, false);
    if (!system.rename(beside, path)) {
      throw new IOException(path + ": cannot be written");
    }
  }

  /** Removes a temporary folder. */
  @Override
  public void close() throws IOException {
    if (temporary) {
      folder.getFileSystem(configuration).delete(folder, true);
    }
  }
}
