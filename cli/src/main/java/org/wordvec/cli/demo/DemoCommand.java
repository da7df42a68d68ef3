package org.wordvec.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.VectorModule;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.word2vec.Architecture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec demo}: trains every model family on a small corpus and tests the models. */
@Command(
    name = "demo",
    customSynopsis = "wordvec demo [OPTIONS]",
    description = {
      "Trains models on a small built-in corpus and tests them.",
      "Skip-gram, CBOW and GloVe solve analogies such as king - man + woman; FastText finds"
          + " misspelt words; senses tell the bank of a river from the bank that lends money. The"
          + " demo fails if answers are wrong. It takes a few seconds and downloads nothing."
    },
    footer = "  wordvec demo --seed 7")
public final class DemoCommand extends BaseCommand {
  static final int SENTENCES = 40_000;
  private static final int SENTENCES_FOR_COUNTING = 400_000;

  @Mixin(name = GroupedOptions.TRAINING)
  private final DemoOptions options = new DemoOptions();

  public DemoCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException, InterruptedException {
    VectorModule.require();
    PrintWriter out = terminal().out();
    String text = DemoCorpus.load().text(SENTENCES, options.seed);
    List<DemoQuery> queries = DemoQuery.load();
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = encode(text, options, arena);
      out.printf(
          Locale.ROOT,
          "Demo corpus: %,d sentences with %,d words, %,d of them distinct, such as%n",
          corpus.sentences(),
          corpus.tokens(),
          corpus.vocabulary().size());
      text.lines().limit(4).forEach(line -> out.println("  " + line));
      DemoTraining training = new DemoTraining(corpus, options);
      try (ProgressDisplay display = display()) {
        DemoModel skipGram = training.run(Architecture.SKIP_GRAM, arena, display);
        display.pause();
        DemoScore skipGramScore = skipGram.show(queries, out);
        DemoModel cbow = training.run(Architecture.CBOW, arena, display);
        display.pause();
        DemoScore cbowScore = cbow.show(queries, out);
        DemoModel glove =
            new DemoGloVe(encode(textForCounting(), options, arena), options).run(arena, display);
        display.pause();
        DemoScore gloveScore = glove.show(queries, out);
        int spelling = new DemoSpelling(corpus, options).run(arena, display, out);
        List<DemoHomonym> homonyms = DemoHomonym.load();
        String senseText = new DemoSenseText(homonyms).text(text, options.seed);
        EncodedCorpus senseCorpus = encode(senseText, options, arena);
        int senses = new DemoSenses(senseCorpus, homonyms, options).run(arena, display, out);
        DemoVerdict verdict =
            new DemoVerdict(
                skipGramScore, cbowScore, gloveScore, spelling, senses, homonyms.size());
        out.println();
        out.println(verdict.summary());
        verdict.check();
        return ExitCode.OK;
      }
    }
  }

  private ProgressDisplay display() {
    return ProgressDisplay.of(terminal(), options.quiet || !terminal().errIsTerminal());
  }

  /**
   * Returns more text for GloVe: in a small corpus, many co-occurrences are noise, which GloVe fits
   * like the others.
   */
  private String textForCounting() throws IOException {
    return DemoCorpus.load().text(SENTENCES_FOR_COUNTING, options.seed);
  }

  /** Encodes sentences, one per line. */
  static EncodedCorpus encode(String text, DemoOptions options, Arena arena)
      throws IOException, InterruptedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Corpus corpus = Corpus.of(List.of("-"), new ByteArrayInputStream(bytes));
    return new CorpusEncoder(
            Tokenization.DEFAULT,
            new VocabularyLimits(VocabularyLimits.DEFAULT_MINIMUM_COUNT, 0),
            options.execution().threads())
        .encode(corpus, arena, (read, total, tokens) -> {});
  }
}
