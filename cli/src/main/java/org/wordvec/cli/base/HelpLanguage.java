package org.wordvec.cli.base;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Chooses the language of the help. */
public final class HelpLanguage {
  private static final String BUNDLE = "org.wordvec.cli.base.help";

  /** The user's locale; the launcher may have changed the environment's to get UTF-8. */
  private static final String PROPERTY = "wordvec.language";

  private HelpLanguage() {}

  /**
   * Returns the language that the environment names, whether installed or not, or else Java's
   * display locale.
   */
  public static Locale ofUser() {
    @Nullable String name = System.getProperty(PROPERTY);
    for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      if (name == null || name.isEmpty()) {
        name = System.getenv(variable);
      }
    }
    return name != null && name.startsWith(Locale.CHINESE.getLanguage())
        ? Locale.CHINESE
        : Locale.getDefault(Locale.Category.DISPLAY);
  }

  /** Returns whether the launcher started this JVM. */
  static boolean isFromLauncher() {
    return System.getProperty(PROPERTY) != null;
  }

  /** Sets the help language of a command and its subcommands; missing translations stay English. */
  public static void apply(CommandLine root, Locale language) {
    bundle(language).ifPresent(root::setResourceBundle);
  }

  /** Returns whether an option or operand is described in Chinese. */
  public static boolean isChinese(ArgSpec argument) {
    return argument.command().resourceBundle() != null;
  }

  private static Optional<ResourceBundle> bundle(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? Optional.of(ResourceBundle.getBundle(BUNDLE, Locale.CHINESE))
        : Optional.empty();
  }
}
