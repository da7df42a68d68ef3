package org.wordvec.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.cluster.WordCensus;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.glove.Parameters;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** The jobs of the commands as jobs of Spark. */
final class SparkCluster implements Cluster {
  /** So many parts for each slot of the cluster, that all are busy to the end. */
  private static final int PARTS_PER_SLOT = 4;

  private static final long LEAST_PART = 1L << 20;
  private static final long GREATEST_PART = 64L << 20;

  private final JavaSparkContext context;
  private final ClusterSettings settings;
  private final Traffic traffic = new Traffic();
  private Consumer<String> notes = note -> {};

  SparkCluster(JavaSparkContext context, ClusterSettings settings) {
    this.context = context;
    this.settings = settings;
    context.sc().addSparkListener(traffic);
  }

  JavaSparkContext context() {
    return context;
  }

  @Override
  public void listen(Consumer<String> listener) {
    notes = listener;
  }

  @Override
  public List<String> remarks() {
    return List.of(
        String.format(
            Locale.ROOT,
            "counting and training on Spark %s at %s, %d tasks at once",
            context.version(),
            context.master(),
            context.defaultParallelism()));
  }

  @Override
  public WordCensus count(ClusterText text, VocabularyLimits limits, List<Long> thresholds)
      throws IOException {
    return WordCounting.count(context, parts(text), portable(text), limits, thresholds);
  }

  @Override
  public long cooccurrences(
      ClusterText text, Vocabulary vocabulary, CooccurrenceConfig config, OutputStream stream)
      throws IOException {
    JavaPairRDD<Integer, byte[]> sums =
        PairCounting.count(context, parts(text), portable(text), vocabulary, config);
    Jobs.run(sums::count);
    long entries = PairCounting.write(sums, vocabulary, config, stream);
    sums.unpersist();
    if (entries == 0) {
      throw new IOException("no two words of the vocabulary co-occur");
    }
    return entries;
  }

  @Override
  public Word2Vec.Trained word2vec(Prediction<Word2VecConfig> job, Arena arena, Progress progress)
      throws IOException {
    Family family = new Families.OfWords(job.config());
    Trained trained = train(family, job, null, arena, progress);
    return new Word2Vec.Trained(
        new WordVectors(job.vocabulary().words(), trained.matrices().getFirst()),
        trained.matrices().getLast(),
        trained.report());
  }

  @Override
  public FastText.Trained fasttext(
      Prediction<FastTextConfig> job,
      @Nullable WordVectors pretrained,
      Arena arena,
      Progress progress)
      throws IOException {
    Family family = new Families.OfSubwords(job.config());
    List<Matrix> start =
        pretrained == null
            ? null
            : FastText.start(job.vocabulary(), job.config(), pretrained, arena).list();
    Trained trained = train(family, job, start, arena, progress);
    return new FastText.Trained(
        job.vocabulary(),
        trained.report().tokens(),
        job.config(),
        trained.matrices().getFirst(),
        trained.matrices().getLast(),
        trained.report());
  }

  /** The matrices that came out. */
  private record Trained(List<Matrix> matrices, TrainingReport report) {}

  private Trained train(
      Family family,
      Prediction<?> job,
      @Nullable List<Matrix> start,
      Arena arena,
      Progress progress)
      throws IOException {
    try (RunFolder folder = folder()) {
      long partBytes = partBytes(job.text(), folder);
      List<ShardSource> sources = sources(job.text(), partBytes);
      String settings = settings(job.config(), job.vocabulary(), sources.size());
      Rounds.Outcome outcome =
          rounds(family, job.vocabulary(), start, sources.size(), folder, settings)
              .run(sources, partBytes, this.settings.roundTokens(), progress);
      return new Trained(
          matrices(family, job.vocabulary(), folder, outcome, arena), outcome.report());
    }
  }

  private Rounds rounds(
      Family family,
      Vocabulary vocabulary,
      @Nullable List<Matrix> start,
      int parts,
      RunFolder folder,
      String settings)
      throws IOException {
    if (start != null && folder.rounds().isEmpty()) {
      folder.model(0).write(start);
    }
    RoundOrder.Model model =
        new RoundOrder.Model(
            family, PackedWords.of(vocabulary), start != null, Momentum.of(parts, family.summed()));
    return new Rounds(context, traffic, model, folder, settings, notes);
  }

