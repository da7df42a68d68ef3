package org.wordvec.cli.base;

import java.nio.file.Path;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;

/** Says on standard error what looks wrong with a model file that could be opened. */
public final class ModelNotes {
  private ModelNotes() {}

  /** Prints the notes of a model and returns it. */
  public static Model printed(Model model, Path path, Terminal terminal) {
    for (String note : model.notes()) {
      terminal.err().println("wordvec: " + Failure.oneLine(path + ": " + note));
    }
    return model;
  }
}
