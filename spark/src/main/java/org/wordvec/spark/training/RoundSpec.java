package org.wordvec.spark.training;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Momentum;
import org.wordvec.spark.family.Family;
import org.wordvec.spark.family.PartSource;
import org.wordvec.spark.wire.PackedWords;
import org.wordvec.spark.wire.PortableRecord;

/**
 * Describes a round to an executor, which can build the model from it.
 *
 * @param run a unique name of the training
 * @param round number of rounds before this one
 * @param rounds number of rounds of the training
 * @param model the family, with its vocabulary
 * @param stored the last round that is stored in the folder; 0 for none
 * @param folder the folder with the stored rounds
 * @param hadoop settings of its file system
 * @param deltas of the rounds since the stored one, one element a round
 */
public record RoundSpec(
    String run,
    int round,
    int rounds,
    Broadcast<Model> model,
    int stored,
    String folder,
    Map<String, String> hadoop,
    List<Broadcast<RowDelta[]>> deltas)
    implements Serializable {
  /**
   * Holds what stays the same in all rounds.
   *
   * @param startIsStored whether the folder has the model before the first round
   */
  public record Model(
      Family family, PackedWords words, boolean startIsStored, PortableRecord<Momentum> momentum)
      implements Serializable {}

  /**
   * Assigns a part of the work.
   *
   * @param location the executor that trained it last, as Spark's scheduler knows it
   */
  record Assignment(int part, PartSource source, @Nullable String location)
      implements Serializable {}

  /** Returns whether the model before these deltas is in the folder. */
  boolean startsFromFolder() {
    return stored > 0 || model.value().startIsStored();
  }
}
