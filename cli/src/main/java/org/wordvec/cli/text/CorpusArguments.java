package org.wordvec.cli.text;

import java.nio.file.Path;
import java.util.List;

/** What the commands say of the texts that they read. */
public final class CorpusArguments {
  public static final String DESCRIPTION =
      "Text files, folders of text files, or patterns such as 'texts/*.txt'; plain, .gz, .bz2, .xz"
          + " or .zst; - is standard input. Each line is a sentence.";

  private CorpusArguments() {}

  /** Returns the files that arguments name; standard input is none. */
  public static List<Path> paths(List<String> arguments) {
    return arguments.stream().filter(name -> !name.equals("-")).map(Path::of).toList();
  }
}
