package org.wordvec.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.pictures.LabelPlacement.Box;
import org.wordvec.pictures.WordMap.MapWord;

/**
 * A map as SVG 1.1 without scripts. A word without room for its label is a dot with a title, which
 * browsers show as a tooltip. Follows the viewer's preference for light or dark colours.
 */
public final class MapSvg {
  static final String FONTS =
      "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC',"
          + " 'Hiragino Sans', 'Microsoft YaHei', 'Source Han Sans SC', 'WenQuanYi Zen Hei',"
          + " 'DejaVu Sans', sans-serif";
  private static final double SIZE = 12;
  private static final double BASELINE = 0.9;

  private final WordMap map;
  private final MapFrame frame;
  private final String title;

  /**
   * Creates a picture.
   *
   * @param title title for screen readers
   */
  public MapSvg(WordMap map, MapFrame frame, String title) {
    this.map = map;
    this.frame = frame;
    this.title = title;
  }

  /** Writes the picture; the caller closes the stream. */
  public void writeTo(OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    writer.write(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" \
            viewBox="0 0 %1$d %2$d" role="img">
            <title>%3$s</title>
            <style>
            text { font: %4$spx %5$s }
            .paper { fill: %6$s }
            .marked { font-weight: bold; font-size: %7$spx }
            @media (prefers-color-scheme: dark) { .paper { fill: %8$s } }
            %9$s</style>
            <rect class="paper" width="100%%" height="100%%"/>
            """,
            frame.width(),
            frame.height(),
            Markup.escaped(title),
            number(SIZE),
            FONTS,
            Palette.LIGHT,
            number(1.1 * SIZE),
            Palette.DARK,
            Palette.rules()));
    List<Optional<Box>> labels =
        new LabelPlacement(frame, TextMeasure.GUESS, SIZE).place(map.words());
    for (int i = 0; i < labels.size(); i++) {
      write(map.words().get(i), labels.get(i), writer);
    }
    writer.write("</svg>\n");
    writer.flush();
  }

  private void write(MapWord word, Optional<Box> label, Writer writer) throws IOException {
    String group = word.group() < 0 ? "g" : "g" + word.group();
    String text = Markup.escaped(word.word());
    writer.write(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"%s"
            .formatted(
                group,
                number(frame.x(word)),
                number(frame.y(word)),
                number(frame.radius(word)),
                label.isPresent()
                    ? "/>\n"
                    : " opacity=\"0.6\"><title>" + text + "</title></circle>\n"));
    if (label.isPresent()) {
      Box box = label.get();
      writer.write(
          "<text class=\"%s\" x=\"%s\" y=\"%s\"%s>%s</text>%n"
              .formatted(
                  group + (word.marked() ? " marked" : ""),
                  number(anchor(word, box)),
                  number(box.top() + BASELINE * SIZE),
                  alignment(word, box),
                  text));
    }
  }

  private double anchor(MapWord word, Box box) {
    double x = frame.x(word);
    return box.left() > x ? box.left() : box.right() < x ? box.right() : x;
  }

  private String alignment(MapWord word, Box box) {
    double x = frame.x(word);
    if (box.left() > x) {
      return "";
    }
    return " text-anchor=\"" + (box.right() < x ? "end" : "middle") + '"';
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
