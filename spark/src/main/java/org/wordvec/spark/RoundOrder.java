package org.wordvec.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Momentum;

/**
 * What an executor must know to take part in a round.
 *
 * @param run names the training
 * @param round how many rounds the model has behind it when this one begins
 * @param rounds how many there will be
 * @param model of the family, with its vocabulary
 * @param kept the last round that was kept in the folder; 0 for none
 * @param folder where rounds are kept
 * @param hadoop settings of its file system
 * @param changes of the rounds after that, one a round
 */
record RoundOrder(
    String run,
    int round,
    int rounds,
    Broadcast<Model> model,
    int kept,
    String folder,
    Map<String, String> hadoop,
    List<Broadcast<Change[]>> changes)
    implements Serializable {
  /** What never changes. */
  record Model(Family family, PackedWords words, boolean startIsKept, Momentum momentum)
      implements Serializable {}

  /** A part of the work, and where it was done before. */
  record Assignment(int part, ShardSource source, @Nullable String place) implements Serializable {}

  /** Where the model stood before these changes, if it is kept. */
  boolean startsFromFolder() {
    return kept > 0 || model.value().startIsKept();
  }
}
