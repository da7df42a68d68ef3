package org.wordvec.vectors;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.QueryTiles;
import org.wordvec.corpora.Workers;

/**
 * Finds the words whose vectors have the largest cosine with a given vector, by comparing with
 * every row.
 *
 * <p>cos(u, v) = u·v / (|u| |v|), and 0 where a vector is all zeros. Products are summed in
 * float32. Equal similarities are ordered by id, lower first. Besides the vectors, 4 bytes a word
 * are kept. Vectors in a file are found to be damaged when they are compared, which is an {@link
 * java.io.UncheckedIOException}. A word that the vocabulary lacks is asked for by the vector that
 * {@link UnseenWords} makes for it. Safe for use by several threads while the arena of the vectors
 * lives.
 */
public final class Neighbors {
  // Rows are laid out anew for each batch. That should be little beside multiplying with it; but
  // the batch should stay in a core's second cache. A multiple of the six that the kernel takes.
  private static final int BATCH = 1020;

  private final WordVectors vectors;
  private final UnseenWords unseen;
  private final Cosines cosines;
  private final Candidates candidates;

  /** Knows the words of the vocabulary alone. */
  public Neighbors(WordVectors vectors) {
    this(vectors, UnseenWords.NONE);
  }

  /** Knows the words of the vocabulary, and those that vectors can be made for. */
  public Neighbors(WordVectors vectors, UnseenWords unseen) {
    this(vectors, unseen, SearchEngine.OWN);
  }

  /**
   * The same with matrices multiplied by an engine.
   *
   * @throws org.wordvec.compute.UnavailableException if it is of no use here
   */
  public Neighbors(WordVectors vectors, UnseenWords unseen, SearchEngine engine) {
    this(
        vectors,
        unseen,
        new Cosines(vectors.matrix(), engine),
        new Candidates(vectors.size(), Optional.empty()));
  }

  private Neighbors(
      WordVectors vectors, UnseenWords unseen, Cosines cosines, Candidates candidates) {
    this.vectors = vectors;
    this.unseen = unseen;
    this.cosines = cosines;
    this.candidates = candidates;
  }

  /**
   * The same search with answers from this scope alone.
   *
   * @param counts where a minimal count is asked for; a word without one is no answer then
   */
  public Neighbors within(SearchScope scope, SearchScope.Counts counts) {
    return new Neighbors(vectors, unseen, cosines, Candidates.of(scope, vectors.words(), counts));
  }

  /** The vectors searched. */
  public WordVectors vectors() {
    return vectors;
  }

  /**
   * The {@code k} words nearest to a word, which is left out itself.
   *
   * @throws UnknownWordException if the word has no vector
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public List<Neighbor> nearest(String word, int k) {
    return of(vector(word), k, ids(List.of(word)));
  }

  /**
   * For each word the {@code k} words nearest to it, as {@link #nearest(String, int)} finds them
   * but for the rounding of the last digit. The number of threads does not change the result.
   *
   * @throws UnknownWordException if one of the words has no vector
   * @throws IllegalArgumentException if {@code k} or {@code threads} is less than 1
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public List<List<Neighbor>> nearest(List<String> words, int k, int threads) {
    List<Query> queries = new ArrayList<>();
    for (String word : words) {
      queries.add(query(vector(word), ids(List.of(word))));
    }
    return search(queries, k, threads);
  }

  /**
   * The {@code k} words nearest to a vector; fewer if the vocabulary is smaller.
   *
   * @param vector of any length but zero; a vector of zeros has similarity 0 to all
   * @param excluded ids of words to leave out
   * @throws IllegalArgumentException if {@code k} is less than 1, or the vector does not have the
   *     dimensions of the vocabulary or holds a value that is not finite
   */
  public List<Neighbor> of(float[] vector, int k, int... excluded) {
    return search(List.of(query(vector, excluded)), k, 1).getFirst();
  }

  /**
   * For each vector the {@code k} words nearest to it. The number of threads does not change the
   * result.
   *
   * @throws IllegalArgumentException as for {@link #of(float[], int, int...)}, or if {@code
   *     threads} is less than 1
   */
  public List<List<Neighbor>> of(List<float[]> vectors, int k, int threads) {
    return search(vectors.stream().map(vector -> query(vector)).toList(), k, threads);
  }

  /**
   * The cosine of two words.
   *
   * @throws UnknownWordException if one of them has no vector
   */
  public double similarity(String left, String right) {
    return Cosines.between(vector(left), vector(right));
  }

  /**
   * The same word, if it has a vector.
   *
   * @throws UnknownWordException if it has none
   */
  public String known(String word) {
    if (vectors.words().indexOf(word) < 0) {
      vector(word);
    }
    return word;
  }

