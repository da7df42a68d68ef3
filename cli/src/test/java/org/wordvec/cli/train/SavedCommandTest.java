package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SavedCommandTest {
  /**
   * Checks that a command without a family is not resumed, since it would resume itself endlessly.
   */
  @Test
  void onlyTrainingsOfAFamilyAreResumed() {
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
