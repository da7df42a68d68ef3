package org.wordvec.cli.query;

import org.wordvec.vectors.search.AnalogyMethod;
import picocli.CommandLine.Option;

/** Option for the scoring of analogies. */
final class MethodOption {
  @Option(
      names = "--method",
      paramLabel = "3cosadd|3cosmul|pairdirection",
      defaultValue = "3cosadd",
      description =
          "Scoring method: the cosine with the sum; the product and quotient of the cosines with"
              + " each word; or, for b - a + c only, the cosine between the directions from a to b"
              + " and from c to the candidate (default: ${DEFAULT-VALUE}).")
  AnalogyMethod method = AnalogyMethod.COS_ADD;
}
