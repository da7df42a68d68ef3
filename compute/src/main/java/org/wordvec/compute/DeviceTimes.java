package org.wordvec.compute;

/**
 * Where the time of a training on a GPU went. The GPU works while this process does, so the parts
 * may add up to more than the whole.
 *
 * @param device such as cuda:0
 * @param name of the product
 * @param concurrency what it trained at once: sentences, or slices of entries
 * @param kernelSeconds in training kernels, by the GPU's clock
 * @param copySeconds in copies to and from the GPU, by its clock
 * @param hostSeconds in which this process was not waiting for the GPU
 */
public record DeviceTimes(
    String device,
    String name,
    int concurrency,
    double kernelSeconds,
    double copySeconds,
    double hostSeconds) {}
