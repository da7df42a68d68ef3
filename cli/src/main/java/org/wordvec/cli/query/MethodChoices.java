package org.wordvec.cli.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.vectors.search.AnalogyMethod;

/** How analogy methods are spelt. */
final class MethodChoices extends Choices<AnalogyMethod> {
  MethodChoices() {
    super(values());
  }

  private static Map<String, AnalogyMethod> values() {
    Map<String, AnalogyMethod> values = new LinkedHashMap<>();
    values.put("3cosadd", AnalogyMethod.COS_ADD);
    values.put("3cosmul", AnalogyMethod.COS_MUL);
    values.put("pairdirection", AnalogyMethod.PAIR_DIRECTION);
    return values;
  }
}
