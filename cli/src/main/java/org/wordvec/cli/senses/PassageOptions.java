package org.wordvec.cli.senses;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for passages of a text that show a word in use. */
final class PassageOptions {
  @Option(
      names = "--corpus",
      paramLabel = "TEXT",
      description =
          "Assign the word's occurrences in this text to its senses and show the clearest: a file"
              + " or folder, plain, .gz or .zst; - is standard input; can be repeated (default:"
              + " none).")
  List<String> corpus = new ArrayList<>();

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "3",
      description = "Number of passages to show for each sense (default: ${DEFAULT-VALUE}).")
  private int examples;

  int examples() {
    if (examples < 1) {
      throw new IllegalArgumentException("--examples must be at least 1, not " + examples);
    }
    return examples;
  }
}
