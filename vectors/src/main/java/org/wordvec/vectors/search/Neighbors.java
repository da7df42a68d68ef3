package org.wordvec.vectors.search;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.search.QueryTiles;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.OutOfVocabularyVectors;
import org.wordvec.vectors.UnknownWordException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.ZeroVectorException;

/**
 * Finds the nearest neighbours of words and vectors by cosine similarity, exactly.
 *
 * <p>cos(u, v) = u·v / (|u| |v|). A vector that is all zeros has no direction: it cannot be a query
 * and is never an answer. Rows are compared in float32; the cosines of the answers are then
 * computed in float64, so that the similarity of two words is symmetric and does not depend on
 * other queries. Equal similarities are ordered by id, lower first. Needs 4 bytes per word besides
 * the vectors. Damaged vectors in a file throw an {@link java.io.UncheckedIOException} when they
 * are compared. Queries for out-of-vocabulary words use {@link OutOfVocabularyVectors}. Safe for
 * use by several threads while the arena of the vectors is open.
 */
public final class Neighbors {
  // Queries per batch. Rows are packed again for each batch, so it should be large; but it should
  // fit in a core's L2 cache. A multiple of the kernel's six queries.
  private static final int BATCH = 1020;

  static final Comparator<Neighbor> NEAREST_FIRST = Neighbors::compare;

  private final WordVectors vectors;
  private final OutOfVocabularyVectors outOfVocabulary;
  private final Cosines cosines;
  private final Candidates candidates;

  /** Creates a search for words of the vocabulary. */
  public Neighbors(WordVectors vectors) {
    this(vectors, OutOfVocabularyVectors.NONE);
  }

  /** Creates a search for words of the vocabulary and out-of-vocabulary words. */
  public Neighbors(WordVectors vectors, OutOfVocabularyVectors outOfVocabulary) {
    this(vectors, outOfVocabulary, SearchEngine.BUILT_IN);
  }

  /**
   * Creates a search with another search engine.
   *
   * @throws org.wordvec.compute.UnavailableException if the engine does not work on this machine
   */
  public Neighbors(
      WordVectors vectors, OutOfVocabularyVectors outOfVocabulary, SearchEngine engine) {
    this(
        vectors,
        outOfVocabulary,
        new Candidates(new Cosines(vectors.matrix(), engine), vectors.size(), Optional.empty()));
  }

  private Neighbors(
      WordVectors vectors, OutOfVocabularyVectors outOfVocabulary, Candidates candidates) {
    this.vectors = vectors;
    this.outOfVocabulary = outOfVocabulary;
    this.cosines = candidates.cosines();
    this.candidates = candidates;
  }

  /**
   * Returns a search with answers from a scope only.
   *
   * @param counts counts of words for the scope's minimum count; words without a count are then no
   *     answers
   * @throws ExpressionLimitException if the scope's expression takes too long on a word
   */
  public Neighbors within(SearchScope scope, SearchScope.Counts counts) {
    return new Neighbors(
        vectors, outOfVocabulary, Candidates.of(cosines, scope, vectors.words(), counts));
  }

  /**
   * Returns the number of words in the scope, including query words and words whose vectors are
   * zero.
   */
  public int candidateCount() {
    return candidates.size();
  }

  /** Returns the searched vectors. */
  public WordVectors vectors() {
    return vectors;
  }

