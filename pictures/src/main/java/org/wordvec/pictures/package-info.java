/** Maps of words and charts, as SVG, PNG and self-contained HTML pages. */
@NullMarked
package org.wordvec.pictures;

import org.jspecify.annotations.NullMarked;
