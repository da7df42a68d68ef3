package org.wordvec.cli.text;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.DisplayedTraining;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.library.text.ClusterWords;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.library.text.CountingPlan;
import org.wordvec.library.text.ReadingListener;
import org.wordvec.library.text.TextNotes;
import org.wordvec.vectors.output.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec cooccur}: counts co-occurrences. */
@Command(
    name = "cooccur",
    customSynopsis = "wordvec cooccur [OPTIONS] CORPUS... -o FILE",
    description = {
      "Counts co-occurrences and writes them in the format of GloVe's cooccur.",
      "Each entry is {int32 word, int32 context, float64 count}, little-endian; word numbers start"
          + " at 1 and follow the order of the vocabulary."
    },
    footer = {
      "  wordvec cooccur text8 -o counts --save-vocabulary vocab.txt",
      "  wordvec cooccur text8 -o counts --vocabulary vocab.txt --memory 512m"
    })
public final class CooccurrenceCommand extends BaseCommand {
  @Parameters(
      paramLabel = "CORPUS",
      arity = "1..*",
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

  @Mixin(name = GroupedOptions.OUTPUT)
  private final StageOutputOptions output = new StageOutputOptions();

  @Mixin(name = GroupedOptions.ENGINE)
  private final CountingEngineOptions engine = new CountingEngineOptions();

  public CooccurrenceCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException, InterruptedException {
    Path target = output.checked(corpus);
    CountingPlan plan =
        new CountingPlan(
            new CorpusReading(
                source.reading(),
                words.wholeLines(source, terminal()),
                phrases.wanted(vocabulary.vocabulary == null),
                vocabulary.limits()),
            counting.config(),
            counting.resources(output.threads(), target));
    Notes notes = new Notes(terminal().err(), output.quiet);
    Path given = vocabulary.vocabulary;
    Optional<Vocabulary> known =
        given == null
            ? Optional.empty()
            : Optional.of(Vocabulary.readRanked(terminal().text(given), vocabulary.limits()));
    Optional<ClusterSettings> cluster = engine.cluster();
    if (cluster.isPresent()) {
      countOn(cluster.get(), plan, known, target, notes);
      return ExitCode.OK;
    }
    Corpus texts = source.corpus(corpus, terminal().in());
    try (Arena arena = Arena.ofShared();
        ProgressDisplay display = ProgressDisplay.of(terminal(), output.quiet)) {
      EncodedCorpus encoded =
          plan.encode(texts, known, arena, new DisplayedTraining(display, notes));
      display.pause();
      TextNotes.reading(encoded).forEach(notes::print);
      write(plan, encoded, target, display, notes);
    }
    return ExitCode.OK;
  }

  private void countOn(
      ClusterSettings settings,
      CountingPlan plan,
      Optional<Vocabulary> known,
      Path target,
      Notes notes)
      throws IOException, InterruptedException {
    ClusterText text = engine.text(corpus, plan.reading().source(), plan.reading().tokenization());
    try (Cluster cluster = Clusters.open(settings, notes)) {
      Vocabulary vocabularyOfText =
          ClusterWords.count(cluster, text, plan.reading(), known, listener(notes)).vocabulary();
      long start = System.nanoTime();
      long[] entries = new long[1];
      OutputFile.write(
          target, stream -> entries[0] = counted(cluster, text, vocabularyOfText, plan, stream));
      save(vocabularyOfText);
      notes.print(TextNotes.counted(entries[0], 1e-9 * (System.nanoTime() - start)));
      Clusters.sayTraffic(cluster, notes);
    }
  }

  private static ReadingListener listener(Notes notes) {
    return new ReadingListener() {
      @Override
      public void note(String line) {
        notes.print(line);
      }
    };
  }

  private static long counted(
      Cluster cluster,
      ClusterText text,
      Vocabulary vocabulary,
      CountingPlan plan,
      java.io.OutputStream stream)
      throws IOException {
    try {
      return cluster.cooccurrences(text, vocabulary, plan.config(), stream);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.nio.channels.ClosedByInterruptException();
    }
  }

  private void write(
      CountingPlan plan, EncodedCorpus encoded, Path target, ProgressDisplay display, Notes notes)
      throws IOException {
    long start = System.nanoTime();
    long[] entries = new long[1];
    OutputFile.write(target, stream -> entries[0] = written(plan, encoded, stream, display));
    save(encoded.vocabulary());
    display.pause();
    notes.print(TextNotes.counted(entries[0], 1e-9 * (System.nanoTime() - start)));
  }

  private void save(Vocabulary words) throws IOException {
    Path saved = vocabulary.saveVocabulary;
    if (saved != null) {
      OutputFile.write(saved, words::write);
    }
  }

  private static long written(
      CountingPlan plan,
      EncodedCorpus encoded,
      java.io.OutputStream stream,
      ProgressDisplay display)
      throws IOException {
    try {
      return new Cooccurrences.Counted(encoded, plan.config())
          .write(stream, plan.resources(), display::counting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.nio.channels.ClosedByInterruptException();
    }
  }
}
