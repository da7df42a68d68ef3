package org.wordvec.library.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.phrases.PhraseConfig;
import org.wordvec.corpora.phrases.Phrases;
import org.wordvec.library.Quantity;

/** Describes a text that was read, for display. */
public final class TextNotes {
  private static final int FIRST_WORDS = 12;
  private static final int LONGEST_WORD = 20;

  private TextNotes() {}

  /** Returns notes on the size of a text, its first words, and possible problems. */
  public static List<String> reading(EncodedCorpus corpus) {
    List<String> notes = new ArrayList<>();
    notes.add(read(corpus));
    notes.add("first words: " + firstWords(corpus));
    notes.addAll(TextWarnings.of(corpus));
    return notes;
  }

  private static String firstWords(EncodedCorpus corpus) {
    int[] ids = new int[(int) Math.min(FIRST_WORDS, corpus.encodedTokens())];
    corpus.copyIds(0, ids, ids.length);
    StringBuilder words = new StringBuilder();
    for (int id : ids) {
      String word = corpus.vocabulary().words().word(id);
      words.append(words.isEmpty() ? "" : " ");
      words.append(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word);
    }
    return words.toString();
  }

  private static String read(EncodedCorpus corpus) {
    EncodedCorpus.Reading reading = corpus.reading();
    return String.format(
        Locale.ROOT,
        "read %s, kept %,d of %s (%.1f %% of the text) in %.1f s",
        Quantity.of(reading.tokens(), "token"),
        corpus.vocabulary().size(),
        Quantity.of(reading.distinctWords(), "word"),
        100.0 * corpus.encodedTokens() / reading.tokens(),
        reading.vocabularySeconds() + reading.encodeSeconds());
  }

  /** Returns a note with the first phrases that were found, or the score that none reached. */
  public static String phrases(Phrases.Joined joined, PhraseConfig config) {
    List<Phrases.Found> found = joined.found();
    if (found.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "found no phrases: no pair of words that occurs at least %,d times scores more than %s",
          config.minimumCount(),
          config.thresholds().getFirst());
    }
    return String.format(
        Locale.ROOT,
        "found %s in %.1f s: %s%s",
        Quantity.of(found.size(), "phrase"),
        joined.seconds(),
        found.stream()
            .limit(FIRST_WORDS)
            .map(Phrases.Found::phrase)
            .collect(Collectors.joining(" ")),
        found.size() > FIRST_WORDS ? " …" : "");
  }

  /** Returns a note on the number of entries counted and the time taken. */
  public static String counted(long entries, double seconds) {
    return String.format(
        Locale.ROOT,
        "counted %,d %s in %.1f s",
        entries,
        entries == 1 ? "entry" : "entries",
        seconds);
  }
}
