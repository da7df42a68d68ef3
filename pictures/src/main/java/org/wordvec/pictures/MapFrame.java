package org.wordvec.pictures;

import java.util.Locale;
import org.wordvec.pictures.WordMap.MapWord;

/**
 * The size of a picture and the positions of a map's words in it.
 *
 * @param width width in pixels, 200 to 20,000
 * @param height height in pixels, 200 to 20,000
 */
public record MapFrame(int width, int height) {
  private static final double SIDE_MARGIN = 40;
  private static final double MARGIN = 20;
  private static final int LEAST = 200;
  private static final int MOST = 20_000;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is outside 200..20000
   */
  public MapFrame {
    if (width < LEAST || height < LEAST || width > MOST || height > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a picture is %d to %d pixels wide and high, not %d x %d",
              LEAST,
              MOST,
              width,
              height));
    }
  }

  // Only distances between neighbours are meaningful, so a map may be stretched to its frame.
  double x(MapWord word) {
    return SIDE_MARGIN + word.x() * (width - 2 * SIDE_MARGIN);
  }

  double y(MapWord word) {
    return MARGIN + word.y() * (height - 2 * MARGIN);
  }

  double radius(MapWord word) {
    return word.marked() ? 5 : 2;
  }
}
