package org.wordvec.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.text.TextDiagnostics;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalization;
import org.wordvec.corpora.words.VocabularyLimits;

class TextPreviewTest {
  @Test
  void showsWhatTheEncoderWouldTake() throws Exception {
    byte[] text = Texts.random(4, 60_000);
    Tokenization tokenization =
        Tokenization.DEFAULT.with(WordNormalization.LOWER_CASE).withMaximumSentenceLength(7);
    PlainCorpus encoded = Encoding.DEFAULT.with(tokenization).encode(text);
    List<List<String>> expected =
        encoded.sentences().stream()
            .map(ids -> ids.stream().map(encoded.words()::get).toList())
            .toList();
    List<List<String>> seen = new ArrayList<>();
    TextPreview.read(Texts.corpus(text), tokenization, seen::add);
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void stopsWhenThePredicateReturnsFalse() throws Exception {
    List<List<String>> seen = new ArrayList<>();
    TextPreview.read(
        Texts.corpus("a\n\nb c\nd\n"),
        Tokenization.DEFAULT,
        sentence -> {
          seen.add(sentence);
          return seen.size() < 2;
        });
    assertThat(seen).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void diagnosticsDistinguishUnsegmentedTextFromBinaryData() throws Exception {
    CorpusEncoder.Counted chinese = count("这是一段没有空格的中文文本 ok\n短 词\n");
    assertThat(chinese.diagnostics()).isEqualTo(new TextDiagnostics(4, 1, 0, 0, 2));
    CorpusEncoder.Counted binary = count("a\u0081b \u007f\ufffd fine " + "x".repeat(61));
    assertThat(binary.diagnostics()).isEqualTo(new TextDiagnostics(4, 0, 2, 1, 1));
    assertThat(count("plain plain words").vocabulary().counts()).containsExactly(2, 1);
  }

  private static CorpusEncoder.Counted count(String text) throws Exception {
    return new CorpusEncoder(Tokenization.DEFAULT, new VocabularyLimits(5, 1), 2)
        .count(Texts.corpus(text), ReadingProgress.NONE);
  }
}
