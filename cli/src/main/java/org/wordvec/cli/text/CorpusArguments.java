package org.wordvec.cli.text;

import java.nio.file.Path;
import java.util.List;

/** The CORPUS argument of commands that read text. */
public final class CorpusArguments {
  /** Description for the help. */
  public static final String DESCRIPTION =
      "Text files, folders of text files, or patterns such as 'texts/*.txt'; plain, .gz, .bz2, .xz"
          + " or .zst; - is standard input. Each line is a sentence.";

  private CorpusArguments() {}

  /** Returns the files that arguments name, without standard input. */
  public static List<Path> paths(List<String> arguments) {
    return arguments.stream().filter(name -> !name.equals("-")).map(Path::of).toList();
  }
}
