package org.wordvec.cli.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.VectorModule;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CorpusArguments;
import org.wordvec.cli.text.CorpusOptions;
import org.wordvec.cli.text.SourceOptions;
import org.wordvec.cli.text.SparkOptions;
import org.wordvec.cli.text.TrainingPhraseOptions;
import org.wordvec.cli.text.VocabularyOptions;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.library.training.ClusterRun;
import org.wordvec.library.training.DeviceChoice;
import org.wordvec.library.training.TrainingDevice;
import org.wordvec.library.training.TrainingFiles;
import org.wordvec.library.training.TrainingStrategy;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Word2VecConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Base of commands that train a family which predicts words from their context. All options are
 * checked before any work starts.
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

  /**
   * Input and output of a training, after they were checked.
   *
   * @param reading how text becomes words
   * @param files read besides the corpus, and written
   */
  record Setting(CorpusReading reading, TrainingFiles files) {}

  /** Checks the options of the family before any work; returns notes for the user. */
  abstract List<String> check() throws IOException;

  /** Checks that the output format can hold the model; notes what it cannot hold. */
  void checkFormat(TrainingFiles files, Notes notes) throws IOException {}

  /** Returns whether the family is trained on the CPU only. */
  boolean needsCpu() {
    return false;
  }

  /** Returns the options that name the engine. */
  abstract SparkOptions engine();

  /** Returns the training on this machine. */
  abstract TrainingStrategy<?> onThisMachine(Setting setting, Corpus texts, TrainingDevice device)
      throws IOException;

  /** Returns the training on a cluster. */
  abstract TrainingStrategy<?> onCluster(Setting setting, ClusterRun job);

  @Override
  protected final int run() throws IOException, InterruptedException {
    VectorModule.require();
    Optional<ClusterSettings> cluster = engine().cluster();
    List<String> remarks = check();
    CorpusReading reading =
        new CorpusReading(
            source.reading(),
            words.tokenization(source, terminal()),
            phrases.config(vocabulary.vocabulary == null),
            vocabulary.limits());
    TrainingFiles files = output.files(vocabulary, terminal());
    Notes notes = new Notes(terminal().err(), output.quiet);
    if (checkpointing.isFinished(spec(), output, notes)) {
      return ExitCode.OK;
    }
    files.check(CorpusArguments.paths(corpus));
    checkFormat(files, notes);
    remarks.forEach(notes::print);
    TrainingSession session =
        new TrainingSession(terminal(), spec(), checkpointing, files, notes, memoryAdvice());
    Setting setting = new Setting(reading, files);
    if (cluster.isPresent()) {
      TrainingSession.requireClusterOptions(training, checkpointing);
      ClusterText text = engine().text(corpus, reading.source(), reading.tokenization());
      session.runOn(
          cluster.get(), connected -> onCluster(setting, new ClusterRun(connected, text, reading)));
    } else {
      if (needsCpu()) {
        training.device = new DeviceChoice.Cpu();
      }
      session.runHere(
          training,
          device -> onThisMachine(setting, source.corpus(corpus, terminal().in()), device));
    }
    return ExitCode.OK;
  }

  /** Returns whether checkpoints are written, or only a plan is made. */
  final boolean checkpointsOrPlan() {
    return checkpointing.isEnabledOrPlan();
  }

  /** Returns whether the user left the choice of device to the program. */
  final boolean anyDevice() {
    return training.device instanceof DeviceChoice.Auto && training.gpuConcurrency == null;
  }

  /** Returns whether the user asks for a GPU. */
  final boolean asksForGpu() {
    return training.asksForGpu();
  }

  final Architecture architecture() {
    return model.architecture;
  }

  final Word2VecConfig prediction(double defaultNoiseExponent, double defaultRate) {
    Schedule schedule = training.schedule(defaultRate);
    return model.prediction(defaultNoiseExponent, schedule, training.execution());
  }
}
