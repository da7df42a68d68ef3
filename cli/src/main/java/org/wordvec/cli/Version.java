package org.wordvec.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the module's descriptor. */
final class Version implements IVersionProvider {
  /** What a build says of itself that was not packaged. */
  static final String UNPACKAGED = "development";

  static String current() {
    var descriptor = Version.class.getModule().getDescriptor();
    return descriptor == null ? UNPACKAGED : descriptor.rawVersion().orElse(UNPACKAGED);
  }

  @Override
  public String[] getVersion() {
    return new String[] {"wordvec " + current()};
  }
}
