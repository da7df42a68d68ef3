package org.wordvec.cli.base;

import java.util.List;
import picocli.CommandLine.IVersionProvider;

/** Provides the version that the build wrote into the jar's manifest. */
public final class Version implements IVersionProvider {
  /** The options that print the version. */
  public static final List<String> OPTIONS = List.of("-V", "--version");

  /**
   * Returns whether the arguments are a single version option, which needs no parsing by picocli.
   */
  public static boolean isOnlyArgument(List<String> arguments) {
    return arguments.size() == 1 && OPTIONS.contains(arguments.getFirst());
  }

  public static String line() {
    return "wordvec " + org.wordvec.library.Version.current();
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
