/** Maps of words and charts, as SVG, PNG and self-contained pages. */
@SuppressWarnings("requires-automatic") // neither library is a module, and no newer one exists
module wordvec.pictures {
  requires static transitive org.jspecify;
  requires transitive wordvec.vectors;
  requires java.desktop;
  requires bh.tsne;
  requires external.umap.java;

  exports org.wordvec.pictures;
}
