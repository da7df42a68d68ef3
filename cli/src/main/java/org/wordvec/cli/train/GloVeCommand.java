package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.Usage;
import org.wordvec.cli.base.VectorModule;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CorpusArguments;
import org.wordvec.cli.text.CountingEngineOptions;
import org.wordvec.cli.text.CountingOptions;
import org.wordvec.cli.text.SourceOptions;
import org.wordvec.cli.text.TextOptions;
import org.wordvec.cli.text.TrainingPhraseOptions;
import org.wordvec.cli.text.VocabularyOptions;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.library.text.CountingPlan;
import org.wordvec.library.training.ClusterGloVe;
import org.wordvec.library.training.ClusterRun;
import org.wordvec.library.training.GloVeTraining;
import org.wordvec.library.training.TrainingFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec train glove}. All options are checked before any work starts. */
@Command(
    name = "glove",
    customSynopsis = {
      "wordvec train glove [OPTIONS] CORPUS... -o FILE",
      "       wordvec train glove --cooccurrences FILE --vocabulary FILE -o FILE"
    },
    description = "Trains GloVe: vectors fitted to co-occurrence counts.",
    footer = {
      "  wordvec train glove text8 -o vectors.glove",
      "  wordvec train glove articles/ -o vectors.bin --window 10 --x-max 10",
      "  wordvec train glove --cooccurrences counts --vocabulary vocab.txt -o my.bin"
    })
public final class GloVeCommand extends BaseCommand {
  @Parameters(
      paramLabel = "CORPUS",
      arity = "0..*",
      description = CorpusArguments.DESCRIPTION + " Words co-occur only within a line.")
  private List<String> corpus = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final SourceOptions source = new SourceOptions();

  @Mixin(name = GroupedOptions.WORDS)
  private final TextOptions words = new TextOptions();

  @Mixin(name = GroupedOptions.PHRASES)
  private final TrainingPhraseOptions phrases = new TrainingPhraseOptions();

  @Mixin(name = GroupedOptions.VOCABULARY)
  private final VocabularyOptions vocabulary = new VocabularyOptions();

  @Mixin(name = GroupedOptions.COUNTING)
  private final CountingOptions counting = new CountingOptions();

  @Mixin(name = GroupedOptions.TRAINING)
  private final GloVeOptions training = new GloVeOptions();

  @Mixin(name = GroupedOptions.CHECKPOINTS)
  private final CheckpointOptions checkpointing = new CheckpointOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final TrainingOutputOptions output = new TrainingOutputOptions();

  @Mixin(name = GroupedOptions.ENGINE)
  private final CountingEngineOptions engine = new CountingEngineOptions();

  public GloVeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException, InterruptedException {
    VectorModule.require();
    GloVeConfig config = training.config();
    CountingPlan plan =
        new CountingPlan(
            new CorpusReading(
                source.reading(),
                words.wholeLines(source, terminal()),
                phrases.config(vocabulary.vocabulary == null),
                vocabulary.limits()),
            counting.config(),
            counting.resources(config.execution().threads(), output.output));
    TrainingFiles files = output.files(vocabulary, terminal());
    Notes notes = new Notes(terminal().err(), output.quiet);
    Path counts = training.cooccurrences;
    checkSource(counts);
    if (checkpointing.isFinished(spec(), output, notes)) {
      return ExitCode.OK;
    }
    files.check(counts == null ? CorpusArguments.paths(corpus) : List.of(counts));
    Optional<ClusterSettings> cluster = engine.cluster();
    TrainingSession session =
        new TrainingSession(terminal(), spec(), checkpointing, files, notes, memoryAdvice());
    if (cluster.isPresent()) {
      TrainingSession.requireClusterOptions(training, checkpointing);
      CorpusReading reading = plan.reading();
      ClusterText text = engine.text(corpus, reading.source(), reading.tokenization());
      session.runOn(
          cluster.get(),
          connected ->
              new ClusterGloVe(config, plan, counts, new ClusterRun(connected, text, reading)));
    } else {
      session.runHere(training, device -> new GloVeTraining(config, plan, source(counts), device));
    }
    return ExitCode.OK;
  }

  private GloVeTraining.Source source(@Nullable Path counts) throws IOException {
    return counts == null
        ? new GloVeTraining.Source.Text(source.corpus(corpus, terminal().in()))
        : new GloVeTraining.Source.Stored(counts);
  }

  @Override
  protected String memoryAdvice() {
    return "lower --dim, --memory or --max-vocabulary, or raise --min-count";
  }

  private void checkSource(@Nullable Path counts) {
    if ((counts == null) == corpus.isEmpty()) {
      throw new IllegalArgumentException("give either CORPUS or --cooccurrences FILE");
    }
    if (counts != null && vocabulary.vocabulary == null) {
      throw new IllegalArgumentException(
          "--cooccurrences needs --vocabulary, the words in the order of their numbers");
    }
    if (counts != null) {
      Usage.rejectOptions(
          spec(),
          List.of(
              GroupedOptions.CORPUS,
              GroupedOptions.WORDS,
              GroupedOptions.PHRASES,
              GroupedOptions.VOCABULARY,
              GroupedOptions.COUNTING),
          List.of("--vocabulary", "--save-vocabulary", "--memory"),
          "with --cooccurrences, whose text has been counted; leave it out");
    }
  }
}
