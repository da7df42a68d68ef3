package org.wordvec.cli.senses;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.files.SenseFile;

/** Finds senses in models, and says where there are none. */
final class SenseModels {
  private SenseModels() {}

  /**
   * Returns the senses of a model.
   *
   * @param what needs them
   * @throws FailedException if it has none
   */
  static SenseInventory of(Model model, Path path, String what) throws IOException {
    return model.senses().orElseThrow(() -> without(path, what));
  }

  /** Returns the exception about a model without senses. */
  static FailedException without(Path path, String what) {
    return new FailedException(
        "%s: has no senses, since there is no %s; %s needs a model of 'wordvec train senses'"
            .formatted(path, SenseFile.beside(path).getFileName(), what));
  }

  /** Returns the number of a word, which may be named as one of its senses; −1 if there is none. */
  static int word(String name, SenseInventory inventory) {
    int exact = inventory.words().indexOf(name);
    int mark = name.lastIndexOf('#');
    if (exact >= 0 || mark < 0) {
      return exact;
    }
    int word = inventory.words().indexOf(name.substring(0, mark));
    int senses = word < 0 ? 0 : inventory.senses().senses(word);
    boolean isSense =
        IntStream.range(0, senses).anyMatch(sense -> inventory.name(word, sense).equals(name));
    return isSense ? word : -1;
  }
}
