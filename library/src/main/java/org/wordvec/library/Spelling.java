package org.wordvec.library;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Spells the constants of enumerations as options, reports and files have them: {@code
 * NEGATIVE_SAMPLING} is {@code negative-sampling}. A constant whose {@code toString} is not its
 * name is spelt as that says.
 */
public final class Spelling {
  private Spelling() {}

  /** Returns how a constant is spelt. */
  public static String of(Enum<?> constant) {
    String text = constant.toString();
    return text.equals(constant.name()) ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text;
  }

  /** Returns how all constants of an enumeration are spelt, in their order. */
  public static List<String> all(Class<?> enumeration) {
    return Stream.of(enumeration.getEnumConstants()).map(value -> of((Enum<?>) value)).toList();
  }

  /**
   * Returns the constant that is spelt so.
   *
   * @throws IllegalArgumentException if there is none; names those that there are
   */
  public static <E> E parse(Class<E> enumeration, String text) {
    for (E value : enumeration.getEnumConstants()) {
      if (of((Enum<?>) value).equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not one of " + String.join(", ", all(enumeration)));
  }
}
