package org.wordvec.corpora.tokenizing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Offers tokenizers by name. Found through {@link java.util.ServiceLoader}: a class with a public
 * constructor without parameters, named in {@code
 * META-INF/services/org.wordvec.corpora.tokenizing.TokenizerProvider} of its jar, or in {@code
 * provides} of its module.
 */
public interface TokenizerProvider {
  /** The names that this provider knows, each with a few words on what it does, for messages. */
  Map<String, String> names();

  /**
   * Makes what makes tokenizers of a name, or nothing where the name is another provider's. A
   * provider may know names that it does not list, such as {@code class:} and a class.
   *
   * @param locale the language of the text, as far as the user named it; else {@link Locale#ROOT}
   * @throws IllegalArgumentException if the name is this provider's and cannot be made; the message
   *     is what the user reads
   */
  Optional<Tokenizer.Factory> find(String name, Locale locale);
}
