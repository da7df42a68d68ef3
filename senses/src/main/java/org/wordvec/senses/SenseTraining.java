package org.wordvec.senses;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Checkpoint;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.Occurrences;
import org.wordvec.senses.induction.SenseInduction;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.senses.induction.TreeTable;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains a vector for each sense of a word, on the CPU.
 *
 * <p>Word2Vec trains vectors of words for some epochs. They describe the contexts of each word
 * ({@link ContextSpace}), which are divided into clusters ({@link SenseInduction}): its senses.
 * Then each occurrence in the corpus is replaced by its sense, each sense starts with the vectors
 * of its word, and Word2Vec trains them for {@value #SENSE_EPOCHS} more epochs, with the rest of
 * the same falling learning rate.
 *
 * <p>Clusters of contexts are those of Schütze 1998, "Automatic word sense discrimination"; that
 * vectors are trained for them is Neelakantan et al. 2014 (arXiv:1504.06654). What differs from
 * both, and from the Bayesian AdaGram (Bartunov et al. 2016, arXiv:1502.07257): clusters are found
 * once, from trained vectors and whole contexts, instead of while both change.
 */
public final class SenseTraining {
  /** Epochs that train senses. */
  public static final int SENSE_EPOCHS = 2;

  private static final String ROWS = "rows of senses";
  private static final String CLUSTERS = "clusters";

  private final Run run;
  private final Word2VecConfig config;
  private final EncodedCorpus words;
  private final Arena working;
  private @Nullable Senses senses;

  /** Receives what the training finds. */
  public interface Listener {
    /** Ignores all. */
    Listener NONE =
        new Listener() {
          @Override
          public void dividing(int words) {}

          @Override
          public void divided(int words, int senses, double seconds) {}
        };

    /** Receives how many words have enough contexts to be divided; now they are. */
    void dividing(int words);

    /** Receives how many words have several senses, and how many all these are. */
    void divided(int words, int senses, double seconds);
  }

  /**
   * A training run.
   *
   * @param corpus to train on
   * @param config of the words' training, without the epochs of senses; with negative sampling
   * @param settings of the senses
   * @param arena owns the model; a shared one, since several threads write
   * @param progress receives where the run stands
   * @param checkpoints what the run writes, and which of them it continues from
   * @param listener receives what is found
   */
  public record Run(
      EncodedCorpus corpus,
      Word2VecConfig config,
      SenseSettings settings,
      Arena arena,
      Progress progress,
      Checkpoints checkpoints,
      Listener listener) {
    /**
     * Checks the objective.
     *
     * @throws IllegalArgumentException for hierarchical softmax, whose tree has no place for a word
     *     that becomes several
     */
    public Run {
      if (!(config.objective() instanceof Objective.NegativeSampling)) {
        throw new IllegalArgumentException("senses are trained with negative sampling only");
      }
    }

    /** Creates a run that reports nothing and keeps no checkpoints. */
    public Run(EncodedCorpus corpus, Word2VecConfig config, SenseSettings settings, Arena arena) {
      this(corpus, config, settings, arena, Progress.NONE, Checkpoints.none(), Listener.NONE);
    }
  }

  /**
   * A trained model.
   *
   * @param vectors of senses, in the order of the vocabulary
   * @param vocabulary of senses
   * @param inventory of the senses of all words
   * @param report time and loss
   */
  public record Trained(
      WordVectors vectors,
      Vocabulary vocabulary,
      SenseInventory inventory,
      TrainingReport report) {}

  private SenseTraining(Run run, Arena working) {
    this.run = run;
    this.words = run.corpus();
    this.config = withSenseEpochs(run.config());
    this.working = working;
  }

  /** Returns a configuration whose epochs include those that train senses. */
  public static Word2VecConfig withSenseEpochs(Word2VecConfig config) {
    Schedule schedule = config.schedule();
    return config.withSchedule(
        new Schedule(schedule.epochs() + SENSE_EPOCHS, schedule.learningRate(), schedule.decay()));
  }

  /**
   * Trains from the start or from a checkpoint.
   *
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws org.wordvec.compute.training.DivergedException if a value becomes infinite or NaN, or a
   *     row too long
   * @throws IllegalArgumentException if the checkpoint to continue from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(Run run) throws InterruptedException {
    TrainingPairs.require(run.corpus(), run.config());
    try (Arena working = Arena.ofShared()) {
      return new SenseTraining(run, working).train();
    }
  }

  private Trained train() throws InterruptedException {
    ModelMatrices matrices = Word2Vec.start(words.vocabulary(), config, working);
    var steps = Word2Vec.steps(words, config, matrices, working);
    TrainingReport report =
        new TrainingLoop(config.schedule(), config.execution(), steps.slices())
            .learning(matrices.state())
            .keeping(run.checkpoints())
            .changing(run.config().schedule().epochs(), () -> begin(matrices))
            .run(steps.newStep(), words.tokens(), run.progress());
    return Objects.requireNonNull(senses).trained(report);
  }

  /** Returns the stage that trains senses. */
  private Senses begin(ModelMatrices trained) throws InterruptedException {
    Checkpoints checkpoints = run.checkpoints();
    Checkpoint resumed = checkpoints.resumed().orElse(null);
    String rows = resumed == null ? null : resumed.settings().get(ROWS);
    String clusters = resumed == null ? null : resumed.settings().get(CLUSTERS);
    Senses stage =
        rows == null || clusters == null
            ? divided(trained)
            : new Senses(Integer.parseInt(rows), Integer.parseInt(clusters));
    checkpoints.add(ROWS, Integer.toString(stage.matrices.inputs().rows()));
    checkpoints.add(CLUSTERS, Integer.toString(stage.table.rows()));
    senses = stage;
    return stage;
  }

  private Senses divided(ModelMatrices trained) throws InterruptedException {
    long start = System.nanoTime();
    int threads = config.execution().threads();
    ContextSpace space =
        ContextSpace.of(trained.inputs(), words.vocabulary(), threads, run.arena());
    long[] counts = Occurrences.counts(words);
    int[] divisible = SenseInduction.divisible(counts);
    run.listener().dividing(divisible.length);
    @Nullable SenseTree[] trees =
        SenseInduction.trees(
            words, space, run.settings(), counts, divisible, config.execution().seed(), threads);
    SenseCorpus corpus = corpus(space, trees);
    int[] several =
        IntStream.range(0, trees.length)
            .map(corpus.inventory().senses()::senses)
            .filter(count -> count > 1)
            .toArray();
    run.listener()
        .divided(several.length, IntStream.of(several).sum(), 1e-9 * (System.nanoTime() - start));
    return new Senses(corpus, trained);
  }

  private SenseCorpus corpus(ContextSpace space, @Nullable SenseTree[] trees)
      throws InterruptedException {
    return SenseCorpus.of(
        words, space, trees, run.settings(), config.execution().threads(), working);
  }

  /** The stage that trains senses. */
  private final class Senses implements TrainingLoop.Stage {
    private final ContextSpace space;
    private final TreeTable table;
    private final ModelMatrices matrices;
    private final Matrix columns;
    private final Matrix means;
    private @Nullable SenseCorpus corpus;

    /** Creates the stage after the training of words. */
    Senses(SenseCorpus corpus, ModelMatrices trained) {
      this.space = corpus.inventory().space();
      this.table = corpus.inventory().trees();
      this.corpus = corpus;
      this.matrices = allocate(corpus.origins().length);
      this.columns = table.columns(working);
      this.means = Matrix.allocate(working, table.rows(), space.features());
      for (int row = 0; row < table.rows(); row++) {
        means.setRow(row, table.means().apply(row));
      }
      for (int row = 0; row < corpus.origins().length; row++) {
        matrices.inputs().setRow(row, trained.inputs().row(corpus.origins()[row]));
        matrices.outputs().setRow(row, trained.outputs().row(corpus.origins()[row]));
      }
    }

    /** Creates a stage to which a checkpoint is restored. */
    Senses(int rows, int clusters) {
      int dimensions = config.dimensions();
      Matrix vectors = Matrix.allocate(run.arena(), words.vocabulary().size(), dimensions);
      this.space = new ContextSpace(vectors, ContextSpace.weights(words.vocabulary()));
      this.means = Matrix.allocate(working, clusters, space.features());
      this.table = TreeTable.allocate(clusters, means::row);
      this.matrices = allocate(rows);
      this.columns = table.columns(working);
    }

    private ModelMatrices allocate(int rows) {
      return new ModelMatrices(
          Matrix.allocate(run.arena(), rows, config.dimensions()),
          Matrix.allocate(working, rows, config.dimensions()));
    }

    @Override
    public TrainingState state() {
      return TrainingState.of(
          new TrainingState.Part("inputs", matrices.inputs()),
          new TrainingState.Part("outputs", matrices.outputs()),
          new TrainingState.Part("contexts", space.vectors(), 0),
          new TrainingState.Part("clusters", columns, 0),
          new TrainingState.Part("means", means, 0));
    }

    @Override
    public Supplier<TrainingLoop.Step> newStep() throws InterruptedException {
      return Word2Vec.steps(corpus().corpus(), config, matrices, working).newStep();
    }

    /** Returns the corpus of senses, which follows from what a checkpoint holds. */
    private SenseCorpus corpus() throws InterruptedException {
      SenseCorpus known = corpus;
      if (known == null) {
        table.setColumns(columns);
        @Nullable SenseTree[] trees = new SenseTree[words.vocabulary().size()];
        Arrays.setAll(trees, table::tree);
        known = SenseTraining.this.corpus(space, trees);
        corpus = known;
      }
      return known;
    }

    Trained trained(TrainingReport report) throws InterruptedException {
      Vocabulary vocabulary = corpus().corpus().vocabulary();
      return new Trained(
          new WordVectors(vocabulary.words(), matrices.inputs()),
          vocabulary,
          corpus().inventory(),
          report);
    }
  }
}
