package org.wordvec.cli.map;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;

/** How projections are spelt. */
final class ProjectionChoices extends Choices<ProjectionMethod> {
  ProjectionChoices() {
    super(values());
  }

  private static Map<String, ProjectionMethod> values() {
    Map<String, ProjectionMethod> values = new LinkedHashMap<>();
    values.put("tsne", ProjectionMethod.TSNE);
    values.put("umap", ProjectionMethod.UMAP);
    values.put("pca", ProjectionMethod.PCA);
    return values;
  }
}
