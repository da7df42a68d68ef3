package org.wordvec.compute;

/**
 * Whether this JVM was started with the Vector API.
 *
 * <p>The module slows the start of a JVM by more than a single question takes, and its code is slow
 * until the compiler has seen it. So a short command runs without, and must not touch a class that
 * is written with it.
 */
public final class VectorApi {
  private static final boolean PRESENT =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private VectorApi() {}

  /** Whether kernels can run; training cannot do without. */
  public static boolean isPresent() {
    return PRESENT;
  }
}
