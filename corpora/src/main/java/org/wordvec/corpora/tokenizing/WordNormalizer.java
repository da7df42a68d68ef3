package org.wordvec.corpora.tokenizing;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.text.Utf8;
import org.wordvec.corpora.text.WhiteSpace;
import org.wordvec.corpora.words.TokenTable;

/** Normalizes distinct tokens to words. Safe for use by several threads. */
public final class WordNormalizer {
  private final CharacterNormalization characters;
  private final WordNormalization words;
  private final boolean skipsReplaced;
  private final boolean identity;

  /** Creates a normalizer with the settings of a tokenization. */
  public WordNormalizer(Tokenization tokenization) {
    characters =
        switch (tokenization.segmentation()) {
          case Segmentation.Whitespace whitespace -> tokenization.characters();
          case Segmentation.Named named -> CharacterNormalization.AS_WRITTEN;
        };
    words = tokenization.words();
    skipsReplaced = tokenization.encodingErrors() == EncodingErrors.SKIP;
    identity =
        characters.isIdentity()
            && words.isIdentity()
            && tokenization.encodingErrors() == EncodingErrors.STRICT;
  }

  /** Returns whether no token is changed. */
  public boolean isIdentity() {
    return identity;
  }

  /** Returns whether a token of a table is certainly unchanged, by a fast check. */
  public boolean keeps(TokenTable table, int token) {
    return identity || (words.keepsPlainWords() && table.isPlain(token));
  }

  /** Returns the UTF-8 bytes of the normalized token; empty if it is left out. */
  public byte[] shape(byte[] token) {
    return shape(token, words);
  }

  /** Returns whether a token that is left out would be kept if it were not a stop word. */
  public boolean isStopWord(byte[] token) {
    return !words.stopWords().isEmpty() && shape(token, words.with(Set.of())).length > 0;
  }

  /** Returns the number of stop words. */
  public int stopWords() {
    return words.stopWords().size();
  }

  private byte[] shape(byte[] token, WordNormalization wanted) {
    String text = new String(token, StandardCharsets.UTF_8);
    if (skipsReplaced && text.indexOf(Utf8.REPLACEMENT) >= 0) {
      return new byte[0];
    }
    String form = characters.isIdentity() ? text : joined(characters.apply(text));
    return wanted.apply(form).getBytes(StandardCharsets.UTF_8);
  }

  /** Replaces white space, which normalization of characters may produce, by {@code _}. */
  private static String joined(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && WhiteSpace.is(text.charAt(start))) {
      start++;
    }
    while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder joined = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      joined.append(WhiteSpace.is(text.charAt(i)) ? '_' : text.charAt(i));
    }
    return joined.toString();
  }
}
