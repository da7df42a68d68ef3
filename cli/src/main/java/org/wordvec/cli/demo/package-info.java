/**
 * The guided tour: trains small models on a text made on the spot and queries them. Start at {@code
 * DemoCommand}; depends on {@code base}, {@code output} and {@code progress}.
 */
@NullMarked
package org.wordvec.cli.demo;

import org.jspecify.annotations.NullMarked;
