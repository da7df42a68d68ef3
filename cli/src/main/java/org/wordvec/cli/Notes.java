package org.wordvec.cli;

import java.io.PrintWriter;

/** What a command says beside its answer, one line each; nothing where the user wants quiet. */
record Notes(PrintWriter err, boolean quiet) {
  void say(String line) {
    if (!quiet) {
      err.println("wordvec: " + line);
    }
  }
}
