package org.wordvec.cli.base;

import java.io.IOException;
import java.util.Optional;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.library.Extensions;

/** Converts words in traditional Chinese characters to simplified ones, which is unambiguous. */
public final class SimplifiedForm {
  private SimplifiedForm() {}

  /** Returns the simplified form, if it differs and an installed extension can convert. */
  public static Optional<String> of(String word) {
    if (word.codePoints().noneMatch(Character::isIdeographic)) {
      return Optional.empty();
    }
    try {
      String simplified =
          new TextPlugins(Extensions.installed().loaders()).simplification().simplify(word);
      return Optional.of(simplified).filter(form -> !form.equals(word));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
