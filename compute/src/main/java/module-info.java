/** Matrices, SIMD kernels, random draws and the training loop. Knows no words. */
module wordvec.compute {
  requires static transitive org.jspecify;
  requires jdk.incubator.vector;
  requires jdk.management;

  exports org.wordvec.compute;
  exports org.wordvec.compute.cuda;
}
