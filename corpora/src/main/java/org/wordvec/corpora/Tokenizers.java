package org.wordvec.corpora;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The tokenizers that are there, by name: the built-in one and those of all providers. */
public final class Tokenizers {
  /** The name of {@link Segmentation.Whitespace}. */
  public static final String WHITESPACE = "whitespace";

  private final List<ClassLoader> loaders;

  /**
   * With the providers that these class loaders and their parents see. A later loader is asked only
   * when no earlier one knows a name.
   */
  public Tokenizers(List<ClassLoader> loaders) {
    this.loaders = List.copyOf(loaders);
  }

  /**
   * The way to cut text that has a name.
   *
   * @throws IllegalArgumentException if no provider knows it
   */
  public Segmentation find(String name, Locale locale) {
    if (name.equals(WHITESPACE)) {
      return Segmentation.WHITESPACE;
    }
    for (ClassLoader loader : loaders) {
      for (TokenizerProvider provider : ServiceLoader.load(TokenizerProvider.class, loader)) {
        Optional<Tokenizer.Factory> factory = provider.find(name, locale);
        if (factory.isPresent()) {
          return new Segmentation.Named(name, factory.get());
        }
      }
    }
    throw new IllegalArgumentException(
        "there is no tokenizer '%s'; there are %s"
            .formatted(name, String.join(", ", names().keySet())));
  }

  /** All names with what they mean. */
  public Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    names.put(WHITESPACE, "at white space");
    for (ClassLoader loader : loaders) {
      for (TokenizerProvider provider : ServiceLoader.load(TokenizerProvider.class, loader)) {
        names.putAll(provider.names());
      }
    }
    return names;
  }
}
