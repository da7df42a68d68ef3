/** Maps of words and charts, as SVG, PNG and pages that stand alone. */
@NullMarked
package org.wordvec.pictures;

import org.jspecify.annotations.NullMarked;
