package org.wordvec.library.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.Checkpoint;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.corpora.CorpusFingerprint;
import org.wordvec.corpora.EncodedCorpus;

/**
 * The checkpoints of a training, and the settings that must agree when it resumes.
 *
 * @param folder of the checkpoints; null for none
 * @param library checkpoints for the model families
 */
public record TrainingCheckpoints(@Nullable CheckpointFolder folder, Checkpoints library) {
  /** No checkpoints. */
  public static final TrainingCheckpoints NONE = new TrainingCheckpoints(null, Checkpoints.none());

  /** Returns whether checkpoints are written. */
  boolean isEnabled() {
    return library.areKept();
  }

  /** Returns whether the training was complete and only its outputs are missing. */
  public boolean isTrained() {
    return library.resumed().map(Checkpoint::isComplete).orElse(false);
  }

  /** Returns whether the resumed training ran on the CPU. */
  public boolean wasOnCpu() {
    return library
        .resumed()
        .map(Checkpoint::settings)
        .map(settings -> "cpu".equals(settings.get("--device")))
        .orElse(false);
  }

  /** Records all settings, which must agree with the checkpoint. */
  void require(String model, Map<String, Object> configuration) {
    Map<String, String> settings = new TreeMap<>();
    configuration.forEach(
        (name, value) -> settings.put("--" + name.replace('_', '-'), String.valueOf(value)));
    // These two affect speed only.
    settings.keySet().removeAll(List.of("--threads", "--memory"));
    settings.put("model", model);
    library.require(settings);
  }

  /** Records the corpus, which must agree with the checkpoint. */
  void require(EncodedCorpus corpus) {
    if (isEnabled()) {
      library.require(new TreeMap<>(CorpusFingerprint.of(corpus).named()));
    }
  }

  /** Records the device, which must agree with the checkpoint. */
  void require(Backend backend) {
    require(
        "--device",
        switch (backend) {
          case Backend.Cpu _ -> "cpu";
          case Backend.Gpu gpu when gpu.devices().size() == 1 -> "cuda";
          case Backend.Gpu gpu -> "cuda on " + gpu.devices().size() + " GPUs";
        });
  }

  /** Records another setting, which must agree with the checkpoint. */
  void require(String name, String value) {
    library.require(Map.of(name, value));
  }

  /** Removes the checkpoints after the outputs are written; returns a note for the user. */
  Optional<String> finished(Path output) throws IOException {
    if (folder == null) {
      return Optional.empty();
    }
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    folder.finish(FinishedTraining.line(time, output));
    return Optional.of("removed the checkpoints in " + folder.path());
  }
}
