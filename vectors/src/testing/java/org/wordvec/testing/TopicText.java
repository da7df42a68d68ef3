package org.wordvec.testing;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;

/**
 * Sentences that are each about one topic, whose words trained vectors are to tell from those of
 * the others. A quarter of all words are common to all topics.
 *
 * @param topics the stem of each topic's words, of which none begins with another
 * @param common the stem of the common words, with which no topic begins
 * @param endings of the words of each stem
 */
public record TopicText(List<String> topics, String common, List<String> endings) {
  /** Words of a sentence. */
  public static final int LENGTH = 10;

  /** Returns a text whose words have numbers as endings. */
  public static TopicText numbered(List<String> topics, String common, int words) {
    return new TopicText(
        topics, common, IntStream.range(0, words).mapToObj(Integer::toString).toList());
  }

  /** Returns a text of topics a and b and common words c, each with a number of words. */
  public static TopicText ofTwo(int words) {
    return numbered(List.of("a", "b"), "c", words);
  }

  /** Returns sentences of {@value #LENGTH} words, a line each. */
  public String lines(int sentences, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      String topic = topics.get(random.nextInt(topics.size()));
      for (int i = 0; i < LENGTH; i++) {
        String stem = random.nextInt(4) == 0 ? common : topic;
        text.append(stem).append(endings.get(random.nextInt(endings.size()))).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Returns for what part of the topics' words the nearest other one is of the same topic. */
  public double topicality(WordVectors vectors) {
    int[] ids = topicWords(vectors.words());
    int right = 0;
    for (int id : ids) {
      int nearest = -1;
      double best = Double.NEGATIVE_INFINITY;
      for (int other : ids) {
        double cosine = Geometry.between(vectors.matrix().row(id), vectors.matrix().row(other));
        if (other != id && cosine > best) {
          best = cosine;
          nearest = other;
        }
      }
      right += topic(vectors.words(), id) == topic(vectors.words(), nearest) ? 1 : 0;
    }
    return right / (double) ids.length;
  }

  /**
   * Returns the mean cosine of two words of one topic, less that of two words of different topics.
   *
   * @param vectors of the words by their ids
   */
  public double separation(WordList words, IntFunction<float[]> vectors) {
    int[] ids = topicWords(words);
    double same = 0;
    double different = 0;
    int sames = 0;
    int differents = 0;
    for (int left : ids) {
      for (int right : ids) {
        double cosine = Geometry.between(vectors.apply(left), vectors.apply(right));
        if (right < left && topic(words, left) == topic(words, right)) {
          same += cosine;
          sames++;
        } else if (right < left) {
          different += cosine;
          differents++;
        }
      }
    }
    return same / sames - different / differents;
  }

  private int[] topicWords(WordList words) {
    return IntStream.range(0, words.size()).filter(id -> topic(words, id) >= 0).toArray();
  }

  /** Returns the topic of a word; -1 if it is common to all. */
  private int topic(WordList words, int id) {
    return IntStream.range(0, topics.size())
        .filter(topic -> words.word(id).startsWith(topics.get(topic)))
        .findFirst()
        .orElse(-1);
  }
}
