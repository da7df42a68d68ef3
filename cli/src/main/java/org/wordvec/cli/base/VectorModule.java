package org.wordvec.cli.base;

import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.VectorApi;
import org.wordvec.library.FailedException;

/**
 * Checks for Java's Vector API, an incubator module that must be named when Java starts. The
 * launcher does so where it helps; a user who starts Java directly may not.
 */
public final class VectorModule {
  private static final String ADVICE =
      "start ./wordvec, or java --add-modules jdk.incubator.vector";

  private VectorModule() {}

  /**
   * Throws a {@link FailedException} with advice if the module is missing, which training needs.
   */
  public static void require() {
    if (!VectorApi.isPresent()) {
      throw new FailedException("training needs Java's Vector API: " + ADVICE);
    }
  }

  /**
   * Prints a note that search is slow without the module, unless the launcher omitted it on
   * purpose.
   */
  public static void warnIfMissing(Terminal terminal) {
    if (!VectorApi.isPresent() && !HelpLanguage.isFromLauncher()) {
      terminal.err().println("wordvec: search is slower without Java's Vector API: " + ADVICE);
    }
  }
}
