package org.wordvec.vectors.senses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wordvec.corpora.TextLines.Line;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.senses.VocabularyTokenizer.Token;

/**
 * Assigns the occurrences of a word in a text to its senses and keeps the clearest of each.
 *
 * <p>An occurrence is described by the {@value #WINDOW} words on either side: the mean of their
 * unit vectors, each weighted {@code r / (r + 100)} by its rank r in the vocabulary, without the
 * word's own direction. The weights are those of Arora, Liang and Ma 2017 ("A Simple but
 * Tough-to-Beat Baseline for Sentence Embeddings"), a / (a + p) with a = 0.001, under Zipf's law p
 * = 0.1 / r. The sense is the one whose centre has the largest cosine with this mean. Occurrences
 * within {@value #WINDOW} words of the one before count as one, and those with fewer than {@value
 * #LEAST} known context words are skipped. Memory is bounded by the number of passages kept. Not
 * safe for use by several threads.
 */
public final class SensePassages {
  private static final int WINDOW = 10;
  private static final int SHOWN = 8;
  private static final int LEAST = 4;
  private static final double FREQUENT = 100;

  private final String word;
  private final int id;
  private final float[] direction;
  private final WordVectors vectors;
  private final VocabularyTokenizer running;
  private final List<Sense> senses;
  private final int kept;
  private final List<List<Passage>> passages = new ArrayList<>();
  private final long[] occurrences;

  /**
   * Creates a collector for the senses of a word.
   *
   * @param word the word
   * @param vector vector of the word
   * @param vectors the model
   * @param senses senses of the word, at least one
   * @param kept number of passages to keep for each sense
   */
  public SensePassages(
      String word, float[] vector, WordVectors vectors, List<Sense> senses, int kept) {
    this.word = word;
    this.id = vectors.words().indexOf(word);
    this.direction = Directions.unit(vector);
    this.vectors = vectors;
    this.running = new VocabularyTokenizer(vectors.words());
    this.senses = List.copyOf(senses);
    this.kept = kept;
    this.occurrences = new long[senses.size()];
    senses.forEach(sense -> passages.add(new ArrayList<>()));
  }

  /** Adds the occurrences of the word in a line. */
  public void read(Line line) {
    if (!mayHold(line.text())) {
      return;
    }
    List<Token> tokens = running.tokens(line.text());
    int free = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean here = token.id() >= 0 ? token.id() == id : token.word().equals(word);
      if (here && at >= free) {
        occurrence(line, tokens, at);
        free = at + WINDOW;
      }
    }
  }

  /** Returns the passages of a sense, the clearest first. */
  public List<Passage> passages(int sense) {
    return List.copyOf(passages.get(sense));
  }

  /** Returns the number of occurrences that were assigned to a sense. */
  public long occurrences(int sense) {
    return occurrences[sense];
  }

  // Cheaper than tokenizing every line of a large text.
  private boolean mayHold(String text) {
    int length = word.length();
    for (int at = 0; at + length <= text.length(); at++) {
      if (text.regionMatches(true, at, word, 0, length)) {
        return true;
      }
    }
    return false;
  }

  private void occurrence(Line line, List<Token> tokens, int at) {
    float[] around = new float[direction.length];
    int known = 0;
    int last = Math.min(tokens.size() - 1, at + WINDOW);
    for (int i = Math.max(0, at - WINDOW); i <= last; i++) {
      int other = tokens.get(i).id();
      if (other >= 0 && other != id) {
        double weight = (other + 1) / (other + 1 + FREQUENT);
        Directions.add(around, weight, Directions.unit(vectors.matrix().row(other)));
        known++;
      }
    }
    if (known >= LEAST) {
      assign(line, tokens, at, Directions.without(around, direction));
    }
  }

  private void assign(Line line, List<Token> tokens, int at, float[] around) {
    int best = 0;
    double similarity = Double.NEGATIVE_INFINITY;
    for (int sense = 0; sense < senses.size(); sense++) {
      double cosine = Geometry.dot(around, senses.get(sense).centre());
      if (cosine > similarity) {
        similarity = cosine;
        best = sense;
      }
    }
    occurrences[best]++;
    keep(passages.get(best), line, tokens, at, similarity);
  }

  private void keep(List<Passage> best, Line line, List<Token> tokens, int at, double similarity) {
    if (best.size() == kept && (kept == 0 || similarity <= best.getLast().similarity())) {
      return;
    }
    String text = excerpt(line.text(), tokens, at);
    // Wikis and newspapers repeat some sentences often.
    if (best.stream().anyMatch(passage -> passage.text().equals(text))) {
      return;
    }
    best.add(new Passage(line.source(), line.number(), text, similarity));
    best.sort(Comparator.comparingDouble(Passage::similarity).reversed());
    if (best.size() > kept) {
      best.removeLast();
    }
  }

  private static String excerpt(String line, List<Token> tokens, int at) {
    int first = Math.max(0, at - SHOWN);
    int last = Math.min(tokens.size() - 1, at + SHOWN);
    String text = line.substring(tokens.get(first).start(), tokens.get(last).end());
    return (first > 0 ? "… " : "") + text + (last < tokens.size() - 1 ? " …" : "");
  }
}
