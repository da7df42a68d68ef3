package org.wordvec.library;

import java.util.Locale;

/** Numbers and times as people read them. */
public final class Quantity {
  private Quantity() {}

  /** Three digits or so and a k, M or G: 950, 12.3 k, 1.21 M. */
  public static String of(double value) {
    if (value < 1_000) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (value < 1e6) {
      return scaled(value / 1e3, "k");
    }
    return value < 1e9 ? scaled(value / 1e6, "M") : scaled(value / 1e9, "G");
  }

  /** Returns a count of things that add an s where there are several: 1 word, 2,000 words. */
  public static String of(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /** Minutes and seconds, with hours where there are any: 0:42, 1:02:03. */
  public static String time(double seconds) {
    long whole = Math.round(seconds);
    long hours = whole / 3600;
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
  }

  private static String scaled(double value, String unit) {
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, unit);
  }
}
