package org.wordvec.cli.help;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.wordvec.cli.base.HelpLanguage;
import org.wordvec.cli.text.TokenizerNames;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Looks up the meanings of option values in {@code values.properties} and its translations, by
 * option and value. Texts of a command take precedence over shared ones.
 */
final class ValueText {
  private static final String BUNDLE = "org.wordvec.cli.help.values";

  private ValueText() {}

  /**
   * Returns the values of an option or operand with their meanings; empty if they are not a list.
   */
  static Map<String, String> meanings(ArgSpec argument) {
    if (argument.completionCandidates() instanceof TokenizerNames tokenizers) {
      return tokenizers.meanings();
    }
    List<String> values = CommandText.choices(argument);
    if (values.isEmpty()) {
      return Map.of();
    }
    ResourceBundle texts =
        ResourceBundle.getBundle(
            BUNDLE, HelpLanguage.isChinese(argument) ? Locale.CHINESE : Locale.ROOT);
    String shared =
        argument instanceof OptionSpec option
            ? option.longestName().substring(2)
            : argument.paramLabel();
    String own =
        argument.command().qualifiedName(".").replaceFirst("^wordvec\\.", "") + "." + shared;
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String value : values) {
      meanings.put(value, text(texts, own + "." + value, shared + "." + value));
    }
    return meanings;
  }

  /** Returns the meaning of a value, or an empty string if there is none. */
  private static String text(ResourceBundle texts, String own, String shared) {
    if (texts.containsKey(own)) {
      return texts.getString(own);
    }
    return texts.containsKey(shared) ? texts.getString(shared) : "";
  }
}
