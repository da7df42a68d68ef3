package org.wordvec.corpora.tokenizing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import org.wordvec.corpora.reading.EncodingDetector;

/**
 * Finds the services of plug-ins for reading text: tokenizers by name, encoding detection and
 * simplification.
 */
public final class TextPlugins {
  /** Name of {@link Segmentation.Whitespace}. */
  public static final String WHITESPACE = "whitespace";

  private final List<ClassLoader> loaders;

  /**
   * Creates a finder for the providers in these class loaders and their parents. A loader is
   * queried only if no earlier one knows a name.
   */
  public TextPlugins(List<ClassLoader> loaders) {
    this.loaders = List.copyOf(loaders);
  }

  /**
   * Returns the segmentation with a name.
   *
   * @throws IllegalArgumentException if no provider knows the name
   */
  public Segmentation tokenizer(String name, Locale locale) {
    if (name.equals(WHITESPACE)) {
      return Segmentation.WHITESPACE;
    }
    for (ClassLoader loader : loaders) {
      for (TokenizerProvider provider : ServiceLoader.load(TokenizerProvider.class, loader)) {
        Optional<Tokenizer.Factory> factory = provider.find(name, locale);
        if (factory.isPresent()) {
          return new Segmentation.Named(name, locale, factory.get());
        }
      }
    }
    throw new IllegalArgumentException(
        "there is no tokenizer '%s'; there are %s"
            .formatted(name, String.join(", ", tokenizers().keySet())));
  }

  /** Returns all names of tokenizers with their descriptions. */
  public Map<String, String> tokenizers() {
    Map<String, String> names = new TreeMap<>();
    names.put(WHITESPACE, "at white space");
    for (ClassLoader loader : loaders) {
      for (TokenizerProvider provider : ServiceLoader.load(TokenizerProvider.class, loader)) {
        names.putAll(provider.names());
      }
    }
    return names;
  }

  /**
   * Returns the encoding detector.
   *
   * @throws IllegalArgumentException if no plug-in provides one
   */
  public EncodingDetector encodingDetector() {
    return first(
        loader -> ServiceLoader.load(EncodingDetector.class, loader),
        "no plug-in that detects encodings is installed");
  }

  /**
   * Returns the simplification of Chinese.
   *
   * @throws IllegalArgumentException if no plug-in provides one
   */
  public Simplification simplification() {
    return first(
        loader -> ServiceLoader.load(Simplification.class, loader),
        "no plug-in that simplifies Chinese is installed");
  }

  private <T> T first(Function<ClassLoader, ServiceLoader<T>> services, String absent) {
    for (ClassLoader loader : loaders) {
      Optional<T> service = services.apply(loader).findFirst();
      if (service.isPresent()) {
        return service.get();
      }
    }
    throw new IllegalArgumentException(absent);
  }
}
