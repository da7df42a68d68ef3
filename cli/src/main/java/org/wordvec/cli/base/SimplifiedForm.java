package org.wordvec.cli.base;

import java.io.IOException;
import java.util.Optional;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.library.Extensions;

/** The simplified form of a word in traditional Chinese characters, which is certain. */
public final class SimplifiedForm {
  private SimplifiedForm() {}

  /** The form, if it is another one and an installed extension knows it. */
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
