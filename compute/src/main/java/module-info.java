/** Matrices, SIMD kernels, random draws and the training loop. Knows no words. */
module wordvec.compute {
  requires static transitive org.jspecify;
  requires jdk.incubator.vector;

  exports org.wordvec.compute;
  exports org.wordvec.compute.cuda;
}
