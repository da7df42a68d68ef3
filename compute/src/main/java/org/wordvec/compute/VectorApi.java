package org.wordvec.compute;

/**
 * Tells whether this JVM was started with the Vector API.
 *
 * <p>The module slows the start of a JVM by more than a single query takes, and its code is slow
 * until the compiler has seen it. So a short command runs without, and must not touch a class that
 * is written with it.
 */
public final class VectorApi {
  private static final boolean PRESENT =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private VectorApi() {}

  /** Returns whether SIMD kernels can run; training needs them. */
  public static boolean isPresent() {
    return PRESENT;
  }
}
