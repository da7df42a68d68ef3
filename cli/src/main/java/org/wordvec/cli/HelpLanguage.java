package org.wordvec.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Help in the user's language, where it has been written in that. */
final class HelpLanguage {
  private static final String BUNDLE = "org.wordvec.cli.help";

  private HelpLanguage() {}

  /**
   * Lets a command and those below it help in a language; what the language lacks stays English.
   */
  static void apply(CommandLine root, Locale language) {
    bundle(language).ifPresent(root::setResourceBundle);
  }

  /** Whether an option or operand is described in Chinese. */
  static boolean isChinese(ArgSpec argument) {
    return argument.command().resourceBundle() != null;
  }

  private static Optional<ResourceBundle> bundle(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? Optional.of(ResourceBundle.getBundle(BUNDLE, Locale.CHINESE))
        : Optional.empty();
  }
}
