package org.wordvec.pictures;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fonts of this machine for words of any script.
 *
 * <p>Java's logical fonts fall back to others by a table that knows few Linux fonts, so a word that
 * the logical one cannot show is given the first installed font that can, the better-known ones
 * first.
 */
final class MapFont {
  private static final List<String> PREFERRED =
      List.of(
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "PingFang SC",
          "Hiragino Sans GB",
          "Microsoft YaHei",
          "WenQuanYi Zen Hei",
          "WenQuanYi Micro Hei",
          "Droid Sans Fallback",
          "Noto Sans",
          "DejaVu Sans");

  private final List<Font> fonts;

  /** With these fonts, tried in order. */
  MapFont(List<Font> fonts) {
    this.fonts = List.copyOf(fonts);
  }

  /**
   * The fonts that are installed.
   *
   * @throws FontException if Java finds none at all
   */
  static MapFont installed() throws FontException {
    try {
      List<Font> fonts = new ArrayList<>();
      fonts.add(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
      List<String> families =
          Arrays.asList(
              GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
      PREFERRED.stream()
          .filter(families::contains)
          .map(family -> new Font(family, Font.PLAIN, 1))
          .forEach(fonts::add);
      families.stream().map(family -> new Font(family, Font.PLAIN, 1)).forEach(fonts::add);
      return new MapFont(fonts);
    } catch (RuntimeException | LinkageError e) {
      // Without fontconfig, Java fails with one of several internal errors.
      throw new FontException("this machine has no fonts that Java can use", e);
    }
  }

  /** The font for a word at some size, if one can show all of it. */
  Optional<Font> of(String word, float size) {
    return fonts.stream()
        .filter(font -> font.canDisplayUpTo(word) < 0)
        .findFirst()
        .map(font -> font.deriveFont(size));
  }
}
