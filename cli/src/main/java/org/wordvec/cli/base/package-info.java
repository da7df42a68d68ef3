/**
 * Shared by all commands: their life cycle ({@code BaseCommand}), general options, exit codes,
 * error messages and interruption. Start at {@code BaseCommand}; depends on {@code terminal} only.
 */
@NullMarked
package org.wordvec.cli.base;

import org.jspecify.annotations.NullMarked;
