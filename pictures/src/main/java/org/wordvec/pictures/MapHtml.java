package org.wordvec.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wordvec.pictures.WordMap.MapWord;
import org.wordvec.vectors.Neighbor;

/**
 * A map as a page that stands alone: it zooms, pans, finds words and shows what is near them, by
 * mouse, finger and keyboard, in light and dark.
 */
public final class MapHtml {
  private final WordMap map;
  private final String title;

  /** With the title of the page. */
  public MapHtml(WordMap map, String title) {
    this.map = map;
    this.title = title;
  }

  /** Writes the page; the caller closes the stream. */
  public void writeTo(OutputStream stream) throws IOException {
    String style = Page.resource("map.css").replace("FONTS", MapSvg.FONTS);
    String page = Page.filled(Page.resource("map.html"), title, style, Map.of("data", data()));
    stream.write(page.getBytes(StandardCharsets.UTF_8));
  }

  private String data() {
    return """
    {"words":%s,
    "x":%s,
    "y":%s,
    "group":%s,
    "marked":%s,
    "near":%s,
    "light":%s,
    "dark":%s,
    "fonts":%s}\
    """
        .formatted(
            list(word -> Markup.json(word.word())),
            list(word -> place(word.x())),
            list(word -> place(word.y())),
            list(word -> "" + word.group()),
            list(word -> word.marked() ? "1" : "0"),
            list(MapHtml::near),
            colours(Palette.NEUTRAL_ON_LIGHT, Palette.ON_LIGHT),
            colours(Palette.NEUTRAL_ON_DARK, Palette.ON_DARK),
            Markup.json(MapSvg.FONTS));
  }

  private String list(Function<MapWord, String> value) {
    return map.words().stream().map(value).collect(Collectors.joining(",", "[", "]"));
  }

  private static String place(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String near(MapWord word) {
    return word.near().stream().map(MapHtml::near).collect(Collectors.joining(",", "[", "]"));
  }

  private static String near(Neighbor neighbor) {
    return String.format(Locale.ROOT, "[%d,%.2f]", neighbor.id(), neighbor.similarity());
  }

  private static String colours(String neutral, java.util.List<String> groups) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(neutral), groups.stream())
        .map(Markup::json)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
