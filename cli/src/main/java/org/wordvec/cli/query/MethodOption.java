package org.wordvec.cli.query;

import org.wordvec.vectors.search.AnalogyMethod;
import picocli.CommandLine.Option;

/** How analogies are scored. */
final class MethodOption {
  @Option(
      names = "--method",
      paramLabel = "3cosadd|3cosmul|pairdirection",
      defaultValue = "3cosadd",
      description =
          "Score an answer by the cosine with the sum; by a product and quotient of the cosines"
              + " with each word; or, for b - a + c alone, by whether it lies from c as b from a"
              + " (default: ${DEFAULT-VALUE}).")
  AnalogyMethod method = AnalogyMethod.COS_ADD;
}
