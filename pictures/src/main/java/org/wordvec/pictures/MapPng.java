package org.wordvec.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.wordvec.pictures.LabelPlacement.Box;
import org.wordvec.pictures.WordMap.MapWord;

/** A map as a PNG image on white, drawn with installed fonts and without a display. */
public final class MapPng {
  private static final float SIZE = 12;
  private static final double BASELINE = 0.9;
  private static final int EXAMPLES = 3;
  private static final FontRenderContext TEXT = new FontRenderContext(null, true, true);

  private final WordMap map;
  private final MapFrame frame;
  private final MapFont fonts;

  /**
   * Creates an image that uses installed fonts.
   *
   * @throws FontException if there are none, or none for some of the words
   */
  public MapPng(WordMap map, MapFrame frame) throws FontException {
    this(map, frame, MapFont.installed());
  }

  MapPng(WordMap map, MapFrame frame, MapFont fonts) throws FontException {
    this.map = map;
    this.frame = frame;
    this.fonts = fonts;
    List<String> missing =
        map.words().stream()
            .map(MapWord::word)
            .filter(word -> fonts.of(word, SIZE).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new FontException(
          String.format(
              Locale.ROOT,
              "no installed font has the characters of %d of the map's words, such as %s",
              missing.size(),
              String.join(", ", missing.subList(0, Math.min(EXAMPLES, missing.size())))));
    }
  }

  /** Writes the image; the caller closes the stream. */
  public void writeTo(OutputStream stream) throws IOException {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      draw(graphics);
    } finally {
      graphics.dispose();
    }
    // The cache would be a temporary file.
    ImageIO.setUseCache(false);
    if (!ImageIO.write(image, "png", stream)) {
      throw new IOException("this Java cannot write PNG images");
    }
  }

  private void draw(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(Color.decode(Palette.LIGHT));
    graphics.fillRect(0, 0, frame.width(), frame.height());
    List<Optional<Box>> labels = new LabelPlacement(frame, this::ems, SIZE).place(map.words());
    for (int i = 0; i < labels.size(); i++) {
      draw(map.words().get(i), labels.get(i), graphics);
    }
  }

  private double ems(String word) {
    return font(word, SIZE).getStringBounds(word, TEXT).getWidth() / SIZE;
  }

  private Font font(String word, float size) {
    return fonts.of(word, size).orElseThrow();
  }

  private void draw(MapWord word, Optional<Box> label, Graphics2D graphics) {
    Color colour = Color.decode(Palette.onLight(word.group()));
    graphics.setColor(
        label.isPresent()
            ? colour
            : new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150));
    double radius = frame.radius(word);
    graphics.fill(
        new Ellipse2D.Double(
            frame.x(word) - radius, frame.y(word) - radius, 2 * radius, 2 * radius));
    if (label.isPresent()) {
      Font font = font(word.word(), SIZE);
      graphics.setFont(word.marked() ? font.deriveFont(Font.BOLD) : font);
      graphics.drawString(
          word.word(), (float) label.get().left(), (float) (label.get().top() + BASELINE * SIZE));
    }
  }
}
