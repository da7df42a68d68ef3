package org.wordvec.corpora.tokenizing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Provides tokenizers by name. Found by {@link java.util.ServiceLoader}: a class with a public
 * constructor without parameters, named in {@code
 * META-INF/services/org.wordvec.corpora.tokenizing.TokenizerProvider} of its jar, or in {@code
 * provides} of its module.
 */
public interface TokenizerProvider {
  /** Returns the names of this provider's tokenizers with short descriptions, for messages. */
  Map<String, String> names();

  /**
   * Returns a factory of the tokenizers with a name, or nothing if the name is not this provider's.
   * A provider may accept names that it does not list, such as {@code class:} and a class.
   *
   * @param locale the language of the text, or {@link Locale#ROOT} if it is unknown
   * @throws IllegalArgumentException if the name is this provider's but the tokenizer cannot be
   *     created; the message is shown to the user
   */
  Optional<Tokenizer.Factory> find(String name, Locale locale);
}
