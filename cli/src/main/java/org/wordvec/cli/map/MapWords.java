package org.wordvec.cli.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.library.Model;
import org.wordvec.library.Quantity;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

/** Collects the words of a map, the most frequent first. */
final class MapWords {
  private static final int NAMED = 5;

  private final Model model;
  private final Set<Integer> ids = new TreeSet<>();
  private final Set<Integer> marked = new HashSet<>();

  MapWords(Model model) {
    this.model = model;
  }

  /** Adds the most frequent words. */
  void addTop(int count) {
    for (int id = 0; id < Math.min(count, model.words().size()); id++) {
      ids.add(id);
    }
  }

  /** Adds a word and its nearest neighbours. An out-of-vocabulary word is not itself on the map. */
  void addAround(String word, int count, Neighbors neighbors) {
    neighbors.nearest(word, count).stream().map(Neighbor::id).forEach(ids::add);
    int id = model.words().indexOf(word);
    if (id >= 0) {
      ids.add(id);
      marked.add(id);
    }
  }

  /** Adds the words of a file; prints which of them are unknown. */
  void addListed(TextFile file, List<String> words, Terminal terminal) throws IOException {
    List<String> unknown = new ArrayList<>();
    int listed = 0;
    for (String word : words) {
      int id = model.words().indexOf(word);
      listed++;
      if (id < 0) {
        unknown.add(word);
      } else {
        ids.add(id);
      }
    }
    if (unknown.size() == listed) {
      throw file.failure(
          listed == 0
              ? "contains no words; expected one per line"
              : "none of its %s is in the model: %s"
                  .formatted(Quantity.of(listed, "word"), name(unknown)));
    }
    if (!unknown.isEmpty()) {
      terminal
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "wordvec: %s: skipped %,d of %s, which the model does not have: %s",
                  file.name(),
                  unknown.size(),
                  Quantity.of(listed, "word"),
                  name(unknown)));
    }
  }

  /** Removes words with zero vectors; prints how many were removed. */
  void removeZeros(WordVectors vectors, Terminal terminal) {
    int before = ids.size();
    ids.removeIf(vectors::isZero);
    if (ids.size() < before) {
      terminal
          .err()
          .println(
              "wordvec: skipped %s with a zero vector"
                  .formatted(Quantity.of(before - ids.size(), "word")));
    }
  }

  /** Returns the ids of the words in ascending order. */
  int[] ids() {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the positions of highlighted words in {@link #ids()}. */
  Set<Integer> marked() {
    Set<Integer> places = new HashSet<>();
    int place = 0;
    for (int id : ids) {
      if (marked.contains(id)) {
        places.add(place);
      }
      place++;
    }
    return places;
  }

  private static String name(List<String> words) {
    String names = String.join(", ", words.subList(0, Math.min(NAMED, words.size())));
    return words.size() > NAMED ? names + ", …" : names;
  }
}
