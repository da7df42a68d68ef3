package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.Formats;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.VocabularyOptions;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.ForeignFormat;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecArchive;
import org.wordvec.word2vec.Word2VecConfig;

/** The files that a training reads besides the corpus, and those that it writes. */
final class TrainingFiles {
  private final Terminal terminal;
  private final Path output;
  private final VectorFormat format;
  private final @Nullable TrainingReportFile report;
  private final @Nullable Path vocabulary;
  private final @Nullable Path saveVocabulary;

  /** Chooses the format; throws an {@code IllegalArgumentException} for an unknown extension. */
  TrainingFiles(TrainingOutputOptions output, VocabularyOptions vocabulary, Terminal terminal)
      throws IOException {
    this.terminal = terminal;
    this.output = output.output;
    this.format = Formats.forOutput(this.output);
    this.report = output.reportFile(terminal);
    this.vocabulary = vocabulary.vocabulary;
    this.saveVocabulary = vocabulary.saveVocabulary;
  }

  /** Finds out whether all can be written, and that nothing written replaces what is read. */
  void check(List<String> corpus) throws IOException {
    List<Path> written = written();
    List<Path> read = read(corpus);
    for (Path path : written) {
      OutputFile.check(path);
      for (Path input : read) {
        if (Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input)) {
          throw new IllegalArgumentException(path + " is read and would be overwritten");
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

  Path output() {
    return output;
  }

  VectorFormat format() {
    return format;
  }

  /** The vocabulary that the user gave, if so. */
  Optional<Vocabulary> vocabulary(VocabularyLimits limits) throws IOException {
    return vocabulary == null
        ? Optional.empty()
        : Optional.of(Vocabulary.read(terminal.text(vocabulary), limits));
  }

  /** The vocabulary whose lines a file of counts speaks of: all of it, rare words too. */
  Vocabulary rankedVocabulary() throws IOException {
    return Vocabulary.readRanked(
        terminal.text(Objects.requireNonNull(vocabulary)), new VocabularyLimits(1, 0));
  }

  void writeVocabulary(Vocabulary words) throws IOException {
    if (saveVocabulary != null) {
      OutputFile.write(saveVocabulary, words::write);
    }
  }

  /** Writes vectors, and how often each word occurred where the format has room for it. */
  void writeVectors(WordVectors vectors, Vocabulary words) throws IOException {
    if (format instanceof ForeignFormat foreign) {
      foreign.write(vectors, words.counts(), output);
    } else {
      format.write(vectors, output);
    }
  }

  /** Writes vectors, and what further training needs where the format has room for it. */
  void writeModel(Word2Vec.Trained trained, Vocabulary words, Word2VecConfig config)
      throws IOException {
    if (format instanceof Word2VecArchive archive) {
      archive.write(trained, words, config, output);
    } else {
      writeVectors(trained.vectors(), words);
    }
  }

  void writeReport(TrainingOutcome outcome) throws IOException {
    if (report != null) {
      report.write(outcome);
    }
  }

  private List<Path> written() {
    Path reported = report == null ? null : report.path();
    return Stream.concat(format.files(output).stream(), Stream.of(reported, saveVocabulary))
        .filter(Objects::nonNull)
        .toList();
  }

  private List<Path> read(List<String> corpus) {
    List<Path> read = new ArrayList<>();
    corpus.stream().filter(name -> !name.equals("-")).map(Path::of).forEach(read::add);
    if (vocabulary != null) {
      read.add(vocabulary);
    }
    if (report != null) {
      report.inputs().forEach(read::add);
    }
    return read;
  }
}
