package org.wordvec.senses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.testing.Crashes;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.Learning;
import org.wordvec.testing.ResumeContract;
import org.wordvec.word2vec.SentenceSlices;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
class SenseResumeTest {
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(BankText.lines(BankText.SENTENCES, 1), Arena.ofAuto());
  private static final int SLICES = SentenceSlices.of(CORPUS).size();

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();

  private SenseTraining.Trained train(EncodedCorpus corpus, int threads, Checkpoints checkpoints)
      throws InterruptedException {
    return SenseTraining.train(
        new SenseTraining.Run(
            corpus,
            SenseTrainingTest.config(threads).withSchedule(new Schedule(1, 0.1)),
            SenseSettings.DEFAULT,
            arena,
            Progress.NONE,
            checkpoints,
            SenseTraining.Listener.NONE));
  }

  private ResumeContract.Result result(SenseTraining.Trained trained) {
    SenseInventory inventory = trained.inventory();
    SenseTable table = inventory.senses();
    Matrix senses = Matrix.allocate(arena, table.words().length, 3);
    for (int row = 0; row < senses.rows(); row++) {
      senses.setRow(
          row, new float[] {table.words()[row], table.clusters()[row], table.shares()[row]});
    }
    Matrix means = Matrix.allocate(arena, inventory.trees().rows(), inventory.space().features());
    for (int row = 0; row < means.rows(); row++) {
      means.setRow(row, inventory.trees().means().apply(row));
    }
    return new ResumeContract.Result(
        trained.report(),
        trained.vectors().matrix(),
        inventory.space().vectors(),
        inventory.trees().columns(arena),
        means,
        senses);
  }

  private Crashes.Training<ResumeContract.Result> training(EncodedCorpus corpus) {
    return checkpoints -> result(train(corpus, 1, checkpoints));
  }

  @Test
  void isTheSameToTheBitWhereverItWasCut() throws IOException, InterruptedException {
    assertThat(SLICES).isGreaterThan(6);
    ResumeContract.assertSameWhereverCut(folder, 3 * SLICES, training(CORPUS));
  }

  /** Counted from the slice with which senses begin. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2})
  void isTheSameToTheBitCutAroundTheDivision(int slice) throws IOException, InterruptedException {
    ResumeContract.assertSameAfterCrashes(folder, SLICES + slice, training(CORPUS));
  }

  @Test
  void isTheSameToTheBitWhereNothingIsDivided() throws IOException, InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(BankText.lines(40, 2), arena);
    ResumeContract.assertSameWhereverCut(folder, 3, training(corpus));
  }

  @Test
  void severalThreadsLearnAsMuchWhenResumed() throws IOException, InterruptedException {
    Crashes.Training<SenseTraining.Trained> training = checkpoints -> train(CORPUS, 3, checkpoints);
    SenseTraining.Trained whole = training.train(Checkpoints.none());
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      for (int crash = 0; crash < SLICES + 2; crash++) {
        Crashes.crash(own, training);
      }
      SenseTraining.Trained resumed = Crashes.resume(own, training);
      Learning.assertAsMuch(resumed.report(), whole.report(), 0.1);
      assertThat(resumed.vectors().words().indexOf("bank#2")).isNotNegative();
      assertThat(resumed.inventory().usages(resumed.inventory().words().indexOf("bank")))
          .hasSizeGreaterThan(1);
    }
  }
}
