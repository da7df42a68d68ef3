package org.wordvec.cli;

import java.io.IOException;
import java.util.List;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.output.QueryOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;
import org.wordvec.compute.cuda.CudaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec devices}: lists the GPUs of this machine and what can use each. */
@Command(
    name = "devices",
    customSynopsis = "wordvec devices [OPTIONS]",
    description = "Lists the GPUs of this machine, or explains why none can be used.",
    footer = "  wordvec devices")
final class DevicesCommand extends BaseCommand {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("device"),
          Column.of("name"),
          Column.of("memory_bytes"),
          Column.of("free_bytes"),
          Column.of("compute_capability"),
          Column.of("driver_cuda"),
          Column.of("wordvec"),
          Column.of("nd4j"));

  @Mixin(name = GroupedOptions.OUTPUT)
  private final QueryOptions output = new QueryOptions();

  DevicesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException {
    Notes notes = new Notes(terminal().err(), false);
    List<CudaDevice> devices = devices(notes);
    List<List<Object>> rows = devices.stream().map(device -> row(device, notes)).toList();
    output.whole().print(new Report(new Table("devices", "", COLUMNS, rows)), terminal());
    return ExitCode.OK;
  }

  private static List<CudaDevice> devices(Notes notes) {
    try {
      return CudaDriver.open().devices();
    } catch (CudaException e) {
      notes.print(e.getMessage() + "; training runs on the CPU");
      return List.of();
    }
  }

  private static List<Object> row(CudaDevice device, Notes notes) {
    device.obstacle().ifPresent(notes::print);
    device.nd4jObstacle().ifPresent(notes::print);
    return List.of(
        "cuda:" + device.index(),
        device.name(),
        device.totalBytes(),
        free(device, notes),
        device.capabilityText(),
        device.driverText(),
        device.obstacle().isEmpty() ? "yes" : "no",
        device.servesNd4j() ? "yes" : "no");
  }

  /** Returns the free bytes of a GPU, or NaN if it cannot be opened because others use it. */
  private static Object free(CudaDevice device, Notes notes) {
    try {
      return device.freeBytes();
    } catch (CudaException e) {
      notes.print(e.getMessage());
      return Double.NaN;
    }
  }
}
