package org.wordvec.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.ReadingProgress;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.files.FastTextDiagnosis;
import org.wordvec.fasttext.files.FastTextReader;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.CountingProgress;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.evaluation.AnalogyQuestions;
import org.wordvec.vectors.evaluation.WordPairs;
import org.wordvec.vectors.repair.Diagnosis;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

/** Reads files as commands do, without the command line. */
@FunctionalInterface
interface FaultReading {
  VocabularyLimits ALL = new VocabularyLimits(1, 0);

  /** Reads a file; a query reads the rows of a memory-mapped one too. */
  void read(Path path) throws IOException, InterruptedException;

  /** Opens and queries a model, as {@code info} and {@code neighbors} do. */
  static FaultReading model() {
    return path -> {
      try (Arena arena = Arena.ofShared()) {
        ask(Models.open(path, arena));
      }
    };
  }

  /** Lists the problems of a file and makes a repaired copy, as {@code doctor} does. */
  static FaultReading doctor() {
    return path -> {
      try (Arena arena = Arena.ofShared()) {
        if (FastTextReader.recognises(path)) {
          FastTextDiagnosis diagnosis = FastTextDiagnosis.of(path, arena);
          Path copy = path.resolveSibling("copy.bin");
          diagnosis.writeRepaired(copy);
          check(Files.size(copy) == Files.size(path), "a copy of another size");
          ask(Models.open(copy, arena));
          return;
        }
        Diagnosis diagnosis = Diagnosis.of(path, null, arena);
        WordVectors kept = diagnosis.repaired(arena);
        check(kept.size() <= diagnosis.rows(), "more rows than there were");
        for (int row = 0; row < kept.size(); row++) {
          byte[] word = kept.words().utf8(row);
          check(kept.words().indexOf(word, 0, word.length) == row, "a word was kept twice");
          for (float value : kept.matrix().row(row)) {
            check(Float.isFinite(value), "a value of " + value + " was kept");
          }
        }
      }
    };
  }

  /** Opens a model whose file of words was mutated. */
  static FaultReading words(Path model) {
    return path -> {
      try (Arena arena = Arena.ofShared()) {
        ask(Models.open(model, path, arena));
      }
    };
  }

  private static void ask(Model model) {
    WordList words = model.words();
    check(words.size() > 0 && model.dimensions() > 0, "a model of nothing");
    Neighbors neighbors = model.neighbors();
    check(neighbors.vectors().size() == words.size(), "words without rows");
    List<String> known = new ArrayList<>();
    for (int id : new int[] {0, words.size() / 3, words.size() / 2, words.size() - 1}) {
      String word = words.word(id);
      if (words.indexOf(word) >= 0) {
        known.add(word);
      }
    }
    List<List<Neighbor>> answers = new ArrayList<>();
    for (String word : known) {
      answers.add(neighbors.nearest(word, 3));
    }
    // More than three are laid out in another way, and several threads share the rows.
    List<String> twice = new ArrayList<>(known);
    twice.addAll(known);
    answers.addAll(neighbors.nearest(twice, 3, 2));
    for (List<Neighbor> answer : answers) {
      for (Neighbor neighbor : answer) {
        check(Math.abs(neighbor.similarity()) <= 1, "a cosine of " + neighbor.similarity());
      }
    }
    model
        .vector("unseenword")
        .ifPresent(vector -> check(vector.length == model.dimensions(), "a vector cut short"));
    for (int row = 0; row < words.size(); row++) {
      words.utf8(row);
      for (float value : neighbors.vectors().matrix().row(row)) {
        check(Float.isFinite(value), "a value of " + value + " was handed out");
      }
    }
  }

  /** Reads a corpus as {@code vocab} and training do. */
  static FaultReading corpus(SourceFormat format, Charset charset) {
    TextEncoding encoding =
        charset.equals(StandardCharsets.UTF_8)
            ? TextEncoding.UTF_8
            : new TextEncoding.Named(charset);
    return path -> {
      Corpus corpus =
          Corpus.of(
              List.of(path.toString()),
              new ByteArrayInputStream(new byte[0]),
              new Corpus.Reading(format, encoding));
      try (Arena arena = Arena.ofShared()) {
        EncodedCorpus encoded =
            new CorpusEncoder(Tokenization.DEFAULT, ALL, 2)
                .encode(corpus, arena, ReadingProgress.NONE);
        check(encoded.vocabulary().size() >= 0, "no vocabulary");
      }
    };
  }

  static FaultReading vocabulary() {
    return path -> {
      check(Vocabulary.read(TextFile.at(path), ALL).size() > 0, "an empty vocabulary");
      check(Vocabulary.readRanked(TextFile.at(path), ALL).size() > 0, "an empty vocabulary");
    };
  }

  /** Arranges the entries of a file of counts for training. */
  static FaultReading cooccurrences(Path vocabulary) {
    return path -> {
      Cooccurrences.Stored stored =
          new Cooccurrences.Stored(path, Vocabulary.readRanked(TextFile.at(vocabulary), ALL));
      Cooccurrences.Resources resources =
          new Cooccurrences.Resources(2, 1 << 20, path.toAbsolutePath().getParent());
      Entries.of(stored, new Weighting(100, 0.75), 1, resources, CountingProgress.NONE).close();
    };
  }

  static FaultReading analogies() {
    return path -> AnalogyQuestions.read(TextFile.at(path));
  }

  static FaultReading pairs() {
    return path -> WordPairs.read(TextFile.at(path));
  }

  /** Runs a command; {@code @} among its arguments stands for the mutated file. */
  static FaultReading command(String... arguments) {
    return path -> {
      String[] all = arguments.clone();
      for (int i = 0; i < all.length; i++) {
        all[i] = all[i].replace("@", path.toString());
      }
      CommandRun run = CommandRun.of(all);
      check(!run.err().contains("internal error"), run.err());
      check(!run.err().contains("\tat "), run.err());
      check(run.code() == 0 || run.errorLines().size() >= 1, "failed without a word");
      if (run.code() != 0) {
        check(run.code() <= 2, "exit code " + run.code());
        throw new IOException(run.errorLines().getLast());
      }
    };
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException(problem);
    }
  }
}
