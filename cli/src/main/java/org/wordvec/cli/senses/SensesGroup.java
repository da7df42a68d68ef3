package org.wordvec.cli.senses;

import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.Usage;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/**
 * {@code wordvec senses} where the name of a command follows, and no model: picocli requires the
 * arguments of {@link SensesCommand} of the commands below it too.
 */
@Command(name = "senses", description = "Commands about the senses of words.")
public final class SensesGroup extends BaseCommand {
  public SensesGroup(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() {
    return Usage.missingCommand(spec());
  }
}
