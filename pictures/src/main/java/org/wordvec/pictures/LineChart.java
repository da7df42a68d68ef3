package org.wordvec.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A line chart as an HTML figure with inline SVG.
 *
 * @param caption title of the figure
 * @param across label of the horizontal axis
 * @param lines lines of the chart, which are not connected with each other
 * @param fromZero whether the vertical axis begins at 0
 */
public record LineChart(String caption, String across, List<List<Point>> lines, boolean fromZero) {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 220;
  private static final double LEFT = 58;
  private static final double RIGHT = 12;
  private static final double TOP = 10;
  private static final double BOTTOM = 40;
  private static final int TICKS = 5;

  /** Copies the lines. */
  public LineChart {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** A measurement; both numbers are finite. */
  public record Point(double x, double y) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public Point {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException(
            "the coordinates of a point must be finite, not " + x + ", " + y);
      }
    }
  }

  /** Returns the CSS rules of the figure. */
  static String rules() {
    return """
    .chart text { font-size: 11px; fill: var(--soft) }
    .chart path { fill: none; stroke: var(--accent); stroke-width: 1.8; stroke-linejoin: round }
    .chart circle { fill: var(--accent) }
    .chart line { stroke: var(--line) }
    """;
  }

  /** Returns the figure as HTML; without points, a sentence instead of the chart. */
  public String figure() {
    List<Point> all = lines.stream().flatMap(List::stream).toList();
    String head = "<figure><figcaption>" + Markup.escaped(caption) + "</figcaption>\n";
    return all.isEmpty()
        ? head + "<p class=\"note\">Nothing was measured: the run was too short.</p></figure>\n"
        : head + chart(all) + "</figure>\n";
  }

  private String chart(List<Point> all) {
    Axis horizontal = Axis.of(all, Point::x, false);
    Axis vertical = Axis.of(all, Point::y, fromZero);
    StringBuilder svg =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                HEIGHT,
                Markup.escaped(caption + " by " + across)));
    for (double tick : vertical.ticks()) {
      double y = y(tick, vertical);
      svg.append(
          "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>%n"
              .formatted(number(LEFT), number(WIDTH - RIGHT), number(y), number(y)));
      svg.append(text(LEFT - 6, y + 4, "end", vertical.label(tick)));
    }
    for (double tick : horizontal.ticks()) {
      svg.append(text(x(tick, horizontal), HEIGHT - BOTTOM + 15, "middle", horizontal.label(tick)));
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", across));
    lines.forEach(line -> svg.append(line(line, horizontal, vertical)));
    return svg.append("</svg>\n").toString();
  }

  private static String line(List<Point> points, Axis horizontal, Axis vertical) {
    if (points.isEmpty()) {
      return "";
    }
    if (points.size() == 1) {
      return "<circle cx=\"%s\" cy=\"%s\" r=\"2.5\"/>%n"
          .formatted(
              number(x(points.getFirst().x, horizontal)), number(y(points.getFirst().y, vertical)));
    }
    StringBuilder path = new StringBuilder("<path d=\"");
    String command = "M";
    for (Point point : points) {
      path.append(command)
          .append(number(x(point.x, horizontal)))
          .append(' ')
          .append(number(y(point.y, vertical)));
      command = "L";
    }
    return path.append("\"/>\n").toString();
  }

  private static String text(double x, double y, String anchor, String text) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
        .formatted(number(x), number(y), anchor, Markup.escaped(text));
  }

  private static double x(double value, Axis axis) {
    return LEFT + axis.fraction(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double value, Axis axis) {
    return HEIGHT - BOTTOM - axis.fraction(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double value) {
    return MapSvg.number(value);
  }

  /** An axis with ticks at round values. */
  private record Axis(double low, double high, double step) {
    static Axis of(List<Point> points, ToDoubleFunction<Point> value, boolean fromZero) {
      double low = points.stream().mapToDouble(value).min().orElse(0);
      double high = points.stream().mapToDouble(value).max().orElse(1);
      low = fromZero ? Math.min(0, low) : low;
      if (high <= low) {
        double around = Math.max(Math.abs(low) / 10, 1e-9);
        return new Axis(low - around, high + around, step(2 * around));
      }
      double margin = (high - low) / 20;
      return new Axis(fromZero ? low : low - margin, high + margin, step(high - low));
    }

    double fraction(double value) {
      return (value - low) / (high - low);
    }

    List<Double> ticks() {
      List<Double> ticks = new ArrayList<>();
      for (double at = Math.ceil(low / step); at * step <= high; at++) {
        ticks.add(at * step);
      }
      return ticks;
    }

    String label(double tick) {
      double size = Math.max(Math.abs(low), Math.abs(high));
      if (size >= 1e6) {
        return label(tick / 1e6, step / 1e6) + " M";
      }
      return size >= 1e4 ? label(tick / 1e3, step / 1e3) + " k" : label(tick, step);
    }

    private static String label(double tick, double step) {
      int decimals = Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, 9);
      String text = String.format(Locale.ROOT, "%." + decimals + "f", tick);
      return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    private static double step(double range) {
      double raw = range / TICKS;
      double power = Math.pow(10, Math.floor(Math.log10(raw)));
      double factor = raw / power;
      return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }
  }
}
