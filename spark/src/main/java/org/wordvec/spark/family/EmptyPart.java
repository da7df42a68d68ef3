package org.wordvec.spark.family;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.ShardSteps;

/** A part of the text without a word of the vocabulary. */
public record EmptyPart() implements Family.Part {
  @Override
  public long size() {
    return 0;
  }

  @Override
  public String fingerprint() {
    return "empty";
  }

  @Override
  public ShardSteps steps(List<Matrix> matrices, Execution execution, Arena arena) {
    return new ShardSteps(0, () -> (slice, loss) -> {});
  }

  @Override
  public void close() {}
}
