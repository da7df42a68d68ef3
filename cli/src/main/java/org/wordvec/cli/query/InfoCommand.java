package org.wordvec.cli.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.words.WordList;
import org.wordvec.library.Model;
import org.wordvec.senses.files.SenseFile;
import picocli.CommandLine.Command;

/** {@code wordvec info}. */
@Command(
    name = "info",
    customSynopsis = "wordvec info [OPTIONS] MODEL",
    description = {
      "Shows the format and size of a file of vectors.",
      "A memory-mapped file is read on demand; other files are loaded completely when they are"
          + " opened."
    },
    footer = "  wordvec info vectors.bin")
public final class InfoCommand extends QueryCommand {
  public InfoCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public boolean setOperands(List<String> operands) {
    return operands.isEmpty();
  }

  @Override
  protected boolean comparesVectors() {
    return false;
  }

  @Override
  protected Report result(Model opened) throws IOException {
    WordList words = opened.words();
    Path senses = SenseFile.beside(model());
    if (Files.exists(senses)) {
      printNote(senses + " is beside it, for senses of its words");
    }
    List<Column> columns =
        List.of(
            Column.of("file"),
            Column.of("format"),
            Column.of("words"),
            Column.of("dimensions"),
            Column.of("bytes"),
            Column.of("mapped"),
            Column.of("first_word"),
            Column.of("last_word"));
    List<Object> row =
        List.of(
            model().toString(),
            opened.format(),
            words.size(),
            opened.dimensions(),
            Files.size(model()),
            opened.isMapped() ? "yes" : "no",
            word(words, 0),
            word(words, words.size() - 1));
    return new Report(new Table("info", "", columns, List.of(row)));
  }

  private static String word(WordList words, int id) {
    return words.size() == 0 ? "" : words.word(id);
  }
}
