package org.wordvec.cli.map;

/** Ways from many dimensions to two. */
enum ProjectionMethod {
  TSNE,
  UMAP,
  PCA
}
