/** The file beside vectors of senses. */
@NullMarked
package org.wordvec.senses.files;

import org.jspecify.annotations.NullMarked;
