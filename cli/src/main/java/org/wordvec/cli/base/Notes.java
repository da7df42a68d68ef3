package org.wordvec.cli.base;

import java.io.PrintWriter;

/** What a command says beside its answer, one line each; nothing where the user wants quiet. */
public record Notes(PrintWriter err, boolean quiet) {
  public void say(String line) {
    if (!quiet) {
      err.println("wordvec: " + line);
    }
  }
}
