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

/** Collects the words of a map, most frequent first. */
final class MapWords {
  private static final int NAMED = 5;

  private final Model model;
  private final Set<Integer> ids = new TreeSet<>();
  private final Set<Integer> marked = new HashSet<>();

  MapWords(Model model) {
    this.model = model;
  }

  void addTop(int count) {
    for (int id = 0; id < Math.min(count, model.words().size()); id++) {
      ids.add(id);
    }
  }

  /** A word and those nearest to it; a word that is composed has no place of its own. */
  void addAround(String word, int count, Neighbors neighbors) {
    neighbors.nearest(word, count).stream().map(Neighbor::id).forEach(ids::add);
    int id = model.words().indexOf(word);
    if (id >= 0) {
      ids.add(id);
      marked.add(id);
    }
  }

  /** The words of a file; says which of them are unknown. */
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
              ? "holds no words; expected one a line"
              : "none of its %s is one of the model's: %s"
                  .formatted(Quantity.of(listed, "word"), name(unknown)));
    }
    if (!unknown.isEmpty()) {
      terminal
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "wordvec: %s: left out %,d of %s, which the model does not know: %s",
                  file.name(),
                  unknown.size(),
                  Quantity.of(listed, "word"),
                  name(unknown)));
    }
  }

  /** Takes out words whose vectors have no direction, and says how many those are. */
  void removeZeros(WordVectors vectors, Terminal terminal) {
    int before = ids.size();
    ids.removeIf(vectors::isZero);
    if (ids.size() < before) {
      terminal
          .err()
          .println(
              "wordvec: left out %s with a vector that is zero"
                  .formatted(Quantity.of(before - ids.size(), "word")));
    }
  }

  int[] ids() {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Places among {@link #ids()} of the words that stand out. */
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
