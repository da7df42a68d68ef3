package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SavedCommandTest {
  /** Resuming what names no family would be to resume itself, without end. */
  @Test
  void onlyTheTrainingOfAFamilyIsResumed() {
    assertThat(command("train", "word2vec", "--dim=9", "--", "/c.txt").namesTraining()).isTrue();
    assertThat(command().namesTraining()).isFalse();
    assertThat(command("train").namesTraining()).isFalse();
    assertThat(command("train", "--quiet").namesTraining()).isFalse();
    assertThat(command("info", "model.bin").namesTraining()).isFalse();
  }

  private static SavedCommand command(String... arguments) {
    return SavedCommand.of(new SavedCommand(List.of(arguments)).notes());
  }
}
