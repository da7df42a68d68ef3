package org.wordvec.cli.train;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.DeviceChoice;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.VectorModule;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CorpusArguments;
import org.wordvec.cli.text.CorpusOptions;
import org.wordvec.cli.text.CorpusReading;
import org.wordvec.cli.text.SourceOptions;
import org.wordvec.cli.text.SparkOptions;
import org.wordvec.cli.text.TrainingPhraseOptions;
import org.wordvec.cli.text.VocabularyOptions;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Word2VecConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Trains a family that predicts words from their neighbours in the text; everything that can be
 * wrong is found before any work.
 */
abstract class PredictionCommand extends BaseCommand {
  @Parameters(paramLabel = "CORPUS", arity = "1..*", description = CorpusArguments.DESCRIPTION)
  private List<String> corpus = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final SourceOptions source = new SourceOptions();

  @Mixin(name = GroupedOptions.WORDS)
  private final CorpusOptions words = new CorpusOptions();

  @Mixin(name = GroupedOptions.PHRASES)
  private final TrainingPhraseOptions phrases = new TrainingPhraseOptions();

  @Mixin(name = GroupedOptions.VOCABULARY)
  private final VocabularyOptions vocabulary = new VocabularyOptions();

  @Mixin(name = GroupedOptions.MODEL)
  private final ModelOptions model = new ModelOptions();

  @Mixin(name = GroupedOptions.TRAINING)
  private final TrainingOptions training = new TrainingOptions();

  @Mixin(name = GroupedOptions.CHECKPOINTS)
  private final CheckpointOptions checkpointing = new CheckpointOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final TrainingOutputOptions output = new TrainingOutputOptions();

  PredictionCommand(Terminal terminal) {
    super(terminal);
  }

  /** Does all the work, once its settings are known to be right. */
  @FunctionalInterface
  interface Work {
    void run(Setting setting, Text text, Terminal terminal, Notes notes)
        throws IOException, InterruptedException;
  }

  /** The corpus, which is looked for when the device has been found. */
  @FunctionalInterface
  interface Text {
    Corpus open() throws IOException;
  }

  /** What the text is read as, which files are written, and what is kept on the way. */
  record Setting(
      CorpusReading reading,
      TrainingFiles files,
      TrainingCheckpoints checkpoints,
      Preflight preflight,
      boolean planned) {}

  /** Refuses a format of the output that loses what is trained, or says what is lost. */
  void checkFormat(TrainingFiles files, Notes notes) {}

  /** Who does the work. */
  abstract SparkOptions engine();

  /** The work on a cluster. */
  abstract ClusterTraining.Training onCluster(Setting setting);

  /** The corpus as a cluster reads it. */
  final ClusterText engineText(Setting setting) throws IOException {
    return engine().text(corpus, setting.reading().source(), setting.reading().tokenization());
  }

  /** What the model is called, and its settings, for a report. */
  abstract Description description(CorpusReading reading);

  record Description(String model, Map<String, Object> configuration) {}

  /** What the options ask for; throws an {@code IllegalArgumentException} where they are wrong. */
  abstract Work work() throws IOException;

  @Override
  protected final int run() throws IOException, InterruptedException {
    VectorModule.require();
    Optional<ClusterSettings> cluster = engine().cluster();
    Work work = work();
    CorpusReading texts =
        new CorpusReading(
            source.reading(),
            words.tokenization(source, terminal()),
            phrases.wanted(vocabulary.vocabulary == null),
            vocabulary.limits());
    TrainingFiles files = new TrainingFiles(output, vocabulary, terminal());
    Notes notes = new Notes(terminal().err(), output.quiet);
    if (checkpointing.isFinished(spec(), output, notes)) {
      return ExitCode.OK;
    }
    files.check(corpus);
    checkFormat(files, notes);
    if (cluster.isPresent()) {
      ClusterTraining.check(training, checkpointing);
    }
    Text text = () -> source.corpus(corpus, terminal().in());
    try (TrainingCheckpoints checkpoints =
        TrainingCheckpoints.open(checkpointing, spec(), terminal(), notes)) {
      Setting setting =
          new Setting(
              texts,
              files,
              checkpoints,
              new Preflight(files, checkpointing.folder(), checkpoints.isTrained(), memoryAdvice()),
              checkpointing.plan);
      if (cluster.isPresent()) {
        onCluster(cluster.get(), setting, notes);
      } else {
        checkpoints.guard(() -> work.run(setting, text, terminal(), notes));
      }
    }
    return ExitCode.OK;
  }

  private void onCluster(ClusterSettings cluster, Setting setting, Notes notes)
      throws IOException, InterruptedException {
    Description description = description(setting.reading());
    new ClusterTraining(cluster, engineText(setting), setting.reading(), setting.files())
        .run(
            description.model(),
            description.configuration(),
            onCluster(setting),
            terminal(),
            notes);
  }

  /** Looks for what to train on, before any other work. */
  final TrainingDevice device(Setting setting, Notes notes) {
    return training.device(setting.checkpoints().choice(training.device), notes);
  }

  /** Whether the training is to be saved on the way, or planned only. */
  final boolean checkpointsOrPlan() {
    return checkpointing.orPlanAreAsked();
  }

  /** Whether the user left it to us what to train on. */
  final boolean anyDevice() {
    return training.device instanceof DeviceChoice.Auto && training.gpuConcurrency == null;
  }

  final Architecture architecture() {
    return model.architecture;
  }

  final Word2VecConfig prediction(double defaultNoiseExponent, double defaultRate) {
    Schedule schedule = training.schedule(defaultRate);
    return model.prediction(defaultNoiseExponent, schedule, training.execution());
  }
}
