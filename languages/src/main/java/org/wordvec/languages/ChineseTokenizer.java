package org.wordvec.languages;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import org.wordvec.corpora.tokenizing.TokenSink;
import org.wordvec.corpora.tokenizing.Tokenizer;

/**
 * Splits Chinese into the words of HanLP's dictionary, by the most probable path of its word
 * bigrams.
 *
 * <p>The dictionary is one of simplified Chinese. Boundaries are found in the simplified text, and
 * the tokens consist of the original characters.
 *
 * <p>HanLP's recognition of names is disabled: it more than halves the speed and reports names that
 * are none. Words that the dictionary lacks are split into single characters. HanLP makes separate
 * words of letters and digits; runs that {@link LetterRuns} finds stay together, unless a word of
 * the dictionary extends beyond them, as 5月 does.
 */
final class ChineseTokenizer implements Tokenizer {
  private final SimplifiedChinese simplification = SimplifiedChinese.shared();
  private final LetterRuns runs = new LetterRuns();
  private final Segment segment =
      HanLP.newSegment()
          .enableNameRecognize(false)
          .enableTranslatedNameRecognize(false)
          .enableJapaneseNameRecognize(false)
          .enablePlaceRecognize(false)
          .enableOrganizationRecognize(false)
          .enablePartOfSpeechTagging(false);

  @Override
  public void tokenize(String text, TokenSink tokens) {
    if (text.isBlank()) {
      return;
    }
    int[] ends = ends(text);
    runs.reset(text);
    boolean more = runs.next();
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      while (more && runs.start() < start) {
        more = runs.next();
      }
      int last = more && runs.start() == start ? lastOf(ends, i, runs.end()) : i;
      tokens.accept(text, start, ends[last]);
      start = ends[last];
      i = last;
    }
  }

  /** Returns the ends of words in the original text. */
  private int[] ends(String text) {
    List<Term> terms = segment.seg(simplification.simplify(text));
    int[] ends = new int[terms.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += terms.get(i).word.length();
      ends[i] = end;
    }
    return ends;
  }

  /**
   * Returns the index of the word, from the first on, that ends where a run does, or the first if
   * there is none.
   */
  private static int lastOf(int[] ends, int first, int end) {
    int last = first;
    while (last < ends.length && ends[last] < end) {
      last++;
    }
    return last < ends.length && ends[last] == end ? last : first;
  }
}
