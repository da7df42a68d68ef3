package org.wordvec.senses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenseTableTest {
  private static final SenseTable TABLE =
      new SenseTable(
          new int[] {0, 0, 4, 4, 4, 4, 4, 9, 9},
          new int[] {1, 0, 2, 4, 0, 1, 3, 0, 1},
          new float[] {0.7f, 0.3f, 0.5f, 0.2f, 0.1f, 0.1f, 0.1f, 0.6f, 0.4f});

  @Test
  void hasTheSensesOfItsWords() {
    assertThat(TABLE.senses(0)).isEqualTo(2);
    assertThat(TABLE.clusters(0)).containsExactly(1, 0);
    assertThat(TABLE.shares(0)).containsExactly(0.7f, 0.3f);
    assertThat(TABLE.senses(4)).isEqualTo(5);
    assertThat(TABLE.clusters(4)).containsExactly(2, 4, 0, 1, 3);
    assertThat(TABLE.shares(4)).containsExactly(0.5f, 0.2f, 0.1f, 0.1f, 0.1f);
    assertThat(TABLE.senses(9)).isEqualTo(2);
    assertThat(TABLE.clusters(9)).containsExactly(0, 1);
    assertThat(TABLE.shares(9)).containsExactly(0.6f, 0.4f);
  }

  @Test
  void otherWordsHaveOneSense() {
    SenseTable none = new SenseTable(new int[0], new int[0], new float[0]);
    for (int word : new int[] {1, 3, 5, 8, 10, Integer.MAX_VALUE}) {
      for (SenseTable table : new SenseTable[] {TABLE, none}) {
        assertThat(table.senses(word)).isEqualTo(1);
        assertThat(table.clusters(word)).containsExactly(0);
        assertThat(table.shares(word)).containsExactly(1);
      }
    }
  }
}
