package org.wordvec.cli.base;

import java.nio.file.Path;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;

/** Prints warnings about a model file that could be opened but looks wrong. */
public final class ModelNotes {
  private ModelNotes() {}

  /** Prints the notes of a model to standard error and returns the model. */
  public static Model printed(Model model, Path path, Terminal terminal) {
    for (String note : model.notes()) {
      terminal.err().println("wordvec: " + Failure.oneLine(path + ": " + note));
    }
    return model;
  }
}
