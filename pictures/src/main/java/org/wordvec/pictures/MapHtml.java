package org.wordvec.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordvec.pictures.WordMap.MapWord;
import org.wordvec.vectors.search.Neighbor;

/**
 * A map as a self-contained HTML page with zooming, panning, search and nearest neighbours, for
 * mouse, touch and keyboard, in light and dark colours.
 */
public final class MapHtml {
  private final WordMap map;
  private final List<List<Neighbor>> nearest;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final String title;

  /**
   * Creates a page.
   *
   * @param rows for each word of the map, its id in the model
   * @param nearest for each word of the map, its nearest neighbours among all words of the model,
   *     nearest first
   * @param title title of the page
   * @throws IllegalArgumentException if there are not as many lists as words
   */
  public MapHtml(WordMap map, int[] rows, List<List<Neighbor>> nearest, String title) {
    if (nearest.size() != map.words().size() || rows.length != nearest.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows and %d lists of neighbours for %d words",
              rows.length,
              nearest.size(),
              map.words().size()));
    }
    this.map = map;
    this.nearest = List.copyOf(nearest);
    this.title = title;
    for (int place = 0; place < nearest.size(); place++) {
      places.put(rows[place], place);
    }
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
            nearest.stream().map(this::near).collect(Collectors.joining(",", "[", "]")),
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

  private String near(List<Neighbor> neighbors) {
    return neighbors.stream().map(this::near).collect(Collectors.joining(",", "[", "]"));
  }

  /**
   * Returns a neighbour's index among the words of the map, or the word itself if it is not on the
   * map.
   */
  private String near(Neighbor neighbor) {
    @Nullable Integer place = places.get(neighbor.id());
    String name = place == null ? Markup.json(neighbor.word()) : place.toString();
    return String.format(Locale.ROOT, "[%s,%.2f]", name, neighbor.similarity());
  }

  private static String colours(String neutral, List<String> groups) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(neutral), groups.stream())
        .map(Markup::json)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
