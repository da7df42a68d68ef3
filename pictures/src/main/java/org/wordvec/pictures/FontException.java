package org.wordvec.pictures;

import java.io.IOException;
import java.io.Serial;

/** Thrown if no installed font can draw a picture. */
public final class FontException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  FontException(String message) {
    super(message + "; write .svg or .html, which use the fonts of the viewer");
  }

  FontException(String message, Throwable cause) {
    super(message + "; write .svg or .html, which use the fonts of the viewer", cause);
  }
}
