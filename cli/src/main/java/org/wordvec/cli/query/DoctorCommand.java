package org.wordvec.cli.query;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.WordsOption;
import org.wordvec.cli.output.OutputFormat;
import org.wordvec.cli.output.QueryOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.FileStamp;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.fasttext.files.FastTextDiagnosis;
import org.wordvec.fasttext.files.FastTextReader;
import org.wordvec.library.Bridge;
import org.wordvec.library.Formats;
import org.wordvec.library.Model;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.vectors.repair.Diagnosis;
import org.wordvec.vectors.repair.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wordvec doctor}. */
@Command(
    name = "doctor",
    customSynopsis = "wordvec doctor [OPTIONS] MODEL",
    description = {
      "Checks a whole file of vectors and lists its problems.",
      "Damaged files that other commands reject can be checked too: of text and word2vec binary,"
          + " all rows that are intact are read. The exit code is 0 if there are no problems and 1"
          + " otherwise; with --fix it is 0 once the copy is written."
    },
    footer = {
      "  wordvec doctor vectors.bin",
      "  wordvec doctor download.txt.gz --fix whole.fifu",
      "  wordvec doctor fasttext.bin --format json"
    })
public final class DoctorCommand extends BaseCommand {
  private static final List<Column> COLUMNS =
      List.of(Column.of("finding"), Column.of("count"), Column.of("repair"), Column.of("examples"));

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "Vector file, in any supported format.")
  private Path model = Path.of("");

  @Mixin(name = GroupedOptions.VOCABULARY)
  private final WordsOption words = new WordsOption();

  @Mixin(name = GroupedOptions.REPAIR)
  private final RepairOption repair = new RepairOption();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final QueryOptions output = new QueryOptions();

  public DoctorCommand(Terminal terminal) {
    super(terminal);
  }

  /** Option for the repaired copy. */
  static final class RepairOption {
    @Option(
        names = "--fix",
        paramLabel = "FILE",
        description =
            "Write a repaired copy to this file, which must not be MODEL; its extension selects the"
                + " format, as for convert. The vectors are held in memory (default: none).")
    @Nullable Path target;
  }

  @Override
  protected int run() throws IOException {
    if (Files.notExists(model)) {
      throw new NoSuchFileException(model.toString());
    }
    Path target = repair.target;
    if (target != null) {
      check(target);
    }
    return FastTextReader.recognises(model) ? fastText(target) : vectors(target);
  }

  private void check(Path target) throws IOException {
    for (Path file : Formats.forOutput(target).files(target)) {
      OutputFile.check(file);
      if (Files.exists(file) && Files.isSameFile(file, model)) {
        throw new IllegalArgumentException("--fix " + file + " would overwrite MODEL");
      }
    }
  }

  private int vectors(@Nullable Path target) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      FileStamp stamp = FileStamp.of(model);
      Diagnosis diagnosis =
          stamp.guard(
              () ->
                  Bridge.recognises(model)
                      ? Diagnosis.of(model, Formats.openWhole(model, arena))
                      : Diagnosis.of(model, words.vocabulary, arena));
      print(
          diagnosis.format(),
          String.format(
              Locale.ROOT, "%,d rows, %d dimensions", diagnosis.rows(), diagnosis.dimensions()),
          diagnosis.problems());
      if (target == null) {
        return code(diagnosis.problems());
      }
      WordVectors kept = stamp.guard(() -> diagnosis.repaired(arena));
      VectorFormat format = Formats.forOutput(target);
      format.write(kept, target);
      String rows = String.format(Locale.ROOT, "%,d of %,d rows", kept.size(), diagnosis.rows());
      printNote("wrote " + target + ": " + format.description() + ", " + rows);
      return ExitCode.OK;
    }
  }

  private int fastText(@Nullable Path target) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      FileStamp stamp = FileStamp.of(model);
      FastTextDiagnosis diagnosis = stamp.guard(() -> FastTextDiagnosis.of(model, arena));
      FastTextModel opened = diagnosis.model();
      print(
          Model.OfSubwords.FORMAT,
          String.format(
              Locale.ROOT, "%,d words, %d dimensions", opened.words().size(), opened.dimensions()),
          diagnosis.problems());
      if (target == null) {
        return code(diagnosis.problems());
      }
      if (!String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".bin")) {
        throw new IllegalArgumentException(
            "--fix "
                + target
                + ": a fastText model can only be repaired as .bin; convert the repaired file"
                + " afterwards");
      }
      stamp.guard(
          () -> {
            diagnosis.writeRepaired(target);
            return target;
          });
      printNote("wrote " + target + ": " + Model.OfSubwords.FORMAT);
      return ExitCode.OK;
    }
  }

  private static int code(List<Problem> problems) {
    return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void print(String format, String size, List<Problem> problems) throws IOException {
    String note =
        model + ": " + format + ", " + size + (problems.isEmpty() ? "; no problems found" : "");
    List<List<Object>> lines = new ArrayList<>();
    for (Problem problem : problems) {
      lines.add(
          List.of(
              problem.kind().description(),
              problem.count(),
              problem.kind().remedy(),
              String.join("; ", problem.examples())));
    }
    if (problems.isEmpty() && output.whole().kind() == OutputFormat.TABLE) {
      terminal().out().println(PrintableText.of(note));
    } else {
      output.whole().print(new Report(new Table("doctor", note, COLUMNS, lines)), terminal());
    }
  }

  private void printNote(String line) {
    new Notes(terminal().err(), false).print(line);
  }
}
