package org.wordvec.cli;

import picocli.CommandLine.Model.CommandSpec;

/** What a group of commands answers when none of them was named. */
final class Usage {
  private Usage() {}

  static int missingCommand(CommandSpec group) {
    group.commandLine().usage(group.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
