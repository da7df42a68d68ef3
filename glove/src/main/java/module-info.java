/** GloVe: co-occurrence counts, and vectors fitted to their logarithms. */
module wordvec.glove {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;

  exports org.wordvec.glove;
  exports org.wordvec.glove.counting;
  exports org.wordvec.glove.device;
  exports org.wordvec.glove.entries;
  exports org.wordvec.glove.shards;
}
