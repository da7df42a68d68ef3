package org.wordvec.compute.training;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The text before the matrices of a checkpoint file.
 *
 * @param checkpoint without the matrices
 * @param shapes of the matrices, in their order
 */
record CheckpointHeader(Checkpoint checkpoint, List<Shape> shapes) {
  private static final String SETTING = "setting.";
  private static final String NOTE = "note.";

  /** A matrix in a file. */
  record Shape(String name, int rows, long rowBytes) {
    long bytes() {
      return rows * rowBytes;
    }

    static Shape of(TrainingState.Part part) {
      return new Shape(part.name(), part.matrix().rows(), part.matrix().rowBytes());
    }
  }

  String text() {
    Properties text = new Properties();
    text.setProperty("next", Long.toString(checkpoint.next()));
    text.setProperty("slices", Long.toString(checkpoint.slicesPerEpoch()));
    text.setProperty("epochs", Integer.toString(checkpoint.epochs()));
    text.setProperty("seconds", Double.toString(checkpoint.seconds()));
    text.setProperty("written", checkpoint.written().toString());
    for (int epoch = 0; epoch < checkpoint.epochs(); epoch++) {
      Checkpoint.Loss loss = checkpoint.losses().get(epoch);
      if (loss.predictions() > 0) {
        text.setProperty("loss." + epoch, loss.sum() + " " + loss.predictions());
      }
    }
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      text.setProperty("part." + i, shape.name + " " + shape.rows + " " + shape.rowBytes);
    }
    checkpoint.settings().forEach((name, value) -> text.setProperty(SETTING + name, value));
    checkpoint.notes().forEach((name, value) -> text.setProperty(NOTE + name, value));
    StringWriter writer = new StringWriter();
    try {
      text.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }

  /**
   * Parses a header.
   *
   * @throws IllegalArgumentException if the text is not a header
   */
  static CheckpointHeader parse(String source) {
    Properties text = new Properties();
    try {
      text.load(new StringReader(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int epochs = Integer.parseInt(value(text, "epochs"));
    if (epochs < 1 || epochs > 100_000) {
      throw new IllegalArgumentException("invalid number of epochs: " + epochs);
    }
    List<Checkpoint.Loss> losses = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      String[] loss = text.getProperty("loss." + epoch, "0 0").split(" ", 2);
      losses.add(
          new Checkpoint.Loss(Double.parseDouble(loss[0]), Long.parseLong(loss[loss.length - 1])));
    }
    List<Shape> shapes = new ArrayList<>();
    for (String part = text.getProperty("part.0");
        part != null;
        part = text.getProperty("part." + shapes.size())) {
      String[] shape = part.split(" ", 3);
      if (shape.length != 3) {
        throw new IllegalArgumentException("no matrix: " + part);
      }
      shapes.add(new Shape(shape[0], Integer.parseInt(shape[1]), Long.parseLong(shape[2])));
    }
    return new CheckpointHeader(
        new Checkpoint(
            Long.parseLong(value(text, "next")),
            Long.parseLong(value(text, "slices")),
            epochs,
            Double.parseDouble(value(text, "seconds")),
            losses,
            named(text, SETTING),
            named(text, NOTE),
            Instant.parse(value(text, "written"))),
        shapes);
  }

  private static String value(Properties text, String name) {
    String value = text.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no value of '" + name + "'");
    }
    return value;
  }

  private static Map<String, String> named(Properties text, String prefix) {
    Map<String, String> named = new HashMap<>();
    for (String name : text.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        named.put(name.substring(prefix.length()), value(text, name));
      }
    }
    return named;
  }
}
