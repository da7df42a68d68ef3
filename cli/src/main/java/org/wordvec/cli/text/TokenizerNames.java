package org.wordvec.cli.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.library.Extensions;

/** Names of the installed tokenizers, which are searched on demand. */
public final class TokenizerNames implements Iterable<String> {
  /** Returns the names with descriptions. */
  public Map<String, String> meanings() {
    try {
      return new TextPlugins(Extensions.installed().loaders()).tokenizers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Iterator<String> iterator() {
    return meanings().keySet().iterator();
  }
}
