package org.wordvec.cli.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.TextPreview;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.library.text.TextWarnings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wordvec tokenize}: shows what training would see. */
@Command(
    name = "tokenize",
    customSynopsis = "wordvec tokenize [OPTIONS] CORPUS...",
    description =
        "Prints text as training would see it: one sentence per line, with words separated by"
            + " spaces.",
    footer = {
      "  wordvec tokenize corpus.txt --head 20",
      "  wordvec tokenize zhwiki.xml.bz2 --wikipedia --tokenizer chinese --simplified --head 5",
      "  wordvec tokenize reviews.csv --csv-column text --lowercase >reviews.txt"
    })
public final class TokenizeCommand extends BaseCommand {
  @Parameters(paramLabel = "CORPUS", arity = "1..*", description = CorpusArguments.DESCRIPTION)
  private List<String> corpus = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final SourceOptions source = new SourceOptions();

  @Mixin(name = GroupedOptions.WORDS)
  private final CorpusOptions words = new CorpusOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final HeadOption output = new HeadOption();

  /** How much is printed. */
  static final class HeadOption {
    @Option(
        names = "--head",
        paramLabel = "N",
        defaultValue = "0",
        description = "Print at most N sentences (default: ${DEFAULT-VALUE}, which means all).")
    long head;
  }

  public TokenizeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException {
    if (output.head < 0) {
      throw new IllegalArgumentException("--head must be at least 0, not " + output.head);
    }
    Corpus texts = source.corpus(corpus, terminal().in());
    PrintWriter out = terminal().out();
    long[] printed = new long[1];
    Tokenization tokenization = words.tokenization(source, terminal());
    boolean missesStopWords =
        TextPreview.read(
            texts,
            tokenization,
            sentence -> {
              out.print(terminal().shown(String.join(" ", sentence)));
              out.print('\n');
              return ++printed[0] != output.head && !out.checkError();
            });
    if (missesStopWords && printed[0] > 0) {
      int stopWords = tokenization.words().stopWords().size();
      terminal().err().println("wordvec: " + TextWarnings.unusedStopWords(stopWords));
    }
    if (printed[0] == 0) {
      terminal().err().println("wordvec: no words are left of the text");
    }
    return ExitCode.OK;
  }
}
