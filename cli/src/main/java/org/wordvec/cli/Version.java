package org.wordvec.cli;

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

  @Override
  public String[] getVersion() {
    return new String[] {"wordvec " + current()};
  }
}
