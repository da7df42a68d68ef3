package org.wordvec.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringTokenizer;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.ModelNotes;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec vectors}: prints the vectors of words. */
@Command(
    name = "vectors",
    customSynopsis = "wordvec vectors [OPTIONS] MODEL < WORDS",
    description = {
      "Prints the vectors of the words on standard input.",
      "Prints one line for each word, in order: the word and its numbers, as in fastText's"
          + " print-word-vectors. A FastText model composes out-of-vocabulary words from their"
          + " n-grams. Words without a vector are skipped and reported on standard error, and the"
          + " exit code is 1."
    },
    footer = {
      "  echo king queen | wordvec vectors vectors.bin",
      "  wordvec vectors vectors.bin < words.txt > words.vec"
    })
public final class VectorsCommand extends BaseCommand {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "Vector file: word2vec binary or text, GloVe text, fastText's .bin, finalfusion (.fifu),"
              + " NumPy (.npy) or safetensors; the format is detected from the content.")
  private Path model = Path.of("");

  public VectorsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException {
    if (Files.notExists(model)) {
      throw new NoSuchFileException(model.toString());
    }
    int unknown = 0;
    int composed = 0;
    try (Arena arena = Arena.ofShared()) {
      Model opened = ModelNotes.printed(Models.open(model, arena), model, terminal());
      NumberedLines words = TextFile.of(terminal().in(), "standard input").lines();
      while (words.next()) {
        StringTokenizer tokens = new StringTokenizer(words.text());
        while (tokens.hasMoreTokens()) {
          String word = tokens.nextToken();
          Optional<float[]> vector = opened.unchanged(() -> opened.vector(word));
          if (vector.isPresent()) {
            print(word, vector.get());
            composed += opened.composes(word) ? 1 : 0;
          } else {
            terminal().err().println("wordvec: " + model + ": no word \"" + word + "\"");
            unknown++;
          }
        }
      }
    }
    if (composed > 0) {
      terminal()
          .err()
          .println(
              "wordvec: "
                  + composed
                  + (composed == 1 ? " word" : " words")
                  + " not in the vocabulary; composed of n-grams");
    }
    return unknown == 0 ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void print(String word, float[] vector) {
    PrintWriter out = terminal().out();
    out.print(terminal().shown(word));
    for (float value : vector) {
      out.print(' ');
      out.print(value);
    }
    out.print('\n');
  }
}
