package org.wordvec.corpora;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wordvec.corpora.tokenizing.Segmentation;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/**
 * An encoded corpus as lists, to compare two of them, and the slow way to make one: String.split
 * and a HashMap.
 */
public record PlainCorpus(List<String> words, List<Long> counts, List<List<Integer>> sentences) {
  static PlainCorpus of(EncodedCorpus corpus) {
    Vocabulary vocabulary = corpus.vocabulary();
    List<List<Integer>> sentences = new ArrayList<>();
    for (long sentence = 0; sentence < corpus.sentences(); sentence++) {
      int[] ids = new int[(int) (corpus.sentenceEnd(sentence) - corpus.sentenceStart(sentence))];
      corpus.copyIds(corpus.sentenceStart(sentence), ids, ids.length);
      sentences.add(Arrays.stream(ids).boxed().toList());
    }
    return new PlainCorpus(words(vocabulary), counts(vocabulary), sentences);
  }

  public static List<String> words(Vocabulary vocabulary) {
    List<String> words = new ArrayList<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      words.add(vocabulary.words().word(id));
    }
    return words;
  }

  private static List<Long> counts(Vocabulary vocabulary) {
    return Arrays.stream(vocabulary.counts()).boxed().toList();
  }

  /** Encodes valid text. */
  public static PlainCorpus reference(
      byte[] text, Tokenization tokenization, VocabularyLimits limits) {
    List<List<String>> lines = lines(text, tokenization);
    Map<String, Long> counts = new HashMap<>();
    lines.forEach(line -> line.forEach(word -> counts.merge(word, 1L, Long::sum)));
    List<String> words =
        counts.keySet().stream()
            .filter(word -> counts.get(word) >= limits.minimumCount())
            .sorted(
                Comparator.<String, Long>comparing(counts::get)
                    .reversed()
                    .thenComparing(PlainCorpus::compareCodePoints))
            .limit(limits.maximumSize() == 0 ? Long.MAX_VALUE : limits.maximumSize())
            .toList();
    return new PlainCorpus(
        words,
        words.stream().map(counts::get).toList(),
        sentences(lines, words, tokenization.maximumSentenceLength()));
  }

  private static List<List<String>> lines(byte[] text, Tokenization tokenization) {
    List<List<String>> lines = new ArrayList<>();
    boolean ascii = tokenization.segmentation().equals(new Segmentation.Whitespace(true));
    for (String line : new String(text, ISO_8859_1).split(ascii ? "\n" : "[\n\r]", -1)) {
      lines.add(
          Arrays.stream(line.split(ascii ? "[ \t\u000b\f\r]+" : "[\\x01-\\x20]+", -1))
              .filter(token -> !token.isEmpty())
              .map(token -> new String(token.getBytes(ISO_8859_1), UTF_8))
              .flatMap(token -> Arrays.stream(token.split(spaces(tokenization), -1)))
              .filter(token -> !token.isEmpty())
              .map(word -> tokenization.words().lowercase().map(word::toLowerCase).orElse(word))
              .toList());
    }
    return lines;
  }

  private static String spaces(Tokenization tokenization) {
    return tokenization.segmentation().equals(new Segmentation.Whitespace(true))
        ? "[ \t\u000b\f\r]"
        : "[\\x00-\\x20\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]";
  }

  private static List<List<Integer>> sentences(
      List<List<String>> lines, List<String> words, int maximumLength) {
    Map<String, Integer> ids = new HashMap<>();
    words.forEach(word -> ids.put(word, ids.size()));
    List<List<Integer>> sentences = new ArrayList<>();
    for (List<String> line : lines) {
      List<Integer> known = line.stream().filter(ids::containsKey).map(ids::get).toList();
      for (int from = 0; from < known.size(); from += maximumLength) {
        sentences.add(known.subList(from, Math.min(known.size(), from + maximumLength)));
      }
    }
    return sentences;
  }

  private static int compareCodePoints(String left, String right) {
    return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
  }

  /** Short, as a failed comparison prints it. */
  @Override
  public String toString() {
    return "%d words %s with %s in %d sentences %s, hash %08x"
        .formatted(
            words.size(), head(words), head(counts), sentences.size(), head(sentences), hashCode());
  }

  private static List<?> head(List<?> list) {
    return list.subList(0, Math.min(10, list.size()));
  }
}
