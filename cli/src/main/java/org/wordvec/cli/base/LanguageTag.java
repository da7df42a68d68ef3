package org.wordvec.cli.base;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** The language that a text is in, as BCP 47 has it: tr, zh-TW, tur. */
public final class LanguageTag {
  private LanguageTag() {}

  /**
   * Reads a tag. A language with two letters is known by its three as well.
   *
   * @throws IllegalArgumentException if it is malformed, or no language that anybody knows
   */
  public static Locale parse(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
      String language = shortest(locale.getLanguage());
      // Java has names for all languages that it, ICU or Unicode's data know anything of.
      if (!language.isEmpty() && nameOf(language).equals(language)) {
        throw unknown(tag);
      }
      return new Locale.Builder().setLocale(locale).setLanguage(language).build();
    } catch (IllformedLocaleException e) {
      throw unknown(tag);
    }
  }

  private static String nameOf(String language) {
    return Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
  }

  private static String shortest(String language) {
    if (language.length() == 3) {
      for (String two : Locale.getISOLanguages()) {
        if (Locale.of(two).getISO3Language().equals(language)) {
          return two;
        }
      }
    }
    return language;
  }

  private static IllegalArgumentException unknown(String tag) {
    return new IllegalArgumentException(
        "--locale: '" + tag + "' is no language tag such as tr or zh-TW");
  }
}
