package org.wordvec.cli.base;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The values of an option that is spelt with words of its own, in the order in which help lists.
 */
public abstract class Choices<T> implements ITypeConverter<T>, Iterable<String> {
  private final Map<String, T> values;

  public Choices(Map<String, T> values) {
    this.values = values;
  }

  @Override
  public final T convert(String text) {
    @Nullable T value = values.get(text);
    if (value == null) {
      throw new TypeConversionException(
          "'" + text + "' is none of " + String.join(", ", values.keySet()));
    }
    return value;
  }

  @Override
  public final Iterator<String> iterator() {
    return values.keySet().iterator();
  }

  /** The word for a value. */
  public final String name(T value) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
