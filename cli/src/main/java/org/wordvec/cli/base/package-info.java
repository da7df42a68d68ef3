/**
 * What every command is made of: its life cycle ({@code BaseCommand}), general options, exit codes,
 * error lines, the machine's resources, extensions and the open model. Start at {@code
 * BaseCommand}; depends on {@code terminal} alone.
 */
@NullMarked
package org.wordvec.cli.base;

import org.jspecify.annotations.NullMarked;
