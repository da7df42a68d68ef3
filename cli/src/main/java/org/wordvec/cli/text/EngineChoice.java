package org.wordvec.cli.text;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.wordvec.library.Bridge;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Who does the work: the values of {@code --engine}. */
public sealed interface EngineChoice {
  /** This program, on this machine. */
  record Own() implements EngineChoice {}

  /** Deeplearning4j, by way of the bridge. */
  record Deeplearning4j() implements EngineChoice {}

  /**
   * This program, on a cluster of Spark.
   *
   * @param master as Spark names it, such as local[4], yarn or spark://host:7077
   */
  record Spark(Optional<String> master) implements EngineChoice {}

  /** The engines that can count. */
  class Converter implements ITypeConverter<EngineChoice>, Iterable<String> {
    @Override
    public final EngineChoice convert(String text) {
      String name = text.replaceFirst("=.*", "");
      String rest = text.substring(name.length());
      if (!names().contains(name)
          || (!rest.isEmpty() && !name.equals(Clusters.SPARK))
          || rest.equals("=")) {
        throw new TypeConversionException(
            "'%s' is not one of %s, spark=MASTER".formatted(text, String.join(", ", names())));
      }
      return switch (name) {
        case Clusters.SPARK ->
            new Spark(rest.isEmpty() ? Optional.empty() : Optional.of(rest.substring(1)));
        case Bridge.NAME -> new Deeplearning4j();
        default -> new Own();
      };
    }

    List<String> names() {
      return List.of("wordvec", Clusters.SPARK);
    }

    @Override
    public final Iterator<String> iterator() {
      return names().iterator();
    }
  }

  /** The engines that can train Word2Vec. */
  final class Trainers extends Converter {
    @Override
    List<String> names() {
      return List.of("wordvec", Bridge.NAME, Clusters.SPARK);
    }
  }
}
