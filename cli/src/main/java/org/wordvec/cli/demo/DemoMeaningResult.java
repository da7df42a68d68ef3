package org.wordvec.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The senses of a homonym in held-out sentences of one of its meanings.
 *
 * @param meaning of all these sentences
 * @param choices the sense in each sentence
 */
record DemoMeaningResult(DemoMeaning meaning, List<DemoContext.Choice> choices) {
  /** Least part of the sentences that must have the same sense. */
  private static final double CONSISTENT = 0.9;

  /** Returns the sense that most sentences have. */
  int sense() {
    Map<Integer, Long> counts =
        choices.stream()
            .collect(
                Collectors.groupingBy(
                    DemoContext.Choice::sense, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** Returns the sentences that have this sense. */
  List<DemoContext.Choice> agreeing() {
    int sense = sense();
    return choices.stream().filter(choice -> choice.sense() == sense).toList();
  }

  /** Returns whether nearly all sentences have the same sense. */
  boolean isConsistent() {
    return agreeing().size() >= CONSISTENT * choices.size();
  }
}
