package org.wordvec.deeplearning4j;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.text.tokenization.tokenizer.TokenPreProcess;
import org.deeplearning4j.text.tokenization.tokenizerfactory.TokenizerFactory;
import org.wordvec.corpora.tokenizing.TokenSink;
import org.wordvec.corpora.tokenizing.Tokenizer;
import org.wordvec.corpora.tokenizing.TokenizerProvider;

/**
 * Finds Deeplearning4j's tokenizers, and others written for it, by the name of their class: {@code
 * class:} and a {@code TokenizerFactory}, optionally followed by a plus sign and a {@code
 * TokenPreProcess} for each token. Both need a public constructor without parameters.
 */
public final class TokenizerFactories implements TokenizerProvider {
  private static final String PREFIX = "class:";

  /** Creates the provider, for the service loader. */
  public TokenizerFactories() {}

  @Override
  public Map<String, String> names() {
    return Map.of("class:CLASS[+CLASS]", "Deeplearning4j's TokenizerFactory and TokenPreProcess");
  }

  @Override
  public Optional<Tokenizer.Factory> find(String name, Locale locale) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] classes = name.substring(PREFIX.length()).split("\\+", 2);
    // Created once here, so that a wrong name fails before any text is read.
    make(classes);
    return Optional.of(() -> new Cut(make(classes)));
  }

  private static TokenizerFactory make(String[] classes) {
    TokenizerFactory factory = instance(classes[0], TokenizerFactory.class);
    if (classes.length > 1) {
      factory.setTokenPreProcessor(instance(classes[1], TokenPreProcess.class));
    }
    return factory;
  }

  private static <T> T instance(String name, Class<T> type) {
    try {
      Class<?> found = Class.forName(name, true, TokenizerFactories.class.getClassLoader());
      return type.cast(found.getConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + name + " among the plug-ins", e);
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(name + " is not a " + type.getName(), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException(
          name + " cannot be created by a public constructor without parameters: " + e, e);
    }
  }

  private record Cut(TokenizerFactory factory) implements Tokenizer {
    @Override
    public void tokenize(String text, TokenSink tokens) {
      org.deeplearning4j.text.tokenization.tokenizer.Tokenizer tokenizer = factory.create(text);
      while (tokenizer.hasMoreTokens()) {
        String token = tokenizer.nextToken();
        // A TokenPreProcess may return nothing.
        if (token != null && !token.isEmpty()) {
          tokens.accept(token);
        }
      }
    }
  }
}
