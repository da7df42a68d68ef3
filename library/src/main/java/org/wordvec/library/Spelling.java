package org.wordvec.library;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Converts enum constants to and from their spelling in options, reports and files: {@code
 * NEGATIVE_SAMPLING} is {@code negative-sampling}. A {@code toString} that is not the constant's
 * name takes precedence.
 */
public final class Spelling {
  private Spelling() {}

  /** Returns the spelling of a constant. */
  public static String of(Enum<?> constant) {
    String text = constant.toString();
    return text.equals(constant.name()) ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text;
  }

  /** Returns the spellings of all constants of an enum, in their order. */
  public static List<String> all(Class<?> enumeration) {
    return Stream.of(enumeration.getEnumConstants()).map(value -> of((Enum<?>) value)).toList();
  }

  /**
   * Returns the constant with a spelling, in upper or lower case.
   *
   * @throws IllegalArgumentException if there is none; the message lists all spellings
   */
  public static <E> E parse(Class<E> enumeration, String text) {
    for (E value : enumeration.getEnumConstants()) {
      if (of((Enum<?>) value).equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not one of " + String.join(", ", all(enumeration)));
  }
}
