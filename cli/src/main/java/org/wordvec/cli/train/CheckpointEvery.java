package org.wordvec.cli.train;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wordvec.compute.training.CheckpointInterval;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses checkpoint intervals: 10m, 5% or 2epochs. */
final class CheckpointEvery implements ITypeConverter<CheckpointInterval> {
  private static final Pattern SPELLING =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(s|m|h|%|epochs?)");

  @Override
  public CheckpointInterval convert(String text) {
    Matcher matcher = SPELLING.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw unknown(text);
    }
    double number = Double.parseDouble(matcher.group(1));
    try {
      return switch (matcher.group(2)) {
        case "s" -> time(number);
        case "m" -> time(60 * number);
        case "h" -> time(3600 * number);
        case "%" -> new CheckpointInterval.Part(number / 100);
        default -> {
          if (number != Math.rint(number)) {
            throw unknown(text);
          }
          yield new CheckpointInterval.Epochs((int) number);
        }
      };
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "': " + e.getMessage());
    }
  }

  private static CheckpointInterval time(double seconds) {
    return new CheckpointInterval.Time(Duration.ofMillis(Math.round(1000 * seconds)));
  }

  private static TypeConversionException unknown(String text) {
    return new TypeConversionException(
        "'" + text + "' is neither a time such as 10m or 2h, nor 5%, nor 2epochs");
  }
}
