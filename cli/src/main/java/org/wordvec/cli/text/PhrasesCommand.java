package org.wordvec.cli.text;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.phrases.PhraseConfig;
import org.wordvec.corpora.phrases.Phrases;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.library.text.TextNotes;
import org.wordvec.vectors.output.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec phrases}: joins words. */
@Command(
    name = "phrases",
    customSynopsis = "wordvec phrases [OPTIONS] CORPUS... -o FILE",
    description = {
      "Joins words that often occur together, such as new york, to new_york and writes the text.",
      "train --phrases does the same before training, without an intermediate file."
    },
    footer = {
      "  wordvec phrases text8 -o text8-phrases",
      "  wordvec phrases text8 -o joined.txt --phrase-threshold 200,100",
      "  wordvec phrases text8 -o joined.txt --phrase-score npmi --connectors english"
    })
public final class PhrasesCommand extends BaseCommand {
  @Parameters(paramLabel = "CORPUS", arity = "1..*", description = CorpusArguments.DESCRIPTION)
  private List<String> corpus = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final SourceOptions source = new SourceOptions();

  @Mixin(name = GroupedOptions.WORDS)
  private final TextOptions words = new TextOptions();

  @Mixin(name = GroupedOptions.PHRASES)
  private final PhraseOptions phrases = new PhraseOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final StageOutputOptions output = new StageOutputOptions();

  public PhrasesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException, InterruptedException {
    PhraseConfig config = phrases.config();
    Path target = output.checked(corpus);
    Tokenization tokenization = words.wholeLines(source, terminal());
    Corpus texts = source.corpus(corpus, terminal().in());
    VocabularyLimits all = new VocabularyLimits(1, 0);
    Notes notes = new Notes(terminal().err(), output.quiet);
    try (Arena arena = Arena.ofShared();
        ProgressDisplay display = ProgressDisplay.of(terminal(), output.quiet)) {
      EncodedCorpus encoded =
          new CorpusEncoder(tokenization, all, output.threads())
              .encode(texts, arena, display::reading);
      display.pause();
      TextNotes.reading(encoded).forEach(notes::print);
      Phrases.Joined joined = new Phrases(config, output.threads()).join(encoded, all);
      notes.print(TextNotes.phrases(joined, config));
      OutputFile.write(target, joined.corpus()::writeText);
    }
    return ExitCode.OK;
  }
}
