package org.wordvec.library.training;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.device.DeviceGloVe;
import org.wordvec.glove.entries.Entries;
import org.wordvec.library.text.CountingPlan;
import org.wordvec.library.text.TextNotes;

/**
 * Trains GloVe on this machine, on the co-occurrences of a text or on counts in a file.
 *
 * @param config of the model
 * @param plan how co-occurrences are counted
 * @param source of the counts
 * @param device to train on
 */
public record GloVeTraining(
    GloVeConfig config, CountingPlan plan, Source source, TrainingDevice device)
    implements TrainingStrategy<GloVeTraining.Counts> {
  /** The name of the family. */
  public static final String MODEL = "glove";

  /** Source of the counts. */
  public sealed interface Source {
    /** A text, whose co-occurrences are counted. */
    record Text(Corpus corpus) implements Source {}

    /** A file of GloVe's entries; word numbers are line numbers of the vocabulary. */
    record Stored(Path file) implements Source {}
  }

  /**
   * Entries ready for training.
   *
   * @param entries to train on
   * @param counts of the input, by their keys in the report
   * @param text wall-clock seconds for reading the text
   */
  public record Counts(Entries entries, Map<String, Object> counts, StageSeconds text)
      implements TrainingData {
    @Override
    public Vocabulary vocabulary() {
      return entries.vocabulary();
    }

    @Override
    public long bytes() {
      return entries.bytes();
    }

    @Override
    public String size() {
      return String.format(Locale.ROOT, "%,d entries", entries.size());
    }

    @Override
    public StageSeconds seconds() {
      return text.withCount(entries.seconds());
    }

    @Override
    public void close() throws IOException {
      entries.close();
    }
  }

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public Unit unit() {
    return Unit.ENTRIES;
  }

  @Override
  public Map<String, Object> configuration() {
    return switch (source) {
      case Source.Text _ -> Configurations.of(config, plan);
      case Source.Stored _ -> Configurations.of(config);
    };
  }

  @Override
  public ModelNeeds needs(int vocabulary) {
    return device.needs(ModelNeeds.of(config, vocabulary));
  }

  @Override
  public Counts read(TrainingRun run) throws IOException, InterruptedException {
    Counts counts =
        switch (source) {
          case Source.Text(Corpus corpus) -> count(corpus, run);
          case Source.Stored(Path file) -> stored(file, run);
        };
    Entries entries = counts.entries();
    run.note(TextNotes.counted(entries.size(), entries.seconds()));
    if (run.checkpoints().isEnabled()) {
      run.checkpoints().require("counts", entries.size() + " entries, " + entries.fingerprint());
    }
    return counts;
  }

  /** Counts a text, whose memory is freed before training. */
  private Counts count(Corpus corpus, TrainingRun run) throws IOException, InterruptedException {
    try (Arena text = Arena.ofShared()) {
      EncodedCorpus encoded =
          plan.encode(corpus, run.givenVocabulary(plan.reading().limits()), text, run.listener());
      TextNotes.reading(encoded).forEach(run::note);
      run.settings()
          .preflight()
          .check(needs(encoded.vocabulary().size()), encoded.ids().byteSize());
      run.checkpoints().require(encoded);
      Entries entries = arrange(new Cooccurrences.Counted(encoded, plan.config()), run);
      return counts(entries, EncodedText.counts(encoded), EncodedText.seconds(encoded));
    }
  }

  private Counts stored(Path file, TrainingRun run) throws IOException, InterruptedException {
    Vocabulary vocabulary = run.settings().files().rankedVocabulary();
    run.settings().preflight().check(needs(vocabulary.size()), 0);
    Entries entries = arrange(new Cooccurrences.Stored(file, vocabulary), run);
    return counts(entries, Map.of("cooccurrences", file.toString()), StageSeconds.NONE);
  }

  private static Counts counts(Entries entries, Map<String, Object> read, StageSeconds text) {
    Map<String, Object> counts = new LinkedHashMap<>(read);
    counts.put("entries", entries.size());
    return new Counts(entries, counts, text);
  }

  private Entries arrange(Cooccurrences cooccurrences, TrainingRun run)
      throws IOException, InterruptedException {
    return Entries.of(
        cooccurrences,
        config.weighting(),
        config.execution().seed(),
        plan.resources(),
        run.listener()::counting);
  }

  @Override
  public TrainedModel train(Counts counts, TrainingRun run, Progress progress)
      throws IOException, InterruptedException {
    GloVe.Trained trained =
        device.train(
            run,
            backend ->
                DeviceGloVe.train(
                    new GloVe.Run(counts.entries(), config, run.arena())
                        .withProgress(progress)
                        .withCheckpoints(run.checkpoints().library()),
                    backend));
    return new TrainedModel(
        trained.report(),
        trained::vectors,
        files -> files.writeVectors(trained.vectors(), counts.vocabulary()),
        configuration());
  }
}
