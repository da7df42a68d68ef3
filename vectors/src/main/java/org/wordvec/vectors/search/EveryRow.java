package org.wordvec.vectors.search;

import org.wordvec.compute.search.QueryTiles;

/** Compares with every row; a part is a run of rows. */
record EveryRow(Cosines.PreparedQueries queries, int limit) implements RowSearch {
  @Override
  public int parts() {
    return Math.ceilDiv(limit, PART);
  }

  @Override
  public void part(int part, float[] bounds, QueryTiles.Finds finds) {
    int first = part * PART;
    queries.scan(first, Math.min(PART, limit - first), bounds, finds);
  }
}
