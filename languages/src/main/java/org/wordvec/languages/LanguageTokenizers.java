package org.wordvec.languages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wordvec.corpora.tokenizing.Punctuation;
import org.wordvec.corpora.tokenizing.Tokenizer;
import org.wordvec.corpora.tokenizing.TokenizerProvider;

/** Provides the tokenizers of this plug-in. */
public final class LanguageTokenizers implements TokenizerProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public LanguageTokenizers() {}

  @Override
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("words", "at Unicode's word boundaries");
    names.put("chinese", "Chinese words by a dictionary, others as words");
    names.put("characters", "each Chinese character alone, others as words");
    return names;
  }

  @Override
  public Optional<Tokenizer.Factory> find(String name, Locale locale) {
    return switch (name) {
      case "words" -> withoutPunctuation(() -> new WordTokenizer(locale));
      case "chinese" -> withoutPunctuation(ChineseTokenizer::new);
      case "characters" -> withoutPunctuation(() -> new CharacterTokenizer(locale));
      default -> Optional.empty();
    };
  }

  private static Optional<Tokenizer.Factory> withoutPunctuation(Supplier<Tokenizer> tokenizers) {
    return Optional.of(
        new Tokenizer.Factory() {
          @Override
          public Tokenizer create() {
            return tokenizers.get();
          }

          @Override
          public Punctuation punctuation() {
            return Punctuation.DROP;
          }
        });
  }
}
