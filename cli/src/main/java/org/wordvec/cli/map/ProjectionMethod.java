package org.wordvec.cli.map;

/** Ways from many dimensions to two. */
enum ProjectionMethod {
  PCA,
  TSNE,
  UMAP
}
