package org.wordvec.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.wordvec.compute.MachineMemory;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.library.Quantity;
import org.wordvec.library.SystemResources;
import org.wordvec.library.training.TrainingPlan;
import org.wordvec.library.training.TrialTraining;
import org.wordvec.library.training.Unit;

/** Prints the plan of {@code --plan}. */
final class PlanText {
  private PlanText() {}

  static void print(TrainingPlan plan, PrintWriter out) throws IOException {
    Path output = plan.preflight().files().output();
    out.printf(
        Locale.ROOT,
        "corpus  %s, %,d words get a vector (the whole corpus was read)%n",
        plan.read(),
        plan.vocabulary());
    out.printf(Locale.ROOT, "time    %s%n", time(plan.estimate(), plan.unit()));
    out.printf(
        Locale.ROOT,
        "memory  %s for the model and %s for the %s outside the heap; this machine has %s in"
            + " total%n",
        SystemResources.size(plan.needs().memory()),
        SystemResources.size(plan.textBytes()),
        plan.unit(),
        SystemResources.size(MachineMemory.total()));
    out.printf(
        Locale.ROOT,
        "disk    about %s for %s; %s are free there%n",
        SystemResources.size(plan.outputBytes()),
        PrintableText.of(output.toString()),
        SystemResources.size(SystemResources.disk(output)));
    out.printf(Locale.ROOT, "        %s%n        nothing was written%n", checkpoints(plan));
  }

  private static String time(TrialTraining.Estimate estimate, Unit unit) {
    return Double.isFinite(estimate.seconds())
        ? String.format(
            Locale.ROOT,
            "about %s at %s %s/s (an estimate from %.1f s of training)",
            Quantity.time(estimate.seconds()),
            Quantity.of(estimate.unitsPerSecond()),
            unit,
            estimate.trialSeconds())
        : "unknown";
  }

  private static String checkpoints(TrainingPlan plan) throws IOException {
    Path folder = plan.preflight().checkpoints();
    return folder == null
        ? "%s for each checkpoint, up to three at a time, if they are enabled"
            .formatted(SystemResources.size(plan.checkpointBytes()))
        : "up to %s for checkpoints in %s; %s are free there"
            .formatted(
                SystemResources.size(plan.allCheckpointBytes()),
                PrintableText.of(folder.toString()),
                SystemResources.size(SystemResources.disk(folder)));
  }
}
