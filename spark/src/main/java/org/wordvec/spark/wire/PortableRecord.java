package org.wordvec.spark.wire;

import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries a public record, such as a configuration of the library, by its components, and creates
 * it again where it arrives. Components can be serializable values, records, and optionals or sets
 * of serializable values. Immutable and safe for use by several threads.
 *
 * @param <T> the record's type, or an interface of it
 */
public final class PortableRecord<T> implements Serializable {
  private static final long serialVersionUID = 1;

  private final Class<?> type;
  private final Serializable[] components;

  private PortableRecord(Class<?> type, Serializable[] components) {
    this.type = type;
    this.components = components;
  }

  /** An optional, which is not serializable itself. */
  private record Option(@Nullable Object value) implements Serializable {}

  /**
   * Returns a record in a form that can be serialized.
   *
   * @throws IllegalArgumentException if it is not a record, or has a component of another kind
   */
  public static <T> PortableRecord<T> of(T value) {
    try {
      RecordComponent[] described = value.getClass().getRecordComponents();
      if (described == null) {
        throw new IllegalArgumentException("not a record: " + value.getClass());
      }
      Serializable[] components = new Serializable[described.length];
      for (int i = 0; i < components.length; i++) {
        components[i] = packed(described[i].getAccessor().invoke(value));
      }
      return new PortableRecord<>(value.getClass(), components);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Serializable packed(Object component) {
    return switch (component) {
      case Record inner -> of(inner);
      case Optional<?> option -> new Option(option.orElse(null));
      case Set<?> set -> (Serializable) Set.copyOf(set);
      case Serializable value -> value;
      default -> throw new IllegalArgumentException("cannot be sent: " + component.getClass());
    };
  }

  /** Returns a record that equals the original. */
  @SuppressWarnings("unchecked")
  public T value() {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Object[] values = Arrays.stream(components).map(PortableRecord::unpacked).toArray();
      return (T) type.getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object unpacked(Serializable component) {
    return switch (component) {
      case PortableRecord<?> inner -> inner.value();
      case Option option -> Optional.ofNullable(option.value());
      default -> component;
    };
  }
}
