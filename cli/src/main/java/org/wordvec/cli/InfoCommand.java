package org.wordvec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.wordvec.cli.Report.Column;
import org.wordvec.cli.Report.Table;
import org.wordvec.vectors.VectorFormat;
import org.wordvec.vectors.WordVectors;
import picocli.CommandLine.Command;

/** {@code wordvec info}. */
@Command(
    name = "info",
    customSynopsis = "wordvec info [OPTIONS] MODEL",
    description = "Reads a file of vectors and says what it holds.",
    footer = "  wordvec info vectors.bin")
final class InfoCommand extends QueryCommand {
  InfoCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Report answer(VectorFormat.Opened opened) throws IOException {
    WordVectors vectors = opened.vectors();
    List<Column> columns =
        List.of(
            Column.of("file"),
            Column.of("format"),
            Column.of("words"),
            Column.of("dimensions"),
            Column.of("bytes"),
            Column.of("first_word"),
            Column.of("last_word"));
    List<Object> row =
        List.of(
            model().toString(),
            opened.format().description(),
            vectors.size(),
            vectors.dimensions(),
            Files.size(model()),
            word(vectors, 0),
            word(vectors, vectors.size() - 1));
    return new Report(new Table("info", "", columns, List.of(row)));
  }

  private static String word(WordVectors vectors, int id) {
    return vectors.size() == 0 ? "" : vectors.words().word(id);
  }
}
