package org.wordvec.cli.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.library.Extensions;

/** The tokenizers that are installed, looked for when they are asked for. */
public final class TokenizerNames implements Iterable<String> {
  /** Each with what it does. */
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
