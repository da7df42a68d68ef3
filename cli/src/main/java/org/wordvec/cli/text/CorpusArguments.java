package org.wordvec.cli.text;

/** What the commands say of the texts that they read. */
public final class CorpusArguments {
  public static final String DESCRIPTION =
      "Text files, folders of them or patterns such as 'texts/*.txt', plain, .gz, .bz2, .xz or"
          + " .zst; - is standard input. A line is a sentence.";

  private CorpusArguments() {}
}
