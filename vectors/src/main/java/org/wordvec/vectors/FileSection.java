package org.wordvec.vectors;

import java.io.IOException;
import java.io.InputStream;

/** Opens a text that is a part of a file, such as an entry of an archive. */
@FunctionalInterface
public interface FileSection {
  /** Opens the text from its beginning. */
  InputStream open() throws IOException;
}
