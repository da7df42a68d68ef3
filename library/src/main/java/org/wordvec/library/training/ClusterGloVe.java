package org.wordvec.library.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cluster.Cluster;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.library.text.CountingPlan;
import org.wordvec.library.text.TextNotes;

/**
 * Trains GloVe on a cluster, which counts and trains in one job.
 *
 * @param config of the model
 * @param plan how co-occurrences are counted
 * @param stored a file of counts; null to count the text
 * @param job cluster and text
 */
public record ClusterGloVe(
    GloVeConfig config, CountingPlan plan, @Nullable Path stored, ClusterRun job)
    implements TrainingStrategy<ClusterGloVe.Counts> {
  /** The vocabulary and, after training, the number of entries and the time of counting. */
  public static final class Counts implements TrainingData {
    private final Vocabulary vocabulary;
    private final Optional<ClusterRun.Counted> text;
    private final Map<String, Object> counts;
    private double countSeconds;

    private Counts(
        Vocabulary vocabulary, Optional<ClusterRun.Counted> text, Map<String, Object> counts) {
      this.vocabulary = vocabulary;
      this.text = text;
      this.counts = new LinkedHashMap<>(counts);
    }

    @Override
    public Vocabulary vocabulary() {
      return vocabulary;
    }

    /** Returns 0: the counts stay on the cluster. */
    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public String size() {
      return String.format(Locale.ROOT, "%,d words", vocabulary.size());
    }

    @Override
    public Map<String, Object> counts() {
      return counts;
    }

    @Override
    public StageSeconds seconds() {
      return text.map(ClusterRun.Counted::seconds)
          .orElse(StageSeconds.NONE)
          .withCount(countSeconds);
    }

    private void add(Cluster.GloVeOutcome outcome) {
      counts.put("entries", outcome.entries());
      countSeconds = outcome.countSeconds();
    }
  }

  @Override
  public String model() {
    return GloVeTraining.MODEL;
  }

  @Override
  public String engine() {
    return ClusterRun.SPARK;
  }

  @Override
  public Unit unit() {
    return Unit.ENTRIES;
  }

  @Override
  public Map<String, Object> configuration() {
    return stored == null ? Configurations.of(config, plan) : Configurations.of(config);
  }

  @Override
  public ModelNeeds needs(int vocabulary) {
    return ModelNeeds.of(config, vocabulary);
  }

  @Override
  public Counts read(TrainingRun run) throws IOException, InterruptedException {
    Counts counts = stored == null ? ofText(run) : ofFile(stored, run);
    run.settings().preflight().check(needs(counts.vocabulary().size()), 0);
    return counts;
  }

  private Counts ofText(TrainingRun run) throws IOException, InterruptedException {
    ClusterRun.Counted counted = job.count(run);
    return new Counts(counted.vocabulary(), Optional.of(counted), counted.counts());
  }

  private static Counts ofFile(Path file, TrainingRun run) throws IOException {
    return new Counts(
        run.settings().files().rankedVocabulary(),
        Optional.empty(),
        Map.of("cooccurrences", file.toString()));
  }

  @Override
  public TrainedModel train(Counts counts, TrainingRun run, Progress progress)
      throws IOException, InterruptedException {
    Cluster.GloVeSource source =
        stored == null
            ? new Cluster.GloVeSource.Text(job.text(), plan.config())
            : new Cluster.GloVeSource.Entries(stored);
    Cluster.GloVeOutcome outcome =
        job.cluster()
            .glove(
                new Cluster.GloVeJob(source, counts.vocabulary(), config), run.arena(), progress);
    counts.add(outcome);
    run.note(TextNotes.counted(outcome.entries(), outcome.countSeconds()));
    job.noteTraffic(run);
    return new TrainedModel(
        outcome.report(),
        outcome::vectors,
        files -> files.writeVectors(outcome.vectors(), counts.vocabulary()),
        configuration());
  }
}
