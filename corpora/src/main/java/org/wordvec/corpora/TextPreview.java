package org.wordvec.corpora;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.tokenizing.BlockTokenizer;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalizer;
import org.wordvec.corpora.words.TokenTable;

/** Reads the sentences of a corpus as training would see them, in order and on one thread. */
public final class TextPreview {
  private static final int BLOCK_BYTES = 1 << 17;

  private TextPreview() {}

  /**
   * Passes sentences to a predicate until the corpus ends or the predicate returns false.
   *
   * @param taker returns whether it wants more sentences
   * @return true if the text was read to its end and stop words are configured but none of them
   *     occurred
   * @throws CorpusException if a source cannot be read or is not text
   */
  public static boolean read(
      Corpus corpus, Tokenization tokenization, Predicate<List<String>> taker) throws IOException {
    SourceFormat format = corpus.reading().format();
    LineCut cut = LineCut.of(format, tokenization.segmentation());
    TokenTable table = new TokenTable(1 << 12);
    BlockTokenizer tokenizer = BlockTokenizer.of(format, tokenization, table, BLOCK_BYTES);
    WordNormalizer shaper = new WordNormalizer(tokenization);
    boolean missesStopWords = shaper.stopWords() > 0;
    List<String> words = new ArrayList<>();
    TextBlock block = new TextBlock(BLOCK_BYTES);
    try (BlockReader reader = new BlockReader(corpus, cut, tokenization.encodingErrors())) {
      while (reader.next(block)) {
        int[] numbers = tokenizer.tokenize(block);
        for (int token = words.size(); token < table.size(); token++) {
          byte[] word =
              shaper.keeps(table, token) ? table.token(token) : shaper.shape(table.token(token));
          words.add(new String(word, StandardCharsets.UTF_8));
          missesStopWords &= word.length > 0 || !shaper.isStopWord(table.token(token));
        }
        if (!take(numbers, words, tokenization.maximumSentenceLength(), taker)) {
          return false;
        }
      }
    }
    if (format instanceof SourceFormat.JsonLines && words.isEmpty()) {
      throw CorpusEncoder.empty(corpus);
    }
    return missesStopWords;
  }

  private static boolean take(
      int[] numbers, List<String> words, int maximumLength, Predicate<List<String>> taker) {
    List<String> sentence = new ArrayList<>();
    for (int number : numbers) {
      String word = number == BlockTokenizer.LINE_END ? "" : words.get(number);
      if (!word.isEmpty()) {
        sentence.add(word);
      }
      boolean ends = number == BlockTokenizer.LINE_END || sentence.size() == maximumLength;
      if (ends && !sentence.isEmpty()) {
        if (!taker.test(List.copyOf(sentence))) {
          return false;
        }
        sentence.clear();
      }
    }
    return sentence.isEmpty() || taker.test(sentence);
  }
}
