package org.wordvec.cli.base;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Help in the user's language, where it has been written in that. */
public final class HelpLanguage {
  private static final String BUNDLE = "org.wordvec.cli.base.help";

  /** The locale as the user set it; the launcher's own may be another, for its encoding. */
  private static final String PROPERTY = "wordvec.language";

  private HelpLanguage() {}

  /**
   * Returns the language that the environment names, installed on this machine or not, or else
   * Java's own for what is shown.
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

  /** Whether the launcher started this JVM. */
  static boolean isFromLauncher() {
    return System.getProperty(PROPERTY) != null;
  }

  /**
   * Lets a command and those below it help in a language; what the language lacks stays English.
   */
  public static void apply(CommandLine root, Locale language) {
    bundle(language).ifPresent(root::setResourceBundle);
  }

  /** Whether an option or operand is described in Chinese. */
  public static boolean isChinese(ArgSpec argument) {
    return argument.command().resourceBundle() != null;
  }

  private static Optional<ResourceBundle> bundle(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? Optional.of(ResourceBundle.getBundle(BUNDLE, Locale.CHINESE))
        : Optional.empty();
  }
}
