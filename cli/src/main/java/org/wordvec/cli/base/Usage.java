package org.wordvec.cli.base;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a group of commands answers when none of them was named. */
public final class Usage {
  private static final List<String> GENERAL =
      List.of("--stacktrace", DefaultsFile.OPTION, "--help", "--version");

  private Usage() {}

  /** Refuses what was given to a group of commands, which none of them would see. */
  public static void refuseGiven(CommandSpec group) {
    ParseResult given = group.commandLine().getParseResult();
    if (!given.unmatched().isEmpty()) {
      throw new UnmatchedArgumentException(group.commandLine(), given.unmatched());
    }
    for (OptionSpec option : given.matchedOptions()) {
      if (!GENERAL.contains(option.longestName())) {
        throw new ParameterException(
            group.commandLine(),
            given.hasSubcommand()
                ? "%s stands before '%s', whose option it is; put it behind"
                    .formatted(option.longestName(), given.subcommand().commandSpec().name())
                : option.longestName() + " needs a model to train, or --resume DIR");
      }
    }
  }

  public static int missingCommand(CommandSpec group) {
    group.commandLine().usage(group.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
