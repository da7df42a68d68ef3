package org.wordvec.library;

import java.util.Objects;

/** The version of this library. */
public final class Version {
  /** The version of a build that was not packaged. */
  public static final String UNPACKAGED = "development";

  private Version() {}

  /** Returns the version that the build wrote into the jar's manifest. */
  public static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), UNPACKAGED);
  }
}
