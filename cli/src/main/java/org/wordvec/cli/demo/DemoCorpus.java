package org.wordvec.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generates text about royalty, families, capitals, work and comparisons.
 *
 * <p>The sentences are drawn at random from patterns. None of them states an analogy: what queens
 * share with kings (thrones, palaces) and with mothers (she, her, madam) shows only in their
 * contexts, as in real text.
 */
public final class DemoCorpus {
  /** Scenes with their shares of the sentences in percent. */
  private static final Map<String, Integer> SHARES =
      Map.of("people", 30, "countries", 22, "verbs", 22, "adjectives", 18, "days", 8);

  private final List<DemoScene> scenes;

  private DemoCorpus(List<DemoScene> scenes) {
    this.scenes = scenes;
  }

  /** Loads the scenes from resources. */
  public static DemoCorpus load() throws IOException {
    Map<String, List<String>> shared = DemoScene.sharedSlots();
    List<DemoScene> scenes = new ArrayList<>();
    for (String name : SHARES.keySet().stream().sorted().toList()) {
      DemoScene scene = DemoScene.read(name, shared);
      scenes.addAll(Collections.nCopies(SHARES.getOrDefault(name, 0), scene));
    }
    return new DemoCorpus(List.copyOf(scenes));
  }

  /** Returns random sentences, one per line; the same ones for the same seed. */
  public String text(int sentences, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      DemoScene scene = scenes.get(random.nextInt(scenes.size()));
      text.append(scene.sentence(random)).append('\n');
    }
    return text.toString();
  }
}
