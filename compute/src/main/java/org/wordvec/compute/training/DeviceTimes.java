package org.wordvec.compute.training;

/**
 * The times of a training on GPUs. They work while this process does, so the parts may add up to
 * more than the whole. Of several GPUs each time is that of the one that took longest.
 *
 * @param device such as cuda:0, or cuda:0,1
 * @param name of the product, or of all
 * @param inFlight what each trained at once: sentences, or slices of entries
 * @param kernelSeconds in training kernels, by the GPU's clock: without the look for broken values
 *     after each, which reads the matrices once, and without the driver's compiler
 * @param copySeconds in copies to and from the GPU, by its clock, but those of mergers
 * @param hostSeconds in which this process was not waiting for the GPU
 * @param merging of several GPUs' changes
 */
public record DeviceTimes(
    String device,
    String name,
    InFlight inFlight,
    double kernelSeconds,
    double copySeconds,
    double hostSeconds,
    Merging merging) {
  /**
   * Tells how much is trained at once.
   *
   * @param count how many
   * @param wanted how many there would be if the GPU had room for them
   */
  public record InFlight(int count, int wanted) {}

  /**
   * Tells how several GPUs' changes were merged.
   *
   * @param rounds of this process, each with a merger at its end
   * @param seconds that the mergers took, copies included
   */
  public record Merging(long rounds, double seconds) {
    /** No mergers, with one GPU. */
    public static final Merging NONE = new Merging(0, 0);
  }
}
