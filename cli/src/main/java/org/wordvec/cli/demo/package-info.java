/**
 * The demo: trains small models on generated text and tests them. Start at {@code DemoCommand};
 * depends on {@code base}, {@code output} and {@code progress}.
 */
@NullMarked
package org.wordvec.cli.demo;

import org.jspecify.annotations.NullMarked;
