package org.wordvec.cli.base;

import java.util.List;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
public final class Version implements IVersionProvider {
  /** The options that ask for the version. */
  public static final List<String> OPTIONS = List.of("-V", "--version");

  /** Whether arguments ask for this alone, which needs no command line to be understood. */
  public static boolean isAllOf(List<String> arguments) {
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
