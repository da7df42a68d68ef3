package org.wordvec.cli.query;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.WordsOption;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Formats;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.files.SenseFile;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.output.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec convert}. */
@Command(
    name = "convert",
    customSynopsis = "wordvec convert [OPTIONS] MODEL OUT",
    description = {
      "Converts a file of vectors to another format.",
      "The extension of OUT selects the format: .fifu (finalfusion, the fastest to open), .bin"
          + " (word2vec binary), .txt and .vec (word2vec text), .glove (GloVe text), .npy (NumPy,"
          + " with the words in NAME.vocab), .safetensors, .tsv (TensorBoard's projector, with the"
          + " words in NAME.metadata.tsv), .zip (Deeplearning4j, needs its extension). Files .bin,"
          + " .txt, .vec and .glove are compressed if .gz or .zst follows."
    },
    footer = {
      "  wordvec convert glove.6B.100d.txt glove.fifu",
      "  wordvec convert GoogleNews-vectors-negative300.bin.gz news.fifu",
      "  wordvec convert vectors.bin vectors.txt.gz",
      "  wordvec convert embeddings.npy --vocabulary words.txt vectors.bin"
    })
public final class ConvertCommand extends QueryCommand {
  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description =
          "The file to write; an existing file is replaced only when writing has succeeded.")
  private Path target = Path.of("");

  @Mixin(name = GroupedOptions.VOCABULARY)
  private final WordsOption words = new WordsOption();

  public ConvertCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() throws IOException {
    for (Path path : Formats.forOutput(target).files(target)) {
      OutputFile.check(path);
    }
  }

  @Override
  protected Model open(Arena arena) throws IOException {
    return words.vocabulary == null
        ? super.open(arena)
        : Models.open(model(), words.vocabulary, arena);
  }

  @Override
  protected boolean comparesVectors() {
    return false;
  }

  @Override
  protected Report result(Model opened) throws IOException {
    VectorFormat format = Formats.forOutput(target);
    WordVectors vectors = opened.unchanged(opened::vectors);
    Optional<SenseInventory> senses = opened.senses();
    if (senses.isPresent()) {
      SenseFile.write(senses.get(), vectors, SenseFile.beside(target));
      printNote("wrote the senses to " + SenseFile.beside(target));
    }
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
