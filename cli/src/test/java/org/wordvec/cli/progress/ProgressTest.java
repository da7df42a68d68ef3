package org.wordvec.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.training.Progress.Snapshot;
import org.wordvec.library.Quantity;

class ProgressTest {
  private static final Snapshot HALF = snapshot(3, 500_000);

  private final StringWriter text = new StringWriter();
  private final PrintWriter err = new PrintWriter(text);

  @Test
  void aBarFitsEveryWidthAndIsThereFromFortyColumnsOn() {
    Snapshot late = new Snapshot(100, 100, 999_999, 1_000_000, 400_000, 0.0125, 12.3456);
    List<ProgressText> texts =
        List.of(
            ProgressText.training(HALF, "words"),
            ProgressText.training(late, "entries"),
            ProgressText.reading(999_500_000_000L, 2_000_000_000_000L, 123_000_000_000L),
            ProgressText.counting(1, 2));
    for (ProgressText text : texts) {
      for (int width = 20; width <= 200; width++) {
        String line = ProgressBar.line(text, width);
        assertThat(line).as("%d columns", width).hasSizeLessThanOrEqualTo(width).contains(" %");
        if (width >= 39) {
          assertThat(line).as("%d columns", width).startsWith("[").contains("] ");
        }
      }
    }
  }

  @Test
  void aNarrowLineOrOneOfAnUnknownTotalFitsToo() {
    for (int width = 0; width <= 200; width++) {
      assertThat(ProgressBar.line(ProgressText.training(HALF, "words"), width))
          .hasSizeLessThanOrEqualTo(width);
      assertThat(ProgressBar.line(ProgressText.reading(5, -1, 7), width))
          .hasSizeLessThanOrEqualTo(width)
          .doesNotContain("[");
    }
  }

  @Test
  void theRateIsLeftOutFirstAndThenTheLoss() {
    ProgressText text = ProgressText.training(HALF, "words");
    assertThat(ProgressBar.line(text, 79))
        .startsWith("[")
        .endsWith(" 50.0 %  epoch 3/5  0:10 left  50.0 k words/s  loss 2.5000");
    assertThat(ProgressBar.line(text, 65)).startsWith("[").endsWith("0:10 left  50.0 k words/s");
    assertThat(ProgressBar.line(text, 39)).isEqualTo("[####...]  50.0 %  epoch 3/5  0:10 left");
    assertThat(ProgressBar.line(text, 20)).startsWith("[").endsWith("]  50.0 %");
  }

  @Test
  void theWidthIsQueriedForEachLine() {
    AtomicInteger columns = new AtomicInteger(120);
    ProgressBar bar = new ProgressBar(err, columns::get);
    bar.training(HALF);
    assertThat(text.toString()).contains("rate");
    text.getBuffer().setLength(0);
    columns.set(40);
    bar.training(HALF);
    assertThat(text.toString().replace("\r", "").replace("\u001b[K", ""))
        .hasSizeLessThanOrEqualTo(39)
        .startsWith("[");
  }

  @Test
  void aDescriptorWithoutAWindowHasTheDefaultWidth() {
    assertThat(new WindowWidth(-1, 72, Integer.MAX_VALUE).getAsInt()).isEqualTo(72);
    assertThat(new WindowWidth(-1, 72, 60).getAsInt()).isEqualTo(60);
  }

  @Test
  void aWideBarShowsAllFacts() {
    assertThat(ProgressBar.line(ProgressText.training(HALF, "words"), 120))
        .startsWith("[###############...............]")
        .contains("50.0 %", "epoch 3/5", "0:10 left", "50.0 k words/s", "loss 2.5000")
        .contains("rate 0.01250");
  }

  @Test
  void aBarRedrawsOneLineAndRemovesItself() {
    ProgressBar bar = new ProgressBar(err, () -> 80);
    bar.reading(1, 2, 3);
    bar.training(HALF);
    bar.close();
    assertThat(text.toString()).doesNotContain("\n").startsWith("\r").endsWith("\r\u001b[K");
  }

  @Test
  void linesComeEveryTenSecondsAndAtTheEndOfAnEpoch() {
    AtomicLong clock = new AtomicLong();
    ProgressLines lines = new ProgressLines(err, clock::get);
    for (int tenth = 0; tenth < 250; tenth++) {
      clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
      lines.training(snapshot(1, 1000 + tenth));
    }
    assertThat(text.toString().lines()).hasSize(2).allMatch(line -> line.contains("epoch 1/5"));
    lines.training(snapshot(2, 200_001));
    assertThat(text.toString().lines()).hasSize(3).last().asString().contains("epoch 1/5");
    lines.close();
    assertThat(text.toString().lines()).hasSize(4).last().asString().contains("epoch 2/5");
  }

  @Test
  void readingIsShownInLinesToo() {
    AtomicLong clock = new AtomicLong();
    ProgressLines lines = new ProgressLines(err, clock::get);
    lines.reading(1, 10, 1);
    clock.set(TimeUnit.SECONDS.toNanos(11));
    lines.reading(50_000_000, 100_000_000, 9_000_000);
    lines.close();
    assertThat(text)
        .hasToString("50.0 %  reading  50.0 MB  9.00 M tokens" + System.lineSeparator());
  }

  @Test
  void quietShowsNothing() {
    Terminal terminal = CommandRun.terminal("", text, text);
    try (ProgressDisplay display = ProgressDisplay.of(terminal, true)) {
      display.training(HALF);
      display.reading(1, 2, 3);
    }
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void quantitiesAreShort() {
    assertThat(Quantity.of(950)).isEqualTo("950");
    assertThat(Quantity.of(12_345)).isEqualTo("12.3 k");
    assertThat(Quantity.of(1_210_000)).isEqualTo("1.21 M");
    assertThat(Quantity.time(42)).isEqualTo("0:42");
    assertThat(Quantity.time(3723)).isEqualTo("1:02:03");
  }

  private static Snapshot snapshot(int epoch, long done) {
    return new Snapshot(epoch, 5, done, 1_000_000, 10, 0.0125, 2.5);
  }
}
