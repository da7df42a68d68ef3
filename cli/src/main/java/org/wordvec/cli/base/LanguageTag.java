package org.wordvec.cli.base;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Parses BCP 47 language tags such as tr, zh-TW or tur. */
public final class LanguageTag {
  private LanguageTag() {}

  /**
   * Returns the locale of a tag. A three-letter code is replaced by the two-letter code of the same
   * language.
   *
   * @throws IllegalArgumentException if the tag is malformed or the language unknown
   */
  public static Locale parse(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
      String language = shortest(locale.getLanguage());
      // Java has names for all languages for which it, ICU or Unicode's data have rules.
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
        "--locale: '" + tag + "' is not a language tag such as tr or zh-TW");
  }
}
