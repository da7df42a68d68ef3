/**
 * The command that draws words on a plane. Start at {@code MapCommand}; depends on {@code query}.
 */
@NullMarked
package org.wordvec.cli.map;

import org.jspecify.annotations.NullMarked;
