package org.wordvec.cli.base;

import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.VectorApi;
import org.wordvec.library.FailedException;

/**
 * Java's module of vector instructions, which must be named when Java starts. The launcher does so
 * for all commands that it serves; somebody who starts Java by hand may not.
 */
public final class VectorModule {
  private static final String ADVICE =
      "start ./wordvec, or java --add-modules jdk.incubator.vector";

  private VectorModule() {}

  /** Throws a {@link FailedException} that says what to do if a training could not run. */
  public static void require() {
    if (!VectorApi.isPresent()) {
      throw new FailedException("training needs Java's Vector API: " + ADVICE);
    }
  }

  /** Says that a search will be slow, unless the launcher left the module out of a short one. */
  public static void noteIfMissing(Terminal terminal) {
    if (!VectorApi.isPresent() && !HelpLanguage.isFromLauncher()) {
      terminal.err().println("wordvec: searching without Java's Vector API is slower: " + ADVICE);
    }
  }
}