  /** The model as its last round left it. The driver has room for it only now that files come. */
  private static List<Matrix> matrices(
      Family family, Vocabulary vocabulary, RunFolder folder, Rounds.Outcome outcome, Arena arena)
      throws IOException {
    List<Matrix> matrices = family.start(vocabulary, arena);
    folder.model(outcome.lastRound()).read(matrices);
    return matrices;
  }

  @Override
  public GloVeOutcome glove(GloVeJob job, Arena arena, Progress progress) throws IOException {
    Family family = new EntryFamily(job.config());
    String settings =
        settings(job.config(), job.vocabulary(), shards()) + " " + job.source().getClass();
    try (RunFolder folder = folder()) {
      long start = System.nanoTime();
      long partBytes =
          job.source() instanceof GloVeSource.Text text ? partBytes(text.text(), folder) : 0;
      EntryFiles entries = new EntryFiles(context, folder);
      List<ShardSource> sources =
          switch (job.source()) {
            case GloVeSource.Text text ->
                entries.count(
                    PairCounting.count(
                        context,
                        parts(text.text(), partBytes),
                        portable(text.text()),
                        job.vocabulary(),
                        text.config()),
                    new EntryFiles.Counting(job.vocabulary(), text.config()),
                    shards());
            case GloVeSource.Entries file -> entries.cut(file.path(), shards());
          };
      double countSeconds = 1e-9 * (System.nanoTime() - start);
      Rounds.Outcome outcome =
          rounds(family, job.vocabulary(), null, sources.size(), folder, settings)
              .run(sources, partBytes, this.settings.roundTokens(), progress);
      List<Matrix> matrices = matrices(family, job.vocabulary(), folder, outcome, arena);
      return new GloVeOutcome(
          new WordVectors(
              job.vocabulary().words(),
              Parameters.of(matrices, job.config().dimensions())
                  .output(job.config().output(), arena)),
          outcome.size(),
          countSeconds,
          outcome.report());
    }
  }

  private int shards() {
    return settings.shards() == 0 ? context.defaultParallelism() : settings.shards();
  }

  private RunFolder folder() throws IOException {
    boolean near = context.master().startsWith("local");
    return RunFolder.open(context.hadoopConfiguration(), settings.folder(), near);
  }

  /** What must be the same where a training goes on. */
  private String settings(Object config, Vocabulary vocabulary, int shards) {
    return String.format(
        Locale.ROOT,
        "%s, %d words, %d tokens, %d shards, %d a round, with steps kept",
        config,
        vocabulary.size(),
        vocabulary.totalCount(),
        shards,
        settings.roundTokens());
  }

  /** The parts of a text dealt out in turn, so that each shard has some from everywhere. */
  private List<ShardSource> sources(ClusterText text, long partBytes) throws IOException {
    List<List<TextSplit>> parts = parts(text, partBytes);
    PortableText portable = portable(text);
    int count = Math.min(shards(), parts.size());
    List<ShardSource> sources = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      List<TextSplit> own = new ArrayList<>();
      for (int part = shard; part < parts.size(); part += count) {
        own.addAll(parts.get(part));
      }
      sources.add(new ShardSource.Lines(portable, List.copyOf(own)));
    }
    return sources;
  }

  private List<List<TextSplit>> parts(ClusterText text) throws IOException {
    return parts(text, partBytes(text));
  }

  private List<List<TextSplit>> parts(ClusterText text, long partBytes) throws IOException {
    return new TextFiles(context.hadoopConfiguration(), text).parts(partBytes);
  }

  private long partBytes(ClusterText text) throws IOException {
    TextFiles files = new TextFiles(context.hadoopConfiguration(), text);
    long slots = (long) PARTS_PER_SLOT * context.defaultParallelism();
    long usual = Math.clamp(files.totalBytes() / slots, LEAST_PART, GREATEST_PART);
    return context.getConf().getLong("spark.wordvec.partBytes", usual);
  }

  /** That of the rounds that were kept, where there are some: the cluster may have grown since. */
  private long partBytes(ClusterText text, RunFolder folder) throws IOException {
    OptionalLong kept = folder.partBytes();
    return kept.isPresent() ? kept.getAsLong() : partBytes(text);
  }

  private PortableText portable(ClusterText text) {
    return new PortableText(text, HadoopSettings.changed(context.hadoopConfiguration()));
  }

  @Override
  public Optional<String> traffic() {
    return traffic.summary();
  }

  @Override
  public void silence() {
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
  }

  @Override
  public void close() {
    context.close();
  }
}
