package org.wordvec.cli.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.cluster.WordCensus;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.library.FailedException;
import org.wordvec.library.text.ClusterWords;
import org.wordvec.library.text.TextWarnings;
import org.wordvec.vectors.output.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec vocab}: counts words. */
@Command(
    name = "vocab",
    customSynopsis = "wordvec vocab [OPTIONS] CORPUS... [-o FILE]",
    description = {
      "Counts words and shows how much of the text each --min-count would keep.",
      "With -o it writes lines of 'word count', most frequent first, for use with --vocabulary."
    },
    footer = {
      "  wordvec vocab text8",
      "  wordvec vocab text8 -o vocab.txt --min-count 5",
      "  wordvec vocab zhwiki.txt.xz --tokenizer chinese --simplified -o words.txt",
      "  wordvec vocab hdfs:///crawl -o vocab.txt --engine spark=yarn"
    })
public final class VocabularyCommand extends BaseCommand {
  @Parameters(paramLabel = "CORPUS", arity = "1..*", description = CorpusArguments.DESCRIPTION)
  private List<String> corpus = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final SourceOptions source = new SourceOptions();

  @Mixin(name = GroupedOptions.WORDS)
  private final TextOptions words = new TextOptions();

  @Mixin(name = GroupedOptions.VOCABULARY)
  private final VocabularyLimitOptions vocabulary = new VocabularyLimitOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final StageOutputOptions output = new StageOutputOptions();

  @Mixin(name = GroupedOptions.ENGINE)
  private final CountingEngineOptions engine = new CountingEngineOptions();

  public VocabularyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException, InterruptedException {
    Path target = output.isGiven() ? output.checked(corpus) : null;
    Notes notes = new Notes(terminal().err(), output.quiet);
    Optional<ClusterSettings> cluster = engine.cluster();
    if (cluster.isPresent()) {
      countOn(cluster.get(), target, notes);
      return ExitCode.OK;
    }
    CorpusEncoder encoder =
        new CorpusEncoder(
            words.wholeLines(source, terminal()), vocabulary.limits(), output.threads());
    CorpusEncoder.Counted counted;
    try (ProgressDisplay display = ProgressDisplay.of(terminal(), output.quiet)) {
      counted = encoder.count(source.corpus(corpus, terminal().in()), display::reading);
    }
    TextWarnings.of(counted.diagnostics()).forEach(notes::print);
    Vocabulary all = counted.vocabulary();
    Vocabulary kept = Vocabulary.of(all.words(), all.counts(), vocabulary.limits());
    if (!output.quiet) {
      Coverage.of(all, kept).print(terminal().out());
    }
    if (target != null) {
      if (kept.size() == 0) {
        throw new FailedException(vocabulary.limits().whyNone(all.size(), all.count(0)));
      }
      OutputFile.write(target, kept::write);
    }
    return ExitCode.OK;
  }

  private void countOn(ClusterSettings settings, @Nullable Path target, Notes notes)
      throws IOException, InterruptedException {
    ClusterText text = engine.text(corpus, source.reading(), words.wholeLines(source, terminal()));
    try (Cluster cluster = Clusters.open(settings, notes)) {
      WordCensus census = cluster.count(text, vocabulary.limits(), Coverage.MINIMUM_COUNTS);
      TextWarnings.of(census.diagnostics()).forEach(notes::print);
      if (!output.quiet) {
        new Coverage(census.total(), census.distinct(), census.kept(), census.shares())
            .print(terminal().out());
      }
      if (target != null) {
        if (census.kept().size() == 0) {
          throw ClusterWords.nothingKept(census, vocabulary.limits());
        }
        OutputFile.write(target, census.kept()::write);
      }
      Clusters.sayTraffic(cluster, notes);
    }
  }
}