  /**
   * Returns the {@code k} nearest neighbours of a word, without the word itself.
   *
   * @throws UnknownWordException if the word has no vector
   * @throws ZeroVectorException if its vector is all zeros
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public List<Neighbor> nearest(String word, int k) {
    return nearest(List.of(word), k, 1).getFirst();
  }

  /**
   * Returns for each word its {@code k} nearest neighbours, as {@link #nearest(String, int)} does;
   * among near-ties for the last rank, rounding may choose another one. The number of threads does
   * not change the result.
   *
   * @throws UnknownWordException if one of the words has no vector
   * @throws ZeroVectorException if one of the vectors is all zeros
   * @throws IllegalArgumentException if {@code k} or {@code threads} is less than 1
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public List<List<Neighbor>> nearest(List<String> words, int k, int threads) {
    return answers(queries(words), k, threads);
  }

  /**
   * Returns for each row its {@code k} nearest neighbours, as {@link #nearest(List, int, int)}
   * does. Unlike a name, a row is unique, even if words are not UTF-8.
   *
   * @param rows ids of words, from 0
   * @throws ZeroVectorException if one of the rows is all zeros
   * @throws IllegalArgumentException if {@code k} or {@code threads} is less than 1
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public List<List<Neighbor>> nearestToRows(int[] rows, int k, int threads) {
    return answers(queries(rows), k, threads);
  }

  /**
   * Returns the ids of the results of {@link #nearestToRows}, in the order of their float32 scores.
   */
  List<int[]> nearestIds(int[] rows, int k, int threads) {
    return search(queries(rows), k, threads).stream().map(TopRows::sorted).toList();
  }

  private List<Query> queries(int[] rows) {
    List<Query> queries = new ArrayList<>(rows.length);
    for (int row : rows) {
      float[] vector = vectors.matrix().row(row);
      if (Geometry.isZero(vector)) {
        throw ZeroVectorException.ofWord(vectors.words().word(row));
      }
      queries.add(query(vector, new int[] {row}));
    }
    return queries;
  }

  private List<Query> queries(List<String> words) {
    List<Query> queries = new ArrayList<>();
    for (String word : words) {
      queries.add(query(vector(word), List.of(word)));
    }
    return queries;
  }

  /**
   * Returns the {@code k} nearest neighbours of a vector; fewer if the vocabulary is smaller.
   *
   * @param vector vector with any norm but zero
   * @param excluded words to leave out
   * @throws ZeroVectorException if the vector is all zeros
   * @throws IllegalArgumentException if {@code k} is less than 1, or the vector does not have the
   *     dimensions of the vocabulary or contains a value that is not finite
   */
  public List<Neighbor> of(float[] vector, int k, String... excluded) {
    return answers(List.of(query(vector, List.of(excluded))), k, 1).getFirst();
  }

  /**
   * Returns for each vector its {@code k} nearest neighbours. The number of threads does not change
   * the result.
   *
   * @throws IllegalArgumentException as for {@link #of(float[], int, String...)}, or if {@code
   *     threads} is less than 1
   */
  public List<List<Neighbor>> of(List<float[]> vectors, int k, int threads) {
    return answers(vectors.stream().map(vector -> query(vector, List.of())).toList(), k, threads);
  }

  /**
   * Returns the cosine similarity of two words, which is symmetric.
   *
   * @throws UnknownWordException if one of them has no vector
   * @throws ZeroVectorException if the vector of one is all zeros
   */
  public double similarity(String left, String right) {
    return Geometry.between(vector(left), vector(right));
  }

  /**
   * Returns the given word if it has a vector that is not zero.
   *
   * @throws UnknownWordException if it has no vector
   * @throws ZeroVectorException if its vector is all zeros
   */
  public String known(String word) {
    vector(word);
    return word;
  }

  /**
   * Returns the vector of a word, from the vocabulary or else its out-of-vocabulary vector, if it
   * is not zero.
   */
  float[] vector(String word) {
    float[] vector =
        vectors
            .vector(word)
            .or(() -> outOfVocabulary.vector(word))
            .orElseThrow(() -> new UnknownWordException(word));
    if (Geometry.isZero(vector)) {
      throw ZeroVectorException.ofWord(word);
    }
    return vector;
  }

  /** Returns the first ids of those words that are in the vocabulary. */
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

