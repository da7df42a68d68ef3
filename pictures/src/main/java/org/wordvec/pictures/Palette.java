package org.wordvec.pictures;

import java.util.List;
import java.util.Locale;

/** Colours of groups: dark enough for text on white, and light ones for dark pages. */
final class Palette {
  static final List<String> ON_LIGHT =
      List.of(
          "#1f5fa8", "#b3480b", "#1b7a3d", "#a3263f", "#6b47a8", "#7a5a1e", "#0f7280", "#a0337f",
          "#3f51d5", "#5d6b00", "#c0392b", "#00695c");
  static final List<String> ON_DARK =
      List.of(
          "#7db4f0", "#f0a065", "#6fcf8e", "#f08a9c", "#b79cf0", "#d6b26a", "#5fc8d8", "#ee8fd0",
          "#9fa8ff", "#c2cf5a", "#ff8a7a", "#5fd0bd");

  static final int SIZE = ON_LIGHT.size();

  static final String NEUTRAL_ON_LIGHT = "#4a4f57";
  static final String NEUTRAL_ON_DARK = "#b4bac2";
  static final String LIGHT = "#ffffff";
  static final String DARK = "#15181c";

  private Palette() {}

  /** Returns the colour of a group on white; −1 means words without a group. */
  static String onLight(int group) {
    return group < 0 ? NEUTRAL_ON_LIGHT : ON_LIGHT.get(group);
  }

  /**
   * Returns CSS rules {@code .g0 … .gN} and {@code .g} that fill by group, for both colour schemes.
   */
  static String rules() {
    StringBuilder rules = new StringBuilder();
    append(rules, NEUTRAL_ON_LIGHT, ON_LIGHT);
    rules.append("@media (prefers-color-scheme: dark) {\n");
    append(rules, NEUTRAL_ON_DARK, ON_DARK);
    return rules.append("}\n").toString();
  }

  private static void append(StringBuilder rules, String neutral, List<String> colours) {
    rules.append(".g { fill: ").append(neutral).append(" }\n");
    for (int group = 0; group < colours.size(); group++) {
      rules.append(String.format(Locale.ROOT, ".g%d { fill: %s }%n", group, colours.get(group)));
    }
  }
}
