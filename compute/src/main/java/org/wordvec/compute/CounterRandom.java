package org.wordvec.compute;

/**
 * Random draws without a state: a draw depends on seed, epoch, position and the draw's number
 * alone, so every device and every order of work makes the same ones, and a resumed run needs
 * nothing but its position.
 *
 * <p>The counter is stepped by the golden ratio and mixed with the finaliser of SplitMix64 (Steele,
 * Lea and Flood 2014, section 3; constants of Stafford's variant 13).
 */
public final class CounterRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int DRAW_BITS = 10;

  private CounterRandom() {}

  /** Draws at one position, numbered from 0, must stay below this. */
  public static final int DRAWS = 1 << DRAW_BITS;

  /** Returns the key that all draws of an epoch of a run share. */
  public static long key(long seed, int epoch) {
    return mix(mix(seed + GOLDEN) + epoch * GOLDEN);
  }

  /** Returns 64 random bits. */
  public static long draw(long key, long position, int draw) {
    return mix(key + ((position << DRAW_BITS) + draw) * GOLDEN);
  }

  /** Returns a number in {@code [0, bound)} from the upper 32 of 64 random bits. */
  public static int below(long bits, int bound) {
    return (int) (((bits >>> 32) * bound) >>> 32);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
