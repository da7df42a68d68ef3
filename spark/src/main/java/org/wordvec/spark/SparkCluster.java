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
import org.wordvec.spark.corpus.PortableText;
import org.wordvec.spark.corpus.TextFiles;
import org.wordvec.spark.corpus.TextSplit;
import org.wordvec.spark.counting.CooccurrenceCounting;
import org.wordvec.spark.counting.WordCounting;
import org.wordvec.spark.family.EntryFiles;
import org.wordvec.spark.family.Family;
import org.wordvec.spark.family.FastTextFamily;
import org.wordvec.spark.family.GloVeFamily;
import org.wordvec.spark.family.PartSource;
import org.wordvec.spark.family.Word2VecFamily;
import org.wordvec.spark.session.HadoopSettings;
import org.wordvec.spark.session.Jobs;
import org.wordvec.spark.session.TrafficMeter;
import org.wordvec.spark.storage.RoundFolder;
import org.wordvec.spark.training.RoundJobs;
import org.wordvec.spark.training.RoundSpec;
import org.wordvec.spark.training.RoundTraining;
import org.wordvec.spark.wire.PackedWords;
import org.wordvec.spark.wire.PortableRecord;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Runs the jobs of the commands as jobs of Spark. */
final class SparkCluster implements Cluster {
  /** Parts of a text for each slot of the cluster, so that all slots are busy to the end. */
  private static final int PARTS_PER_SLOT = 4;

  private static final long LEAST_PART = 1L << 20;
  private static final long GREATEST_PART = 64L << 20;

  private final JavaSparkContext context;
  private final ClusterSettings settings;
  private final TrafficMeter traffic = new TrafficMeter();
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
        CooccurrenceCounting.count(context, parts(text), portable(text), vocabulary, config);
    Jobs.run(sums::count);
    long entries = CooccurrenceCounting.write(sums, vocabulary, config, stream);
    sums.unpersist();
    if (entries == 0) {
      throw new IOException("no two words of the vocabulary co-occur");
    }
    return entries;
  }

  @Override
  public Word2Vec.Trained word2vec(Prediction<Word2VecConfig> job, Arena arena, Progress progress)
      throws IOException {
    Family family = new Word2VecFamily(PortableRecord.of(job.config()));
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
    Family family = new FastTextFamily(PortableRecord.of(job.config()));
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

  /** The trained matrices. */
  private record Trained(List<Matrix> matrices, TrainingReport report) {}

  private Trained train(
      Family family,
      Prediction<?> job,
      @Nullable List<Matrix> start,
      Arena arena,
      Progress progress)
      throws IOException {
    try (RoundFolder folder = folder()) {
      long partBytes = partBytes(job.text(), folder);
      List<PartSource> sources = sources(job.text(), partBytes);
      String settings = settings(job.config(), job.vocabulary(), sources.size());
      if (start != null && folder.rounds().isEmpty()) {
        folder.model(0).write(start);
      }
      RoundSpec.Model model = model(family, job.vocabulary(), start != null, sources.size());
      RoundTraining.Outcome outcome =
          training(model, sources, folder, settings, partBytes)
              .run(this.settings.roundTokens(), progress);
      return new Trained(
          matrices(family, job.vocabulary(), folder, outcome, arena), outcome.report());
    }
  }

  private RoundTraining training(
      RoundSpec.Model model,
      List<PartSource> sources,
      RoundFolder folder,
      String settings,
      long partBytes) {
    return new RoundTraining(
        new RoundJobs(context, traffic, model, folder, sources),
        folder,
        model.family().schedule(),
        settings,
        partBytes,
        notes);
  }

  private static RoundSpec.Model model(
      Family family, Vocabulary vocabulary, boolean startIsStored, int parts) {
    return new RoundSpec.Model(
        family,
        PackedWords.of(vocabulary),
        startIsStored,
        PortableRecord.of(Momentum.of(parts, family.summed())));
  }

  /** Reads the model of the last round; only now does the driver need memory for it. */
  private static List<Matrix> matrices(
      Family family,
      Vocabulary vocabulary,
      RoundFolder folder,
      RoundTraining.Outcome outcome,
      Arena arena)
      throws IOException {
    List<Matrix> matrices = family.start(vocabulary, arena);
    folder.model(outcome.lastRound()).read(matrices);
    return matrices;
  }

  @Override
  public GloVeOutcome glove(GloVeJob job, Arena arena, Progress progress) throws IOException {
    Family family = new GloVeFamily(PortableRecord.of(job.config()));
    String settings =
        settings(job.config(), job.vocabulary(), shards()) + " " + job.source().getClass();
    try (RoundFolder folder = folder()) {
      long start = System.nanoTime();
      long partBytes =
          job.source() instanceof GloVeSource.Text text ? partBytes(text.text(), folder) : 0;
      EntryFiles entries = new EntryFiles(context);
      List<PartSource> sources =
          switch (job.source()) {
            case GloVeSource.Text text ->
                entries.count(
                    CooccurrenceCounting.count(
                        context,
                        parts(text.text(), partBytes),
                        portable(text.text()),
                        job.vocabulary(),
                        text.config()),
                    new EntryFiles.Counting(job.vocabulary(), text.config()),
                    folder.child("counts"),
                    shards());
            case GloVeSource.Entries file -> entries.cut(file.path(), shards());
          };
      double countSeconds = 1e-9 * (System.nanoTime() - start);
      RoundSpec.Model model = model(family, job.vocabulary(), false, sources.size());
      RoundTraining.Outcome outcome =
          training(model, sources, folder, settings, partBytes)
              .run(this.settings.roundTokens(), progress);
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

  private RoundFolder folder() throws IOException {
    boolean local = context.master().startsWith("local");
    return RoundFolder.open(context.hadoopConfiguration(), settings.folder(), local);
  }

  /** Returns what must be the same where a training resumes. */
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

  /** Deals out the parts of a text in turn, so that each shard has parts from everywhere. */
  private List<PartSource> sources(ClusterText text, long partBytes) throws IOException {
    List<List<TextSplit>> parts = parts(text, partBytes);
    PortableText portable = portable(text);
    int count = Math.min(shards(), parts.size());
    List<PartSource> sources = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      List<TextSplit> own = new ArrayList<>();
      for (int part = shard; part < parts.size(); part += count) {
        own.addAll(parts.get(part));
      }
      sources.add(new PartSource.Lines(portable, List.copyOf(own)));
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

  /** Returns the size of the stored rounds, if any, as the cluster may have grown since. */
  private long partBytes(ClusterText text, RoundFolder folder) throws IOException {
    OptionalLong stored = folder.partBytes();
    return stored.isPresent() ? stored.getAsLong() : partBytes(text);
  }

  private PortableText portable(ClusterText text) {
    return new PortableText(text, HadoopSettings.changed(context.hadoopConfiguration()));
  }

  @Override
  public Optional<String> traffic() {
    return Optional.of(traffic.summary());
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
