package org.wordvec.library.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.text.TextDiagnostics;

/** What is said where text looks wrong, before hours go into training on it. */
public final class TextWarnings {
  private static final double FEW = 0.05;
  private static final double MOST = 0.5;
  private static final long GIANT_LINE = 10_000;

  private TextWarnings() {}

  public static List<String> of(EncodedCorpus corpus) {
    List<String> warnings = of(corpus.reading().diagnostics());
    if (corpus.vocabulary().size() == 1) {
      warnings.add("warning: the vocabulary is one word, of which nothing can be learnt");
    }
    double known = (double) corpus.encodedTokens() / Math.max(1, corpus.tokens());
    if (known < MOST) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "warning: %.0f %% of the words are outside the vocabulary; is the text cut into"
                  + " words? wordvec tokenize --head 20 shows them",
              100 * (1 - known)));
    }
    return warnings;
  }

  public static List<String> of(TextDiagnostics diagnostics) {
    List<String> warnings = new ArrayList<>();
    double words = Math.max(1, diagnostics.words());
    if (diagnostics.unseparated() > FEW * words) {
      warnings.add(
          share(diagnostics.unseparated() / words)
              + " eight or more Chinese, Japanese or Thai letters: text without spaces needs"
              + " --tokenizer chinese or words");
    }
    if (diagnostics.unreadable() > FEW * words) {
      warnings.add(
          share(diagnostics.unreadable() / words)
              + " characters that no text has; is this another encoding (--encoding auto), or"
              + " binary data?");
    }
    if (diagnostics.overlong() > FEW * words) {
      warnings.add(
          share(diagnostics.overlong() / words) + " more than 60 characters; is this text?");
    }
    if (diagnostics.stopWords() > 0 && diagnostics.stopped() == 0) {
      warnings.add(unusedStopWords(diagnostics.stopWords()));
    }
    if (diagnostics.lines() == 1 && diagnostics.words() > GIANT_LINE) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "warning: all %,d words are one line; sentences end at line feeds",
              diagnostics.words()));
    }
    return warnings;
  }

  /** Returns a list in another case, language, encoding or form than the text's does nothing. */
  public static String unusedStopWords(long stopWords) {
    return String.format(
        Locale.ROOT,
        "warning: %s in the text; case matters without --lowercase, and words are as wordvec"
            + " tokenize shows them",
        stopWords == 1
            ? "the one word of --stop-words does not occur"
            : String.format(
                Locale.ROOT, "none of the %,d words of --stop-words occurs", stopWords));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "warning: %.0f %% of the words have", 100 * share);
  }
}
