package org.wordvec.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class Version implements IVersionProvider {
  /** What a build says of itself that was not packaged. */
  static final String UNPACKAGED = "development";

  static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), UNPACKAGED);
  }

  /** Whether arguments ask for this alone, which needs no command line to be understood. */
  static boolean isAllOf(List<String> arguments) {
    return arguments.size() == 1 && CommandTree.VERSION.contains(arguments.getFirst());
  }

  static String line() {
    return "wordvec " + current();
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