  /**
   * Returns the result rows with the same word as an excluded row. A word that occurs twice in a
   * file is excluded by its first row only, so that its other rows can be among the results.
   */
  int[] repeated(int[] rows, int[] excluded) {
    int[] repeated = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (holdsWordOf(row, excluded)) {
        repeated[count++] = row;
      }
    }
    return Arrays.copyOf(repeated, count);
  }

  private boolean holdsWordOf(int row, int[] excluded) {
    WordList words = vectors.words();
    for (int other : excluded) {
      // Nearly all differ in length.
      if (words.length(row) == words.length(other)
          && Arrays.equals(words.utf8(row), words.utf8(other))) {
        return true;
      }
    }
    return false;
  }

  /** Returns for each vector its {@code k} nearest neighbours without the words excluded for it. */
  List<List<Neighbor>> of(List<float[]> vectors, List<List<String>> excluded, int k, int threads) {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      queries.add(query(vectors.get(i), excluded.get(i)));
    }
    return answers(queries, k, threads);
  }

  private Query query(float[] vector, List<String> excluded) {
    return query(vector, ids(excluded));
  }

  private Query query(float[] vector, int[] excluded) {
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
    if (Geometry.isZero(vector)) {
      throw ZeroVectorException.of("the vector");
    }
    return new Query(vector, excluded);
  }

  private List<List<Neighbor>> answers(List<Query> queries, int k, int threads) {
    List<TopRows> found = search(queries, k, threads);
    List<List<Neighbor>> answers = new ArrayList<>(found.size());
    for (int i = 0; i < queries.size(); i++) {
      answers.add(answers(queries.get(i), found.get(i).sorted()));
    }
    return answers;
  }

  /** Returns the result rows with their float64 cosines, by which they are ordered. */
  private List<Neighbor> answers(Query query, int[] rows) {
    List<Neighbor> answers = new ArrayList<>(rows.length);
    for (int row : rows) {
      double cosine = Geometry.between(query.vector, vectors.matrix().row(row));
      answers.add(new Neighbor(vectors.words().word(row), row, cosine));
    }
    answers.sort(NEAREST_FIRST);
    return List.copyOf(answers);
  }

  /**
   * Compares neighbours; building a comparator from others would cost a short query milliseconds.
   */
  private static int compare(Neighbor left, Neighbor right) {
    int nearer = Double.compare(right.similarity(), left.similarity());
    return nearer != 0 ? nearer : Integer.compare(left.id(), right.id());
  }

  private List<TopRows> search(List<Query> queries, int k, int threads) {
    if (k < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "k and threads must be 1 or more, not " + k + " and " + threads);
    }
    List<TopRows> results = new ArrayList<>(queries.size());
    for (int from = 0; from < queries.size(); from += BATCH) {
      List<Query> batch = queries.subList(from, Math.min(from + BATCH, queries.size()));
      results.addAll(searchBatch(batch, k, threads));
    }
    return results;
  }

  private List<TopRows> searchBatch(List<Query> batch, int k, int threads) {
    // Closing a shared arena pauses every thread.
    try (Arena arena = threads == 1 ? Arena.ofConfined() : Arena.ofShared()) {
      Matrix matrix = Matrix.allocate(arena, batch.size(), vectors.dimensions());
      for (int i = 0; i < batch.size(); i++) {
        matrix.setRow(i, Geometry.unit(batch.get(i).vector));
      }
      // The one place where queries meet rows.
      RowSearch search = cosines.search(arena, matrix, candidates.limit(), k);
      List<Scan> scans =
          new Workers(threads).share(search.parts(), () -> new Scan(batch, search, k), Scan::part);
      return merged(scans, batch, k);
    }
  }

  private List<TopRows> merged(List<Scan> scans, List<Query> batch, int k) {
    List<TopRows> results = new ArrayList<>(batch.size());
    for (int query = 0; query < batch.size(); query++) {
      TopRows top = scans.getFirst().tops[query];
      for (Scan other : scans.subList(1, scans.size())) {
        top.offerAll(other.tops[query]);
      }
      Query asked = batch.get(query);
      int[] repeated = repeated(top.rows(), asked.excluded);
      results.add(
          repeated.length == 0 ? top : search(List.of(asked.without(repeated)), k, 1).getFirst());
    }
    return results;
  }

  private static final class Query {
    final float[] vector;
    final int[] excluded;

    Query(float[] vector, int[] excluded) {
      this.vector = vector;
      this.excluded = excluded;
    }

    Query without(int[] more) {
      int[] all = Arrays.copyOf(excluded, excluded.length + more.length);
      System.arraycopy(more, 0, all, excluded.length, more.length);
      return new Query(vector, all);
    }
  }

  /** The results of one thread over its parts. */
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
