package org.wordvec.corpora.phrases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;

/** Joins the phrases of one pass and renumbers the words. */
final class PhrasePass {
  private final EncodedCorpus corpus;
  private final PhraseTable table;
  private final double threshold;
  private final int words;
  private final Map<Long, Phrase> phrases = new ConcurrentHashMap<>();
  private int made;

  /**
   * A phrase of this pass. Its provisional number follows those of the words, in order of
   * occurrence.
   */
  private record Phrase(int number, String text) {}

  PhrasePass(EncodedCorpus corpus, PhraseTable table, double threshold) {
    this.corpus = corpus;
    this.table = table;
    this.threshold = threshold;
    this.words = corpus.vocabulary().size();
  }

  /** Returns all phrases that were made. */
  List<String> phrases() {
    return phrases.values().stream().map(Phrase::text).toList();
  }

  EncodedCorpus run(Workers workers, VocabularyLimits limits)
      throws IOException, InterruptedException {
    List<Joiner> joiners = new ArrayList<>();
    for (int worker = 0; worker < workers.count(); worker++) {
      joiners.add(new Joiner());
    }
    EncodedCorpus joined =
        with(corpus.vocabulary(), SentenceRewriting.run(corpus, workers, joiners::get), 0);
    long[] counts = new long[words + phrases.size()];
    for (Joiner joiner : joiners) {
      for (int number = 0; number < Math.min(counts.length, joiner.counts.length); number++) {
        counts[number] += joiner.counts[number];
      }
    }
    return renumbered(joined, counts, workers, limits);
  }

  private EncodedCorpus renumbered(
      EncodedCorpus joined, long[] counts, Workers workers, VocabularyLimits limits)
      throws IOException, InterruptedException {
    int[] places = new int[counts.length];
    WordList.Builder builder = new WordList.Builder();
    long[] placeCounts = new long[counts.length];
    int size = 0;
    WordList old = corpus.vocabulary().words();
    Map<String, Integer> placeOf = new LinkedHashMap<>();
    List<Phrase> made =
        phrases.values().stream()
            .sorted((a, b) -> Integer.compare(a.number(), b.number()))
            .toList();
    for (int id = 0; id < words; id++) {
      builder.add(old.utf8(id), 0, old.length(id));
      placeCounts[size] = counts[id];
      places[id] = size++;
    }
    for (Phrase phrase : made) {
      int known = old.indexOf(phrase.text());
      Integer place = known >= 0 ? (Integer) known : placeOf.get(phrase.text());
      if (place == null) {
        place = size++;
        builder.add(phrase.text());
        placeOf.put(phrase.text(), place);
      }
      places[phrase.number()] = place;
      placeCounts[place] += counts[phrase.number()];
    }
    WordList list = builder.build();
    long[] listCounts = Arrays.copyOf(placeCounts, list.size());
    int[] order = Vocabulary.order(list, listCounts, limits);
    if (order.length == 0) {
      throw new CorpusException(
          String.format(
              Locale.ROOT, "no word or phrase occurs at least %d times", limits.minimumCount()));
    }
    int[] ids = new int[list.size()];
    Arrays.fill(ids, -1);
    for (int id = 0; id < order.length; id++) {
      ids[order[id]] = id;
    }
    SentenceRewriting.Rewriter numbering =
        (sentence, length) -> {
          int kept = 0;
          for (int i = 0; i < length; i++) {
            int id = ids[places[sentence[i]]];
            sentence[kept] = id;
            kept += id < 0 ? 0 : 1;
          }
          return kept;
        };
    long distinct = Arrays.stream(listCounts).filter(count -> count > 0).count();
    return with(
        Vocabulary.inOrder(list, listCounts, order),
        SentenceRewriting.run(joined, workers, worker -> numbering),
        distinct);
  }

  private EncodedCorpus with(
      Vocabulary vocabulary, SentenceRewriting.Rewritten rewritten, long distinct) {
    EncodedCorpus.Reading reading = corpus.reading();
    return new EncodedCorpus(
        vocabulary,
        rewritten.ids(),
        rewritten.sentenceEnds(),
        new EncodedCorpus.Reading(
            reading.diagnostics(), distinct, reading.vocabularySeconds(), reading.encodeSeconds()));
  }

  private Phrase phrase(int[] ids, int first, int last) {
    return phrases.computeIfAbsent(
        PhraseTable.key(ids, first, last), key -> numbered(ids, first, last));
  }

  private synchronized Phrase numbered(int[] ids, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      text.append(i == first ? "" : "_").append(corpus.vocabulary().words().word(ids[i]));
    }
    return new Phrase(words + made++, text.toString());
  }

  /**
   * Rewrites the sentences of one thread. The last word of a phrase cannot begin another phrase in
   * the same pass.
   */
  private final class Joiner implements SentenceRewriting.Rewriter {
    private long[] counts = new long[words + 1];

    @Override
    public int rewrite(int[] ids, int length) {
      int kept = 0;
      int at = 0;
      while (at < length) {
        int last = table.last(ids, at, length);
        int number = ids[at];
        if (last > 0 && table.isPhrase(ids, at, last, threshold)) {
          number = phrase(ids, at, last).number();
          at = last;
        }
        count(number);
        ids[kept++] = number;
        at++;
      }
      return kept;
    }

    private void count(int number) {
      if (number >= counts.length) {
        counts = Arrays.copyOf(counts, number + number / 4 + 16);
      }
      counts[number]++;
    }
  }
}
