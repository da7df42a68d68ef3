package org.wordvec.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wordvec.cli.Report.Column;
import org.wordvec.cli.Report.Table;
import org.wordvec.vectors.OutputFile;
import org.wordvec.vectors.VectorFormat;
import org.wordvec.vectors.WordVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec convert}. */
@Command(
    name = "convert",
    customSynopsis = "wordvec convert [OPTIONS] MODEL OUT",
    description = "Writes a file of vectors in another format.",
    footer = {
      "  wordvec convert vectors.bin vectors.txt",
      "  wordvec convert glove.6B.100d.txt glove.bin"
    })
final class ConvertCommand extends QueryCommand {
  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description =
          "Where the vectors go: NAME.bin is written as word2vec binary, NAME.txt and NAME.vec"
              + " as word2vec text, NAME.glove as GloVe text, NAME.zip as Deeplearning4j's.")
  private Path target = Path.of("");

  ConvertCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void check() throws IOException {
    Formats.forOutput(target);
    OutputFile.check(target);
  }

  @Override
  Report answer(Model opened) throws IOException {
    VectorFormat format = Formats.forOutput(target);
    WordVectors vectors = opened.vectors();
    format.write(vectors, target);
    List<Column> columns =
        List.of(
            Column.of("from"),
            Column.of("from_format"),
            Column.of("to"),
            Column.of("to_format"),
            Column.of("words"),
            Column.of("dimensions"));
    List<Object> row =
        List.of(
            model().toString(),
            opened.format(),
            target.toString(),
            format.description(),
            vectors.size(),
            vectors.dimensions());
    return new Report(new Table("convert", "", columns, List.of(row)));
  }
}
