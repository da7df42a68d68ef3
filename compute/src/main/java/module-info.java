/** Matrices, SIMD kernels, random draws and the training loop. Knows no words. */
module wordvec.compute {
  requires static transitive org.jspecify;
  requires jdk.incubator.vector;
  requires jdk.management;

  exports org.wordvec.compute;
  exports org.wordvec.compute.cuda;
  exports org.wordvec.compute.kernels;
  exports org.wordvec.compute.search;
  exports org.wordvec.compute.training;
}
