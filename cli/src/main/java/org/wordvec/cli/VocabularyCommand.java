package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import org.wordvec.corpora.Corpus;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.vectors.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec vocab}: counts words. */
@Command(
    name = "vocab",
    customSynopsis = "wordvec vocab [OPTIONS] CORPUS... -o FILE",
    description = "Counts words and writes 'word count' lines, most frequent first.",
    footer = "  wordvec vocab text8 -o vocab.txt --min-count 5")
final class VocabularyCommand extends BaseCommand {
  @Parameters(
      paramLabel = "CORPUS",
      arity = "1..*",
      description = "Text files or folders of them, plain, .gz or .zst; - is standard input.")
  private List<String> corpus = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final TextOptions reading = new TextOptions();

  @Mixin(name = GroupedOptions.VOCABULARY)
  private final VocabularyLimitOptions vocabulary = new VocabularyLimitOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final StageOutputOptions output = new StageOutputOptions();

  VocabularyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run() throws IOException, InterruptedException {
    Path target = output.checked(corpus);
    Notes notes = new Notes(terminal().err(), output.quiet);
    CorpusEncoder encoder =
        new CorpusEncoder(reading.wholeLines(), vocabulary.limits(), output.threads());
    try (Arena arena = Arena.ofShared();
        ProgressDisplay display = ProgressDisplay.of(terminal(), output.quiet)) {
      EncodedCorpus encoded =
          encoder.encode(Corpus.of(corpus, terminal().in()), arena, display::reading);
      display.pause();
      notes.say(TrainingNotes.read(encoded));
      OutputFile.write(target, encoded.vocabulary()::write);
    }
    return ExitCode.OK;
  }
}
