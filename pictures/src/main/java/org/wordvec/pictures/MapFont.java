package org.wordvec.pictures;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Selects installed fonts for words of any script.
 *
 * <p>Java's logical fonts fall back to physical ones by a table that contains few Linux fonts. A
 * word that the logical font cannot display is drawn in the first installed font that can, the
 * better-known ones first.
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

  /** Creates a selection from fonts that are tried in order. */
  MapFont(List<Font> fonts) {
    this.fonts = List.copyOf(fonts);
  }

  /**
   * Returns a selection from the installed fonts.
   *
   * @throws FontException if Java finds no fonts
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

  /**
   * Returns a font that can display a whole word, or nothing.
   *
   * @param size font size in pixels
   */
  Optional<Font> of(String word, float size) {
    return fonts.stream()
        .filter(font -> font.canDisplayUpTo(word) < 0)
        .findFirst()
        .map(font -> font.deriveFont(size));
  }
}
