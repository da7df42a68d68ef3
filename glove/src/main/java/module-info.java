/** GloVe: counts of words that stand together, and vectors fitted to their logarithms. */
module wordvec.glove {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;

  exports org.wordvec.glove;
}
