package org.wordvec.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.wordvec.cli.base.Quantity;
import org.wordvec.cli.base.SystemResources;
import org.wordvec.compute.MachineMemory;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.corpora.words.Vocabulary;

/**
 * What {@code --plan} prints: what a training will take, where nothing has been written yet.
 *
 * @param preflight that was passed
 * @param needs of the model
 * @param text bytes of the corpus or the entries in memory
 */
record TrainingPlan(Preflight preflight, ModelNeeds needs, long text) {
  /**
   * Prints it.
   *
   * @param read what was read, in words
   * @param unit of what is trained on
   */
  void print(
      PrintWriter out,
      String read,
      Vocabulary vocabulary,
      TrialTraining.Estimate estimate,
      String unit)
      throws IOException {
    Path output = preflight.files().output();
    out.printf(
        Locale.ROOT,
        "corpus  %s, %,d words get a vector (all of it was read)%n",
        read,
        vocabulary.size());
    out.printf(Locale.ROOT, "time    %s%n", time(estimate, unit));
    out.printf(
        Locale.ROOT,
        "memory  %s for the model and %s for the %s outside the heap; this machine has %s in all%n",
        SystemResources.size(needs.memory()),
        SystemResources.size(text),
        unit,
        SystemResources.size(MachineMemory.total()));
    out.printf(
        Locale.ROOT,
        "disk    about %s for %s; %s are free there%n",
        SystemResources.size(preflight.outputBytes(needs)),
        PrintableText.of(output.toString()),
        SystemResources.size(SystemResources.disk(output)));
    out.printf(Locale.ROOT, "        %s%n        nothing was written%n", checkpoints());
  }

  private static String time(TrialTraining.Estimate estimate, String unit) {
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

  private String checkpoints() throws IOException {
    Path folder = preflight.checkpoints();
    return folder == null
        ? "%s for each checkpoint, up to three at a time, where they are asked for"
            .formatted(SystemResources.size(needs.checkpoint()))
        : "up to %s for checkpoints in %s; %s are free there"
            .formatted(
                SystemResources.size(Preflight.checkpointBytes(needs)),
                PrintableText.of(folder.toString()),
                SystemResources.size(SystemResources.disk(folder)));
  }
}
