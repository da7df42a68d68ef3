package org.wordvec.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;

/** How objectives are spelt. */
final class ObjectiveChoices extends Choices<ObjectiveKind> {
  ObjectiveChoices() {
    super(values());
  }

  private static Map<String, ObjectiveKind> values() {
    Map<String, ObjectiveKind> values = new LinkedHashMap<>();
    values.put("negative-sampling", ObjectiveKind.NEGATIVE_SAMPLING);
    values.put("hierarchical-softmax", ObjectiveKind.HIERARCHICAL_SOFTMAX);
    return values;
  }
}
