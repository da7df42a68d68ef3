package org.wordvec.library.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.library.Formats;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.ForeignFormat;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.output.OutputFile;

/**
 * The files that a training reads besides the corpus, and those that it writes.
 *
 * @param output of the vectors
 * @param format of the output
 * @param vocabulary file to read; null to count the corpus
 * @param savedVocabulary file to write the vocabulary to; null for none
 * @param report to write; null for none
 */
public record TrainingFiles(
    Path output,
    VectorFormat format,
    @Nullable TextFile vocabulary,
    @Nullable Path savedVocabulary,
    @Nullable ReportFile report) {
  /**
   * Returns files with only an output, whose extension selects the format.
   *
   * @throws IllegalArgumentException if the extension is unknown; the message lists all extensions
   */
  public static TrainingFiles to(Path output) throws IOException {
    return new TrainingFiles(output, Formats.forOutput(output), null, null, null);
  }

  /** Returns these files with a vocabulary to read. */
  public TrainingFiles withVocabulary(@Nullable TextFile read) {
    return new TrainingFiles(output, format, read, savedVocabulary, report);
  }

  /** Returns these files with a file to write the vocabulary to. */
  public TrainingFiles withSavedVocabulary(@Nullable Path written) {
    return new TrainingFiles(output, format, vocabulary, written, report);
  }

  /** Returns these files with a report. */
  public TrainingFiles withReport(@Nullable ReportFile written) {
    return new TrainingFiles(output, format, vocabulary, savedVocabulary, written);
  }

  /**
   * Checks that all outputs can be written and that none overwrites an input.
   *
   * @param inputs other files to read
   * @throws IllegalArgumentException if two files are the same
   */
  public void check(List<Path> inputs) throws IOException {
    List<Path> written = written();
    for (Path path : written) {
      OutputFile.check(path);
      for (Path input : read(inputs)) {
        if (Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input)) {
          throw new IllegalArgumentException(path + " is an input and would be overwritten");
        }
      }
    }
    long different =
        written.stream().map(Path::toAbsolutePath).map(Path::normalize).distinct().count();
    if (different < written.size()) {
      throw new IllegalArgumentException("two outputs have the same name");
    }
    if (report != null) {
      report.check();
    }
  }

  /** Returns the vocabulary from its file, within limits, if a file was given. */
  Optional<Vocabulary> vocabulary(VocabularyLimits limits) throws IOException {
    return vocabulary == null ? Optional.empty() : Optional.of(Vocabulary.read(vocabulary, limits));
  }

  /** Returns the whole vocabulary, whose lines are numbered as in a file of counts. */
  Vocabulary rankedVocabulary() throws IOException {
    return Vocabulary.readRanked(Objects.requireNonNull(vocabulary), new VocabularyLimits(1, 0));
  }

  void writeVocabulary(Vocabulary words) throws IOException {
    if (savedVocabulary != null) {
      OutputFile.write(savedVocabulary, words::write);
    }
  }

  /**
   * Writes vectors, with the counts of words if the format stores them.
   *
   * @return the name of the format, for display
   */
  String writeVectors(WordVectors vectors, Vocabulary words) throws IOException {
    if (format instanceof ForeignFormat foreign) {
      foreign.write(vectors, words.counts(), output);
    } else {
      format.write(vectors, output);
    }
    return format.description();
  }

  void writeReport(TrainingOutcome outcome) throws IOException {
    if (report != null) {
      report.write(outcome);
    }
  }

  private List<Path> written() {
    return Stream.concat(
            format.files(output).stream(),
            Stream.of(report == null ? null : report.path(), savedVocabulary))
        .filter(Objects::nonNull)
        .toList();
  }

  private List<Path> read(List<Path> inputs) {
    List<Path> read = new ArrayList<>(inputs);
    if (vocabulary != null) {
      read.add(Path.of(vocabulary.name()));
    }
    if (report != null) {
      report.inputs().forEach(read::add);
    }
    return read;
  }
}
