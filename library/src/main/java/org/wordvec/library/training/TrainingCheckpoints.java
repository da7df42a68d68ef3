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
 * The checkpoints of one training, with all that must be the same where it goes on.
 *
 * @param folder where they lie; null for none
 * @param library as the families take them
 */
public record TrainingCheckpoints(@Nullable CheckpointFolder folder, Checkpoints library) {
  /** Keeps nothing. */
  public static final TrainingCheckpoints NONE = new TrainingCheckpoints(null, Checkpoints.none());

  /** Returns whether states of the training are written. */
  boolean areKept() {
    return library.areKept();
  }

  /** Returns whether the training was over, so that its outputs alone are missing. */
  public boolean isTrained() {
    return library.resumed().map(Checkpoint::isComplete).orElse(false);
  }

  /** Returns whether the training that goes on ran on the CPU. */
  public boolean wasOnCpu() {
    return library
        .resumed()
        .map(Checkpoint::settings)
        .map(settings -> "cpu".equals(settings.get("--device")))
        .orElse(false);
  }

  /** Takes note of all settings, which must be those of the checkpoint. */
  void require(String model, Map<String, Object> configuration) {
    Map<String, String> settings = new TreeMap<>();
    configuration.forEach(
        (name, value) -> settings.put("--" + name.replace('_', '-'), String.valueOf(value)));
    // These two change how fast it goes.
    settings.keySet().removeAll(List.of("--threads", "--memory"));
    settings.put("model", model);
    library.require(settings);
  }

  /** Takes note of the corpus, which must be that of the checkpoint. */
  void require(EncodedCorpus corpus) {
    if (areKept()) {
      library.require(new TreeMap<>(CorpusFingerprint.of(corpus).named()));
    }
  }

  /** Takes note of the device. */
  void require(Backend backend) {
    require(
        "--device",
        switch (backend) {
          case Backend.Cpu _ -> "cpu";
          case Backend.Gpu gpu when gpu.devices().size() == 1 -> "cuda";
          case Backend.Gpu gpu -> "cuda on " + gpu.devices().size() + " GPUs";
        });
  }

  /** Takes note of something else, which must be that of the checkpoint. */
  void require(String name, String value) {
    library.require(Map.of(name, value));
  }

  /** Removes the states once the outputs are written, and returns what there is to say of it. */
  Optional<String> finished(Path output) throws IOException {
    if (folder == null) {
      return Optional.empty();
    }
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    folder.finish(FinishedTraining.line(time, output));
    return Optional.of("removed the checkpoints in " + folder.path());
  }
}
