package org.wordvec.cli;

/** Ways from many dimensions to two. */
enum ProjectionMethod {
  PCA,
  TSNE,
  UMAP
}
