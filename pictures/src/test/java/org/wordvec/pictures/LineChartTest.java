package org.wordvec.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wordvec.pictures.LineChart.Point;

class LineChartTest {
  @Test
  void linesStayInsideAndTicksAreRound() {
    LineChart chart =
        new LineChart(
            "Loss <b>",
            "seconds",
            List.of(
                List.of(new Point(0, 2.5), new Point(10, 2.25)),
                List.of(new Point(11, 2.2), new Point(20, 2.1))),
            false);
    String figure = chart.figure();
    assertThat(figure).contains("Loss &lt;b&gt;", ">2.1<", ">2.2<", ">10<", ">20<");
    assertThat(figure.split("<path", -1)).as("two lines").hasSize(3);
    Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)")
        .matcher(figure)
        .results()
        .forEach(
            place -> {
              assertThat(Double.parseDouble(place.group(1))).isBetween(58.0, 408.0);
              assertThat(Double.parseDouble(place.group(2))).isBetween(10.0, 180.0);
            });
  }

  @Test
  void largeNumbersAreScaled() {
    LineChart chart =
        new LineChart(
            "Speed", "seconds", List.of(List.of(new Point(0, 0), new Point(1, 3.2e6))), true);
    assertThat(chart.figure()).contains(">1 M<", ">3 M<");
  }

  @Test
  void acceptsOneOrEqualOrNoPoints() {
    assertThat(new LineChart("A", "x", List.of(List.of(new Point(1, 5))), false).figure())
        .contains("<circle")
        .doesNotContain("NaN");
    assertThat(
            new LineChart("A", "x", List.of(List.of(new Point(1, 0), new Point(2, 0))), true)
                .figure())
        .contains("<path")
        .doesNotContain("NaN");
    assertThat(new LineChart("A", "x", List.of(List.of()), true).figure())
        .contains("too short")
        .doesNotContain("<svg");
  }

  @Test
  void pointsAreFinite() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, Double.NaN));
  }
}