  /** The vector of a word, from the vocabulary or else made for it. */
  float[] vector(String word) {
    return vectors
        .vector(word)
        .or(() -> unseen.vector(word))
        .orElseThrow(() -> new UnknownWordException(word));
  }

  /** The ids of those words that the vocabulary has. */
  int[] ids(List<String> words) {
    int[] ids = new int[words.size()];
    int known = 0;
    for (String word : words) {
      int id = vectors.words().indexOf(word);
      if (id >= 0) {
        ids[known++] = id;
      }
    }
    return Arrays.copyOf(ids, known);
  }

  Cosines cosines() {
    return cosines;
  }

  Candidates candidates() {
    return candidates;
  }

  /** The rows found, best first, with scores that rounding cannot take out of their range. */
  List<Neighbor> named(TopRows top, double lowest, double highest) {
    top.sort();
    List<Neighbor> neighbors = new ArrayList<>(top.size());
    for (int rank = 0; rank < top.size(); rank++) {
      int row = top.row(rank);
      double score = Math.clamp(top.score(rank), lowest, highest);
      neighbors.add(new Neighbor(vectors.words().word(row), row, score));
    }
    return List.copyOf(neighbors);
  }

  /** As {@link #of(List, int, int)} with rows to leave out of each vector's answers. */
  List<List<Neighbor>> of(List<float[]> vectors, List<int[]> excluded, int k, int threads) {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      queries.add(query(vectors.get(i), excluded.get(i)));
    }
    return search(queries, k, threads);
  }

  private Query query(float[] vector, int... excluded) {
    if (vector.length != vectors.dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the vocabulary has %d dimensions, the vector %d",
              vectors.dimensions(),
              vector.length));
    }
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("the vector holds " + value);
      }
    }
    return new Query(Cosines.unit(vector), excluded);
  }

  private List<List<Neighbor>> search(List<Query> queries, int k, int threads) {
    if (k < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "k and threads must be 1 or more, not " + k + " and " + threads);
    }
    List<List<Neighbor>> results = new ArrayList<>(queries.size());
    for (int from = 0; from < queries.size(); from += BATCH) {
      List<Query> batch = queries.subList(from, Math.min(from + BATCH, queries.size()));
      results.addAll(searchBatch(batch, k, threads));
    }
    return results;
  }

  private List<List<Neighbor>> searchBatch(List<Query> batch, int k, int threads) {
    // To close a shared arena stops every thread for a moment.
    try (Arena arena = threads == 1 ? Arena.ofConfined() : Arena.ofShared()) {
      Matrix matrix = Matrix.allocate(arena, batch.size(), vectors.dimensions());
      for (int i = 0; i < batch.size(); i++) {
        matrix.setRow(i, batch.get(i).unit);
      }
      // The one place where queries meet rows.
      RowSearch search = cosines.search(arena, matrix, candidates.limit(), k);
      List<Scan> scans =
          new Workers(threads).share(search.parts(), () -> new Scan(batch, search, k), Scan::part);
      return merged(scans, batch.size());
    }
  }

  private List<List<Neighbor>> merged(List<Scan> scans, int queries) {
    List<List<Neighbor>> results = new ArrayList<>(queries);
    for (int query = 0; query < queries; query++) {
      TopRows top = scans.getFirst().tops[query];
      for (Scan other : scans.subList(1, scans.size())) {
        top.offerAll(other.tops[query]);
      }
      results.add(named(top, -1, 1));
    }
    return results;
  }

  private static final class Query {
    final float[] unit;
    final int[] excluded;

    Query(float[] unit, int[] excluded) {
      this.unit = unit;
      this.excluded = excluded;
    }
  }

  /** What one thread found, over the parts that it took. */
  private final class Scan implements QueryTiles.Finds {
    final List<Query> queries;
    final RowSearch search;
    final TopRows[] tops;
    final float[] bounds;

    Scan(List<Query> queries, RowSearch search, int k) {
      this.queries = queries;
      this.search = search;
      this.tops = new TopRows[queries.size()];
      this.bounds = new float[queries.size()];
      Arrays.fill(bounds, Float.NEGATIVE_INFINITY);
      Arrays.setAll(tops, query -> new TopRows(k));
    }

    void part(int part) {
      search.part(part, bounds, this);
    }

    @Override
    public void offer(int query, int firstRow, float[] scores, int at, int count) {
      TopRows top = tops[query];
      top.offerAll(scores, at, firstRow, count, candidates, queries.get(query).excluded);
      bounds[query] = top.least();
    }
  }
}
