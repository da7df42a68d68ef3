package org.wordvec.cli.map;

/** Methods of projection to two dimensions. */
enum ProjectionMethod {
  TSNE,
  UMAP,
  PCA
}
