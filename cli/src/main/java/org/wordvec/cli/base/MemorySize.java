package org.wordvec.cli.base;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes, written as 512m, 4g or 1.5g in powers of 1024. */
public record MemorySize(long bytes) {
  private static final Pattern SPELLING = Pattern.compile("(\\d+(?:\\.\\d+)?)([kmgt])b?");
  private static final String UNITS = "kmgt";

  /** Parses a size. */
  public static final class Converter implements ITypeConverter<MemorySize> {
    @Override
    public MemorySize convert(String text) {
      Matcher matcher = SPELLING.matcher(text.toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + text + "' is not a size such as 512m or 4g");
      }
      int power = 1 + UNITS.indexOf(matcher.group(2));
      return new MemorySize((long) (Double.parseDouble(matcher.group(1)) * Math.pow(1024, power)));
    }
  }
}
